"""What every office format is turned into before passages are made: headings, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line; `level` 1 is outermost."""

    text: str
    level: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; may hold line breaks that mean something (lists)."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell at `row`, `column` (from 0), covering `rows` × `columns`."""

    row: int
    column: int
    blocks: tuple[Block, ...]
    rows: int = 1
    columns: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        """All text of the cell on one line."""
        if len(self.blocks) == 1 and isinstance(self.blocks[0], Paragraph):
            return " ".join(self.blocks[0].text.split())
        return " ".join(" ".join(piece.split()) for piece in plain(self.blocks) if piece.strip())


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order; `caption` without line breaks."""

    cells: tuple[Cell, ...]
    caption: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The start of a 제N조 in an office regulation; the paragraphs that follow are its text."""

    name: str
    title: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class SupplementStart:
    """A 부칙 heading: what follows is no longer the main text."""

    label: str
    page: int | None = None


Block = Heading | Paragraph | Table | Article | SupplementStart


def plain(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of `blocks` in reading order, tables cell by cell."""
    for block in blocks:
        if isinstance(block, Table):
            if block.caption:
                yield block.caption
            for cell in block.cells:
                yield from plain(cell.blocks)
        elif isinstance(block, Article):
            yield f"{block.name}({block.title})" if block.title else block.name
        elif isinstance(block, SupplementStart):
            yield block.label
        else:
            yield block.text
