"""The conversations kept: listed, searched, renamed, deleted with a chance to undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from govdesk.ui.panes.chat.history import Group, grouped

if TYPE_CHECKING:
    from govdesk.records.chats import ChatId, Chats


class Shelf:
    """The history list over `Chats`. A deleted chat is only hidden until `settle` or the next change."""

    def __init__(self, chats: Callable[[], Chats], today: Callable[[], date]) -> None:
        self._chats = chats
        self._today = today
        self._containing = ""
        self._hidden: ChatId | None = None
        self._renamed: tuple[ChatId, str] | None = None

    def groups(self) -> tuple[Group, ...]:
        """What the list shows under the search in effect."""
        found = self._chats().summaries(self._containing)
        return grouped((s for s in found if s.id != self._hidden), self._today())

    def search(self, containing: str) -> None:
        """Show only chats whose title, questions or answers contain the words."""
        self._containing = containing.strip()

    @property
    def searching(self) -> bool:
        return bool(self._containing)

    def title(self, chat: ChatId) -> str:
        """The title of a chat, ``""`` for one without a question."""
        return next((s.title for s in self._chats().summaries() if s.id == chat), "")

    def rename(self, chat: ChatId, title: str) -> bool:
        """Give a chat a new title; false where nothing changes."""
        old = self.title(chat)
        if not title.strip() or title.strip() == old:
            return False
        self.settle()
        self._chats().rename(chat, title)
        self._renamed = (chat, old)
        return True

    def delete(self, chat: ChatId) -> None:
        """Hide a chat; it is gone for good at `settle`."""
        self.settle()
        self._hidden = chat

    def undo(self) -> ChatId | None:
        """Take the last rename or delete back; the chat it was about."""
        if self._hidden is not None:
            chat, self._hidden = self._hidden, None
            return chat
        if self._renamed is not None:
            (chat, old), self._renamed = self._renamed, None
            self._chats().rename(chat, old)
            return chat
        return None

    def settle(self) -> None:
        """Carry out a pending delete; nothing can be undone after it."""
        hidden, self._hidden, self._renamed = self._hidden, None, None
        if hidden is not None:
            self._chats().delete(hidden)
