"""The deciding sentence: politeness, what is left out, and when yes or no is said. The articles are invented."""

from __future__ import annotations

import pytest

from govdesk.assistant.blocks import Part, blocks_of
from govdesk.assistant.decide import Decider, Decision
from govdesk.assistant.question import read_question
from govdesk.assistant.quotes import Picked
from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState, Hit, Passage, Role
from govdesk.text.morphemes import Morphemes

FORBIDDEN = "사공은 나룻배를 빌려 주어서는 아니 된다. 다만, 촌장이 허락하면 빌려 줄 수 있다."
DUTY = "사공은 나루터를 청소하여야 한다. 다만, 물이 불어난 때에는 청소를 하지 아니할 수 있다."


def decide(morphemes: Morphemes, question: str, article: str, *, sure: bool = True) -> Decision:
    """The decision from the whole first block of `article`."""
    document = Document(DocumentId("a"), "1", "나루법", "법률", Collection.STATUTES, "나루/법률.md", None)
    passage = Passage("p", document.id, 0, Role.ARTICLE, "제3조", "", (), "", article)
    block = blocks_of(Hit(1, 1.0, document, passage, "", DocumentState.IN_FORCE))[0]
    items = tuple(i for i, clause in enumerate(block.clauses) if clause.part is Part.ITEM)
    picked = Picked(block, tuple(range(len(block.clauses))), (), items[:2])
    return Decider(read_question(question, morphemes), morphemes, (), sure).decide([picked])


@pytest.mark.parametrize(
    ("question", "article", "begins"),
    [
        ("나룻배를 빌려 줘도 되나요?", "사공은 나룻배를 빌려 줄 수 있다.", "네."),
        ("나룻배를 빌려 줘도 되나요?", "사공은 나룻배를 빌려 주어서는 아니 된다.", "아니요."),
        ("나룻배를 빌려 줘도 되나요?", FORBIDDEN, "아니요, 원칙은 안 됩니다."),
        ("나루터를 꼭 청소해야 하나요?", "사공은 나루터를 청소하여야 한다.", "네."),
        ("나루터를 꼭 청소해야 하나요?", DUTY, "아니요, 예외가 있습니다. 원칙은 사공은 나루터를"),
        ("나룻배를 빌려 주면 안 되죠?", "사공은 나룻배를 빌려 주어서는 아니 된다.", "사공은"),
        ("나룻배를 누구에게 빌려 줄 수 있나요?", "사공은 촌장에게 나룻배를 빌려 줄 수 있다.", "사공은"),
        ("견학 신청을 취소해도 되나요?", "사공은 나룻배를 고칠 수 있다.", "사공은"),
    ],
)  # fmt: skip
def test_yes_and_no_follow_the_ending_and_the_question(
    morphemes: Morphemes, question: str, article: str, begins: str
) -> None:
    assert decide(morphemes, question, article).text.startswith(begins)


def test_a_permission_with_exceptions_says_that_there_are_some(morphemes: Morphemes) -> None:
    assert decide(morphemes, "나룻배를 빌려 줘도 되나요?", FORBIDDEN).text.endswith("다만 예외가 있습니다.")


def test_what_an_office_may_grant_is_no_right(morphemes: Morphemes) -> None:
    article = "행정기관의 장은 소속 공무원에게 나룻배를 미리 쓰게 할 수 있다."
    text = decide(morphemes, "나룻배를 미리 써도 되나요?", article).text
    assert text.startswith("네.")
    assert text.endswith("기관의 장이 정합니다.")


def test_without_enough_words_neither_is_said(morphemes: Morphemes) -> None:
    text = decide(morphemes, "나룻배를 빌려 줘도 되나요?", "사공은 나룻배를 빌려 줄 수 있다.", sure=False).text
    assert text == "사공은 나룻배를 빌려 줄 수 있습니다."


def test_citations_and_short_names_go_but_ranges_stay(morphemes: Morphemes) -> None:
    named = '신고(이하 "신고"라 한다)'
    article = f"행정기관의 장은 「나루법」 제2조제1항에 따라 {named}를 받으면 20일(섬은 30일) 이내에 답하여야 한다."
    text = decide(morphemes, "신고를 받으면 며칠 안에 답하나요?", article).text
    assert text == "신고를 받으면 20일(섬은 30일) 이내에 답하여야 합니다."


def test_a_listed_case_is_named_behind_its_head(morphemes: Morphemes) -> None:
    article = "사공은 다음 각 호의 어느 하나에 해당하는 경우에는 배를 세울 수 있다.\n1. 안개가 짙은 경우"
    assert (
        decide(morphemes, "안개가 끼면 배를 세우나요", article).text
        == "사공은 배를 세울 수 있습니다. 안개가 짙은 경우입니다."
    )


def test_a_case_that_is_excepted_stays_in_the_sentence(morphemes: Morphemes) -> None:
    article = (
        "배를 세우려는 사공은 다음 각 호의 어느 하나에 해당하는 경우 외에는 허가를 받아야 한다.\n1. 안개가 짙은 경우"
    )
    assert "경우 외에는 허가를 받아야 합니다" in decide(morphemes, "배를 세우려면 허가가 필요한지", article).text


def test_the_number_of_the_question_is_set_beside_the_interval(morphemes: Morphemes) -> None:
    article = "배를 탄 시간이 4시간 이상인 사람에게는 두 닢을 주고, 4시간 미만인 사람에게는 한 닢을 준다."
    assert "3시간은 4시간 미만입니다." in decide(morphemes, "3시간 배를 타면 얼마를 주나요", article).text


def test_a_negation_is_never_left_out(morphemes: Morphemes) -> None:
    article = (
        "사공은 물이 불어나 말뚝이 잠기고 강 건너 등불이 보이지 아니하며 촌장이 북을 세 번 울리지 아니한 "
        "때에는 배를 띄우지 못하고, 노를 젓는 사람은 나루터를 떠나지 아니하여야 한다."
    )
    text = decide(morphemes, "물이 불면 배를 띄우나요", article).text
    for word in ("보이지 아니하며", "울리지 아니한", "띄우지 못하고", "떠나지 아니하여야"):
        assert word in text
