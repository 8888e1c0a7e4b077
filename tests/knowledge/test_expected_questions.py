"""Expected questions: from their files into the table, and from there to the article that answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from govdesk.jobs import Cancelled, CancelToken
from govdesk.knowledge.bank import Bank, Expected
from govdesk.knowledge.index import QUESTIONS
from govdesk.knowledge.store import Store
from govdesk.paths import Resources
from tests.knowledge.conftest import Opener, ask, statute, take_in

ARTICLES = {
    "제1조 (당번의 교대)": "당번은 자정에 교대한다.",
    "제2조 (복장)": "당번은 방한복을 착용한다.",
    "제3조 (급식)": "야간 당번에게는 급식을 제공한다.",
}
BANK = """# 900001 등대 당번법
[제2조]
겨울에 뭐 입고 서나요
패딩 입어도 되나
[제9조]
없어진 조문을 묻는 질문
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "예상 질문"
    folder.mkdir()
    (folder / "900001.txt").write_text(BANK, encoding="utf-8")
    monkeypatch.setattr(Resources, "questions", property(lambda _self: folder))
    return folder


@pytest.fixture
def filled(folder: Path, opened: Opener, tmp_path: Path) -> Store:
    store = opened()
    statute(tmp_path / "자료", "등대 당번법", articles=ARTICLES)
    take_in(store, tmp_path / "자료", words_only=False)
    return store


def rows(store: Store) -> int:
    return store._index.count(QUESTIONS)


def attach(store: Store) -> None:
    for _ in store.build_vectors(CancelToken()):
        pass


def test_a_file_gives_its_questions_by_article(folder: Path) -> None:
    (folder / "900001.txt").write_text("\ufeff" + BANK, encoding="utf-8")
    file = Bank(folder).of("900001")
    assert file is not None
    assert list(file.questions()) == [
        Expected("900001", "제2조", 0, "겨울에 뭐 입고 서나요"),
        Expected("900001", "제2조", 1, "패딩 입어도 되나"),
        Expected("900001", "제9조", 2, "없어진 조문을 묻는 질문"),
    ]


def test_other_files_and_no_folder_are_no_bank(tmp_path: Path) -> None:
    (tmp_path / "읽어 두기.txt").write_text(BANK, encoding="utf-8")
    assert Bank(tmp_path).series() == frozenset()
    assert Bank(tmp_path / "없음").series() == frozenset()


def test_a_question_in_everyday_words_finds_the_article(filled: Store) -> None:
    assert filled.search(ask("패딩 입고 서도 되나요")).hits[0].passage.article == "제2조"


def test_questions_of_articles_that_are_gone_are_listed_and_skipped(filled: Store) -> None:
    assert [one.article for one in filled.questions_without_article()] == ["제9조"]
    assert all(hit.passage.article != "제9조" for hit in filled.search(ask("없어진 조문을 묻는 질문")).hits)


def test_a_changed_file_replaces_its_questions(filled: Store, folder: Path, opened: Opener) -> None:
    assert rows(filled) == 3
    assert not filled.index_due()
    filled.close()
    (folder / "900001.txt").write_text("# 900001\n[제3조]\n밤에 밥 주나요\n", encoding="utf-8")
    again = opened()
    assert again.index_due()
    attach(again)
    assert rows(again) == 1
    assert not again.index_due()
    assert again.search(ask("밤에 밥 주나요")).hits[0].passage.article == "제3조"


def test_questions_go_with_their_file(filled: Store, folder: Path, opened: Opener) -> None:
    filled.close()
    (folder / "900001.txt").unlink()
    again = opened()
    attach(again)
    assert rows(again) == 0


def test_a_cancelled_build_goes_on_where_it_stopped(folder: Path, opened: Opener, tmp_path: Path) -> None:
    store = opened()
    statute(tmp_path / "자료", "등대 당번법", articles=ARTICLES)
    take_in(store, tmp_path / "자료")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        list(store.build_vectors(token))
    assert rows(store) == 0
    attach(store)
    assert rows(store) == 3
