"""A block's text as it is drawn: amendment marks folded to chips or set small, links placed, breaks kept whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govdesk.law.marks import Mark, MarkKind, amendment_marks
from govdesk.text.dates import korean_date
from govdesk.ui.kit.display import NO_BREAK, Shown, restore, shown
from govdesk.ui.panes.regulations.links import Goal, Link

Span = tuple[int, int]
COUNTED = {MarkKind.AMENDED: "개정", MarkKind.ADDED: "신설", MarkKind.REWRITTEN: "전문개정"}
FOLDED = {**COUNTED, MarkKind.ARTICLE_ADDED: "본조신설", MarkKind.TITLE_AMENDED: "제목개정"}
"""Marks that fold to a chip; 시행일 and 이동 change what a reader must know and always stand in full."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """`text` is drawn; `chips` are boxed, `quiet` set small, `links` lead on: spans of `text`.

    `words` are the spans that are the source's own words (everything but chips).
    """

    text: str
    words: tuple[Span, ...]
    chips: tuple[Span, ...] = ()
    quiet: tuple[Span, ...] = ()
    links: tuple[tuple[int, int, Goal], ...] = ()

    def copied(self, start: int, end: int) -> str:
        """The source of the drawn slice: chips left out, display signs turned back."""
        pieces = (self.text[max(a, start) : min(b, end)] for a, b in self.words if a < end and b > start)
        return restore("".join(pieces)).rstrip(" ")

    def matches(self, pattern: re.Pattern[str]) -> list[Span]:
        """Where `pattern` stands in the words (not in chips or marks)."""
        spoken = [span for span in self.words if span not in self.quiet]
        joined = "".join(self.text[a:b] for a, b in spoken)
        return [self._placed(spoken, *found.span()) for found in pattern.finditer(joined) if found.group()]

    def _placed(self, spoken: list[Span], start: int, end: int) -> Span:
        return _position(spoken, start, last=False), _position(spoken, end, last=True)


def _position(spoken: list[Span], at: int, *, last: bool) -> int:
    for a, b in spoken:
        size = b - a
        if at < size or (last and at == size):
            return a + at
        at -= size
    return spoken[-1][1] if spoken else 0


def draw(text: str, links: tuple[Link, ...] = (), *, marks_shown: bool = False) -> Drawn:
    """`text` as drawn; with `marks_shown` amendment marks stand as in the source."""
    if "<" not in text and "[" not in text:
        return _plain(text, links)
    drawing = _Drawing(text, links)
    begun = 0
    for mark in amendment_marks(text):
        drawing.words(begun, len(text[: mark.start].rstrip(" \t")))
        chip = "" if marks_shown and mark.kind is not MarkKind.DELETED else chip_text(mark)
        if chip:
            drawing.chip(chip)
        else:
            drawing.mark(text[mark.start : mark.end])
        begun = mark.end
    drawing.words(begun, len(text))
    return drawing.done()


def _plain(text: str, links: tuple[Link, ...]) -> Drawn:
    if not links:
        made = shown(text)
        return Drawn(made, ((0, len(made)),))
    whole = Shown.of(text)
    placed = tuple((whole.position(link.start), whole.position(link.end), link.goal) for link in links)
    return Drawn(whole.text, ((0, len(whole.text)),), links=placed)


class _Drawing:
    def __init__(self, text: str, links: tuple[Link, ...]) -> None:
        self._source = text
        self._links = links
        self._text = ""
        self._words: list[Span] = []
        self._chips: list[Span] = []
        self._quiet: list[Span] = []
        self._placed: list[tuple[int, int, Goal]] = []

    def words(self, start: int, end: int) -> None:
        if end <= start:
            return
        piece = Shown.of(self._source[start:end])
        at = len(self._text)
        self._text += piece.text
        self._words.append((at, len(self._text)))
        for link in self._links:
            if start <= link.start and link.end <= end:
                begin, stop = piece.position(link.start - start), piece.position(link.end - start)
                self._placed.append((at + begin, at + stop, link.goal))

    def chip(self, words: str) -> None:
        self._text += NO_BREAK  # a chip never stands alone on a line
        at = len(self._text)
        self._text += NO_BREAK + words.replace(" ", NO_BREAK) + NO_BREAK
        self._chips.append((at, len(self._text)))

    def mark(self, source: str) -> None:
        at = len(self._text)
        self._text += f" {source}"
        self._words.append((at, len(self._text)))
        self._quiet.append((at, len(self._text)))

    def done(self) -> Drawn:
        return Drawn(self._text, tuple(self._words), tuple(self._chips), tuple(self._quiet), tuple(self._placed))


def chip_text(mark: Mark) -> str:
    """``개정 2`` (times), ``2015. 10. 6.`` for a deletion; ``""`` for a mark that stands in full."""
    if mark.kind is MarkKind.DELETED:
        return ", ".join(korean_date(day) for day in mark.dates) or "삭제"
    word = FOLDED.get(mark.kind, "")
    return f"{word} {len(mark.dates)}" if mark.kind is MarkKind.AMENDED and mark.dates else word
