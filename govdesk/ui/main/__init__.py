"""The main window: rail, top bar, panes, status bar; routing between panes; start and end of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdesk.app import Desk


def open_window(desk: Desk) -> int:
    """Run the window until it is closed; returns the exit code. A second window raises the first and returns 0."""
    from govdesk.ui.main.program import run

    return run(desk)


def show_problem(text: str) -> None:
    """Show why the window cannot open and wait until the person has read it."""
    from govdesk.ui.main.program import show_problem as show

    show(text)


def window_check() -> str:
    """Why a window could not be shown on this computer, in Korean; ``""`` when all is well (self-test)."""
    from govdesk.ui.main.program import check

    return check()
