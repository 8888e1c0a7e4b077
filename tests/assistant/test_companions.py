"""What is brought beside the unit that answers."""

from __future__ import annotations

from datetime import date

import pytest

from govdesk.assistant import companions
from govdesk.knowledge.model import DocumentState, Hit
from govdesk.testing.library import FakeLibrary


def hit(library: FakeLibrary, title: str, article: str) -> Hit:
    document = next(one for one in library.documents() if one.title == title)
    passage = library.articles_named(document.id, article)[0]
    return Hit(1, 1.0, document, passage, "", library.states(date(2026, 11, 20))[document.id])


ACT = "등대 이용에 관한 법률"


def test_rules_that_say_the_same_for_two_sectors_are_twins(library: FakeLibrary) -> None:
    national, local = (hit(library, f"{sector}등대원 복무규정", "제12조") for sector in ("국가", "지방"))
    assert companions.are_twins(national, local)
    assert not companions.are_twins(national, hit(library, ACT, "제5조"))
    assert not companions.are_twins(national, national)
    assert [companions.sector_of(one.document) for one in (national, local)] == ["national", "local"]


def test_the_decree_that_defines_the_delegated_words_is_found(library: FakeLibrary) -> None:
    act = hit(library, ACT, "제9조")
    (found,) = companions.delegated(act, act.passage.text, (), library)
    assert found.document.title == f"{ACT} 시행령"
    assert companions.delegated(hit(library, ACT, "제7조"), "망원경을 빌려 준다.", (), library) == []


def test_the_act_behind_a_decree_is_found_with_its_place(library: FakeLibrary) -> None:
    decree = hit(library, f"{ACT} 시행령", "제4조")
    found = companions.act_of(decree, decree.passage.text, library)
    assert found is not None
    assert (found[0].passage.article, found[1]) == ("제9조", "")


def test_penalties_are_those_that_name_the_article(library: FakeLibrary) -> None:
    assert [one.passage.article for one in companions.penalties(hit(library, ACT, "제5조"), library)] == ["제30조"]
    assert companions.penalties(hit(library, ACT, "제7조"), library) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("제3항에 규정된 기간에 심사를 청할 수 있다.", "제3항"),
        ("제2항에 따른 처리기간 안에 끝낸다.", "제2항"),
        ("제2항에 따른 신고를 한다.", ""),
    ],
)
def test_a_period_that_is_only_referred_to_names_its_paragraph(text: str, place: str) -> None:
    assert companions.referred_back(text) == place


def test_a_future_text_carries_a_notice_and_one_in_force_none(library: FakeLibrary) -> None:
    future = hit(library, "항구 소음에 관한 법률", "제3조")
    assert future.state is DocumentState.FUTURE
    assert "2031. 5. 1." in companions.state_notice(future)
    assert companions.state_notice(hit(library, ACT, "제5조")) == ""
