"""Ranked search: candidates by words, morphemes and meaning, one order, at most one hit an article."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govdesk.errors import QuestionEmpty
from govdesk.knowledge import fetch
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.embed import Embedder, find_embedder, query_vector
from govdesk.knowledge.index import RANKED, Index, quoted
from govdesk.knowledge.index_terms import any_of
from govdesk.knowledge.lexicon import SAMPLE, Shares, words
from govdesk.knowledge.model import DocumentId, DocumentState, Evidence, Expansion, Hit, Query
from govdesk.knowledge.named import NamedStatutes, sector_of, sector_of_title
from govdesk.knowledge.ranking import Candidate, Ranking, Weights, standard
from govdesk.knowledge.thesaurus import Thesaurus
from govdesk.knowledge.vectors import VECTORS, VectorTable

if TYPE_CHECKING:
    from govdesk.text.morphemes import Morphemes

CANDIDATES = 300
"""The best of each channel that are ranked together."""
COLUMNS = ["id", "document_id", "generation", "article", "heading", "_score"]
ALSO = 0.5
"""Weight of a word that the thesaurus added."""
MOST_MORPHEMES = 24
REST = 10.0
"""Vectors are read anew, while they are being made, after this many times what reading took."""

Allowed = Mapping[DocumentId, DocumentState]


@dataclass(frozen=True)
class _About:
    """What the catalog says of its documents, for ranking."""

    catalog: Catalog
    named: NamedStatutes
    series: dict[str, str]
    sectors: dict[str, str]


class Searcher:
    """Ranked search over one index."""

    def __init__(
        self, index: Index, morphemes: Morphemes, thesaurus: Path, models: Path, weights: Weights | None = None
    ) -> None:
        self._index = index
        self._morphemes = morphemes
        self._thesaurus_folder = thesaurus
        self._models = models
        self._weights = weights or Weights()
        self._loading = threading.RLock()
        self._shares: Shares | None = None
        self._thesaurus: Thesaurus | None = None
        self._embedder: Embedder | None = None
        self._vectors: VectorTable | None = None
        self._vectors_read = (0.0, 0.0)
        self._about: _About | None = None

    # -- what is loaded once ---------------------------------------------------------------------------------

    def warm(self, catalog: Catalog) -> None:
        """Load everything the first search needs."""
        self.shares()
        self.thesaurus()
        self._known(catalog)
        if self._vector_table(catalog) is not None:
            self._morphemes.content("준비")

    def shares(self) -> Shares:
        with self._loading:
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
        shares = Shares.counted(text.as_py() or "" for text in rows["tight"])
        if self._index.write:
            shares.save(self._index.folder)
        self._shares = shares
        return shares

    def thesaurus(self) -> Thesaurus:
        with self._loading:
            if self._thesaurus is None:
                self._thesaurus = Thesaurus.load(self._thesaurus_folder)
            return self._thesaurus

    def embedder(self) -> Embedder | None:
        with self._loading:
            if self._embedder is None:
                self._embedder = find_embedder(self._models)
            return self._embedder

    def _known(self, catalog: Catalog) -> _About:
        with self._loading:
            if self._about is None or self._about.catalog is not catalog:
                from govdesk.law.names import load_names

                documents = [item.document for item in catalog.stored.values()]
                series = {str(document.id): document.series for document in documents}
                sectors = {str(document.id): sector_of_title(document.title) for document in documents}
                self._about = _About(catalog, NamedStatutes(catalog, load_names()), series, sectors)
            return self._about

    def _vector_table(self, catalog: Catalog) -> VectorTable | None:
        """The vectors, read again when they or the documents have changed; None where there are none of ours."""
        with self._loading:
            embedder = self.embedder()
            if embedder is None or self._index.note("embedder") != embedder.id:
                return None
            kept, (read_at, took) = self._vectors, self._vectors_read
            stale = kept is None or kept.version != self._index.version(VECTORS) or kept.catalog is not catalog
            if stale and (kept is None or time.monotonic() - read_at > REST * took):
                started = time.monotonic()
                self._vectors = kept = VectorTable(self._index, catalog)
                self._vectors_read = (time.monotonic(), time.monotonic() - started)
            return kept if kept is not None and len(kept) else None

    # -- searching -------------------------------------------------------------------------------------------

    def search(self, catalog: Catalog, query: Query, allowed: Allowed) -> Evidence:
        """Raises QuestionEmpty where the question has no letter or digit."""
        started = time.perf_counter()
        if not words(query.text):
            raise QuestionEmpty
        expansions = self.thesaurus().expansions(query.text)
        ordered = self._ordered(catalog, query, allowed, expansions) if allowed else []
        hits = self._hits(catalog, best_of_articles(ordered)[: query.limit], allowed)
        return Evidence(query, hits, (time.perf_counter() - started) * 1000, expansions)

    def _ordered(
        self, catalog: Catalog, query: Query, allowed: Allowed, expansions: Sequence[Expansion]
    ) -> list[Candidate]:
        about = self._known(catalog)
        condition = _condition(catalog, allowed)
        found: dict[str, Candidate] = {}
        channels = {"words": self._by_words(catalog, query.text, expansions, condition, found)}
        table = self._vector_table(catalog)
        if table is not None:
            asked = self._morphemes.content(query.text)
            also = [word for one in expansions for word in self._morphemes.content(one.also)]
            channels["morphemes"] = self._by_morphemes(table, asked, also, condition, found)
            channels["meaning"] = self._by_meaning(table, query.text, asked, also, allowed, found)
        ranking = Ranking(
            query.text,
            self.shares(),
            about.named.find(query.text),
            sector_of(query.text, query.sector),
            self._weights,
        )
        candidates = [one for one in found.values() if one.document_id in allowed]
        return ranking.rank(candidates, channels, about.series, about.sectors)

    def _by_words(
        self,
        catalog: Catalog,
        text: str,
        expansions: Sequence[Expansion],
        condition: str,
        found: dict[str, Candidate],
    ) -> dict[str, float]:
        shares = self.shares()
        terms = dict.fromkeys(shares.chosen(text), 1.0)
        for expansion in expansions:
            for gram in shares.chosen(expansion.also):
                terms.setdefault(gram, ALSO)
        if not terms:
            return self._by_sign(catalog, text, condition, found)
        rows = self._find(RANKED, "tight", terms, condition, COLUMNS)
        alive = [row for row in rows if catalog.alive(row["document_id"], row["generation"])]
        for row in alive:
            found[row["id"]] = _candidate(row)
        return standard({row["id"]: float(row["_score"]) for row in alive})

    def _by_sign(self, catalog: Catalog, text: str, condition: str, found: dict[str, Candidate]) -> dict[str, float]:
        """For a question of single signs: passages whose heading or title has one, by a scan."""
        signs = " OR ".join(f"contains(heading, '{sign}')" for sign in words(text))
        where = f"({signs}) AND {condition}" if condition else signs
        table = self._index.table(RANKED)
        rows = table.search().where(where).select(COLUMNS[:-1]).limit(CANDIDATES).to_arrow().to_pylist()
        for row in rows:
            if catalog.alive(row["document_id"], row["generation"]):
                found[row["id"]] = _candidate(row)
        return {identity: -float(len(found[identity].heading)) for identity in found}

    def _by_morphemes(
        self,
        table: VectorTable,
        asked: Sequence[str],
        also: Sequence[str],
        condition: str,
        found: dict[str, Candidate],
    ) -> dict[str, float]:
        terms = dict.fromkeys(asked, 1.0)
        for word in also:
            terms.setdefault(word, ALSO)
        few = dict(list(terms.items())[:MOST_MORPHEMES])
        if not few:
            return {}
        rows = self._find(VECTORS, "morphemes", few, condition, ["id", "_score"])
        scores = {row["id"]: float(row["_score"]) for row in rows if row["id"] in table.rows}
        for identity in scores:
            _add(table, identity, found)
        return standard(scores)

    def _by_meaning(
        self,
        table: VectorTable,
        text: str,
        asked: Sequence[str],
        also: Sequence[str],
        allowed: Allowed,
        found: dict[str, Candidate],
    ) -> dict[str, float]:
        import numpy as np

        embedder = self.embedder()
        if embedder is None:
            return {}
        scores = table.scores(query_vector(embedder, text, asked, [(word, ALSO) for word in also]), allowed)
        count = min(CANDIDATES, len(scores))
        best = np.argpartition(-scores, count - 1)[:count]
        mean, spread = float(scores[best].mean()), float(scores[best].std()) or 1.0
        for row in best:
            if scores[row] > 0:
                _add(table, table.ids[row], found)
        rows = {identity: table.rows[identity] for identity in found if identity in table.rows}
        return {identity: (float(scores[row]) - mean) / spread for identity, row in rows.items()}

    def _find(
        self, name: str, column: str, terms: Mapping[str, float], condition: str, columns: list[str]
    ) -> list[dict[str, Any]]:
        search = self._index.table(name).search(any_of(column, terms.items())).select(columns)
        if condition:
            search = search.where(condition, prefilter=True)
        rows: list[dict[str, Any]] = search.limit(CANDIDATES).to_arrow().to_pylist()
        return rows

    def _hits(self, catalog: Catalog, found: list[Candidate], allowed: Allowed) -> tuple[Hit, ...]:
        passages = fetch.by_ids(self._index, catalog, [one.id for one in found])
        hits: list[Hit] = []
        for candidate in found:
            passage = passages.get(candidate.id)
            if passage is not None:
                document = catalog.stored[passage.document_id].document
                state, rank = allowed[document.id], len(hits) + 1
                hits.append(Hit(rank, candidate.score, document, passage, passage.place, state, candidate.features))
        return tuple(hits)


def _candidate(row: Mapping[str, Any]) -> Candidate:
    return Candidate(row["id"], DocumentId(row["document_id"]), row["article"], row["heading"])


def _add(table: VectorTable, identity: str, found: dict[str, Candidate]) -> None:
    if identity not in found:
        row = table.rows[identity]
        document = DocumentId(table.document_of(row))
        found[identity] = Candidate(identity, document, table.articles[row], table.headings[row])


def _condition(catalog: Catalog, allowed: Allowed) -> str:
    """An SQL condition that keeps the allowed documents; "" if those are all."""
    left_out = [identity for identity in catalog.stored if identity not in allowed]
    if not left_out:
        return ""
    if len(left_out) <= len(allowed):
        return f"document_id NOT IN {quoted(left_out)}"
    return f"document_id IN {quoted(allowed)}"


def best_of_articles(ordered: Sequence[Candidate]) -> list[Candidate]:
    """The first candidate of each article; passages outside articles stand for themselves."""
    seen: set[tuple[str, str]] = set()
    best = []
    for candidate in ordered:
        key = (candidate.document_id, candidate.article or candidate.id)
        if key not in seen:
            seen.add(key)
            best.append(candidate)
    return best
