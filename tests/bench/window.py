"""How soon the window stands, what memory it takes, and whether it ever stalls."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.bench import importing
from tests.bench.process import percentile
from tests.bench.report import Row

RUNS = 3
STALL_SHARE = 0.999
STALL_GOAL_MS = 50.0


def rows() -> list[Row]:
    """Opening times, memory at three moments, and the time to evidence (core snapshot)."""
    cold = [_opened(cold=True) for _ in range(RUNS)]
    warm = [_opened(cold=False) for _ in range(RUNS)]
    life = [_child("life", importing.home("core")) for _ in range(RUNS)]
    dropped = "" if _can_drop_caches() else " (page cache kept: not root)"
    return [
        Row("window", f"first paint, cold{dropped}", median(r["first_paint_s"] for r in cold), "s", 4.0),
        Row("window", "first paint, warm", median(r["first_paint_s"] for r in warm), "s", 1.5),
        Row("window", "memory at first paint (PSS)", median(r["paint_mb"] for r in life), "MB", 150.0),
        Row("window", "memory loaded and idle (PSS)", median(r["idle_mb"] for r in life), "MB", 550.0),
        Row("window", "memory after a question (PSS)", median(r["asked_mb"] for r in life), "MB", 700.0),
        Row("window", "evidence after Enter, median", median(r["evidence_ms"] for r in life), "ms", 300.0),
        Row("window", "answer after Enter, median", median(r["answer_ms"] for r in life), "ms"),
    ]


def reading_rows() -> list[Row]:
    """How soon the largest statute and its articles stand, and what five large ones take (national snapshot)."""
    found = [_child("reading", importing.home("national")) for _ in range(RUNS)]
    steps = [step for one in found for step in one["goto_ms"]]
    return [
        Row("law", "largest statute to first paint, median", median(one["first_ms"] for one in found), "ms", 150.0),
        Row("law", "go to an article of it, 95th percentile", percentile(steps, 0.95), "ms", 100.0),
        Row("law", "memory of five largest statutes open (PSS)", median(one["added_mb"] for one in found), "MB", 60.0),
    ]


def stall_rows() -> list[Row]:
    """The 99.9th percentile of the event loop's delay in each kind of work, all runs together."""
    found = []
    for work in ("search", "scroll", "import"):
        delays: list[float] = []
        for _ in range(RUNS):
            home = importing.home("core")
            if work == "import":
                home = importing.home("stalls")
                shutil.rmtree(home, ignore_errors=True)
            delays += _child(work, home)["delays_ms"]
        name = {"search": "while searching", "scroll": "scrolling the largest statute", "import": "while importing"}
        found.append(Row("stalls", f"{name[work]}, 99.9th pct.", percentile(delays, STALL_SHARE), "ms", STALL_GOAL_MS))
        found.append(Row("stalls", f"{name[work]}, longest", max(delays), "ms"))
    return found


def _opened(*, cold: bool) -> dict[str, float]:
    if cold and _can_drop_caches():
        subprocess.run(["sync"], check=True)
        Path("/proc/sys/vm/drop_caches").write_text("3")
    return _child("open", importing.home("core"))


def _can_drop_caches() -> bool:
    return os.access("/proc/sys/vm/drop_caches", os.W_OK)


def _child(mode: str, home: Path) -> dict[str, float | list[float]] | dict:  # type: ignore[type-arg]
    """Run `tests.bench.window_child` in a process of its own; what it measured."""
    environment = {
        **os.environ,
        "GOVDESK_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "GOVDESK_BENCH_STARTED": repr(time.time()),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.window_child", mode],
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
    )
    if done.returncode:
        raise RuntimeError(f"window_child {mode}: {done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])
