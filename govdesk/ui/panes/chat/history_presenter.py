"""What the history column does: list, search, rename, delete, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from govdesk.ui.panes.chat.shelf import Shelf

if TYPE_CHECKING:
    from govdesk.app import Desk
    from govdesk.records.chats import ChatId
    from govdesk.ui.panes.chat.contract import ChatView
    from govdesk.ui.panes.chat.guard import Guard
    from govdesk.ui.panes.chat.session import Session


class HistoryPresenter:
    """Keeps the list true to the records; `leave` starts a new conversation, `enter` opens one."""

    def __init__(
        self,
        view: ChatView,
        desk: Desk,
        session: Session,
        guard: Guard,
        *,
        leave: Callable[[], None],
        enter: Callable[[ChatId], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._session = session
        self._guard = guard
        self._leave = leave
        self._enter = enter
        self._shelf = Shelf(desk.chats, desk.today)

    def refresh(self) -> None:
        """Read the list again."""
        groups = self._guard.run(self._shelf.groups)
        if groups is not None:
            self._view.show_history(groups, self._session.chat, self._shelf.searching)

    def title(self) -> str:
        """What the open conversation is called."""
        chat = self._session.chat
        return (self._guard.run(lambda: self._shelf.title(chat)) or "") if chat is not None else ""

    def show_retention(self) -> None:
        """Say how long conversations are kept; call when the setting changes."""
        days = self._desk.settings.values.chat.history_days
        self._view.show_retention(f"기록은 {days}일 뒤 지움")

    def search(self, containing: str) -> None:
        self._shelf.search(containing)
        self.refresh()

    def rename(self, chat: ChatId, title: str) -> None:
        """Give a conversation a name of the person's own."""
        if self._guard.run(lambda: self._shelf.rename(chat, title)):
            self._view.show_undo("이름을 바꿨습니다.")
        self.refresh()

    def delete(self, chat: ChatId) -> None:
        """Take a conversation out of the list; the records lose it when the time to undo is over."""
        title = self._guard.run(lambda: self._shelf.title(chat)) or "이름 없는"
        self._guard.run(lambda: self._shelf.delete(chat))
        if chat == self._session.chat:
            self._leave()
        self._view.show_undo(f"‘{title}’ 대화를 지웠습니다.")
        self.refresh()

    def undo(self) -> None:
        """되돌리기: the last delete or rename."""
        chat = self._guard.run(self._shelf.undo)
        self._view.show_undo("")
        self.refresh()
        if chat is not None and not self._session.turns:
            self._enter(chat)

    def settle(self) -> None:
        """The time to undo is over."""
        self._guard.run(self._shelf.settle)
        self._view.show_undo("")
