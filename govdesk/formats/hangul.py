"""The table of old and new articles as a Hangul (HWPX) file."""

from __future__ import annotations

from typing import Any

from govdesk.formats.revisions import Paragraph, Sheet

TITLE_POINTS = 15
GREY = "#F2F2F2"


def hwpx(sheet: Sheet) -> bytes:
    """The bytes of an HWPX file that Hangul 2014 and later open."""
    from hwpx import HwpxDocument

    document = HwpxDocument.new()
    styles = _Styles(document)
    title = document.add_paragraph("", inherit_style=False)
    title.add_run(sheet.title, char_pr_id_ref=styles.title)
    document.add_paragraph(sheet.note, inherit_style=False)
    heads = [sheet.left, sheet.right, *(["개정 이유"] if sheet.reasons else [])]
    table = document.add_table(1 + len(sheet.lines), len(heads))
    cells = [row.cells for row in table.rows]  # asking for one cell at a time is some hundred times slower
    for cell, text in zip(cells[0], heads, strict=True):
        _write(cell, ((text, styles.strong),))
    for line, row in zip(sheet.lines, cells[1:], strict=True):
        _write(row[0], styles.runs(line.left, line.heading))
        _write(row[1], styles.runs(line.right, line.heading))
        if sheet.reasons and line.reason:
            _write(row[2], ((line.reason, styles.plain),))
    return document.to_bytes()


def _write(cell: Any, runs: tuple[tuple[str, str], ...]) -> None:
    paragraph = cell.paragraphs[0]
    for text, style in runs:
        for number, part in enumerate(text.split("\n")):
            if number:
                paragraph = cell.add_paragraph("")
            paragraph.add_run(part, char_pr_id_ref=style)


class _Styles:
    """Character shapes of the document, each made once."""

    def __init__(self, document: Any) -> None:
        ensure = document.styles.ensure_run
        self.plain = ensure()
        self.underlined = ensure(underline=True)
        self.strong = ensure(bold=True)
        self.strong_underlined = ensure(bold=True, underline=True)
        self.title = ensure(bold=True, size=TITLE_POINTS)

    def runs(self, runs: Paragraph, strong: bool) -> tuple[tuple[str, str], ...]:
        return tuple((one.text, self._of(one.underlined, strong)) for one in runs)

    def _of(self, underlined: bool, strong: bool) -> str:
        if strong:
            return str(self.strong_underlined if underlined else self.strong)
        return str(self.underlined if underlined else self.plain)
