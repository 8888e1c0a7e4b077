"""The words of a question as bigrams, weighted by how rare they are in the store."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from govdesk.files import write_text
from govdesk.text.normalise import nfc

WORDS = re.compile(r"[0-9a-z\u3131-\u318e\uac00-\ud7a3\u4e00-\u9fff\uf900-\ufaff]+")
COMMON = 0.3
"""A bigram in more than this share of the passages says nothing (retrieval.md: same recall, a third of the time)."""
MOST = 24
"""At most so many bigrams of a question are searched, the rarest (retrieval.md)."""
SAMPLE = 4_000
"""Passages that the shares are counted on; the error of a share of 0.3 is then under 0.015."""
RARE = 0.0005
"""Shares below this are not kept; an unknown bigram counts as this rare."""
FEW = 200
"""Passages that hold none of the bigrams are thought added, so that nothing is common among a handful."""
BM25_K1 = 1.2
"""LanceDB's constant: a term's score stays below k1 + 1 times its rarity."""
FILE = "bigrams.json"


def words(text: str) -> list[str]:
    """Runs of letters and digits in lower case, in order."""
    return WORDS.findall(nfc(text).lower().replace("\u318d", " "))


def bigrams(text: str) -> list[str]:
    """Distinct pairs of neighbouring signs inside the words of `text`, in order."""
    return list(dict.fromkeys(word[at : at + 2] for word in words(text) for at in range(len(word) - 1)))


class Shares:
    """In what share of the passages each bigram occurs, counted on a sample."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        self._shares = shares

    def of(self, bigram: str) -> float:
        return self._shares.get(bigram, RARE)

    def chosen(self, text: str) -> list[str]:
        """The bigrams of `text` worth searching, rarest first; all of them if every one is common."""
        found = bigrams(text)
        telling = [one for one in found if self.of(one) <= COMMON] or found
        return sorted(telling, key=self.of)[:MOST]

    def said(self, text: str, score: float) -> float:
        """How much of `text` a passage with the BM25 `score` says: 0 to about 0.5; 1 could only repetition reach."""
        most = sum((BM25_K1 + 1) * -math.log(self.of(gram)) for gram in self.chosen(text))
        return score / most if most else 0.0

    @classmethod
    def counted(cls, texts: Iterable[str]) -> Shares:
        """Shares over spaceless `texts`."""
        counter: Counter[str] = Counter()
        total = 0
        for text in texts:
            total += 1
            counter.update({text[at : at + 2] for at in range(len(text) - 1)})
        shares = {gram: count / (total + FEW) for gram, count in counter.items()}
        return cls({gram: share for gram, share in shares.items() if share > RARE})

    @classmethod
    def load(cls, folder: Path) -> Shares | None:
        """The shares saved beside the index, if they can be read."""
        try:
            kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return cls(kept) if isinstance(kept, dict) else None

    def save(self, folder: Path) -> None:
        rounded = {gram: round(share, 4) for gram, share in self._shares.items()}
        write_text(folder / FILE, json.dumps(rounded, ensure_ascii=False))
