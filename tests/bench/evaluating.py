"""The figures of the development set (`govdesk eval`) beside their goals; the core snapshot and nothing else."""

from __future__ import annotations

import json
from typing import Any

from tests.bench import data, importing
from tests.bench.process import watch
from tests.bench.report import Row

GOALS = (
    ("questions", "recall@1", 0.72),
    ("questions", "recall@5", 0.92),
    ("questions", "recall@10", 0.96),
    ("conversations", "recall@5", 0.9),
    ("letters as queries", "gold articles found@10", 0.70),
    ("refusal", "recall", 0.88),
    ("answers", "fact recall", 0.70),
    ("answers", "cites a gold article", 0.80),
)
"""Part, figure and goal of issue 4, all to be reached from below."""
LENGTHS = (("median length (characters)", 300.0), ("95th percentile length", 700.0))
FALSE_REFUSALS = 3.0


def rows() -> list[Row]:
    """Each figure with its goal."""
    run = watch(["-m", "govdesk", "eval", str(data.SHARED / "eval_dev"), "--json"], importing.home("core"))
    figures: dict[str, Any] = json.loads(run.out)
    found = [
        Row("eval", f"{part}: {name}", 100 * figures[part][name], "%", 100 * goal, better="higher")
        for part, name, goal in GOALS
    ]
    found += [Row("eval", f"answers: {name}", figures["answers"][name], "", goal) for name, goal in LENGTHS]
    refused = float(figures["refusal"]["false refusals"].partition("/")[0])
    return [*found, Row("eval", "answerable questions refused", refused, "", FALSE_REFUSALS)]
