"""Articles: cutting a long one at its 항, and finding them in office regulations (훈령, 예규, 조례)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from govdesk.knowledge.readers.blocks import Article, Block, Paragraph, SupplementStart

PART_LENGTH = 1_500
"""An article of more characters is cut (the 95th percentile of the national snapshot is 1,211)."""

_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
_CIRCLED |= {chr(0x3251 + n): n + 21 for n in range(15)} | {chr(0x32B1 + n): n + 36 for n in range(15)}
_ITEM = re.compile(r"(\d+)(?:의(\d+))?\. ")
_ARTICLE = re.compile(r"^제\s?(\d+)\s?조(?:\s?의\s?(\d+))?\s?\(([^)]{1,60}(?:\([^)]*\)[^)]*)*)\)\s*(.*)$", re.DOTALL)
_SUPPLEMENT = re.compile(r"^부\s{0,6}칙(?:\s*[<(〈].*)?$")


def parts(text: str, limit: int = PART_LENGTH) -> list[tuple[str, str]]:
    """(place, text) pieces of one article's canonical text; joined with line breaks they give `text` again.

    One piece with place ``""`` if it fits. Else 항 are gathered while they fit (``제1항~제4항``, ``제5항``); a 항,
    or an article without 항, that is too long by itself is cut at its 호 (``제2항제1호~제2항제9호``), and what is
    longer still at its lines.
    """
    if len(text) <= limit:
        return [("", text)]
    units: list[tuple[str, str]] = []
    for place, paragraph in _paragraphs(text.split("\n")):
        if len(paragraph) <= limit:
            units.append((place, paragraph))
        else:
            units.extend(_items(place, paragraph.split("\n")))
    return _gather(units, limit)


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """항 with their text; lines before the first 항 have place ``""``."""
    place, held = "", list[str]()
    for line in lines:
        number = _CIRCLED.get(line[:1])
        if number is not None and held:
            yield place, "\n".join(held)
            held = []
        if number is not None:
            place = f"제{number}항"
        held.append(line)
    if held:
        yield place, "\n".join(held)


def _items(place: str, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """호 with their text below `place`; the words before the first 호 keep `place` itself."""
    here, held = place, list[str]()
    for line in lines:
        found = _ITEM.match(line)
        if found and held:
            yield here, "\n".join(held)
            held = []
        if found:
            branch = f"의{found[2]}" if found[2] else ""
            here = f"{place}제{found[1]}호{branch}"
        held.append(line)
    if held:
        yield here, "\n".join(held)


def _gather(units: Sequence[tuple[str, str]], limit: int) -> list[tuple[str, str]]:
    gathered: list[tuple[list[str], list[str], int]] = []
    for place, text in units:
        for piece in _lines_within(text, limit):
            if gathered and gathered[-1][2] + len(piece) < limit:
                places, texts, size = gathered[-1]
                gathered[-1] = ([*places, place], [*texts, piece], size + len(piece) + 1)
            else:
                gathered.append(([place], [piece], len(piece)))
    return [(_range(places), "\n".join(texts)) for places, texts, _ in gathered]


def _lines_within(text: str, limit: int) -> Iterator[str]:
    """Pieces of `text` cut at line breaks; a single line is never cut."""
    held: list[str] = []
    size = 0
    for line in text.split("\n"):
        if held and size + len(line) > limit:
            yield "\n".join(held)
            held, size = [], 0
        held.append(line)
        size += len(line) + 1
    if held:
        yield "\n".join(held)


def _range(places: Sequence[str]) -> str:
    named = [place for place in places if place]
    if not named or named[0] == named[-1]:
        return named[0] if named else ""
    return f"{named[0]}~{named[-1]}"


def regulation(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with `Article`s and `SupplementStart`s marked if they are a regulation, else as they are.

    A regulation starts with ``제1조(…)`` and its article numbers mostly rise; a manual that quotes articles
    in boxes does not.
    """
    main = takewhile(lambda block: not _is_supplement(block), blocks)
    numbers = [int(found[1]) for block in main if (found := _article_of(block))]
    rising = sum(a <= b for a, b in pairwise(numbers))
    if len(numbers) < 3 or numbers[0] != 1 or rising < 0.8 * (len(numbers) - 1):
        return list(blocks)
    return list(_marked(blocks))


def _article_of(block: Block) -> re.Match[str] | None:
    return _ARTICLE.match(block.text) if isinstance(block, Paragraph) else None


def _is_supplement(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_SUPPLEMENT.match(block.text))


def _marked(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        found = _article_of(block)
        if found and isinstance(block, Paragraph):
            branch = f"의{found[2]}" if found[2] else ""
            yield Article(f"제{found[1]}조{branch}", found[3], block.page)
            if found[4]:
                yield Paragraph(found[4], block.page)
        elif isinstance(block, Paragraph) and _SUPPLEMENT.match(block.text):
            yield SupplementStart(" ".join(block.text.split()), block.page)
        else:
            yield block
