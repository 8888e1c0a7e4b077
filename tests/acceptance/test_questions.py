"""Questions that are hardly questions, and signs that mean something to SQL, JSON, a shell or a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest

from tests.acceptance.conftest import Typed

QUESTION = "돛단배는 산 날부터 며칠 안에 등록해야 하나요?"
NOTHING_ASKED = {
    "nothing": "",
    "blanks": " \t\n ",
    "punctuation": "?!...,.;:",
    "emoji": "🙂🙃👨‍👩‍👧",
    "control signs": "\x00\x01\x1b\x7f",
    "half of a surrogate pair": "\ud83d",
    "a quotation mark": '"',
    "an apostrophe": "'",
    "percent": "%",
    "a backslash": "\\",
    "brackets": "([{<>}])",
    "middle dots": "···",
}
ODD = {
    "one syllable": "배",
    "one letter": "a",
    "English": "How many days do I have to register a boat?",
    "SQL": "'; DROP TABLE passages; --",
    "a quoted condition": "등록' OR '1'='1",
    "operators of a query language": "+등록 -수수료 AND (등록 OR NOT 수수료) 등록~2 등록^3 등록*",
    "wildcards and backslashes": "%등록_ \\등록\\n\\",
    "a terminal sequence": "등록\x1b[2J\x1b]0;제목\x07",
    "right-to-left override": "\u202e등록 기한",
    "braces and a jamo": "ㄱ {등록} {0} %s $HOME `ls` ${x}",
    "a bad byte on the command line": "등록\udcff 기한",
    "very many words": "돛단배 등록 기한 " * 200,
}


@pytest.mark.parametrize("question", NOTHING_ASKED.values(), ids=NOTHING_ASKED)
def test_what_asks_nothing_is_told_so(asked: Typed, question: str) -> None:
    for command in ("ask", "search"):
        assert asked(command, "--", question) == 1
        assert "찾을 낱말이 없습니다" in asked.err
        assert asked.out == ""
    assert asked("search", "--exact", "--", question) in (0, 1)
    assert "찾을 낱말이 없습니다" in asked.err or "정확히 일치 0건" in asked.out
    assert asked("show", "--", question) == 1
    assert "해당하는 조문이 자료에 없습니다" in asked.err


@pytest.mark.parametrize("question", ODD.values(), ids=ODD)
def test_an_odd_question_is_answered_or_declined_and_never_harms(asked: Typed, question: str) -> None:
    assert asked("ask", "--json", "--", question) == 0
    answer = json.loads(asked.out)
    assert answer["refused"] or answer["citations"]
    assert asked("search", "--json", "--", question) == 0
    assert set(json.loads(asked.out)) == {"query", "as_of", "ms", "hits"}
    assert asked("search", "--exact", "--", question) == 0
    assert "정확히 일치" in asked.out
    assert asked("show", "--", question) == 1
    assert asked.err.startswith("오류: ")
    assert asked("documents", "list") == 0
    assert len(asked.out.splitlines()) == 4


@pytest.mark.parametrize("question", ["가" * 10_000, "돛단배 등록 기한 " * 1_000], ids=["one word", "many words"])
def test_ten_thousand_characters_are_declined_in_a_few_words(asked: Typed, question: str) -> None:
    assert asked("ask", question) == 1
    assert "질문이 너무 깁니다" in asked.err
    assert "2,000자" in asked.err
    assert asked("search", question[:3_000]) == 0
    assert asked("show", question) == 1
    assert len(asked.err) < 300
    assert asked("documents", "remove", question) == 1
    assert len(asked.err) < 300


def test_a_question_in_english_is_asked_for_in_korean(asked: Typed) -> None:
    assert asked("ask", "--json", ODD["English"]) == 0
    answer = json.loads(asked.out)
    assert answer["refused"]
    assert "한국어" in answer["answer"]


def test_a_single_syllable_is_found_by_its_letters(asked: Typed) -> None:
    assert asked("search", "--exact", "배") == 0
    assert "정확히 일치 2건" in asked.out


@pytest.mark.parametrize(
    "typed",
    [
        unicodedata.normalize("NFD", QUESTION),
        QUESTION.replace("등록", "등\u200b록"),
        f"\ufeff{QUESTION}\x00",
        "  돛단배는\n산 날부터\t며칠 안에 등록해야 하나요?  ",
    ],
    ids=["decomposed", "with a zero-width space", "with marks of a file", "with line ends"],
)
def test_signs_that_cannot_be_seen_change_no_answer(asked: Typed, typed: str) -> None:
    assert asked("ask", "--json", QUESTION) == 0
    plain = json.loads(asked.out)
    assert "15일" in plain["answer"]
    assert asked("ask", "--json", typed) == 0
    assert json.loads(asked.out)["answer"] == plain["answer"]
    assert asked("search", "--json", typed) == 0
    assert json.loads(asked.out)["hits"][0]["article"] == "제2조"


def test_letters_are_counted_alike_however_they_are_composed(asked: Typed) -> None:
    assert asked("search", "--exact", unicodedata.normalize("NFD", "등록 수수료")) == 0
    assert "정확히 일치 1건" in asked.out
    assert asked("show", unicodedata.normalize("NFD", "돛단배 관리법 3조")) == 0
    assert "삼천원" in asked.out


def test_messages_repeat_no_sign_that_steers_a_terminal(asked: Typed) -> None:
    assert asked("show", "없는 법\x1b[31m\x07\u202e 1조") == 1
    assert not set(asked.err) & set("\x1b\x07\u202e")


def test_a_search_of_ten_thousand_characters_ends_soon(asked: Typed) -> None:
    assert asked("search", "돛단배 등록 기한 " * 1_000) == 0
    assert "돛단배 관리법 제2조" in asked.out
