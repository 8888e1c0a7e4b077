"""What answering needs of the store; `knowledge.store.Store` is one, `testing.library.FakeLibrary` the other."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from govdesk.knowledge.model import Document, DocumentId, DocumentState, Evidence, LiteralHits, Passage, Query, Role


class Library(Protocol):
    """Reads of the store. Errors are those of `knowledge.store.Store`."""

    def documents(self) -> list[Document]:
        """All documents."""

    def document(self, identity: DocumentId, /) -> Document:
        """One document; raises DocumentNotFound."""

    def states(self, as_of: date) -> dict[DocumentId, DocumentState]:
        """Where each document stands on a day."""

    def passages(self, identity: DocumentId, /, roles: frozenset[Role] | None = None) -> list[Passage]:
        """A document's passages in order."""

    def articles_named(self, identity: DocumentId, /, article: str) -> list[Passage]:
        """The parts of one article in order."""

    def siblings(self, document: Document) -> list[Document]:
        """법률, 시행령, 시행규칙 of one family, in that order."""

    def search(self, query: Query) -> Evidence:
        """The best passages; raises QuestionEmpty."""

    def literal(self, query: Query, *, supplements: bool = False) -> LiteralHits:
        """Every passage that contains the words; raises QuestionEmpty."""
