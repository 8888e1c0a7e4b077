"""What ranked search keeps in memory of the index at one moment: which passages there are, and their vectors.

The tables are pinned to the versions read, so that row ids stay true while another thread writes.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Any

from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import RANKED, VECTORS, Index
from govdesk.knowledge.model import DocumentId
from govdesk.knowledge.pinned import Pinned
from govdesk.knowledge.schemas import PASSAGE_COLUMNS, passage_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from govdesk.knowledge.model import Passage
    from govdesk.knowledge.questions import Key

    Scores = NDArray[np.float32]

_NOTHING = ""
READ_BY_ONE = 5_000
"""Rows without an index entry (an import is going on) up to which a ranked search reads them; 1 ms for each 130."""


class Snapshot:
    """Passages are known by their place, 0 to n-1; one of a dead generation has no document."""

    def __init__(self, index: Index, catalog: Catalog, *, vectors: bool) -> None:
        """Read the index; without `vectors` for words alone."""
        self.catalog = catalog
        self.versions = versions_of(index)
        self.has_vectors = False
        self._passages = Pinned(index.pinned(RANKED))
        self._meaning = index.serving(VECTORS)
        self._indexed_only = {name: index.unindexed(name) > READ_BY_ONE for name in (RANKED, self._meaning)}
        rows = self._passages.read(["id", "document_id", "generation", "article", "heading"])
        self._articles: Any = rows["article"].combine_chunks() if rows is not None else None
        self._headings: Any = rows["heading"].combine_chunks() if rows is not None else None
        self.documents, self._document_at = _documents(rows, catalog)
        self._series = [catalog.get(DocumentId(one)).document.series if one else "" for one in self.documents]
        self._of_article: dict[str, dict[str, list[int]]] = {}
        self._matrix: Any = None
        if vectors and rows is not None:
            self._read_vectors(index, rows["id"].combine_chunks(), rows["generation"].combine_chunks())

    def __len__(self) -> int:
        return len(self._passages)

    # -- one passage -----------------------------------------------------------------------------------------

    def document(self, place: int) -> str:
        """The passage's document id; "" if no document names its row."""
        return self.documents[int(self._document_at[place])]

    def article(self, place: int) -> str:
        return str(self._articles[place].as_py())

    def heading(self, place: int) -> str:
        return str(self._headings[place].as_py())

    def key(self, place: int) -> Key:
        """The passage's series and article."""
        return self._series[int(self._document_at[place])], self.article(place)

    def places_of(self, key: Key) -> list[int]:
        """The passages of an article in every edition."""
        series, article = key
        if series not in self._of_article:
            self._of_article[series] = self._by_article(series)
        return self._of_article[series].get(article, [])

    def _by_article(self, series: str) -> dict[str, list[int]]:
        import numpy as np

        found: dict[str, list[int]] = {}
        numbers = [number for number, one in enumerate(self._series) if one == series]
        for place in np.flatnonzero(np.isin(self._document_at, numbers)).tolist():
            found.setdefault(self.article(place), []).append(place)
        return found

    def passages(self, places: list[int]) -> dict[int, Passage]:
        """The passages at `places`, read from the index."""
        return {place: passage_of(row) for place, row in self._passages.take(places, PASSAGE_COLUMNS).items()}

    # -- channels --------------------------------------------------------------------------------------------

    def by_words(self, terms: Mapping[str, float], condition: str, count: int) -> dict[int, float]:
        """BM25 scores by place of the best passages that hold any of the bigrams, times their weights."""
        return self._passages.scores("tight", terms, count, condition, indexed_only=self._indexed_only[RANKED])

    def by_morphemes(self, terms: Mapping[str, float], condition: str, count: int) -> dict[int, float]:
        """As `by_words`, for morphemes."""
        fast = self._indexed_only[self._meaning]
        found = self._vectors.scores("morphemes", terms, count, condition, indexed_only=fast)
        places = ((int(self._place_of_vector[row]), score) for row, score in found.items())
        return {place: score for place, score in places if place >= 0}

    def by_heading(self, signs: list[str], condition: str, count: int) -> dict[int, float]:
        """Passages whose heading holds one of the signs, the shortest heading first; a scan."""
        any_sign = " OR ".join(f"contains(heading, '{sign}')" for sign in signs)
        places = self._passages.where(f"({any_sign}) AND {condition}" if condition else any_sign, count)
        return {place: -float(len(self.heading(place))) for place in places}

    def by_meaning(self, vector: Any, allowed: Container[str]) -> Scores:
        """The cosine of every passage with `vector`; -1 where the document is not in `allowed`."""
        import numpy as np

        scores: Scores = self._matrix.dot(vector.astype(np.float32))
        mask = np.fromiter((one in allowed for one in self.documents), bool, len(self.documents))
        scores[~mask[self._document_at]] = -1.0
        return scores

    # -- vectors ---------------------------------------------------------------------------------------------

    def _read_vectors(self, index: Index, ids: Any, generations: Any) -> None:
        import pyarrow.compute as pc

        from govdesk.knowledge.matrix import Matrix

        self._vectors = Pinned(index.pinned(self._meaning))
        rows = self._vectors.read(["id", "generation", "vector"])
        if rows is None or not rows.num_rows:
            return
        here = pc.binary_join_element_wise(ids, generations, "/")
        there = pc.binary_join_element_wise(rows["id"].combine_chunks(), rows["generation"].combine_chunks(), "/")
        self._place_of_vector = pc.fill_null(pc.index_in(there, here), -1).to_numpy(zero_copy_only=False)
        dimension = rows.schema.field("vector").type.list_size
        self._matrix = Matrix(len(ids), dimension)
        start = 0
        for chunk in rows["vector"].chunks:
            part = chunk.flatten().to_numpy(zero_copy_only=False).reshape(-1, dimension)
            places = self._place_of_vector[start : start + len(part)]
            self._matrix.put(places[places >= 0], part[places >= 0])
            start += len(part)
        self.has_vectors = True


def versions_of(index: Index) -> tuple[int, str, int]:
    """What a snapshot is of."""
    table = index.serving(VECTORS)
    return index.version(RANKED), table, index.version(table)


def _documents(rows: Any, catalog: Catalog) -> tuple[list[str], Any]:
    """The documents, "" last, and for each passage the place of its document among them."""
    import numpy as np
    import pyarrow.compute as pc

    if rows is None or not rows.num_rows:
        return [_NOTHING], np.zeros(0, np.intp)
    joined = pc.binary_join_element_wise(rows["document_id"], rows["generation"], "/").combine_chunks()
    encoded = joined.dictionary_encode()
    pairs = [pair.partition("/") for pair in encoded.dictionary.to_pylist()]
    documents = [one if catalog.alive(one, other) else _NOTHING for one, _, other in pairs]
    return [*documents, _NOTHING], encoded.indices.to_numpy(zero_copy_only=False)
