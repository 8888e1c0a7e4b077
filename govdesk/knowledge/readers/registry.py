"""`read`: one file to a `ParsedDocument`, the reader chosen by content first and by name second."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from govdesk.errors import (
    FileDamaged,
    FileDistributionOnly,
    FileEmpty,
    FileError,
    FileFormatOld,
    FilePasswordProtected,
    FileTooLarge,
    FileTypeMismatch,
    FileTypeUnknown,
    FileUnreadable,
)
from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers import kinds
from govdesk.knowledge.readers.annexes import attached
from govdesk.knowledge.readers.archive import SafeArchive
from govdesk.knowledge.readers.citations import with_citations
from govdesk.knowledge.readers.faults import translated
from govdesk.knowledge.readers.kinds import LIMITS, Kind, limit_of, named

_LONG_WINDOWS_PATH = 240
_OFFICE_ZIPS = (("word/document.xml", Kind.DOCX), ("xl/workbook.xml", Kind.XLSX), ("Contents/header.xml", Kind.HWPX))
_OTHER_ZIPS = (("ppt/", "파워포인트(PPTX)"), ("content.xml", "ODF 문서"), ("META-INF/MANIFEST.MF", "프로그램(JAR)"))


def read(path: Path) -> ParsedDocument:
    """The document in the file `path`. Raises a leaf of `FileError` and nothing else for whatever the bytes are."""
    with translated(path):
        data = _bytes(path)
        return with_citations(attached(path, _read(path, data)))


def _bytes(path: Path) -> bytes:
    """All bytes of the file, refused by size before they are read."""
    opened = openable(path)
    size = opened.stat().st_size
    limit = limit_of(path)
    if not opened.is_file():
        raise FileUnreadable(path)
    if size == 0:
        raise FileEmpty(path)
    if size > limit:
        raise FileTooLarge(path, size, limit)
    return opened.read_bytes()


def openable(path: Path) -> Path:
    """`path` in the form that Windows opens beyond 260 characters; unchanged elsewhere."""
    text = str(path)
    if os.name != "nt" or len(text) < _LONG_WINDOWS_PATH or text.startswith("\\\\?\\"):
        return path
    whole = str(path.absolute())
    return Path("\\\\?\\UNC" + whole[1:] if whole.startswith("\\\\") else "\\\\?\\" + whole)


def _read(path: Path, data: bytes) -> ParsedDocument:
    head = data[:2_048]
    if kinds.rights_managed(head):
        raise FileDistributionOnly(path)
    if head.startswith(kinds.ZIP):
        return _read_zip(path, data)
    if head.startswith(kinds.EMPTY_ZIP):
        raise FileEmpty(path)
    if head.startswith(kinds.OLE):
        return _read_ole(path, data)
    if head.startswith(kinds.HWP3):
        raise FileFormatOld(path, "한글 3.0 이전")
    if kinds.is_pdf(head):
        from govdesk.knowledge.readers import pdf

        return _limited(path, Kind.PDF, data, lambda: pdf.read(path, data))
    if found := kinds.foreign(head):
        raise _foreign(path, found)
    return _read_text(path, data)


def _foreign(path: Path, found: str) -> FileError:
    return FileTypeMismatch(path, found) if named(path) else FileTypeUnknown(path)


def _limited(path: Path, kind: Kind, data: bytes, reader: Callable[[], ParsedDocument]) -> ParsedDocument:
    """`reader()`, after the limit of the kind that the content showed."""
    if len(data) > LIMITS[kind]:
        raise FileTooLarge(path, len(data), LIMITS[kind])
    return reader()


def _read_zip(path: Path, data: bytes) -> ParsedDocument:
    archive = SafeArchive(path, data)
    kind = next((kind for part, kind in _OFFICE_ZIPS if part in archive.names), None)
    if kind is None and any(name.startswith("Contents/section") for name in archive.names):
        kind = Kind.HWPX
    if kind is None:
        other = next(
            (name for part, name in _OTHER_ZIPS if any(n.startswith(part) for n in archive.names)), "압축(ZIP)"
        )
        raise _foreign(path, other)
    return _limited(path, kind, data, lambda: _office(path, kind, archive, data))


def _office(path: Path, kind: Kind, archive: SafeArchive, data: bytes) -> ParsedDocument:
    if kind is Kind.DOCX:
        from govdesk.knowledge.readers import word

        return word.read(path, archive)
    if kind is Kind.HWPX:
        from govdesk.knowledge.readers import hangul

        return hangul.read_hwpx(path, archive)
    from openpyxl.utils.exceptions import InvalidFileException

    from govdesk.knowledge.readers import sheet

    with translated(path, InvalidFileException):
        return sheet.read(path, archive, data)


def _read_ole(path: Path, data: bytes) -> ParsedDocument:
    """Compound files, told apart by the names of their streams (UTF-16 in the directory)."""
    if _has_stream(data, "EncryptedPackage"):
        raise FilePasswordProtected(path)
    if b"HWP Document File" in data or _has_stream(data, "HwpSummaryInformation"):
        from govdesk.knowledge.readers import hangul

        return _limited(path, Kind.HWP, data, lambda: hangul.read_hwp(path, data))
    for stream, name in (("WordDocument", "DOC"), ("Workbook", "XLS"), ("PowerPoint Document", "PPT")):
        if _has_stream(data, stream):
            raise FileFormatOld(path, name)
    raise FileDamaged(path) if named(path) else FileTypeUnknown(path)


def _has_stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _read_text(path: Path, data: bytes) -> ParsedDocument:
    from govdesk.knowledge.readers import lawxml, manual, plaintext, statute
    from govdesk.knowledge.readers.decode import decode

    if lawxml.is_law(data):
        return _limited(path, Kind.XML, data, lambda: lawxml.read(data))
    promised = named(path)
    if promised is Kind.XML:
        raise FileTypeUnknown(path)
    text = decode(data) if promised else None
    if text is None:
        raise FileDamaged(path) if promised else FileTypeUnknown(path)
    if not text.strip():
        raise FileEmpty(path)
    if text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")) and promised is not Kind.TEXT:
        raise FileTypeMismatch(path, "웹 문서(HTML)")
    if statute.is_statute(text):
        return statute.read(text)
    if promised is Kind.MARKDOWN:
        return manual.read(path, text)
    return plaintext.read_csv(path, text) if promised is Kind.CSV else plaintext.read_text(path, text)
