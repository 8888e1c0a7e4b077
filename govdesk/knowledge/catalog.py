"""What is in the store, in memory: the documents with their generations, read again when the table has changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

from govdesk.errors import DocumentNotFound
from govdesk.knowledge import editions
from govdesk.knowledge.index import Index
from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState
from govdesk.knowledge.schemas import StoredDocument, stored_of
from govdesk.law.model import StatuteId
from govdesk.law.names import NameIndex, load_names

HIDDEN = frozenset({DocumentState.FUTURE_HIDDEN, DocumentState.SUPERSEDED, DocumentState.REPEALED})
"""States whose documents never rank."""


class Catalog:
    """One consistent view of the ``documents`` table; never changed after it is made."""

    def __init__(self, version: int, stored: Iterable[StoredDocument]) -> None:
        self.version = version
        self.stored = MappingProxyType({item.document.id: item for item in stored})
        self._states: dict[date, dict[DocumentId, DocumentState]] = {}
        self._names: NameIndex | None = None

    @classmethod
    def read(cls, index: Index) -> Catalog:
        version = index.version("documents")
        return cls(version, (stored_of(row) for row in index.read("documents").to_pylist()))

    def get(self, identity: DocumentId) -> StoredDocument:
        """Raises DocumentNotFound."""
        item = self.stored.get(identity)
        if item is None:
            raise DocumentNotFound(identity)
        return item

    def documents(self) -> list[Document]:
        """All documents by collection, title and edition."""
        documents = [item.document for item in self.stored.values()]
        return sorted(documents, key=lambda one: (one.collection, one.title, one.effective or date.max, one.id))

    def states(self, as_of: date) -> dict[DocumentId, DocumentState]:
        found = self._states.get(as_of)
        if found is None:
            found = editions.states(self.stored.values(), as_of)
            self._states = {as_of: found}
        return found

    @property
    def names(self) -> NameIndex:
        """What people and statutes call the statutes that are here; made when first asked for (some tenths of a
        second with all national statutes)."""
        if self._names is None:
            statutes = [one for one in self.stored.values() if one.document.collection is Collection.STATUTES]
            titles = [(StatuteId(one.document.series), one.document.title) for one in statutes]
            self._names = NameIndex(titles, load_names())
        return self._names

    def alive(self, document_id: str, generation: str) -> bool:
        """Whether a row of this document and generation counts."""
        item = self.stored.get(DocumentId(document_id))
        return item is not None and item.generation == generation

    def counts(self) -> dict[Collection, int]:
        result = dict.fromkeys(Collection, 0)
        for item in self.stored.values():
            result[item.document.collection] += 1
        return result

    def visible(self, wanted: frozenset[Collection] | None, *, examples: str = "auto") -> frozenset[Collection]:
        """The collections to search: `wanted`, or what a person sees by default.

        `examples` is ``auto`` (only while nothing else is in the store), ``always`` or ``never``.
        """
        if wanted is not None:
            return wanted
        own = frozenset(Collection) - {Collection.EXAMPLES}
        empty = not any(item.document.collection in own for item in self.stored.values())
        shown = examples == "always" or (examples == "auto" and empty)
        return own | {Collection.EXAMPLES} if shown else own

    def searchable(self, wanted: frozenset[Collection], as_of: date) -> dict[DocumentId, DocumentState]:
        """The documents that may rank, with their states."""
        states = self.states(as_of)
        return {
            identity: states[identity]
            for identity, item in self.stored.items()
            if item.document.collection in wanted and states[identity] not in HIDDEN
        }
