"""Paragraph styles and list numbers of a DOCX package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govdesk.knowledge.readers.archive import SafeArchive, local
from govdesk.knowledge.readers.clean import clean
from govdesk.knowledge.readers.numbering import Counter, Level

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"^(?:heading|제목|개요)\s?([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|제목)$", re.IGNORECASE)
_DEEPEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph is: heading `level` from 1, list `(number id, level)`."""

    level: int | None = None
    is_title: bool = False
    list_id: str = ""
    list_level: int = 0


class Styles:
    """The styles and lists of one package; `number` counts, so it is called once a paragraph in order."""

    def __init__(self, archive: SafeArchive) -> None:
        styles = archive.xml_or_none("word/styles.xml")
        self._styles = {attribute(s, "styleId"): s for s in (styles if styles is not None else ()) if is_paragraph(s)}
        self._counters = _counters(archive.xml_or_none("word/numbering.xml"))

    def of(self, paragraph: Element) -> ParagraphStyle:
        """The style of a ``w:p``: its own properties first, then those of its style and the styles below it."""
        own = child(paragraph, "pPr")
        chain = [own] if own is not None else []
        name, title, level = "", False, None
        style_id = value(own, "pStyle") or ""
        for _ in range(_DEEPEST_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                break
            name = value(style, "name") or ""
            title = title or bool(_TITLE.match(name))
            if level is None and (found := _HEADING.match(name)):
                level = int(found[1])
            properties = child(style, "pPr")
            if properties is not None:
                chain.append(properties)
            style_id = value(style, "basedOn") or ""
        outline = next((v for p in chain if (v := value(p, "outlineLvl")) is not None), None)
        if level is None and outline is not None and outline.isdigit() and int(outline) < 9:
            level = int(outline) + 1
        numbers = next((n for p in chain if (n := child(p, "numPr")) is not None), None)
        depth = value(numbers, "ilvl") or "0"
        return ParagraphStyle(level, title, value(numbers, "numId") or "", int(depth) if depth.isdigit() else 0)

    def number(self, style: ParagraphStyle) -> str:
        """The next number or bullet of the paragraph's list, ``""`` if it is in none."""
        counter = self._counters.get(style.list_id)
        return counter.next(style.list_level) if counter else ""


def is_paragraph(style: Element) -> bool:
    return local(style.tag) == "style" and attribute(style, "type") == "paragraph"


def _counters(root: Element | None) -> dict[str, Counter]:
    if root is None:
        return {}
    lists = {attribute(e, "abstractNumId"): _levels(e) for e in root if local(e.tag) == "abstractNum"}
    counters = {abstract: Counter(levels) for abstract, levels in lists.items()}
    return {
        attribute(e, "numId"): counters[abstract]
        for e in root
        if local(e.tag) == "num" and (abstract := value(e, "abstractNumId") or "") in counters
    }


def _levels(abstract: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in abstract:
        depth = attribute(element, "ilvl")
        if local(element.tag) != "lvl" or not depth.isdigit():
            continue
        form = value(element, "numFmt") or "decimal"
        start = value(element, "start") or "1"
        pattern = clean(value(element, "lvlText") or "")
        levels[int(depth)] = Level(pattern, form, int(start) if start.isdigit() else 1)
    return levels


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that local name."""
    if element is None:
        return None
    return next((inner for inner in element if local(inner.tag) == name), None)


def attribute(element: Element, name: str) -> str:
    """An attribute by local name, ``""`` if absent."""
    return next((text for key, text in element.attrib.items() if local(key) == name), "")


def value(element: Element | None, name: str) -> str | None:
    """``val`` of the child of that name: ``""`` for one without a value, None without the child."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")
