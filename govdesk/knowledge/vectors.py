"""Vectors of passages: made in the background a few documents at a time, searched in memory."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from govdesk.jobs import CancelToken, Finished, Job, Progress
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import RANKED, Index, quoted
from govdesk.knowledge.schemas import StoredDocument, deleted, schema_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from govdesk.knowledge.embed import Embedder
    from govdesk.text.morphemes import Morphemes

VECTORS = "vectors"
BATCH_PASSAGES = 1_000
READ_AT_MOST = 3_000
"""Characters of a passage that its vector is made of; the 99th percentile of articles is 2,321."""
STAGE = "뜻 색인"


def prepare(index: Index, embedder: Embedder) -> None:
    """Forget vectors of another embedder."""
    if index.note("embedder") != embedder.id:
        index.set_note("embedder", embedder.id)
        index.remake(VECTORS, embedder.dimension)


def counted(index: Index) -> Counter[tuple[str, str]]:
    """Vectors by document and generation."""
    rows = index.read(VECTORS, columns=["document_id", "generation"])
    groups = rows.group_by(["document_id", "generation"]).aggregate([([], "count_all")]).to_pylist()
    return Counter({(row["document_id"], row["generation"]): row["count_all"] for row in groups})


def build(index: Index, catalog: Catalog, embedder: Embedder, morphemes: Morphemes, cancel: CancelToken) -> Job:
    """Make what is missing; yields Progress and Finished[int], the passages done. A batch is written whole."""
    prepare(index, embedder)
    done = counted(index)
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
            index.delete(VECTORS, f"document_id IN {quoted(half)}")
        index.add(VECTORS, rows)
        count += rows.num_rows
        seconds = time.monotonic() - started
        rate = (count - before) / seconds if seconds else 0.0
        yield Progress(STAGE, count, total, batch[-1].document.title, rate, (total - count) / rate if rate else None)
    if missing:
        index.tidy([VECTORS])
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
    texts = ["" if deleted(row["text"]) else f"{row['heading']}\n{row['text'][:READ_AT_MOST]}" for row in rows]
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


class VectorTable:
    """All vectors in memory, `(n, dimension)` float32, with what their passages are."""

    def __init__(self, index: Index, catalog: Catalog) -> None:
        import numpy as np

        self.version = index.version(VECTORS)
        self.catalog = catalog
        table = index.read(VECTORS, columns=["id", "document_id", "generation", "article", "heading", "vector"])
        alive = [
            catalog.alive(one, other)
            for one, other in zip(table["document_id"].to_pylist(), table["generation"].to_pylist(), strict=True)
        ]
        table = table.filter(alive) if not all(alive) else table
        self.ids: list[str] = table["id"].to_pylist()
        self.rows = {identity: row for row, identity in enumerate(self.ids)}
        self.articles: list[str] = table["article"].to_pylist()
        self.headings: list[str] = table["heading"].to_pylist()
        encoded = table["document_id"].combine_chunks().dictionary_encode() if table.num_rows else None
        self.documents: list[str] = encoded.dictionary.to_pylist() if encoded is not None else []
        self._places = encoded.indices.to_numpy() if encoded is not None else np.zeros(0, np.int32)
        self._matrix = _matrix(table)

    def __len__(self) -> int:
        return len(self.ids)

    def document_of(self, row: int) -> str:
        return self.documents[int(self._places[row])]

    def scores(self, vector: Any, allowed: Any) -> NDArray[np.float32]:
        """The cosine of each passage with `vector`; -1 for passages of documents not in `allowed`."""
        import numpy as np

        scores: NDArray[np.float32] = self._matrix @ vector.astype(np.float32)
        mask = np.fromiter((one in allowed for one in self.documents), bool, len(self.documents))
        if not mask.all():
            scores[~mask[self._places]] = -1.0
        return scores


def _matrix(table: Any) -> Any:
    """The vectors a chunk at a time, so that only one copy in float32 exists."""
    import numpy as np

    dimension = table.schema.field("vector").type.list_size
    matrix = np.empty((table.num_rows, dimension), np.float32)
    start = 0
    for chunk in table["vector"].chunks:
        part = chunk.flatten().to_numpy(zero_copy_only=False).reshape(-1, dimension)
        matrix[start : start + len(part)] = part
        start += len(part)
    return matrix
