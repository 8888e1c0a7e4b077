"""Text as it is drawn, never as it is kept: unbroken dates and ``할 수 있다``, ㆍ narrow.

`shown` changes what is drawn; `restore` and `Shown.original` give back what is copied, searched, exported.
Every change is one sign for one sign, or a word joiner put in; so positions map both ways.

- no-break spaces inside ``2026. 12. 1.`` and ``할 수 있다``
- a word joiner before ``(화)`` after a date and around ``~`` between figures
- ``ㆍ`` (U+318D, a full em wide) is drawn as ``‧`` (U+2027), which looks like ``·`` and is in no source text,
  so that it can be turned back
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NO_BREAK = "\u00a0"
JOINER = "\u2060"
DOT = "\u2027"

_DATE = re.compile(r"\d{4}\.\s\d{1,2}\.(?:\s\d{1,2}\.)?")
_WEEKDAY = re.compile(r"(?<=\d\.)(?=\([월화수목금토일]\))")
_CAN = re.compile(r"(?<=[가-힣]) 수(?: (?=있|없))|(?<=[가-힣]) 수(?=[는도] (?:있|없))")
_CAN_PARTICLE = re.compile(r"(?<=\u00a0수[는도]) (?=있|없)")
_RANGE = re.compile(r"(?<=[\d:])~(?=\d)")


def shown(text: str) -> str:
    """`text` as it is to be drawn."""
    text = _DATE.sub(lambda found: found.group().replace(" ", NO_BREAK), text)
    text = _CAN.sub(lambda found: found.group().replace(" ", NO_BREAK), text)
    text = _CAN_PARTICLE.sub(NO_BREAK, text)
    text = _WEEKDAY.sub(JOINER, text)
    text = _RANGE.sub(f"{JOINER}~{JOINER}", text)
    return text.replace("ㆍ", DOT)


def restore(text: str) -> str:
    """What `shown` was made from, for copying a selection. No-break spaces of the source come back as spaces."""
    return text.replace(JOINER, "").replace(NO_BREAK, " ").replace(DOT, "ㆍ")


@dataclass(frozen=True, slots=True)
class Shown:
    """`text` as drawn beside `source`; `starts[i]` is the source position of drawn sign `i`."""

    source: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> Shown:
        text = shown(source)
        starts: list[int] = []
        at = 0
        for sign in text:
            starts.append(at)
            if sign == JOINER and (at >= len(source) or source[at] != JOINER):
                continue
            at += 1
        starts.append(len(source))
        return cls(source, text, tuple(starts))

    def original(self, start: int, end: int) -> str:
        """The source of the drawn slice ``start:end``."""
        return self.source[self.starts[start] : self.starts[end]]

    def position(self, source_position: int) -> int:
        """Where a source position is drawn."""
        low, high = 0, len(self.starts) - 1
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < source_position:
                low = middle + 1
            else:
                high = middle
        return low
