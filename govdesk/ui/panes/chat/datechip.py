"""`DateChip`: the 기준일 of the next question, to see and to set."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govdesk.errors import DateInvalid
from govdesk.text.dates import korean_date, parse_date
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.fields import FieldError, LineInput
from govdesk.ui.kit.popup import Popup
from govdesk.ui.kit.text import Text
from govdesk.ui.theme import Theme, Type


class DateSheet(Popup):
    """A field for another day and a way back to today; `chosen` carries the day, None for today."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, owner: QWidget, day: date) -> None:
        super().__init__(theme, owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.setSpacing(theme.gap(6))
        self.body.addWidget(Text(theme, "기준일", Type.CONTROL_STRONG, wrap=False))
        self.body.addWidget(Text(theme, "이 날 시행 중인 조문으로 답합니다.", Type.CAPTION, role="sub", wrap=False))
        self.field = LineInput(theme, name="기준일", placeholder="2026. 6. 1.")
        self.field.setText(korean_date(day))
        self.field.setMinimumWidth(theme.px(200))
        self.error = FieldError(theme)
        self.field.submitted.connect(self._try)
        today = Button(theme, "오늘로", small=True)
        take = Button(theme, "정하기", kind="primary", small=True)
        today.clicked.connect(self._back)
        take.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(today)
        row.addStretch(1)
        row.addWidget(take)
        self.body.addWidget(self.field)
        self.body.addWidget(self.error)
        self.body.addLayout(row)
        self.field.selectAll()
        self.field.setFocus()

    def _take(self) -> None:
        self._try(self.field.value())

    def _try(self, text: str) -> None:
        try:
            day = parse_date(text)
        except DateInvalid:
            self.field.set_error("없는 날짜입니다")
            self.error.set("없는 날짜입니다")
            self.adjustSize()
            return
        self.chosen.emit(day)
        self.close()

    def _back(self) -> None:
        self.chosen.emit(None)
        self.close()


class DateChip(Button):
    """``set(text, day, stale)``; warn colours while the day is not today. `chosen` as `DateSheet`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "기준일 오늘", icon="calendar", small=True, parent=parent)
        self._day = date.today()
        self._stale = False
        self.clicked.connect(self.open_sheet)

    def set(self, text: str, day: date, stale: bool) -> None:
        self._day, self._stale = day, stale
        self.set_text(text)
        self.setToolTip("오늘이 아닌 날의 조문으로 답합니다." if stale else "")
        self.update()

    @property
    def stale(self) -> bool:
        return self._stale

    def open_sheet(self) -> DateSheet:
        """Open the sheet under the chip."""
        sheet = DateSheet(self._theme, self, self._day)
        sheet.chosen.connect(self.chosen)
        sheet.open_under(self)
        return sheet

    def _side(self) -> int:
        return self._theme.px(14)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        if self._stale and self.isEnabled():
            colour = self._theme.colour
            return colour("warn_bg"), colour("warn"), colour("warn_text")
        return super()._colours()
