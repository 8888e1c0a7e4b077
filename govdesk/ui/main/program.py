"""Start and end of the program with a window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMessageBox

from govdesk.paths import Resources, resources
from govdesk.ui.main.faults import Faults
from govdesk.ui.main.shell import Shell
from govdesk.ui.theme import Mode, Theme
from govdesk.ui.theme.fonts import load_fonts

if TYPE_CHECKING:
    from govdesk.app import Desk


SWITCH_SECONDS = 0.0002
"""How long a lane may keep the interpreter from the window (Python's default is 5 ms); one step of the window asks
for it many times. Chosen by experiment, see the stalls of tests/bench/window.py."""


def application() -> QApplication:
    """The one QApplication, made with the program's name and a style that is the same everywhere."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("GovDesk")
    app.setApplicationDisplayName("GovDesk")
    app.setDesktopFileName("govdesk")
    app.setStyle("Fusion")
    return app


def make_theme(desk: Desk) -> Theme:
    """The theme of the person's settings, with the bundled font."""
    appearance = desk.settings.values.appearance
    families = load_fonts(desk.resources.fonts)
    return Theme(Mode(appearance.theme.value), appearance.text_percent, families)


def run(desk: Desk) -> int:
    """Run the window until it is closed. Returns 0, also when another window on the folder was raised instead."""
    from govdesk.ui.main.instance import SingleInstance

    app = application()
    instance = SingleInstance(desk.folder.root)
    if not instance.claim():
        return 0
    faults = Faults(desk.folder.logs)
    faults.install()
    shell = Shell(desk, make_theme(desk), faults)
    instance.raised.connect(shell.window.come_forward)
    try:
        shell.start()
        return int(app.exec())
    finally:
        shell.close()
        instance.release()
        desk.close()
        faults.uninstall()


def show_problem(text: str) -> None:
    """A dialog of its own, before there is a window."""
    app = application()
    app.setFont(QFont(next(iter(load_fonts(Resources(resources()).fonts)), "")))
    QMessageBox.critical(None, app.applicationDisplayName(), text)


def check() -> str:
    """What would keep the window from showing Korean on this computer, in Korean; ``""`` when all is well."""
    application()
    if load_fonts(Resources(resources()).fonts):
        return ""
    return "한글 글꼴을 찾지 못했습니다. 프로그램을 다시 설치하세요."
