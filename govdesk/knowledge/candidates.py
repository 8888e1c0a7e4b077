"""The candidates of one question: what each channel finds, and all that is known of the best."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govdesk.knowledge.expected import MOST, ExpectedQuestions, Likeness
from govdesk.knowledge.lexicon import Shares, words
from govdesk.knowledge.model import DocumentId, DocumentState, Expansion
from govdesk.knowledge.questions import Key, Questions
from govdesk.knowledge.ranking import Candidate, standard
from govdesk.knowledge.snapshot import Snapshot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hidden = NDArray[np.bool_] | None

CANDIDATES = 200
"""The best of each channel that are ranked together."""
FEW = 300
"""Passages of documents that may not answer, up to which they are sorted out after the word search."""
ALSO = 0.5
"""Weight of a word that the thesaurus added."""
MOST_ALSO = 8
"""Bigrams of added words at most; each costs about 0.1 ms."""
MOST_MORPHEMES = 24

Allowed = Mapping[DocumentId, DocumentState]
Reach = tuple[str, int]
"""An SQL condition and how many rows to ask for, see `reach_of`."""


@dataclass(frozen=True)
class Asked:
    """A question taken apart: content morphemes as ``form/tag``, those the thesaurus adds, its vector if any."""

    text: str
    shares: Shares
    expansions: tuple[Expansion, ...]
    morphemes: list[str]
    also: list[str]
    vector: Any

    def terms(self) -> dict[str, float]:
        """Bigrams with their weights."""
        terms = dict.fromkeys(self.shares.chosen(self.text), 1.0)
        for gram in self.shares.chosen(" ".join(one.also for one in self.expansions))[:MOST_ALSO]:
            terms.setdefault(gram, ALSO)
        return terms

    def morpheme_terms(self) -> dict[str, float]:
        terms = dict.fromkeys(self.morphemes, 1.0)
        for word in self.also:
            terms.setdefault(word, ALSO)
        return dict(list(terms.items())[:MOST_MORPHEMES])


@dataclass(frozen=True)
class Found:
    """What the channels found: standard scores by place, cosines of all passages (None without vectors), BM25 scores
    of the two word searches, what the expected questions say, and the articles they bring, the nearest first."""

    channels: dict[str, dict[int, float]]
    cosines: Any
    raw: dict[int, float]
    raw_morphemes: dict[int, float]
    expected: ExpectedQuestions | None
    nearest: list[Key]

    def likeness(self, key: Key) -> Likeness | None:
        return self.expected.of(key) if self.expected else None

    @property
    def places(self) -> set[int]:
        return set().union(*self.channels.values())


def find(
    current: Snapshot, questions: Questions | None, asked: Asked, allowed: Allowed, hidden: Hidden, pool: Executor
) -> Found:
    """Ask every channel; the word searches run beside each other, outside the interpreter."""
    reach, terms = reach_of(current, allowed), asked.terms()
    if asked.vector is None:
        raw = _kept(current, _by_words(current, asked.text, terms, reach), allowed)
        return Found({"words": standard(raw)}, None, raw, {}, None, [])
    morphemes = asked.morpheme_terms()
    running = [pool.submit(current.by_morphemes, morphemes, *reach)]
    if questions is not None and len(questions):
        running.append(pool.submit(questions.by_words, terms, MOST))
        running.append(pool.submit(questions.by_morphemes, morphemes, MOST))
    raw = _kept(current, _by_words(current, asked.text, terms, reach), allowed)
    cosines = current.by_meaning(asked.vector, allowed)
    by_morphemes, *told = [one.result() for one in running]
    raw_morphemes = _kept(current, by_morphemes, allowed)
    expected = ExpectedQuestions(questions, asked.vector, told[0], told[1], hidden) if questions and told else None
    nearest = expected.nearest() if expected else []
    brought = [place for key in nearest for place in current.places_of(key) if current.document(place) in allowed]
    channels = {
        "words": standard(raw),
        "morphemes": standard(raw_morphemes),
        "meaning": _nearest(cosines, {*raw, *raw_morphemes, *brought}),
    }
    return Found(channels, cosines, raw, raw_morphemes, expected, nearest)


def candidates(current: Snapshot, found: Found, allowed: Allowed) -> list[Candidate]:
    """The passages found that may answer."""
    places = (place for place in found.places if current.document(place) in allowed)
    return [
        Candidate(place, DocumentId(current.document(place)), *current.key(place), current.heading(place))
        for place in places
    ]


def reach_of(current: Snapshot, allowed: Allowed) -> Reach:
    """How the word indices keep to the allowed documents: an SQL condition, and how many rows to ask for.

    A condition costs more than asking for all rows that it could leave out, where those are few.
    """
    from govdesk.knowledge.index import quoted

    stored = current.catalog.stored
    left_out = [identity for identity in stored if identity not in allowed]
    rows = sum(stored[identity].document.passages for identity in left_out)
    if rows <= FEW:
        return "", CANDIDATES + rows
    if len(left_out) <= len(allowed):
        return f"document_id NOT IN {quoted(left_out)}", CANDIDATES
    return f"document_id IN {quoted(allowed)}", CANDIDATES


def _by_words(current: Snapshot, text: str, terms: Mapping[str, float], reach: Reach) -> dict[int, float]:
    return current.by_words(terms, *reach) if terms else current.by_heading(words(text), *reach)


def _nearest(cosines: Any, known: Collection[int]) -> dict[int, float]:
    """Standard scores of the nearest passages, and of those that other channels know."""
    import numpy as np

    count = min(CANDIDATES, len(cosines))
    best = np.argpartition(-cosines, count - 1)[:count]
    best = best[cosines[best] > 0]
    if not len(best):
        return {}
    mean, spread = float(cosines[best].mean()), float(cosines[best].std()) or 1.0
    return {place: (float(cosines[place]) - mean) / spread for place in {*best.tolist(), *known}}


def _kept(current: Snapshot, scores: Mapping[int, float], allowed: Allowed) -> dict[int, float]:
    """`scores` of passages whose documents may answer."""
    return {place: score for place, score in scores.items() if current.document(place) in allowed}


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
