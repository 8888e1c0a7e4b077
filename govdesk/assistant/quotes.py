"""Quotes: word for word from the source, ``…`` where something was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdesk.assistant.blocks import Block, Clause, Part, plain
from govdesk.law.structure import without_marks

LONG = 230
"""Characters of a quote from which leading clauses that say nothing to the question are left out."""
LONGEST = 420
"""Characters beyond which items are left out too."""

_ALIAS = re.compile(r"\(이하\s[^()]*?(?:한다|칭한다|같다)\.?\)")
"""약칭 괄호; a definition or a range in brackets is part of the answer and stays."""
_BOUNDARY = re.compile(
    r"(?:,|에게는|경우에는|때에는|에도 불구하고|에 대하여는|에 대해서는|에 대하여|에게"
    r"|(?<![하되있없받않르리치기지우으])(?:은|는)|으면|려면)\s"
)
_CONDITION = re.compile(r"경우|때에는|면\s|정당한 사유|특별한|부득이|아니|않|못|없")


@dataclass(frozen=True, slots=True)
class Picked:
    """Clauses of one block that are quoted together; `chosen` are indices into ``block.clauses``, in order.

    `need` are the words (surface forms) that must stay readable in the quote; `key` are the items that decide,
    `matched` whether they hold what the question says.
    """

    block: Block
    chosen: tuple[int, ...]
    need: tuple[str, ...] = ()
    key: tuple[int, ...] = ()
    matched: bool = False

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(self.block.clauses[index] for index in self.chosen)

    @property
    def text(self) -> str:
        """All chosen words, for checks."""
        return " ".join(clause.text for clause in self.clauses)

    @property
    def place(self) -> str:
        """The deepest place that names what was chosen: one item's own place, else the block's."""
        items = [clause for clause in self.clauses if clause.part is Part.ITEM]
        leaves = [
            item
            for item in items
            if not any(other.place != item.place and other.place.startswith(item.place) for other in items)
        ]
        if len(leaves) == 1:
            return leaves[0].place
        return self.block.place


def quote(picked: Picked) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The quote and the slices of the passage's text it was taken from."""
    source = picked.block.hit.passage.text
    whole = sum(len(clause.text) for clause in picked.clauses)
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for position, clause in enumerate(picked.clauses):
        if position and picked.chosen[position] != picked.chosen[position - 1] + 1:
            _leave_out(words)
        pieces = _segments(source, clause)
        if clause.part is not Part.ITEM and whole > LONG:
            pieces = _from_the_point(source, clause, pieces, picked.need)
        for number, (start, end) in enumerate(pieces):
            if number or start > clause.start:
                _leave_out(words)
            text = plain(source[start:end]) if clause.part is not Part.ROW else clause.text
            words.append(text)
            spans.append((start, end))
        if pieces and plain(source[pieces[-1][1] : clause.end]):
            _leave_out(words)
    return _joined(words), tuple(spans)


def _leave_out(words: list[str]) -> None:
    if not words or words[-1] != "…":
        words.append("…")


def _joined(words: Sequence[str]) -> str:
    return re.sub(r"\s+", " ", " ".join(words)).strip()


def _segments(source: str, clause: Clause) -> list[tuple[int, int]]:
    """The clause's slice without the brackets that only set up a short name."""
    pieces: list[tuple[int, int]] = []
    begin = clause.start
    for found in _ALIAS.finditer(source, clause.start, clause.end):
        pieces.append((begin, found.start()))
        begin = found.end()
    pieces.append((begin, clause.end))
    return [(start, end) for start, end in pieces if source[start:end].strip()]


def _from_the_point(
    source: str, clause: Clause, pieces: list[tuple[int, int]], need: Sequence[str]
) -> list[tuple[int, int]]:
    """`pieces` from the clause boundary before the first needed word on; a condition is never cut away."""
    text = source[clause.start : clause.end]
    places = [text.find(word) for word in need if word and word in text]
    if not places:
        return pieces
    first, cut = min(places), 0
    for boundary in _BOUNDARY.finditer(text):
        if boundary.end() > first:
            break
        if not _inside_brackets(text, boundary.start()) and not _CONDITION.search(text[: boundary.end()]):
            cut = boundary.end()
    if cut < 15:
        return pieces
    at = clause.start + cut
    return [(max(start, at), end) for start, end in pieces if end > at]


def _inside_brackets(text: str, index: int) -> bool:
    before = text[:index]
    return (
        before.count("(") > before.count(")") or before.count("「") > before.count("」") or before.count('"') % 2 == 1
    )


def squeezed(text: str) -> str:
    """`text` without marks, white space and the bars between a table's cells: the form in which quotes are compared
    with their source."""
    return re.sub(r"[\s│┃|]+", "", without_marks(text).text)
