"""The exact search joined to the pane: made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdesk.ui.pane import PaneContext
from govdesk.ui.panes.regulations.contract import Work
from govdesk.ui.panes.regulations.exact.model import Facets
from govdesk.ui.panes.regulations.exact.presenter import ExactPresenter
from govdesk.ui.panes.regulations.related import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdesk.ui.panes.regulations.exact.view import ExactPane
    from govdesk.ui.panes.regulations.view import RegulationsPane


class Looking:
    """``open(text)`` and ``close()``; `take` opens a row in the text."""

    def __init__(
        self, view: RegulationsPane, context: PaneContext, work: Work, take: Callable[[Entry, bool], None]
    ) -> None:
        self._view = view
        self._context = context
        self._take = take
        self._pane: ExactPane | None = None
        self.presenter = ExactPresenter(
            self, context.desk, work, as_of=lambda: context.working_date.date, fail=self._fail
        )

    def open(self, text: str = "") -> None:
        self.presenter.open()
        self._made().start(text)

    def close(self) -> None:
        if self.presenter.active:
            self.presenter.close()

    def _fail(self, error: Exception) -> None:
        self._context.say(" ".join(self._context.explain(error)))  # type: ignore[arg-type]

    def _made(self) -> ExactPane:
        if self._pane is None:
            pane = self._view.exact_pane()
            pane.asked.connect(self.presenter.ask)
            pane.narrowed.connect(self.presenter.narrow)
            pane.more.connect(self.presenter.more)
            pane.closed.connect(self.presenter.close)
            pane.opened.connect(self._on_opened)
            self._pane = pane
        return self._pane

    def _on_opened(self, entry: Entry, new_tab: bool) -> None:
        self.presenter.close()
        self._take(entry, new_tab)

    # -- `ExactView` -----------------------------------------------------------------------------------------

    def show_results(self, entries: list[Entry], words: str, *, keep: bool) -> None:
        self._made().show_results(entries, words, keep=keep)

    def show_facets(self, found: Facets, chosen: str) -> None:
        self._made().show_facets(found, chosen)

    def show_searching(self) -> None:
        self._made().show_searching()

    def show_exact(self, shown: bool) -> None:
        self._view.show_over(self._made() if shown else None)
