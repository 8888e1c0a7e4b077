"""Word queries of LanceDB."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def all_of(column: str, terms: Iterable[str]) -> Any:
    """Rows that hold every term."""
    return _query(column, ((term, 1.0) for term in terms), "MUST")


def any_of(column: str, terms: Iterable[tuple[str, float]]) -> Any:
    """Rows that hold any of the terms; their BM25 scores, each times its weight, add up."""
    return _query(column, terms, "SHOULD")


def _query(column: str, terms: Iterable[tuple[str, float]], occur: str) -> Any:
    from lancedb import query

    match: Any = query.MatchQuery
    each = [(query.Occur[occur], match(term, column, boost=weight)) for term, weight in terms]
    return query.BooleanQuery(each)
