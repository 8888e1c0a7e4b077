"""Rows of the index as passages, leaving out what no document names."""

from __future__ import annotations

from collections.abc import Sequence

from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import EXTRA, RANKED, Index, quoted
from govdesk.knowledge.model import DocumentId, Passage, Role
from govdesk.knowledge.schemas import PASSAGE_COLUMNS, RANKED_ROLES, passage_of


def of_document(index: Index, catalog: Catalog, identity: DocumentId, roles: frozenset[Role] | None) -> list[Passage]:
    """The passages of a document in order, of all roles or some. Raises DocumentNotFound."""
    stored = catalog.get(identity)
    where = f"document_id = '{stored.document.id}' AND generation = '{stored.generation}'"
    wanted = roles if roles is not None else frozenset(Role)
    rows = []
    if wanted & RANKED_ROLES:
        rows += index.read(RANKED, columns=PASSAGE_COLUMNS, where=where).to_pylist()
    if wanted - RANKED_ROLES:
        rows += index.read(EXTRA, columns=PASSAGE_COLUMNS, where=where).to_pylist()
    found = [passage for passage in map(passage_of, rows) if passage.role in wanted]
    return sorted(found, key=lambda passage: passage.ordinal)


def headed(index: Index, catalog: Catalog, identities: Sequence[DocumentId], heading: str) -> dict[DocumentId, str]:
    """The text under one `heading` outside the articles, of those documents that have it."""
    if not identities:
        return {}
    where = f"document_id IN {quoted(identities)} AND heading = '{heading}'"
    rows = index.read(EXTRA, columns=["document_id", "generation", "text"], where=where).to_pylist()
    alive = (row for row in rows if catalog.alive(row["document_id"], row["generation"]))
    return {DocumentId(row["document_id"]): row["text"] for row in alive}
