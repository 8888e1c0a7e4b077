"""Whole documents into the index and out of it, so that a kill at any moment leaves none half there.

A batch is written in this order: passages of the new generation, then the documents that name it, then the old
generation's passages are deleted. A kill in between leaves rows that no document names; `recover` deletes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import OF_DOCUMENTS, Index, quoted
from govdesk.knowledge.model import DocumentId
from govdesk.knowledge.schemas import StoredDocument, document_row, schema_of, table_of

DIRTY = "dirty"
"""Manifest note: an import has begun and not ended."""


def write_batch(
    index: Index,
    rows: dict[str, list[dict[str, Any]]],
    documents: Sequence[StoredDocument],
    outdated: Sequence[tuple[str, str]],
    gone: Sequence[DocumentId],
) -> None:
    """Write whole documents: rows, then documents, then delete what they replace (see the module's docstring)."""
    import pyarrow as pa

    for name, some in rows.items():
        if some:
            index.add(name, table_of(name, some))
    last = {stored.document.id: stored for stored in documents if stored.document.id not in set(gone)}
    if last:
        index.upsert(
            "documents", pa.Table.from_pylist([document_row(one) for one in last.values()], schema_of("documents"))
        )
    if gone:
        index.delete("documents", f"id IN {quoted(gone)}")
    conditions = [f"(document_id = '{one}' AND generation = '{old}')" for one, old in outdated]
    if gone:
        conditions.append(f"document_id IN {quoted(gone)}")
    for start in range(0, len(conditions), 100):
        for name in OF_DOCUMENTS:
            index.delete(name, " OR ".join(conditions[start : start + 100]))


def recover(index: Index) -> bool:
    """Delete rows that no document names, after an import that did not end. True if one had not ended."""
    if not index.note(DIRTY):
        index.sweep()
        return False
    catalog = Catalog.read(index)
    for name in OF_DOCUMENTS:
        rows = index.read(name, columns=["document_id", "generation"])
        pairs = rows.group_by(["document_id", "generation"]).aggregate([]).to_pylist()
        orphans = [(row["document_id"], row["generation"]) for row in pairs if not catalog.alive(**row)]
        for start in range(0, len(orphans), 100):
            some = orphans[start : start + 100]
            index.delete(name, " OR ".join(f"(document_id = '{one}' AND generation = '{old}')" for one, old in some))
    index.tidy()
    index.set_note(DIRTY, False)
    return True
