"""Ranked search: candidates by words (and meaning), one order, at most one hit an article."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from govdesk.errors import QuestionEmpty
from govdesk.knowledge import fetch
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import RANKED, Index, quoted
from govdesk.knowledge.index_terms import any_of
from govdesk.knowledge.lexicon import SAMPLE, Shares
from govdesk.knowledge.model import DocumentId, DocumentState, Evidence, Hit, Query

CANDIDATES = 200
COLUMNS = ["id", "document_id", "generation", "ordinal", "role", "article", "heading", "_score"]


@dataclass
class Candidate:
    """A passage that may answer, before its text is read."""

    id: str
    document_id: DocumentId
    article: str
    heading: str
    features: dict[str, float] = field(default_factory=dict)
    score: float = 0.0


class Searcher:
    """Ranked search over one index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._shares: Shares | None = None

    def shares(self) -> Shares:
        if self._shares is None:
            self._shares = Shares.load(self._index.folder) or self.count_shares()
        return self._shares

    def count_shares(self) -> Shares:
        """Count on a sample; saved by the writer."""
        table = self._index.table(RANKED)
        total = self._index.count(RANKED)
        if table is None or not total:
            return Shares({})
        step = max(1, total // SAMPLE)
        rows = table.take_offsets(list(range(0, total, step))[:SAMPLE]).select(["tight"]).to_arrow()
        self._shares = Shares.counted(text.as_py() or "" for text in rows["tight"])
        if self._index.write:
            self._shares.save(self._index.folder)
        return self._shares

    def search(self, catalog: Catalog, query: Query, allowed: dict[DocumentId, DocumentState]) -> Evidence:
        started = time.perf_counter()
        grams = self.shares().chosen(query.text)
        if not grams:
            raise QuestionEmpty
        found = self._by_words(catalog, grams, allowed)
        for candidate in found:
            candidate.score = candidate.features["words"]
        found.sort(key=lambda one: -one.score)
        hits = self._hits(catalog, _best_of_articles(found)[: query.limit], allowed)
        return Evidence(query, hits, (time.perf_counter() - started) * 1000)

    def _by_words(
        self, catalog: Catalog, grams: list[str], allowed: dict[DocumentId, DocumentState]
    ) -> list[Candidate]:
        table = self._index.table(RANKED)
        if table is None or not allowed:
            return []
        query = any_of("tight", [(gram, 1.0) for gram in grams])
        search = table.search(query).select(COLUMNS)
        if filtered := _filter(catalog, allowed):
            search = search.where(filtered, prefilter=True)
        rows = search.limit(CANDIDATES).to_arrow().to_pylist()
        return [_candidate(row) for row in rows if catalog.alive(row["document_id"], row["generation"])]

    def _hits(
        self, catalog: Catalog, found: list[Candidate], allowed: dict[DocumentId, DocumentState]
    ) -> tuple[Hit, ...]:
        passages = fetch.by_ids(self._index, catalog, [one.id for one in found])
        hits: list[Hit] = []
        for candidate in found:
            passage = passages.get(candidate.id)
            if passage is not None:
                document = catalog.stored[passage.document_id].document
                state = allowed[document.id]
                hits.append(
                    Hit(len(hits) + 1, candidate.score, document, passage, passage.place, state, candidate.features)
                )
        return tuple(hits)


def _candidate(row: dict[str, Any]) -> Candidate:
    return Candidate(
        row["id"], DocumentId(row["document_id"]), row["article"], row["heading"], {"words": float(row["_score"])}
    )


def _filter(catalog: Catalog, allowed: dict[DocumentId, DocumentState]) -> str:
    """An SQL condition that keeps the allowed documents; "" if those are all."""
    left_out = [identity for identity in catalog.stored if identity not in allowed]
    if not left_out:
        return ""
    if len(left_out) <= len(allowed):
        return f"document_id NOT IN {quoted(left_out)}"
    return f"document_id IN {quoted(allowed)}"


def _best_of_articles(ordered: list[Candidate]) -> list[Candidate]:
    """The first candidate of each article; passages outside articles stand for themselves."""
    seen: set[tuple[str, str]] = set()
    best = []
    for candidate in ordered:
        key = (candidate.document_id, candidate.article or candidate.id)
        if key not in seen:
            seen.add(key)
            best.append(candidate)
    return best
