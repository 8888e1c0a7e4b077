"""`CompareTable`: the rows of a comparison, both sides at one height, drawn as they come into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from govdesk.law.comparison import Kind
from govdesk.text.worddiff import Change, Piece
from govdesk.ui import icons
from govdesk.ui.kit import shown
from govdesk.ui.kit.base import follow
from govdesk.ui.panes.regulations.compare.model import Cell, Shown, Table, long_gone
from govdesk.ui.panes.regulations.setting import broken, ranged
from govdesk.ui.theme import Theme, Type

MAP = 14
"""Width of the map of changes at the right edge, px at 100 %."""
BAR = 3
LABEL, INDENT, PAD = 24, 18, 20
REASON = 0.22
"""Share of the width that the column of reasons has, where there is one."""


def columns_of(width: int, reasons: bool) -> tuple[int, int]:
    """Where the right side and the column of reasons begin."""
    end = width - int(width * REASON) if reasons else width
    return end // 2, end


class Laid:
    """A row set for a width: layouts of both sides and the reason, and the height."""

    def __init__(self, row: Shown, theme: Theme, width: int, reasons: bool) -> None:
        self.row = row
        self.left: QTextLayout | None = None
        self.right: QTextLayout | None = None
        self.reason: QTextLayout | None = None
        self.inset = _inset(row, theme)
        half, end = columns_of(width, reasons)
        line = theme.line(Type.BODY)
        if row.head:
            self.height = line + theme.gap(16)
        elif row.fold:
            self.height = theme.size(28)
        else:
            room = half - theme.px(2 * PAD + row.depth * INDENT) - self.inset
            self.left, first = _layout(row.left.pieces, theme, room)
            self.right, second = _layout(row.right.pieces, theme, room)
            why = (Piece(Change.SAME, row.reason),) if row.reason else ()
            self.reason, third = _layout(why, theme, width - end - 2 * theme.px(PAD))
            self.height = max(first, second, third, line) + theme.gap(16)


def _inset(row: Shown, theme: Theme) -> int:
    """Where the words begin behind the labels of both sides: ``2의2.`` is wider than ``①``."""
    metrics = QFontMetricsF(theme.font(Type.BODY))
    widest = max(metrics.horizontalAdvance(cell.label) for cell in (row.left, row.right))
    return max(theme.px(LABEL), int(widest) + theme.gap(6))


def _layout(pieces: Sequence[Piece], theme: Theme, room: int) -> tuple[QTextLayout | None, int]:
    if not pieces:
        return None, 0
    text, formats = "", []
    for piece in pieces:
        words = shown(piece.text)
        if piece.change is not Change.SAME:
            formats.append(ranged(len(text), len(text) + len(words), _form(piece, theme)))
        text += words
    layout = QTextLayout(text.replace("\n", "\u2028"), theme.font(Type.BODY))
    layout.setFormats(formats)
    line = theme.line(Type.BODY)
    metrics = QFontMetricsF(theme.font(Type.BODY))
    ascent = (line - metrics.height()) / 2 + metrics.ascent()
    return layout, broken(layout, max(60, room), line, ascent)


def _form(piece: Piece, theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    if piece.change is Change.NEW:
        form.setForeground(theme.colour("ins_text"))
        form.setBackground(theme.colour("ins_bg"))
        form.setFontUnderline(True)
        return form
    form.setBackground(theme.colour("del_bg"))
    if long_gone(piece):
        form.setForeground(theme.colour("sub"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        form.setUnderlineColor(theme.colour("danger"))
    else:
        form.setForeground(theme.colour("del_text"))
        form.setFontStrikeOut(True)
    return form


class CompareTable(QAbstractScrollArea):
    """``show_table(table, keep)``; ``show_change(number)``. `folded(key)` and `looked(number)` are clicks and keys."""

    folded = Signal(str)
    looked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._table = Table((), ())
        self._laid: list[Laid] = []
        self._tops: list[int] = [0]
        self._change = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "own")
        self.setProperty("ground", "surface")
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("신구대조 표"))
        follow(theme, self._relay)

    def show_table(self, shown_: Table, *, keep: bool) -> None:
        self._table = shown_
        self._change = self._change if keep else -1
        at = self.verticalScrollBar().value() if keep else 0
        self._relay()
        self.verticalScrollBar().setValue(at)

    def show_change(self, number: int) -> None:
        self._change = number
        row = self._table.changes[number].row
        top, height = self._tops[row], self.viewport().height()
        at = self.verticalScrollBar().value()
        if not at <= top <= at + height - self._laid[row].height:
            self.verticalScrollBar().setValue(max(0, top - height // 4))
        self.setAccessibleDescription(self._spoken(row))
        self.viewport().update()

    def _spoken(self, row: int) -> str:
        one = self._table.rows[row]
        sides = ["".join(piece.text for piece in cell.pieces) or cell.note for cell in (one.left, one.right)]
        why = f". {self.tr('개정 이유')}: {one.reason}" if one.reason else ""
        return one.title or f"{self.tr('현행')}: {sides[0]}. {self.tr('개정')}: {sides[1]}{why}"

    def _width(self) -> int:
        return self.viewport().width() - self._theme.px(MAP)

    def _relay(self) -> None:
        width = self._width()
        self._laid = [Laid(row, self._theme, width, self._table.reasons) for row in self._table.rows]
        self._tops = [0, *accumulate(one.height for one in self._laid)]
        self._sync()
        self.viewport().update()

    def _sync(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._theme.px(24))
        bar.setRange(0, max(0, self._tops[-1] + self._theme.px(40) - self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._relay()
        self._sync()

    # -- drawing ---------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("surface"))
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        for index in range(first, len(self._laid)):
            y = self._tops[index] - top
            if y > self.viewport().height():
                break
            self._paint_row(painter, self._laid[index], y)
        self._paint_map(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, laid: Laid, y: int) -> None:
        width, row = self._width(), laid.row
        if row.head:
            self._paint_head(painter, laid, y, width)
        elif row.fold:
            self._paint_fold(painter, laid, y, width)
        else:
            half, end = columns_of(width, self._table.reasons)
            for x, cell, layout in ((0, row.left, laid.left), (half, row.right, laid.right)):
                self._paint_cell(painter, laid, cell, layout, x, y)
            if laid.reason is not None:
                painter.setPen(self._theme.colour("sub"))
                laid.reason.draw(painter, QPointF(end + self._theme.px(PAD), y + self._theme.gap(8)))
            painter.setPen(self._theme.colour("line"))
            for x in (half, end) if self._table.reasons else (half,):
                painter.drawLine(x, y, x, y + laid.height)
        painter.setPen(self._theme.colour("hair"))
        painter.drawLine(0, y + laid.height - 1, width, y + laid.height - 1)
        if row.change >= 0 and row.change == self._change:
            painter.fillRect(QRect(0, y, self._theme.px(BAR), laid.height), self._theme.colour("acc"))

    def _paint_head(self, painter: QPainter, laid: Laid, y: int, width: int) -> None:
        theme = self._theme
        area = QRect(theme.px(PAD), y, width - 2 * theme.px(PAD), laid.height)
        painter.setFont(theme.font(Type.BODY_STRONG))
        painter.setPen(theme.colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown(laid.row.title))
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("mute"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, laid.row.note)

    def _paint_fold(self, painter: QPainter, laid: Laid, y: int, width: int) -> None:
        theme = self._theme
        painter.fillRect(QRect(0, y, width, laid.height), theme.colour("sunken"))
        side = theme.px(16)
        icon = "chevron-down" if laid.row.title.endswith("접기") else "chevron-right"
        where = QRect(theme.px(PAD) - 4, y + (laid.height - side) // 2, side, side)
        icons.paint(painter, icon, theme.colour("sub"), where)
        painter.setFont(theme.font(Type.CONTROL))
        painter.setPen(theme.colour("sub"))
        area = QRect(theme.px(PAD) + side + theme.gap(4), y, width, laid.height)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown(laid.row.title))

    def _paint_cell(
        self, painter: QPainter, laid: Laid, cell: Cell, layout: QTextLayout | None, x: int, y: int
    ) -> None:
        theme, row = self._theme, laid.row
        left = x + theme.px(PAD + row.depth * INDENT)
        top = y + theme.gap(8)
        painter.setFont(theme.font(Type.BODY))
        line = theme.line(Type.BODY)
        if cell.note:
            painter.setPen(theme.colour("sub"))
            painter.drawText(QRectF(left, top, self._width() - left, line), Qt.AlignmentFlag.AlignVCenter, cell.note)
        if cell.label:
            painter.setPen(theme.colour("ins_text" if row.kind is Kind.MOVED and x else "text"))
            painter.drawText(QRectF(left, top, laid.inset, line), Qt.AlignmentFlag.AlignVCenter, cell.label)
        if layout is not None:
            painter.setPen(theme.colour("text"))
            layout.draw(painter, QPointF(left + laid.inset, top))

    def _paint_map(self, painter: QPainter) -> None:
        theme, height = self._theme, self.viewport().height()
        left = self._width()
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.drawLine(left, 0, left, height)
        total = max(1, self._tops[-1])
        for change in self._table.changes:
            y = int(self._tops[change.row] / total * (height - 4))
            colour = theme.colour(
                "acc" if change.kind is Kind.ADDED else "danger" if change.kind is Kind.REMOVED else "ctl"
            )
            painter.fillRect(QRect(left + 3, y, theme.px(MAP) - 6, 3), colour)

    # -- pointing --------------------------------------------------------------------------------------------

    def _row_at(self, y: float) -> int:
        return bisect_right(self._tops, int(y) + self.verticalScrollBar().value()) - 1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if at.x() >= self._width():
            self._jump(at.y())
            return
        index = self._row_at(at.y())
        if not 0 <= index < len(self._laid):
            return
        row = self._laid[index].row
        if row.fold:
            self.folded.emit(row.key)
        elif row.change >= 0:
            self.looked.emit(row.change)

    def _jump(self, y: float) -> None:
        """A click on the map: to the change nearest to it."""
        total = max(1, self._tops[-1])
        wanted = y / max(1, self.viewport().height()) * total
        numbers = range(len(self._table.changes))
        if numbers:
            self.looked.emit(min(numbers, key=lambda one: abs(self._tops[self._table.changes[one].row] - wanted)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._row_at(event.position().y())
        over = 0 <= index < len(self._laid) and (self._laid[index].row.fold or self._laid[index].row.change >= 0)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space) and self._change >= 0:
            row = self._table.changes[self._change].row
            fold = next((one.row.key for one in self._laid[row:] if one.row.fold), "")
            if fold:
                self.folded.emit(fold)
            return
        super().keyPressEvent(event)
