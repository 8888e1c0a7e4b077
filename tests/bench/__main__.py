"""``make bench``: measure everything, print the table, write ``build/bench.json``,
add the figures to ``history.csv``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.bench import data, evaluating, importing, law, report, searching, window
from tests.bench.report import Row

AREAS = ("import", "search", "law", "eval", "window", "stalls")


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("areas", nargs="*", choices=[*AREAS, []], help="default: all")
    parser.add_argument("--core-only", action="store_true", help="leave the national snapshot out")
    options = parser.parse_args()
    if not data.available():
        print("The benchmark needs ../shared/data.", file=sys.stderr)
        return 1
    rows = measured(options.areas or list(AREAS), ["core"] if options.core_only else ["core", "national"])
    print(report.table(rows))
    report.write(rows, data.ROOT / "build" / "bench.json")
    report.remember(rows, Path(__file__).parent / "history.csv")
    return 0


def measured(areas: list[str], snapshots: list[str]) -> list[Row]:
    """The rows of `areas`; an area that needs an imported snapshot imports it if it is not there."""
    rows: list[Row] = []
    for name in snapshots:
        if "import" in areas or not importing.home(name).exists():
            rows += importing.rows(name, vectors=name == "core")
    if "search" in areas:
        for name in snapshots:
            rows += searching.rows(name)
    if "law" in areas and "national" in snapshots:
        rows += law.rows() + window.reading_rows()
    if "eval" in areas:
        rows += evaluating.rows()
    if "window" in areas:
        rows += window.rows()
    if "stalls" in areas:
        rows += window.stall_rows()
    return rows


if __name__ == "__main__":
    sys.exit(main())
