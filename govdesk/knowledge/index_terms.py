"""Word queries of LanceDB.

Terms of one weight go as one query, joined by spaces: a bigram with a space in it stands in no spaceless text, and
morphemes are parted by spaces anyway. The scores are those of a query a term, for two thirds of the time (2.8 against
4.2 ms for morphemes). Terms of several weights go one by one, which takes less than one query a weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def all_of(column: str, terms: Iterable[str]) -> Any:
    """Rows that hold every term."""
    return _query(column, ((term, 1.0) for term in terms), "MUST")


def any_of(column: str, terms: Mapping[str, float]) -> Any:
    """Rows that hold any of the terms; their BM25 scores, each times its weight, add up."""
    weights = set(terms.values())
    if len(weights) == 1:
        return _query(column, [(" ".join(terms), weights.pop())], "SHOULD")
    return _query(column, terms.items(), "SHOULD")


def _query(column: str, terms: Iterable[tuple[str, float]], occur: str) -> Any:
    from lancedb import query

    match: Any = query.MatchQuery
    each = [(query.Occur[occur], match(term, column, boost=weight)) for term, weight in terms]
    return each[0][1] if len(each) == 1 else query.BooleanQuery(each)
