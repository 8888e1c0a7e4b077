"""Quotes are word for word, places hold them, and decisions say nothing that the quotes do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govdesk.assistant import gate
from govdesk.assistant.blocks import Block, Part, blocks_of
from govdesk.assistant.model import Citation, CitationStatus, Confidence
from govdesk.assistant.quotes import Picked, quote
from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState, Hit, Passage, Role

TEXT = """① 나루지기는 나루터를 고치려면 10일 전까지 촌장(바다를 낀 고을의 촌장을 말한다. 이하 "촌장"이라 한다)에게 \
알려야 한다. 다만, 급한 때에는 그러하지 아니하다. <개정 2020.1.2>
② 촌장은 다음 각 호의 어느 하나에 해당하면 수리를 멈추게 할 수 있다.
1. 다리가 흔들리는 경우
2. 다음 각 목의 배가 다니는 경우
가. 나룻배(이하 "배"라 한다)
나. 뗏목
3. 삭제 <2021.3.4>
③ 제1항에 따른 알림의 방법은 촌장이 정한다."""


def hit(text: str = TEXT, role: Role = Role.ARTICLE, state: DocumentState = DocumentState.IN_FORCE) -> Hit:
    article = "제3조" if role is Role.ARTICLE else ""
    document = Document(DocumentId("a"), "1", "나루법", "법률", Collection.STATUTES, "나루/법률.md", date(2024, 1, 1))
    passage = Passage("p", document.id, 0, role, article, "나루 고치기", (), "", text)
    return Hit(1, 1.0, document, passage, "", state)


def citation(words: str, place: str = "", found: Hit | None = None) -> Citation:
    return Citation(1, found or hit(), place, words, (), CitationStatus.VERIFIED, Confidence.SURE)


def test_an_article_is_cut_into_paragraphs_sentences_and_items() -> None:
    first, second, third = blocks_of(hit())
    assert [clause.part for clause in first.clauses] == [Part.MAIN, Part.PROVISO]
    assert [clause.place for clause in second.items] == ["제2항제1호", "제2항제2호", "제2항제2호가목", "제2항제2호나목"]
    assert second.clauses[3].parent == 2
    assert third.place == "제3항"


def test_deleted_items_are_left_out() -> None:
    assert "삭제" not in " ".join(clause.text for block in blocks_of(hit()) for clause in block.clauses)


def test_a_drawn_table_becomes_rows_of_cells() -> None:
    text = "노를 젓는 값은 다음과 같다.\n┌──┬──┐\n│거리│값│\n├──┼──┤\n│1리 미만│한 닢│\n└──┴──┘"
    (block,) = blocks_of(hit(text))
    assert [row.cells for row in block.rows] == [("거리", "값"), ("1리 미만", "한 닢")]
    assert block.heads[0].text == "노를 젓는 값은 다음과 같다."


def test_a_manual_section_is_cut_into_its_lines() -> None:
    prose = "배를 먼저 묶습니다. 그다음 알립니다.\n\n- 기한: 사흘 안에 알립니다."
    text = f"{prose}\n| 배 | 값 |\n| --- | --- |\n| 뗏목 | 한 닢 |"
    blocks = blocks_of(hit(text, Role.SECTION))
    assert [len(block.clauses) for block in blocks] == [2, 1, 1, 1]
    assert blocks[1].clauses[0].text == "사흘 안에 알립니다."
    assert blocks[-1].rows[0].cells == ("뗏목", "한 닢")


def picked(block: Block, *chosen: int) -> Picked:
    return Picked(block, chosen)


def test_a_quote_is_the_source_less_marks_and_short_names() -> None:
    first, second, _ = blocks_of(hit())
    words, spans = quote(picked(first, 0, 1))
    assert "<개정" not in words
    assert "이하" not in words or "말한다" in words
    assert words.endswith("그러하지 아니하다.")
    assert all(TEXT[start:end].strip() for start, end in spans)
    items, _ = quote(picked(second, 0, 2, 3))
    assert "… 2. 다음 각 목의" in items
    assert "나룻배 …" in items


def test_every_quote_holds_in_its_source() -> None:
    for block in blocks_of(hit()):
        words, _ = quote(picked(block, *range(len(block.clauses))))
        assert gate.quote_holds(citation(words, block.place))
        assert gate.place_holds(citation(words, block.place))


def test_one_chosen_item_names_its_own_place() -> None:
    _, second, _ = blocks_of(hit())
    assert picked(second, 0, 2, 3).place == "제2항제2호가목"
    assert picked(second, 0, 1, 2).place == "제2항"


@pytest.mark.parametrize(
    "words",
    [
        "나루지기는 나루터를 고치려면 11일 전까지",
        "촌장은 다음 각 호의 어느 하나에 해당하면 수리를 멈추게 하여야 한다.",
        "2. 다음 각 목의 배가 다니는 경우 … 1. 다리가 흔들리는 경우",
        "…",
        "",
    ],
)
def test_a_changed_or_reordered_quote_does_not_hold(words: str) -> None:
    assert not gate.quote_holds(citation(words))


def test_spaces_and_marks_do_not_count() -> None:
    assert gate.quote_holds(citation("나루지기는  나루터를고치려면 10일 전까지"))


def test_a_place_that_does_not_exist_or_lies_elsewhere_does_not_hold() -> None:
    assert not gate.place_holds(citation("나루지기는 나루터를 고치려면", "제9항"))
    assert not gate.place_holds(citation("나루지기는 나루터를 고치려면", "제3항"))
    assert gate.place_holds(citation("나루지기는 나루터를 고치려면", "제1항"))


QUOTE = "나루지기는 나루터를 고치려면 10일 전까지 촌장에게 알려야 한다."


@pytest.mark.parametrize(
    ("decision", "holds"),
    [
        ("나루터를 고치려면 10일 전까지 촌장에게 알려야 합니다.", True),
        ("네. 10일 전까지 촌장에게 알려야 합니다.", True),
        ("나루터를 고치려면 1일 전까지 촌장에게 알려야 합니다.", False),
        ("나루터를 고치려면 10일 전까지 촌장에게 알리지 않아도 됩니다.", False),
        ("나루터를 부수려면 10일 전까지 촌장에게 알려야 합니다.", False),
        ("12일은 10일 이상입니다.", True),
        ("", False),
    ],
)
def test_a_decision_says_no_number_negation_or_word_that_is_not_quoted(decision: str, holds: bool) -> None:
    assert gate.decision_holds(decision, [citation(QUOTE)], [QUOTE]) is holds


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (DocumentState.IN_FORCE, CitationStatus.VERIFIED),
        (DocumentState.FUTURE, CitationStatus.NOT_IN_FORCE),
        (DocumentState.SUPERSEDED, CitationStatus.NOT_IN_FORCE),
        (DocumentState.REPEALED, CitationStatus.REPEALED),
    ],
)
def test_the_status_is_the_state_of_the_document_on_that_day(state: DocumentState, status: CitationStatus) -> None:
    assert gate.status_of(hit(state=state)) is status


def test_a_quote_of_another_passage_does_not_hold() -> None:
    other = replace(hit(), passage=replace(hit().passage, text="다른 글이다."))
    assert not gate.quote_holds(citation("나루지기는 나루터를", found=other))
