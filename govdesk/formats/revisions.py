"""The official table of old and new articles (신ㆍ구조문대비표), before any file format.

Its conventions are those of the bills that ministries print: what did not change is ``(생  략)`` on the left and
``(현행과 같음)`` on the right, unchanged words within a changed sentence are dashes on the right, what is new stands
against ``<신  설>``, what is gone against ``<삭  제>``, and changed words are underlined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol

from govdesk.law.comparison import Comparison, Kind, Pair, Row
from govdesk.law.places import step_of
from govdesk.text.dates import korean_date
from govdesk.text.particles import attach
from govdesk.text.worddiff import Change, Piece, new_side, old_side

OMITTED, AS_BEFORE = "(생  략)", "(현행과 같음)"
NEW, GONE = "<신  설>", "<삭  제>"
DASH = "-"
MOST_DASHES = 60
"""About two lines of a column; a dash a letter is the custom, but no one counts them."""
INDENT = "  "


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    underlined: bool = False


Paragraph = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Two paragraphs side by side; `reason` stands in the third column where there is one."""

    left: Paragraph
    right: Paragraph
    reason: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table with its title, column heads and a line on what was compared."""

    title: str
    left: str
    right: str
    lines: tuple[Line, ...]
    note: str
    reasons: bool = False


class Revised(Protocol):
    """What is told of an edition."""

    @property
    def title(self) -> str: ...
    @property
    def effective(self) -> date | None: ...


def sheet(comparison: Comparison, title: str, left: str, right: str) -> Sheet:
    """The table of what changed; `left` and `right` name the revisions, known reasons make a third column."""
    given = [(pair, comparison.reasons.get(pair.name, "")) for pair in comparison.changed()]
    lines = tuple(line for pair, reason in given for line in _article(pair, reason))
    return Sheet(title, left, right, lines, _note(comparison), any(reason for _, reason in given))


def revision_sheet(comparison: Comparison, old: Revised, new: Revised) -> Sheet:
    """The table of two editions of one statute, headed by their dates."""
    return sheet(comparison, f"{new.title} 신ㆍ구조문대비표", _dated("현행", old), _dated("개정", new))


def _dated(word: str, one: Revised) -> str:
    return f"{word} ({korean_date(one.effective)} 시행)" if one.effective else f"{word} (시행일 미정)"


def _note(comparison: Comparison) -> str:
    counted = [
        (sum(pair.changed and pair.kind in (Kind.CHANGED, Kind.MOVED) for pair in comparison.pairs), "고침"),
        (comparison.count(Kind.ADDED), "신설"),
        (comparison.count(Kind.REMOVED), "삭제"),
        (comparison.count(Kind.MOVED), "이동"),
    ]
    told = ", ".join(f"{word} {number}" for number, word in counted if number)
    return f"조문 {told}" if told else "바뀐 조문이 없습니다"


def _article(pair: Pair, reason: str) -> Iterator[Line]:
    if pair.old is None:
        yield Line((Run(NEW),), (Run(_heading(pair), True),), reason, heading=True)
        yield from (Line((), _indented(row, (Run(row.new, True),))) for row in pair.rows())
        return
    if pair.new is None:
        yield Line((Run(_heading(pair), True),), (Run(GONE),), reason, heading=True)
        yield from (Line(_indented(row, (Run(row.old, True),)), ()) for row in pair.rows())
        return
    old, new = f"{pair.old.name}({pair.old.title})", f"{pair.new.name}({pair.new.title})"
    changed = pair.old.name != pair.new.name or pair.old.title.strip("()") != pair.new.title.strip("()")
    yield Line((Run(old, changed),), (Run(new, changed),), reason, heading=True)
    if not pair.changed:
        yield Line((Run(OMITTED),), (Run(f"(현행 {pair.old.name}와 같음)"),))
        return
    yield from _rows(pair.rows())


def _heading(pair: Pair) -> str:
    return f"{pair.name}({pair.title})" if pair.title else pair.name


def _rows(rows: Sequence[Row]) -> Iterator[Line]:
    for (kind, _), some in groupby(rows, key=lambda row: (row.kind, row.kind is Kind.MOVED and row.depth)):
        group = list(some)
        if kind is Kind.SAME:
            yield _omitted(group)
        elif kind is Kind.MOVED:
            yield _renumbered(group)
        else:
            least = min(row.depth for row in group)
            yield from (_changed(row, below=row.depth > least) for row in group)


def _omitted(rows: list[Row]) -> Line:
    """Unchanged rows in a row, in one line: ``② ∼ ④ (생  략)``; what stands below them goes with them."""
    least = min(row.depth for row in rows)
    top = [row for row in rows if row.depth == least]
    labels = [row.label for row in top if row.label]
    span = "" if not labels else labels[0] if len(labels) == 1 else f"{labels[0]} ∼ {labels[-1]}"
    pad = INDENT * least
    return Line((Run(f"{pad}{span} {OMITTED}".rstrip()),), (Run(f"{pad}{span} {AS_BEFORE}".rstrip()),))


def _renumbered(rows: list[Row]) -> Line:
    """Rows that only have other numbers now: ``7. ∼ 9. (현행 제6호부터 제8호까지와 같음)``."""
    pad, first, last = INDENT * rows[0].depth, rows[0], rows[-1]
    one = first is last
    old = first.old_label if one else f"{first.old_label} ∼ {last.old_label}"
    new = first.new_label if one else f"{first.new_label} ∼ {last.new_label}"
    steps = step_of(first.old_label), step_of(last.old_label)
    former = attach(steps[0], "과/와") if one else f"{steps[0]}부터 {steps[1]}까지와"
    return Line((Run(f"{pad}{old} {OMITTED}"),), (Run(pad), Run(new, True), Run(f" (현행 {former} 같음)")))


def _changed(row: Row, *, below: bool) -> Line:
    """`below`: the row belongs to one above it, which says 신설 or 삭제 for both."""
    if row.kind is Kind.ADDED:
        mark = () if below else (Run(INDENT * row.depth + NEW),)
        return Line(mark, _indented(row, (Run(row.new, True),)))
    if row.kind is Kind.REMOVED:
        mark = () if below else (Run(INDENT * row.depth + GONE),)
        return Line(_indented(row, (Run(row.old, True),), old=True), mark)
    pieces = list(row.pieces)
    left = tuple(_left(piece) for piece in old_side(pieces))
    right = tuple(_right(piece) for piece in new_side(pieces))
    return Line(_indented(row, left, old=True), _indented(row, right))


def _left(piece: Piece) -> Run:
    return Run(piece.text, piece.change is Change.GONE)


def _right(piece: Piece) -> Run:
    if piece.change is Change.NEW:
        return Run(piece.text, True)
    return Run(DASH * min(MOST_DASHES, max(2, sum(not sign.isspace() for sign in piece.text))))


def _indented(row: Row, runs: Paragraph, *, old: bool = False) -> Paragraph:
    label = row.old_label if old else row.new_label or row.old_label
    lead = INDENT * row.depth + (f"{label} " if label else "")
    return (Run(lead), *runs) if lead else runs
