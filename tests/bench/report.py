"""Rows of the benchmark table, printed with the machine's name and written as JSON."""

from __future__ import annotations

import csv
import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; `better` is ``"lower"`` or ``"higher"``; `goal` None is a figure without a target."""

    area: str
    name: str
    value: float
    unit: str
    goal: float | None = None
    better: str = "lower"

    @property
    def ok(self) -> bool | None:
        if self.goal is None:
            return None
        return self.value <= self.goal if self.better == "lower" else self.value >= self.goal


def machine() -> str:
    """The processor's name and the number of cores this process may use."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        name = lines[0].partition(":")[2].strip() if lines else name
    return (
        f"{name}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def table(rows: list[Row]) -> str:
    """The rows as text, with the share of the goal that the value takes."""
    lines = [machine(), f"{'area':<10} {'name':<44} {'value':>10} {'goal':>10} {'ratio':>6}"]
    for row in rows:
        goal = "-" if row.goal is None else f"{row.goal:g}"
        ratio = "-" if not row.goal else f"{row.value / row.goal:.2f}"
        verdict = {None: "", True: "ok", False: "MISSED"}[row.ok]
        lines.append(f"{row.area:<10} {row.name:<44} {row.value:>8.1f} {row.unit:<3}{goal:>9} {ratio:>6} {verdict}")
    return "\n".join(lines)


def write(rows: list[Row], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    values = [{**asdict(row), "ok": row.ok} for row in rows]
    path.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")


def remember(rows: list[Row], path: Path) -> None:
    """Add the figures to the history: a line each, with the day, the commit and the machine."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    fresh = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        if fresh:
            writer.writerow(["day", "commit", "machine", "area", "name", "value", "unit", "goal"])
        for row in rows:
            goal = "" if row.goal is None else f"{row.goal:g}"
            day = date.today().isoformat()
            writer.writerow([day, commit, machine(), row.area, row.name, f"{row.value:.4g}", row.unit, goal])
