"""From blocks to passages: sections with their heading path, tables in row groups, long text cut at paragraphs.

What is said of lengths was chosen against the statutes: an article's median is 275 characters, its 95th
percentile 1,211, so a section reads and ranks like a long article and a group of loose paragraphs like a short one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from govdesk.knowledge.model import ParsedPassage, Role
from govdesk.knowledge.readers import tables
from govdesk.knowledge.readers.articles import parts
from govdesk.knowledge.readers.blocks import Article, Block, Heading, Paragraph, SupplementStart, Table, plain

GROUP_LENGTH = 700
"""Characters that loose paragraphs, and the pieces of a long section, are gathered to."""
SECTION_LENGTH = 1_500
"""A section under a heading of up to this many characters stays whole."""
_SENTENCE_END = re.compile(r"(?<=[.。?!])\s+|\n")


class Assembler:
    """Takes blocks in reading order and keeps the passages made so far."""

    def __init__(self) -> None:
        self._made: list[ParsedPassage] = []
        self._headings: list[Heading] = []
        self._used = True
        self._article: Article | None = None
        self._supplement: SupplementStart | None = None
        self._paragraphs: list[Paragraph] = []

    def add(self, block: Block) -> None:
        """Take the next block."""
        if isinstance(block, Heading):
            self._open(block)
        elif isinstance(block, Paragraph):
            self._paragraphs.append(block)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._flush()
            self._article = block if isinstance(block, Article) else None
            self._supplement = block if isinstance(block, SupplementStart) else self._supplement

    def finish(self) -> tuple[ParsedPassage, ...]:
        """All passages; nothing may be added afterwards."""
        self._flush()
        self._lone_heading(0)
        return tuple(self._made)

    def _open(self, heading: Heading) -> None:
        self._flush()
        self._lone_heading(heading.level)
        self._article = None
        while self._headings and self._headings[-1].level >= heading.level:
            self._headings.pop()
        self._headings.append(heading)
        self._used = False

    def _lone_heading(self, next_level: int) -> None:
        """A heading that nothing stands under would be lost: it becomes a passage of its own."""
        if not self._used and self._headings and self._headings[-1].level >= next_level:
            self._emit(Role.SECTION, self._headings[-1].text, self._headings[-1].page)

    def _table(self, table: Table) -> None:
        caption = self._caption(table)
        self._flush()
        if not caption and self._article is not None:
            caption = " ".join(plain([self._article]))
        for text in tables.groups(table):
            for piece in split_long(text, SECTION_LENGTH):
                self._emit(Role.TABLE, piece, table.page, caption)

    def _caption(self, table: Table) -> str:
        """The table's caption, or a line like ``<표 1> 여비 기준`` right above it."""
        if table.caption or not self._paragraphs or not _CAPTION.match(self._paragraphs[-1].text):
            return table.caption
        return self._paragraphs.pop().text

    def _flush(self) -> None:
        if not self._paragraphs:
            return
        paragraphs, self._paragraphs = self._paragraphs, []
        if self._article is not None:
            self._flush_article(self._article, paragraphs)
            return
        headed = bool(self._headings)
        for text, page in grouped(paragraphs, SECTION_LENGTH if headed else GROUP_LENGTH):
            self._emit(Role.SECTION, text, page)

    def _flush_article(self, article: Article, paragraphs: list[Paragraph]) -> None:
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        for place, piece in parts(text):
            self._emit(Role.ARTICLE, piece, article.page or paragraphs[0].page, place=place)

    def _emit(self, role: Role, text: str, page: int | None, caption: str = "", place: str = "") -> None:
        self._used = True
        names = [heading.text for heading in self._headings]
        article = self._article
        if self._supplement is not None:
            heading = f"{self._supplement.label} {article.name}" if article else self._supplement.label
            self._made.append(ParsedPassage(Role.SUPPLEMENT, text, heading=heading, page=page))
        elif article is not None and role is Role.ARTICLE:
            self._made.append(ParsedPassage(role, text, article.name, article.title, tuple(names), place, page))
        elif caption:
            self._made.append(ParsedPassage(role, text, heading=caption, path=tuple(names), page=page))
        else:
            heading = names[-1] if names else ""
            self._made.append(ParsedPassage(role, text, heading=heading, path=tuple(names[:-1]), page=page))


_CAPTION = re.compile(r"^(?:[<\[【〔(〈]\s?(?:표|별표)[^>\]】〕)〉]*[>\]】〕)〉]|(?:표|별표)\s?\d+).{0,60}$")


def assemble(blocks: Iterable[Block]) -> tuple[ParsedPassage, ...]:
    """The passages of `blocks` in order."""
    assembler = Assembler()
    for block in blocks:
        assembler.add(block)
    return assembler.finish()


def grouped(paragraphs: Iterable[Paragraph], whole: int) -> list[tuple[str, int | None]]:
    """Paragraphs joined by line breaks: all in one if they fit `whole`, else in groups near `GROUP_LENGTH`."""
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.text]
    total = sum(len(paragraph.text) + 1 for paragraph in paragraphs)
    limit = whole if total <= whole else GROUP_LENGTH
    found: list[tuple[str, int | None]] = []
    for paragraph in paragraphs:
        for piece in split_long(paragraph.text, SECTION_LENGTH):
            if found and len(found[-1][0]) + len(piece) < limit:
                found[-1] = (found[-1][0] + "\n" + piece, found[-1][1])
            else:
                found.append((piece, paragraph.page))
    return found


def split_long(text: str, limit: int) -> list[str]:
    """`text` whole if it fits, else cut at sentence ends or line breaks, at the latest after `limit` characters."""
    pieces: list[str] = []
    while len(text) > limit:
        ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, limit)]
        cut = next((end for end in reversed(ends) if end > limit // 3), limit)
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [piece for piece in (*pieces, text) if piece]
