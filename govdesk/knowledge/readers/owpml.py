"""OWPML sections (the XML of HWPX, and of HWP 5 once converted) as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdesk.knowledge.readers.archive import local
from govdesk.knowledge.readers.blocks import Block, Cell, Heading, Paragraph, Table, plain
from govdesk.knowledge.readers.clean import one_line, tidy
from govdesk.knowledge.readers.headings import reads_like_sentence
from govdesk.knowledge.readers.owpmlhead import Head

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_IN_TEXT = {"tab": "\t", "lineBreak": "\n", "fwSpace": " ", "nbSpace": " ", "hyphen": "-"}
_NOTES = {"footNote": "각주", "endNote": "미주"}
_HEADING_LENGTH = 80


class Walker:
    """Turns sections into blocks in order; headers and footers are kept apart in `margins`."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._deleting = False
        self.margins: list[str] = []
        self.pictures = False

    def section(self, root: Element) -> Iterator[Block]:
        """The blocks of one section."""
        shape = next((e.attrib.get("outlineShapeIDRef", "") for e in root.iter() if local(e.tag) == "secPr"), "")
        self._head.outline(shape)
        yield from self._paragraphs(root)

    def _paragraphs(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            if local(element.tag) == "p":
                yield from self._paragraph(element)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        pieces: list[str] = []
        objects: list[Block] = []
        for run in element:
            if local(run.tag) == "run":
                self._run(run, pieces, objects)
        text = tidy("".join(pieces))
        if text:
            yield self._named(element, text)
        yield from objects

    def _named(self, element: Element, text: str) -> Block:
        level, mark = self._head.paragraph(element.attrib.get("paraPrIDRef", ""), element.attrib.get("styleIDRef", ""))
        text = f"{mark} {text}" if mark else text
        if level is not None and len(text) <= _HEADING_LENGTH and not reads_like_sentence(text):
            return Heading(one_line(text), level)
        return Paragraph(text)

    def _run(self, run: Element, pieces: list[str], objects: list[Block]) -> None:
        for element in run:
            name = local(element.tag)
            if name == "t":
                self._text(element, pieces)
            elif name == "tbl":
                objects.append(self._table(element))
            elif name == "ctrl":
                for control in element:
                    objects.extend(self._control(control))
            elif name == "compose":
                pieces.append(element.attrib.get("composeText", ""))
            elif name == "dutmal":
                pieces.extend(e.text or "" for e in element if local(e.tag) in {"mainText", "subText"})
            elif name == "equation":
                pieces.append("[수식: 원문 확인]")
            elif name == "switch":
                self._switch(element, pieces, objects)
            else:
                objects.extend(self._object(element))

    def _switch(self, element: Element, pieces: list[str], objects: list[Block]) -> None:
        """Of the alternatives for newer and older programs only the first."""
        for choice in element:
            if local(choice.tag) in {"case", "default"}:
                self._run(choice, pieces, objects)
                return

    def _text(self, element: Element, pieces: list[str]) -> None:
        """Text of a ``t``; what tracked changes deleted is left out."""
        self._append(element.text, pieces)
        for inner in element:
            name = local(inner.tag)
            if name == "deleteBegin":
                self._deleting = True
            elif name == "deleteEnd":
                self._deleting = False
            elif name in _IN_TEXT:
                self._append(_IN_TEXT[name], pieces)
            self._append(inner.tail, pieces)

    def _append(self, text: str | None, pieces: list[str]) -> None:
        if text and not self._deleting:
            pieces.append(text)

    def _control(self, control: Element) -> Iterator[Block]:
        name = local(control.tag)
        if name in _NOTES:
            text = one_line(" ".join(plain(self._lists(control))))
            if text:
                yield Paragraph(f"({_NOTES[name]}) {text}")
        elif name in {"header", "footer"}:
            text = one_line(" ".join(plain(self._lists(control))))
            if text and text not in self.margins:
                self.margins.append(text)

    def _lists(self, element: Element) -> Iterator[Block]:
        for inner in element:
            if local(inner.tag) == "subList":
                yield from self._paragraphs(inner)

    def _object(self, element: Element) -> Iterator[Block]:
        """Text of a drawing: text box, caption, and what is grouped in it."""
        for inner in element:
            name = local(inner.tag)
            if name in {"drawText", "caption"}:
                yield from self._lists(inner)
            elif name == "img":
                self.pictures = True
            elif name == "tbl":
                yield self._table(inner)
            elif name in {"rect", "ellipse", "polygon", "arc", "curve", "container", "pic", "connectLine", "line"}:
                yield from self._object(inner)

    def _table(self, element: Element) -> Table:
        cells: list[Cell] = []
        caption = ""
        for row, line in enumerate(element):
            name = local(line.tag)
            if name == "caption":
                caption = one_line(" ".join(plain(self._lists(line))))
            elif name == "tr":
                cells.extend(self._cell(cell, row, column) for column, cell in enumerate(_named(line, "tc")))
        cells.sort(key=lambda cell: (cell.row, cell.column))
        return Table(tuple(cells), caption)

    def _cell(self, element: Element, row: int, column: int) -> Cell:
        address = next(_named(element, "cellAddr"), None)
        span = next(_named(element, "cellSpan"), None)
        return Cell(
            _number(address, "rowAddr", row),
            _number(address, "colAddr", column),
            tuple(self._lists(element)),
            max(1, _number(span, "rowSpan", 1)),
            max(1, _number(span, "colSpan", 1)),
            element.attrib.get("header") == "1",
        )


def _named(parent: Element, name: str) -> Iterator[Element]:
    return (element for element in parent if local(element.tag) == name)


def _number(element: Element | None, name: str, default: int) -> int:
    text = element.attrib.get(name, "") if element is not None else ""
    return int(text) if text.isdigit() and len(text) < 6 else default
