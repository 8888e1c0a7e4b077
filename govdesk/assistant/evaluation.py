"""Figures of an evaluation folder: recall of the search, facts and citations of the answers, refusals.

Questions carry `gold` articles (``law``, ``file``, ``article``: any one answers), `needs` (groups that must
all be found) and `answer_facts` (short strings an answer must hold, compared without spaces and with digit
boundaries). A passage counts by its source file and article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Any

Item = Mapping[str, Any]
Key = tuple[str, str, str]

DEPTHS = (1, 3, 5, 10, 20, 50)
"""Ranks at which recall is taken."""


def key_of_hit(hit: Item) -> Key:
    """(folder, file, article) of a hit or citation in the JSON of `assistant.contract`."""
    source = str((hit.get("document") or {}).get("source") or "").replace("\\", "/")
    folder, _, file = source.rpartition("/")
    article = _spaceless(hit.get("article") or "").partition("(")[0]
    return folder.rpartition("/")[2], file, article


def retrieval(items: Sequence[Item], runs: Mapping[str, Item]) -> dict[str, Any]:
    """Recall at `DEPTHS`, MRR@10, times and recall@5 by style; empty when no item was run."""
    rows = [(item, [key_of_hit(hit) for hit in runs[item["id"]]["hits"]]) for item in items if item["id"] in runs]
    if not rows:
        return {}
    figures: dict[str, Any] = {"n": len(rows)}
    for depth in DEPTHS:
        figures[f"recall@{depth}"] = _mean(_covered(item, set(keys[:depth])) for item, keys in rows)
    figures["MRR@10"] = _mean(_reciprocal(item, keys) for item, keys in rows)
    figures.update(_times([runs[item["id"]].get("ms") for item, _ in rows]))
    figures["recall@5 by style"] = _by_style(rows)
    return figures


def answers(questions: Sequence[Item], runs: Mapping[str, Item]) -> dict[str, Any]:
    """Facts and gold citations of the answers; a refusal counts as an empty answer."""
    rows = [(question, runs[question["id"]]) for question in questions if question["id"] in runs]
    if not rows:
        return {}
    facts = [_facts_found(question, _answer_text(run)) for question, run in rows]
    lengths = sorted(len(_answer_text(run)) for _, run in rows)
    return {
        "n": len(rows),
        "fact recall": _mean(sum(found) / max(1, len(found)) for found in facts),
        "all facts": _mean(all(found) for found in facts),
        "cites a gold article": _mean(
            bool({key_of_hit(c) for c in run.get("citations") or []} & _keys(question["gold"]))
            for question, run in rows
        ),
        "median length (characters)": lengths[len(lengths) // 2],
        "95th percentile length": lengths[int(0.95 * (len(lengths) - 1))],
        "most citations": max(len(run.get("citations") or []) for _, run in rows),
    }


def refusals(questions: Sequence[Item], unanswerable: Sequence[Item], runs: Mapping[str, Item]) -> dict[str, Any]:
    """How many unanswerable questions were refused, and how many answerable ones."""
    rightly = [bool(runs[item["id"]].get("refused")) for item in unanswerable if item["id"] in runs]
    wrongly = [bool(runs[item["id"]].get("refused")) for item in questions if item["id"] in runs]
    if not rightly or not wrongly:
        return {}
    refused = sum(rightly) + sum(wrongly)
    return {
        "n": len(rightly),
        "recall": round(sum(rightly) / len(rightly), 3),
        "precision": round(sum(rightly) / max(1, refused), 3),
        "false refusals": f"{sum(wrongly)}/{len(wrongly)}",
    }


def letters(complaints: Sequence[Item], runs: Mapping[str, Item]) -> dict[str, Any]:
    """Share of each letter's gold articles among the first 5 and 10 hits of the letter as a query."""
    rows = [(c, [key_of_hit(h) for h in runs[c["id"]]["hits"]]) for c in complaints if c["id"] in runs]
    if not rows:
        return {}
    return {
        f"gold articles found@{depth}": _mean(
            len(_keys(item["gold"]) & set(keys[:depth])) / len(_keys(item["gold"])) for item, keys in rows
        )
        for depth in (5, 10)
    }


def _keys(gold: Iterable[Item]) -> set[Key]:
    return {(g["law"], g["file"], g["article"]) for g in gold}


def _covered(item: Item, found: set[Key]) -> bool:
    groups = item.get("needs") or [item["gold"]]
    return all(_keys(group) & found for group in groups)


def _reciprocal(item: Item, keys: Sequence[Key]) -> float:
    gold = _keys(item["gold"])
    return next((1 / rank for rank, key in enumerate(keys[:10], start=1) if key in gold), 0.0)


def _times(values: Iterable[object]) -> dict[str, float]:
    times = sorted(value for value in values if isinstance(value, int | float))
    if not times:
        return {}
    last = len(times) - 1
    return {"ms_p50": times[len(times) // 2], "ms_p95": times[min(last, int(len(times) * 0.95))]}


def _by_style(rows: Sequence[tuple[Item, Sequence[Key]]]) -> dict[str, str]:
    styles: dict[str, list[bool]] = defaultdict(list)
    for item, keys in rows:
        styles[item.get("style", "-")].append(_covered(item, set(keys[:5])))
    return {style: f"{sum(found)}/{len(found)}" for style, found in sorted(styles.items())}


def _answer_text(run: Item) -> str:
    return "" if run.get("refused") else str(run.get("answer") or "")


def _facts_found(question: Item, answer: str) -> list[bool]:
    other = question.get("fact_alts") or {}
    alternatives = other if isinstance(other, Mapping) else {}
    return [any(_holds(answer, f) for f in (fact, *alternatives.get(fact, ()))) for fact in question["answer_facts"]]


def _holds(answer: str, fact: str) -> bool:
    left = r"(?<!\d)" if fact[:1].isdigit() else ""
    right = r"(?!\d)" if fact[-1:].isdigit() else ""
    return re.search(left + re.escape(_plain(fact)) + right, _plain(answer)) is not None


def _plain(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d)", "", _spaceless(text))


def _spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _mean(values: Iterable[float]) -> float:
    return round(fmean(float(value) for value in values), 3)
