"""What the presenter asks of the view and of the machine that does long work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from govdesk.jobs import CancelToken, Job
    from govdesk.messages import Message
    from govdesk.records.chats import ChatId, TurnId
    from govdesk.ui.panes.chat.asked import Asked
    from govdesk.ui.panes.chat.cards import Card
    from govdesk.ui.panes.chat.history import Group
    from govdesk.ui.panes.chat.scope import Scope
    from govdesk.ui.requests import Request


class Handle(Protocol):
    """A job under way."""

    def cancel(self) -> None: ...


class Work(Protocol):
    """Long work off the window's thread; every callback comes back on it."""

    def answer(
        self,
        make: Callable[[CancelToken], Job],
        *,
        on_event: Callable[[object], None],
        on_finished: Callable[[Any], None],
        on_error: Callable[[BaseException], None],
    ) -> Handle:
        """Run an answering job; cancelling is silent."""

    def read(
        self,
        fn: Callable[[], Any],
        *,
        on_finished: Callable[[Any], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Call `fn` beside the answering lane, for short reads."""


class ChatView(Protocol):
    """The widgets, seen from the presenter. Every method only shows."""

    def show_history(self, groups: tuple[Group, ...], selected: ChatId | None, searching: bool) -> None: ...
    def show_retention(self, text: str) -> None: ...
    def show_undo(self, text: str) -> None:
        """Offer to take a change back for some seconds; `text` "" takes the offer away."""

    def show_empty(self, questions: tuple[str, ...], no_statutes: bool) -> None:
        """An empty conversation with first questions to pick."""

    def show_turns(self, turns: tuple[Asked, ...], earlier: int) -> None:
        """Replace the conversation; `earlier` turns stand before it and can be asked for."""

    def show_earlier(self, turns: tuple[Asked, ...], earlier: int) -> None:
        """Put turns before those shown, without moving what is read."""

    def show_turn(self, turn: Asked) -> None:
        """Add a turn, or bring one up to date."""

    def show_cards(self, turn: TurnId | None, cards: tuple[Card, ...]) -> None:
        """The evidence column; `turn` is the question it belongs to."""

    def flash_card(self, number: int) -> None: ...
    def unfold_card(self, number: int, text: str) -> None:
        """Open a card to the whole article `text` (canonical)."""

    def show_follow_ups(self, questions: tuple[str, ...]) -> None: ...
    def show_busy(self, busy: bool) -> None:
        """Whether 묻기 or 멈춤 stands in the question box."""

    def show_scope(self, scope: Scope) -> None: ...
    def show_as_of(self, day: date, stale: bool) -> None: ...
    def show_problem(self, message: Message | None, retry: bool) -> None:
        """A banner in the pane; None takes it away."""

    def question(self) -> str: ...
    def set_question(self, text: str) -> None: ...
    def put_on_clipboard(self, text: str) -> None: ...
    def request(self, request: Request) -> None:
        """Hand a request to the main window."""
