"""Tables drawn with box characters: read into rows when that is safe, else left to be set sign by sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

BOX = re.compile(r"[\u2500-\u257f]")
UPRIGHT = re.compile(r"[│┃]")
CROSSING = re.compile(r"[├┤┼┠┨╂┝┥┿┣┫╋]")
BAR = re.compile(r"[─━]")
"""Inside a cell: the bar of a fraction, which stands right only as it is drawn."""
LINE = re.compile(r"^[\s\u2500-\u257f]*$")
FIGURE = re.compile(r"[\d.,%~\s]*\d[\d.,%~\s]*[가-힣]{0,3}")
"""A cell that is one value: when a column holds only such, each line is a row of its own."""

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; not `ruled` ones go on with the row above."""

    cells: Cells
    ruled: bool = True


def is_box(line: str) -> bool:
    """Whether a line belongs to a drawn table."""
    return BOX.search(line) is not None


def rows_of(lines: list[str]) -> tuple[Row, ...]:
    """The rows of a drawn table, its head first; ``()`` when its columns are not the same throughout.

    Between two rules, blank lines part the rows, or every line is a row where one column holds single values. Any
    other line stays a row without a rule above it, so that what stands side by side in the drawing still does; it
    is joined to the line before only where a single cell goes on. A row of one cell runs across the table.
    """
    content = [line.strip() for line in lines if line.strip()]
    rules = [LINE.match(line) is not None and not UPRIGHT.match(line) for line in content]
    if not content or not rules[0] or not rules[-1]:
        return ()
    drawn = [line for line, rule in zip(content, rules, strict=True) if not rule]
    if any(CROSSING.search(line) or BAR.search(line) or not _framed(line) for line in drawn):
        return ()
    if len({len(_cells(line)) for line in drawn} - {1}) != 1:
        return ()
    found: list[Row] = []
    for is_rule, group in groupby(zip(content, rules, strict=True), key=lambda pair: pair[1]):
        if not is_rule:
            found += _grouped([_cells(line) for line, _ in group])
    return tuple(found) if len(found) > 1 else ()


def framed_lines(lines: list[str]) -> tuple[str, ...]:
    """The lines inside a frame without inner uprights (a formula, a boxed sentence); ``()`` for any other drawing."""
    content = [line.strip() for line in lines if line.strip()]
    inner = content[1:-1]
    if len(content) < 3 or content[0][0] not in "┌┏" or content[-1][0] not in "└┗":
        return ()
    if any(len(line) < 2 or not _framed(line) or UPRIGHT.search(line[1:-1]) for line in inner):
        return ()
    kept = [line[1:-1].rstrip() for line in inner]
    while kept and not kept[0].strip():
        kept.pop(0)
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)


def _framed(line: str) -> bool:
    return line[0] in "│┃" and line[-1] in "│┃"


def _cells(line: str) -> Cells:
    return tuple(" ".join(cell.split()) for cell in UPRIGHT.split(line)[1:-1])


def _grouped(lines: list[Cells]) -> list[Row]:
    """The rows between two rules."""
    columns = list(zip(*lines, strict=False)) if len({len(cells) for cells in lines}) == 1 else []
    valued = any(all(FIGURE.fullmatch(cell) for cell in column) for column in columns)
    if valued and all(all(cells) for cells in lines):
        return [Row(cells) for cells in lines]
    return [row for full, part in groupby(lines, key=any) if full for row in _continued(list(part))]


def _continued(lines: list[Cells]) -> list[Row]:
    """Lines that no rule and no blank line parts: the first one ruled, the others joined or set below it."""
    rows = [Row(lines[0])]
    for cells in lines[1:]:
        above = rows[-1].cells
        alone = [number for number, cell in enumerate(cells) if cell]
        if len(alone) == 1 and len(cells) == len(above) and above[alone[0]]:
            joined = list(above)
            joined[alone[0]] += " " + cells[alone[0]]
            rows[-1] = Row(tuple(joined), rows[-1].ruled)
        else:
            rows.append(Row(cells, ruled=False))
    return rows
