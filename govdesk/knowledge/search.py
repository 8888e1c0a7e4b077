"""Ranked search: candidates by words, morphemes and meaning, one order, at most one hit an article."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.errors import QuestionEmpty
from govdesk.knowledge.asked import fitting
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.embed import Embedder, find_embedder, query_vector
from govdesk.knowledge.index import RANKED, Index, quoted
from govdesk.knowledge.lexicon import SAMPLE, Shares, words
from govdesk.knowledge.model import DocumentId, DocumentState, Evidence, Expansion, Hit, Query
from govdesk.knowledge.named import NamedStatutes, sector_of, sector_of_title
from govdesk.knowledge.ranking import Candidate, Ranking, Weights, standard
from govdesk.knowledge.snapshot import Snapshot, versions_of
from govdesk.knowledge.thesaurus import Thesaurus
from govdesk.text.morphemes import CONTENT_TAGS
from govdesk.text.normalise import nfc

if TYPE_CHECKING:
    from govdesk.text.morphemes import Morpheme, Morphemes

CANDIDATES = 200
"""The best of each channel that are ranked together."""
REST = 10.0
"""New vectors are read after this many times what reading took."""
FEW = 300
"""Passages of documents that may not answer, up to which they are sorted out after the word search."""
READ = 20
"""Of how many candidates the text is looked at."""
ALSO = 0.5
"""Weight of a word that the thesaurus added."""
MOST_ALSO = 8
"""Bigrams of added words at most; each costs about 0.1 ms."""
MOST_MORPHEMES = 24

Allowed = Mapping[DocumentId, DocumentState]
Reach = tuple[str, int]
"""An SQL condition and how many rows to ask for, see `_reach`."""


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
        self._snapshot: Snapshot | None = None
        self._rested = 0.0
        self._about: _About | None = None

    # -- what is loaded once ---------------------------------------------------------------------------------

    def warm(self, catalog: Catalog) -> None:
        """Load everything the first search needs."""
        self.shares()
        self.thesaurus()
        self._known(catalog)
        if self._current(catalog).has_vectors:
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

    def _current(self, catalog: Catalog) -> Snapshot:
        """The index as it is, read again when it or the documents have changed.

        While vectors are being made, reading again may wait a little: the passages are the same.
        """
        with self._loading:
            kept, now = self._snapshot, versions_of(self._index)
            if kept is None or kept.catalog is not catalog or kept.versions[0] != now[0]:
                return self._read(catalog)
            if kept.versions != now and time.monotonic() > self._rested:
                return self._read(catalog)
            return kept

    def _read(self, catalog: Catalog) -> Snapshot:
        started = time.monotonic()
        embedder = self.embedder()
        ours = embedder is not None and self._index.note("embedder") == embedder.id
        self._snapshot = read = Snapshot(self._index, catalog, vectors=ours)
        self._rested = time.monotonic() + REST * (time.monotonic() - started)
        return read

    def forget(self) -> None:
        """Read the index again at the next search."""
        self._snapshot = None

    # -- searching -------------------------------------------------------------------------------------------

    def search(self, catalog: Catalog, query: Query, allowed: Allowed) -> Evidence:
        """Raises QuestionEmpty where the question has no letter or digit."""
        started = time.perf_counter()
        if not words(query.text):
            raise QuestionEmpty
        current = self._current(catalog)
        morphemes = self._morphemes.analyse(nfc(query.text)) if current.has_vectors else []
        expansions = self.thesaurus().expansions(query.text, morphemes)
        hits: tuple[Hit, ...] = ()
        if allowed:
            ordered = best_of_articles(self._ordered(current, query, allowed, expansions, morphemes))
            hits = _hits(current, ordered[: max(READ, query.limit)], allowed, query)
        return Evidence(query, hits, (time.perf_counter() - started) * 1000, expansions)

    def _ordered(
        self,
        current: Snapshot,
        query: Query,
        allowed: Allowed,
        expansions: Sequence[Expansion],
        morphemes: Sequence[Morpheme],
    ) -> list[Candidate]:
        about = self._known(current.catalog)
        reach = _reach(current.catalog, allowed)
        raw = _kept(current, self._by_words(current, query.text, expansions, reach), allowed)
        channels = {"words": standard(raw)}
        if current.has_vectors:
            asked = [f"{one.form}/{one.tag}" for one in morphemes if one.tag in CONTENT_TAGS]
            also = self._morphemes.content("\n".join(one.also for one in expansions)) if expansions else []
            channels["morphemes"] = standard(_kept(current, _by_morphemes(current, asked, also, reach), allowed))
            known = channels["words"].keys() | channels["morphemes"].keys()
            channels["meaning"] = self._by_meaning(current, query.text, asked, also, allowed, known)
        places = set().union(*channels.values())
        found = [_candidate(current, place) for place in places]
        ranking = Ranking(
            query.text,
            self.shares(),
            about.named.find(query.text),
            sector_of(query.text, query.sector),
            self._weights.trusting(self.shares().said(query.text, max(raw.values(), default=0.0))),
        )
        return ranking.rank([one for one in found if one.document_id in allowed], channels, about.series, about.sectors)

    def _by_words(
        self, current: Snapshot, text: str, expansions: Sequence[Expansion], reach: Reach
    ) -> dict[int, float]:
        shares = self.shares()
        terms = dict.fromkeys(shares.chosen(text), 1.0)
        for gram in shares.chosen(" ".join(expansion.also for expansion in expansions))[:MOST_ALSO]:
            terms.setdefault(gram, ALSO)
        if not terms:
            return current.by_heading(words(text), *reach)
        return current.by_words(terms, *reach)

    def _by_meaning(
        self,
        current: Snapshot,
        text: str,
        asked: Sequence[str],
        also: Sequence[str],
        allowed: Allowed,
        known: Collection[int],
    ) -> dict[int, float]:
        """Standard scores of the nearest passages, and of those that other channels know."""
        import numpy as np

        embedder = self.embedder()
        if embedder is None:
            return {}
        scores = current.by_meaning(query_vector(embedder, text, asked, [(word, ALSO) for word in also]), allowed)
        count = min(CANDIDATES, len(scores))
        best = np.argpartition(-scores, count - 1)[:count]
        best = best[scores[best] > 0]
        if not len(best):
            return {}
        mean, spread = float(scores[best].mean()), float(scores[best].std()) or 1.0
        places = {*best.tolist(), *known}
        return {place: (float(scores[place]) - mean) / spread for place in places}


def _by_morphemes(current: Snapshot, asked: Sequence[str], also: Sequence[str], reach: Reach) -> dict[int, float]:
    terms = dict.fromkeys(asked, 1.0)
    for word in also:
        terms.setdefault(word, ALSO)
    few = dict(list(terms.items())[:MOST_MORPHEMES])
    return current.by_morphemes(few, *reach)


def _kept(current: Snapshot, scores: Mapping[int, float], allowed: Allowed) -> dict[int, float]:
    """`scores` of passages whose documents may answer."""
    return {place: score for place, score in scores.items() if current.document(place) in allowed}


def _candidate(current: Snapshot, place: int) -> Candidate:
    return Candidate(place, DocumentId(current.document(place)), current.article(place), current.heading(place))


def _hits(current: Snapshot, found: Sequence[Candidate], allowed: Allowed, query: Query) -> tuple[Hit, ...]:
    """The best candidates after a look at their texts: those that hold what is asked for rise."""
    passages = current.passages([one.place for one in found])
    fits = fitting(query.text)
    for candidate in found:
        earned = fits(passages[candidate.place].text)
        candidate.features.update(earned)
        candidate.score += sum(earned.values())
    best = sorted(found, key=lambda one: (-one.score, one.place))[: query.limit]
    hits: list[Hit] = []
    for rank, candidate in enumerate(best, 1):
        passage = passages[candidate.place]
        document = current.catalog.stored[candidate.document_id].document
        state = allowed[document.id]
        hits.append(Hit(rank, candidate.score, document, passage, passage.place, state, candidate.features))
    return tuple(hits)


def _reach(catalog: Catalog, allowed: Allowed) -> Reach:
    """How the word indices keep to the allowed documents: an SQL condition, and how many rows to ask for.

    A condition costs more than asking for all rows that it could leave out, where those are few.
    """
    left_out = [identity for identity in catalog.stored if identity not in allowed]
    rows = sum(catalog.stored[identity].document.passages for identity in left_out)
    if rows <= FEW:
        return "", CANDIDATES + rows
    if len(left_out) <= len(allowed):
        return f"document_id NOT IN {quoted(left_out)}", CANDIDATES
    return f"document_id IN {quoted(allowed)}", CANDIDATES


def best_of_articles(ordered: Sequence[Candidate]) -> list[Candidate]:
    """The first candidate of each article; passages outside articles stand for themselves."""
    seen: set[tuple[str, str | int]] = set()
    best = []
    for candidate in ordered:
        key = (candidate.document_id, candidate.article or candidate.place)
        if key not in seen:
            seen.add(key)
            best.append(candidate)
    return best
