"""Which of a statute's editions is in force on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdesk.law.model import Revision
from govdesk.law.timeline import Edition, Standing, first_day, in_force, standings


def revision(in_force: str | None, promulgated: str = "2000-01-01", number: str = "00001") -> Revision:
    return Revision(date.fromisoformat(promulgated), number, date.fromisoformat(in_force) if in_force else None)


OLD, NOW, NEXT, LATER = (revision(day) for day in ("2020-01-01", "2024-01-01", "2026-07-01", "2027-01-01"))
TODAY = date(2026, 6, 1)


def stand(*editions: Revision | Edition, as_of: date = TODAY) -> list[Standing]:
    return standings([item if isinstance(item, Edition) else Edition(item) for item in editions], as_of)


def test_the_latest_that_has_begun_is_in_force() -> None:
    assert in_force([NEXT, OLD, NOW], TODAY) == NOW
    assert in_force([OLD, NOW], date(2023, 12, 31)) == OLD


def test_a_revision_is_in_force_on_its_first_day() -> None:
    assert in_force([NOW], date(2024, 1, 1)) == NOW


def test_before_the_first_nothing_is_in_force() -> None:
    assert in_force([OLD, NOW], date(2019, 12, 31)) is None
    assert first_day([NOW, revision(None), OLD]) == date(2020, 1, 1)
    assert first_day([revision(None)]) is None


def test_of_two_that_begin_on_one_day_the_later_promulgated_counts() -> None:
    early, late = revision("2024-01-01", "2023-01-01"), revision("2024-01-01", "2023-06-01")
    assert in_force([late, early], TODAY) == late
    first, second = revision("2024-01-01", number="09999"), revision("2024-01-01", number="10000")
    assert in_force([second, first], TODAY) == second


def test_editions_stand_around_the_one_in_force() -> None:
    assert stand(OLD, NOW, NEXT, revision(None)) == [
        Standing.SUPERSEDED,
        Standing.IN_FORCE,
        Standing.FUTURE_HIDDEN,
        Standing.FUTURE_HIDDEN,
    ]


def test_where_nothing_is_in_force_the_first_to_come_answers() -> None:
    assert stand(LATER, NEXT) == [Standing.FUTURE_HIDDEN, Standing.FUTURE]


def test_a_text_without_a_fixed_day_is_in_the_future() -> None:
    assert stand(revision(None)) == [Standing.FUTURE]


def test_a_repeal_in_force_takes_all_earlier_texts_with_it() -> None:
    assert stand(OLD, Edition(NOW, repeals=True)) == [Standing.REPEALED, Standing.REPEALED]


def test_a_repeal_to_come_leaves_the_text_in_force() -> None:
    assert stand(NOW, Edition(NEXT, repeals=True)) == [Standing.IN_FORCE, Standing.FUTURE_HIDDEN]


def test_before_a_repeal_the_text_was_in_force() -> None:
    repeal = Edition(NOW, repeals=True)
    assert stand(OLD, repeal, as_of=date(2023, 1, 1)) == [Standing.IN_FORCE, Standing.FUTURE_HIDDEN]


def test_a_new_text_after_a_repeal_answers_when_it_comes() -> None:
    assert stand(Edition(OLD, repeals=True), NEXT) == [Standing.REPEALED, Standing.FUTURE]
    assert stand(Edition(OLD, repeals=True), NOW) == [Standing.SUPERSEDED, Standing.IN_FORCE]


DAYS = st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2030, 1, 1)))


@given(st.lists(DAYS, min_size=1, max_size=6, unique=True), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_exactly_one_edition_answers_where_none_repeals(days: list[date | None], as_of: date) -> None:
    stood = standings([Edition(Revision(None, "", day)) for day in days], as_of)
    assert sum(standing in (Standing.IN_FORCE, Standing.FUTURE) for standing in stood) == 1


@pytest.mark.parametrize("standing", list(Standing))
def test_the_index_knows_every_standing(standing: Standing) -> None:
    from govdesk.knowledge.model import DocumentState

    assert DocumentState(standing.value).name == standing.name
