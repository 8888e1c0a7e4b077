"""Numbers with units, and the intervals they make."""

from __future__ import annotations

import pytest

from govdesk.text.numbers import amount, convert, find_quantities, find_spans


@pytest.mark.parametrize(
    ("text", "value"), [("1,200", 1200), ("1천", 1000), ("3억 5천만", 350_000_000), ("2천5백", 2500), ("천", 1000)]
)
def test_figures_and_words_add_up(text: str, value: float) -> None:
    assert amount(text) == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("나루에 1,200명쯤 모인다", 1200, "명"),
        ("1천명 이상", 1000, "명"),
        ("3억 5천만원을 받은", 350_000_000, "원"),
        ("세 시간 다녀왔다", 3, "시간"),
        ("보름 안에", 15, "일"),
        ("일한 지 1년반됐는데", 1.5, "년"),
        ("열흘 늦게", 10, "일"),
        ("두 달 뒤", 2, "개월"),
        ("반년 늦으면", 6, "개월"),
        ("100분의 20을 깎는다", 0.2, "분수"),
        ("몇 살인데 17살", 17, "세"),
        ("30프로", 30, "퍼센트"),
    ],
)
def test_a_number_with_its_unit_is_found(text: str, value: float, unit: str) -> None:
    found = find_quantities(text)
    assert [(one.value, one.unit) for one in found] == [(value, unit)]


@pytest.mark.parametrize("text", ["0분의 3", "제3장에 따라", "제16조제2항", "원칙", "부터", "세대주", "한 사람뿐"])
def test_numbers_of_articles_and_look_alikes_are_no_quantities(text: str) -> None:
    assert [one for one in find_quantities(text) if one.unit != "명"] == []


def test_two_bounds_that_follow_each_other_make_one_interval() -> None:
    (span,) = find_spans("노를 저은 지 1년 이상 2년 미만인 사공")
    assert (span.low, span.high, span.unit) == (1, 2, "년")
    assert span.holds(1) and span.holds(1.5) and not span.holds(2)


def test_one_sided_bounds_keep_whether_the_bound_itself_counts() -> None:
    over, under = find_spans("4시간 초과이면 두 닢, 4시간 이하이면 한 닢")
    assert not over.holds(4) and over.holds(4.5)
    assert under.holds(4) and not under.holds(4.5)


def test_months_and_days_are_never_compared() -> None:
    assert convert(1, "개월", "일") is None
    assert convert(1.5, "년", "개월") == 18
    assert convert(2, "주", "일") == 14
