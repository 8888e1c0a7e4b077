"""The expected questions of the statutes in the store: their table, and what search keeps of it in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govdesk.jobs import CancelToken, Job, Progress
from govdesk.knowledge import model
from govdesk.knowledge.bank import Bank, BankFile, Expected
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import QUESTIONS, RANKED, Index, quoted
from govdesk.knowledge.pinned import Pinned
from govdesk.knowledge.schemas import schema_of
from govdesk.text.normalise import searchable

if TYPE_CHECKING:
    from govdesk.knowledge.embed import Embedder
    from govdesk.text.morphemes import Morphemes

AT_ONCE = 2_000
"""Questions written together, some two seconds of work."""
STAGE = "예상 질문 색인"

Key = tuple[str, str]
"""법령ID and article."""


def attach(
    index: Index, catalog: Catalog, bank: Bank, embedder: Embedder, morphemes: Morphemes, cancel: CancelToken
) -> Job:
    """Bring the table in line with the bank, for the statutes in the store; yields Progress."""
    table = index.filling(QUESTIONS, embedder.id, embedder.dimension)
    files, there = wanted(catalog, bank), _there(index, table)
    if stale := [series for series, digest in there.items() if digest != _digest(files.get(series))]:
        index.delete(table, f"series IN {quoted(stale)}")
    missing = [one for series, one in files.items() if there.get(series) != one.digest]
    if not missing:
        return
    batch: list[tuple[BankFile, Expected]] = []
    for done, file in enumerate(missing, 1):
        cancel.check()
        batch += [(file, one) for one in file.questions()]
        if len(batch) >= AT_ONCE or done == len(missing):
            index.add(table, _rows(batch, embedder, morphemes))
            batch = []
            yield Progress(STAGE, done, len(missing))
    index.tidy([table])


def due(index: Index, catalog: Catalog, bank: Bank) -> bool:
    """Whether `attach` has something to do."""
    digests = {series: one.digest for series, one in wanted(catalog, bank).items()}
    return _there(index, index.serving(QUESTIONS)) != digests


def articles_of(index: Index, catalog: Catalog, series: Collection[str]) -> set[Key]:
    """The articles that the editions of these statutes in the store have between them."""
    of = {str(one): item.document.series for one, item in catalog.stored.items() if item.document.series in series}
    if not of:
        return set()
    rows = index.read(RANKED, columns=["document_id", "article"], where=f"document_id IN {quoted(of)}")
    pairs = zip(rows["document_id"].to_pylist(), rows["article"].to_pylist(), strict=True)
    return {(of[document], article) for document, article in pairs}


def wanted(catalog: Catalog, bank: Bank) -> dict[str, BankFile]:
    """The bank's files for the statutes in the store, by 법령ID."""
    documents = [item.document for item in catalog.stored.values()]
    stored = {document.series for document in documents if document.collection is model.Collection.STATUTES}
    found = {series: bank.of(series) for series in sorted(stored & bank.series())}
    return {series: one for series, one in found.items() if one is not None}


def _digest(file: BankFile | None) -> str:
    return file.digest if file else ""


def _there(index: Index, table: str) -> dict[str, str]:
    """Digest by series of what the table holds; "" where a writing was cut off between two digests."""
    rows = index.read(table, columns=["series", "digest"])
    groups = rows.group_by(["series", "digest"]).aggregate([]).to_pylist()
    found: dict[str, str] = {}
    for row in groups:
        found[row["series"]] = "" if row["series"] in found else row["digest"]
    return found


def _rows(batch: Sequence[tuple[BankFile, Expected]], embedder: Embedder, morphemes: Morphemes) -> Any:
    import numpy as np
    import pyarrow as pa

    texts = [one.text for _, one in batch]
    words = list(morphemes.content_many(texts))
    vectors = embedder.encode(texts, words).astype(np.float16)
    columns = {
        "id": [f"{one.series}/{one.number}" for _, one in batch],
        "series": [one.series for _, one in batch],
        "article": [one.article for _, one in batch],
        "digest": [file.digest for file, _ in batch],
        "text": texts,
        "tight": [searchable(text) for text in texts],
        "morphemes": [" ".join(some) for some in words],
        "vector": pa.FixedSizeListArray.from_arrays(pa.array(vectors.reshape(-1), pa.float16()), embedder.dimension),
    }
    return pa.table(columns, schema=schema_of(QUESTIONS, embedder.dimension))


def version_of(index: Index) -> tuple[str, int]:
    """What `Questions` are of."""
    table = index.serving(QUESTIONS)
    return table, index.version(table)


class Questions:
    """The table as it is now, for searching. A question is known by its place, 0 to n-1."""

    def __init__(self, index: Index, embedder: Embedder) -> None:
        import numpy as np

        from govdesk.knowledge.matrix import Matrix

        self.version = version_of(index)
        own = index.note("embedder") == embedder.id
        self._rows = Pinned(index.pinned(index.serving(QUESTIONS)) if own else None)
        rows = self._rows.read(["series", "article", "vector"])
        self.keys: list[Key] = []
        self.key_at: Any = np.zeros(0, np.intp)
        self._matrix = Matrix(0, embedder.dimension)
        self._number: dict[Key, int] = {}
        if rows is not None and rows.num_rows:
            self._take(rows)

    def __len__(self) -> int:
        return len(self.key_at)

    def _take(self, rows: Any) -> None:
        import numpy as np

        from govdesk.knowledge.matrix import Matrix

        pairs = list(zip(rows["series"].to_pylist(), rows["article"].to_pylist(), strict=True))
        self.keys = list(dict.fromkeys(pairs))
        number = {key: at for at, key in enumerate(self.keys)}
        self.key_at = np.fromiter((number[pair] for pair in pairs), np.intp, len(pairs))
        dimension = rows.schema.field("vector").type.list_size
        self._matrix = Matrix(len(pairs), dimension)
        at = 0
        for chunk in rows["vector"].chunks:
            some = chunk.flatten().to_numpy(zero_copy_only=False).reshape(-1, dimension)
            self._matrix.put(np.arange(at, at + len(some)), some)
            at += len(some)
        self._by_key = self.key_at.argsort(kind="stable")
        self._starts = np.searchsorted(self.key_at[self._by_key], np.arange(len(self.keys) + 1))
        self._number = number

    def places_of(self, key: Key) -> list[int]:
        """The questions of an article; empty where the bank has none."""
        at = self._number.get(key)
        if at is None:
            return []
        places: list[int] = self._by_key[self._starts[at] : self._starts[at + 1]].tolist()
        return places

    def best_of_keys(self, scores: Any) -> Any:
        """The largest of `scores` (a number a question) by key, in the order of `keys`."""
        import numpy as np

        return np.maximum.reduceat(scores[self._by_key], self._starts[:-1]) if self.keys else np.zeros(0, np.float32)

    def by_meaning(self, vector: Any) -> Any:
        """The cosine of every question with `vector`, `(n,)` float32."""
        return self._matrix.dot(vector)

    def by_words(self, terms: Mapping[str, float], count: int) -> dict[int, float]:
        """BM25 scores by place of the questions that hold any of the bigrams."""
        return self._rows.scores("tight", terms, count)

    def by_morphemes(self, terms: Mapping[str, float], count: int) -> dict[int, float]:
        return self._rows.scores("morphemes", terms, count)

    def texts(self, places: Sequence[int]) -> dict[int, str]:
        """The questions at `places`."""
        return {place: row["text"] for place, row in self._rows.take(places, ["text"]).items()}
