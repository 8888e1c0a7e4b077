"""A month to pick a day from, by mouse or keyboard."""

from __future__ import annotations

import calendar
import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from govdesk.ui.kit import IconButton, Text, follow
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE

DAYS = "일월화수목금토"
STEPS = {
    Qt.Key.Key_Left: datetime.timedelta(days=-1),
    Qt.Key.Key_Right: datetime.timedelta(days=1),
    Qt.Key.Key_Up: datetime.timedelta(days=-7),
    Qt.Key.Key_Down: datetime.timedelta(days=7),
}


def weeks(day: datetime.date) -> list[list[datetime.date]]:
    """The weeks (Sunday first) that `day`'s month touches."""
    return calendar.Calendar(firstweekday=6).monthdatescalendar(day.year, day.month)


def months_later(day: datetime.date, by: int) -> datetime.date:
    """The same day `by` months on, or the last day of a shorter month; years stay within 1900 and 2199."""
    count = day.year * 12 + day.month - 1 + by
    year = min(2199, max(1900, count // 12))
    month = count % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class MonthGrid(QWidget):
    """The days of one month; arrows move by day and week, Page keys by month, Enter takes: `taken(date)`."""

    taken = Signal(object)
    moved = Signal(object)

    def __init__(self, theme: Theme, day: datetime.date, today: datetime.date) -> None:
        super().__init__()
        self._theme = theme
        self._day = day
        self._today = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._over: datetime.date | None = None
        self.setProperty("ring", "inside")
        self.move_to(day)
        follow(theme, self.updateGeometry)

    def move_to(self, day: datetime.date) -> None:
        self._day = day
        self.setAccessibleName(f"{day.year}년 {day.month}월 {day.day}일")
        self.moved.emit(day)
        self.updateGeometry()
        self.update()

    def turn(self, by: int) -> None:
        """Go `by` months."""
        self.move_to(months_later(self._day, by))

    def _cell(self) -> int:
        return self._theme.size(32)

    def sizeHint(self) -> QSize:
        return QSize(7 * self._cell(), 7 * self._cell())

    def _at(self, x: float, y: float) -> datetime.date | None:
        row, column = int(y // self._cell()) - 1, int(x // self._cell())
        rows = weeks(self._day)
        return rows[row][column] if 0 <= row < len(rows) and 0 <= column < 7 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self._at(event.position().x(), event.position().y())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().x(), event.position().y())
        if day is not None:
            self.move_to(day)
            self.taken.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.move_to(self._day + STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit(self._day)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        cell = self._cell()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Type.CAPTION_STRONG))
        painter.setPen(self._theme.colour("mute"))
        for column, word in enumerate(DAYS):
            painter.drawText(QRect(column * cell, 0, cell, cell), Qt.AlignmentFlag.AlignCenter, word)
        for row, week in enumerate(weeks(self._day), start=1):
            for column, day in enumerate(week):
                self._draw_day(painter, QRect(column * cell, row * cell, cell, cell), day)
        painter.end()

    def _draw_day(self, painter: QPainter, area: QRect, day: datetime.date) -> None:
        colour = self._theme.colour
        chosen, today = day == self._day, day == self._today
        ink = "text" if day.month == self._day.month else "mute"
        if chosen or today or day == self._over:
            painter.setPen(colour("acc") if today and not chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colour("acc" if chosen else "hover" if day == self._over else "raised"))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), SPACE.radius, SPACE.radius)
        painter.setPen(colour("on_acc" if chosen else ink))
        painter.setFont(self._theme.font(Type.CONTROL_STRONG if chosen else Type.CONTROL, tabular=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day))


class Month(QWidget):
    """A `MonthGrid` under its head: ``Month(theme, day, today)``; `taken(date)`; ``grid`` takes the keyboard."""

    taken = Signal(object)

    def __init__(self, theme: Theme, day: datetime.date, today: datetime.date) -> None:
        super().__init__()
        self.grid = MonthGrid(theme, day, today)
        self._head = Text(theme, "", Type.CONTROL_STRONG, wrap=False)
        self._head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back = IconButton(theme, "chevron-left", self.tr("앞 달"), small=True, shortcut="PageUp")
        self._on = IconButton(theme, "chevron-right", self.tr("다음 달"), small=True, shortcut="PageDown")
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._head, 1)
        row.addWidget(self._on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.grid)
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self.grid.moved.connect(self._name)
        self.grid.taken.connect(self.taken)
        self._name(day)

    def _go_back(self) -> None:
        self.grid.turn(-1)

    def _go_on(self) -> None:
        self.grid.turn(1)

    def _name(self, day: datetime.date) -> None:
        self._head.set(self.tr("{year}년 {month}월").format(year=day.year, month=day.month))
