"""Search times over an imported snapshot, measured in a process of its own.

``python -m tests.bench.searching`` prints the milliseconds of every question as JSON.
"""

from __future__ import annotations

import json
from statistics import median

from tests.bench import data, importing
from tests.bench.process import percentile, watch
from tests.bench.report import Row

GOALS = {"core": 40.0, "national": 120.0}


def rows(name: str) -> list[Row]:
    """Median and 95th percentile of warm ranked searches, and of literal ones."""
    times = json.loads(watch(["-m", "tests.bench.searching"], importing.home(name)).out)
    return [
        Row("search", f"{name}: ranked, median", median(times["ranked"]), "ms"),
        Row("search", f"{name}: ranked, 95th percentile", percentile(times["ranked"], 0.95), "ms", GOALS[name]),
        Row("search", f"{name}: literal, 95th percentile", percentile(times["literal"], 0.95), "ms"),
    ]


WORDS = (
    "정보공개",
    "연가 일수",
    "초과근무",
    "수의계약",
    "개인정보 처리자",
    "과태료",
    "출장",
    "기록물",
    "청문",
    "보조금",
)
"""Words and phrases of office work of every frequency."""


def measure() -> dict[str, list[float]]:
    """Milliseconds of each development question and each word, after one round to warm up."""
    from datetime import date

    from govdesk.app import Desk
    from govdesk.knowledge.model import Query
    from govdesk.paths import DataFolder, Resources, default_home, resources

    desk = Desk(DataFolder(default_home()), Resources(resources()))
    desk.warm()
    store, today = desk.store(write=False), date.today()
    questions = data.questions()
    for question in questions[:20]:
        store.search(Query(question, today))
    times = {
        "ranked": [store.search(Query(question, today)).ms for question in questions],
        "literal": [store.literal(Query(word, today)).ms for word in WORDS * 3],
    }
    desk.close()
    return times


if __name__ == "__main__":
    print(json.dumps(measure()))
