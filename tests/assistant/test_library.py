"""The library in memory and the real store give answering the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from govdesk.assistant.library import Library
from govdesk.errors import DocumentNotFound, QuestionEmpty
from govdesk.jobs import CancelToken
from govdesk.knowledge.model import Collection, DocumentId, DocumentState, Query, Role
from govdesk.knowledge.store import Store
from govdesk.paths import Resources
from govdesk.testing.harbour import STATUTES
from govdesk.testing.library import FakeLibrary

TODAY = date(2026, 11, 20)


def _real(folder: Path) -> Store:
    for source, text in STATUTES:
        path = folder / "법령" / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    resources = Resources(folder / "resources")
    store = Store.open(folder / "index", folder / "lock", write=True, resources=resources)
    for _ in store.import_paths([folder / "법령"], Collection.STATUTES, CancelToken(), words_only=True):
        pass
    return store


@pytest.fixture(params=["memory", "store"], scope="module")
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    if request.param == "memory":
        made = FakeLibrary()
        for source, text in STATUTES:
            made.add_statute(source, text)
        yield made
        return
    store = _real(tmp_path_factory.mktemp("자료 (1)"))
    yield store
    store.close()


def titled(library: Library, title: str) -> DocumentId:
    return next(document.id for document in library.documents() if document.title == title)


def test_documents_carry_what_their_head_says(library: Library) -> None:
    document = library.document(titled(library, "등대 이용에 관한 법률 시행령"))
    assert (document.series, document.kind, document.effective) == ("900002", "대통령령", date(2024, 7, 1))
    assert document.collection is Collection.STATUTES


def test_passages_are_articles_in_order(library: Library) -> None:
    passages = library.passages(titled(library, "등대 이용에 관한 법률"), frozenset({Role.ARTICLE}))
    assert [p.article for p in passages] == ["제1조", "제5조", "제6조", "제7조", "제8조", "제9조", "제30조"]
    assert passages[1].heading == "등대 견학의 신청"
    assert passages[1].text.startswith("① 등대를 견학하려는")


def test_an_article_is_found_by_name_and_a_missing_one_is_none(library: Library) -> None:
    act = titled(library, "등대 이용에 관한 법률")
    assert [p.heading for p in library.articles_named(act, "제7조")] == ["망원경 대여료"]
    assert library.articles_named(act, "제99조") == []


def test_the_family_comes_act_first(library: Library) -> None:
    decree = library.document(titled(library, "등대 이용에 관한 법률 시행령"))
    assert [one.title for one in library.siblings(decree)] == ["등대 이용에 관한 법률", "등대 이용에 관한 법률 시행령"]


def test_a_future_text_that_is_all_there_is_is_marked(library: Library) -> None:
    states = library.states(TODAY)
    assert states[titled(library, "항구 소음에 관한 법률")] is DocumentState.FUTURE
    assert states[titled(library, "등대 이용에 관한 법률")] is DocumentState.IN_FORCE


def test_a_search_ranks_the_article_with_the_words_first(library: Library) -> None:
    evidence = library.search(Query("망원경 대여료", TODAY, 5))
    assert evidence.hits[0].passage.article == "제7조"
    assert [hit.rank for hit in evidence.hits] == list(range(1, len(evidence.hits) + 1))
    assert len(evidence.hits) <= 5


def test_a_literal_search_counts_every_passage_whatever_the_spacing(library: Library) -> None:
    assert library.literal(Query("귀향휴가", TODAY)).count == 2
    assert library.literal(Query("해적선", TODAY)).count == 0


def test_nothing_to_search_for_is_an_empty_question(library: Library) -> None:
    with pytest.raises(QuestionEmpty):
        library.search(Query("?", TODAY))
    with pytest.raises(QuestionEmpty):
        library.literal(Query(" ", TODAY))


def test_an_unknown_document_is_not_found(library: Library) -> None:
    with pytest.raises(DocumentNotFound):
        library.document(DocumentId("ffffffffffff"))
