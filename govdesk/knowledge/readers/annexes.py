"""별표 and 서식 with their contents: drawn ones of a law file, and files of their own that belong to a statute.

The national site names such a file ``[별표 2] 국내 여비 지급표(제16조 관련)(공무원 여비 규정).hwpx``; a clerk who keeps
them names them ``공무원 여비 규정 별표 2.hwpx``. Either name says which statute and which annex it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from govdesk.knowledge.model import ParsedDocument, ParsedPassage, Role
from govdesk.knowledge.readers.blocks import Block, Cell, Paragraph, Table
from govdesk.knowledge.readers.passages import assemble
from govdesk.law.model import Annex
from govdesk.text.boxes import Row, is_box, rows_of
from govdesk.text.normalise import nfc, searchable

ANNEXES = "별표·서식"
"""First of the headings above the content of an annex."""
KIND = "별표"
_NUMBER = r"(?:제\s?)?(?P<number>\d+)(?:호)?(?:의\s?(?P<branch>\d+))?(?:호)?"
_NAMED = re.compile(
    rf"^\[\s*(?P<kind>별표|별지|서식)\s*(?:{_NUMBER})?\s*(?:서식)?\s*\]\s*(?P<title>.*)\((?P<law>[^()]*(?:\([^()]*\)[^()]*)*)\)$"
)
_PLAIN = re.compile(rf"^(?P<law>.*?[가-힣])\s*\[?(?P<kind>별표|별지)\s*(?:{_NUMBER})?\s*(?:서식)?\]?\s*(?P<title>.*)$")
_LAW = re.compile(r"(?:법|법률|령|규정|규칙|조례|훈령|예규|고시|지침)(?:\s*시행(?:령|규칙))?$")


def contents(annex: Annex) -> Iterator[ParsedPassage]:
    """The passages of an annex's own text, below its name."""
    for passage in assemble(_blocks(annex.text)) if annex.text else ():
        yield replace(passage, heading=annex.name, path=(ANNEXES, annex.title))


def _blocks(text: str) -> Iterator[Block]:
    for boxed, lines in groupby(text.split("\n"), key=is_box):
        some = list(lines)
        rows = rows_of(some) if boxed else ()
        if rows:
            yield _table(rows)
        else:
            yield Paragraph("\n".join(line for line in some if line.strip()))


def _table(rows: tuple[Row, ...]) -> Table:
    cells = [
        Cell(number, column, (Paragraph(text),), columns=1 if len(row.cells) > 1 else len(rows[0].cells))
        for number, row in enumerate(rows)
        for column, text in enumerate(row.cells)
    ]
    return Table(tuple(cells))


def attached(path: Path, document: ParsedDocument) -> ParsedDocument:
    """`document` as the annex of a statute, if the name of its file says that it is one; else as it is."""
    found = named(path)
    if found is None or document.is_statute:
        return document
    law, annex, title = found
    passages = tuple(
        replace(one, heading=annex, path=(ANNEXES, title or annex), article="", place="")
        if one.role is not Role.SUPPLEMENT
        else one
        for one in document.passages
    )
    return replace(
        document,
        title=f"{law} {annex}",
        kind=KIND,
        series=annex_series(law, annex),
        passages=passages,
        is_statute=True,
    )


def named(path: Path) -> tuple[str, str, str] | None:
    """(title of the statute, name of the annex, title of the annex) that a file's name tells; None if none."""
    stem = nfc(path.stem).strip()
    found = _NAMED.match(stem) or _PLAIN.match(stem)
    if found is None or not _LAW.search(found["law"].strip()):
        return None
    kind = "별표" if found["kind"] == "별표" else "서식"
    number = int(found["number"] or 0)
    annex = Annex(kind, number, int(found["branch"] or 0), "")
    if kind == "서식" and not number:
        return None
    return found["law"].strip(), annex.name, found["title"].strip(" _-")


def annex_series(law: str, annex: str) -> str:
    """The series of an annex that was imported by itself, be its statute in the store or not."""
    return f"{searchable(law)}/{annex}"
