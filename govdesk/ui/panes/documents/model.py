"""The table's item model: every row, seen through shelf, name and order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from govdesk.text.normalise import searchable
from govdesk.ui.kit import shown
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.rows import Row

Index = QModelIndex | QPersistentModelIndex
NAME, SHELF, EDITION, SIZE, STATE = range(5)
HEADS = ("이름", "모음", "판 · 시행일", "조문·쪽", "상태")
ROW = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class DocumentsModel(QAbstractTableModel):
    """``set_rows(rows)``; ``set_shelf(key)``, ``set_needle(text)`` filter; ``sort(column, order)``; ``row_at(n)``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._seen: list[Row] = []
        self._shelf = words.ALL
        self._needle = ""
        self._column = NAME
        self._descending = False

    @property
    def total(self) -> int:
        return len(self._all)

    @property
    def shelf(self) -> str:
        return self._shelf

    @property
    def needle(self) -> str:
        """What names must contain, as it is compared."""
        return self._needle

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column, and whether it runs downwards."""
        return self._column, self._descending

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        if rows != self._all:
            self._all = rows
            self._arrange()

    def set_shelf(self, shelf: str) -> None:
        if shelf != self._shelf:
            self._shelf = shelf
            self._arrange()

    def set_needle(self, text: str) -> None:
        """Show only names that contain `text`, spacing apart."""
        if searchable(text) != self._needle:
            self._needle = searchable(text)
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def row_at(self, number: int) -> Row | None:
        return self._seen[number] if 0 <= number < len(self._seen) else None

    def numbers_of(self, keys: Iterable[str]) -> list[int]:
        """Where the rows of `keys` stand now."""
        wanted = set(keys)
        return [number for number, row in enumerate(self._seen) if row.key in wanted] if wanted else []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._seen)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == SIZE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.title, row.collection, row.edition, row.size, row.mark.word)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((row.title, row.collection, row.edition, row.size, row.mark.word))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, index.column())
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        needle, shelf = self._needle, self._shelf
        seen = [row for row in self._all if row.on(shelf) and needle in row.needle]
        if (self._column, self._descending) != (NAME, False):
            seen.sort(key=self._key, reverse=self._descending)
        self._seen = seen
        self.endResetModel()

    def _key(self, row: Row) -> tuple[Any, ...]:
        return row.order[self._column], row.order[NAME]


def _tip(row: Row, column: int) -> str:
    if row.failure is not None and column in (NAME, STATE):
        return str(words.reason(row.failure))
    if column == NAME and row.document is not None:
        return shown(row.document.source) if row.document.source else ""
    return ""
