"""Run a command and watch its wall time and the memory of the processes it starts (Linux)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Watched:
    """Wall seconds, peak PSS of the whole process tree in MB, and what was printed."""

    seconds: float
    peak_mb: float
    out: str


def watch(arguments: list[str], home: Path) -> Watched:
    """Run ``python ARGUMENTS`` on the data folder `home`; a failure raises with its output."""
    started = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "GOVDESK_HOME": str(home)},
    )
    peak = 0.0
    while child.poll() is None:
        peak = max(peak, sum(pss_mb(pid) for pid in tree(child.pid)))
        time.sleep(SAMPLE_SECONDS)
    seconds = time.perf_counter() - started
    out, err = child.communicate()
    if child.returncode:
        raise RuntimeError(f"{arguments}: {err[-2000:]}")
    return Watched(seconds, peak, out)


def tree(pid: int) -> list[int]:
    """`pid` and its living descendants."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text().split()]
            except OSError:
                continue
    return found


def pss_mb(pid: int) -> float:
    """Proportional set size in MB; 0 for a process that is gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        return 0.0
    return 0.0


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of `values` lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
