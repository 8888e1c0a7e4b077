"""Literal search finds every passage that contains the words, and counts them exactly."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdesk.errors import QuestionEmpty
from govdesk.knowledge.model import Role
from govdesk.knowledge.store import Store
from govdesk.text.normalise import searchable
from tests.knowledge.conftest import ask, manual, statute, take_in

WORDS = [
    *("등대", "등불", "당번", "개인 정보", "개인정보", "처리 자", "처리자"),
    *("기록ㆍ보존", "기록·보존", "물", "A4", "a4", "나팔", "안개"),
]


@pytest.fixture
def filled(store: Store, tmp_path: Path) -> Store:
    words = random.Random(3)
    for number in range(40):
        sections = {
            f"{part}번 {words.choice(WORDS)}": " ".join(words.choices(WORDS, k=6)) + "\n" + words.choice(WORDS)
            for part in range(5)
        }
        manual(tmp_path / "자료", f"지침 {number}.md", sections, title=f"나팔수 지침 {number}")
    take_in(store, tmp_path / "자료")
    return store


def scanned(store: Store, text: str) -> set[str]:
    """What a plain scan of all passages finds."""
    needle = searchable(text)
    return {
        passage.id
        for document in store.documents()
        for passage in store.passages(document.id)
        if needle in searchable(passage.heading) + "\n" + searchable(passage.text)
    }


def test_what_is_found_is_what_a_scan_finds(filled: Store) -> None:
    for text in (
        "등대",
        "개인정보",
        "개인 정보 처리자",
        "기록보존",
        "기록ㆍ보존",
        "물",
        "A4",
        "정보처리",
        "4물",
        "없는 말",
        "번",
    ):
        found = filled.literal(ask(text, limit=1000))
        expected = scanned(filled, text)
        assert {hit.passage.id for hit in found.hits} == expected, text
        assert found.count == len(expected), text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join))
def test_any_words_are_found_where_they_stand(filled: Store, text: str) -> None:
    found = filled.literal(ask(text, limit=1000))
    assert {hit.passage.id for hit in found.hits} == scanned(filled, text)


def test_the_count_is_complete_where_the_list_is_cut(filled: Store) -> None:
    found = filled.literal(ask("등", limit=3))
    assert len(found.hits) == 3
    assert found.count == len(scanned(filled, "등")) > 3


def test_the_title_of_a_document_is_no_hit(filled: Store) -> None:
    assert filled.literal(ask("나팔수")).count == 0


def test_quotes_and_percent_signs_are_plain_signs(store: Store, tmp_path: Path) -> None:
    manual(tmp_path, "지침.md", {"당번": "당번은 '갑'과 \"을\"이며 50%씩 맡는다."})
    take_in(store, tmp_path)
    for text in ("'", "'갑'과", '"을"', "50%씩", "%", "_"):
        assert store.literal(ask(text)).count == (text != "_"), text


def test_supplements_come_on_request_only(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "등대 당번법", supplement="이 법은 보름 뒤부터 시행한다.")
    take_in(store, tmp_path)
    assert store.literal(ask("보름 뒤")).count == 0
    found = store.literal(ask("보름 뒤"), supplements=True)
    assert [hit.passage.role for hit in found.hits] == [Role.SUPPLEMENT]


def test_hits_come_by_title_and_then_in_reading_order(filled: Store) -> None:
    hits = filled.literal(ask("등대", limit=1000)).hits
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    places = [(hit.document.title, hit.document.id, hit.passage.ordinal) for hit in hits]
    assert places == sorted(places)


def test_nothing_but_blanks_is_no_question(filled: Store) -> None:
    for text in ("", "  ", "ㆍ · "):
        with pytest.raises(QuestionEmpty):
            filled.literal(ask(text))


def test_each_word_and_words_left_out(filled: Store) -> None:
    both = filled.literal(ask("등대 안개", limit=1000), each_word=True)
    assert {hit.passage.id for hit in both.hits} == scanned(filled, "등대") & scanned(filled, "안개")
    less = filled.literal(ask("등대", limit=1000), without="안개 나팔")
    wanted = scanned(filled, "등대") - scanned(filled, "안개") - scanned(filled, "나팔")
    assert {hit.passage.id for hit in less.hits} == wanted


def test_counts_by_document_are_complete_and_can_be_narrowed(filled: Store) -> None:
    found = filled.literal(ask("등대", limit=1))
    assert sum(found.by_document.values()) == found.count > 1
    one = next(iter(found.by_document))
    assert filled.literal(ask("등대"), within=frozenset({one})).count == found.by_document[one]
