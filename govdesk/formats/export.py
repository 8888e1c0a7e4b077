"""A table of old and new articles written to a file of the kind that its name says."""

from __future__ import annotations

from pathlib import Path

from govdesk.errors import InputInvalid, OutputRefused
from govdesk.files import write_bytes
from govdesk.formats.revisions import Sheet

SUFFIXES = (".docx", ".hwpx")


def export(sheet: Sheet, path: Path) -> None:
    """Write `sheet` to ``*.docx`` or ``*.hwpx``, the old file or the new one, never half of one.

    Raises InputInvalid for another ending, OutputRefused.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputInvalid(f"'{path.name}'", "파일 이름을 .docx나 .hwpx로 끝나게 적으세요.")
    try:
        write_bytes(path, _bytes(sheet, suffix))
    except OSError as error:
        raise OutputRefused(path) from error


def _bytes(sheet: Sheet, suffix: str) -> bytes:
    if suffix == ".docx":
        from govdesk.formats.word import docx

        return docx(sheet)
    from govdesk.formats.hangul import hwpx

    return hwpx(sheet)
