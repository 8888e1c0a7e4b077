"""What ``Contents/header.xml`` says of paragraphs: outline levels, automatic numbers, bullets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govdesk.knowledge.readers.archive import local
from govdesk.knowledge.readers.clean import clean
from govdesk.knowledge.readers.numbering import Counter, Level

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STYLE = re.compile(r"^(?:개요|outline|제목|heading)\s?([1-9])$", re.IGNORECASE)


class Head:
    """Looks up paragraphs; counts, so `paragraph` is called once a paragraph in order."""

    def __init__(self, root: Element | None) -> None:
        self._headings: dict[str, tuple[str, str, int]] = {}
        self._styles: dict[str, int] = {}
        self._numbers: dict[str, Counter] = {}
        self._bullets: dict[str, str] = {}
        self._outline: Counter | None = None
        for element in root.iter() if root is not None else ():
            self._take(element)

    def outline(self, shape: str) -> None:
        """Use numbering `shape` for outline paragraphs from here on (a section may change it)."""
        self._outline = self._numbers.get(shape) or self._outline

    def paragraph(self, properties: str, style: str) -> tuple[int | None, str]:
        """(heading level from 1 or None, automatic mark or ``""``) of a paragraph by its two references."""
        kind, reference, level = self._headings.get(properties, ("NONE", "", 0))
        heading = level + 1 if kind == "OUTLINE" else self._styles.get(style)
        if kind == "OUTLINE":
            counter = self._numbers.get(reference) or self._outline
            return heading, counter.next(level) if counter else ""
        if kind == "NUMBER":
            counter = self._numbers.get(reference)
            return heading, counter.next(level) if counter else ""
        return heading, self._bullets.get(reference, "") if kind == "BULLET" else ""

    def _take(self, element: Element) -> None:
        name, given = local(element.tag), element.attrib
        if name == "paraPr":
            found = next((inner for inner in element.iter() if local(inner.tag) == "heading"), None)
            if found is not None and found.attrib.get("type", "NONE") != "NONE":
                kind, reference = found.attrib["type"], found.attrib.get("idRef", "")
                self._headings[given.get("id", "")] = (kind, reference, _small(found.attrib.get("level", ""), 0))
        elif name == "style" and (match := _STYLE.match(given.get("name", ""))):
            self._styles[given.get("id", "")] = int(match[1])
        elif name == "numbering":
            self._numbers[given.get("id", "")] = Counter(_levels(element))
        elif name == "bullet":
            self._bullets[given.get("id", "")] = clean(given.get("char", "")).strip() or "•"


def _levels(numbering: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in numbering:
        if local(element.tag) == "paraHead":
            level = _small(element.attrib.get("level", ""), 1) - 1
            start = _small(element.attrib.get("start", ""), 1)
            levels[level] = Level(clean(element.text or ""), element.attrib.get("numFormat", "DIGIT"), start)
    return levels


def _small(text: str, default: int) -> int:
    return int(text) if text.isdigit() and len(text) < 6 else default
