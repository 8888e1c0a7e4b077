"""Statutes that share a title: the one that people mean."""

from __future__ import annotations

from datetime import date

from govdesk.knowledge.lookup import current_namesakes
from govdesk.knowledge.model import Collection, Document, DocumentId


def statute(series: str, title: str, promulgated: date | None, *, repeals: bool = False) -> Document:
    return Document(
        DocumentId(series), series, title, "법률", Collection.STATUTES, "", promulgated, promulgated, repeals=repeals
    )


def test_of_one_title_the_last_promulgated_is_meant() -> None:
    old, new = statute("1", "화분법", date(1948, 3, 20)), statute("2", "화분법", date(2025, 1, 2))
    assert current_namesakes([new, old]) == current_namesakes([old, new]) == {"2"}


def test_an_instrument_that_only_repeals_is_meant_where_there_is_no_other() -> None:
    law, repeal = statute("1", "화분법", date(1990, 1, 2)), statute("2", "화분법", date(1997, 3, 13), repeals=True)
    assert current_namesakes([law, repeal]) == {"1"}
    assert current_namesakes([repeal]) == {"2"}


def test_different_titles_stay_apart() -> None:
    assert current_namesakes([statute("1", "가 규정", None), statute("2", "나 규정", None)]) == {"1", "2"}


def test_editions_of_one_statute_are_one() -> None:
    editions = [statute("1", "옛 화분법", date(2001, 1, 1)), statute("1", "화분법", date(2011, 1, 1))]
    assert current_namesakes(editions) == {"1"}
