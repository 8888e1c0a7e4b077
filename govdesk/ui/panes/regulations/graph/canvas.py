"""`GraphCanvas`: the boxes and lines of the 위임 tree, drawn; moved through by arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from govdesk.ui.kit import shown
from govdesk.ui.kit.base import follow
from govdesk.ui.panes.regulations.graph.layout import Box, Laid, Measures, Placed, laid
from govdesk.ui.panes.regulations.graph.model import BANDS, GraphNode
from govdesk.ui.theme import Theme, Type

CHIPS_FROM = 400
"""Width in px at 100 % from which citing articles stand beside the boxes."""
ARROW = 4
RADIUS = 4
Spot = tuple[int, int]
"""(node, place among its citing articles; -1 the node itself)."""


class GraphCanvas(QAbstractScrollArea):
    """``show_nodes(nodes)``; `chosen(node, chip)` when another is looked at, `taken(node, chip)` on Enter or a
    double click; a chip that only counts the rest is taken with the number of the last one."""

    chosen = Signal(int, int)
    taken = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._nodes: Sequence[GraphNode] = ()
        self._laid = Laid((), (), 0)
        self._at: Spot = (0, -1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "own")
        self.setProperty("ground", "surface")
        self.setAccessibleName(self.tr("위임 그림"))
        follow(theme, self._relay)

    def show_nodes(self, nodes: Sequence[GraphNode]) -> None:
        self._nodes = nodes
        self._at = (0, -1)
        self._relay()
        self.verticalScrollBar().setValue(0)
        if nodes:
            self.chosen.emit(0, -1)

    @property
    def at(self) -> Spot:
        """What is looked at."""
        return self._at

    def _measures(self) -> Measures:
        theme = self._theme
        return Measures(
            strip=theme.size(62),
            box=theme.line(Type.CONTROL) + theme.line(Type.CAPTION) + theme.gap(6),
            chip=theme.size(28),
            line=theme.line(Type.CAPTION) + theme.gap(2),
            lane=theme.gap(10),
            gap=theme.gap(12),
            chips=self.viewport().width() >= theme.size(CHIPS_FROM),
        )

    def _relay(self) -> None:
        self._laid = laid(self._nodes, self.viewport().width(), self._measures())
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._theme.px(24))
        bar.setRange(0, max(0, self._laid.height - self.viewport().height()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    # -- drawing ---------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.colour("surface"))
        painter.translate(0, -self.verticalScrollBar().value())
        for number, band in enumerate(self._laid.bands):
            self._paint_band(painter, number, band)
        for node, placed in zip(self._nodes, self._laid.nodes, strict=True):
            self._paint_lines(painter, node, placed)
        for at, (node, placed) in enumerate(zip(self._nodes, self._laid.nodes, strict=True)):
            self._paint_node(painter, at, node, placed)
        painter.end()

    def _paint_band(self, painter: QPainter, number: int, band: tuple[int, int, int]) -> None:
        level, top, bottom = band
        theme, measures = self._theme, self._measures()
        if number % 2:
            painter.fillRect(QRect(0, top, self.viewport().width(), bottom - top), theme.colour("sunken"))
        name, below = BANDS[level]
        y = top + measures.gap
        room = measures.strip - theme.gap(12)
        for words, role, ink in ((name, Type.CONTROL_STRONG, "text"), (below, Type.CAPTION, "mute")):
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(ink))
            painter.drawText(QRect(theme.gap(12), y, room, theme.line(role)), Qt.AlignmentFlag.AlignVCenter, words)
            y += theme.line(role)

    def _paint_lines(self, painter: QPainter, node: GraphNode, placed: Placed) -> None:
        pen = QPen(self._theme.colour("ctl"), 1)
        if node.parent >= 0:
            above = self._laid.nodes[node.parent].box
            painter.setPen(pen)
            path = [(above.x, above.middle), (placed.lane, above.middle), (placed.lane, placed.box.middle)]
            painter.drawPolyline([QPointF(*one) for one in (*path, (placed.box.x, placed.box.middle))])
            self._paint_arrow(painter, placed.box.x, placed.box.middle, 1)
            self._paint_words(painter, node, placed)
        if placed.chips:
            self._paint_citing(painter, placed)

    def _paint_citing(self, painter: QPainter, placed: Placed) -> None:
        """Dashed from every citing article to the box's right side."""
        painter.setPen(QPen(self._theme.colour("ctl"), 1, Qt.PenStyle.DashLine))
        right = placed.box.x + placed.box.width
        middle = (right + placed.chips[0].x) // 2
        for chip in placed.chips:
            path = ((chip.x, chip.middle), (middle, chip.middle), (middle, placed.box.middle))
            painter.drawPolyline([QPointF(*one) for one in (*path, (right, placed.box.middle))])
        self._paint_arrow(painter, right, placed.box.middle, -1)

    def _paint_arrow(self, painter: QPainter, x: int, y: int, way: int) -> None:
        size = self._theme.px(ARROW)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ctl"))
        back = x - way * 2 * size
        painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(back, y - size), QPointF(back, y + size)]))
        painter.restore()

    def _paint_words(self, painter: QPainter, node: GraphNode, placed: Placed) -> None:
        if placed.words.height:
            self._text(painter, placed.words, node.words, Type.CAPTION, "sub")

    def _paint_node(self, painter: QPainter, at: int, node: GraphNode, placed: Placed) -> None:
        theme, box = self._theme, placed.box
        self._frame(painter, box, lacking=node.lacking, first=at == 0, ringed=self._at == (at, -1))
        inner = theme.gap(10)
        top, line = box.y + theme.gap(3), theme.line(Type.CONTROL)
        title = Box(box.x + inner, top, box.width - 2 * inner, line)
        under = Box(title.x, top + line, title.width, theme.line(Type.CAPTION))
        ink = "mute" if node.lacking else "acc_text" if at == 0 else "text"
        self._text(painter, title, node.title, Type.CONTROL_STRONG, ink)
        self._text(painter, under, node.under, Type.CAPTION, "sub")
        for number, chip in enumerate(placed.chips):
            self._frame(painter, chip, ringed=self._at == (at, number))
            words = (
                node.citing[number].title if number < len(node.citing) else self.tr("그 밖 {n}곳").format(n=node.more)
            )
            inside = Box(chip.x + inner, chip.y, chip.width - 2 * inner, chip.height)
            self._text(painter, inside, words, Type.CONTROL, "text")

    def _frame(
        self, painter: QPainter, box: Box, *, lacking: bool = False, first: bool = False, ringed: bool = False
    ) -> None:
        theme = self._theme
        pen = QPen(theme.colour("acc" if first else "ctl"), 1)
        if lacking:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("acc_bg" if first else "surface"))
        where = QRectF(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
        painter.drawRoundedRect(where, RADIUS, RADIUS)
        if ringed:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(-2.5, -2.5, 2.5, 2.5), RADIUS + 2, RADIUS + 2)

    def _text(self, painter: QPainter, box: Box, words: str, role: Type, ink: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(ink))
        cut = QFontMetrics(self._theme.font(role)).elidedText(shown(words), Qt.TextElideMode.ElideRight, box.width)
        painter.drawText(QRect(box.x, box.y, box.width + 4, box.height), Qt.AlignmentFlag.AlignVCenter, cut)

    # -- moving about ----------------------------------------------------------------------------------------

    def _spot_at(self, x: float, y: float) -> Spot | None:
        y += self.verticalScrollBar().value()
        for at, placed in enumerate(self._laid.nodes):
            if placed.box.holds(x, y):
                return at, -1
            for number, chip in enumerate(placed.chips):
                if chip.holds(x, y):
                    return at, number
        return None

    def look_at(self, spot: Spot) -> None:
        """Choose a box and bring it into sight."""
        self._at = spot
        placed = self._laid.nodes[spot[0]]
        box = placed.chips[spot[1]] if spot[1] >= 0 else placed.box
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= box.y <= bar.value() + height - box.height:
            bar.setValue(max(0, box.y - height // 3))
        self.viewport().update()
        self.chosen.emit(*spot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position().x(), event.position().y())
        if spot is not None:
            self.look_at(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position().x(), event.position().y())
        if spot is not None:
            self.taken.emit(*spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._nodes or (key not in MOVES and key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)
        elif key in MOVES:
            self.look_at(self._moved(*MOVES[key]))
        else:
            self.taken.emit(*self._at)

    def _moved(self, down: int, right: int) -> Spot:
        """Up and down within the boxes or the citing articles of one, right into those and left back."""
        node, chip = self._at
        chips = len(self._laid.nodes[node].chips)
        if right:
            return node, min(chips - 1, 0 if right > 0 else -1) if chip < 0 or right < 0 else chip
        if chip >= 0:
            return node, min(chips - 1, max(0, chip + down))
        return min(len(self._nodes) - 1, max(0, node + down)), -1


MOVES = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
"""Arrow keys as (down, right)."""
