"""The table of old and new articles as a Word file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from govdesk.formats.revisions import Paragraph, Sheet

FONT = "맑은 고딕"
MARGIN_MM = 20
POINTS = 10
GREY = "F2F2F2"


def docx(sheet: Sheet) -> bytes:
    """The bytes of a DOCX; A4 upright, the head row repeated on every page."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN_MM))
    _font(document.styles["Normal"], Pt(POINTS))
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(sheet.title)
    run.bold, run.font.size = True, Pt(15)
    document.add_paragraph(sheet.note)
    _table(document, sheet)
    document.core_properties.title = sheet.title
    document.core_properties.author = "GovDesk"
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _font(style: Any, size: Any) -> None:
    from docx.oxml.ns import qn

    style.font.name = FONT
    style.font.size = size
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)


def _table(document: Any, sheet: Sheet) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    heads = [sheet.left, sheet.right, *(["개정 이유"] if sheet.reasons else [])]
    table = document.add_table(rows=1 + len(sheet.lines), cols=len(heads))
    table.style = "Table Grid"
    rows = table.rows  # python-docx makes the list anew at each look
    cells = [row.cells for row in rows]
    for cell, text in zip(cells[0], heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        _shade(cell)
    _repeat(rows[0])
    for line, row in zip(sheet.lines, cells[1:], strict=True):
        _write(row[0], line.left, bold=line.heading)
        _write(row[1], line.right, bold=line.heading)
        if sheet.reasons and line.reason:
            row[2].paragraphs[0].add_run(line.reason)


def _write(cell: Any, runs: Paragraph, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    for one in runs:
        run = paragraph.add_run(one.text)
        run.underline = one.underlined or None
        run.bold = bold or None


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), GREY)
    cell._tc.get_or_add_tcPr().append(shade)  # python-docx has no call for a cell's ground


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # nor for a head row
