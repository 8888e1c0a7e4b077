"""The command line: one parser, one place where errors become exit codes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from govdesk import __version__
from govdesk.app import Desk
from govdesk.cli import ask, documents, evaluate, importing, search, selftest, show, window
from govdesk.cli.console import Console
from govdesk.errors import GovDeskError
from govdesk.jobs import Cancelled
from govdesk.paths import DataFolder, Resources, default_home, resources

DONE, NOT_MET, USAGE = 0, 1, 2

COMMANDS = (importing, documents, search, ask, show, evaluate, selftest)


def run(arguments: Sequence[str], console: Console | None = None) -> int:
    """Parse and run one command (none: the window); the exit code."""
    console = console or Console()
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    desk = Desk(DataFolder(default_home()), Resources(resources()))
    try:
        return int(options.run(options, desk, console))
    except GovDeskError as error:
        console.error(error)
        return NOT_MET
    except (Cancelled, KeyboardInterrupt):
        console.note("멈췄습니다. 지금까지 저장된 것은 그대로입니다.")
        return NOT_MET
    finally:
        desk.close()


def parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    root = argparse.ArgumentParser(prog="govdesk", description="인터넷 없이 쓰는 공무원 업무 도구")
    root.add_argument("--version", action="version", version=f"GovDesk {__version__}")
    root.set_defaults(run=window.run)
    commands = root.add_subparsers(title="명령", metavar="")
    for command in COMMANDS:
        command.add(commands)
    return root
