"""`NodeModel`: a Qt item model over `Node`s, for the tree of statutes and the tree of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from govdesk.ui.panes.regulations.nodes import Node

NODE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
DEPTH_ROLE = int(Qt.ItemDataRole.UserRole) + 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Row:
    node: Node
    parent: int
    row: int
    depth: int
    children: tuple[int, ...]
    path: str
    """Keys or words from the root, to know a row again after the rows have been replaced."""


class NodeModel(QAbstractItemModel):
    """``show(nodes)`` replaces everything; ``index_of(key)``; a row's `Node` is its ``NODE_ROLE``.

    Rows are numbered once when shown, so that 6,000 of them cost a list and no objects of Qt.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._roots: tuple[int, ...] = ()
        self._by_key: dict[str, int] = {}
        self._by_path: dict[str, int] = {}

    def show(self, nodes: Sequence[Node]) -> None:
        self.beginResetModel()
        self._rows = []
        self._by_key = {}
        self._by_path = {}
        self._roots = self._take(nodes, -1, 0, "")
        self.endResetModel()

    def _take(self, nodes: Sequence[Node], parent: int, depth: int, above: str) -> tuple[int, ...]:
        numbers: list[int] = []
        for row, node in enumerate(nodes):
            number = len(self._rows)
            numbers.append(number)
            path = f"{above}/{node.key or node.text}"
            self._rows.append(_Row(node, parent, row, depth, (), path))
            if node.key:
                self._by_key.setdefault(node.key, number)
            if node.children:
                self._by_path[path] = number
                below = self._take(node.children, number, depth + 1, path)
                self._rows[number] = _Row(node, parent, row, depth, below, path)
        return tuple(numbers)

    def index_of(self, key: str) -> QModelIndex:
        """The row of `key`; an invalid index if there is none."""
        number = self._by_key.get(key)
        return self._index(number) if number is not None else QModelIndex()

    def node(self, index: Index) -> Node | None:
        return self._rows[index.internalId()].node if index.isValid() else None

    def all_nodes(self) -> list[Node]:
        """Every row's node, in order."""
        return [row.node for row in self._rows]

    def open_indexes(self) -> list[QModelIndex]:
        """The rows that want to be unfolded."""
        return [self._index(number) for number, row in enumerate(self._rows) if row.node.open and row.children]

    def path(self, index: Index) -> str:
        return self._rows[index.internalId()].path if index.isValid() else ""

    def index_at(self, path: str) -> QModelIndex:
        """The row with something below it at `path`; an invalid index if there is none."""
        number = self._by_path.get(path)
        return self._index(number) if number is not None else QModelIndex()

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._rows[number].row, 0, number)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        numbers = self._rows[parent.internalId()].children if parent.isValid() else self._roots
        return self._index(numbers[row]) if 0 <= row < len(numbers) and column == 0 else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid():
            return QModelIndex()
        above = self._rows[index.internalId()].parent
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows[parent.internalId()].children) if parent.isValid() else len(self._roots)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.internalId()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.node.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (row.node.text, row.node.spoken, row.node.count) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.node.note or row.node.text
        if role == NODE_ROLE:
            return row.node
        if role == DEPTH_ROLE:
            return row.depth
        return None
