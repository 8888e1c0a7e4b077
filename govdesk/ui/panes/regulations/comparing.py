"""신구대조 joined to the pane: made when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.knowledge.model import Document, DocumentId
from govdesk.ui.pane import PaneContext
from govdesk.ui.panes.regulations.compare.presenter import ComparePresenter
from govdesk.ui.panes.regulations.contract import Work

if TYPE_CHECKING:
    from govdesk.ui.panes.regulations.compare.model import Table
    from govdesk.ui.panes.regulations.compare.view import ComparePane
    from govdesk.ui.panes.regulations.view import RegulationsPane


class Comparing:
    """``open(document)`` and ``close()``; `active` while it stands in the place of the text."""

    def __init__(self, view: RegulationsPane, context: PaneContext, work: Work) -> None:
        self._view = view
        self._context = context
        self._pane: ComparePane | None = None
        self._presenter = ComparePresenter(
            self, context.desk, work, as_of=lambda: context.working_date.date, say=context.say, fail=self._fail
        )

    @property
    def active(self) -> bool:
        return self._presenter.active

    @property
    def presenter(self) -> ComparePresenter:
        return self._presenter

    def open(self, document: DocumentId) -> None:
        self._presenter.open(document)

    def close(self) -> None:
        if self.active:
            self._presenter.close()

    def _fail(self, error: Exception) -> None:
        self._context.say(" ".join(self._context.explain(error)))  # type: ignore[arg-type]

    def _made(self) -> ComparePane:
        if self._pane is None:
            pane, presenter = self._view.compare_pane(), self._presenter
            pane.closed.connect(presenter.close)
            pane.old_chosen.connect(lambda at: presenter.choose(old=at))
            pane.new_chosen.connect(lambda at: presenter.choose(new=at))
            pane.swapped.connect(presenter.swap)
            pane.stepped.connect(presenter.step)
            pane.gone_to.connect(presenter.go)
            pane.whole_asked.connect(presenter.show_whole)
            pane.export_asked.connect(presenter.export)
            pane.table.folded.connect(presenter.toggle_fold)
            self._pane = pane
        return self._pane

    # -- `CompareView` ---------------------------------------------------------------------------------------

    def show_editions(self, title: str, editions: Sequence[Document], old: int, new: int) -> None:
        self._made().show_editions(title, editions, old, new)

    def show_table(self, shown: Table, *, keep: bool) -> None:
        self._made().show_table(shown, keep=keep)

    def show_change(self, number: int) -> None:
        self._made().show_change(number)

    def show_note(self, words: str) -> None:
        self._made().show_note(words)

    def show_compare(self, shown: bool) -> None:
        self._view.show_compare(shown)

    def ask_file(self, suggested: str) -> Path | None:
        return self._made().ask_file(suggested)
