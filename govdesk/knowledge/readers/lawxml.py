"""Statutes, administrative rules and ordinances in the XML of law.go.kr."""

from __future__ import annotations

import re
from dataclasses import replace

from govdesk.knowledge.model import ParsedDocument, ParsedPassage, Role
from govdesk.knowledge.readers.archive import parse_xml
from govdesk.knowledge.readers.statute import parsed
from govdesk.law.openapi import ROOTS, read_law
from govdesk.law.reasons import HEADING

_ROOT = re.compile(rb"<(?:[\w.-]+:)?(" + "|".join(ROOTS).encode() + rb")[\s>]")
_HEAD = 4_000
_UNCLOSED = "조문참고자료".encode()
"""An element that the service now and then does not close (seen by the makers of the public mirror)."""


def is_law(data: bytes) -> bool:
    """Whether the file begins like an answer of the law service."""
    return data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and _ROOT.search(data[:_HEAD]) is not None


def read(data: bytes) -> ParsedDocument:
    """The law in `data`. Raises SyntaxError or ValueError for what is cut, declares entities or is no law."""
    try:
        root = parse_xml(data)
    except SyntaxError:
        mended = _closed(data)
        if mended is None:
            raise
        root = parse_xml(mended)
    law = read_law(root)
    document = parsed(law.statute)
    if not law.reason:
        return document
    reason = ParsedPassage(Role.SUPPLEMENT, law.reason, heading=HEADING)
    return replace(document, passages=(*document.passages, reason))


def _closed(data: bytes) -> bytes | None:
    """`data` without the tags of the element that is not always closed; None where that is not what is wrong."""
    opened, closed = data.count(b"<" + _UNCLOSED), data.count(b"</" + _UNCLOSED)
    if opened == closed:
        return None
    return re.sub(rb"</?" + _UNCLOSED + rb"[^>]*>", b"", data)
