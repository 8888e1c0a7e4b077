"""How well the words of a text stand for the words of a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govdesk.assistant.question import Question
from govdesk.knowledge.model import Expansion
from govdesk.text.morphemes import Morphemes

NEAR = 0.50
"""Similarity of Kiwi's language model from which two words count as related (random pairs: 95th percentile 0.54)."""
SAME = 0.85
"""Similarity at which they count as nearly the same."""
SOFT_MOST = 0.75
"""What the nearest related word counts against the word itself."""
WEIGHTS = {"NNG": 1.0, "NNP": 1.0, "XR": 0.8, "SL": 1.0, "SH": 1.0, "VV": 0.6, "VA": 0.5, "MAG": 0.5}


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question, what else it is called in statutes, and its weight."""

    word: str
    others: tuple[str, ...]
    weight: float

    @property
    def form(self) -> str:
        return self.word.rsplit("/", 1)[0]


def terms_of(question: Question, expansions: Iterable[Expansion], morphemes: Morphemes) -> tuple[Term, ...]:
    """The question's words as terms, each with the statutory words it was also searched as."""
    others: dict[str, list[str]] = {}
    for expansion in expansions:
        also = morphemes.content(expansion.also)
        for own in morphemes.content(expansion.word):
            others.setdefault(own, []).extend(also)
    return tuple(
        Term(word, tuple(dict.fromkeys(others.get(word, ()))), WEIGHTS.get(word.rsplit("/", 1)[1], 0.5))
        for word in question.words
    )


class Matcher:
    """Scores texts against the terms of one question; similarities are looked up once."""

    def __init__(self, terms: Sequence[Term], morphemes: Morphemes) -> None:
        self.terms = tuple(terms)
        self._morphemes = morphemes
        self._seen: dict[tuple[str, str], float] = {}

    def strengths(self, words: frozenset[str], tight: str) -> tuple[float, ...]:
        """For each term 0 to 1: how well `words` (content words of a text whose spaceless form is `tight`)
        hold it."""
        return tuple(self._strength(term, words, tight) for term in self.terms)

    def coverage(self, strengths: Sequence[float]) -> float:
        """The weighted share of the terms that are held, 0 to 1."""
        whole = sum(term.weight for term in self.terms)
        return sum(t.weight * s for t, s in zip(self.terms, strengths, strict=True)) / whole if whole else 0.0

    def _strength(self, term: Term, words: frozenset[str], tight: str) -> float:
        if term.word in words:
            return 1.0
        if any(other in words for other in term.others):
            return 0.9
        if len(term.form) > 1 and term.form in tight:
            return 0.9
        best = max((self._similarity(term.word, word) for word in words), default=0.0)
        return max(0.0, min(1.0, (best - NEAR) / (SAME - NEAR))) * SOFT_MOST

    def _similarity(self, one: str, other: str) -> float:
        key = (one, other)
        if key not in self._seen:
            self._seen[key] = self._morphemes.similarity(one, other)
        return self._seen[key]
