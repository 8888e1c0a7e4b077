"""DOCX: body in order, headings by style or outline level, lists with their numbers, tables, notes, text boxes.

The XML is walked directly instead of through python-docx, which does not reach notes, text boxes, content
controls and list numbers, takes quadratic time on long tables, and parses every part of the package.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers import assembly
from govdesk.knowledge.readers.archive import SafeArchive, local
from govdesk.knowledge.readers.blocks import Block, Cell, Heading, Paragraph, Table, plain
from govdesk.knowledge.readers.clean import one_line, tidy
from govdesk.knowledge.readers.kinds import KOREAN, Kind
from govdesk.knowledge.readers.wordstyles import Styles, attribute, child, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = "word/document.xml"
_INSIDE = frozenset({"ins", "hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "moveTo", "dir", "bdo", "r"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = (("footnotes", "footnoteReference", "각주"), ("endnotes", "endnoteReference", "미주"))


def read(path: Path, archive: SafeArchive) -> ParsedDocument:
    """The Word document in `archive`; raises KeyError or SyntaxError for a broken package."""
    body = child(archive.xml(_MAIN), "body")
    walker = _Walker(archive)
    blocks = list(walker.blocks(body)) if body is not None else []
    blocks.extend(_margins(archive, walker, blocks))
    return assembly.document(
        path,
        KOREAN[Kind.DOCX],
        blocks,
        declared_title=walker.title or _core_title(archive),
        pages=_pages(archive),
        pictures=any(name.startswith("word/media/") for name in archive.names),
        guess_headings=not any(isinstance(block, Heading) for block in blocks),
    )


class _Walker:
    """Turns body elements into blocks; `title` is the first paragraph in the style Title."""

    def __init__(self, archive: SafeArchive) -> None:
        self._styles = Styles(archive)
        self._notes = {kind: _note_texts(archive, part) for part, kind, _ in _NOTES}
        self.title = ""

    def blocks(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            name = local(element.tag)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield self._table(element)
            elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
                yield from self.blocks(element)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        pieces: list[str] = []
        boxes: list[Element] = []
        notes: list[str] = []
        self._runs(element, pieces, boxes, notes)
        text = tidy("".join(pieces))
        if text:
            yield self._named(element, text)
        for note in notes:
            yield Paragraph(note)
        for box in boxes:
            yield from self.blocks(box)

    def _named(self, element: Element, text: str) -> Block:
        style = self._styles.of(element)
        if style.is_title and not self.title:
            self.title = one_line(text)
        mark = self._styles.number(style)
        text = f"{mark} {text}" if mark else text
        if style.level is not None and len(text) <= 120:
            return Heading(one_line(text), style.level)
        return Paragraph(text)

    def _runs(self, parent: Element, pieces: list[str], boxes: list[Element], notes: list[str]) -> None:
        for element in parent:
            name = local(element.tag)
            if name == "t":
                pieces.append(element.text or "")
            elif name in _BREAKS:
                pieces.append(_BREAKS[name])
            elif name == "sym":
                pieces.append(_symbol(element))
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                boxes.extend(_boxes(element))
            elif name in {"oMath", "oMathPara"}:
                pieces.extend(part.text or "" for part in element.iter() if local(part.tag) == "t")
            elif name in self._notes:
                self._note(name, attribute(element, "id"), notes)
            elif name in _INSIDE:
                self._runs(element, pieces, boxes, notes)

    def _note(self, kind: str, number: str, notes: list[str]) -> None:
        label = next(label for _, reference, label in _NOTES if reference == kind)
        text = self._notes[kind].get(number, "")
        if text:
            notes.append(f"({label}) {text}")

    def _table(self, element: Element) -> Table:
        cells: list[Cell] = []
        open_cells: dict[int, int] = {}
        for row, line in enumerate(_rows(element)):
            header = value(child(line, "trPr"), "tblHeader") is not None
            column = 0
            for place in _cells(line):
                properties = child(place, "tcPr")
                span = _count(value(properties, "gridSpan"))
                merge = value(properties, "vMerge")
                if merge is not None and merge != "restart" and column in open_cells:
                    cells[open_cells[column]] = _taller(cells[open_cells[column]])
                else:
                    open_cells[column] = len(cells)
                    cells.append(Cell(row, column, tuple(self.blocks(place)), columns=span, header=header))
                column += span
        return Table(tuple(cells))


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        name = local(element.tag)
        if name == "tr":
            yield element
        elif name in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        name = local(element.tag)
        if name == "tc":
            yield element
        elif name in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _cells(element)


def _taller(cell: Cell) -> Cell:
    return Cell(cell.row, cell.column, cell.blocks, cell.rows + 1, cell.columns, cell.header)


def _count(text: str | None) -> int:
    return int(text) if text and text.isdigit() and 0 < int(text) < 1_000 else 1


def _symbol(element: Element) -> str:
    code = attribute(element, "char")
    return chr(int(code, 16)) if code and len(code) <= 5 else ""


def _boxes(element: Element) -> Iterator[Element]:
    """Text boxes in a drawing; of alternatives only the first, since the second repeats it for old programs."""
    for inner in element:
        name = local(inner.tag)
        if name == "txbxContent":
            yield inner
        elif name == "Fallback" and any(local(other.tag) == "Choice" for other in element):
            continue
        else:
            yield from _boxes(inner)


def _note_texts(archive: SafeArchive, part: str) -> dict[str, str]:
    root = archive.xml_or_none(f"word/{part}.xml")
    if root is None:
        return {}
    return {attribute(note, "id"): _all_text(note) for note in root if attribute(note, "type") in {"", "normal"}}


def _all_text(element: Element) -> str:
    return one_line("".join(part.text or "" for part in element.iter() if local(part.tag) == "t"))


def _margins(archive: SafeArchive, walker: _Walker, blocks: list[Block]) -> Iterator[Block]:
    """Headers and footers once, at the end, unless the body says the same."""
    body = "".join("".join(plain(blocks)).split())
    seen: set[str] = set()
    for name in sorted(archive.names):
        if not name.startswith(("word/header", "word/footer")) or not name.endswith(".xml"):
            continue
        root = archive.xml_or_none(name)
        text = one_line(" ".join(plain(walker.blocks(root)))) if root is not None else ""
        if sum(sign.isalpha() for sign in text) > 1 and text not in seen and "".join(text.split()) not in body:
            if not seen:
                yield Heading("머리말ㆍ꼬리말", 1)
            seen.add(text)
            yield Paragraph(text)


def _core_title(archive: SafeArchive) -> str:
    root = archive.xml_or_none("docProps/core.xml")
    found = child(root, "title") if root is not None else None
    return (found.text or "") if found is not None else ""


def _pages(archive: SafeArchive) -> int | None:
    root = archive.xml_or_none("docProps/app.xml")
    found = child(root, "Pages") if root is not None else None
    text = (found.text or "") if found is not None else ""
    return int(text) if text.isdigit() and len(text) < 6 else None
