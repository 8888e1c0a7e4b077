"""The XML of the national law service, and annex files that attach to their statute; everything here is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from govdesk.errors import FileDamaged, FileTypeUnknown
from govdesk.jobs import CancelToken, Finished
from govdesk.knowledge.model import Collection, DocumentState, ParsedDocument, Role
from govdesk.knowledge.readers.annexes import named
from govdesk.knowledge.readers.registry import read
from govdesk.knowledge.store import Store
from tests.knowledge.conftest import TODAY, ask, statute, take_in

SAMPLES = Path(__file__).with_name("law_samples")
LAW = (SAMPLES / "statute.xml").read_text(encoding="utf-8")
RULE = (SAMPLES / "rule.xml").read_text(encoding="utf-8")
ORDINANCE = (SAMPLES / "ordinance.xml").read_text(encoding="utf-8")


def parsed(folder: Path, text: str, name: str = "법령.xml") -> ParsedDocument:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def told(document: ParsedDocument) -> list[tuple[str, str, str]]:
    return [(one.article, one.heading, one.text) for one in document.passages if one.role is Role.ARTICLE]


def test_a_statute_keeps_its_units_in_canonical_form(tmp_path: Path) -> None:
    law = parsed(tmp_path, LAW)
    assert (law.series, law.title, law.kind, law.effective) == (
        "900077",
        "등대 근무자 여비 규정",
        "대통령령",
        date(2026, 2, 1),
    )
    assert told(law) == [
        ("제1조", "목적", "이 영은 등대 근무자가 공무로 여행할 때의 여비를 정함을 목적으로 한다."),
        (
            "제2조",
            "숙박비",
            "① 등대 근무자의 숙박비는 별표 1에 따라 지급한다.\n1. 섬에서 묵는 경우\n가. 배가 끊긴 날\n"
            "2의2. 뭍에서 묵는 경우",
        ),
    ]
    assert law.passages[0].path == ("제1장 총칙",)


def test_annexes_come_as_tables_with_their_reason_and_supplements(tmp_path: Path) -> None:
    law = parsed(tmp_path, LAW)
    rows = [one for one in law.passages if one.role is Role.TABLE]
    assert [(one.heading, one.text) for one in rows] == [
        ("별표 1", "구분: 등대장 | 섬: 61,000 | 뭍: 53,000\n구분: 등대원 | 섬: 47,000 | 뭍: 41,000")
    ]
    supplements = [(one.heading, one.text) for one in law.passages if one.role is Role.SUPPLEMENT]
    assert supplements == [
        ("부칙 <제77호, 2026. 1. 2.>", "이 영은 공포한 날부터 시행한다."),
        ("제정·개정 이유", "물가가 올라 숙박비를 올리려는 것임."),
    ]


def test_rules_and_ordinances(tmp_path: Path) -> None:
    rule = parsed(tmp_path, RULE)
    assert (rule.title, rule.kind, rule.effective) == ("등대 당직 지침", "훈령", date(2025, 4, 1))
    assert told(rule) == [
        ("제1조", "목적", "이 지침은 등대의 당직을 정한다."),
        ("제2조의2", "순서", "① 당직은 가나다순으로 선다.\n② 바꾸려면 미리 알린다."),
    ]
    ordinance = parsed(tmp_path, ORDINANCE)
    assert (ordinance.title, ordinance.ministries) == ("한빛시 등대 조례", ("한빛시",))
    assert told(ordinance) == [
        ("제1조", "목적", "이 조례는 등대를 가꾼다."),
        ("제1조의2", "예산", "① 시장은 예산을 마련한다."),
    ]


def test_an_element_that_the_service_did_not_close_is_passed_over(tmp_path: Path) -> None:
    broken = LAW.replace("]]></조문참고자료>", "]]>")
    assert told(parsed(tmp_path, broken)) == told(parsed(tmp_path, LAW))


@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.9, 0.99])
def test_a_file_that_was_cut_is_damaged_and_not_half_taken(tmp_path: Path, share: float) -> None:
    with pytest.raises(FileDamaged):
        parsed(tmp_path, LAW[: int(len(LAW) * share)])


def test_an_entity_bomb_and_foreign_xml_are_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE 법령 [<!ENTITY a "가가가가가"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(FileDamaged):
        parsed(tmp_path, bomb + LAW.split("?>", 1)[1].replace("등대 근무자가", "&b;"))
    with pytest.raises(FileTypeUnknown):
        parsed(tmp_path, "<목록><항목>등대</항목></목록>")


def test_markdown_and_xml_of_one_revision_are_one_statute_and_the_fuller_stays(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "법령"
    folder.mkdir()
    (folder / "법령.xml").write_text(LAW, encoding="utf-8")
    take_in(store, folder)
    given = {"identity": "900077", "effective": "2026-02-01", "promulgated": "2026-01-02", "number": "00077"}
    markdown = statute(tmp_path / "마크다운", "등대 근무자 여비 규정", articles={"제1조 (목적)": "같은 글"}, **given)
    take_in(store, markdown.parent)
    (only,) = store.documents()
    assert any(one.role is Role.TABLE for one in store.passages(only.id))


def test_editions_compare_with_the_reasons_of_what_lies_between(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "법령"
    folder.mkdir()
    later = LAW.replace("20260102", "20260602").replace("20260201", "20260701").replace(">00077<", ">00088<")
    later = later.replace("숙박비는 별표 1에 따라 지급한다", "숙박비는 별표 1에 따라 미리 지급한다")
    later = later.replace(
        "물가가 올라 숙박비를 올리려는 것임.", "◇ 주요내용\n가. 숙박비를 떠나기 전에 줌(안 제2조제1항)."
    )
    (folder / "앞.xml").write_text(LAW, encoding="utf-8")
    (folder / "뒤.xml").write_text(later, encoding="utf-8")
    take_in(store, folder)
    old, new = store.law.editions(store.documents()[0].id)
    assert store.law.compare(old.id, new.id).reasons == {"제2조": "숙박비를 떠나기 전에 줌."}
    assert store.law.compare(old.id, new.id, "제1조").reasons == {}
    assert store.law.compare(new.id, old.id).reasons == {}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "[별표 2] 국내 여비 지급표(제16조 관련)(등대 여비 규정).hwpx",
            ("등대 여비 규정", "별표 2", "국내 여비 지급표(제16조 관련)"),
        ),
        ("[별표 1의2] 표(등대법 시행령).pdf", ("등대법 시행령", "별표 1의2", "표")),
        ("[별지 제3호의2서식] 신청서(등대법 시행규칙).hwp", ("등대법 시행규칙", "별지 제3호의2서식", "신청서")),
        ("등대 여비 규정 별표 2.xlsx", ("등대 여비 규정", "별표 2", "")),
        ("등대 여비 규정 [별표].xlsx", ("등대 여비 규정", "별표", "")),
        ("등대 별표 설명 자료.pdf", None),
        ("여비 안내.pdf", None),
    ],
)
def test_the_name_of_a_file_tells_whose_annex_it_is(name: str, found: tuple[str, str, str] | None) -> None:
    assert named(Path(name)) == found


def test_an_annex_file_attaches_to_its_statute_and_is_found(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "자료"
    statute(folder, "등대 여비 규정", articles={"제2조 (숙박비)": "숙박비는 별표 2에 따른다."})
    (folder / "[별표 2] 숙박비 지급표(제2조 관련)(등대 여비 규정).csv").write_text(
        "구분,숙박비\n등대장,61000원\n등대원,47000원\n", encoding="utf-8"
    )
    take_in(store, folder)
    target = store.resolve("등대 여비 규정 별표 2", TODAY)
    assert (target.document.title, target.document.kind, target.article) == ("등대 여비 규정 별표 2", "별표", "별표 2")
    assert target.document.collection is Collection.STATUTES
    assert store.states(TODAY)[target.document.id] is DocumentState.IN_FORCE
    assert store.search(ask("등대원 숙박비")).hits[0].document.id == target.document.id


def test_import_of_a_law_file_is_reported_like_any_other(store: Store, tmp_path: Path) -> None:
    (tmp_path / "법령.xml").write_text(LAW, encoding="utf-8")
    events = list(store.import_paths([tmp_path], None, CancelToken(), words_only=True))
    assert isinstance(events[-1], Finished)
    (only,) = store.documents()
    assert only.collection is Collection.STATUTES
