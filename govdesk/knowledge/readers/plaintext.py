"""Text files: paragraphs by blank lines, heading-like lines as headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers import assembly
from govdesk.knowledge.readers.blocks import Block, Cell, Paragraph, Table
from govdesk.knowledge.readers.clean import one_line, tidy
from govdesk.knowledge.readers.kinds import KOREAN, Kind

MAX_COLUMNS = 200


def read_text(path: Path, text: str) -> ParsedDocument:
    """The document in plain `text`."""
    return assembly.document(path, KOREAN[Kind.TEXT], _paragraphs(text), guess_headings=True)


def read_csv(path: Path, text: str) -> ParsedDocument:
    """The table in comma- or tab-separated `text`; raises csv.Error (a ValueError here) when malformed."""
    try:
        dialect = csv.Sniffer().sniff(text[:4_000], ",\t;")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), dialect))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    cells = tuple(
        Cell(number, column, (Paragraph(value),))
        for number, row in enumerate(rows)
        for column, raw in enumerate(row[:MAX_COLUMNS])
        if (value := one_line(raw))
    )
    return assembly.document(path, KOREAN[Kind.CSV], [Table(cells)] if cells else [])


def _paragraphs(text: str) -> Iterator[Block]:
    """One paragraph a line: text files of an office rarely wrap lines, and lists must keep theirs."""
    for line in tidy(text).split("\n"):
        if line.strip():
            yield Paragraph(line.strip())
