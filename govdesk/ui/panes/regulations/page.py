"""A document's text as blocks to set: what stands in the reading column, before Qt."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from govdesk.knowledge.model import Document, Role
from govdesk.text.boxes import Row


class Kind(Enum):
    """What a block is; decides type, colour and distance."""

    TITLE = "title"
    META = "meta"
    HEADING = "heading"
    """편·장·절·관, or a chapter of a manual; `depth` 0 is the outermost."""
    NAME = "name"
    """The name of an article or section."""
    TEXT = "text"
    GONE = "gone"
    """A deleted article in one quiet line."""
    FIELD = "field"
    """A line of a definition list; `label` is the term, empty on further lines."""
    TABLE = "table"
    GRID = "grid"
    """Drawn with box characters and not safely a table: `plain` (without an outer frame) is set sign by sign."""
    NOTICE = "notice"
    """Something that the source keeps elsewhere (picture, formula, 별표)."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph.

    `text` is the source with its marks and without its `label`, `plain` what is searched (no marks; the cells of a
    table joined by NUL). `depth` counts the hanging steps (항 0, 호 1, 목 2 …), `place` is ``제1항제2호`` below the
    article. `lead` signs at the start are strong. `rows` are a table's, the first one its head.
    """

    kind: Kind
    section: int
    text: str
    plain: str
    label: str = ""
    depth: int = 0
    place: str = ""
    lead: int = 0
    rows: tuple[Row, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """An article, a section of a manual, a block of 부칙, a 별표: what the article tree leads to.

    `number` is ``제16조의2``, else ``""``; `name` is as shown (``제16조(연가계획 및 승인)``). `first` is its first
    block, `passages` the ids it came from, `text` its canonical text.
    """

    key: str
    role: Role
    number: str
    title: str
    path: tuple[str, ...]
    text: str
    first: int
    passages: tuple[str, ...] = ()
    deleted: bool = False

    @property
    def name(self) -> str:
        if self.number:
            return f"{self.number}({self.title})" if self.title else self.number
        return self.title


@dataclass(frozen=True, slots=True)
class Page:
    """A document ready to be set."""

    document: Document
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]

    def section_of(self, block: int) -> int:
        """The section that holds `block`; the first one for the document's head."""
        firsts = [section.first for section in self.sections]
        return max(0, bisect_right(firsts, block) - 1)

    def find(self, *, article: str = "", passage: str = "") -> int | None:
        """The section of a passage or named `article` (``제16조의2``, a section's heading)."""
        if passage:
            for number, section in enumerate(self.sections):
                if passage in section.passages:
                    return number
        names = (article, f"{article} 1") if article == "별표" else (article,) if article else ()
        for name in names:
            for number, section in enumerate(self.sections):
                if name in (section.number, section.title, section.name):
                    return number
        return None

    def blocks_of(self, section: int) -> range:
        end = self.sections[section + 1].first if section + 1 < len(self.sections) else len(self.blocks)
        return range(self.sections[section].first, end)

    def blocks_at(self, section: int, place: str) -> list[int]:
        """The blocks of `place` with what stands below it; the nearest place above it if there is none such."""
        while place:
            found = [
                number
                for number in self.blocks_of(section)
                if self.blocks[number].place == place or _below(self.blocks[number].place, place)
            ]
            if found:
                return found
            place = _above(place)
        return []


def _below(place: str, above: str) -> bool:
    """Whether `place` lies below `above`; 제1항제1호의2 does not lie below 제1항제1호."""
    return place.startswith(above) and not place[len(above) :].startswith("의")


def _above(place: str) -> str:
    from govdesk.law.places import steps

    try:
        return "".join(steps(place)[:-1])
    except ValueError:
        return ""
