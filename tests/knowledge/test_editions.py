"""Revisions of statutes by date, editions of manuals by the person's word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from govdesk.errors import DateBeforeFirst, ReferenceAmbiguous, ReferenceNotFound
from govdesk.knowledge.editions import series_of
from govdesk.knowledge.model import DocumentState, EditionProposal
from govdesk.knowledge.store import Store
from tests.knowledge.conftest import TODAY, Opener, ask, manual, statute, take_in, titles

OLD = {"제1조 (당번)": "당번은 하루에 한 사람으로 한다.", "제2조 (등불)": "등불은 파란색으로 한다."}
NEW = {"제1조 (당번)": "당번은 하루에 두 사람으로 한다."}


@pytest.fixture
def revisions(store: Store, tmp_path: Path) -> Store:
    statute(tmp_path / "옛것", "등대 당번법", effective="2020-01-01", number="00001", articles=OLD)
    statute(tmp_path / "지금", "등대 당번법", effective="2024-01-01", number="00002", articles=NEW)
    statute(tmp_path / "앞날", "등대 당번법", effective="2027-01-01", number="00003", articles=NEW)
    take_in(store, tmp_path)
    return store


def by_year(store: Store, as_of: date) -> dict[int, DocumentState]:
    states = store.states(as_of)
    return {document.effective.year: states[document.id] for document in store.documents() if document.effective}


def test_the_latest_revision_begun_is_in_force(revisions: Store) -> None:
    assert by_year(revisions, TODAY) == {
        2020: DocumentState.SUPERSEDED,
        2024: DocumentState.IN_FORCE,
        2027: DocumentState.FUTURE_HIDDEN,
    }
    assert by_year(revisions, date(2023, 12, 31))[2020] is DocumentState.IN_FORCE
    assert by_year(revisions, date(2027, 1, 1))[2027] is DocumentState.IN_FORCE


def test_search_answers_from_the_revision_of_the_day(revisions: Store) -> None:
    now = revisions.search(ask("당번은 하루에 몇 사람"))
    then = revisions.search(ask("당번은 하루에 몇 사람", as_of=date(2021, 5, 1)))
    assert [hit.passage.text for hit in now.hits] == [NEW["제1조 (당번)"]]
    assert then.hits[0].passage.text == OLD["제1조 (당번)"]
    assert then.hits[0].state is DocumentState.IN_FORCE
    assert revisions.literal(ask("파란색")).count == 0
    assert revisions.literal(ask("파란색", as_of=date(2021, 5, 1))).count == 1


def test_a_text_to_come_answers_where_there_is_no_other(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "나팔 규정", effective="2027-01-01", articles=NEW)
    take_in(store, tmp_path)
    hits = store.search(ask("당번 두 사람")).hits
    assert [hit.state for hit in hits] == [DocumentState.FUTURE]


def test_a_revision_laid_over_the_same_file_keeps_the_earlier_one(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "등대 당번법", effective="2020-01-01", number="00001", articles=OLD)
    take_in(store, tmp_path)
    statute(tmp_path, "등대 당번법", effective="2024-01-01", number="00002", articles=NEW)
    report = take_in(store, tmp_path)
    assert (len(report.added), report.removed) == (1, 0)
    assert sorted(by_year(store, TODAY)) == [2020, 2024]
    assert take_in(store, tmp_path).removed == 0
    assert sorted(by_year(store, TODAY)) == [2020, 2024]


def test_a_reference_leads_to_the_revision_of_the_day(revisions: Store) -> None:
    now = revisions.resolve("등대 당번법 제1조", TODAY)
    then = revisions.resolve("등대당번법 2조", date(2021, 5, 1))
    assert (now.document.effective, now.article) == (date(2024, 1, 1), "제1조")
    assert (then.document.effective, then.article) == (date(2020, 1, 1), "제2조")
    with pytest.raises(ReferenceNotFound) as missing:
        revisions.resolve("등대 당번법 제2조", TODAY)
    assert missing.value.statute == "등대 당번법"


def test_a_day_before_every_revision_is_named(revisions: Store) -> None:
    with pytest.raises(DateBeforeFirst) as early:
        revisions.resolve("등대 당번법 제1조", date(1999, 1, 1))
    assert early.value.first == "2020-01-01"


def test_an_unknown_name_and_an_empty_one_are_not_found(revisions: Store) -> None:
    for text in ("고래잡이법 제1조", "", "제3조"):
        with pytest.raises(ReferenceNotFound):
            revisions.resolve(text, TODAY)


def test_a_name_of_several_statutes_is_ambiguous(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "등대 당번법", identity="900001")
    statute(tmp_path, "나팔 당번법", identity="900002")
    take_in(store, tmp_path)
    with pytest.raises(ReferenceAmbiguous) as several:
        store.resolve("당번법", TODAY)
    assert several.value.candidates == ("나팔 당번법 (법률)", "등대 당번법 (법률)")


def test_of_statutes_with_one_title_the_last_promulgated_is_meant(store: Store, tmp_path: Path) -> None:
    statute(tmp_path / "가", "등대 당번법", identity="900001", promulgated="1997-03-13", effective="1997-03-13")
    statute(tmp_path / "나", "등대 당번법", identity="900002", promulgated="2023-12-01")
    take_in(store, tmp_path)
    assert store.resolve("등대 당번법", TODAY).document.series == "900002"


def test_a_manual_is_found_by_its_title(store: Store, tmp_path: Path) -> None:
    manual(tmp_path, "당번 지침.md", {"교대": "당번은 자정에 바뀐다."})
    take_in(store, tmp_path)
    assert store.resolve("당번 지침", TODAY).document.title == "당번 지침"


def test_the_family_of_a_statute_comes_act_first(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "등대 당번법 시행규칙", identity="900003", name="시행규칙.md")
    statute(tmp_path, "등대 당번법", identity="900001")
    statute(tmp_path, "등대 당번법 시행령", identity="900002", name="시행령.md")
    statute(tmp_path, "나팔법", identity="900009")
    take_in(store, tmp_path)
    act = store.resolve("등대 당번법", TODAY).document
    assert [one.title for one in store.siblings(act)] == ["등대 당번법", "등대 당번법 시행령", "등대 당번법 시행규칙"]


def two_editions(store: Store, folder: Path) -> EditionProposal:
    manual(folder, "당번 지침(2024. 3.).md", {"교대": "당번은 자정에 바뀐다."})
    take_in(store, folder)
    manual(folder, "당번 지침(2025. 3.).md", {"교대": "당번은 정오에 바뀐다."})
    report = take_in(store, folder)
    assert len(report.proposals) == 1
    return report.proposals[0]


def test_a_newer_edition_of_a_manual_is_proposed_and_waits(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    proposal = two_editions(store, tmp_path / "자료")
    assert store.document(proposal.newer).effective == date(2025, 3, 1)
    assert len(titles(store, "당번 바뀌는 때")) == 2
    store.close()
    store = opened()
    assert store.proposals() == [proposal]


def test_an_accepted_edition_answers_from_its_date_on(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    proposal = two_editions(store, tmp_path / "자료")
    store.accept_edition(proposal)
    assert store.proposals() == []
    assert titles(store, "당번 바뀌는 때") == ["당번 지침(2025. 3.)"]
    assert titles(store, "당번 바뀌는 때", as_of=date(2024, 6, 1)) == ["당번 지침(2024. 3.)"]
    store.close()
    store = opened()
    assert store.states(TODAY)[proposal.older] is DocumentState.SUPERSEDED
    assert take_in(store, tmp_path / "자료").proposals == ()


def test_both_editions_answer_when_both_are_kept(store: Store, tmp_path: Path) -> None:
    store.keep_both(two_editions(store, tmp_path / "자료"))
    assert store.proposals() == []
    assert len(titles(store, "당번 바뀌는 때")) == 2
    assert take_in(store, tmp_path / "자료").proposals == ()


@pytest.mark.parametrize(
    "title",
    [
        "당번 지침",
        "당번 지침(2025. 3.)",
        "당번지침_20250301",
        "당번 지침 2025년판",
        "2024년도 당번 지침 (개정판)",
        "당번 지침 최종",
    ],
)
def test_dates_and_marks_do_not_part_a_series(title: str) -> None:
    assert series_of(title) == "당번지침"
