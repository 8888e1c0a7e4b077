"""Articles and manual sections cut into the blocks and clauses from which answers are picked.

A block is a 항 with the 호 and 목 below it (an article without 항 is one block), or a paragraph of a
manual section. Its clauses are 본문, 단서, 후단, the items and the rows of a drawn table, in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from govdesk.knowledge.model import Hit, Role
from govdesk.law.markdown import PICTURE
from govdesk.law.model import Unit, UnitKind
from govdesk.law.structure import SentenceRole, parse, sentences, without_marks


class Part(StrEnum):
    MAIN = "본문"
    PROVISO = "단서"
    LATTER = "후단"
    ITEM = "호"
    ROW = "행"


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence, item or table row.

    `text` is without amendment marks and runs of white space; `start`/`end` slice the passage's text,
    label included. `parent` is the index in the block of the item above (for 목), else -1. `cells` only for a row.
    """

    text: str
    part: Part
    place: str
    label: str
    start: int
    end: int
    parent: int = -1
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """The clauses of one 항 or paragraph of `hit`'s passage, in order; `order` counts blocks from 0."""

    hit: Hit
    place: str
    order: int
    clauses: tuple[Clause, ...]

    @property
    def heads(self) -> tuple[Clause, ...]:
        """The sentences before the items."""
        return tuple(clause for clause in self.clauses if clause.part in (Part.MAIN, Part.PROVISO, Part.LATTER))

    @property
    def items(self) -> tuple[Clause, ...]:
        """호 and 목."""
        return tuple(clause for clause in self.clauses if clause.part is Part.ITEM)

    @property
    def rows(self) -> tuple[Clause, ...]:
        """Rows of a drawn table."""
        return tuple(clause for clause in self.clauses if clause.part is Part.ROW)


_SPACES = re.compile(r"\s+")
_FRAME = "┌├└─━┏┣┗┬┴┼┳┻╋"
_BAR = re.compile(r"[│┃|]")
_GONE = re.compile(r"^삭제(\s|$)")


def plain(text: str) -> str:
    """`text` without amendment marks and stand-ins for pictures, white space collapsed."""
    return _SPACES.sub(" ", without_marks(text).text.replace(PICTURE, "")).strip()


def blocks_of(hit: Hit) -> tuple[Block, ...]:
    """The blocks of a passage: of an article by its tree, of a manual section by its paragraphs."""
    if hit.passage.role is Role.ARTICLE:
        return _article_blocks(hit)
    return _section_blocks(hit)


def _article_blocks(hit: Hit) -> tuple[Block, ...]:
    text = hit.passage.text
    root = parse(text)
    heads: list[Unit] = [root] if _own_text(text, root) else []
    loose = [child for child in root.children if child.kind is not UnitKind.PARAGRAPH]
    blocks: list[Block] = []
    if heads or loose:
        clauses = _sentences(text, root)
        _gather(text, loose, -1, clauses)
        blocks.append(Block(hit, root.place, 0, tuple(clauses)))
    for child in root.children:
        if child.kind is UnitKind.PARAGRAPH:
            clauses = _sentences(text, child)
            _gather(text, list(child.children), -1, clauses)
            if clauses and not _GONE.match(clauses[0].text):
                blocks.append(Block(hit, child.place, len(blocks), tuple(clauses)))
    return tuple(block for block in blocks if block.clauses)


def _own_text(text: str, unit: Unit) -> str:
    return text[unit.start : unit.end].strip()


def _sentences(text: str, unit: Unit) -> list[Clause]:
    """The sentences of a unit's own words, then the rows of tables drawn in it."""
    clauses: list[Clause] = []
    prose_end = _prose_end(text, unit.end - len(unit.text), unit.end)
    for sentence in sentences(unit):
        end = min(sentence.end, prose_end)
        words = plain(text[sentence.start : end]) if end > sentence.start else ""
        if words:
            part = _part_of(words, sentence.role)
            clauses.append(Clause(words, part, unit.place, unit.label, sentence.start, end))
    clauses.extend(_rows(text, prose_end, unit))
    return clauses


def _part_of(words: str, role: SentenceRole) -> Part:
    if role is SentenceRole.PROVISO:
        return Part.PROVISO
    return Part.LATTER if role is SentenceRole.LATTER and words.startswith(("이 경우", "이때")) else Part.MAIN


def _prose_end(text: str, start: int, end: int) -> int:
    """Where a drawn table begins, else `end`."""
    for line in re.finditer(r"[^\n]+", text[start:end]):
        stripped = line.group().strip()
        if stripped and (stripped[0] in _FRAME or _BAR.match(stripped)):
            return start + line.start()
    return end


def _rows(text: str, start: int, unit: Unit) -> list[Clause]:
    rows = []
    for line in re.finditer(r"[^\n]+", text[start : unit.end]):
        cells = tuple(plain(cell) for cell in _BAR.split(line.group())[1:-1])
        if cells and any(cells):
            begin, end = start + line.start(), start + line.end()
            rows.append(Clause(" ".join(cells), Part.ROW, unit.place, "", begin, end, cells=cells))
    return rows


def _gather(text: str, units: list[Unit], parent: int, clauses: list[Clause]) -> None:
    """Appends the units as items, each before those below it; `parent` is the index of the item above or -1."""
    for unit in units:
        begin = unit.end - len(unit.text)
        prose_end = _prose_end(text, begin, unit.end)
        words = plain(text[begin:prose_end])
        if not words or _GONE.match(words):
            continue
        clauses.append(Clause(words, Part.ITEM, unit.place, unit.label, unit.start, prose_end, parent))
        own = len(clauses) - 1
        clauses.extend(_rows(text, prose_end, unit))
        _gather(text, list(unit.children), own, clauses)


_LABELLED = re.compile(r"^\s*[-*]\s*(근거|절차|기한|서식|유의)\s*:\s*")


def _section_blocks(hit: Hit) -> tuple[Block, ...]:
    text = hit.passage.text
    blocks: list[Block] = []
    for line in re.finditer(r"[^\n]+", text):
        content = line.group()
        if not content.strip() or set(content.strip()) <= set("-|: "):
            continue
        label = _LABELLED.match(content)
        start = line.start() + (label.end() if label else 0)
        clauses = tuple(_section_clauses(text, start, line.end(), label.group(1) if label else ""))
        if clauses:
            blocks.append(Block(hit, "", len(blocks), clauses))
    return tuple(blocks)


def _section_clauses(text: str, start: int, end: int, label: str) -> list[Clause]:
    cells = tuple(plain(cell) for cell in text[start:end].strip().strip("|").split("|"))
    if len(cells) > 1:
        return [Clause(" ".join(cells), Part.ROW, "", label, start, end, cells=cells)]
    line = Unit(UnitKind.ARTICLE, "", "", text[start:end], start, end)
    return [
        Clause(plain(one.text), _part_of(one.text, one.role), "", label, one.start, one.end) for one in sentences(line)
    ]
