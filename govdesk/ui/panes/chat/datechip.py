"""`DateChip`: the 기준일 of the next question."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from govdesk.ui.kit.buttons import Button
from govdesk.ui.theme import Theme


class DateChip(Button):
    """``set(text, stale)``; warn colours while the day is not today. `clicked` asks for another day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._stale = False
        super().__init__(theme, icon="calendar", small=True, parent=parent)

    def set(self, text: str, stale: bool) -> None:
        self._stale = stale
        self.set_text(text)
        self.setToolTip(self.tr("오늘이 아닌 날의 조문으로 답합니다.") if stale else self.tr("답변의 기준일"))
        self.update()

    @property
    def stale(self) -> bool:
        return self._stale

    def _side(self) -> int:
        return self._theme.px(14)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        if self._stale and self.isEnabled():
            colour = self._theme.colour
            return colour("warn_line" if self.isDown() else "warn_bg"), colour("warn"), colour("warn_text")
        return super()._colours()
