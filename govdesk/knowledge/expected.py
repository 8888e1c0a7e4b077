"""What the expected questions say of articles, for one question that was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govdesk.knowledge.questions import Key, Questions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST = 150
"""Questions that a word search of the bank brings."""
NEAREST = 60
"""Articles whose questions lie nearest, that become candidates."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How an article's expected questions fit: the best and the second best cosine, the best and the summed word
    scores (BM25), by bigrams and by morphemes."""

    best: float
    second: float
    words: float
    words_all: float
    morphemes: float


class ExpectedQuestions:
    """`questions` against a question's `vector` and the scores of their words, by place; `hidden` do not count."""

    def __init__(
        self,
        questions: Questions,
        vector: Any,
        words: Mapping[int, float],
        morphemes: Mapping[int, float],
        hidden: NDArray[np.bool_] | None = None,
    ) -> None:
        self._questions = questions
        self._scores = questions.by_meaning(vector)
        if hidden is not None:
            self._scores[hidden] = -1.0
        self._words = _seen(words, hidden)
        self._morphemes = _seen(morphemes, hidden)
        self._known: dict[Key, Likeness | None] = {}

    def nearest(self) -> list[Key]:
        """The articles that are worth a look, by their best cosine, then those whose words were found."""
        import numpy as np

        best = self._questions.best_of_keys(self._scores)
        count = min(NEAREST, len(best))
        top = np.argpartition(-best, count - 1)[:count] if count else best.astype(np.intp)
        top = [at for at in top[np.argsort(-best[top])].tolist() if best[at] > 0]
        told = (self._questions.key_at[place] for place in (*self._words, *self._morphemes))
        return [self._questions.keys[at] for at in dict.fromkeys((*top, *told))]

    def of(self, key: Key) -> Likeness | None:
        """The likeness of an article; None where it has no questions left to look at."""
        if key not in self._known:
            places = [place for place in self._questions.places_of(key) if self._scores[place] > -1.0]
            self._known[key] = self._likeness(places) if places else None
        return self._known[key]

    def _likeness(self, places: list[int]) -> Likeness:
        order = sorted(places, key=lambda place: -self._scores[place])
        words = [self._words.get(place, 0.0) for place in places]
        return Likeness(
            best=float(self._scores[order[0]]),
            second=float(self._scores[order[min(1, len(order) - 1)]]),
            words=max(words),
            words_all=sum(words),
            morphemes=max(self._morphemes.get(place, 0.0) for place in places),
        )


def _seen(found: Mapping[int, float], hidden: Any) -> dict[int, float]:
    return {place: score for place, score in found.items() if hidden is None or not hidden[place]}
