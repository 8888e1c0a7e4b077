"""Recall of the search on questions written blind, from the article alone (`tests/bench/questions`).

One question of the five of each article, the voice changing from article to article. The figure shows where the
ranking stands without looking at the development set; a twin statute's article counts as a miss, so it is a lower
bound. ``python -m tests.bench.recall`` prints the ranks as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench import importing
from tests.bench.process import watch
from tests.bench.report import Row

QUESTIONS = Path(__file__).parent / "questions"
DEPTH = 50
VOICES = 5


def rows() -> list[Row]:
    """Recall at 1, 5, 10 and 50 over the core snapshot; rank 0 is not found."""
    ranks = json.loads(watch(["-m", "tests.bench.recall"], importing.home("core")).out)
    found = {k: sum(0 < rank <= k for rank in ranks) / len(ranks) for k in (1, 5, 10, DEPTH)}
    return [
        Row("recall", f"core: {len(ranks)} blind questions, recall@{k}", 100 * share, "%", better="higher")
        for k, share in found.items()
    ]


def blind_questions() -> Iterator[tuple[str, str, str]]:
    """(법령ID, article, question)."""
    for path in sorted(QUESTIONS.glob("*.txt")):
        for number, block in enumerate(path.read_text(encoding="utf-8").split("\n[")[1:]):
            article, *lines = block.rstrip().split("\n")
            yield path.stem, article.rstrip("]"), lines[number % min(VOICES, len(lines))]


def measure() -> list[int]:
    """The rank of each question's article, 0 when it is not among the first `DEPTH`."""
    from datetime import date

    from govdesk.app import Desk
    from govdesk.knowledge.model import Query
    from govdesk.paths import DataFolder, Resources, default_home, resources

    desk = Desk(DataFolder(default_home()), Resources(resources()))
    store, today = desk.store(write=False), date.today()
    ranks = []
    for statute, article, question in blind_questions():
        hits = store.search(Query(question, today, DEPTH)).hits
        places = [(hit.document.series, hit.passage.article) for hit in hits]
        ranks.append(places.index((statute, article)) + 1 if (statute, article) in places else 0)
    desk.close()
    return ranks


if __name__ == "__main__":
    print(json.dumps(measure()))
