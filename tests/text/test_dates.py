"""Dates as typed."""

from __future__ import annotations

from datetime import date

import pytest

from govdesk.errors import DateInvalid
from govdesk.text.dates import korean_date, parse_date


@pytest.mark.parametrize(
    "text", ["2026-06-01", "2026. 6. 1.", "2026.6.1", "2026년 6월 1일", "20260601", " 2026/06/01 "]
)
def test_the_usual_ways_of_writing_a_day_are_read(text: str) -> None:
    assert parse_date(text) == date(2026, 6, 1)


def test_named_days_count_from_today() -> None:
    assert parse_date("오늘", date(2026, 3, 1)) == date(2026, 3, 1)
    assert parse_date("어제", date(2026, 3, 1)) == date(2026, 2, 28)


@pytest.mark.parametrize("text", ["2026-02-30", "내년", "", "2026-13-01", "6월 1일"])
def test_what_is_no_day_is_refused_with_the_text(text: str) -> None:
    with pytest.raises(DateInvalid) as caught:
        parse_date(text)
    assert caught.value.text == text


def test_a_day_is_written_the_official_way() -> None:
    assert korean_date(date(2026, 6, 1)) == "2026. 6. 1."
