"""Zip containers (DOCX, XLSX, HWPX) looked at before anything in them is unpacked, and their XML parsed safely."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.errors import FileDamaged, FilePasswordProtected, FileTooLarge

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_ENTRIES = 10_000
"""An office file has tens of parts; one per picture at most."""
MAX_TOTAL = 600_000_000
"""Uncompressed bytes of all parts together."""
MAX_PART = 300_000_000
"""Uncompressed bytes of one part."""
MAX_RATIO = 400
"""Uncompressed to compressed size of a part over `RATIO_FROM`; a sheet of equal rows reaches about 150."""
RATIO_FROM = 10_000_000

_BAD_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\x00")
_PLAIN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?![?\x00])|(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=[\"']utf-8[\"'][^>]*\?>", re.IGNORECASE
)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class SafeArchive:
    """A zip whose table of contents passed the checks; parts are read one by one, each within `MAX_PART`.

    Raises `FileDamaged` for hostile or broken tables, `FileTooLarge` for bombs, `FilePasswordProtected`
    for encrypted parts. Nothing is ever written to disk and inner archives are not opened.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise FileDamaged(path) from error
        self._check(self._zip.infolist())
        self.names = frozenset(self._zip.namelist())

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MAX_ENTRIES or any(_BAD_NAME.search(entry.filename) for entry in entries):
            raise FileDamaged(self._path)
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise FilePasswordProtected(self._path)
        total = sum(entry.file_size for entry in entries)
        if total > MAX_TOTAL:
            raise FileTooLarge(self._path, total, MAX_TOTAL)
        for entry in entries:
            if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
                raise FileTooLarge(self._path, entry.file_size, RATIO_FROM)

    def read(self, name: str) -> bytes:
        """The bytes of part `name`; KeyError if absent."""
        with self._zip.open(name) as part:
            data = part.read(MAX_PART + 1)
        if len(data) > MAX_PART:
            raise FileTooLarge(self._path, len(data), MAX_PART)
        return data

    def xml(self, name: str) -> Element:
        """The root element of part `name`."""
        return parse_xml(self.read(name))

    def xml_or_none(self, name: str) -> Element | None:
        """The root element of an optional part; None if it is absent or broken."""
        try:
            return self.xml(name) if name in self.names else None
        except (ValueError, SyntaxError, EOFError, zipfile.BadZipFile):
            return None


def parse_xml(data: bytes) -> Element:
    """The root of `data` without DTDs, entities or external references; stray control characters are dropped.

    Raises SyntaxError (ParseError) or ValueError (forbidden constructs).
    """
    from xml.etree.ElementTree import ParseError

    try:
        return _root(data)
    except ParseError:
        if not _CONTROL.search(data):
            raise
        return _root(_CONTROL.sub(b"", data))


def _root(data: bytes) -> Element:
    """Entities need a document type: UTF-8 without one goes to the parser in C, five times as fast as defusedxml's."""
    if _PLAIN.match(data) and b"<!DOCTYPE" not in data:
        from xml.etree.ElementTree import fromstring

        return fromstring(data)  # noqa: S314 (nothing can be declared without a document type)
    from defusedxml.ElementTree import fromstring as guarded

    root: Element = guarded(data, forbid_dtd=True)
    return root


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace."""
    text = tag if isinstance(tag, str) else ""
    return text.rsplit("}", 1)[-1]
