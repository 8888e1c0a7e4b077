"""The text of one article or manual section as lines to set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdesk.law.marks import without_marks
from govdesk.law.model import Unit, UnitKind
from govdesk.law.structure import parse
from govdesk.text.boxes import Row, framed_lines, is_box, rows_of
from govdesk.ui.panes.regulations.page import Kind

PICTURE = "[그림/수식: 원문 확인]"
PICTURE_NOTICE = "그림이나 수식이 있는 자리입니다. 원문에서 확인하세요."
DEPTHS = {UnitKind.ARTICLE: 0, UnitKind.PARAGRAPH: 0, UnitKind.ITEM: 1, UnitKind.SUBITEM: 2}
DEEPEST = 5
NUL = "\0"

_INNER_NAME = re.compile(r"제\d+조(?:의\d+)?(?:\([^()\n]{1,80}\))?(?=\s|$)")
_TERM = re.compile(r"^[-*•]\s*([가-힣A-Za-z ·ㆍ]{1,8}?)\s*:\s+(\S.*)$")
_BULLET = re.compile(r"^([-*•▪○□ㅇ◦※])\s+(\S.*)$")
_NUMBERED = re.compile(r"^(\d{1,2}\.|\d{1,2}\)|\(\d{1,2}\)|[가-하]\.|[가-하]\)|[①-⑳])\s+(\S.*)$")
_LOOSE = re.compile(r"^([①-⑳])(?=\S)(.+)$")
"""A 항 of old 부칙 without a space after its number, which the tree of units does not tell apart."""
_STEP = re.compile(r"(?:(?<=^)|(?<=\s))(\d{1,2})\)\s")
_CELL = re.compile(r"^([^:|]{1,60}): (.*)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A `page.Block` without its section."""

    kind: Kind
    text: str
    plain: str
    label: str = ""
    depth: int = 0
    place: str = ""
    lead: int = 0
    rows: tuple[Row, ...] = ()


def article_lines(text: str) -> Iterator[Line]:
    """The lines of an article (or 부칙) in canonical text: 항, 호 and 목 with what hangs below them."""
    return _unit_lines(parse(text), 0)


def _unit_lines(unit: Unit, depth: int) -> Iterator[Line]:
    depth = DEPTHS.get(unit.kind, min(depth + 1, DEEPEST))
    yield from _body(unit.text, unit.label, depth, unit.place)
    for child in unit.children:
        yield from _unit_lines(child, depth)


def _body(text: str, label: str, depth: int, place: str) -> Iterator[Line]:
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        if not label and (found := _LOOSE.match(line.strip())):
            yield _paragraph(found[2], found[1], 0, place)
            at += 1
            continue
        if line.strip() == PICTURE:
            at += 1
            if not _table_follows(lines, at) and (at == len(lines) or lines[at].strip() != PICTURE):
                yield Line(Kind.NOTICE, PICTURE_NOTICE, "", depth=depth, place=place)
        elif is_box(line):
            end = at
            while end < len(lines) and is_box(lines[end]):
                end += 1
            yield _box(lines[at:end], depth, place)
            at = end
        else:
            if line.strip() or label:
                yield _paragraph(line.strip(), label, depth, place)
            at += 1
        label = ""


def _table_follows(lines: list[str], at: int) -> bool:
    """Whether the drawn table that the picture shows comes next, at most a unit line between."""
    return any(is_box(line) for line in lines[at : at + 2])


def _box(lines: list[str], depth: int, place: str) -> Line:
    rows = rows_of(lines)
    text = "\n".join(lines)
    if rows:
        return Line(Kind.TABLE, text, NUL.join(cell for row in rows for cell in row.cells), "", depth, place, rows=rows)
    shown = "\n".join(framed_lines(lines)) or text
    return Line(Kind.GRID, text, shown, "", depth, place)


def _paragraph(text: str, label: str, depth: int, place: str) -> Line:
    plain = without_marks(text).text
    if not label and (named := _INNER_NAME.match(text)):
        return Line(Kind.TEXT, text, plain, lead=named.end())  # an article of 부칙 hangs below nothing
    return Line(Kind.TEXT, text, plain, label, depth, place)


def section_lines(text: str) -> Iterator[Line]:
    """The lines of a manual section: paragraphs, terms with their texts, numbered steps below each other."""
    for line in text.split("\n"):
        line = line.strip()
        if not line:
            continue
        if is_box(line):
            yield Line(Kind.GRID, line, line)
        elif term := _TERM.match(line):
            yield from _term_lines(term[1], term[2])
        elif found := _BULLET.match(line) or _NUMBERED.match(line):
            label = "·" if found[1] in "-*•" else found[1]
            yield Line(Kind.TEXT, found[2], found[2], label)
        else:
            yield Line(Kind.TEXT, line, line)


def _term_lines(term: str, text: str) -> Iterator[Line]:
    for number, step in enumerate(_steps(text)):
        yield Line(Kind.FIELD, step, step, "" if number else term)


def _steps(text: str) -> list[str]:
    """``1) … 2) …`` cut into its steps; any other text whole."""
    cuts: list[int] = []
    for found in _STEP.finditer(text):
        if int(found[1]) == len(cuts) + 1:
            cuts.append(found.start())
    if len(cuts) < 2:
        return [text]
    head = [text[: cuts[0]].strip()] if cuts[0] else []
    return head + [text[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def table_lines(text: str) -> Iterator[Line]:
    """The rows of a table passage (``구분: 국내 | 일비: 2만원``) as a table again if they share their labels."""
    rows = [[_CELL.match(cell.strip()) for cell in line.split(" | ")] for line in text.split("\n") if line.strip()]
    labels = {tuple(cell[1] for cell in row if cell) for row in rows}
    if len(labels) == 1 and all(all(row) for row in rows) and len(head := labels.pop()) > 1:
        table = (Row(head), *(Row(tuple(cell[2] for cell in row if cell)) for row in rows))
        yield Line(Kind.TABLE, text, NUL.join(cell for row in table for cell in row.cells), rows=table)
        return
    yield from section_lines(text)
