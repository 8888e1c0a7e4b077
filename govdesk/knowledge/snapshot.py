"""What ranked search keeps in memory of the index at one moment: which passages there are, and their vectors.

The tables are pinned to the versions read, so that row ids stay true while another thread writes.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Any

from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import RANKED, VECTORS, Index
from govdesk.knowledge.index_terms import any_of
from govdesk.knowledge.model import DocumentId
from govdesk.knowledge.schemas import PASSAGE_COLUMNS, passage_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from govdesk.knowledge.model import Passage
    from govdesk.knowledge.questions import Key

    Places = NDArray[np.intp]
    Scores = NDArray[np.float32]

EVERYTHING = 2**31 - 1
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
        self._passages = index.pinned(RANKED)
        self._meaning = index.serving(VECTORS)
        self._indexed_only = {name: index.unindexed(name) > READ_BY_ONE for name in (RANKED, self._meaning)}
        rows = _all(self._passages, ["id", "document_id", "generation", "article", "heading"])
        self._row_ids = _column(rows, "_rowid")
        self._order = self._row_ids.argsort()
        self._articles: Any = rows["article"].combine_chunks() if rows is not None else None
        self._headings: Any = rows["heading"].combine_chunks() if rows is not None else None
        self.documents, self._document_at = _documents(rows, catalog)
        self._series = [catalog.get(DocumentId(one)).document.series if one else "" for one in self.documents]
        self._of_article: dict[str, dict[str, list[int]]] = {}
        self._matrix: Any = None
        if vectors and rows is not None:
            self._read_vectors(index, rows["id"].combine_chunks(), rows["generation"].combine_chunks())

    def __len__(self) -> int:
        return len(self._row_ids)

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
        if not places:
            return {}
        wanted = {int(self._row_ids[place]): place for place in places}
        columns = [*PASSAGE_COLUMNS, "_rowid"]
        rows = self._passages.take_row_ids(list(wanted)).select(columns).to_arrow().to_pylist()
        return {wanted[row["_rowid"]]: passage_of(row) for row in rows}

    # -- channels --------------------------------------------------------------------------------------------

    def by_words(self, terms: Mapping[str, float], condition: str, count: int) -> dict[int, float]:
        """BM25 scores by place of the best passages that hold any of the bigrams, times their weights."""
        search = self._search(self._passages, RANKED, "tight", terms, condition)
        return self._found(search, count, self._row_ids, self._order)

    def by_morphemes(self, terms: Mapping[str, float], condition: str, count: int) -> dict[int, float]:
        """As `by_words`, for morphemes."""
        search = self._search(self._vectors, self._meaning, "morphemes", terms, condition)
        found = self._found(search, count, self._vector_row_ids, self._vector_order)
        places = ((int(self._place_of_vector[row]), score) for row, score in found.items())
        return {place: score for place, score in places if place >= 0}

    def by_heading(self, signs: list[str], condition: str, count: int) -> dict[int, float]:
        """Passages whose heading holds one of the signs, the shortest heading first; a scan."""
        if self._passages is None:
            return {}
        any_sign = " OR ".join(f"contains(heading, '{sign}')" for sign in signs)
        where = f"({any_sign}) AND {condition}" if condition else any_sign
        rows = self._passages.search().where(where).select(["_rowid"]).limit(count).to_arrow()
        places = self._places(_column(rows, "_rowid"), self._row_ids, self._order)
        return {int(place): -float(len(self.heading(int(place)))) for place in places}

    def by_meaning(self, vector: Any, allowed: Container[str]) -> Scores:
        """The cosine of every passage with `vector`; -1 where the document is not in `allowed`."""
        import numpy as np

        scores: Scores = self._matrix.dot(vector.astype(np.float32))
        mask = np.fromiter((one in allowed for one in self.documents), bool, len(self.documents))
        scores[~mask[self._document_at]] = -1.0
        return scores

    def _search(self, table: Any, name: str, column: str, terms: Mapping[str, float], condition: str) -> Any:
        if table is None or not terms:
            return None
        search = table.search(any_of(column, terms)).select(["_rowid", "_score"])
        if self._indexed_only[name]:
            search = search.fast_search()
        return search.where(condition, prefilter=True) if condition else search

    def _found(self, search: Any, count: int, row_ids: Places, order: Places) -> dict[int, float]:
        if search is None:
            return {}
        rows = search.limit(count).to_arrow()
        places = self._places(_column(rows, "_rowid"), row_ids, order)
        return dict(zip(places.tolist(), rows["_score"].to_pylist(), strict=True))

    @staticmethod
    def _places(found: Places, row_ids: Places, order: Places) -> Places:
        import numpy as np

        places: Places = order[np.searchsorted(row_ids, found, sorter=order)]
        return places

    # -- vectors ---------------------------------------------------------------------------------------------

    def _read_vectors(self, index: Index, ids: Any, generations: Any) -> None:
        import pyarrow.compute as pc

        from govdesk.knowledge.matrix import Matrix

        self._vectors = index.pinned(self._meaning)
        rows = _all(self._vectors, ["id", "generation", "vector"])
        if rows is None or not rows.num_rows:
            return
        self._vector_row_ids = _column(rows, "_rowid")
        self._vector_order = self._vector_row_ids.argsort()
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


def _all(table: Any, columns: list[str]) -> Any:
    return table.search().select([*columns, "_rowid"]).limit(EVERYTHING).to_arrow() if table is not None else None


def _column(rows: Any, name: str) -> Places:
    import numpy as np

    if rows is None:
        return np.zeros(0, np.intp)
    column: Places = rows[name].combine_chunks().to_numpy(zero_copy_only=False).astype(np.intp)
    return column


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
