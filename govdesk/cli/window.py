"""`govdesk` alone: the window, or three answered questions where there is no display."""

from __future__ import annotations

import argparse

from govdesk.app import Desk
from govdesk.assistant.model import Answer
from govdesk.cli import opening
from govdesk.cli.console import Console
from govdesk.cli.display import has_display
from govdesk.errors import GovDeskError
from govdesk.jobs import CancelToken, Finished
from govdesk.messages import text_of

SAMPLES = (
    "정보공개 청구가 들어오면 며칠 안에 결정하나요?",
    "출장을 다녀오면 정산은 언제까지 해야 하나요?",
    "연차를 다 썼는데 미리 당겨 쓸 수 있나요?",
)


def run(_options: argparse.Namespace, desk: Desk, console: Console) -> int:
    """Open the window and stay until it closes."""
    if has_display():
        from govdesk.ui.main import open_window

        return open_window(desk)
    return answer_samples(desk, console)


def tell(error: GovDeskError) -> None:
    """Say in a dialog why the window cannot open: a program started from the desktop has no console."""
    from govdesk.ui.main import show_problem

    show_problem(str(text_of(error)))


def answer_samples(desk: Desk, console: Console) -> int:
    """Answer three questions in the terminal and say how to open the window."""
    console.line("화면이 없어 창 대신 질문 셋에 답해 봅니다.")
    opening.reading(desk, console)
    for question in SAMPLES:
        console.line(f"\n■ {question}\n")
        job = desk.answerer().ask(question, as_of=desk.today(), profile=desk.settings.profile, cancel=CancelToken())
        for event in job:
            if isinstance(event, Finished) and isinstance(event.value, Answer):
                console.line(event.value.text)
    console.line(
        "\n창을 열려면 화면이 있는 곳에서 `make run`을 실행하세요(원격이면 `ssh -X`, 시험이면 `xvfb-run make run`)."
    )
    return 0
