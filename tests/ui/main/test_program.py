"""Start and end of the program."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from govdesk.settings.profile import Profile
from govdesk.ui.main import open_window
from govdesk.ui.main.instance import SingleInstance
from govdesk.ui.main.window import MainWindow
from tests.ui.main.conftest import ScriptedDesk


def windows() -> list[MainWindow]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]


def test_the_window_runs_until_it_is_closed_and_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    desk = ScriptedDesk(tmp_path)
    desk.settings.set_profile(Profile(asked=True))
    seen: list[MainWindow] = []

    def close() -> None:
        if desk.warmed:
            seen.extend(windows())
            seen[0].close()
        else:
            QTimer.singleShot(20, close)

    QTimer.singleShot(20, close)
    hook = sys.excepthook
    assert open_window(desk) == 0
    assert len(seen) == 1 and windows() == []
    assert sys.excepthook is hook
    assert not [t for t in threading.enumerate() if t.name.startswith("govdesk-")]
    assert (tmp_path / "window.json").exists()
    again = SingleInstance(tmp_path)
    assert again.claim()
    again.release()


def test_a_second_start_ends_at_once(qapp: QApplication, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    try:
        assert open_window(ScriptedDesk(tmp_path)) == 0
        assert windows() == []
    finally:
        first.release()
