"""What a file is, told by its first bytes and its name; the bytes decide."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from types import MappingProxyType


class Kind(StrEnum):
    """Formats that have a reader, and what is known not to have one."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    HWPX = "hwpx"
    HWP = "hwp"
    MARKDOWN = "markdown"
    TEXT = "text"
    CSV = "csv"
    XML = "xml"


MB = 1_000_000
LIMITS = MappingProxyType(
    {
        Kind.PDF: 200 * MB,
        Kind.DOCX: 100 * MB,
        Kind.XLSX: 50 * MB,
        Kind.HWPX: 100 * MB,
        Kind.HWP: 100 * MB,
        Kind.MARKDOWN: 50 * MB,
        Kind.TEXT: 50 * MB,
        Kind.CSV: 50 * MB,
        Kind.XML: 100 * MB,
    }
)
"""Bytes. PDFs hold scanned pages and are read page by page; Word and Hangul files are mostly pictures when large;
a workbook or text of 50 MB is data, not a document. Chosen so that a file at its limit stays below the time limit."""
LARGEST = max(LIMITS.values())

BY_SUFFIX = MappingProxyType(
    {
        ".pdf": Kind.PDF,
        ".docx": Kind.DOCX,
        ".docm": Kind.DOCX,
        ".xlsx": Kind.XLSX,
        ".xlsm": Kind.XLSX,
        ".hwpx": Kind.HWPX,
        ".hwp": Kind.HWP,
        ".md": Kind.MARKDOWN,
        ".markdown": Kind.MARKDOWN,
        ".txt": Kind.TEXT,
        ".text": Kind.TEXT,
        ".csv": Kind.CSV,
        ".xml": Kind.XML,
    }
)
SUFFIXES = frozenset(BY_SUFFIX)
"""Lower-case suffixes that an import of a folder should offer to `registry.read`."""
OLD_SUFFIXES = frozenset({".doc", ".xls", ".hwt", ".hml"})
"""Formats without a reader that an office still has: worth a named failure rather than silence."""

KOREAN = MappingProxyType(
    {
        Kind.PDF: "PDF 문서",
        Kind.DOCX: "워드 문서",
        Kind.XLSX: "엑셀 문서",
        Kind.HWPX: "한글 문서",
        Kind.HWP: "한글 문서",
        Kind.MARKDOWN: "매뉴얼",
        Kind.TEXT: "텍스트",
        Kind.CSV: "표 자료",
        Kind.XML: "법령 파일",
    }
)
"""`Document.kind` of each format."""

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "그림(PNG)"),
    (b"\xff\xd8\xff", "그림(JPEG)"),
    (b"GIF8", "그림(GIF)"),
    (b"BM", "그림(BMP)"),
    (b"II*\x00", "그림(TIFF)"),
    (b"MM\x00*", "그림(TIFF)"),
    (b"MZ", "실행 파일"),
    (b"\x7fELF", "실행 파일"),
    (b"7z\xbc\xaf\x27\x1c", "압축(7z)"),
    (b"Rar!\x1a\x07", "압축(RAR)"),
    (b"\x1f\x8b", "압축(GZ)"),
    (b"EGGA", "압축(EGG)"),
    (b"ALZ\x01", "압축(ALZ)"),
    (b"{\\rtf", "RTF 문서"),
    (b"RIFF", "소리나 영상"),
    (b"ID3", "소리"),
    (b"SQLite format 3\x00", "데이터베이스"),
)
_RIGHTS_MANAGED = (b"\x9b DRMONE", b"SCDSA0", b"<DOCUMENT SAFER", b"<## NASCA DRM FILE")
"""Heads of files wrapped by the DRM products of Korean offices (Fasoo, SoftCamp, MarkAny, NASCA)."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
HWP3 = b"HWP Document File V"


def foreign(head: bytes) -> str | None:
    """The Korean name of a kind that is no document of ours (picture, program, archive); None if not recognised."""
    if head[4:8] == b"ftyp":
        return "영상"
    for start, name in _FOREIGN:
        if head.startswith(start) and (start != b"BM" or head[6:10] == b"\0\0\0\0"):
            return name
    return None


def rights_managed(head: bytes) -> bool:
    """Whether a DRM product wrapped the file."""
    return head.startswith(_RIGHTS_MANAGED)


def is_pdf(head: bytes) -> bool:
    """``%PDF-`` within the first kilobyte, as readers accept it."""
    return b"%PDF-" in head[:1024]


def named(path: Path) -> Kind | None:
    """The kind the suffix promises."""
    return BY_SUFFIX.get(path.suffix.lower())


def limit_of(path: Path) -> int:
    """Bytes a file of this name may have; a name that promises nothing may be of the largest kind."""
    promised = named(path)
    return LIMITS[promised] if promised else LARGEST
