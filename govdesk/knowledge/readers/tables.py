"""Tables as text: one line a row, each value with its column's name, cut into groups of rows.

A row reads on its own (``구분: 국내 | 일비: 25,000원``), so a passage cut out of a long table and a
sentence quoted from it still say what the number is. Tables that only lay out a page (one column, a
cell across the whole width holding a text) are unfolded into paragraphs instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from govdesk.knowledge.readers.blocks import Block, Cell, Paragraph, Table

GROUP_LENGTH = 800
"""Characters of a row group; a passage near the length of a median article (275) to a long one reads well."""
FLOW_LENGTH = 120
"""A cell across the whole width with more text than this is running text, not a value."""
MAX_SPAN = 500
"""Columns or rows one cell may claim; more is damage."""
_NUMBERED = re.compile(r"\d{2,4}-\d{3,4}|(?<!\d)(?!20\d\d)\d{3,}")
"""A telephone number or an amount: a value, not a column's name."""
_STROKES = re.compile(r"[\s()/|:;,.~]+")
_LABEL_LENGTH = 40
_HEADING_LENGTH = 60
_HEAD_WORDS = re.compile(
    r"^(?:구\s*분|항\s*목|내\s*용|비\s*고|기\s*준|금\s*액|방\s*법|기\s*간|기\s*한|대\s*상|종\s*류|번\s*호|연\s*번|순\s*번|직\s*급|"
    r"단\s*가|조\s*건|사\s*유|근\s*거|처\s*리.*|설\s*명|예\s*시|담\s*당.*|부\s*서.*|시\s*간|일\s*자|날\s*짜|이\s*름|성\s*명|과\s*정.*|점\s*검.*|값|결과)$"
)


def unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks` with every layout table replaced by what it lays out."""
    for block in blocks:
        if isinstance(block, Table):
            yield from unfold(block)
        else:
            yield block


def unfold(table: Table) -> Iterator[Block]:
    """The table as the blocks a reader would see: layout cells as their own blocks, the rest as tables.

    A table of one short row is a decorated heading (``Ⅰ | 추진 배경``) and comes back as a paragraph.
    """
    width = _width(table.cells)
    if width == 0:
        return
    if width == 1:
        yield from _flow(table.cells, table.caption, table.page)
        return
    only = _single_row(table)
    if only:
        yield Paragraph(only, table.page)
        return
    kept: list[Cell] = []
    caption = table.caption
    for row in _rows(table.cells):
        filled = [cell for cell in row if cell.text]
        if len(filled) == 1 and filled[0].columns >= width and _is_flow(filled[0]):
            if kept:
                yield Table(tuple(kept), caption, table.page)
                kept, caption = [], ""
            yield from _flow(filled, "", table.page)
        else:
            kept.extend(row)
    if any(cell.text for cell in kept):
        yield Table(tuple(kept), caption, table.page)


def groups(table: Table) -> list[str]:
    """The text of the table in row groups of about `GROUP_LENGTH` characters; [] for a table without text."""
    found: list[str] = []
    size = 0
    for line in lines(table):
        if found and size + len(line) <= GROUP_LENGTH:
            found[-1] += "\n" + line
            size += len(line) + 1
        else:
            found.append(line)
            size = len(line)
    return found


def lines(table: Table) -> list[str]:
    """One line a row, values labelled with the names of their columns when the table has a head.

    The head itself is a line only where a column below it is empty, whose name would be lost otherwise.
    """
    grid = _grid(table.cells)
    width = _width(table.cells)
    rows = sorted({row for row, _ in grid})
    head = _head_rows(grid, rows, width)
    labels = _labels(grid, rows[:head], width)
    body = [_line(grid, row, width, labels) for row in rows[head:]]
    if _unused(grid, rows[head:], labels):
        body[:0] = [_line(grid, row, width, {}) for row in rows[:head]]
    return [line for line, _ in groupby(body) if line]


def _rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    by_row: dict[int, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    return [by_row[row] for row in sorted(by_row)]


def _width(cells: Sequence[Cell]) -> int:
    return max((cell.column + min(cell.columns, MAX_SPAN) for cell in cells), default=0)


def _grid(cells: Sequence[Cell]) -> dict[tuple[int, int], Cell]:
    """Every covered place with its cell, so that a cell spanning rows counts in each of them."""
    last = max((cell.row for cell in cells), default=0)
    grid: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        for row in range(cell.row, min(cell.row + min(cell.rows, MAX_SPAN), last + 1)):
            for column in range(cell.column, cell.column + min(cell.columns, MAX_SPAN)):
                grid.setdefault((row, column), cell)
    return grid


def _single_row(table: Table) -> str:
    """The text of a table of one row if it is as short as a heading."""
    if table.caption or len({cell.row for cell in table.cells}) > 1:
        return ""
    text = " ".join(cell.text for cell in table.cells if cell.text)
    return text if len(text) <= _HEADING_LENGTH else ""


def _is_flow(cell: Cell) -> bool:
    nested = any(isinstance(block, Table) for block in cell.blocks)
    return nested or len(cell.text) > FLOW_LENGTH or sum(isinstance(b, Paragraph) for b in cell.blocks) >= 4


def _flow(cells: Sequence[Cell], caption: str, page: int | None) -> Iterator[Block]:
    if caption:
        yield Paragraph(caption, page)
    for cell in cells:
        for block in cell.blocks:
            if isinstance(block, Table):
                yield from unfold(block)
            else:
                yield block


def _head_rows(grid: dict[tuple[int, int], Cell], rows: Sequence[int], width: int) -> int:
    """How many leading rows name the columns."""
    if len(rows) < 2 or width < 2:
        return 0
    marked = 0
    while marked < len(rows) - 1 and _is_marked(grid, rows[marked], width):
        marked += 1
    if marked:
        return marked
    first = _cells_of(grid, rows[0], width)
    if not _looks_like_head(first, width):
        return 0
    two_storeys = any(cell.rows >= 2 for cell in first) and any(cell.columns >= 2 for cell in first)
    return 2 if two_storeys and len(rows) > 2 else 1


def _is_marked(grid: dict[tuple[int, int], Cell], row: int, width: int) -> bool:
    cells = _cells_of(grid, row, width)
    return bool(cells) and all(cell.header for cell in cells)


def _cells_of(grid: dict[tuple[int, int], Cell], row: int, width: int) -> list[Cell]:
    found: list[Cell] = []
    for column in range(width):
        cell = grid.get((row, column))
        if cell is not None and (not found or found[-1] is not cell):
            found.append(cell)
    return found


def _looks_like_head(cells: Sequence[Cell], width: int) -> bool:
    texts = [cell.text for cell in cells]
    named = [text for text in texts if text]
    if len(named) < 2 or len(named) < len(texts) - 1 or len(set(named)) < len(named):
        return False
    if any(
        len(text) > _LABEL_LENGTH or _NUMBERED.search(text) or re.fullmatch(r"[\d.,%~\-/\s:()]+", text)
        for text in named
    ):
        return False
    if width == 2 or len(named) == 2:
        return bool(_HEAD_WORDS.match(named[-1]) or re.match(r"^(?:구\s*분|항\s*목|종\s*류|[연순]?번)$", named[0]))
    return True


def _labels(grid: dict[tuple[int, int], Cell], rows: Sequence[int], width: int) -> dict[int, str]:
    labels: dict[int, str] = {}
    for column in range(width):
        parts: list[str] = []
        for row in rows:
            cell = grid.get((row, column))
            if cell is not None and cell.text and cell.text not in parts:
                parts.append(cell.text)
        if parts:
            labels[column] = " ".join(parts)
    return labels


def _unused(grid: dict[tuple[int, int], Cell], rows: Sequence[int], labels: dict[int, str]) -> bool:
    """Whether some label would stand before no value in any of `rows`."""
    valued = {
        cell.column
        for row in rows
        for column in labels
        if (cell := grid.get((row, column))) is not None
        and cell.columns == 1
        and not _STROKES.fullmatch(cell.text or " ")
    }
    return any(column not in valued for column in labels)


def _line(grid: dict[tuple[int, int], Cell], row: int, width: int, labels: dict[int, str]) -> str:
    parts: list[str] = []
    for cell in _cells_of(grid, row, width):
        text = cell.text if not _STROKES.fullmatch(cell.text) else ""
        label = labels.get(cell.column, "") if cell.columns == 1 else ""
        if text and label and label != text:
            parts.append(f"{label}: {text}")
        elif text:
            parts.append(text)
    return " | ".join(parts)
