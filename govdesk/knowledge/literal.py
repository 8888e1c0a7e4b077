"""Literal search: every passage that contains the words, whatever the spacing.

Candidates are rows that hold every bigram of the spaceless words; the substring check then decides. A single sign
has no bigram and is looked for by a scan, as is 부칙.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
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
    index: Index,
    catalog: Catalog,
    query: Query,
    allowed: dict[DocumentId, DocumentState],
    *,
    supplements: bool,
    each_word: bool = False,
    without: str = "",
) -> LiteralHits:
    """Count and list every passage of `allowed` documents whose heading or text contains the words.

    The words are looked for as one phrase, or with `each_word` each by itself; a passage with one of the words of
    `without` is left out. Hits come by document title, then in reading order. Raises QuestionEmpty.
    """
    started = time.perf_counter()
    needles = _needles(query.text) if each_word else [searchable(query.text)]
    if not any(needles):
        raise QuestionEmpty
    barred = _needles(without)
    found = []
    for name in (RANKED, EXTRA) if supplements else (RANKED,):
        rows = _matching(index, name, needles)
        found += [(name, row) for row in rows if _counts(row, needles, barred, catalog, allowed)]
    found.sort(key=lambda one: _order(one[1], catalog))
    hits = _hits(index, catalog, found[: query.limit], allowed)
    counted = Counter(DocumentId(row["document_id"]) for _, row in found)
    return LiteralHits(query, len(found), hits, (time.perf_counter() - started) * 1000, counted)


def _needles(text: str) -> list[str]:
    return list(dict.fromkeys(word for word in map(searchable, text.split()) if word))


def _matching(index: Index, name: str, needles: Sequence[str]) -> list[dict[str, Any]]:
    table = index.table(name)
    if table is None:
        return []
    columns = ["id", "document_id", "generation", "ordinal", "tight"]
    grams = dict.fromkeys(needle[at : at + 2] for needle in needles for at in range(len(needle) - 1))
    if name == RANKED and grams:
        rows = table.search(all_of("tight", grams)).select([*columns, "_score"]).limit(EVERYTHING)
    else:
        each = (needle.replace("'", "''") for needle in needles)
        where = " AND ".join(f"contains(tight, '{one}')" for one in each)
        rows = table.search().where(where).select(columns).limit(EVERYTHING)
    return list(rows.to_arrow().to_pylist())


def _counts(
    row: dict[str, Any],
    needles: Sequence[str],
    barred: Sequence[str],
    catalog: Catalog,
    allowed: dict[DocumentId, DocumentState],
) -> bool:
    if row["document_id"] not in allowed or not catalog.alive(row["document_id"], row["generation"]):
        return False
    words = row["tight"].split("\n", HEAD_LINES)[HEAD_LINES]
    return all(needle in words for needle in needles) and not any(one in words for one in barred)


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
