"""Amendment marks in statute text (``<개정 2020.12.22>``), and the text without them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MarkKind(StrEnum):
    AMENDED = "개정"
    ADDED = "신설"
    REWRITTEN = "전문개정"
    ARTICLE_ADDED = "본조신설"
    TITLE_AMENDED = "제목개정"
    DELETED = "삭제"
    """The bare date behind ``삭제``: ``삭제 <2011.8.4>``."""
    IN_FORCE = "시행일"
    MOVED = "이동"
    """``[제12조에서 이동]`` and ``[종전 제12조는 제13조로 이동]``."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` is a mark of `kind`; `dates` are those it names, in order."""

    start: int
    end: int
    kind: MarkKind
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A text without its marks, and the way back: `text[i]` came from `source_of(i)` of the marked text."""

    text: str
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]

    def source_of(self, index: int) -> int:
        """Where the character at `index` stands in the marked text; its length for the end."""
        return index + self._shifts[bisect_right(self._starts, index) - 1]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the marked text from the first to the last character of `text[start:end]`."""
        if end <= start:
            at = self.source_of(start)
            return at, at
        return self.source_of(start), self.source_of(end - 1) + 1


_WORDS = "전문개정|본조신설|제목개정|개정|신설"
_DATES = r"\d{4}[.ㆍ·][\s\d.,ㆍ·]*"
_MARK = re.compile(
    rf"<\s*(?P<word>{_WORDS})\s*[^<>\n]*>"
    rf"|(?P<bare>(?<=삭제)\s?<\s*{_DATES}>)"
    rf"|\[\s*(?P<note>{_WORDS})\s*[\s\d.,ㆍ·]*\]"
    r"|\[\s*(?P<day>시행일)[^\[\]\n]*\]"
    r"|\[(?P<moved>[^\[\]\n]{0,40}?(?:에서|로|으로|은|는)\s*이동(?:\s*[<,][^\[\]\n]*)?)\]"
)
_DATE = re.compile(r"(\d{4})[.ㆍ·]\s*(\d{1,2})[.ㆍ·]\s*(\d{1,2})")


def amendment_marks(text: str) -> list[Mark]:
    """Every amendment mark of `text` in order."""
    if "<" not in text and "[" not in text:
        return []
    return [_mark(found) for found in _MARK.finditer(text)]


def without_marks(text: str) -> Unmarked:
    """`text` without its marks and the spaces before them."""
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    length = begun = 0
    for mark in [*amendment_marks(text), None]:
        end = len(text) if mark is None else len(text[: mark.start].rstrip(" \t"))
        if end > begun or (mark is None and not pieces):
            pieces.append(text[begun:end])
            starts.append(length)
            shifts.append(begun - length)
            length += end - begun
        begun = len(text) if mark is None else mark.end
    return Unmarked("".join(pieces), tuple(starts), tuple(shifts))


def _mark(found: re.Match[str]) -> Mark:
    dates = tuple(day for parts in _DATE.findall(found.group()) if (day := _date(*parts)) is not None)
    return Mark(found.start(), found.end(), _kind(found), dates)


def _kind(found: re.Match[str]) -> MarkKind:
    word = found["word"] or found["note"] or found["day"]
    if word:
        return MarkKind(word)
    return MarkKind.DELETED if found["bare"] else MarkKind.MOVED


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
