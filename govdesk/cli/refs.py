"""`govdesk refs REF`: what an article cites, what cites it, what fills it out."""

from __future__ import annotations

import argparse
from typing import Any

from govdesk.app import Desk
from govdesk.cli import opening
from govdesk.cli import options as shared
from govdesk.cli.console import Console
from govdesk.errors import InputInvalid
from govdesk.knowledge.delegation import Filled
from govdesk.knowledge.model import Backlink
from govdesk.knowledge.targets import CitedTarget
from govdesk.messages import why_not

SHOWN = 50


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("refs", help="조문이 인용하는 곳과 인용되는 곳을 보입니다")
    command.add_argument("reference", metavar="조문", help='예: "정보공개법 17조"')
    command.add_argument("-k", type=shared.positive, default=SHOWN, metavar="개수", help="인용하는 조문을 보일 수")
    shared.add_as_of(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    store = opening.reading(desk, console)
    as_of = options.as_of or desk.today()
    target = store.resolve(options.reference, as_of)
    if not target.article:
        raise InputInvalid(f"'{options.reference}'", '조 번호까지 적으세요. 예: "정보공개법 17조"')
    identity = target.document.id
    console.line(f"{target.document.title} {target.article}")
    _cites(store.law.cites(identity, target.article, as_of), console)
    found = store.law.cited_by(identity, as_of, article=target.article, limit=options.k)
    console.line(f"\n이 조를 인용하는 조문 {found.count:,}")
    for link in found.links:
        console.line(f"  {_source(link)}: {_around(link)}")
    _filled(store.law.filled_out(identity, target.article, as_of).children, console)
    return 0


def _cites(targets: list[CitedTarget], console: Console) -> None:
    console.line(f"\n이 조가 인용하는 곳 {len(targets):,}")
    for one in targets:
        why = why_not(one.standing, one.citation.missing or "", one.citation.title)
        renamed = f" (지금 이름 「{one.renamed}」)" if one.renamed else ""
        where = one.document.title if one.document else ""
        console.line(f"  {one.words} → {where}{renamed}{f' {why}' if why else ''}".rstrip())


def _source(link: Backlink) -> str:
    return f"{link.document.title} {link.passage.article or link.passage.heading}{link.place}"


def _around(link: Backlink) -> str:
    text = link.passage.text
    return " ".join(f"…{text[max(0, link.start - 20) : link.end + 25]}…".split())


def _filled(children: tuple[Filled, ...], console: Console) -> None:
    if children:
        console.line("\n위임")
    for child in children:
        _branch(child, 1, console)


def _branch(node: Filled, depth: int, console: Console) -> None:
    where = f"{node.document.title} {node.name}" if node.document else f"{node.name} (자료에 없음)"
    heading = f"({node.heading})" if node.heading else ""
    console.line("  " * depth + f"{where}{heading}")
    for child in node.children:
        _branch(child, depth + 1, console)
