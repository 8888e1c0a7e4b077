"""HWPX packages and HWP 5 files, both read as OWPML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.errors import FileDamaged, FileDistributionOnly, FileFormatOld, FilePasswordProtected, FileTooLarge
from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers import assembly
from govdesk.knowledge.readers.archive import SafeArchive, local, parse_xml
from govdesk.knowledge.readers.blocks import Block, Heading, Paragraph, plain
from govdesk.knowledge.readers.kinds import KOREAN, LIMITS, Kind
from govdesk.knowledge.readers.owpml import Walker
from govdesk.knowledge.readers.owpmlhead import Head

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SECTION = re.compile(r"^Contents/section(\d+)\.xml$")


def read_hwpx(path: Path, archive: SafeArchive) -> ParsedDocument:
    """The document in an HWPX package; raises KeyError or SyntaxError for a broken one."""
    manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.names else b""
    if b"encryption-data" in manifest:
        raise FilePasswordProtected(path)
    numbers = sorted((int(found[1]), name) for name in archive.names if (found := _SECTION.match(name)))
    if not numbers:
        raise FileDamaged(path)
    head = archive.xml_or_none("Contents/header.xml")
    title = _title(archive.xml_or_none("Contents/content.hpf"))
    pictures = any(name.startswith("BinData/") for name in archive.names)
    return _document(path, Kind.HWPX, head, (archive.xml(name) for _, name in numbers), title, pictures)


def read_hwp(path: Path, data: bytes) -> ParsedDocument:
    """The document in the bytes of an HWP 5 file.

    python-hwpx turns its records into the OWPML parts that HWPX has; pictures stay untouched. Raises
    `FilePasswordProtected`, `FileDistributionOnly`, `FileFormatOld` and what malformed records raise.
    """
    from hwpx.errors import Hwp5Error

    try:
        head, sections, title, pictures = _converted(data)
    except Hwp5Error as error:
        raise _translated(path, str(error.code), len(data)) from error
    return _document(path, Kind.HWP, head, sections, title, pictures)


def _converted(data: bytes) -> tuple[Element, list[Element], str, bool]:
    from hwpx.hwp5 import section_xml, summary
    from hwpx.hwp5.docinfo import decode_docinfo
    from hwpx.hwp5.header_xml import build_header
    from hwpx.hwp5.reader import read_hwp5
    from hwpx.hwp5.section_common import ConversionReport

    document = read_hwp5(data)
    info = decode_docinfo(document.docinfo)
    head = parse_xml(build_header(info, len(document.sections)))
    report = ConversionReport()
    memos = section_xml.memo_bodies(document.sections)
    sections = [parse_xml(section_xml.build_section(part, report, memos, [])) for part in document.sections]
    title = ""
    if document.compound.has_stream("\x05HwpSummaryInformation"):
        properties = summary.read_summary(document.compound.read("\x05HwpSummaryInformation"))
        title = str(properties.get(summary.TITLE) or "")
    return head, sections, title, bool(info.bin_data)


def _translated(path: Path, code: str, size: int) -> Exception:
    if code == "hwp5-password":
        return FilePasswordProtected(path)
    if code in {"hwp5-distribution", "hwp5-drm"}:
        return FileDistributionOnly(path)
    if code == "hwp5-version-unsupported":
        return FileFormatOld(path, "한글 5.0 이전")
    if code == "hwp5-limit-exceeded":
        return FileTooLarge(path, size, LIMITS[Kind.HWP])
    return FileDamaged(path)


def _document(
    path: Path,
    kind: Kind,
    head: Element | None,
    sections: Iterator[Element] | Sequence[Element],
    title: str,
    pictures: bool,
) -> ParsedDocument:
    walker = Walker(Head(head))
    blocks: list[Block] = [block for root in sections for block in walker.section(root)]
    blocks.extend(_margins(walker.margins, blocks))
    return assembly.document(
        path,
        KOREAN[kind],
        blocks,
        declared_title=title,
        pictures=pictures or walker.pictures,
        guess_headings=True,
    )


def _margins(margins: Sequence[str], blocks: Sequence[Block]) -> Iterator[Block]:
    """Headers and footers once, at the end, unless the body says the same."""
    body = "".join("".join(plain(blocks)).split())
    kept = [text for text in margins if sum(s.isalpha() for s in text) > 1 and "".join(text.split()) not in body]
    if kept:
        yield Heading("머리말ㆍ꼬리말", 1)
        yield from (Paragraph(text) for text in kept)


def _title(root: Element | None) -> str:
    found = next((e for e in root.iter() if local(e.tag) == "title"), None) if root is not None else None
    return (found.text or "") if found is not None else ""
