"""`govdesk compare REF --from DATE --to DATE`"""

from __future__ import annotations

import argparse
from typing import Any

from govdesk.app import Desk
from govdesk.cli import opening
from govdesk.cli import options as shared
from govdesk.cli.console import Console
from govdesk.formats.revisions import Line, Paragraph, Sheet, revision_sheet


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("compare", help="두 날짜의 법령을 견줍니다(신구대조)")
    command.add_argument("reference", metavar="법령", help='예: "국가공무원 복무규정", "복무규정 20조"')
    command.add_argument("--from", dest="old", required=True, type=shared.day, metavar="날짜", help="앞 기준일")
    command.add_argument("--to", dest="new", required=True, type=shared.day, metavar="날짜", help="뒤 기준일")
    command.add_argument("--out", type=shared.path, metavar="파일", help="신구조문대비표(.docx, .hwpx)")
    command.set_defaults(run=run)


def run(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    store = opening.reading(desk, console)
    target = store.resolve(options.reference, options.new)
    old = store.law.edition_on(target.document.id, options.old)
    new = store.law.edition_on(target.document.id, options.new)
    sheet = revision_sheet(store.law.compare(old.id, new.id, target.article), old, new)
    if options.out:
        from govdesk.formats.export import export

        export(sheet, options.out)
        console.line(f"{sheet.note} → {options.out}")
        return 0
    _print(sheet, console)
    return 0


def _print(sheet: Sheet, console: Console) -> None:
    console.line(f"{sheet.title}: {sheet.left} → {sheet.right}")
    console.line(sheet.note)
    for line in sheet.lines:
        _line(line, console)


def _line(line: Line, console: Console) -> None:
    if line.heading:
        console.line(f"\n{_text(line.right) or _text(line.left)}")
    for mark, side in (("-", line.left), ("+", line.right)):
        if side and not line.heading:
            console.line(f"{mark} {_text(side)}")


def _text(side: Paragraph) -> str:
    """The words, what changed between ``[`` and ``]``."""
    return "".join(f"[{run.text}]" if run.underlined else run.text for run in side)
