"""Markdown manuals: sections by headings, field lists kept as lines, pipe tables as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from govdesk.errors import FileEmpty
from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers import editions
from govdesk.knowledge.readers.articles import regulation
from govdesk.knowledge.readers.blocks import Block, Cell, Heading, Paragraph, Table, plain
from govdesk.knowledge.readers.clean import one_line, tidy
from govdesk.knowledge.readers.kinds import KOREAN, Kind
from govdesk.knowledge.readers.passages import assemble

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_DIVIDER = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TITLES = ("title", "제목", "문서명")
_EDITIONS = ("edition", "date", "개정일", "시행일", "시행일자", "발행일", "updated")
_PUBLISHERS = ("publisher", "발행", "발행처", "소관부처", "부서")
_SERIES = ("series", "id")


def read(path: Path, text: str) -> ParsedDocument:
    """The manual in Markdown `text`; raises `FileEmpty` when there is nothing in it."""
    front, body = split_front(text.replace("\r\n", "\n"))
    blocks = list(_blocks(_COMMENT.sub("", body)))
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    title = _text(front, _TITLES) or (first.text if first and first.level == 1 else "")
    title = title or editions.title_of(path, "", list(plain(blocks)), [])
    if first is not None and first.level == 1 and _same(first.text, title):
        blocks.remove(first)
    passages = assemble(regulation(blocks))
    if not passages:
        raise FileEmpty(path)
    publisher = _text(front, _PUBLISHERS)
    declared = next((front[key] for key in _EDITIONS if front.get(key)), None)
    return ParsedDocument(
        title=one_line(title),
        kind=KOREAN[Kind.MARKDOWN],
        passages=passages,
        series=_text(front, _SERIES),
        effective=editions.parse_day(declared) or editions.edition_of(title, path, list(plain(blocks[:40]))),
        ministries=(publisher,) if publisher else (),
    )


def split_front(text: str) -> tuple[Mapping[str, object], str]:
    """(frontmatter, body) of Markdown `text`; a frontmatter that is no mapping stays in the body."""
    import yaml

    found = _FRONT.match(text)
    if not found:
        return {}, text
    try:
        front = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text
    if not isinstance(front, dict):
        return {}, text
    return {str(key): value for key, value in front.items()}, text[found.end() :]


def _text(front: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return next((one_line(str(front[key])) for key in keys if front.get(key)), "")


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _blocks(body: str) -> Iterator[Block]:
    lines = tidy(body).split("\n")
    index, fenced = 0, False
    held: list[str] = []
    while index < len(lines):
        line = lines[index]
        heading = None if fenced else _HEADING.match(line)
        if _FENCE.match(line):
            fenced = not fenced
        elif heading or (not fenced and _starts_table(lines, index)) or not line.strip():
            yield from _held(held)
            held = []
            if heading and heading[2]:
                yield Heading(inline(heading[2]), len(heading[1]))
            elif line.strip() and not heading:
                table, index = _table(lines, index)
                yield table
                continue
        else:
            held.append(line if fenced else inline(line))
        index += 1
    yield from _held(held)


def _held(lines: list[str]) -> Iterator[Paragraph]:
    if lines:
        yield Paragraph("\n".join(lines))


def inline(text: str) -> str:
    """Markdown of one line as plain text: emphasis, link targets and escapes go, list marks stay."""
    text = _LINK.sub(r"\1", text)
    text = _STRONG.sub(r"\2", text)
    text = re.sub(r"`([^`]+)`", r"\1", text)
    return _ESCAPE.sub(r"\1", text).replace("<br>", " ").replace("<br/>", " ")


def _starts_table(lines: list[str], index: int) -> bool:
    return "|" in lines[index] and index + 1 < len(lines) and bool(_DIVIDER.match(lines[index + 1]))


def _table(lines: list[str], index: int) -> tuple[Table, int]:
    """The pipe table that starts at `index`, and the index of the first line after it."""
    cells = list(_cells(lines[index], 0, header=True))
    row, index = 1, index + 2
    while index < len(lines) and "|" in lines[index] and lines[index].strip():
        cells.extend(_cells(lines[index], row, header=False))
        row, index = row + 1, index + 1
    return Table(tuple(cells)), index


def _cells(line: str, row: int, *, header: bool) -> Iterator[Cell]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    for column, value in enumerate(_PIPE.split(inner)):
        yield Cell(row, column, (Paragraph(one_line(inline(value))),), header=header)
