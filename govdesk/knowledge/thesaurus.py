"""Everyday words and the words of statutes: what else a question is searched as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from govdesk.errors import ThesaurusFaulty
from govdesk.knowledge.lexicon import WORDS, words
from govdesk.knowledge.model import Expansion
from govdesk.text.morphemes import Morpheme
from govdesk.text.normalise import nfc, searchable

FILE = "words.yaml"
WHY = "일상의 말 → 법령의 말"
MOST = 16
"""Expansions of one question at most, in the order of its words."""
FEW = 5
"""Faulty entries that are named."""


Entries = Mapping[str, Sequence[str]]


class Thesaurus:
    """Looks up `resources/thesaurus/words.yaml`; `faulty` says which of its lines are passed over."""

    def __init__(self, entries: Entries, faulty: ThesaurusFaulty | None = None) -> None:
        self.faulty = faulty
        self._entries = {searchable(word): (word, tuple(also)) for word, also in entries.items()}
        self._longest = max((len(key) for key in self._entries), default=0)

    @classmethod
    def load(cls, folder: Path) -> Thesaurus:
        """The file in `folder`; an empty thesaurus where there is none or it cannot be read at all."""
        path = folder / FILE
        if not path.is_file():
            return cls({})
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            entries = yaml.load(path.read_text(encoding="utf-8-sig"), loader)  # noqa: S506 - a safe loader
        except (OSError, ValueError, yaml.YAMLError):
            return cls({}, ThesaurusFaulty(path, "파일 전체"))
        good, bad = sound(entries)
        return cls(good, ThesaurusFaulty(path, ", ".join(bad[:FEW])) if bad else None)

    def expansions(self, text: str, morphemes: Sequence[Morpheme] = ()) -> tuple[Expansion, ...]:
        """What `text` is also searched as, in the order of its words; never a word that it already has.

        With the `morphemes` of the NFC text an entry must begin and end with one of them (이사 is not in 이사회);
        without, it must begin a word, and one of a single syllable must be the word.
        """
        tight, at = _tightened(text)
        bounds = _Bounds(at, morphemes, text)
        found = [(start, key) for start, key in self._found(tight) if bounds.allow(start, key)]
        best = [key for start, key in found if not any(_covers(other, (start, key)) for other in found)]
        result = []
        for key in dict.fromkeys(best):
            word, also = self._entries[key]
            result += [Expansion(word, one, WHY) for one in also if searchable(one) not in tight]
        return tuple(result[:MOST])

    def _found(self, tight: str) -> list[tuple[int, str]]:
        return [
            (start, tight[start : start + length])
            for start in range(len(tight))
            for length in range(1, min(self._longest, len(tight) - start) + 1)
            if tight[start : start + length] in self._entries
        ]


def sound(entries: object) -> tuple[Entries, list[str]]:
    """The entries that can be used, and the words of those that cannot: an empty side, no list, the word itself.

    Two words that lead to each other are a pair of synonyms and no fault: a question is never expanded twice.
    """
    if not isinstance(entries, Mapping):
        return {}, ["파일 전체"]
    good: dict[str, list[str]] = {}
    bad: list[str] = []
    for word, also in entries.items():
        given = also if isinstance(also, list) else []
        kept = [one for one in given if _said(one) and _said(word) and searchable(one) != searchable(word)]
        if kept:
            good[word] = kept
        if not kept or len(kept) < len(given):
            bad.append(str(word) if _said(word) else "(빈 말)")
    return good, bad


def _said(word: object) -> bool:
    return isinstance(word, str) and bool(searchable(word))


class _Bounds:
    """Where entries may begin and end in the spaceless text."""

    def __init__(self, at: Mapping[int, int], morphemes: Sequence[Morpheme], text: str) -> None:
        self._stems: dict[int, list[str]] = {}
        if morphemes:
            self._starts = {at[one.start] for one in morphemes if one.start in at}
            self._ends = {at[one.end - 1] + 1 for one in morphemes if one.end - 1 in at}
            for one in morphemes:
                if one.tag in ("VV", "VA") and one.start in at:
                    self._stems.setdefault(at[one.start], []).append(one.form)
            return
        self._starts, self._ends, place = set(), set(), 0
        for word in words(text):
            self._starts.add(place)
            inner = range(place + 2, place + len(word))
            place += len(word)
            self._ends |= {place, *inner}

    def allow(self, start: int, key: str) -> bool:
        if start not in self._starts:
            return False
        return start + len(key) in self._ends or any(stem.startswith(key) for stem in self._stems.get(start, ()))


def _tightened(text: str) -> tuple[str, dict[int, int]]:
    """The words of `text` joined, and where each sign of the NFC text went."""
    plain = nfc(text).lower().replace("\u318d", " ")
    at: dict[int, int] = {}
    for match in WORDS.finditer(plain):
        for place in range(match.start(), match.end()):
            at[place] = len(at)
    return "".join(words(text)), at


def _covers(other: tuple[int, str], one: tuple[int, str]) -> bool:
    """Whether the entry found at `other` is longer and holds all of `one`."""
    (begin, longer), (start, key) = other, one
    return len(longer) > len(key) and begin <= start and start + len(key) <= begin + len(longer)
