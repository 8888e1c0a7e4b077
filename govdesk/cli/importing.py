"""`govdesk import PATH…`"""

from __future__ import annotations

import argparse
from typing import Any

from govdesk.app import Desk
from govdesk.cli import opening
from govdesk.cli import options as shared
from govdesk.cli.console import Console
from govdesk.cli.interrupt import cancelling
from govdesk.jobs import CancelToken, Finished
from govdesk.knowledge.bank import Expected
from govdesk.knowledge.model import Collection, ImportReport
from govdesk.messages import text_of

SHOWN = 5
"""Articles named where expected questions lost theirs."""


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("import", help="파일이나 폴더를 가져옵니다")
    command.add_argument("paths", nargs="+", type=shared.path, metavar="경로")
    shared.add_collection(command, "넣을 모음. 없으면 법령은 statutes, 나머지는 manuals")
    command.add_argument("--words-only", action="store_true", help="뜻 찾기는 나중에 만들고 낱말 찾기까지만")
    command.set_defaults(run=run)


def run(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    store = opening.writing(desk)
    collection = Collection(options.collection) if options.collection else None
    cancel = CancelToken()
    report: ImportReport | None = None
    with cancelling(cancel):
        for event in store.import_paths(options.paths, collection, cancel, words_only=options.words_only):
            console.progress(event)
            if isinstance(event, Finished) and isinstance(event.value, ImportReport):
                report = event.value
    if report is None:
        return 1
    _summary(report, console)
    for problem in store.problems():
        console.line(str(text_of(problem)))
    _tell_of_questions(store.questions_without_article(), console)
    return 0 if report.added or report.replaced or report.unchanged else 1


def _summary(report: ImportReport, console: Console) -> None:
    console.line(
        f"새로 {len(report.added):,} · 바뀜 {len(report.replaced):,} · 그대로 {report.unchanged:,} · "
        f"빠짐 {report.removed:,} · 못 가져옴 {len(report.failed):,} ({report.seconds:.1f}초)"
    )
    for proposal in report.proposals:
        console.line(f"새 판으로 보임: {proposal.newer}이(가) {proposal.older}의 새 판 (창의 자료 화면에서 정하세요)")


def _tell_of_questions(lost: list[Expected], console: Console) -> None:
    if lost:
        places = dict.fromkeys(f"{one.series} {one.article}" for one in lost)
        shown = ", ".join(list(places)[:SHOWN]) + (" 등" if len(places) > SHOWN else "")
        console.line(f"예상 질문 {len(lost):,}개는 그 조문이 없어 건너뜀: {shown}")
