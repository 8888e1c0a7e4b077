"""Draws the table's cells: icon and name, figures, state as icon and word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from govdesk.ui import icons
from govdesk.ui.kit import follow, shown
from govdesk.ui.panes.documents.model import NAME, ROW, SIZE, STATE, Index
from govdesk.ui.panes.documents.rows import Row
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CALM = ("text", "sub")
"""Inks of states that want no attention."""


class RowDelegate(QStyledItemDelegate):
    """One for the whole table; fonts are made once for each theme."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        self._name = self._theme.font(Type.CONTROL_MEDIUM)
        self._plain = self._theme.font(Type.CONTROL, tabular=True)
        self._state = self._theme.font(Type.CONTROL_MEDIUM)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(60), self._theme.size(SIZES.table_row))

    def room(self, width: int) -> int:
        """How much of a name cell `width` wide is left for the words."""
        return width - self._theme.gap(14) - self._theme.px(16) - self._theme.gap(8) - self._theme.gap(8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(ROW)
        if row is None:
            return
        rect, colour = QRect(option.rect), self._theme.colour  # type: ignore[attr-defined]
        painter.save()
        self._ground(painter, option, rect, index.row())
        column = index.column()
        if column == NAME:
            self._draw_name(painter, rect, row)
        elif column == STATE:
            self._draw_state(painter, rect, row)
        else:
            painter.setFont(self._plain)
            painter.setPen(colour("sub"))
            pad = self._theme.gap(12)
            self._words(painter, rect.adjusted(pad, 0, -pad, 0), str(index.data()), right=column == SIZE)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, number: int) -> None:
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("acc_bg" if self._table.hasFocus() else "hover"))
        elif self._table.property("hovered") == number:
            painter.fillRect(rect, self._theme.colour("hover"))
        painter.setPen(self._theme.colour("hair"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _draw_name(self, painter: QPainter, rect: QRect, row: Row) -> None:
        side, x = self._theme.px(16), rect.x() + self._theme.gap(14)
        at = QRect(x, rect.y() + (rect.height() - side) // 2, side, side)
        icons.paint(painter, row.icon, self._theme.colour("sub"), at)
        painter.setFont(self._name)
        painter.setPen(self._theme.colour("text"))
        place = QRect(at.right() + self._theme.gap(8), rect.y(), self.room(rect.width()), rect.height())
        self._words(painter, place, row.title)

    def _draw_state(self, painter: QPainter, rect: QRect, row: Row) -> None:
        side, x = self._theme.px(16), rect.x() + self._theme.gap(10)
        at = QRect(x, rect.y() + (rect.height() - side) // 2, side, side)
        icons.paint(painter, row.mark.icon, self._theme.colour(row.mark.role), at)
        painter.setFont(self._plain if row.mark.ink in CALM else self._state)
        painter.setPen(self._theme.colour(row.mark.ink))
        place = QRect(at.right() + self._theme.gap(6), rect.y(), rect.right() - at.right() - self._theme.gap(8), 0)
        place.setHeight(rect.height())
        self._words(painter, place, row.mark.word)

    def _words(self, painter: QPainter, rect: QRect, text: str, *, right: bool = False) -> None:
        cut = painter.fontMetrics().elidedText(shown(text), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, RIGHT if right else LEFT, cut)
