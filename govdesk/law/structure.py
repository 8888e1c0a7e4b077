"""The tree of units (항, 호, 목, 세목) of one article, made from its canonical text when it is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from govdesk.law.marks import Mark, MarkKind, Unmarked, amendment_marks, without_marks
from govdesk.law.model import Unit, UnitKind
from govdesk.law.places import LABEL, kind_of, step_of

__all__ = [
    "Mark",
    "MarkKind",
    "Sentence",
    "SentenceRole",
    "Unmarked",
    "amendment_marks",
    "parse",
    "sentences",
    "unit_at",
    "units",
    "without_marks",
]

_LINE_START = re.compile(r"^(?=[\d(①-⑳㉑-㉟㊱-㊿가-후])", re.MULTILINE)


@dataclass(slots=True)
class _Node:
    """A unit while the tree grows. `words` is where its own words begin; `rank` 0 is the article."""

    rank: int
    label: str
    place: str
    start: int
    words: int
    children: list[_Node] = field(default_factory=list)
    end: int = 0

    def frozen(self, text: str) -> Unit:
        kind = kind_of(self.rank) if self.rank else UnitKind.ARTICLE
        children = tuple(child.frozen(text) for child in self.children)
        return Unit(kind, self.label, self.place, text[self.words : self.end], self.start, self.end, children)


def parse(article_text: str) -> Unit:
    """The article as a tree; its root is the article itself with the words before the first label.

    The slices ``article_text[unit.start:unit.end]`` of all units in order, joined by line ends, give the
    text back. A unit's words end where the next unit begins, so that continuation lines (tables, formulas)
    belong to the unit above them. A level may be skipped (호 without 항, ``1)`` right below a 호).
    """
    root = _Node(0, "", "", 0, 0)
    stack = [root]
    before = root
    for at, label, rank, words in _labels(article_text):
        before.end = max(at - 1, 0)
        while stack[-1].rank >= rank:
            stack.pop()
        parent = stack[-1]
        node = _Node(rank, label, parent.place + step_of(label), at, words)
        parent.children.append(node)
        stack.append(node)
        before = node
    before.end = len(article_text)
    return root.frozen(article_text)


def _labels(text: str) -> Iterator[tuple[int, str, int, int]]:
    """(start of line, label, rank, start of words) of each line that begins a unit."""
    for line in _LINE_START.finditer(text):
        found = LABEL.match(text, line.start())
        if found is not None and found.lastindex:
            yield found.start(), found.group(found.lastindex), found.lastindex, found.end()


def units(article_text: str) -> list[Unit]:
    """All units in the order of the text. The article itself comes first where it has words of its own."""
    root = parse(article_text)
    every = list(_walk(root))
    return every if root.text else every[1:]


def _walk(unit: Unit) -> Iterator[Unit]:
    yield unit
    for child in unit.children:
        yield from _walk(child)


def unit_at(article_text: str, place: str) -> Unit | None:
    """The unit at `place` (``제1항제2호가목``; ``""`` is the article), or None where the text has none."""
    return next((unit for unit in _walk(parse(article_text)) if unit.place == place), None)


class SentenceRole(StrEnum):
    BODY = "본문"
    PROVISO = "단서"
    """Begins with 다만."""
    LATTER = "후단"
    """A further sentence, most often 이 경우 …."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is the slice `start:end` of the article's text, without marks at its ends."""

    role: SentenceRole
    text: str
    start: int
    end: int


_STOP = re.compile(r"[(\[{「『]|[)\]}」』]|\"|(?<=[가-힣)\]」』\"])\.(?=\s|<|\[|$)")
_OPENING, _CLOSING = "([{「『", ")]}」』"


def sentences(unit: Unit) -> list[Sentence]:
    """The sentences of a unit's own words: 본문, 단서 (다만), 후단; a stop inside brackets or quotes ends none."""
    offset = unit.end - len(unit.text)
    found: list[Sentence] = []
    for start, end in _pieces(unit.text):
        piece = unit.text[start:end]
        role = SentenceRole.BODY if not found else _role(piece)
        found.append(Sentence(role, piece, offset + start, offset + end))
    return found


def _role(piece: str) -> SentenceRole:
    return SentenceRole.PROVISO if re.match(r"다만[, ]|단, ", piece) else SentenceRole.LATTER


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    marks = [(mark.start, mark.end) for mark in amendment_marks(text)]
    begun = 0
    for stop in [*_stops(text), len(text)]:
        start, end = _trimmed(text, begun, stop, marks)
        if end > start:
            yield start, end
        begun = stop


def _stops(text: str) -> list[int]:
    """Where sentences end. Unbalanced brackets or quotes in the source count for nothing."""
    depth = 0
    quoted = False
    inside: list[int] = []
    every: list[int] = []
    for found in _STOP.finditer(text):
        sign = found.group()
        if sign == ".":
            every.append(found.end())
            if depth == 0 and not quoted:
                inside.append(found.end())
        elif sign == '"':
            quoted = not quoted
        else:
            depth += 1 if sign in _OPENING else -1
    return inside if depth == 0 and not quoted else every


def _trimmed(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> tuple[int, int]:
    """The piece without spaces and marks at both ends."""
    while True:
        before = start, end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        for first, last in marks:
            if first == start and last <= end:
                start = last
            elif last == end and first >= start:
                end = first
        if before == (start, end):
            return start, end


def parts_from(beginning: re.Pattern[str], text: str) -> list[str]:
    """The pieces of `text` from each match of `beginning` to the next; what stands before the first is none."""
    starts = [match.start() for match in beginning.finditer(text)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=False)]
