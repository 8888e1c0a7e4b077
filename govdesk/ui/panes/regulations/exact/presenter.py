"""The decisions of the exact search: what is asked, what is narrowed, how much is shown. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from govdesk.errors import QuestionEmpty
from govdesk.knowledge.model import Document, DocumentId, Hit, LiteralHits, Query
from govdesk.knowledge.store import Store
from govdesk.text.normalise import searchable
from govdesk.ui.panes.regulations.contract import Shop, Work
from govdesk.ui.panes.regulations.exact.model import Facet, Facets, facets, near_rows, rows
from govdesk.ui.panes.regulations.related import Entry

PAGE = 200
"""Results set at a time; scrolling to the end asks for as many more."""
NEAR = 5
"""Articles near in meaning above the exact ones."""
NEAR_READ = 20
"""Articles of the ranked search looked at for them."""


@dataclass(frozen=True, slots=True)
class Results:
    """What one search brought; `near` and `documents` only with the first page."""

    exact: LiteralHits
    near: tuple[Hit, ...] = ()
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: `text` as one phrase, or `each_word` of it; `without` words bar a passage."""

    text: str = ""
    each_word: bool = False
    without: str = ""
    supplements: bool = False
    document: DocumentId | None = None

    @property
    def words(self) -> list[str]:
        return self.text.split() if self.each_word else [self.text]


class ExactView(Protocol):
    """The widgets, seen from here."""

    def show_results(self, entries: list[Entry], words: str, *, keep: bool) -> None: ...
    def show_facets(self, found: Facets, chosen: str) -> None: ...
    def show_searching(self) -> None: ...
    def show_exact(self, shown: bool) -> None: ...


class ExactPresenter:
    """``open(text, document)``, ``ask(asked)``, ``narrow(key)``, ``more()``."""

    def __init__(
        self, view: ExactView, shop: Shop, work: Work, *, as_of: Callable[[], date], fail: Callable[[Exception], None]
    ) -> None:
        self._view = view
        self._shop = shop
        self._work = work
        self._as_of = as_of
        self._fail = fail
        self._asked = Asked()
        self._limit = PAGE
        self._chosen: Facet | None = None
        self._facets = Facets((), (), ())
        self._near: tuple[Hit, ...] = ()
        self._count = 0
        self._number = 0
        self.active = False

    def open(self) -> None:
        self.active = True
        self._view.show_exact(True)

    def close(self) -> None:
        self.active = False
        self._view.show_exact(False)

    def ask(self, asked: Asked) -> None:
        """Look for something else; facets start anew."""
        self._asked, self._limit, self._chosen = asked, PAGE, None
        self._search(fresh=True)

    def narrow(self, key: str) -> None:
        """Keep one facet's documents; the same one again, and everything is shown."""
        every = (*self._facets.kinds, *self._facets.ministries, *self._facets.families)
        chosen = next((one for one in every if one.key == key), None)
        self._chosen = None if chosen is None or (self._chosen and self._chosen.key == key) else chosen
        self._limit = PAGE
        self._search(fresh=False)

    def more(self) -> None:
        """The end of the list came into sight."""
        if self._count > self._limit:
            self._limit += PAGE
            self._search(fresh=False, keep=True)

    def _search(self, *, fresh: bool, keep: bool = False) -> None:
        asked, limit = self._asked, self._limit
        self._number += 1
        number = self._number
        if not asked.text.strip():
            self._view.show_results([], "", keep=False)
            return
        if not keep:
            self._view.show_searching()
        query, within = Query(asked.text, self._as_of(), limit), self._within()

        def find() -> Results:
            store = self._shop.store()
            found = store.literal(
                query, supplements=asked.supplements, each_word=asked.each_word, without=asked.without, within=within
            )
            return Results(found, _nearest(store, query), tuple(store.documents())) if fresh else Results(found)

        self._work.read(
            find,
            on_finished=lambda found: self._take(found, number=number, fresh=fresh, keep=keep),
            on_error=lambda error: self._on_error(error, number),
        )

    def _within(self) -> frozenset[DocumentId] | None:
        if self._asked.document is not None:
            return frozenset({self._asked.document})
        return self._chosen.documents if self._chosen else None

    def _take(self, found: Results, *, number: int, fresh: bool, keep: bool) -> None:
        if number != self._number:
            return
        self._count = found.exact.count
        if fresh:
            self._facets, self._near = facets(found.exact, found.documents), found.near
        words = self._asked.words
        self._view.show_facets(self._facets, self._chosen.key if self._chosen else "")
        self._view.show_results(
            near_rows(self._kept(), words) + rows(found.exact, words), self._words(found.exact), keep=keep
        )

    def _kept(self) -> list[Hit]:
        """The nearest that what was narrowed and left out allows."""
        within, barred = self._within(), [searchable(word) for word in self._asked.without.split()]
        kept = [
            hit
            for hit in self._near
            if (within is None or hit.document.id in within)
            and not any(word in searchable(hit.passage.text) for word in barred)
        ]
        return kept[:NEAR]

    def _words(self, found: LiteralHits) -> str:
        if not found.count:
            return "글자 그대로 든 곳은 없습니다. 글자를 줄이거나 '낱말 모두'로 찾아 보세요."
        shown = f" (앞의 {len(found.hits):,}건 보임)" if len(found.hits) < found.count else ""
        documents = sum(1 for count in found.by_document.values() if count)
        return f"정확히 일치 {found.count:,}건 · 문서 {documents:,}개{shown}"

    def _on_error(self, error: Exception, number: int) -> None:
        if number == self._number:
            if isinstance(error, QuestionEmpty):
                self._view.show_results([], "찾을 글자를 적으세요.", keep=False)
            else:
                self._fail(error)


def _nearest(store: Store, query: Query) -> tuple[Hit, ...]:
    """What the ranked search finds; nothing for words that carry no meaning."""
    try:
        return store.search(replace(query, limit=NEAR_READ)).hits
    except QuestionEmpty:
        return ()
