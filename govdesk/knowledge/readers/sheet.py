"""XLSX: each sheet a section, its tables in row groups; formulas count by their last calculated value."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from govdesk.errors import FileTooLarge
from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers import assembly
from govdesk.knowledge.readers.archive import SafeArchive
from govdesk.knowledge.readers.blocks import Block, Cell, Heading, Paragraph, Table
from govdesk.knowledge.readers.clean import one_line
from govdesk.knowledge.readers.kinds import KOREAN, LIMITS, Kind

MAX_CELLS = 1_000_000
"""Filled cells of a workbook; more is a data set, not a document."""
MAX_COLUMNS = 500
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"')
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
_MAX_MERGES = 20_000

Row = list[tuple[int, str]]
"""Filled cells of one row: (column from 0, text)."""


def read(path: Path, archive: SafeArchive, data: bytes) -> ParsedDocument:
    """The workbook; `archive` is the checked view of `data`. Raises `FileTooLarge` above `MAX_CELLS`."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            title = str(book.properties.title or "")
            blocks = list(_sheets(path, archive, book, len(data)))
        finally:
            book.close()
    return assembly.document(path, KOREAN[Kind.XLSX], blocks, declared_title=title)


def _sheets(path: Path, archive: SafeArchive, book: Any, size: int) -> Iterator[Block]:
    left = MAX_CELLS
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        rows: dict[int, Row] = {}
        for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS)):
            row = [(c.column - 1, text) for c in cells if c.value is not None and (text := shown(c))]
            if row:
                rows[number] = row
                left -= len(row)
            if left < 0:
                raise FileTooLarge(path, size, LIMITS[Kind.XLSX])
        if rows:
            yield Heading(one_line(str(sheet.title)), 1)
            yield from _tables(rows, _merges(archive, sheet))


def _merges(archive: SafeArchive, sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """(row, column) from 0 of merged cells to (rows, columns) covered; read-only sheets do not offer them."""
    name = str(getattr(sheet, "_worksheet_path", ""))
    if name not in archive.names:
        return {}
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for match in _MERGE.finditer(archive.read(name)):
        (top, left), (bottom, right) = _place(match[1].decode()), _place(match[2].decode())
        found[(top, left)] = (bottom - top + 1, right - left + 1)
        if len(found) >= _MAX_MERGES:
            break
    return found


def _place(reference: str) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(reference)
    letters, digits = (match[1], match[2]) if match else ("A", "1")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def _tables(rows: dict[int, Row], merges: dict[tuple[int, int], tuple[int, int]]) -> Iterator[Block]:
    """Blocks between blank rows: leading rows of one cell are text, the rest is a table."""
    head: Row | None = None
    for block in _runs(rows):
        lines = block
        while lines and len(rows[lines[0]]) == 1:
            yield Paragraph(rows[lines[0]][0][1])
            lines = lines[1:]
        if not lines:
            continue
        own = not any(_is_number(text) for _, text in rows[lines[0]])
        if own:
            head = rows[lines[0]]
        repeated = None if own or head is None or len(head) < len(rows[lines[0]]) else head
        yield _table(rows, lines, merges, repeated)


def _runs(rows: dict[int, Row]) -> Iterator[list[int]]:
    held: list[int] = []
    for number in sorted(rows):
        if held and number > held[-1] + 1:
            yield held
            held = []
        held.append(number)
    if held:
        yield held


def _table(
    rows: dict[int, Row], lines: Sequence[int], merges: dict[tuple[int, int], tuple[int, int]], repeated: Row | None
) -> Table:
    cells = [Cell(lines[0] - 1, column, (Paragraph(text),), header=True) for column, text in repeated or ()]
    for number in lines:
        for column, text in rows[number]:
            tall, wide = merges.get((number, column), (1, 1))
            cells.append(Cell(number, column, (Paragraph(text),), tall, wide))
    return Table(tuple(cells))


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,%\-\s:]+", text))


def shown(cell: Any) -> str:
    """A cell's value as the sheet shows it, as far as the common formats go."""
    value = cell.value
    if isinstance(value, bool):
        return "예" if value else "아니요"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{value.year}. {value.month}. {value.day}. {value:%H:%M}"
    if isinstance(value, date):
        return f"{value.year}. {value.month}. {value.day}."
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return _number(float(value), str(getattr(cell, "number_format", "") or ""))
    return one_line(str(value))


def _number(value: float, form: str) -> str:
    if "%" in form:
        return f"{round(value * 100, 2):g}%"
    whole = value.is_integer() and abs(value) < 1e15
    if "#,##0" in form:
        return f"{value:,.0f}" if whole else f"{round(value, 2):,}"
    return str(int(value)) if whole else f"{value:.10g}"
