"""The pane's one way to report what went wrong: a banner with the next step, never a modal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from govdesk.errors import GovDeskError, RequestError
from govdesk.messages import Message, message_for, text_of

if TYPE_CHECKING:
    from govdesk.ui.panes.chat.contract import ChatView

T = TypeVar("T")


def message_of(error: BaseException) -> Message:
    """Cause and next step; anything that is not a `GovDeskError` gets the text for unknown faults."""
    return text_of(error) if isinstance(error, GovDeskError) else message_for("", {})


class Guard:
    """Runs short work and shows what it raises."""

    def __init__(self, view: ChatView) -> None:
        self._view = view

    def run(self, fn: Callable[[], T]) -> T | None:
        """The value of `fn`; None after a `GovDeskError`, which is shown."""
        try:
            return fn()
        except GovDeskError as error:
            self.show(error)
            return None

    def show(self, error: BaseException, *, retry: bool = False) -> None:
        """Show the banner; `retry` offers 다시 묻기 unless the request itself must change."""
        self._view.show_problem(message_of(error), retry=retry and not isinstance(error, RequestError))

    def clear(self) -> None:
        self._view.show_problem(None, retry=False)
