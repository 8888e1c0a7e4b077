"""`govdesk search QUERY`"""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from govdesk.app import Desk
from govdesk.assistant.contract import evidence_json
from govdesk.cli import batch, opening
from govdesk.cli import options as shared
from govdesk.cli.console import Console
from govdesk.errors import QuestionEmpty
from govdesk.knowledge.model import Evidence, Hit, LiteralHits, Query
from govdesk.text.normalise import cleaned
from govdesk.text.particles import attach


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("search", help="조문과 매뉴얼을 찾습니다")
    command.add_argument("query", nargs="?", metavar="찾을 말")
    command.add_argument("-k", type=shared.positive, default=10, metavar="개수")
    shared.add_collection(command, "찾을 모음")
    shared.add_as_of(command)
    command.add_argument("--exact", action="store_true", help="글자가 그대로 든 곳 모두")
    command.add_argument("--explain", action="store_true", help="점수의 까닭")
    command.add_argument("--json", action="store_true")
    shared.add_batch(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    if problem := shared.one_of_query_and_batch(options, "query"):
        console.note(problem)
        return 2
    opening.reading(desk, console)
    if options.batch:
        empty: dict[str, Any] = {"query": "", "as_of": None, "ms": 0, "hits": []}
        return batch.run(
            options.batch, options.out, lambda turns: evidence_json(_ranked(turns, options, desk)), empty, console
        )
    if not cleaned(options.query).strip():
        raise QuestionEmpty
    found = _literal(options, desk) if options.exact else _ranked([options.query], options, desk)
    if options.json:
        console.json(evidence_json(found))
        return 0
    _print(found, options.explain, console)
    return 0


def _ranked(turns: list[str], options: argparse.Namespace, desk: Desk) -> Evidence:
    if not turns[-1].strip():
        raise QuestionEmpty
    question = desk.answerer().rewrite(turns) if len(turns) > 1 else turns[0]
    return desk.store().search(_query(question, options, desk))


def _literal(options: argparse.Namespace, desk: Desk) -> LiteralHits:
    return desk.store().literal(_query(options.query, options, desk))


def _query(text: str, options: argparse.Namespace, desk: Desk) -> Query:
    sector = desk.settings.profile.sector
    query = Query(text, options.as_of or desk.today(), options.k, shared.collections(options))
    return replace(query, sector=sector.query_sector) if sector else query


def _print(found: Evidence | LiteralHits, explain: bool, console: Console) -> None:
    if isinstance(found, LiteralHits):
        console.line(f"정확히 일치 {found.count:,}건 ({found.ms:.0f} ms)")
    else:
        for expansion in found.expansions:
            also = attach(f"'{expansion.also}'", "으로/로")
            console.line(f"'{expansion.word}' → {also}도 찾음")
    for hit in found.hits:
        _print_hit(hit, explain, console)
    if not found.hits:
        console.line("찾은 곳이 없습니다. 다른 말로 적거나 자료를 가져오세요.")


def _print_hit(hit: Hit, explain: bool, console: Console) -> None:
    passage = hit.passage
    where = " ".join(part for part in (hit.document.title, passage.article + hit.place, passage.heading) if part)
    page = f" ({passage.page}쪽)" if passage.page else ""
    console.line(f"{hit.rank:>2}. {where}{page}")
    console.line(f"    {' '.join(passage.text.split())[:110]}")
    if explain:
        console.line("    " + "  ".join(f"{name} {value:.2f}" for name, value in hit.features.items()))
