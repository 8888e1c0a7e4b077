"""What the presenter asks of the view and of the machine that does long work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from govdesk.jobs import CancelToken, Job
    from govdesk.ui.panes.documents.holdings import Proposed
    from govdesk.ui.panes.documents.rows import Row
    from govdesk.ui.panes.documents.run import Running


class Handle(Protocol):
    """A job under way."""

    def cancel(self) -> None: ...


class Work(Protocol):
    """Long work off the window's thread; every callback comes back on it."""

    def job(
        self,
        make: Callable[[CancelToken], Job],
        *,
        on_event: Callable[[object], None],
        on_finished: Callable[[Any], None],
        on_error: Callable[[Any], None],
        on_cancelled: Callable[[], None],
    ) -> Handle:
        """Run a writing job; one at a time, in the order asked for."""

    def write(
        self, fn: Callable[[], Any], *, on_finished: Callable[[Any], None], on_error: Callable[[Any], None]
    ) -> None:
        """Call `fn` in line with the jobs."""

    def read(
        self, fn: Callable[[], Any], *, on_finished: Callable[[Any], None], on_error: Callable[[Any], None]
    ) -> None:
        """Call `fn` beside them, for reads."""


class DocumentsView(Protocol):
    """The widgets, seen from the presenter. Every method only shows."""

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Everything there is, failed files first; the view filters by shelf and name."""

    def show_shelves(self, counts: dict[str, int], shelf: str) -> None:
        """How much is on each shelf, and which one is open."""

    def show_import(self, running: Running | None) -> None:
        """The progress card; None takes it away."""

    def show_failure(self, headline: str, text: str, path: str) -> None:
        """The banner of failed files; `path` is the one file it is about, ``""`` for several or (no headline) none."""

    def show_proposal(self, proposed: Proposed | None, more: int) -> None:
        """The banner of a newer edition; `more` wait behind it."""

    def show_trouble(self, headline: str, text: str, closable: bool) -> None:
        """What went wrong (`closable`) or keeps the pane from working; ``""`` takes it away."""

    def show_blocked(self, why: str) -> None:
        """Importing is not possible, and why; ``""`` allows it again."""

    def show_storage(self, text: str, where: str) -> None: ...
    def ask_removal(self, headline: str, text: str) -> None:
        """The confirmation in the pane; ``""`` takes it away."""

    def select(self, key: str) -> None: ...
