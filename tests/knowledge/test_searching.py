"""Ranked search over invented documents: who may answer, what is said of it, what it costs nothing to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdesk.errors import QuestionEmpty
from govdesk.jobs import Cancelled, CancelToken, Finished, Progress
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.model import Collection, Expansion
from govdesk.knowledge.named import NamedStatutes, sector_of, sector_of_title
from govdesk.knowledge.schemas import StoredDocument
from govdesk.knowledge.store import Store
from govdesk.knowledge.thesaurus import Thesaurus
from govdesk.law.model import StatuteId
from govdesk.law.names import StatuteNames
from govdesk.paths import resources
from govdesk.text.morphemes import Morphemes
from tests.knowledge.conftest import Opener, ask, manual, statute, take_in, titles

SECTIONS = {
    "등불 닦기": "등불은 이틀마다 마른 헝겊으로 닦는다.",
    "기름 채우기": "기름은 해가 지기 한 시간 전에 채운다.",
    "나팔 불기": "안개가 끼면 나팔을 세 번 분다.",
    "배의 등록": "배를 사들인 사람은 열흘 안에 등록한다.",
}


@pytest.fixture
def filled(store: Store, tmp_path: Path) -> Store:
    manual(tmp_path / "자료", "등대 지침.md", SECTIONS)
    statute(
        tmp_path / "자료",
        "등대 당번법",
        articles={
            "제1조 (목적)": "이 법은 등대지기의 당번을 정함을 목적으로 한다.",
            "제2조 (당번의 교대)": "당번은 자정에 교대한다.",
            "제3조": "삭제 <2020.1.1>",
        },
    )
    take_in(store, tmp_path / "자료")
    return store


def test_words_find_the_section_that_says_them(filled: Store) -> None:
    hits = filled.search(ask("등불은 며칠마다 닦나요?")).hits
    assert hits[0].passage.heading == "등불 닦기"
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert hits[0].score == pytest.approx(sum(hits[0].features.values()), abs=0.01)


def test_meaning_finds_the_section_that_says_it_in_other_words(store: Store, tmp_path: Path) -> None:
    manual(tmp_path / "자료", "등대 지침.md", {**SECTIONS, "술": "등대지기는 등탑에서 술을 마시지 않는다."})
    take_in(store, tmp_path / "자료", words_only=False)
    found = store.search(ask("음주해도 되나요")).hits
    assert found[0].passage.heading == "술"
    assert found[0].features["meaning"] > 0


def test_the_number_of_hits_is_limited(filled: Store) -> None:
    assert len(filled.search(ask("등대 등불 기름 나팔 배", limit=2)).hits) == 2


def test_an_article_in_several_parts_is_one_hit(store: Store, tmp_path: Path) -> None:
    long = "\n\n".join(
        f"**{mark}** 등대지기는 {part}번째 등불을 " + "잘 지킨다. " * 60 for part, mark in enumerate("①②③④⑤⑥")
    )
    statute(tmp_path, "등대 당번법", articles={"제1조 (등불의 수호)": long})
    take_in(store, tmp_path)
    assert len(store.passages(store.documents()[0].id)) > 2
    assert len(store.search(ask("등대지기 등불")).hits) == 1


def test_a_deleted_article_does_not_rank_by_its_statute(filled: Store) -> None:
    assert "제3조" not in [hit.passage.article for hit in filled.search(ask("등대 당번법 교대")).hits]


def test_the_purpose_of_a_statute_gives_way_unless_asked_for(filled: Store) -> None:
    assert filled.search(ask("등대 당번은 언제 교대하나")).hits[0].passage.article == "제2조"
    assert filled.search(ask("등대 당번법의 목적")).hits[0].passage.article == "제1조"


def test_examples_answer_only_while_nothing_else_is_there(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    manual(tmp_path / "예시", "등대 지침.md", SECTIONS)
    take_in(store, tmp_path / "예시", collection=Collection.EXAMPLES)
    assert titles(store, "나팔 불기") == ["등대 지침"]
    manual(tmp_path / "자료", "당번 지침.md", {"교대": "당번은 자정에 바뀐다. 나팔은 불지 않는다."})
    take_in(store, tmp_path / "자료")
    assert titles(store, "나팔 불기") == ["당번 지침"]
    assert titles(store, "나팔 불기", collections=frozenset({Collection.EXAMPLES})) == ["등대 지침"]
    store.examples = "always"
    assert set(titles(store, "나팔 불기")) == {"등대 지침", "당번 지침"}
    store.examples = "never"
    assert titles(store, "나팔 불기") == ["당번 지침"]


def test_the_shipped_examples_are_taken_in_once(store: Store) -> None:
    assert list(store.ensure_examples(CancelToken()))
    assert store.counts()[Collection.EXAMPLES] >= 4
    assert list(store.ensure_examples(CancelToken())) == []


def test_collections_part_what_is_searched(filled: Store) -> None:
    assert titles(filled, "등대 당번", collections=frozenset({Collection.STATUTES})) == ["등대 당번법"]
    assert titles(filled, "등대 당번", collections=frozenset({Collection.CASES})) == []


def test_an_empty_store_finds_nothing(store: Store) -> None:
    assert store.search(ask("아무 말")).hits == ()
    assert store.literal(ask("아무 말")).count == 0
    assert store.vectors_done() == (0, 0)


@pytest.mark.parametrize("text", ["", "  ", "?!", "…", "()"])
def test_marks_alone_are_no_question(filled: Store, text: str) -> None:
    with pytest.raises(QuestionEmpty):
        filled.search(ask(text))


@pytest.mark.parametrize("text", ["배", "how do I register a boat?", "등불 " * 2_000, "'; DROP TABLE", "a'b", "100%"])
def test_odd_questions_are_answered_with_what_there_is(filled: Store, text: str) -> None:
    filled.search(ask(text))


def test_a_question_of_one_syllable_looks_at_headings(filled: Store) -> None:
    assert filled.search(ask("배")).hits[0].passage.heading == "배의 등록"


def test_vectors_are_made_once_and_go_with_their_document(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    manual(tmp_path / "자료", "등대 지침.md", SECTIONS)
    take_in(store, tmp_path / "자료")
    assert store.vectors_done() == (0, 4)
    events = list(store.build_vectors(CancelToken()))
    assert isinstance(events[0], Progress)
    assert events[-1] == Finished(4)
    assert store.vectors_done() == (4, 4)
    assert list(store.build_vectors(CancelToken())) == [Finished(0)]
    manual(tmp_path / "자료", "등대 지침.md", {"등불 닦기": "등불은 매일 씻는다."})
    take_in(store, tmp_path / "자료")
    assert store.vectors_done() == (0, 1)
    store.close()
    assert list(opened().build_vectors(CancelToken()))[-1] == Finished(1)


def test_cancelled_vectors_go_on_later(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govdesk.knowledge.vectors.BATCH_PASSAGES", 4)
    for number in range(4):
        manual(tmp_path / "자료", f"등대 지침 {number}.md", SECTIONS)
    take_in(store, tmp_path / "자료")
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        for _ in store.build_vectors(cancel):
            cancel.cancel()
    assert store.vectors_done() == (4, 16)
    assert list(store.build_vectors(CancelToken()))[-1] == Finished(12)


def test_vectors_of_another_embedder_are_made_anew(store: Store, tmp_path: Path) -> None:
    manual(tmp_path / "자료", "등대 지침.md", SECTIONS)
    take_in(store, tmp_path / "자료", words_only=False)
    store._index.set_note("embedder", "another")
    assert "meaning" not in store.search(ask("등불")).hits[0].features
    assert list(store.build_vectors(CancelToken()))[-1] == Finished(4)
    assert "meaning" in store.search(ask("등불")).hits[0].features


def test_words_of_the_thesaurus_are_searched_too_and_said() -> None:
    thesaurus = Thesaurus({"뱃삯": ["운임"], "배": ["선박"], "불": ["등화"]})
    assert [(one.word, one.also) for one in thesaurus.expansions("뱃삯은 얼마인가요")] == [("뱃삯", "운임")]
    assert thesaurus.expansions("등불이 켜졌나요") == ()
    assert thesaurus.expansions("불법으로 배송했나요") == ()
    assert thesaurus.expansions("배와 선박") == ()


def test_an_entry_begins_and_ends_with_a_morpheme(morphemes: Morphemes) -> None:
    thesaurus = Thesaurus({"이사": ["전입"], "깎": ["감액"], "늦": ["지연"]})

    def also(text: str) -> list[str]:
        return [one.also for one in thesaurus.expansions(text, morphemes.analyse(text))]

    assert also("이사회를 언제 여나요") == []
    assert also("언제 이사하나요") == ["전입"]
    assert also("값을 깎아 주나요") == ["감액"]
    assert also("답이 늦어지면") == ["지연"]


def test_the_shipped_thesaurus_is_large_and_well_formed() -> None:
    import yaml

    entries = yaml.safe_load((resources() / "thesaurus" / "words.yaml").read_text(encoding="utf-8"))
    assert len(entries) >= 300
    assert all(
        isinstance(also, list) and also and all(isinstance(one, str) for one in also) for also in entries.values()
    )
    found = Thesaurus.load(resources() / "thesaurus").expansions("밥값은 얼마인가요?")
    assert Expansion("밥값", "식비", found[0].why) in found


def test_the_sector_is_what_the_question_says_before_what_is_known() -> None:
    assert sector_of("군청 직원의 휴가", "national") == "local"
    assert sector_of("국가직 휴가", "local") == "national"
    assert sector_of("휴가", "local") == "local"
    assert sector_of_title("지방공무원 복무규정") == "local"
    assert sector_of_title("국가공무원 복무규정") == "national"
    assert sector_of_title("등대 당번법") == ""


def test_a_named_statute_brings_its_decree_along(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "등대 당번법", identity="900001")
    statute(tmp_path, "등대 당번법 시행령", identity="900002", name="시행령.md")
    statute(tmp_path, "물법", identity="900003")
    take_in(store, tmp_path)
    named = NamedStatutes(store._fresh(), [StatuteNames(StatuteId("900001"), "등대 당번법", "당번법")])
    assert named.find("당번법에 따른 교대는?") == {"900001": 1.0, "900002": 0.6}
    assert named.find("등대당번법 시행령 제3조")["900002"] == 1.0
    assert named.find("식물법칙") == {}
    assert named.find("새 물법이 있나") == {"900003": 1.0}


def test_a_named_statute_comes_before_its_like(store: Store, tmp_path: Path) -> None:
    for number, title in enumerate(("등대 당번법", "나팔 당번법", "부두 당번법")):
        statute(tmp_path, title, identity=f"90000{number}", articles={"제1조 (교대)": "당번은 자정에 교대한다."})
    take_in(store, tmp_path)
    assert titles(store, "나팔 당번법에서 당번 교대")[0] == "나팔 당번법"


def test_a_catalog_without_documents_has_no_names() -> None:
    empty: list[StoredDocument] = []
    assert NamedStatutes(Catalog(0, empty), ()).find("등대 당번법") == {}


def test_a_text_that_holds_what_is_asked_for_rises(store: Store, tmp_path: Path) -> None:
    sections = {"등불 수리": "등불은 고장이 나면 고친다.", "등불 고치기": "등불은 고장이 나면 5일 이내에 고친다."}
    manual(tmp_path, "등대 지침.md", sections)
    take_in(store, tmp_path)
    hits = store.search(ask("고장 난 등불은 며칠 안에 고치나요?")).hits
    assert hits[0].passage.heading == "등불 고치기"
    assert hits[0].features["time"] > 0
    assert "time" not in hits[1].features


# -- an office's own thesaurus -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("연차: [연가]\n밥값: []\n", "밥값"),
        ("연차: [연가]\n밥값: ['']\n", "밥값"),
        ("연차: [연가]\n'': [급식]\n", "(빈 말)"),
        ("연차: [연가]\n밥값: 급식비\n", "밥값"),
        ("연차: [연가]\n밥값: [밥 값]\n", "밥값"),
    ],
)
def test_a_faulty_line_is_passed_over_and_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "words.yaml").write_text(text, encoding="utf-8")
    thesaurus = Thesaurus.load(tmp_path)
    assert thesaurus.faulty is not None
    assert thesaurus.faulty.words == named
    assert [one.also for one in thesaurus.expansions("연차")] == ["연가"]


@pytest.mark.parametrize("text", ["연차: [연가", "- 연차\n", "그냥 글"])
def test_a_file_that_is_no_thesaurus_is_named_whole(tmp_path: Path, text: str) -> None:
    (tmp_path / "words.yaml").write_text(text, encoding="utf-8")
    thesaurus = Thesaurus.load(tmp_path)
    assert thesaurus.faulty is not None
    assert thesaurus.expansions("연차") == ()


def test_words_that_lead_to_each_other_are_added_once(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("숙직: [당직]\n당직: [숙직]\n", encoding="utf-8")
    thesaurus = Thesaurus.load(tmp_path)
    assert thesaurus.faulty is None
    assert [one.also for one in thesaurus.expansions("숙직")] == ["당직"]


def test_the_shipped_thesaurus_has_no_faulty_line() -> None:
    assert Thesaurus.load(resources() / "thesaurus").faulty is None


def test_a_question_of_five_thousand_characters_is_searched(filled: Store) -> None:
    assert filled.search(ask("등불을 며칠마다 닦나요? " * 350)).hits[0].passage.heading == "등불 닦기"


def test_the_examples_do_not_wait_for_the_vectors_of_everything_else(store: Store, tmp_path: Path) -> None:
    statute(tmp_path / "법령", "등대법", articles={"제1조 (목적)": "등대를 지킨다."})
    take_in(store, tmp_path / "법령", words_only=True)
    list(store.ensure_examples(CancelToken()))
    done, total = store.vectors_done()
    assert (done, store.index_due()) == (0, True) and total > 1
    list(store.build_vectors(CancelToken()))
    assert store.vectors_done() == (total, total)
