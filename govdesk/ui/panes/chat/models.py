"""`HistoryModel`: the past conversations as a Qt list with headings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from govdesk.records.chats import ChatId
from govdesk.ui.panes.chat.history import Entry, Group

Index = QModelIndex | QPersistentModelIndex
HEADING = Qt.ItemDataRole.UserRole + 1
"""True for a row that is a heading."""

_ROOT = QModelIndex()


class HistoryModel(QAbstractListModel):
    """Rows are headings and titles. `renamed(ChatId, str)` when a title was edited; the list changes when told to."""

    renamed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[str | Entry] = []

    def set_groups(self, groups: tuple[Group, ...]) -> None:
        """Show other conversations; nothing happens if they are the same."""
        rows: list[str | Entry] = []
        for group in groups:
            rows += [group.heading, *group.entries]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        heading = isinstance(row, str)
        text = row if isinstance(row, str) else row.title
        if role == HEADING:
            return heading
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return None if heading else text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{text} 묶음" if heading else text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemNeverHasChildren

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        chat = self.chat_at(index)
        if chat is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(chat, str(value))
        return True

    def chat_at(self, index: Index) -> ChatId | None:
        """The conversation of a row; None for a heading."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return None if isinstance(row, str) else row.id

    def index_of(self, chat: ChatId | None) -> QModelIndex:
        """Where a conversation stands; an invalid index if it does not."""
        for at, row in enumerate(self._rows):
            if not isinstance(row, str) and row.id == chat:
                return self.index(at, 0)
        return QModelIndex()
