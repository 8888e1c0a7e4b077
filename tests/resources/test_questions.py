"""The shipped expected questions: form, size, articles that exist, and no question of the development set."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from govdesk.knowledge.bank import Bank, Expected
from govdesk.paths import Resources, resources

FOLDER = Resources(resources()).questions
DEV = Path(__file__).resolve().parents[3] / "shared" / "data" / "eval_dev" / "questions.jsonl"
RUN = 12
"""Characters in a row, spaces removed, that two questions may share by chance only a few times."""
CHANCE = 10


@pytest.fixture(scope="module")
def questions() -> list[Expected]:
    bank = Bank(FOLDER)
    files = [file for series in sorted(bank.series()) if (file := bank.of(series)) is not None]
    return [one for file in files for one in file.questions()]


def test_every_article_has_five_different_questions(questions: list[Expected]) -> None:
    counts = Counter((one.series, one.article) for one in questions)
    assert set(counts.values()) == {5}
    assert len({(one.series, one.article, one.text) for one in questions}) == len(questions)


def test_questions_are_short_and_name_no_article(questions: list[Expected]) -> None:
    assert [one for one in questions if not 3 <= len(one.text) <= 90] == []
    assert [one for one in questions if re.search(r"제\s*\d+\s*(조|항|호)", one.text)] == []


def test_the_bank_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 15_000_000


@pytest.mark.skipif(not DEV.is_file(), reason="no shared data")
def test_likeness_with_development_questions_is_chance(questions: list[Expected]) -> None:
    asked = ["".join(json.loads(line)["query"].split()) for line in DEV.read_text(encoding="utf-8").splitlines()]
    runs = {text[at : at + RUN] for text in asked for at in range(len(text) - RUN + 1)}
    tight = ["".join(one.text.split()) for one in questions]
    alike = [text for text in tight if any(text[at : at + RUN] in runs for at in range(len(text) - RUN + 1))]
    print(f"{len(alike)} of {len(tight)} share {RUN} characters with a development question")
    assert len(alike) <= CHANCE
