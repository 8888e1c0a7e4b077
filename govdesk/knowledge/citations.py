"""Who cites an article: look-ups in the table of citations."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import CITATIONS, RANKED, Index, quoted
from govdesk.knowledge.model import Backlink, Backlinks, Document, DocumentId, DocumentState, Passage
from govdesk.knowledge.readers.citations import number_key
from govdesk.knowledge.schemas import PASSAGE_COLUMNS, passage_of
from govdesk.law.model import Number, StatuteId
from govdesk.law.places import STEP
from govdesk.law.structure import units

Row = Mapping[str, Any]
AT_ONCE = 1_000
"""Ids in one condition."""


def cited_by(
    index: Index,
    catalog: Catalog,
    document: Document,
    allowed: Mapping[DocumentId, DocumentState],
    *,
    article: Number | None = None,
    annex: str = "",
    limit: int = 100,
) -> Backlinks:
    """The places in `allowed` documents that cite `article` of `document`'s statute (or its `annex`, ``별표 1``).

    Citing documents come the statute itself first, then its family, then by title; in each in reading order.
    """
    started = time.perf_counter()
    rows = [
        row for row in _rows(index, catalog, document, number_key(article), annex) if _counts(row, catalog, allowed)
    ]
    near = _nearness(catalog, document)
    by_place: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(rows, key=lambda row: (*near(row), _ordinal(row), row["start"])):
        by_place.setdefault((row["document_id"], row["passage_id"]), []).append(row)
    kept = list(by_place.values())[:limit]
    passages = _passages(index, catalog, [some[0]["passage_id"] for some in kept])
    links = tuple(
        _backlink(row, catalog, passages[row["passage_id"]])
        for some in kept
        for row in some
        if row["passage_id"] in passages
    )
    return Backlinks(len(by_place), links, (time.perf_counter() - started) * 1000)


def _rows(index: Index, catalog: Catalog, document: Document, number: int, annex: str) -> Iterable[Row]:
    table = index.table(CITATIONS)
    if table is None:
        return []
    names = catalog.names.names_of(StatuteId(document.series))
    editions = [one.document.id for one in catalog.stored.values() if one.document.series == document.series]
    what = (
        f"annex IN {quoted(_annex_names(annex))}" if annex else f"first <= {number} AND last >= {number} AND annex = ''"
    )
    where = [f"name IN {quoted(names)}"] if names else []
    where.append(f"document_id IN {quoted(editions)} AND name = ''")
    return [row for one in where for row in index.read(CITATIONS, where=f"{one} AND {what}").to_pylist()]


def _annex_names(annex: str) -> list[str]:
    """별표 1 is cited as 별표 where it is the only one."""
    return [annex, "별표"] if annex in ("별표 1", "별표") else [annex]


def _counts(row: Row, catalog: Catalog, allowed: Mapping[DocumentId, DocumentState]) -> bool:
    return row["document_id"] in allowed and catalog.alive(row["document_id"], row["generation"])


def _nearness(catalog: Catalog, document: Document) -> Any:
    from govdesk.law.names import act_of, level_of

    act = act_of(document.title)

    def near(row: Row) -> tuple[int, int, str]:
        other = catalog.stored[row["document_id"]].document
        own = other.series == document.series
        kin = act_of(other.title) == act
        return (0 if own else 1 if kin else 2, level_of(other.title), f"{other.title}\0{other.id}")

    return near


def _ordinal(row: Row) -> int:
    return int(row["passage_id"].rpartition("-")[2])


def _passages(index: Index, catalog: Catalog, ids: Sequence[str]) -> dict[str, Passage]:
    found = {}
    for start in range(0, len(ids), AT_ONCE):
        where = f"id IN {quoted(ids[start : start + AT_ONCE])}"
        for row in index.read(RANKED, columns=PASSAGE_COLUMNS, where=where).to_pylist():
            if catalog.alive(row["document_id"], row["generation"]):
                found[row["id"]] = passage_of(row)
    return found


def _backlink(row: Row, catalog: Catalog, passage: Passage) -> Backlink:
    document = catalog.stored[passage.document_id].document
    return Backlink(document, passage, row["start"], row["end"], place_in(passage, row["start"]), row["place"])


def place_in(passage: Passage, at: int) -> str:
    """The place (``제1항제2호``) of position `at` of an article's passage; ``""`` in a section of a manual."""
    if not passage.article:
        return ""
    here = ""
    for unit in units(passage.text):
        if unit.start > at:
            break
        here = unit.place
    paragraph = STEP.match(passage.place) if passage.place else None
    missing = paragraph is not None and paragraph.lastindex == 1 and "항" not in here
    return f"{paragraph.group()}{here}" if paragraph and missing else here
