"""The JSON others rely on, the history's round trip, and the printed text."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from govdesk.assistant.contract import answer_json, dump, evidence_json, hit_json, load
from govdesk.assistant.model import Answer
from govdesk.knowledge.model import Query
from govdesk.testing.library import FakeLibrary

Ask = Callable[..., Answer]
HIT_KEYS = ["rank", "score", "document", "article", "place", "page", "heading", "text"]
DOCUMENT_KEYS = ["id", "title", "kind", "collection", "source", "effective_date"]


def test_an_answer_has_exactly_the_keys_that_were_promised(ask: Ask) -> None:
    found = answer_json(ask("등대 견학 신청을 받으면 며칠 안에 알려 줘야 하나요?"))
    assert list(found) == ["query", "answer", "refused", "reason", "citations", "evidence", "engine", "ms"]
    assert list(found["ms"]) == ["retrieval", "first_piece", "total"]
    assert list(found["citations"][0]) == [*HIT_KEYS, "quote", "status"]
    assert list(found["evidence"][0]) == HIT_KEYS
    assert list(found["evidence"][0]["document"]) == DOCUMENT_KEYS
    assert found["citations"][0]["place"] == "제2항"
    assert found["citations"][0]["status"] == "verified"
    assert (found["refused"], found["reason"]) == (False, None)
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("question", "reason"),
    [("망원경 대여료가 얼마예요?", "annex_only"), ("점심 메뉴 추천해줘", "out_of_scope"), ("ㅋ", "not_in_documents")],
)
def test_a_refusal_names_its_reason(ask: Ask, question: str, reason: str) -> None:
    found = answer_json(ask(question))
    assert (found["refused"], found["reason"], found["citations"]) == (True, reason, [])
    assert found["answer"]


def test_a_search_has_its_keys_and_null_for_what_is_missing(library: FakeLibrary) -> None:
    query = Query("갈매기", date(2026, 11, 20))
    found = evidence_json(library.search(query))
    assert list(found) == ["query", "as_of", "ms", "hits"]
    assert found["as_of"] == "2026-11-20"
    manual = next(hit for hit in found["hits"] if hit["document"]["collection"] == "manuals")
    assert manual["article"] is None
    assert manual["document"]["effective_date"] is None
    literal = evidence_json(library.literal(query))
    assert literal["count"] == len(literal["hits"])
    assert list(hit_json(library.search(query).hits[0])) == HIT_KEYS


@pytest.mark.parametrize(
    "question",
    [
        "등대 견학 신청을 받으면 며칠 안에 알려 줘야 하나요?",
        "망원경 대여료가 얼마예요?",
        "재직기간 2년인데 돛 수당이 얼마예요?",
        "다친 갈매기를 데려온 시민이 있어요. 어떻게 하나요?",
        "섬 근무자 귀향 휴가는 며칠인가요?",
    ],
)
def test_an_answer_comes_back_whole_from_the_history(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert load(dump(answer)) == answer


@pytest.mark.parametrize("text", ["", "{}", "[1]", "물결"])
def test_anything_else_in_the_history_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        load(text)


def test_the_printed_answer_has_decision_quotes_chips_and_pointer(ask: Ask) -> None:
    lines = ask("등대 견학 신청을 받으면 며칠 안에 알려 줘야 하나요?").text.split("\n")
    assert lines[0].endswith("알려야 합니다.")
    assert lines[1].startswith("“")
    assert lines[1].endswith("[1 등대 이용에 관한 법률 제5조제2항]")
    assert lines[-1].startswith("다음: ")


def test_a_citation_that_is_not_in_force_says_so_in_its_chip(ask: Ask) -> None:
    assert "제3조 · 시행 예정]" in ask("밤에 뱃고동을 울려도 되나요?").text
