"""The suggested first questions: six for each job and six for everybody, none from an evaluation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from govdesk.paths import resources
from govdesk.settings.profile import JOBS

GENERAL = "일반"
OVERLAP = 12
"""Characters without spaces that no starter may share with a question of an evaluation."""


def lists() -> dict[str, list[str]]:
    content: dict[str, list[str]] = yaml.safe_load(
        (resources() / "starters" / "questions.yaml").read_text(encoding="utf-8")
    )
    return content


def test_every_job_and_everybody_has_six_questions() -> None:
    assert set(lists()) == {GENERAL, *JOBS}
    assert {len(questions) for questions in lists().values()} == {6}


def test_questions_are_short_end_with_a_question_mark_and_differ() -> None:
    every = [question for questions in lists().values() for question in questions]
    assert len(set(every)) == len(every)
    assert all(question.endswith("?") and len(question) <= 36 for question in every)


@pytest.mark.data
def test_no_question_shares_a_phrase_with_an_evaluation(shared_data: Path) -> None:
    asked = []
    for name in ("questions", "unanswerable", "conversations"):
        for line in (shared_data / "eval_dev" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            asked += [item["query"]] if "query" in item else [turn["text"] for turn in item["turns"]]
    tight = "\n".join(question.replace(" ", "") for question in asked)
    for questions in lists().values():
        for question in questions:
            own = question.replace(" ", "")
            pieces = {own[i : i + OVERLAP] for i in range(len(own) - OVERLAP + 1)}
            assert not any(piece in tight for piece in pieces), question
