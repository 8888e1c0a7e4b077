"""PDF: text page by page, lines joined back to paragraphs, running heads removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govdesk.errors import FileDamaged, FileImageOnly, FilePasswordProtected
from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers import assembly, pdflines
from govdesk.knowledge.readers.faults import MALFORMED
from govdesk.knowledge.readers.kinds import KOREAN, Kind

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 20_000
"""A document with more pages than this is a broken page tree."""
_PASSWORD = 4
"""FPDF_ERR_PASSWORD of pdfium's fpdfview.h; FPDF_ERR_SECURITY, an unknown handler, is 5."""
_SECURITY = 5


def read(path: Path, data: bytes) -> ParsedDocument:
    """The document in the bytes of a PDF file.

    Raises `FilePasswordProtected`, `FileDamaged`, and `FileImageOnly` where pages hold no text or only
    glyphs without a meaning (fonts without a character map).
    """
    pages, title = _pages(path, data)
    kept = pdflines.without_running_heads(pages)
    text = "".join("".join(lines) for lines in kept)
    if not text.strip() or pdflines.is_garbage(text):
        raise FileImageOnly(path)
    return assembly.document(
        path,
        KOREAN[Kind.PDF],
        pdflines.paragraphs(kept),
        declared_title=title,
        pages=len(pages),
        pictures=True,
        guess_headings=True,
    )


def _pages(path: Path, data: bytes) -> tuple[list[list[str]], str]:
    """(lines of every page, title of the metadata); raw lines, trailing spaces kept."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in {_PASSWORD, _SECURITY} or "assword" in str(error)
        raise (FilePasswordProtected(path) if locked else FileDamaged(path)) from error
    try:
        if not 0 < len(document) <= MAX_PAGES:
            raise FileDamaged(path)
        lines = [page.split("\n") for page in _texts(document)]
        return lines, _title(document)
    except (pypdfium2.PdfiumError, *MALFORMED) as error:
        raise FileDamaged(path) from error
    finally:
        document.close()


def _texts(document: PdfDocument) -> Iterator[str]:
    """The text of each page; a page that does not load counts as empty, the others are still worth having."""
    import pypdfium2

    for number in range(len(document)):
        try:
            page = document[number]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield ""
            continue
        text: str = textpage.get_text_range(errors="ignore")
        yield pdflines.recovered(text.replace("\r\n", "\n").replace("\r", "\n"))
        textpage.close()
        page.close()


def _title(document: Any) -> str:
    try:
        return str(document.get_metadata_value("Title") or "")
    except (UnicodeError, ValueError):
        return ""
