"""Literal search: every passage that contains the words, whatever the spacing.

Candidates are rows that hold every bigram of the spaceless words; the substring check then decides. A single sign
has no bigram and is looked for by a scan, as is 부칙.
"""

from __future__ import annotations

import time
from typing import Any

from govdesk.errors import QuestionEmpty
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import EXTRA, RANKED, Index, quoted
from govdesk.knowledge.index_terms import all_of
from govdesk.knowledge.model import DocumentId, DocumentState, Hit, LiteralHits, Query
from govdesk.knowledge.schemas import PASSAGE_COLUMNS, passage_of
from govdesk.text.normalise import searchable

HEAD_LINES = 2
"""Lines of `tight` before heading and text: the document's title and the path of headings."""
EVERYTHING = 2**31 - 1


def search(
    index: Index, catalog: Catalog, query: Query, allowed: dict[DocumentId, DocumentState], *, supplements: bool
) -> LiteralHits:
    """Count and list every passage of `allowed` documents whose heading or text contains the words.

    Hits come by document title, then in reading order. Raises QuestionEmpty.
    """
    started = time.perf_counter()
    needle = searchable(query.text)
    if not needle:
        raise QuestionEmpty
    found = [(RANKED, row) for row in _matching(index, RANKED, needle) if _counts(row, needle, catalog, allowed)]
    if supplements:
        found += [(EXTRA, row) for row in _matching(index, EXTRA, needle) if _counts(row, needle, catalog, allowed)]
    found.sort(key=lambda one: _order(one[1], catalog))
    hits = _hits(index, catalog, found[: query.limit], allowed)
    return LiteralHits(query, len(found), hits, (time.perf_counter() - started) * 1000)


def _matching(index: Index, name: str, needle: str) -> list[dict[str, Any]]:
    table = index.table(name)
    if table is None:
        return []
    columns = ["id", "document_id", "generation", "ordinal", "tight"]
    if name == RANKED and len(needle) > 1:
        grams = dict.fromkeys(needle[at : at + 2] for at in range(len(needle) - 1))
        rows = table.search(all_of("tight", grams)).select([*columns, "_score"]).limit(EVERYTHING)
    else:
        literal = needle.replace("'", "''")
        rows = table.search().where(f"contains(tight, '{literal}')").select(columns).limit(EVERYTHING)
    return list(rows.to_arrow().to_pylist())


def _counts(row: dict[str, Any], needle: str, catalog: Catalog, allowed: dict[DocumentId, DocumentState]) -> bool:
    if row["document_id"] not in allowed or not catalog.alive(row["document_id"], row["generation"]):
        return False
    return needle in row["tight"].split("\n", HEAD_LINES)[HEAD_LINES]


def _order(row: dict[str, Any], catalog: Catalog) -> tuple[str, str, int]:
    document = catalog.stored[DocumentId(row["document_id"])].document
    return (document.title, document.id, row["ordinal"])


def _hits(
    index: Index, catalog: Catalog, found: list[tuple[str, dict[str, Any]]], allowed: dict[DocumentId, DocumentState]
) -> tuple[Hit, ...]:
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for name in (RANKED, EXTRA):
        ids = [row["id"] for table, row in found if table == name]
        for start in range(0, len(ids), 1000):
            where = f"id IN {quoted(ids[start : start + 1000])}"
            for row in index.read(name, columns=PASSAGE_COLUMNS, where=where).to_pylist():
                if catalog.alive(row["document_id"], row["generation"]):
                    rows[name, row["id"]] = row
    hits = []
    for rank, (name, row) in enumerate(found, 1):
        passage = passage_of(rows[name, row["id"]])
        document = catalog.stored[passage.document_id].document
        hits.append(Hit(rank, 1.0, document, passage, passage.place, allowed[document.id]))
    return tuple(hits)
