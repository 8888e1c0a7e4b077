"""`EmptyState`: one line what belongs here, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govdesk.ui.kit.banner import Icon
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.text import Text
from govdesk.ui.theme import Theme, Type


class EmptyState(QWidget):
    """``EmptyState(theme, "아직 가져온 법령이 없습니다", "폴더를 고르면 …", icon="folder", action="고르기")``.

    ``empty.button.clicked`` is the action (None without `action`). ``set(headline, text)`` changes the words.
    """

    def __init__(
        self,
        theme: Theme,
        headline: str,
        text: str = "",
        *,
        icon: str = "folder",
        action: str = "",
        action_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        centre = Qt.AlignmentFlag.AlignHCenter
        self._headline = Text(theme, headline, Type.BODY_STRONG)
        self._text = Text(theme, text, Type.CONTROL, role="sub")
        self._text.setVisible(bool(text))
        self.button = Button(theme, action, icon=action_icon) if action else None
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(Icon(theme, icon, role="sub", size=24), 0, centre)
        for label in (self._headline, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label)
        if self.button is not None:
            self._column.addWidget(self.button, 0, centre)
        self._column.addStretch(1)
        follow(theme, self._restyle)

    def set(self, headline: str, text: str = "") -> None:
        self._headline.set(headline)
        self._text.set(text)
        self._text.setVisible(bool(text))

    def _restyle(self) -> None:
        space = self._theme.gap(16)
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(self._theme.gap(6))
