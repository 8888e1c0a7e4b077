"""How soon words can be searched and everything is indexed."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench import data
from tests.bench.process import watch
from tests.bench.report import Row

GOALS = {"core": (15.0, 240.0), "national": (90.0, None)}
PEAK_GOAL_MB = 3000.0


def home(name: str) -> Path:
    """The data folder that the import of `name` fills and the other measurements use."""
    return data.WORK / "homes" / name


def fill(name: str) -> None:
    """Import a snapshot, words only, for what is measured on it."""
    watch(["-m", "govdesk", "import", str(data.statutes(name)), "--words-only"], home(name))


def rows(name: str, *, vectors: bool) -> list[Row]:
    """Import the snapshot `name` into an empty folder, words first, then (if asked) the vectors."""
    shutil.rmtree(home(name), ignore_errors=True)
    words_goal, all_goal = GOALS[name]
    command = ["-m", "govdesk", "import", str(data.statutes(name))]
    words = watch([*command, "--words-only"], home(name))
    found = [
        Row("import", f"{name}: words searchable", words.seconds, "s", words_goal),
        Row("import", f"{name}: peak memory of all processes", words.peak_mb, "MB", PEAK_GOAL_MB),
        Row("import", f"{name}: database on disk", _size_mb(home(name)), "MB"),
    ]
    if vectors:
        rest = watch(command, home(name))
        found.append(Row("import", f"{name}: fully indexed", words.seconds + rest.seconds, "s", all_goal))
    return found


def _size_mb(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
