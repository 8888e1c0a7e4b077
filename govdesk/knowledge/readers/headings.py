"""Telling heading lines from text in formats that do not mark them.

A line is taken for a heading by its shape (``제2장 …``, ``Ⅰ. …``, ``1. …``, ``□ …``) and its neighbours:
lines of one shape in a row are a list or a table of contents, not headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdesk.knowledge.readers.blocks import Block, Heading, Paragraph

_LONGEST = 60
_SHAPES: tuple[tuple[str, int, re.Pattern[str], int], ...] = (
    ("part", 1, re.compile(r"^제\s?\d+\s?[편부]\s+\S"), _LONGEST),
    ("chapter", 2, re.compile(r"^제\s?\d+\s?장(?:\s+\S|$)"), _LONGEST),
    ("section", 3, re.compile(r"^제\s?\d+\s?절\s+\S"), _LONGEST),
    ("subsection", 4, re.compile(r"^제\s?\d+\s?관\s+\S"), _LONGEST),
    ("roman", 2, re.compile(r"^(?:[Ⅰ-Ⅻ]|[IVX]{1,4}[.\s])\s*[.．]?\s*\S"), 45),
    ("decimal", 5, re.compile(r"^\d{1,2}[.-]\d{1,2}(?:[.-]\d{1,2})?[.)]?\s+\S"), 45),
    ("number", 4, re.compile(r"^\d{1,2}\s?[.．]\s+\S"), 40),
    ("square", 5, re.compile(r"^[□■◆◈▣▶❑❖]\s*\S"), 30),
    (
        "form",
        2,
        re.compile(r"^[\[【<〈〔]\s?(?:서식|별지|별표|붙임|첨부|참고)[^\]】>〉〕]{0,20}[\]】>〉〕].{0,30}$"),
        50,
    ),
    ("bracket", 6, re.compile(r"^(?:\[[^\]]{2,30}\]|【[^】]{2,30}】|<[^>]{2,30}>|〔[^〕]{2,30}〕)$"), 34),
)
"""(name, level, pattern, longest line in characters). Levels follow 행정 편람 order: 편, 장/Ⅰ, 절, 관/1., □."""
_STEP = re.compile(r"(?:다|[세어아해에나네지죠군]요|까)[.。]?$|[?!;,]$")
"""How sentences and clauses end; 개요, 필요 and 수요 end nouns."""
_SENTENCE = re.compile(_STEP.pattern + r"|(?:[하되있없었겠않]음|[됨함])[.。]?$|[.。:：]$|[은는을를와및]$|[:：]\s*\S")
"""Besides, the endings of 개조식 statements, particles of a line that runs on, and ``항목: 내용``."""
_DIVISIONS = frozenset({"part", "chapter", "section", "subsection", "roman"})


def shape(text: str) -> tuple[str, int] | None:
    """(name, level) of the heading shape of a single line, or None."""
    if "\n" in text:
        return None
    for name, level, pattern, longest in _SHAPES:
        if len(text) <= longest and pattern.match(text):
            ends = _STEP if name in _DIVISIONS else _SENTENCE
            return None if ends.search(text) else (name, level)
    return None


def mark(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks` with paragraphs that are heading lines turned into `Heading`s.

    Headings already marked get the level of their shape, so that both kinds nest in each other.
    """
    shapes = [shape(block.text) if isinstance(block, Paragraph | Heading) else None for block in blocks]
    for index, block in enumerate(blocks):
        found = shapes[index]
        if found and (isinstance(block, Heading) or (isinstance(block, Paragraph) and not _in_list(shapes, index))):
            yield Heading(block.text, found[1], block.page)
        else:
            yield block


def _in_list(shapes: Sequence[tuple[str, int] | None], index: int) -> bool:
    """Whether a neighbour has the same shape, or nothing follows."""
    name = shapes[index]
    before = shapes[index - 1] if index else None
    if index + 1 == len(shapes):
        return True
    return name in (before, shapes[index + 1])


def reads_like_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does (``…한다.``, ``…합니다``)."""
    return bool(_STEP.search(text))
