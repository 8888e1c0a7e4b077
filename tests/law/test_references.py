"""What a person types, and what prose cites; every statute here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdesk.law.model import Number
from govdesk.law.places import LETTERS, steps
from govdesk.law.references import NamedBy, Reference, find_citations, parse_reference


@pytest.mark.parametrize(
    ("typed", "statute", "article", "place"),
    [
        ("화분법 11조", "화분법", Number(11), ""),
        ("화분법11조", "화분법", Number(11), ""),
        ("물주기규정 제16조제1항", "물주기규정", Number(16), "제1항"),
        ("국화법 63조의2 1항 2호 가목", "국화법", Number(63, 2), "제1항제2호가목"),
        ("국화법 제63조의 2 제1항 제2호의3 나목 1)", "국화법", Number(63, 2), "제1항제2호의3나목1)"),
        ("화분법 시행령 21", "화분법 시행령", Number(21), ""),
        ("화분법 11의2", "화분법", Number(11, 2), ""),
        ("화분법 11-2", "화분법", Number(11, 2), ""),
        ("화분법 11조 ②", "화분법", Number(11), "제2항"),
        ("화분법 11조 1항 단서", "화분법", Number(11), "제1항"),
        ("「화분법」 제11조제1항", "화분법", Number(11), "제1항"),
        ("  화분법   제11조 ", "화분법", Number(11), ""),
        ("제3조제2항", "", Number(3), "제2항"),
        ("화분 돌봄 규정", "화분 돌봄 규정", None, ""),
        ("온실법 제3조제1항 본문의 온도에 관한 규정", "온실법 제3조제1항 본문의 온도에 관한 규정", None, ""),
        ("2018 화분축제법", "2018 화분축제법", None, ""),
        ("", "", None, ""),
    ],
)
def test_a_typed_reference_is_read(typed: str, statute: str, article: Number | None, place: str) -> None:
    assert parse_reference(typed) == Reference(statute, article, place)


@given(st.text(max_size=40))
def test_any_text_is_a_reference(text: str) -> None:
    assert isinstance(parse_reference(text), Reference)


BRANCH = st.one_of(st.just(0), st.integers(2, 30))
PLACE = st.builds(
    "{}{}{}".format,
    st.one_of(st.just(""), st.integers(1, 50).map("제{}항".format)),
    st.one_of(st.just(""), st.integers(1, 99).map("제{}호".format), st.integers(1, 99).map("제{}호의2".format)),
    st.one_of(st.just(""), st.sampled_from(LETTERS).map("{}목".format)),
)


@given(st.integers(1, 999), BRANCH, PLACE)
def test_a_reference_in_full_reads_back(main: int, branch: int, place: str) -> None:
    article = Number(main, branch)
    assert parse_reference(f"화분법 {article}{place}") == Reference("화분법", article, place)


@given(st.integers(1, 999), BRANCH, PLACE)
def test_a_citation_in_full_reads_back(main: int, branch: int, place: str) -> None:
    text = f"이는 「화분법」 {Number(main, branch)}{place}에 따른다."
    (cited,) = find_citations(text)
    assert (cited.statute, cited.article, cited.place) == ("화분법", Number(main, branch), place)
    assert text[cited.start : cited.end] == f"「화분법」 {Number(main, branch)}{place}"


def cited(text: str, *, pointers: bool = False) -> list[tuple[str | None, str, str]]:
    return [(found.statute, str(found.article), found.place) for found in find_citations(text, pointers=pointers)]


def test_a_bare_article_belongs_to_the_statute_that_is_read() -> None:
    (found,) = find_citations("제3조제2항에 따른 물")
    assert (found.statute, found.by) == (None, NamedBy.SELF)
    assert cited("이 영 제4조의2에 따른 흙") == [(None, "제4조의2", "")]


def test_lists_inherit_what_they_leave_out() -> None:
    text = "「화분법」 제3조제1항제2호ㆍ제4호, 제5조제1항 본문 및 제3항 단서, 제7조제1호가목 또는 나목"
    assert cited(text) == [
        ("화분법", "제3조", "제1항제2호"),
        ("화분법", "제3조", "제1항제4호"),
        ("화분법", "제5조", "제1항"),
        ("화분법", "제5조", "제3항"),
        ("화분법", "제7조", "제1호가목"),
        ("화분법", "제7조", "제1호나목"),
    ]


def test_spans_are_those_of_the_items() -> None:
    text = "「화분법」 제3조 및 제5조에 따라"
    assert [text[found.start : found.end] for found in find_citations(text)] == ["「화분법」 제3조", "제5조"]


@pytest.mark.parametrize(
    ("text", "span", "last_article", "last_place"),
    [
        ("제3조부터 제5조까지의 규정", "제3조부터 제5조까지", Number(5), ""),
        ("제3조제1항부터 제4항까지", "제3조제1항부터 제4항까지", Number(3), "제4항"),
        ("제3조제1항제1호가목부터 다목까지", "제3조제1항제1호가목부터 다목까지", Number(3), "제1항제1호다목"),
        ("제3조 내지 제5조의 규정", "제3조 내지 제5조", Number(5), ""),
    ],
)
def test_a_range_is_one_citation(text: str, span: str, last_article: Number, last_place: str) -> None:
    (found,) = find_citations(text)
    assert text[found.start : found.end] == span
    assert (found.article, found.last_article, found.last_place) == (Number(3), last_article, last_place)


def test_a_list_goes_on_after_a_range() -> None:
    assert cited("제3조부터 제5조까지, 제7조 및 제9조제2항") == [
        (None, "제3조", ""),
        (None, "제7조", ""),
        (None, "제9조", "제2항"),
    ]


@pytest.mark.parametrize(
    ("text", "statute", "by"),
    [
        ('「화분법」(이하 "법"이라 한다) 제3조', "화분법", NamedBy.QUOTED),
        ("「화분법」제3조", "화분법", NamedBy.QUOTED),
        ("「화분법」 시행령 제3조", "화분법 시행령", NamedBy.QUOTED),
        ("화분법 시행규칙 제3조", "화분법 시행규칙", NamedBy.WORD),
        ("물주기규정 제3조", "물주기규정", NamedBy.WORD),
    ],
)
def test_a_statute_is_named_with_or_without_quotes(text: str, statute: str, by: NamedBy) -> None:
    (found,) = find_citations(text)
    assert (found.statute, found.by) == (statute, by)


@pytest.mark.parametrize("pointer", ["법", "영", "규칙", "같은 법", "같은 법 시행령", "동법", "동법시행령", "부칙"])
def test_pointers_are_left_out_unless_asked_for(pointer: str) -> None:
    text = f"그 밖에 {pointer} 제3조 및 제4조에 따라"
    assert cited(text) == []
    assert cited(text, pointers=True) == [(pointer, "제3조", ""), (pointer, "제4조", "")]


def test_prose_around_a_citation_is_none() -> None:
    assert cited("3조원의 예산과 방법 및 5항목") == []


@given(
    st.lists(
        st.sampled_from(
            [
                "「화분법」 ",
                "제3조",
                "제1항",
                "의2",
                "ㆍ",
                " 및 ",
                "부터 ",
                "까지",
                "가목",
                "1)",
                "법 ",
                "제2호",
                "(",
                ")",
            ]
        ),
        max_size=12,
    )
)
def test_citations_are_in_order_and_their_places_are_places(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for found in find_citations(text, pointers=True):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        steps(found.place)
        steps(found.last_place)
