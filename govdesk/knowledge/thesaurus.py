"""Everyday words and the words of statutes: what else a question is searched as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from govdesk.knowledge.lexicon import words
from govdesk.knowledge.model import Expansion
from govdesk.text.normalise import searchable

FILE = "words.yaml"
WHY = "일상의 말 → 법령의 말"
INSIDE = 3
"""A word of so many syllables or more is also found inside a word of the question."""
MOST = 8
"""Expansions of one question at most, the longest words first."""


class Thesaurus:
    """Looks up `resources/thesaurus/words.yaml`."""

    def __init__(self, entries: Mapping[str, Sequence[str]]) -> None:
        self._entries = {searchable(word): (word, tuple(also)) for word, also in entries.items()}
        self._longest = max((len(key) for key in self._entries), default=0)

    @classmethod
    def load(cls, folder: Path) -> Thesaurus:
        """The file in `folder`; an empty thesaurus where there is none."""
        path = folder / FILE
        if not path.is_file():
            return cls({})
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return cls(yaml.load(path.read_text(encoding="utf-8"), loader))  # noqa: S506 - a safe loader

    def expansions(self, text: str) -> tuple[Expansion, ...]:
        """What `text` is also searched as, in the order of its words; never a word that it already has."""
        tight = "".join(words(text))
        starts = self._starts(text)
        found = [key for key in self._keys_in(tight) if len(key) >= INSIDE or self._begins(key, tight, starts)]
        best = sorted(found, key=lambda key: -len(key))
        chosen = [key for key in best if not any(key != other and key in other for other in best)]
        result = []
        for key in sorted(chosen, key=tight.find):
            word, also = self._entries[key]
            fresh = [one for one in also if searchable(one) not in tight]
            result += [Expansion(word, one, WHY) for one in fresh]
        return tuple(result[: 2 * MOST])

    def _keys_in(self, tight: str) -> list[str]:
        pieces = {
            tight[start : start + length]
            for start in range(len(tight))
            for length in range(1, min(self._longest, len(tight) - start) + 1)
        }
        return [piece for piece in pieces if piece in self._entries]

    @staticmethod
    def _starts(text: str) -> set[int]:
        places, at = set(), 0
        for word in words(text):
            places.add(at)
            at += len(word)
        return places

    @staticmethod
    def _begins(key: str, tight: str, starts: set[int]) -> bool:
        return any(tight.startswith(key, start) for start in starts)
