"""The program starts light."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

CHILD = """
import json, sys
from govdesk.app import Desk
from govdesk.paths import DataFolder, Resources, default_home, resources
desk = Desk(DataFolder(default_home()), Resources(resources()))
desk.settings.set_profile(desk.settings.profile.model_copy(update={"asked": ASKED}))
from govdesk.ui.main.faults import Faults
from govdesk.ui.main.program import application, make_theme
from govdesk.ui.main.shell import Shell
app = application()
shell = Shell(desk, make_theme(desk), Faults(desk.folder.logs))
def look():
    heavy = ("lancedb", "kiwipiepy", "numpy", "pyarrow", "docx", "hwpx", "openpyxl", "pypdfium2", "lance", "pandas")
    loaded = [name for name in heavy if name in sys.modules]
    print(json.dumps({"loaded": loaded, "page": shell.window.page is not None, "waiting": shell.runner.live > 0}))
    app.quit()
shell.window.first_painted.disconnect()
shell.window.first_painted.connect(look)
shell.start()
app.exec()
shell.close()
desk.close()
"""


def first_paint(asked: bool) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", CHILD.replace("ASKED", str(asked))],
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def test_nothing_heavy_is_loaded_when_the_window_is_first_painted() -> None:
    assert first_paint(asked=True) == {"loaded": [], "page": False, "waiting": True}


def test_nothing_heavy_is_loaded_when_the_first_page_is_painted() -> None:
    assert first_paint(asked=False) == {"loaded": [], "page": True, "waiting": True}
