"""One table of the index as it was at one moment; its rows are known by their place, 0 to n-1, in the order read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govdesk.knowledge.index_terms import any_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

EVERYTHING = 2**31 - 1


class Pinned:
    """`table` is a handle of `Index.pinned`, None where there is no table. Nothing of it is kept but the row ids."""

    def __init__(self, table: Any) -> None:
        import numpy as np

        self._table = table
        self._row_ids: Places = np.zeros(0, np.intp)
        self._order: Places = self._row_ids

    def __len__(self) -> int:
        return len(self._row_ids)

    def read(self, columns: Sequence[str]) -> Any:
        """All rows as an Arrow table, whose order gives the places; None where there is no table."""
        if self._table is None:
            return None
        rows = self._table.search().select([*columns, "_rowid"]).limit(EVERYTHING).to_arrow()
        self._row_ids = _row_ids(rows)
        self._order = self._row_ids.argsort()
        return rows

    def take(self, places: Sequence[int], columns: Sequence[str]) -> dict[int, dict[str, Any]]:
        """The rows at `places`."""
        if self._table is None or not places:
            return {}
        wanted = {int(self._row_ids[place]): place for place in places}
        rows = self._table.take_row_ids(list(wanted)).select([*columns, "_rowid"]).to_arrow().to_pylist()
        return {wanted[row["_rowid"]]: row for row in rows}

    def scores(
        self,
        column: str,
        terms: Mapping[str, float],
        count: int,
        condition: str = "",
        *,
        indexed_only: bool = False,
    ) -> dict[int, float]:
        """BM25 scores by place of the best `count` rows that hold any of `terms`, times their weights."""
        if self._table is None or not terms or not len(self):
            return {}
        search = self._table.search(any_of(column, terms)).select(["_rowid", "_score"])
        if indexed_only:
            search = search.fast_search()
        if condition:
            search = search.where(condition, prefilter=True)
        rows = search.limit(count).to_arrow()
        return dict(zip(self._places(rows).tolist(), rows["_score"].to_pylist(), strict=True))

    def where(self, condition: str, count: int) -> list[int]:
        """The places of at most `count` rows that fulfil an SQL condition; a scan."""
        if self._table is None:
            return []
        rows = self._table.search().where(condition).select(["_rowid"]).limit(count).to_arrow()
        places: list[int] = self._places(rows).tolist()
        return places

    def _places(self, rows: Any) -> Places:
        import numpy as np

        places: Places = self._order[np.searchsorted(self._row_ids, _row_ids(rows), sorter=self._order)]
        return places


def _row_ids(rows: Any) -> Places:
    import numpy as np

    ids: Places = rows["_rowid"].combine_chunks().to_numpy(zero_copy_only=False).astype(np.intp)
    return ids
