"""What the learned order looks at: readable numbers of each candidate.

Scores of a channel stand as the share of its best (1 is the best found), so that they mean the same for a short
and a long question, in a small and a large store.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from govdesk.knowledge.asked import fitting
from govdesk.knowledge.candidates import Asked, Found
from govdesk.knowledge.expected import Likeness
from govdesk.knowledge.lexicon import bigrams
from govdesk.knowledge.model import Passage
from govdesk.knowledge.ranking import Candidate
from govdesk.knowledge.snapshot import Snapshot
from govdesk.text.normalise import searchable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAMES = (
    *("said", "length"),
    *("words", "morphemes", "meaning", "cosine", "words_rank", "morphemes_rank", "meaning_rank"),
    *("heading", "heading_said", "title_said", "text_said", "sense_said"),
    *(
        "bank",
        "asked",
        "asked_second",
        "asked_share",
        "asked_words",
        "asked_words_all",
        "asked_morphemes",
        "asked_rank",
    ),
    *("statute", "other_sector", "aside", "decree", "rule"),
    *("same_document", "same_family"),
    *("time", "money", "count", "leave", "size"),
)
"""Features in the order of a model's columns."""
VOTERS = 30
"""The first candidates, whose documents and families count."""
UNFOUND = -1.0
"""Cosine of what has no vector or no expected question."""


class Features:
    """Features of one question's candidates."""

    def __init__(self, current: Snapshot, asked: Asked, found: Found, said: float) -> None:
        self._current = current
        self._found = found
        self._said = said
        self._grams = {gram: 1.0 - math.sqrt(asked.shares.of(gram)) for gram in bigrams(asked.text)}
        self._whole = sum(self._grams.values()) or 1.0
        self._senses = list(dict.fromkeys(word.partition("/")[0] for word in asked.morphemes))
        self._fits = fitting(asked.text)
        self._titles: dict[str, str] = {}

    def of(self, candidates: Sequence[Candidate], passages: Mapping[int, Passage]) -> NDArray[np.float32]:
        """`(len(candidates), len(NAMES))`; `candidates` in their first order."""
        import numpy as np

        rows = [self._row(one, passages[one.place]) for one in candidates]
        self._vote(candidates, rows)
        self._compare(candidates, rows)
        return np.array([[row.get(name, 0.0) for name in NAMES] for row in rows], np.float32)

    def _row(self, one: Candidate, passage: Passage) -> dict[str, float]:
        heading, text = searchable(one.heading), searchable(passage.text)
        title = self._title(one)
        row = {
            "said": self._said,
            "length": math.log1p(len(self._grams)),
            "heading": one.features.get("heading", 0.0),
            "heading_said": self._share(heading),
            "title_said": self._share(title),
            "text_said": self._share(heading + "\n" + text),
            "sense_said": sum(sense in text or sense in heading for sense in self._senses) / max(1, len(self._senses)),
            "statute": one.features.get("statute", 0.0),
            "other_sector": float("sector" in one.features),
            "aside": float("aside" in one.features),
            "decree": float(title.endswith("시행령")),
            "rule": float(title.endswith("시행규칙")),
            "size": math.log1p(len(text)),
        }
        row.update(dict.fromkeys(self._fits(passage.text), 1.0))
        row.update(self._likeness(self._found.likeness(one.key)))
        return row

    def _share(self, text: str) -> float:
        return sum(weight for gram, weight in self._grams.items() if gram in text) / self._whole

    @staticmethod
    def _likeness(like: Likeness | None) -> dict[str, float]:
        if like is None:
            return {"asked": UNFOUND, "asked_second": UNFOUND}
        return {
            "bank": 1.0,
            "asked": like.best,
            "asked_second": like.second,
            "asked_words": like.words,
            "asked_words_all": like.words_all,
            "asked_morphemes": like.morphemes,
        }

    def _vote(self, candidates: Sequence[Candidate], rows: list[dict[str, float]]) -> None:
        """How many of the first candidates stand in the same document, and in the same family."""
        documents = Counter(one.document_id for one in candidates[:VOTERS])
        families = Counter(self._family(one) for one in candidates[:VOTERS])
        for one, row in zip(candidates, rows, strict=True):
            row["same_document"] = documents[one.document_id] / VOTERS
            row["same_family"] = families[self._family(one)] / VOTERS

    def _family(self, one: Candidate) -> str:
        return self._title(one).removesuffix("시행령").removesuffix("시행규칙")

    def _title(self, one: Candidate) -> str:
        if one.document_id not in self._titles:
            document = self._current.catalog.stored[one.document_id].document
            self._titles[one.document_id] = searchable(document.title)
        return self._titles[one.document_id]

    def _compare(self, candidates: Sequence[Candidate], rows: list[dict[str, float]]) -> None:
        """Scores as shares of the best, and places in each channel's order."""
        found = self._found
        places = [one.place for one in candidates]
        for name, scores in (("words", found.raw), ("morphemes", found.raw_morphemes)):
            _share_and_rank(rows, name, [scores.get(place, 0.0) for place in places], max(scores.values(), default=0.0))
        cosines = [float(found.cosines[place]) for place in places] if found.cosines is not None else []
        for row, cosine in zip(rows, cosines, strict=bool(cosines)):
            row["cosine"] = cosine
        if cosines:
            _share_and_rank(rows, "meaning", cosines, max(cosines))
        best = [row["asked"] for row in rows]
        _share_and_rank(rows, "asked", best, max(best, default=0.0), share="asked_share")
        for name in ("asked_words", "asked_words_all", "asked_morphemes"):
            top = max((row.get(name, 0.0) for row in rows), default=0.0)
            for row in rows:
                row[name] = row.get(name, 0.0) / top if top > 0 else 0.0


def _share_and_rank(rows: list[dict[str, float]], name: str, scores: list[float], top: float, share: str = "") -> None:
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    for rank, at in enumerate(order):
        rows[at][share or name] = scores[at] / top if top > 0 else 0.0
        rows[at][f"{name}_rank"] = 1.0 / (1 + rank) if scores[at] > 0 else 0.0
