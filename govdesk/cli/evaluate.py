"""`govdesk eval DIR`: run an evaluation folder through search and answers and print the figures."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from govdesk.app import Desk
from govdesk.assistant import evaluation
from govdesk.assistant.contract import answer_json, evidence_json
from govdesk.assistant.model import Answer
from govdesk.cli import batch, opening
from govdesk.cli import options as shared
from govdesk.cli.ask import answered
from govdesk.cli.console import Console
from govdesk.errors import InputInvalid, PathNotFound
from govdesk.jobs import Progress
from govdesk.knowledge.model import Query

DEPTH = 50
"""Hits taken for recall; the deepest of `evaluation.DEPTHS`."""

Items = list[dict[str, Any]]


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("eval", help="평가 자료로 재어 봅니다")
    command.add_argument("folder", type=shared.path, metavar="폴더")
    shared.add_as_of(command)
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=run, collection=None)


def run(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    if not options.folder.is_dir():
        raise PathNotFound(options.folder)
    opening.reading(desk, console)
    figures = measured(options, desk, console)
    if not figures:
        raise InputInvalid(str(options.folder), "평가 자료(questions.jsonl 등)가 든 폴더를 적으세요.")
    if options.json:
        console.json(figures)
    else:
        for name, values in figures.items():
            console.line(f"{name} {json.dumps(values, ensure_ascii=False)}")
    return 0


def measured(options: argparse.Namespace, desk: Desk, console: Console) -> dict[str, Any]:
    """Figures by name; parts whose file is missing are left out."""
    names = ("questions", "unanswerable", "conversations", "complaints")
    questions, unanswerable, conversations, complaints = (_load(options.folder / f"{n}.jsonl") for n in names)

    def searched(turns: list[str]) -> dict[str, Any]:
        question = desk.answerer().rewrite(turns) if len(turns) > 1 else turns[0]
        query = Query(question, options.as_of or desk.today(), DEPTH)
        return evidence_json(desk.store().search(query))

    def asked(turns: list[str]) -> dict[str, Any]:
        answer: Answer = answered(turns, options, desk)
        return answer_json(answer)

    searches = _run_all("찾기", questions + conversations + complaints, searched, console)
    answers = _run_all("답변", questions + unanswerable, asked, console)
    figures = {
        "questions": evaluation.retrieval(questions, searches),
        "conversations": evaluation.retrieval(conversations, searches),
        "answers": evaluation.answers(questions, answers),
        "refusal": evaluation.refusals(questions, unanswerable, answers),
        "letters as queries": evaluation.letters(complaints, searches),
    }
    return {name: values for name, values in figures.items() if values}


def _run_all(
    stage: str, items: Sequence[Mapping[str, Any]], run_one: Callable[[list[str]], dict[str, Any]], console: Console
) -> dict[str, dict[str, Any]]:
    runs = {}
    for number, item in enumerate(items, start=1):
        runs[item["id"]] = run_one(_turns(item))
        console.progress(Progress(stage, number, len(items)))
    return runs


def _turns(item: Mapping[str, Any]) -> list[str]:
    if "turns" in item:
        return [turn["text"] if isinstance(turn, dict) else turn for turn in item["turns"]]
    return [item.get("query") or item["text"]]


def _load(path: Path) -> Items:
    """The items of a file, none if it is not there. Raises InputInvalid, FileUnreadable."""
    if not path.exists():
        return []
    items = [batch.object_of(line, number) for number, line in batch.lines_of(path)]
    if any("id" not in item or not {"query", "text", "turns"} & item.keys() for item in items):
        raise InputInvalid(path.name, '줄마다 "id"와 "query", "text"나 "turns"가 있어야 합니다.')
    return items
