"""Vectors of passages: made in the background a few documents at a time, searched in memory."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from govdesk.jobs import CancelToken, Finished, Job, Progress
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import RANKED, VECTORS, Index, quoted
from govdesk.knowledge.schemas import StoredDocument, deleted, schema_of

if TYPE_CHECKING:
    from govdesk.knowledge.embed import Embedder
    from govdesk.text.morphemes import Morphemes

BATCH_PASSAGES = 1_000
READ_AT_MOST = 3_000
"""Characters of a passage that its vector is made of; the 99th percentile of articles is 2,321."""
INDEXED_EVERY = 20_000
"""Rows after which their morphemes are indexed (a second), so that searches meanwhile stay quick."""
STAGE = "뜻 색인"


def counted(index: Index, table: str) -> Counter[tuple[str, str]]:
    """Vectors by document and generation."""
    rows = index.read(table, columns=["document_id", "generation"])
    groups = rows.group_by(["document_id", "generation"]).aggregate([([], "count_all")]).to_pylist()
    return Counter({(row["document_id"], row["generation"]): row["count_all"] for row in groups})


def build(index: Index, catalog: Catalog, embedder: Embedder, morphemes: Morphemes, cancel: CancelToken) -> Job:
    """Make what is missing; yields Progress and Finished[int], the passages done. A batch is written whole.

    Another embedder's vectors serve until all of this one's are there.
    """
    table = index.filling(VECTORS, embedder.id, embedder.dimension)
    done = counted(index, table)
    total = sum(item.document.passages for item in catalog.stored.values())
    ready = {
        item.document.id
        for item in catalog.stored.values()
        if done[item.document.id, item.generation] >= item.document.passages
    }
    missing = [item for item in catalog.stored.values() if item.document.id not in ready]
    before = count = total - sum(item.document.passages for item in missing)
    started = time.monotonic()
    for batch in _batches(missing):
        cancel.check()
        rows = _rows(index, batch, embedder, morphemes)
        cancel.check()
        if half := [item.document.id for item in batch if done[item.document.id, item.generation]]:
            index.delete(table, f"document_id IN {quoted(half)}")
        index.add(table, rows)
        if index.unindexed(table) >= INDEXED_EVERY:
            index.tidy([table])
        count += rows.num_rows
        seconds = time.monotonic() - started
        rate = (count - before) / seconds if seconds else 0.0
        yield Progress(STAGE, count, total, batch[-1].document.title, rate, (total - count) / rate if rate else None)
    if missing:
        index.tidy([table])
    index.serve(embedder.id)
    yield Finished(count - before)


def _batches(missing: Sequence[StoredDocument]) -> Iterator[list[StoredDocument]]:
    batch: list[StoredDocument] = []
    size = 0
    for item in missing:
        batch.append(item)
        size += item.document.passages
        if size >= BATCH_PASSAGES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _rows(index: Index, batch: Sequence[StoredDocument], embedder: Embedder, morphemes: Morphemes) -> Any:
    import numpy as np
    import pyarrow as pa

    generations = {item.document.id: item.generation for item in batch}
    columns = ["id", "document_id", "generation", "article", "heading", "text"]
    table = index.read(RANKED, columns=columns, where=f"document_id IN {quoted(generations)}")
    rows = [row for row in table.to_pylist() if generations.get(row["document_id"]) == row["generation"]]
    titles = {item.document.id: item.document.title for item in batch}
    texts = [
        "" if deleted(row["text"]) else f"{titles[row['document_id']]}\n{row['heading']}\n{row['text'][:READ_AT_MOST]}"
        for row in rows
    ]
    words = list(morphemes.content_many(texts))
    vectors = embedder.encode(texts, words).astype(np.float16)
    schema = schema_of(VECTORS, embedder.dimension)
    flat = pa.array(vectors.reshape(-1), pa.float16())
    columns_out = {
        "id": [row["id"] for row in rows],
        "document_id": [row["document_id"] for row in rows],
        "generation": [row["generation"] for row in rows],
        "article": [row["article"] for row in rows],
        "heading": [row["heading"] for row in rows],
        "morphemes": [" ".join(some) for some in words],
        "vector": pa.FixedSizeListArray.from_arrays(flat, embedder.dimension),
    }
    return pa.table(columns_out, schema=schema)
