"""`TreeList`: a tree drawn as the mock-ups have it, over a `NodeModel`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from govdesk.ui import icons
from govdesk.ui.kit import shown
from govdesk.ui.kit.base import follow
from govdesk.ui.panes.regulations.models import DEPTH_ROLE, NODE_ROLE, NodeModel
from govdesk.ui.panes.regulations.nodes import Node
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES, SPACE

INDENT = 14
CHEVRON = 16
Index = QModelIndex | QPersistentModelIndex


class TreeRows(QStyledItemDelegate):
    """Draws a row: chevron, words, mark, count."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(80), self._theme.size(SIZES.tree_row))

    def chevron(self, rect: QRect, depth: int) -> QRect:
        """Where the chevron of a row stands; its hit area is the row's left part up to the words."""
        side = self._theme.px(CHEVRON)
        left = rect.left() + self._theme.gap(12) + depth * self._theme.px(INDENT)
        return QRect(left, rect.top() + (rect.height() - side) // 2, side, side)

    def room(self, node: Node, rect: QRect, depth: int) -> tuple[int, int]:
        """(left, right) of the words."""
        left = self.chevron(rect, depth).right() + self._theme.gap(5)
        right = rect.right() - self._theme.gap(14)
        if node.count:
            right -= QFontMetrics(self._theme.font(Type.CAPTION)).horizontalAdvance(node.count) + self._theme.gap(6)
        if node.mark:
            right -= self._theme.px(14) + self._theme.gap(4)
        return left, right

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node, depth = index.data(NODE_ROLE), index.data(DEPTH_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, state)
        if node.children:
            turned = self._view.isExpanded(index)
            where = self.chevron(rect, depth)
            icons.paint(painter, "chevron-down" if turned else "chevron-right", self._theme.colour("sub"), where)
        self._words(painter, node, rect, depth, selected)
        self._ends(painter, node, rect)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        inner = rect.adjusted(self._theme.gap(6), 0, -self._theme.gap(6), 0)
        active = bool(state & QStyle.StateFlag.State_Active)
        role = ""
        if state & QStyle.StateFlag.State_Selected:
            role = "acc_bg" if active else "hover"
        elif state & QStyle.StateFlag.State_MouseOver:
            role = "hover"
        if role:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(role))
            painter.drawRoundedRect(inner, SPACE.radius, SPACE.radius)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus() and not self._view.property("by_mouse"):
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), SPACE.radius, SPACE.radius)

    def _words(self, painter: QPainter, node: Node, rect: QRect, depth: int, selected: bool) -> None:
        theme = self._theme
        left, right = self.room(node, rect, depth)
        painter.setFont(theme.font(Type.CONTROL_STRONG if node.strong or selected else Type.CONTROL))
        painter.setPen(theme.colour("mute" if node.muted else "text" if node.strong or selected else "sub"))
        words = painter.fontMetrics().elidedText(shown(node.text), Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, rect.top(), right - left + 4, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)

    def _ends(self, painter: QPainter, node: Node, rect: QRect) -> None:
        theme = self._theme
        right = rect.right() - theme.gap(14)
        if node.count:
            painter.setFont(theme.font(Type.CAPTION, tabular=True))
            painter.setPen(theme.colour("mute"))
            width = painter.fontMetrics().horizontalAdvance(node.count)
            painter.drawText(
                QRect(right - width, rect.top(), width + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, node.count
            )
            right -= width + theme.gap(6)
        if node.mark:
            side = theme.px(14)
            where = QRect(right - side, rect.top() + (rect.height() - side) // 2, side, side)
            icons.paint(painter, node.mark, theme.colour(node.mark_role), where)


class TreeList(QTreeView):
    """``TreeList(theme, name="법령")``: ``show_nodes(nodes)``, ``choose(key)`` selects and unfolds (no signal).

    `opened(key, new_tab)` when a row is clicked or entered; a click on a row without key, or on a chevron, folds.
    """

    opened = Signal(str, bool)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = NodeModel(self)
        self._rows = TreeRows(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setProperty("ring", "own")
        self.setAccessibleName(name)
        self._keeping = True
        self._folded: dict[str, bool] = {}
        """What the person folded or unfolded, by path; other rows are as their node wants."""
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.size(SIZES.tree_row))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_nodes(self, nodes: Sequence[Node], *, keep: bool = True) -> None:
        """Replace the rows; with `keep` what the person unfolded, and what was chosen, stays so."""
        chosen = self.chosen()
        self._keeping = False
        self._model.show(nodes)
        for index in self._model.open_indexes():
            self.expand(index)
        if keep:
            for path, folded in self._folded.items():
                self.setExpanded(self._model.index_at(path), not folded)
        self._keeping = keep
        if chosen:
            self.choose(chosen, scroll=False)

    def _on_expanded(self, index: QModelIndex) -> None:
        if self._keeping:
            self._folded[self._model.path(index)] = False

    def _on_collapsed(self, index: QModelIndex) -> None:
        if self._keeping:
            self._folded[self._model.path(index)] = True

    def choose(self, key: str, *, scroll: bool = True) -> None:
        """Select the row of `key`, unfolding what it lies in; nothing is selected for an unknown one."""
        index = self._model.index_of(key)
        if not index.isValid():
            self.selectionModel().clear()
            return
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.ClearAndSelect)
        if scroll and not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def mark_rows(self, keys: frozenset[str], mark: str, role: str) -> None:
        """Put `mark` on the rows of `keys`, and take it off all others that carry it."""
        for node in self._model.all_nodes():
            if node.key in keys:
                node.mark, node.mark_role = mark, role
            elif node.mark == mark:
                node.mark = ""
        self.viewport().update()

    def chosen(self) -> str:
        """The key of the selected row."""
        found = self.selectionModel().selectedIndexes()
        node = self._model.node(found[0]) if found else None
        return node.key if node else ""

    def nodes(self) -> NodeModel:
        return self._model

    def _take(self, index: QModelIndex, new_tab: bool) -> None:
        node = self._model.node(index)
        if node is None:
            return
        if node.key:
            self.opened.emit(node.key, new_tab)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setProperty("by_mouse", True)
        index = self.indexAt(event.position().toPoint())
        node = self._model.node(index)
        if node is not None and node.children:
            edge = self._rows.room(node, self.visualRect(index), index.data(DEPTH_ROLE))[0]
            if event.position().x() < edge:
                self.setExpanded(index, not self.isExpanded(index))
                event.accept()
                return
        super().mousePressEvent(event)
        if index.isValid() and event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            new_tab = event.button() == Qt.MouseButton.MiddleButton
            self._take(index, new_tab or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the first press has opened the row; a second toggle would fold it again

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("by_mouse", False)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._take(self.currentIndex(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        super().keyPressEvent(event)
