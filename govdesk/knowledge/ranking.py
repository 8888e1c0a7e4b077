"""One order out of several scores, each of them readable (``--explain``)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from govdesk.knowledge.lexicon import Shares, bigrams
from govdesk.knowledge.model import DocumentId
from govdesk.text.normalise import searchable


@dataclass
class Candidate:
    """A passage that may answer, at its place in the snapshot. `features` are the weighted parts of `score`,
    `heading_said` as in `model.Hit`.
    """

    place: int
    document_id: DocumentId
    series: str
    article: str
    heading: str
    features: dict[str, float] = field(default_factory=dict)
    score: float = 0.0
    heading_said: float = 0.0

    @property
    def key(self) -> tuple[str, str]:
        """The article, whatever its edition."""
        return self.series, self.article


NOT_SAID, SAID = 0.10, 0.25


@dataclass(frozen=True, slots=True)
class Weights:
    """Chosen on the development questions as a whole, by recall@5 to @20; see tests/bench."""

    words: float = 1.0
    morphemes: float = 1.0
    meaning: float = 2.0
    meaning_of_said: float = 0.7
    heading: float = 2.0
    statute: float = 3.0
    sector: float = 1.0
    aside: float = 1.2

    def trusting(self, said: float) -> Weights:
        """The weights for a question of which the best passage says so much (`lexicon.Shares.said`).

        Everyday questions about statutes lie near 0.10 (middle half 0.08 to 0.14), questions in the words of the
        documents near 0.24 (0.18 to 0.31): where the words are found, they are trusted more.
        """
        share = min(1.0, max(0.0, (said - NOT_SAID) / (SAID - NOT_SAID)))
        return replace(self, meaning=self.meaning + share * (self.meaning_of_said - self.meaning))


ASIDE = re.compile(
    r"^(목적|정의|용어의정의|적용범위|적용대상|적용례|기본이념|기본원칙|다른법률과의관계|다른법령과의관계|시행일|"
    r"벌칙|과태료|과태료의부과.*|양벌규정|벌칙적용에서공무원의제|벌칙적용시의공무원의제|규제의재검토|규제의존속기한.*|"
    r"고유식별정보의처리|민감정보.*의처리|권한의위임.*|업무의위탁|권한의위임ㆍ위탁|위임규정|준용|준용규정|시행규칙|세부사항|명칭|설치)$"
)
"""Headings of articles that decide little for a question, unless it asks for them."""
ASKED = re.compile(
    r"목적|정의|뜻|무슨말|무엇을말|벌칙|처벌|벌금|징역|과태료|위임|위탁|적용|고유식별|주민등록번호|재검토"
)
OUTSIDE = -1.0
"""Standard score of a passage that a channel did not find among its best."""


def standard(scores: Mapping[int, float]) -> dict[int, float]:
    """Scores less their mean, by their deviation; the worst found is the least there is."""
    if not scores:
        return {}
    mean = sum(scores.values()) / len(scores)
    spread = (sum((score - mean) ** 2 for score in scores.values()) / len(scores)) ** 0.5
    return {key: (score - mean) / (spread or 1.0) for key, score in scores.items()}


class Ranking:
    """Ranks the candidates of one question."""

    def __init__(
        self,
        question: str,
        shares: Shares,
        named: Mapping[str, float],
        sector: str,
        weights: Weights,
    ) -> None:
        self._weights = weights
        self._named = named
        self._sector = sector
        self._grams = {gram: 1.0 - math.sqrt(shares.of(gram)) for gram in bigrams(question)}
        self._asked = bool(ASKED.search(searchable(question)))

    def rank(
        self,
        candidates: Sequence[Candidate],
        channels: Mapping[str, Mapping[int, float]],
        sectors: Mapping[str, str],
    ) -> list[Candidate]:
        """Best first. `channels` are standard scores by place, `sectors` by document id."""
        weights = {"words": self._weights.words, "morphemes": self._weights.morphemes, "meaning": self._weights.meaning}
        lowest = {name: min(scores.values(), default=0.0) for name, scores in channels.items()}
        for candidate in candidates:
            features = {
                name: weights[name] * scores.get(candidate.place, min(lowest[name], OUTSIDE))
                for name, scores in channels.items()
                if scores
            }
            self._add_structure(candidate, features, sectors)
            candidate.features = features
            candidate.score = sum(features.values())
        return sorted(candidates, key=lambda one: (-one.score, one.place))

    def _add_structure(
        self,
        candidate: Candidate,
        features: dict[str, float],
        sectors: Mapping[str, str],
    ) -> None:
        heading = searchable(candidate.heading)
        candidate.heading_said = self.heading_said(heading)
        features["heading"] = self._weights.heading * candidate.heading_said
        features["statute"] = self._weights.statute * self._named.get(candidate.series, 0.0)
        other = sectors.get(candidate.document_id, "")
        if self._sector and other and other != self._sector:
            features["sector"] = -self._weights.sector
        if not self._asked and ASIDE.match(heading):
            features["aside"] = -self._weights.aside

    def heading_said(self, heading: str) -> float:
        """How much of the spaceless heading the question says, 0 to about 1."""
        said = sum(weight for gram, weight in self._grams.items() if gram in heading)
        return said / len(heading) if said else 0.0
