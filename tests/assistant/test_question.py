"""What a question is read as. The questions are invented."""

from __future__ import annotations

import pytest

from govdesk.assistant.question import Kind, read_question, sector_of, tidy
from govdesk.text.morphemes import Morphemes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("뗏목 점검은 며칠 전에 알리나요?", {Kind.DEADLINE}),
        ("방을 붙이면 언제부터 효력이 생기나요?", {Kind.EFFECT}),
        ("심사가 길어지면 기간을 늘릴 수 있나요?", {Kind.EXTENSION}),
        ("나룻배 삯은 얼마인가요?", {Kind.AMOUNT}),
        ("등대 열쇠는 누구한테 반납하나요?", {Kind.WHO}),
        ("관사에 고양이를 데려와도 되나요?", {Kind.PERMISSION}),
        ("배를 옮기면 꼭 신고해야 하나요?", {Kind.DUTY}),
        ("신고를 안 하면 어떻게 되나요?", {Kind.FAILURE}),
        ("돛을 바꾸는 절차와 서류", {Kind.PROCEDURE}),
        ("부표를 달지 않아도 되는 예외가 있나요", {Kind.EXCEPTION}),
        ("결항이란 무슨 뜻인가요?", {Kind.MEANING}),
        ("허가와 신고의 차이", {Kind.DIFFERENCE}),
    ],
)
def test_each_kind_is_recognised_by_how_it_is_asked(morphemes: Morphemes, text: str, kinds: set[Kind]) -> None:
    assert kinds <= set(read_question(text, morphemes).kinds)


def test_two_kinds_stand_in_the_order_of_the_question(morphemes: Morphemes) -> None:
    kinds = read_question("나룻배 점검은 며칠 안에 하고, 안 하면 벌금이 얼마인가요?", morphemes).kinds
    assert kinds.index(Kind.DEADLINE) < kinds.index(Kind.FAILURE)


@pytest.mark.parametrize("text", ["이렇게 해도 안 되나요?", "신고하면 안 되죠?", "너무 늦어서 못 하는 건 아닌가요?"])
def test_negative_questions_are_known(morphemes: Morphemes, text: str) -> None:
    assert read_question(text, morphemes).negative


def test_a_plain_question_is_not_negative(morphemes: Morphemes) -> None:
    assert not read_question("등대에 올라가도 되나요?", morphemes).negative


def test_misspellings_and_missing_spaces_are_tolerated(morphemes: Morphemes) -> None:
    read = read_question("나룻배빌려줘도 돼나여 돛도쓸수잇는지", morphemes)
    assert Kind.PERMISSION in read.kinds
    assert "있는지" in tidy("돛도쓸수잇는지")


def test_numbers_and_what_is_counted_are_read(morphemes: Morphemes) -> None:
    read = read_question("배 탄 지 1년 반인데 나룻배 수당은 몇 퍼센트인가요?", morphemes)
    assert [(one.value, one.unit) for one in read.quantities] == [(1.5, "년")]
    assert "퍼센트" in read.counted


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("국가직인데 배를 탈 수 있나요", "national"),
        ("군청에서 일하는데 배를 타요", "local"),
        ("우리 시 나루터 이용료", "local"),
        ("창구에서 소란을 피우면", ""),
        ("국가직과 지방직이 다른가요", ""),
    ],
)
def test_the_sector_is_read_from_words_and_left_open_otherwise(text: str, sector: str) -> None:
    assert sector_of(text) == sector


def test_words_that_only_ask_or_say_where_one_works_are_no_subject(morphemes: Morphemes) -> None:
    nouns = read_question("시청 직원인데 나룻배 점검 기한이 언제까지인지 궁금합니다", morphemes).nouns
    assert "점검/NNG" in nouns
    assert not {"시청/NNG", "직원/NNG", "기한/NNG", "궁금/NNG"} & set(nouns)


def test_the_topic_is_the_phrase_before_the_asking_word(morphemes: Morphemes) -> None:
    read = read_question("이사를 왔는데 갈매기 먹이는 며칠마다 주나요?", morphemes)
    assert read.topic[-1] == "먹이/NNG"
    assert read_question("갈매기보호장은 언제까지 내나요?", morphemes).compounds


def test_the_action_is_what_is_to_be_allowed(morphemes: Morphemes) -> None:
    assert "취소/NNG" in read_question("바람이 불면 견학을 취소해도 되나요?", morphemes).action
