"""`govdesk ask QUESTION`"""

from __future__ import annotations

import argparse
from typing import Any

from govdesk.app import Desk
from govdesk.assistant.contract import answer_json
from govdesk.assistant.model import Answer, Turn
from govdesk.cli import batch, opening
from govdesk.cli import options as shared
from govdesk.cli.console import Console
from govdesk.jobs import CancelToken, Finished


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("ask", help="물음에 근거를 들어 답합니다")
    command.add_argument("question", nargs="?", metavar="물음")
    shared.add_as_of(command)
    shared.add_collection(command, "찾을 모음")
    command.add_argument("--engine", choices=["basic"], default="basic", help="답을 쓰는 방식")
    command.add_argument("--json", action="store_true")
    shared.add_batch(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    if problem := shared.one_of_query_and_batch(options, "question"):
        console.note(problem)
        return 2
    opening.reading(desk, console)
    if options.batch:
        empty = {
            "query": "",
            "answer": "",
            "refused": True,
            "reason": None,
            "citations": [],
            "evidence": [],
            "engine": options.engine,
            "ms": {"retrieval": 0, "first_piece": 0, "total": 0},
        }
        return batch.run(
            options.batch, options.out, lambda turns: answer_json(answered(turns, options, desk)), empty, console
        )
    answer = answered([options.question], options, desk)
    if options.json:
        console.json(answer_json(answer))
    else:
        console.line(answer.text)
    return 0


def answered(turns: list[str], options: argparse.Namespace, desk: Desk) -> Answer:
    """The answer to the last of `turns`, each answered in order as a conversation."""
    history: list[Turn] = []
    for question in turns:
        history.append(Turn(question, _one(question, history, options, desk)))
    answer = history[-1].answer
    assert answer is not None
    return answer


def _one(question: str, history: list[Turn], options: argparse.Namespace, desk: Desk) -> Answer:
    job = desk.answerer().ask(
        question,
        as_of=options.as_of or desk.today(),
        profile=desk.settings.profile,
        collections=shared.collections(options),
        history=tuple(history),
        cancel=CancelToken(),
    )
    for event in job:
        if isinstance(event, Finished) and isinstance(event.value, Answer):
            return event.value
    raise AssertionError("a job ends with Finished")
