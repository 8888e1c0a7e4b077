"""``python -m tests.shots OUT_DIR``: PNGs of every pane of the real window, both themes, 100 % and 200 % text.

The window works on a temporary data folder with the example manuals and a few invented statutes. It is laid out at
1366×689, the inside of a window on a 1366×768 screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from govdesk.app import Desk
from govdesk.jobs import CancelToken, Finished
from govdesk.knowledge.model import Collection, ImportReport
from govdesk.paths import DataFolder, Resources, resources
from govdesk.settings.profile import Profile, Sector, Tenure
from govdesk.ui.main.faults import Faults
from govdesk.ui.main.program import application, make_theme
from govdesk.ui.main.shell import Shell
from govdesk.ui.requests import Ask, ImportFiles, OpenArticle, OpenPane
from govdesk.ui.theme import Mode
from tests.shots import sample
from tests.shots.states import StateSheet

SIZE = (1366, 689)
TODAY = date(2026, 11, 20)
QUESTION = "연차를 다 썼는데 내년 것을 미리 당겨 쓸 수 있나요?"
PROFILE = Profile(
    sector=Sector.NATIONAL, agency="중앙행정기관의 소속기관", jobs=("민원", "인사·복무"), tenure=Tenure.UNDER_1
)


class Camera:
    """Takes every picture of the window in each theme and text size."""

    def __init__(self, shell: Shell, out: Path) -> None:
        self._shell = shell
        self._out = out
        out.mkdir(parents=True, exist_ok=True)

    def settle(self, seconds: float = 0.4) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.005)

    def until(self, done: Callable[[], bool], seconds: float = 180) -> None:
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            self.settle(0.05)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        for mode in (Mode.LIGHT, Mode.DARK):
            for percent in (100, 200):
                self._shell.theme.switch(mode, percent)
                self._shell.window.resize(*SIZE)
                self.settle()
                picture = (widget or self._shell.window).grab()
                picture.save(str(self._out / f"{name}-{mode.value}-{percent}.png"))
        self._shell.theme.switch(Mode.LIGHT, 100)
        self.settle(0.2)


def main(out: Path) -> int:
    app = application()
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(DataFolder(Path(home) / "자료"), Resources(resources()), today=lambda: TODAY)
        shell = Shell(desk, make_theme(desk), Faults(desk.folder.logs))
        camera = Camera(shell, out)
        try:
            shell.start()
            shell.window.resize(*SIZE)
            first_page(camera, shell)
            shell.router.route(Ask(QUESTION, send=True))
            camera.settle(1)
            camera.until(lambda: shell.runner.live == 0)
            camera.take("chat")
            imported = fill(desk, Path(home) / "가져올 것")
            shell.ledger.documents_changed.emit()
            camera.until(lambda: shell.runner.live == 0)
            every_pane(camera, shell, imported)
        finally:
            shell.window.close()
            shell.close()
            desk.close()
        StateSheet.save(shell.theme, out / "states.png")
    app.processEvents()
    return 0


def first_page(camera: Camera, shell: Shell) -> None:
    page = shell.window.page
    assert page is not None
    page.form.set_profile(PROFILE)
    camera.settle(0.5)
    camera.take("first-start")
    page.done.emit(PROFILE, ())
    camera.settle()


def fill(desk: Desk, folder: Path) -> ImportReport:
    sample.write(folder)
    store = desk.store()
    report = None
    for event in store.import_paths([folder], Collection.STATUTES, CancelToken()):
        report = event.value if isinstance(event, Finished) else report
    assert isinstance(report, ImportReport) and report.added
    return report


def every_pane(camera: Camera, shell: Shell, imported: ImportReport) -> None:
    if shell.router.has("regulations"):
        act = next(one for one in imported.added if shell.desk.store().document(one).kind == "법률")
        shell.router.route(OpenArticle(act, sample.ARTICLE))
        camera.until(lambda: shell.runner.live == 0)
        camera.take("regulations")
    if shell.router.has("documents"):
        shell.router.route(ImportFiles())
        camera.until(lambda: shell.runner.live == 0)
        camera.take("documents")
    for section in ("appearance", "profile", "chat"):
        shell.router.route(OpenPane("settings", section))
        camera.take(f"settings-{section}")
    shell.router.show("help")
    camera.take("help")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/shots")))
