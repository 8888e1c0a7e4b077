"""The regulation browser measured: exact search and its completeness, backlinks, comparison.

``python -m tests.bench.law exact|backlinks|compare`` prints one area's figures of the data folder in `GOVDESK_HOME`.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from tests.bench import importing
from tests.bench.process import percentile, watch
from tests.bench.report import Row

if TYPE_CHECKING:
    from govdesk.knowledge.store import Store

SEED = 20261125
SAMPLED = 6_000
"""Passages whose nouns are counted, and from which phrases are cut."""
TENTHS, EACH, PHRASES = 10, 30, 300
RUNS = 7
MOST_CITED = "전자정부법 제36조"
"""2,662 places of the national snapshot cite it, more than any other article (tests/law/test_national.py)."""
COMPARED = "지방공무원 수당 등에 관한 규정"


def rows() -> list[Row]:
    """Exact search and backlinks over the national snapshot, comparison over the history of statutes."""
    if not importing.home("history").exists():
        importing.fill("history")
    exact = _child("exact", "national")
    backlinks = _child("backlinks", "national")
    compared = _child("compare", "history")
    return [
        Row("law", "exact search, 95th percentile", percentile(exact["ms"], 0.95), "ms", 150.0),
        Row("law", "exact search, places missed or too many", sum(exact["wrong"]), "places", 0.0),
        Row("law", "exact search, places found by the plain scan", sum(exact["scanned"]), "places"),
        Row("law", "backlinks of the most cited article, median", median(backlinks["ms"]), "ms", 200.0),
        Row("law", f"{COMPARED}: newest two editions", median(compared["ms"]), "ms", 300.0),
    ]


def _child(what: str, home: str) -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads(watch(["-m", "tests.bench.law", what], importing.home(home)).out)
    return found


# -- exact search ------------------------------------------------------------------------------------------------


def exact(store: Store) -> dict[str, list[float]]:
    """Milliseconds of every needle, places that search and plain scan do not share, places of the scan."""
    from govdesk.knowledge.model import Query

    texts = passages(store)
    chosen = [*nouns(texts), *phrases(texts)]
    hay = [(identity, tight(heading), tight(text)) for identity, heading, text in texts]
    for needle in chosen[:20]:
        store.literal(Query(needle, date.today(), 20))
    found: dict[str, list[float]] = {"ms": [], "wrong": [], "scanned": []}
    for needle in chosen:
        hits = store.literal(Query(needle, date.today(), 200))
        wanted = tight(needle)
        scanned = Counter(identity for identity, heading, text in hay if wanted in heading or wanted in text)
        told = Counter({str(identity): count for identity, count in hits.by_document.items() if count})
        found["ms"].append(hits.ms)
        found["scanned"].append(sum(scanned.values()))
        found["wrong"].append(sum(abs(scanned[one] - told[one]) for one in scanned | told))
    return found


def passages(store: Store) -> list[tuple[str, str, str]]:
    """(document, heading, text) of the ranked passages of every statute in force, or that will be."""
    from govdesk.knowledge.model import Collection, DocumentState
    from govdesk.knowledge.schemas import RANKED_ROLES

    states = store.states(date.today())
    shown = (DocumentState.IN_FORCE, DocumentState.FUTURE)
    statutes = (one for one in store.documents() if one.collection is Collection.STATUTES)
    kept = [one for one in statutes if states[one.id] in shown]
    return [
        (str(document.id), passage.heading, passage.text)
        for document in kept
        for passage in store.passages(document.id)
        if passage.role in RANKED_ROLES
    ]


def tight(text: str) -> str:
    """Without what the search passes over; written apart from the program's own."""
    return re.sub(r"[\s\u00b7\u318d\u30fb\u2027\u22c5\uff65\u00ad\u200b-\u200d\ufeff]", "", fold(text))


def fold(text: str) -> str:
    """NFC with small ASCII letters."""
    return re.sub(r"[A-Z]", lambda found: found.group().lower(), unicodedata.normalize("NFC", text))


def nouns(texts: Sequence[tuple[str, str, str]]) -> list[str]:
    """Thirty nouns from each tenth of the nouns by how many passages hold them."""
    from govdesk.text.morphemes import Morphemes

    chance = random.Random(SEED)
    sample = chance.sample(texts, min(SAMPLED, len(texts)))
    seen = Morphemes().content_many([text[:1_000] for _, _, text in sample])
    counts = Counter(word[:-4] for found in seen for word in set(found) if word.endswith("/NNG") and len(word) > 5)
    ordered = [word for word, _ in sorted(counts.items(), key=lambda one: (one[1], one[0]))]
    size = len(ordered) // TENTHS
    return [
        word
        for tenth in range(TENTHS)
        for word in chance.sample(ordered[tenth * size : (tenth + 1) * size], min(EACH, size))
    ]


def phrases(texts: Sequence[tuple[str, str, str]]) -> list[str]:
    """Two to four neighbouring words of a line."""
    chance = random.Random(SEED + 1)
    found: list[str] = []
    while len(found) < PHRASES:
        lines = [line for line in chance.choice(texts)[2].split("\n") if len(line.split()) > 4]
        if lines:
            words = chance.choice(lines).split()
            length = chance.randint(2, 4)
            start = chance.randrange(len(words) - length)
            found.append(" ".join(words[start : start + length]))
    return found


# -- backlinks and comparison ------------------------------------------------------------------------------------


def backlinks(store: Store) -> dict[str, list[float]]:
    """Milliseconds of the citing places of the most cited article of the snapshot."""
    target = store.resolve(MOST_CITED, date.today())
    return {"ms": _timed(lambda: store.law.cited_by(target.document.id, date.today(), article=target.article))}


def compare(store: Store) -> dict[str, list[float]]:
    """Milliseconds of comparing the newest two editions of a statute with long tables."""
    editions = store.law.editions(next(one.id for one in store.documents() if one.title == COMPARED))
    return {"ms": _timed(lambda: store.law.compare(editions[-2].id, editions[-1].id))}


def _timed(work: Callable[[], object]) -> list[float]:
    work()
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return times


def main(what: str) -> dict[str, list[float]]:
    from govdesk.app import Desk
    from govdesk.paths import DataFolder, Resources, default_home, resources

    desk = Desk(DataFolder(default_home()), Resources(resources()))
    try:
        return {"exact": exact, "backlinks": backlinks, "compare": compare}[what](desk.store(write=False))
    finally:
        desk.close()


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
