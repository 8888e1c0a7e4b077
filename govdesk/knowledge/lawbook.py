"""The statutes of the store as law: editions and their comparison, citations both ways, what fills an article out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from govdesk.errors import DateBeforeFirst
from govdesk.knowledge import citations, delegation, editions, fetch, lookup
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.delegation import Filled
from govdesk.knowledge.index import Index
from govdesk.knowledge.model import Backlink, Backlinks, Document, DocumentId, DocumentState, Passage, Role
from govdesk.knowledge.readers.citations import articles_of
from govdesk.knowledge.targets import CitedTarget, Targets
from govdesk.law import comparison, reasons
from govdesk.law.comparison import Comparison
from govdesk.law.model import Article, Number
from govdesk.law.names import act_of

NEAREST = 400
"""Citing places looked at for the 위임 tree; a statute's own family comes first among them."""
READ = frozenset({Role.ARTICLE, Role.SECTION, Role.TABLE})


class Lawbook:
    """One view of the store; `Store.law` makes it anew. All methods raise DocumentNotFound."""

    def __init__(
        self, index: Index, catalog: Catalog, examples: str, steady: Callable[[Callable[[], Backlinks]], Backlinks]
    ) -> None:
        self._index = index
        self._catalog = catalog
        self._examples = examples
        self._steady = steady

    # -- editions --------------------------------------------------------------------------------------------

    def editions(self, identity: DocumentId) -> list[Document]:
        """Every edition of a document's series, the earliest first."""
        one = self._catalog.get(identity).document
        items = (item.document for item in self._catalog.stored.values())
        same = [other for other in items if (other.series, other.collection) == (one.series, one.collection)]
        return editions.in_order(same)

    def edition_on(self, identity: DocumentId, day: date) -> Document:
        """The edition in force on `day`. Raises DateBeforeFirst."""
        states = self._catalog.states(day)
        same = self.editions(identity)
        for one in same:
            if states[one.id] in (DocumentState.IN_FORCE, DocumentState.REPEALED):
                return one
        first = next((one.effective for one in same if one.effective), None)
        raise DateBeforeFirst(day.isoformat(), first.isoformat() if first else "")

    def compare(self, old: DocumentId, new: DocumentId, article: str = "") -> Comparison:
        """Two editions, article by article; of one `article` (``제16조``) alone."""
        found = comparison.compare(self._articles(old), self._articles(new))
        if article:
            kept = (pair for pair in found.pairs if article in (one.name for one in (pair.old, pair.new) if one))
            found = Comparison(tuple(kept))
        return replace(found, reasons=self._reasons(old, new, found))

    def _reasons(self, old: DocumentId, new: DocumentId, found: Comparison) -> dict[str, str]:
        """What the amendments after `old` up to `new` say of its articles; nothing where `new` is the earlier one."""
        order = [one.id for one in self.editions(old)]
        since = order[order.index(old) + 1 : order.index(new) + 1] if new in order else []
        texts = fetch.headed(self._index, self._catalog, since, reasons.HEADING)
        numbers = found.numbers()
        return reasons.joined(reasons.reasons(texts[one], numbers) for one in since if one in texts)

    def _articles(self, identity: DocumentId) -> list[Article]:
        return articles_of(self._passages(identity, READ))

    # -- citations -------------------------------------------------------------------------------------------

    def cited_by(
        self, identity: DocumentId, as_of: date, *, article: str = "", annex: str = "", limit: int = 100
    ) -> Backlinks:
        """Who cites an article (``제16조의2``) or an annex (``별표 1``) on `as_of`, the nearest first."""
        catalog = self._catalog
        document = catalog.get(identity).document
        allowed = catalog.searchable(catalog.visible(None, examples=self._examples), as_of)
        number = Number.of(article)

        def find() -> Backlinks:
            return citations.cited_by(self._index, catalog, document, allowed, article=number, annex=annex, limit=limit)

        return self._steady(find)

    def series_named(self, title: str) -> str:
        """The series of the one statute that answers to `title` in a text; ``""`` if none or several do."""
        found = lookup.series_named(self._catalog, title)
        return found[0] if len(found) == 1 else ""

    def cites(self, identity: DocumentId, article: str, as_of: date) -> list[CitedTarget]:
        """Every citation of an article (or of a manual's section, by its heading) with what it leads to on `as_of`."""
        return self.targets(as_of).of(self._catalog.get(identity).document, article)

    def targets(self, as_of: date) -> Targets:
        """What resolves citations on `as_of`."""
        return Targets(self._catalog, as_of, self._passages)

    def filled_out(self, identity: DocumentId, article: str, as_of: date) -> Filled:
        """The 위임 tree below an article: decree, rules, annexes."""
        one = self._catalog.get(identity).document
        family = lookup.siblings(self._catalog, one)

        def cites(document: Document, name: str) -> list[Backlink]:
            act = act_of(document.title)
            links = self.cited_by(document.id, as_of, article=name, limit=NEAREST).links
            return [link for link in links if act_of(link.document.title) == act]

        def texts(document: Document, name: str) -> list[Passage]:
            found = self._passages(document.id, frozenset({Role.ARTICLE, Role.ANNEX}))
            return [one for one in found if name in (one.article or one.heading, f"{one.heading} 1")]

        return delegation.filled_out(one, article, cites, texts, family)

    def _passages(self, identity: DocumentId, roles: frozenset[Role] | None) -> list[Passage]:
        return fetch.of_document(self._index, self._catalog, identity, roles)
