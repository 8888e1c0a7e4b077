"""The tree of units, sentences and marks of invented articles."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdesk.law.model import Unit, UnitKind
from govdesk.law.places import CIRCLED, LETTERS, label_of, step_of, steps
from govdesk.law.structure import (
    MarkKind,
    SentenceRole,
    amendment_marks,
    parse,
    sentences,
    unit_at,
    units,
    without_marks,
)

ARTICLE = """\
① 돌봄이는 다음 각 호의 일을 한다. 다만, 겨울에는 그러하지 아니하다. <개정 2020.1.2, 2025.3.4>
1. 물 주기
2. 삭제 <2021.5.6>
2의2. 흙 고르기. 이 경우 다음 각 목의 흙을 쓴다.
가. 배양토
1) 굵은 것
가) 젖은 것
(1) 봄에 쓰는 것
(가) 아침에 쓰는 것
나. 모래
┌──┐
② 제1항에도 불구하고 쉬는 날에는 하지 아니할 수 있다."""


def places(text: str) -> list[str]:
    return [unit.place for unit in units(text)]


def test_units_nest_by_their_labels() -> None:
    assert places(ARTICLE) == [
        "제1항",
        "제1항제1호",
        "제1항제2호",
        "제1항제2호의2",
        "제1항제2호의2가목",
        "제1항제2호의2가목1)",
        "제1항제2호의2가목1)가)",
        "제1항제2호의2가목1)가)(1)",
        "제1항제2호의2가목1)가)(1)(가)",
        "제1항제2호의2나목",
        "제2항",
    ]


def test_a_unit_has_its_own_words_and_slice() -> None:
    unit = unit_at(ARTICLE, "제1항제2호의2나목")
    assert unit is not None
    assert (unit.kind, unit.label, unit.text) == (UnitKind.SUBITEM, "나.", "모래\n┌──┐")
    assert ARTICLE[unit.start : unit.end] == "나. 모래\n┌──┐"


def test_a_place_that_is_not_there_is_none() -> None:
    assert unit_at(ARTICLE, "제3항") is None


def test_items_without_paragraph_hang_on_the_article() -> None:
    root = parse("다음 각 호와 같다.\n1. 하나\n2. 둘")
    assert root.text == "다음 각 호와 같다."
    assert [child.place for child in root.children] == ["제1호", "제2호"]


def test_the_article_itself_comes_first_where_it_has_words() -> None:
    assert places("다음과 같다.\n1. 하나") == ["", "제1호"]
    assert places("") == []


def test_decimals_years_and_prose_begin_no_unit() -> None:
    assert places("0.5리터\n2026. 6. 1. 시행\n그. 말\n제2조에 따른다.") == [""]


def test_a_deeper_unit_may_have_a_branch() -> None:
    assert places("가. 하나\n2) 둘\n2)의3 셋") == ["가목", "가목2)", "가목2)의3"]


def test_a_label_may_stand_alone_on_its_line() -> None:
    assert places("①\n1. 하나") == ["제1항", "제1항제1호"]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["① 가나", "② 다. 라", "1. 하나", "2의3. 둘", "가. 갑", "하의2. 을", "1) a", "가) b", "(1) c", "(가) d"]
        ),
        st.text(alphabet='가나1.)( ①\t<>다만,"[]', max_size=12),
    ),
    max_size=12,
)


def walk(unit: Unit) -> list[Unit]:
    return [unit, *(below for child in unit.children for below in walk(child))]


@given(LINES)
def test_slices_of_units_cover_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    slices = [text[unit.start : unit.end] for unit in walk(parse(text))]
    if slices[0] == "" and len(slices) > 1 and not text.startswith("\n"):
        slices = slices[1:]
    assert "\n".join(slices) == text


@given(LINES)
def test_words_are_the_end_of_their_slice_and_sentences_slices_of_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    for unit in walk(parse(text)):
        assert text[unit.end - len(unit.text) : unit.end] == unit.text
        previous = unit.start
        for sentence in sentences(unit):
            assert text[sentence.start : sentence.end] == sentence.text
            assert previous <= sentence.start < sentence.end <= unit.end
            previous = sentence.end


BRANCH = st.one_of(st.just(""), st.integers(2, 99).map("의{}".format))
STEPS = st.one_of(
    st.integers(1, 50).map("제{}항".format),
    st.builds("제{}호{}".format, st.integers(1, 999), BRANCH),
    st.builds("{}목{}".format, st.sampled_from(LETTERS), BRANCH),
    st.builds("{}){}".format, st.integers(1, 99), BRANCH),
    st.sampled_from(LETTERS).map("({})".format),
)


@given(STEPS)
def test_step_and_label_turn_into_each_other(step: str) -> None:
    assert step_of(label_of(step)) == step
    assert steps(step) == (step,)


@given(st.integers(1, 50), st.integers(1, 99), BRANCH, st.sampled_from(LETTERS))
def test_a_place_names_the_unit_with_its_labels(paragraph: int, item: int, branch: str, letter: str) -> None:
    place = f"제{paragraph}항제{item}호{branch}{letter}목1)"
    assert "".join(steps(place)) == place
    text = "\n".join(f"{label_of(step)} 말" for step in steps(place))
    assert places(text)[-1] == place


@pytest.mark.parametrize("text", ["제1조", "제1항 제2호", "가목제1항", "제1항제1항", "x"])
def test_other_text_is_no_place(text: str) -> None:
    with pytest.raises(ValueError):
        steps(text)


def test_circled_numbers_run_to_fifty() -> None:
    assert step_of(CIRCLED[49]) == "제50항"
    assert label_of("제51항") == "제51항"


def test_sentences_are_body_proviso_and_latter_part() -> None:
    (unit,) = units("① 물은 매일 준다. 다만, 겨울에는 주지 아니한다. 이 경우 그 까닭을 적는다. <개정 2020.1.2>")
    assert [(found.role, found.text) for found in sentences(unit)] == [
        (SentenceRole.BODY, "물은 매일 준다."),
        (SentenceRole.PROVISO, "다만, 겨울에는 주지 아니한다."),
        (SentenceRole.LATTER, "이 경우 그 까닭을 적는다."),
    ]


def test_stops_inside_brackets_quotes_and_numbers_end_no_sentence() -> None:
    text = '물(비를 포함한다. 이하 같다)은 0.5리터로 "준다. 본다."라고 한다. 다만, 눈은 아니다.'
    assert [found.text for found in sentences(parse(text))] == [
        '물(비를 포함한다. 이하 같다)은 0.5리터로 "준다. 본다."라고 한다.',
        "다만, 눈은 아니다.",
    ]


def test_unbalanced_brackets_do_not_swallow_sentences() -> None:
    assert len(sentences(parse("물(비는 준다. 다만, 눈은 아니다."))) == 2


def test_a_mark_between_sentences_belongs_to_neither() -> None:
    found = sentences(parse("준다.<개정 2020.1.2> 다만, 아니다. <신설 2021.1.2>"))
    assert [sentence.text for sentence in found] == ["준다.", "다만, 아니다."]


def test_marks_have_kind_and_dates() -> None:
    marks = amendment_marks(
        "가 <개정 2020.1.2, 2025. 3. 4.> 삭제 <1984ㆍ12ㆍ31> <신설 2021.5.6> [전문개정 2009.12.31] [시행일: 2022.1.1]"
        " [제12조에서 이동] [종전 제12조는 제13조로 이동 <2020.1.2>] <과세표준> [이동통신장치를 말한다]"
    )
    assert [(mark.kind, mark.dates) for mark in marks] == [
        (MarkKind.AMENDED, (date(2020, 1, 2), date(2025, 3, 4))),
        (MarkKind.DELETED, (date(1984, 12, 31),)),
        (MarkKind.ADDED, (date(2021, 5, 6),)),
        (MarkKind.REWRITTEN, (date(2009, 12, 31),)),
        (MarkKind.IN_FORCE, (date(2022, 1, 1),)),
        (MarkKind.MOVED, ()),
        (MarkKind.MOVED, (date(2020, 1, 2),)),
    ]


def test_impossible_dates_are_left_out() -> None:
    (mark,) = amendment_marks("<개정 2020.2.30, 2020.3.1>")
    assert mark.dates == (date(2020, 3, 1),)


def test_text_without_marks_maps_back() -> None:
    text = "준다. <개정 2020.1.2>\n다만, 아니다. <신설 2021.1.2>"
    plain = without_marks(text)
    assert plain.text == "준다.\n다만, 아니다."
    start = plain.text.index("다만")
    source = plain.source_span(start, len(plain.text))
    assert text[slice(*source)] == "다만, 아니다."


@given(
    st.lists(
        st.sampled_from(["준다.", " ", "<개정 2020.1.2>", "\n", "[전문개정 2009.1.1]", "<표>", "삭제 <2001.1.1>"]),
        max_size=10,
    )
)
def test_every_character_without_marks_comes_from_its_source(parts: list[str]) -> None:
    text = "".join(parts)
    plain = without_marks(text)
    assert [text[plain.source_of(i)] for i in range(len(plain.text))] == list(plain.text)
    assert amendment_marks(plain.text) == []
