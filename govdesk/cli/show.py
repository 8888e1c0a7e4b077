"""`govdesk show REF`"""

from __future__ import annotations

import argparse
from typing import Any

from govdesk.app import Desk
from govdesk.cli import opening
from govdesk.cli import options as shared
from govdesk.cli.console import Console
from govdesk.errors import ReferenceNotFound
from govdesk.knowledge.model import Document, Passage, Role

READ = frozenset({Role.ARTICLE, Role.SECTION, Role.TABLE})


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("show", help="조문을 보입니다")
    command.add_argument("reference", metavar="조문", help='예: "정보공개법 11조"')
    shared.add_as_of(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    store = opening.reading(desk, console)
    target = store.resolve(options.reference, options.as_of or desk.today())
    document = target.document
    if target.article:
        passages = store.articles_named(document.id, target.article)
        if not passages:
            raise ReferenceNotFound(options.reference, document.title)
    else:
        passages = store.passages(document.id, READ)
    console.line(_title(document))
    for passage in passages:
        _print(passage, console)
    return 0


def _title(document: Document) -> str:
    effective = (
        f", {document.effective:%Y. }{document.effective.month}. {document.effective.day}. 시행"
        if (document.effective)
        else ""
    )
    return f"{document.title} ({document.kind}{effective})"


def _print(passage: Passage, console: Console) -> None:
    heading = (
        f"{passage.article}({passage.heading})"
        if passage.article and passage.heading
        else (passage.article or passage.heading)
    )
    if heading and not _continues(passage):
        console.line(f"\n{' > '.join(passage.path)}\n{heading}" if passage.path else f"\n{heading}")
    console.line(passage.text)


def _continues(passage: Passage) -> bool:
    """Whether the passage is a later part of a long article, whose heading stands above already."""
    return bool(passage.place) and not passage.place.startswith("제1항")
