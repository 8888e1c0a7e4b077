from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from govdesk.assistant import evaluation

GOLD_A = {"law": "가법", "file": "법률.md", "article": "제1조"}
GOLD_B = {"law": "나법", "file": "시행령.md", "article": "제2조의3"}


def hit(gold: dict[str, str], folder: str = "kr/") -> dict[str, Any]:
    return {"document": {"source": f"{folder}{gold['law']}/{gold['file']}"}, "article": gold["article"]}


def test_a_question_that_needs_two_articles_is_covered_only_by_both() -> None:
    item = {"id": "q", "gold": [GOLD_A, GOLD_B], "needs": [[GOLD_A], [GOLD_B]], "style": "multi_hop"}
    one = evaluation.retrieval([item], {"q": {"hits": [hit(GOLD_A)], "ms": 3}})
    both = evaluation.retrieval([item], {"q": {"hits": [hit(GOLD_A), hit(GOLD_B)], "ms": 3}})
    assert one["recall@50"] == 0
    assert both["recall@1"] == 0
    assert both["recall@3"] == 1
    assert one["MRR@10"] == both["MRR@10"] == 1
    assert both["recall@5 by style"] == {"multi_hop": "1/1"}


@pytest.mark.parametrize(
    ("answer", "found"), [("5일 안에 냅니다.", 1.0), ("15일 안에 냅니다.", 0.0), ("1,5일", 0.0), ("5 일", 1.0)]
)
def test_a_fact_is_found_at_digit_boundaries_only(answer: str, found: float) -> None:
    question = {"id": "q", "gold": [GOLD_A], "answer_facts": ["5일"]}
    run = {"q": {"answer": answer, "citations": [hit(GOLD_A)]}}
    figures = evaluation.answers([question], run)
    assert figures["fact recall"] == found
    assert figures["cites a gold article"] == 1


def test_a_refusal_is_an_empty_answer_and_is_counted_both_ways() -> None:
    questions = [{"id": "q", "gold": [GOLD_A], "answer_facts": ["10일"]}]
    unanswerable = [{"id": "u"}, {"id": "w"}]
    runs = {
        "q": {"answer": "10일입니다.", "refused": True, "citations": []},
        "u": {"refused": True},
        "w": {"refused": False},
    }
    assert evaluation.answers(questions, runs)["fact recall"] == 0
    assert evaluation.refusals(questions, unanswerable, runs) == {
        "n": 2,
        "recall": 0.5,
        "precision": 0.5,
        "false refusals": "1/1",
    }


def test_nothing_run_gives_no_figures() -> None:
    assert evaluation.retrieval([{"id": "q", "gold": [GOLD_A]}], {}) == {}
    assert evaluation.answers([], {}) == {}
    assert evaluation.letters([], {}) == {}


@pytest.mark.data
def test_the_figures_equal_those_of_the_scorer(shared_data: Path) -> None:
    scorer = _scorer(shared_data.parent / "tools" / "score.py")
    questions, unanswerable, conversations, complaints = (
        _lines(shared_data / "eval_dev" / f"{name}.jsonl")
        for name in ("questions", "unanswerable", "conversations", "complaints")
    )
    searches, answers = _made_up_runs(questions, conversations + complaints, unanswerable)
    expected: dict[str, Any] = {}
    scorer.retrieval(questions, searches, expected, "questions")
    scorer.retrieval(conversations, searches, expected, "conversations")
    scorer.answers(questions, unanswerable, answers, expected)
    assert evaluation.retrieval(questions, searches) == expected["questions"]
    assert evaluation.retrieval(conversations, searches) == expected["conversations"]
    assert evaluation.answers(questions, answers) == expected["answers"]
    assert evaluation.refusals(questions, unanswerable, answers) == expected["refusal"]
    for depth, share in evaluation.letters(complaints, searches).items():
        assert share == scorer.letters_found(complaints, searches, int(depth.rpartition("@")[2]))


def _made_up_runs(
    questions: list[dict[str, Any]], others: list[dict[str, Any]], unanswerable: list[dict[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Runs with gold at random ranks, facts at random, refusals at random; seed fixed."""
    dice = random.Random(7)
    pool = [gold for question in questions for gold in question["gold"]]

    def hits(item: dict[str, Any]) -> list[dict[str, Any]]:
        found = [dice.choice(pool) for _ in range(50)]
        if dice.random() < 0.6:
            found[dice.randrange(12)] = dice.choice(item["gold"])
        return [hit(gold) for gold in found]

    searches = {i["id"]: {"id": i["id"], "hits": hits(i), "ms": dice.random() * 50} for i in questions + others}
    answers = {
        q["id"]: {
            "answer": " ".join(q["answer_facts"][: dice.randrange(3)]),
            "refused": dice.random() < 0.2,
            "citations": hits(q)[:3],
        }
        for q in questions
    }
    answers.update({u["id"]: {"answer": "", "refused": dice.random() < 0.7} for u in unanswerable})
    return searches, answers


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
