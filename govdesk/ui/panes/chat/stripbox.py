"""`StripBox`: a short table beside its quote, the person's own row picked out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from govdesk.assistant.model import TableRow
from govdesk.ui.kit.base import box, follow
from govdesk.ui.kit.display import shown
from govdesk.ui.kit.text import Text
from govdesk.ui.panes.chat.layout import Strip, boxes_fit
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE


class RowBox(QWidget):
    """One row of two cells as a box: head over value."""

    def __init__(self, theme: Theme, row: TableRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = row
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(row.cells) + (self.tr(", 내 줄") if row.mine else ""))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(72), self._theme.px(46))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour, mine = self._theme.colour, self._row.mine
        painter = QPainter(self)
        box(painter, self, colour("acc_bg" if mine else "surface"), colour("acc_line" if mine else "hair"), radius=3)
        half = self.height() // 2
        head, value = (shown(cell) for cell in self._row.cells)
        painter.setPen(colour("acc_text" if mine else "mute"))
        painter.setFont(self._theme.font(Type.CAPTION_STRONG if mine else Type.CAPTION))
        self._draw(painter, QRect(0, self._theme.gap(4), self.width(), half - self._theme.gap(3)), head)
        painter.setPen(colour("acc_text" if mine else "text"))
        painter.setFont(self._theme.font(Type.BODY_STRONG if mine else Type.BODY_MEDIUM, tabular=True))
        self._draw(painter, QRect(0, half - self._theme.gap(1), self.width(), half - self._theme.gap(2)), value)
        painter.end()

    def _draw(self, painter: QPainter, area: QRect, words: str) -> None:
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width() - 8)
        if cut != words:
            self.setToolTip(" ".join(self._row.cells))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cut)


class Rows(QWidget):
    """Longer tables: rows under each other with hair lines, the own row on accent ground."""

    def __init__(self, theme: Theme, rows: tuple[TableRow, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self._grid = QGridLayout(self)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row.cells):
                role = "acc_text" if row.mine else ("sub" if column == 0 else "text")
                kind = Type.BODY_STRONG if row.mine else Type.BODY
                self._grid.addWidget(Text(theme, cell, kind, role=role, selectable=True), line, column)
        for column in range(max((len(row.cells) for row in rows), default=0)):
            self._grid.setColumnStretch(column, 1)
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        gap = self._theme.gap
        self._grid.setContentsMargins(gap(12), gap(6), gap(12), gap(6))
        self._grid.setHorizontalSpacing(gap(16))
        self._grid.setVerticalSpacing(gap(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self, self._theme.colour("surface"), self._theme.colour("line"), radius=SPACE.radius_card)
        half = self._theme.gap(4)
        for line, row in enumerate(self._rows):
            cell = self._grid.cellRect(line, 0)
            if row.mine:
                area = QRect(1, cell.top() - half, self.width() - 2, cell.height() + 2 * half)
                painter.fillRect(area, self._theme.colour("acc_bg"))
            if line:
                y = cell.top() - half
                painter.fillRect(QRect(1, y, self.width() - 2, 1), self._theme.colour("hair"))
        painter.end()


class StripBox(QWidget):
    """``StripBox(theme, strip)``: title, whose row is picked out, and the rows as boxes or lines."""

    def __init__(self, theme: Theme, strip: Strip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        head = QHBoxLayout()
        head.addWidget(Text(theme, strip.title, Type.CAPTION_STRONG, role="mute", wrap=False))
        head.addStretch(1)
        if strip.own:
            head.addWidget(Text(theme, strip.own, Type.CAPTION, role="acc_text", wrap=False))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        if boxes_fit(strip.rows) and not theme.compact:
            self._boxes: QHBoxLayout | None = QHBoxLayout()
            for row in strip.rows:
                self._boxes.addWidget(RowBox(theme, row))
            self._column.addLayout(self._boxes)
        else:
            self._boxes = None
            self._column.addWidget(Rows(theme, strip.rows))
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.gap(4))
        if self._boxes is not None:
            self._boxes.setSpacing(self._theme.gap(4))
