"""Automatic numbers of Word and Hangul lists, which are not in the text of the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
_JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_MARK = re.compile(r"[%^](\d|n|N)")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list shows its number: `pattern` holds ``%1`` or ``^1`` for the number of level 1 …"""

    pattern: str
    form: str
    start: int = 1


@dataclass(slots=True)
class Counter:
    """Counts along the levels (from 0) of one list."""

    levels: Mapping[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """The mark of the next paragraph at `level`, ``""`` if the level shows none."""
        known = self.levels.get(level)
        if known is None:
            return ""
        for deeper in [key for key in self.counts if key > level]:
            del self.counts[deeper]
        self.counts[level] = self.counts.get(level, known.start - 1) + 1
        return _MARK.sub(lambda found: self._number(found[1], level), known.pattern).strip()

    def _number(self, mark: str, level: int) -> str:
        index = level if mark in "nN" else int(mark) - 1
        known = self.levels.get(index)
        if known is None:
            return ""
        return numeral(self.counts.get(index, known.start), known.form)


def numeral(number: int, form: str) -> str:
    """`number` in a number form of Word (``ganada``, ``upperRoman``) or Hangul (``HANGUL_SYLLABLE``)."""
    key = form.replace("_", "").lower()
    if key in {"hangulsyllable", "ganada"}:
        return _pick(_SYLLABLES, number)
    if key in {"hanguljamo", "chosung"}:
        return _pick(_JAMO, number)
    if key in {"circleddigit", "decimalenclosedcircle"} and 1 <= number <= 20:
        return chr(0x245F + number)
    if key in {"circledhangulsyllable"} and 1 <= number <= 14:
        return chr(0x326D + number)
    if key in {"romancapital", "upperroman"}:
        return _roman(number)
    if key in {"romansmall", "lowerroman"}:
        return _roman(number).lower()
    if key in {"latincapital", "upperletter"}:
        return _pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number)
    if key in {"latinsmall", "lowerletter"}:
        return _pick("abcdefghijklmnopqrstuvwxyz", number)
    return "" if key in {"none", "bullet"} else str(number)


def _pick(signs: str, number: int) -> str:
    return signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _roman(number: int) -> str:
    if not 1 <= number <= 89:
        return str(number)
    text = ""
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text += sign
            number -= value
    return text
