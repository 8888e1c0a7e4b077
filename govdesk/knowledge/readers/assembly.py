"""The last step all office formats share: blocks and what is known of the file to a `ParsedDocument`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from govdesk.errors import FileEmpty, FileImageOnly
from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers import editions, headings
from govdesk.knowledge.readers.articles import regulation
from govdesk.knowledge.readers.blocks import Block, Heading, Paragraph, plain
from govdesk.knowledge.readers.passages import assemble
from govdesk.knowledge.readers.tables import unfolded

_FIRST_LINES = 60


def document(
    path: Path,
    kind: str,
    blocks: Iterable[Block],
    *,
    declared_title: str = "",
    pages: int | None = None,
    pictures: bool = False,
    guess_headings: bool = False,
) -> ParsedDocument:
    """The document made of `blocks`.

    `guess_headings` looks for heading lines by shape, for formats and files that mark none. Raises `FileEmpty`
    when there is no text, `FileImageOnly` when there are `pictures` instead.
    """
    found = regulation(list(unfolded(blocks)))
    if guess_headings:
        found = list(headings.mark(found))
    passages = assemble(found)
    if not passages:
        raise FileImageOnly(path) if pictures else FileEmpty(path)
    lines = [line for text in islice(plain(found), _FIRST_LINES) for line in text.split("\n")]
    prose = [block.text for block in islice(found, _FIRST_LINES) if isinstance(block, Paragraph | Heading)]
    title = editions.title_of(path, declared_title, lines, "\n".join(prose).split("\n"))
    return ParsedDocument(
        title=title,
        kind=kind,
        passages=passages,
        effective=editions.edition_of(title, path, lines),
        pages=pages,
    )
