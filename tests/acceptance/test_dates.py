"""Days before the first revision, far ahead, and no days at all."""

from __future__ import annotations

import json

import pytest

from tests.acceptance.conftest import Typed

ARTICLE = "돛단배 관리법 2조"
QUESTION = "돛단배는 산 날부터 며칠 안에 등록해야 하나요?"


@pytest.mark.parametrize("day", ["2019-12-31", "1500-01-01", "0001-01-01"])
def test_before_the_first_revision_the_earliest_day_is_named(asked: Typed, day: str) -> None:
    assert asked("show", ARTICLE, "--as-of", day) == 1
    assert day in asked.err
    assert "2020-01-01" in asked.err
    assert asked.out == ""


def test_an_answer_before_the_first_revision_says_that_it_was_not_in_force(asked: Typed) -> None:
    assert asked("ask", QUESTION, "--as-of", "2019-12-31", "--json") == 0
    answer = json.loads(asked.out)
    assert answer["refused"] or {citation["status"] for citation in answer["citations"]} == {"not_in_force"}
    assert asked("ask", QUESTION, "--as-of", "2019-12-31") == 0
    assert "시행 예정" in asked.out


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2020-01-01", "30일"),
        ("2024-02-29", "30일"),
        ("2024-03-01", "15일"),
        ("2024. 3. 1.", "15일"),
        ("2024년 3월 1일", "15일"),
        ("9999-12-31", "15일"),
    ],
)
def test_the_day_picks_the_revision(asked: Typed, day: str, words: str) -> None:
    assert asked("show", ARTICLE, "--as-of", day) == 0
    assert words in asked.out
    assert asked("ask", QUESTION, "--as-of", day) == 0
    assert words in asked.out


@pytest.mark.parametrize("day", ["", "내년", "2026-13-01", "2026-02-30", "0000-00-00", "99999-01-01", "2026-1", "'"])
@pytest.mark.parametrize("command", [("search", "가"), ("ask", "가"), ("show", "가"), ("documents", "list")])
def test_what_is_no_day_is_wrong_usage_and_shows_how_to_write_one(
    asked: Typed, command: tuple[str, ...], day: str
) -> None:
    assert asked(*command, "--as-of", day) == 2
    assert "날짜가 아닙니다. 2026-06-01처럼 적으세요." in asked.err
    assert asked.err.startswith("쓰는 법: ")


def test_the_list_tells_the_state_on_the_day(asked: Typed) -> None:
    assert asked("documents", "list", "--as-of", "2021-01-01", "--json") == 0
    rows = [json.loads(line) for line in asked.out.splitlines()]
    states = {row["effective_date"]: row["state"] for row in rows if row["collection"] == "statutes"}
    assert states["2020-01-01"] == "in_force"
    assert states["2024-03-01"] != "in_force"
