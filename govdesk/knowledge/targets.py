"""What a citation leads to in the store on a day: the text, or why there is none. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govdesk.knowledge import editions
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.lookup import series_named
from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState, Passage, Role
from govdesk.knowledge.readers.citations import articles_of
from govdesk.knowledge.schemas import deleted
from govdesk.law.citing import Citation, Citing, Missing
from govdesk.law.structure import unit_at

PassagesOf = Callable[[DocumentId, frozenset[Role] | None], list[Passage]]


class Standing(StrEnum):
    """What there is at a citation's target."""

    FOUND = "found"
    FUTURE = "future"
    """There, but not in force yet, and nothing in force is in the store."""
    NOT_IN_STORE = "not_in_store"
    AMBIGUOUS = "ambiguous"
    """Several statutes of the store have the name."""
    REPEALED = "repealed"
    """The statute is repealed on that day."""
    DELETED = "deleted"
    """The article is there and says 삭제."""
    NO_SUCH_ARTICLE = "no_such_article"
    NO_SUCH_PLACE = "no_such_place"
    NO_SUCH_ANNEX = "no_such_annex"
    UNCLEAR = "unclear"
    """The text does not say what is meant; `Target.citation.missing` says why."""


@dataclass(frozen=True, slots=True)
class CitedTarget:
    """A citation with what it leads to. `renamed` is today's title where the text has a former one."""

    citation: Citation
    words: str
    standing: Standing
    document: Document | None = None
    renamed: str = ""


class Targets:
    """``Targets(catalog, as_of, passages_of).of(document, article)``: every citation of an article, in order."""

    def __init__(self, catalog: Catalog, as_of: date, passages_of: PassagesOf) -> None:
        self._catalog = catalog
        self._as_of = as_of
        self._passages_of = passages_of
        self._articles: dict[DocumentId, dict[str, str]] = {}

    def of(self, document: Document, article: str) -> list[CitedTarget]:
        """Raises DocumentNotFound. A document without articles is read section by section (`article` a heading)."""
        articles = articles_of(self._passages_of(document.id, frozenset({Role.ARTICLE, Role.SECTION, Role.TABLE})))
        whole = document.collection is Collection.STATUTES or any(one.number for one in articles)
        citing = Citing(document.title, articles) if whole else Citing()
        wanted = [one for one in articles if article == (one.name or one.title)]
        return [self.target(document, one, text.text) for text in wanted for one in citing.of(text)]

    def target(self, document: Document, citation: Citation, text: str) -> CitedTarget:
        """What `citation` of `text`, an article of `document`, leads to."""
        words = text[citation.start : citation.end]
        if citation.missing is Missing.NO_SUCH_PLACE:
            return CitedTarget(citation, words, Standing.NO_SUCH_PLACE, document)
        if citation.missing:
            return CitedTarget(citation, words, Standing.UNCLEAR)
        series = series_named(self._catalog, citation.title) if citation.title else [document.series]
        if len(series) != 1:
            return CitedTarget(citation, words, Standing.AMBIGUOUS if series else Standing.NOT_IN_STORE)
        found, standing = (document, Standing.FOUND) if not citation.title else self._edition(series[0])
        if standing is not Standing.REPEALED:
            standing = self._place(found, citation, standing)
        return CitedTarget(citation, words, standing, found, self._renamed(found, citation.title))

    def _edition(self, series: str) -> tuple[Document, Standing]:
        states = self._catalog.states(self._as_of)
        items = (item.document for item in self._catalog.stored.values())
        texts = editions.in_order(one for one in items if one.series == series)
        for state, standing in _SHOWN:
            for one in texts:
                if states[one.id] is state:
                    return one, standing
        return texts[0], Standing.FUTURE

    def _place(self, document: Document, citation: Citation, standing: Standing) -> Standing:
        articles = self._texts(document)
        if citation.article is None:
            known = citation.annex in articles or (citation.annex == "별표" and "별표 1" in articles)
            return standing if known else Standing.NO_SUCH_ANNEX
        text = articles.get(citation.article.article())
        if text is None:
            return Standing.NO_SUCH_ARTICLE
        if deleted(text):
            return Standing.DELETED
        there = not citation.place or unit_at(text, citation.place) is not None
        return standing if there else Standing.NO_SUCH_PLACE

    def _texts(self, document: Document) -> dict[str, str]:
        """Texts of the articles by name, and of the annexes."""
        if document.id not in self._articles:
            found: dict[str, str] = {}
            for passage in self._passages_of(document.id, frozenset({Role.ARTICLE, Role.ANNEX})):
                name = passage.article or passage.heading
                found[name] = f"{found[name]}\n{passage.text}" if name in found else passage.text
            self._articles[document.id] = found
        return self._articles[document.id]

    @staticmethod
    def _renamed(document: Document, title: str) -> str:
        from govdesk.law.names import short_name
        from govdesk.text.normalise import searchable

        if not title or searchable(title) in (searchable(document.title), searchable(short_name(document.title))):
            return ""
        return document.title


_SHOWN: Sequence[tuple[DocumentState, Standing]] = (
    (DocumentState.IN_FORCE, Standing.FOUND),
    (DocumentState.REPEALED, Standing.REPEALED),
    (DocumentState.FUTURE, Standing.FUTURE),
)
