"""Turns that lean on the ones before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govdesk.assistant.conversation import complete
from govdesk.assistant.model import Answer, Turn
from govdesk.text.morphemes import Morphemes

Ask = Callable[..., Answer]
Before = tuple[Turn, ...]
FIRST = "등대 견학 신청을 받으면 며칠 안에 알려 줘야 하나요?"


@pytest.fixture
def before(ask: Ask) -> Before:
    return (Turn(FIRST, ask(FIRST)),)


@pytest.mark.parametrize("turn", ["그럼 더 늘릴 수 있어요?", "어디에 알려요?", "안 알려 주면요?", "그건 누가 하나요?"])
def test_a_turn_without_a_subject_takes_the_earlier_one(before: Before, morphemes: Morphemes, turn: str) -> None:
    whole = complete(turn, before, morphemes)
    assert whole.leans
    assert "견학" in whole.text
    assert whole.text.endswith(turn.removeprefix("그럼 ").removeprefix("그건 "))
    assert whole.favoured[0].passage.article == "제5조"


def test_a_swapped_object_keeps_the_asking_word(before: Before, morphemes: Morphemes) -> None:
    assert "며칠" in complete("배는요?", before, morphemes).text


def test_a_turn_with_a_subject_of_its_own_stands_alone(before: Before, morphemes: Morphemes) -> None:
    whole = complete("섬 근무자 귀향 휴가는 얼마나 주나요?", before, morphemes)
    assert not whole.leans
    assert whole.text == "섬 근무자 귀향 휴가는 얼마나 주나요?"


def test_the_sector_of_an_earlier_turn_holds_to_the_end(morphemes: Morphemes) -> None:
    history = (Turn("국가직인데 배를 탈 수 있나요?", None), Turn("노는 몇 개인가요?", None))
    assert complete("돛단배 수리 신청은 어떻게 하나요?", history, morphemes).sector == "national"


def test_the_article_of_a_refused_turn_is_not_carried_on(ask: Ask, morphemes: Morphemes) -> None:
    refused = Turn("망원경 대여료가 얼마예요?", ask("망원경 대여료가 얼마예요?"))
    whole = complete("그럼 며칠 빌려요?", (refused,), morphemes)
    assert whole.leans
    assert whole.favoured == ()


def test_questions_without_answers_carry_their_subject_too(morphemes: Morphemes) -> None:
    history = (Turn("등대 견학 신청은 며칠 전에 하나요?", None),)
    assert "견학" in complete("그럼 취소는요?", history, morphemes).text


def test_the_first_turn_is_taken_as_it_is(morphemes: Morphemes) -> None:
    assert complete("그럼 늘릴 수 있나요?", (), morphemes).text == "그럼 늘릴 수 있나요?"
