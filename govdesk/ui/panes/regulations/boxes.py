"""Tables drawn with box characters: read into rows when that is safe, else left to be set sign by sign."""

from __future__ import annotations

import re
from itertools import groupby

BOX = re.compile(r"[\u2500-\u257f]")
UPRIGHT = re.compile(r"[│┃]")
CROSSING = re.compile(r"[├┤┼┠┨╂┝┥┿┣┫╋]")
LINE = re.compile(r"^[\s\u2500-\u257f]*$")


def is_box(line: str) -> bool:
    """Whether a line belongs to a drawn table."""
    return BOX.search(line) is not None


def rows_of(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    """The rows of a drawn table, its head first; ``()`` when the drawing leaves it open what belongs together.

    Between two rules, rows are parted by blank lines. Without any, lines are joined only where each further line
    leaves the first cell empty.
    """
    content = [line.strip() for line in lines if line.strip()]
    rules = [LINE.match(line) is not None and not _blank(line) for line in content]
    if not content or not rules[0] or not rules[-1]:
        return ()
    if any(not rule and (CROSSING.search(line) or not _framed(line)) for line, rule in zip(content, rules, strict=True)):
        return ()
    split = [None if rule else _cells(line) for line, rule in zip(content, rules, strict=True)]
    widths = {len(cells) for cells in split if cells is not None}
    if len(widths) != 1 or widths == {1}:
        return ()
    found: list[tuple[str, ...]] = []
    for is_rule, group in groupby(split, key=lambda cells: cells is None):
        if is_rule:
            continue
        rows = _grouped([cells for cells in group if cells is not None])
        if rows is None:
            return ()
        found += rows
    return tuple(found) if len(found) > 1 else ()


def _blank(line: str) -> bool:
    """A row of empty cells: uprights and spaces only."""
    return UPRIGHT.search(line) is not None and not UPRIGHT.sub("", line).strip()


def _framed(line: str) -> bool:
    return line[0] in "│┃" and line[-1] in "│┃"


def _cells(line: str) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in UPRIGHT.split(line)[1:-1])


def _grouped(lines: list[tuple[str, ...]]) -> list[tuple[str, ...]] | None:
    """The rows between two rules, or None when they cannot be told apart."""
    filled = [any(cells) for cells in lines]
    if all(filled):
        if len(lines) == 1:
            return lines
        return [_joined(lines)] if all(not cells[0] for cells in lines[1:]) else None
    parts = [[cells for cells, _ in group] for full, group in groupby(zip(lines, filled, strict=True), lambda p: p[1]) if full]
    return [_joined(part) for part in parts]


def _joined(lines: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(" ".join(piece for piece in column if piece) for column in zip(*lines, strict=True))
