"""`Timeline`: the editions of a statute as dots on a line of years; below the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from govdesk.knowledge.model import Document
from govdesk.text.dates import korean_date
from govdesk.ui.kit import Button, Panel, Text, follow
from govdesk.ui.theme import Theme, Type

HEIGHT = 58
DOT, CURRENT = 4, 7
TICKS = 6
"""Year marks shown at most."""


class Line(QWidget):
    """The line itself; `chosen(int)` when a dot is taken by click, or Left and Right with the focus on it."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._dates: list[date] = []
        self._current = -1
        self._today = date.today()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("연혁"))
        follow(theme, self._refit)

    def show_dates(self, dates: Sequence[date], current: int, today: date) -> None:
        self._dates, self._current, self._today = list(dates), current, today
        if 0 <= current < len(dates):
            self.setAccessibleDescription(
                self.tr("{total}판 가운데 {number}번째, {day} 시행").format(
                    total=len(dates), number=current + 1, day=korean_date(dates[current])
                )
            )
        self.update()

    def _refit(self) -> None:
        self.setFixedHeight(self._theme.size(44))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.size(44))

    def _span(self) -> tuple[date, date]:
        return self._dates[0], max(self._dates[-1], self._today)

    def x_of(self, day: date) -> float:
        """Where a day stands on the line."""
        first, last = self._span()
        pad = self._theme.px(14)
        share = (day - first).days / max(1, (last - first).days)
        return pad + share * (self.width() - 2 * pad)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._dates:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, colour = self._theme, self._theme.colour
        y = theme.px(14)
        painter.setPen(QPen(colour("line"), 2))
        painter.drawLine(QPointF(self.x_of(self._dates[0]), y), QPointF(self.x_of(self._span()[1]), y))
        current = self._dates[self._current] if 0 <= self._current < len(self._dates) else self._dates[0]
        painter.setPen(QPen(colour("acc"), 2))
        painter.drawLine(QPointF(self.x_of(self._dates[0]), y), QPointF(self.x_of(current), y))
        self._paint_today(painter, y)
        for number, day in enumerate(self._dates):
            self._paint_dot(painter, self.x_of(day), y, number)
        self._paint_years(painter)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _paint_dot(self, painter: QPainter, x: float, y: float, number: int) -> None:
        colour = self._theme.colour
        here = number == self._current
        radius = self._theme.px(CURRENT if here else DOT)
        painter.setPen(QPen(colour("acc" if here else "surface"), 2 if here else 1))
        painter.setBrush(colour("surface" if here else "ctl"))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("acc"))
            painter.drawEllipse(QPointF(x, y), radius / 2, radius / 2)

    def _paint_today(self, painter: QPainter, y: float) -> None:
        if not self._dates[0] <= self._today:
            return
        x = self.x_of(self._today)
        painter.setPen(QPen(self._theme.colour("mute"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, y - 10), QPointF(x, y + 10))

    def _paint_years(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font(Type.CAPTION, tabular=True))
        metrics = painter.fontMetrics()
        base = self.height() - theme.px(6)
        taken: list[tuple[float, float]] = []
        if 0 <= self._current < len(self._dates):
            painter.setPen(theme.colour("acc_text"))
            self._paint_label(painter, korean_date(self._dates[self._current]), self._dates[self._current], base, taken)
        painter.setPen(theme.colour("mute"))
        first, last = self._span()
        step = max(1, -(-(last.year - first.year) // TICKS))
        for year in range(first.year + 1, last.year + 1, step):
            day = date(year, 1, 1)
            width = metrics.horizontalAdvance(str(year))
            left = self.x_of(day) - width / 2
            if all(left > end + 8 or left + width < begin - 8 for begin, end in taken) and left + width < self.width():
                self._paint_label(painter, str(year), day, base, taken)

    def _paint_label(
        self, painter: QPainter, words: str, day: date, base: float, taken: list[tuple[float, float]]
    ) -> None:
        width = painter.fontMetrics().horizontalAdvance(words)
        left = min(max(0.0, self.x_of(day) - width / 2), self.width() - width)
        painter.drawText(QPointF(left, base), words)
        taken.append((left, left + width))

    # -- pointing --------------------------------------------------------------------------------------------

    def _near(self, x: float) -> int:
        """The dot under x, or -1."""
        if not self._dates:
            return -1
        near = min(range(len(self._dates)), key=lambda number: abs(self.x_of(self._dates[number]) - x))
        return near if abs(self.x_of(self._dates[near]) - x) <= self._theme.px(14) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._near(event.position().x()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._near(event.position().x())
        if number >= 0:
            self.chosen.emit(number)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._near(event.x())
            words = f"{korean_date(self._dates[number])} 시행" if number >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is not None and 0 <= self._current + by < len(self._dates):
            self.chosen.emit(self._current + by)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class Timeline(Panel):
    """``show_editions(editions, current, today)``; hidden for a statute with one edition. `chosen(int)`, `compared`."""

    chosen = Signal(int)
    compared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", edge="top", row=True)
        self._theme = theme
        self._name = Text(theme, "", Type.CONTROL_STRONG, wrap=False)
        self.line = Line(theme)
        self.button = Button(theme, self.tr("두 날짜 비교"), icon="columns", small=True)
        for part, stretch in ((self._name, 0), (self.line, 1), (self.button, 0)):
            self.body.addWidget(part, stretch)
        self.line.chosen.connect(self.chosen)
        self.button.clicked.connect(self.compared)
        follow(theme, self._refit)
        self.hide()

    def show_editions(self, editions: Sequence[Document], current: int, today: date) -> None:
        dates = [one.effective for one in editions if one.effective is not None]
        self.setVisible(len(dates) > 1)
        if len(dates) > 1:
            self._name.set(self.tr("연혁 {count}").format(count=len(dates)))
            self.line.show_dates(dates, current, today)

    def _refit(self) -> None:
        gap = self._theme.gap
        self.setFixedHeight(self._theme.size(HEIGHT))
        self.set_margins(gap(16), 0, gap(12), 0)
        self.body.setSpacing(gap(12))
        self.button.setVisible(not self._theme.compact)
