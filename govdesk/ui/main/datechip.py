"""The 기준일 chip: the day every pane answers for, and the pop-up that sets another."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govdesk.errors import DateInvalid
from govdesk.text.dates import korean_date, parse_date
from govdesk.ui.kit import Button, FieldError, LineInput, Popup, Text
from govdesk.ui.main.calendar import Month
from govdesk.ui.pane import WorkingDate
from govdesk.ui.theme import Theme, Type

WEEKDAYS = "월화수목금토일"


def dated(day: datetime.date) -> str:
    """``2026. 11. 20.(금)``."""
    return f"{korean_date(day)}({WEEKDAYS[day.weekday()]})"


class DateChip(Button):
    """Shows 기준일; warn colours while it is not today; a click opens `DateSheet`."""

    def __init__(self, theme: Theme, working_date: WorkingDate, parent: QWidget | None = None) -> None:
        self._working_date = working_date
        super().__init__(theme, "", icon="calendar", trailing="chevron-down", parent=parent)
        self.sheet: DateSheet | None = None
        self.clicked.connect(self.open_sheet)
        working_date.changed.connect(self._fill)
        theme.changed.connect(self._fill)
        self._fill()

    def open_sheet(self) -> None:
        self.sheet = DateSheet(self._theme, self, self._working_date)
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet.closed.connect(self._on_closed)
        self.sheet.open_under(self, right=True)
        self.sheet.month.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_closed(self) -> None:
        self.sheet = None
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        day = self._working_date.date
        self.set_text(korean_date(day) if self._theme.compact else self.tr("기준일 {day}").format(day=dated(day)))
        stale = not self._working_date.is_today
        self.setAccessibleName(
            self.tr("기준일 {day}").format(day=dated(day)) + (self.tr(", 오늘이 아님") if stale else "")
        )
        self.setToolTip(self.tr("오늘이 아닌 날의 규정으로 답합니다") if stale else self.tr("답변과 조문의 기준일"))
        self.update()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        if self._working_date.is_today:
            return super()._colours()
        colour = self._theme.colour
        return colour("warn_line" if self.isDown() else "warn_bg"), colour("warn"), colour("warn_text")


class DateSheet(Popup):
    """A field for the date, a month, and the way back to today."""

    def __init__(self, theme: Theme, owner: QWidget, working_date: WorkingDate) -> None:
        super().__init__(theme, owner)
        self._working_date = working_date
        self.field = LineInput(theme, name=self.tr("기준일"), placeholder="2026. 6. 1.")
        self.field.setText(korean_date(working_date.date))
        self.error = FieldError(theme)
        self.month = Month(theme, working_date.date, working_date.today())
        self._back = Button(theme, self.tr("오늘로"), small=True)
        note = Text(theme, self.tr("이 날에 시행 중인 조문으로 찾고 답합니다."), Type.CAPTION, role="sub", wrap=False)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self._back)
        self.body.addLayout(row)
        self.body.addWidget(self.error)
        self.body.addWidget(self.month, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(note)
        self.field.submitted.connect(self._on_typed)
        self.month.taken.connect(self._take)
        self._back.clicked.connect(self._on_today)

    def _on_typed(self, text: str) -> None:
        try:
            self._take(parse_date(text))
        except DateInvalid:
            self.field.set_error(self.tr("없는 날짜입니다"))
            self.error.set(self.tr("없는 날짜입니다. 2026. 6. 1.처럼 적어 주세요."))
            self.fit()

    def _on_today(self) -> None:
        self._take(None)

    def _take(self, day: datetime.date | None) -> None:
        self._working_date.choose(day)
        self.close()
