"""The command line: one parser, one place where errors become exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import TracebackType

from govdesk import __version__
from govdesk.app import Desk
from govdesk.cli import ask, compare, documents, evaluate, importing, refs, search, selftest, show, window
from govdesk.cli.console import Console, OutputLost
from govdesk.cli.display import has_display
from govdesk.cli.usage import Parser, WrongUsage
from govdesk.errors import GovDeskError
from govdesk.faultlog import LOG, write_fault
from govdesk.jobs import Cancelled
from govdesk.paths import DataFolder, Resources, default_home, resources

DONE, NOT_MET, USAGE = 0, 1, 2

COMMANDS = (importing, documents, search, ask, show, compare, refs, evaluate, selftest)


def run(arguments: Sequence[str], console: Console | None = None) -> int:
    """Parse and run one command (none: the window); the exit code."""
    console = console or Console()
    try:
        options = parser().parse_args(arguments)
    except WrongUsage as wrong:
        console.note(str(wrong))
        return USAGE
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _run(options, console)
    except GovDeskError as error:
        console.error(error)
        if options.run is window.run and has_display():
            window.tell(error)
        return NOT_MET
    except (Cancelled, KeyboardInterrupt):
        console.note("멈췄습니다. 지금까지 저장된 것은 그대로입니다.")
        return NOT_MET
    except OutputLost as lost:
        console.silence()
        if not lost.closed:
            console.note("오류: 결과를 내보내지 못했습니다. 디스크에 자리가 있는지 확인한 뒤 다시 하세요.")
        return DONE if lost.closed else NOT_MET


def _run(options: argparse.Namespace, console: Console) -> int:
    desk = Desk(DataFolder(default_home()), Resources(resources()))
    try:
        if desk.settings.recovered:
            console.note(f"설정 파일을 읽지 못해 기본값을 씁니다. 옛 파일: {desk.settings.recovered}")
        return int(options.run(options, desk, console))
    finally:
        desk.close()


def on_fault(kind: type[BaseException], _fault: BaseException, trace: TracebackType | None) -> None:
    """`sys.excepthook` of commands: a fault of the program goes to the log, the person reads where that is."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logs = DataFolder(default_home()).logs
    write_fault(logs, kind, trace)
    Console(err=sys.stderr).note(
        "예상하지 못한 문제가 생겼습니다. 저장된 것은 그대로입니다. "
        f"되풀이되면 기록 파일({logs / LOG})을 전산 담당자에게 보내 주세요."
    )


def parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    root = Parser(prog="govdesk", description="인터넷 없이 쓰는 공무원 업무 도구")
    root.add_argument("--version", action="version", version=f"GovDesk {__version__}", help="판 번호")
    root.set_defaults(run=window.run)
    commands = root.add_subparsers(title="명령", metavar="명령")
    for command in COMMANDS:
        command.add(commands)
    return root
