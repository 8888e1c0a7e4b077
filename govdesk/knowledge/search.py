"""Ranked search: candidates by words, morphemes, meaning and expected questions, one order, one hit an article."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govdesk.errors import QuestionEmpty
from govdesk.knowledge.asked import fitting
from govdesk.knowledge.candidates import ALSO, Allowed, Asked, Found, best_of_articles, candidates, find
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.embed import Embedder, Embedders, query_vector
from govdesk.knowledge.features import Features
from govdesk.knowledge.index import RANKED, Index
from govdesk.knowledge.lexicon import SAMPLE, Shares, words
from govdesk.knowledge.model import Evidence, Hit, Passage, Query
from govdesk.knowledge.named import NamedStatutes, sector_of, sector_of_title
from govdesk.knowledge.questions import Key, Questions, version_of
from govdesk.knowledge.ranker import Ranker, find_ranker, order_of
from govdesk.knowledge.ranking import Candidate, Ranking, Weights
from govdesk.knowledge.snapshot import Snapshot, versions_of
from govdesk.knowledge.thesaurus import Thesaurus
from govdesk.text.morphemes import CONTENT_TAGS
from govdesk.text.normalise import nfc

if TYPE_CHECKING:
    from govdesk.knowledge.candidates import Hidden
    from govdesk.text.morphemes import Morphemes

REST = 10.0
"""New vectors are read after this many times what reading took."""
READ = 60
"""Of how many candidates the text is looked at and the learned order made."""


@dataclass(frozen=True)
class _About:
    """What the catalog says of its documents, for ranking."""

    catalog: Catalog
    named: NamedStatutes
    sectors: dict[str, str]


class Searcher:
    """Ranked search over one index."""

    def __init__(
        self, index: Index, morphemes: Morphemes, thesaurus: Path, models: Path, weights: Weights | None = None
    ) -> None:
        """`models` holds embedders and the ranker (`models/ranker`)."""
        self._index = index
        self._morphemes = morphemes
        self._thesaurus_folder = thesaurus
        self._models = models
        self._weights = weights or Weights()
        self._loading = threading.RLock()
        self._pool = ThreadPoolExecutor(3, "search")
        self._shares: Shares | None = None
        self._thesaurus: Thesaurus | None = None
        self.embedders = Embedders(models)
        self._snapshot: Snapshot | None = None
        self._questions: Questions | None = None
        self._ranker: Ranker | None = None
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
        """The one whose vectors the index holds."""
        with self._loading:
            return self.embedders.of(self._index.note("embedder"))

    def _known(self, catalog: Catalog) -> _About:
        with self._loading:
            if self._about is None or self._about.catalog is not catalog:
                from govdesk.law.names import load_names

                documents = [item.document for item in catalog.stored.values()]
                sectors = {str(document.id): sector_of_title(document.title) for document in documents}
                self._about = _About(catalog, NamedStatutes(catalog, load_names()), sectors)
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
        self._snapshot = read = Snapshot(self._index, catalog, vectors=embedder is not None)
        if embedder is not None and self._stale_questions():
            self._questions = Questions(self._index, embedder)
        self._rested = time.monotonic() + REST * (time.monotonic() - started)
        return read

    def _stale_questions(self) -> bool:
        return self._questions is None or self._questions.version != version_of(self._index)

    def questions(self) -> Questions | None:
        """The expected questions that searches look at, once the index was read."""
        return self._questions

    def ranker(self) -> Ranker | None:
        """The learned order of the best candidates; None where its file is missing."""
        with self._loading:
            if self._ranker is None:
                self._ranker = find_ranker(self._models)
            return self._ranker

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
        asked = self._asked(current, query)
        hits = self._ranked(current, query, asked, allowed) if allowed else ()
        return Evidence(query, hits, (time.perf_counter() - started) * 1000, asked.expansions)

    def _asked(self, current: Snapshot, query: Query) -> Asked:
        """The question taken apart."""
        morphemes = self._morphemes.analyse(nfc(query.text)) if current.has_vectors else []
        expansions = self.thesaurus().expansions(query.text, morphemes)
        asked = [f"{one.form}/{one.tag}" for one in morphemes if one.tag in CONTENT_TAGS]
        also = self._morphemes.content("\n".join(one.also for one in expansions)) if expansions and morphemes else []
        embedder = self.embedder() if current.has_vectors else None
        vector = query_vector(embedder, query.text, asked, [(word, ALSO) for word in also]) if embedder else None
        return Asked(query.text, self.shares(), expansions, asked, also, vector)

    def _ranked(self, current: Snapshot, query: Query, asked: Asked, allowed: Allowed) -> tuple[Hit, ...]:
        near = self.nearest(current, query, asked, allowed)
        ranker = self.ranker() if current.has_vectors else None
        best = near.by_hand(query.text) if ranker is None else near.learned(ranker, query.limit)
        return _hits(current, best[: query.limit], near.passages, allowed)

    def nearest(
        self, current: Snapshot, query: Query, asked: Asked, allowed: Allowed, hidden: Hidden = None
    ) -> Nearest:
        """The candidates worth a look at their text; expected questions at `hidden` places do not count."""
        about = self._known(current.catalog)
        found = find(current, self._questions, asked, allowed, hidden, self._pool)
        said = asked.shares.said(query.text, max(found.raw.values(), default=0.0))
        ranking = Ranking(
            query.text,
            asked.shares,
            about.named.find(query.text),
            sector_of(query.text, query.sector),
            self._weights.trusting(said),
        )
        ordered = ranking.rank(candidates(current, found, allowed), found.channels, about.sectors)
        best = _mixed(best_of_articles(ordered), found)[:READ]
        passages = current.passages([one.place for one in best])
        return Nearest(best, passages, Features(current, asked, found, said))


@dataclass(frozen=True)
class Nearest:
    """The best candidates in their first order, with their texts."""

    candidates: list[Candidate]
    passages: dict[int, Passage]
    features: Features

    def rows(self) -> Any:
        """The features of each candidate, `(n, len(features.NAMES))`."""
        return self.features.of(self.candidates, self.passages)

    def learned(self, ranker: Ranker, limit: int) -> list[Candidate]:
        """In the learned order; the reasons stand in `features` of the first `limit`."""
        if not self.candidates:
            return []
        rows = self.rows()
        scores = ranker.scores(rows)
        best = order_of(scores.tolist())[:limit]
        for at in best:
            self.candidates[at].score = float(scores[at])
            self.candidates[at].features = ranker.reasons(rows[at])
        return [self.candidates[at] for at in best]

    def by_hand(self, question: str) -> list[Candidate]:
        """In the first order, those that hold what is asked for raised."""
        fits = fitting(question)
        for one in self.candidates:
            earned = fits(self.passages[one.place].text)
            one.features.update(earned)
            one.score += sum(earned.values())
        return sorted(self.candidates, key=lambda one: (-one.score, one.place))


def _mixed(ordered: Sequence[Candidate], found: Found) -> list[Candidate]:
    """The first order and that of the expected questions, in turn."""
    by_key: dict[Key, list[Candidate]] = {}
    for one in ordered:
        by_key.setdefault(one.key, []).append(one)
    asked = [one for key in found.nearest for one in by_key.get(key, ())]
    mixed = [one for pair in zip(ordered, asked, strict=False) for one in pair] + list(ordered[len(asked) :])
    return list({one.place: one for one in mixed}.values())


def _hits(
    current: Snapshot, best: Sequence[Candidate], passages: dict[int, Passage], allowed: Allowed
) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for rank, candidate in enumerate(best, 1):
        passage = passages[candidate.place]
        document = current.catalog.stored[candidate.document_id].document
        features = {name: round(value, 4) for name, value in candidate.features.items() if value}
        state = allowed[document.id]
        said = candidate.heading_said
        hits.append(Hit(rank, candidate.score, document, passage, passage.place, state, features, said))
    return tuple(hits)
