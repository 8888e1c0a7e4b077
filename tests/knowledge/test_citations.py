"""Who cites an article, what it cites, what fills it out; over invented statutes that were imported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from govdesk.errors import DateBeforeFirst
from govdesk.knowledge.model import Document
from govdesk.knowledge.store import Store
from govdesk.knowledge.targets import Standing
from tests.knowledge.conftest import TODAY, manual, statute, take_in

ACT = {
    "제1조 (목적)": "이 법은 등대를 지킴을 목적으로 한다.",
    "제3조 (당번)": "**①** 등대지기는 당번을 선다.\n\n**②** 당번의 차례는 대통령령으로 정하고, 표지는 조례로 정한다.",
    "제4조": "삭제 <2020.1.1>",
    "제5조 (휴무)": "제3조제1항에 따른 당번을 마친 사람은 쉰다. 제4조와 제9조를 준용한다.",
}
DECREE = {
    "제2조 (차례)": "**①** 법 제3조제2항에 따른 당번의 차례는 다음과 같다.\n\n**②** 날마다 바꾼다.",
    "제3조 (보고)": "**①** 등대지기는 아침에 보고한다. 이 경우 법 제3조제1항의 당번이 적는다.",
}


def named(store: Store, title: str) -> Document:
    return next(one for one in store.documents() if one.title == title)


@pytest.fixture
def lamps(store: Store, tmp_path: Path) -> Store:
    folder = tmp_path / "법령"
    statute(folder, "등대지기법", identity="900001", articles=ACT)
    statute(folder, "등대지기법 시행령", identity="900002", articles=DECREE)
    text = "「등대지기법」 제3조부터 제5조까지 및 「나루터법」 제1조를 준용한다."
    statute(folder, "안개 신호법", identity="900003", articles={"제7조 (준용)": text})
    manual(folder, "당번 지침.md", {"당번 서기": "「등대지기법」 제3조제1항을 근거로 당번을 선다."})
    take_in(store, folder)
    return store


def sources(store: Store, title: str, article: str) -> list[tuple[str, str, str]]:
    links = store.law.cited_by(named(store, title).id, TODAY, article=article).links
    return [(one.document.title, (one.passage.article or one.passage.heading) + one.place, one.cited) for one in links]


def test_citing_places_come_the_statute_first_then_its_family_then_others(lamps: Store) -> None:
    assert sources(lamps, "등대지기법", "제3조") == [
        ("등대지기법", "제5조", "제1항"),
        ("등대지기법 시행령", "제2조제1항", "제2항"),
        ("등대지기법 시행령", "제3조제1항", "제1항"),
        ("당번 지침", "당번 서기", "제1항"),
        ("안개 신호법", "제7조", ""),
    ]


def test_a_range_cites_what_lies_in_it(lamps: Store) -> None:
    assert ("안개 신호법", "제7조", "") in sources(lamps, "등대지기법", "제4조")
    assert sources(lamps, "등대지기법", "제1조") == []


def test_a_removed_document_cites_no_more(lamps: Store) -> None:
    lamps.remove([named(lamps, "안개 신호법").id])
    assert "안개 신호법" not in [title for title, _, _ in sources(lamps, "등대지기법", "제3조")]


def test_a_statute_that_comes_later_is_cited_at_once(lamps: Store, tmp_path: Path) -> None:
    statute(tmp_path / "더", "나루터법", identity="900004", articles={"제1조 (목적)": "나루터를 돌본다."})
    take_in(lamps, tmp_path / "더")
    assert sources(lamps, "나루터법", "제1조") == [("안개 신호법", "제7조", "")]


def test_targets_are_told_apart(lamps: Store) -> None:
    act = named(lamps, "등대지기법")
    found = lamps.law.cites(act.id, "제5조", TODAY)
    assert [(one.words, one.standing) for one in found] == [
        ("제3조제1항", Standing.FOUND),
        ("제4조", Standing.DELETED),
        ("제9조", Standing.NO_SUCH_ARTICLE),
    ]
    (own, other) = lamps.law.cites(named(lamps, "안개 신호법").id, "제7조", TODAY)
    assert (own.standing, own.document) == (Standing.FOUND, act)
    assert (other.standing, other.document) == (Standing.NOT_IN_STORE, None)


def test_what_an_article_leaves_open_is_filled_or_told_missing(lamps: Store) -> None:
    tree = lamps.law.filled_out(named(lamps, "등대지기법").id, "제3조", TODAY)
    assert [(one.document.title if one.document else "", one.name) for one in tree.children] == [
        ("등대지기법 시행령", "제2조"),
        ("", "조례"),
    ]


def test_editions_of_a_statute_compare(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "연혁"
    for day, text in (("2020-01-01", "날마다 한 번 켠다."), ("2024-01-01", "날마다 두 번 켠다.")):
        statute(folder, "등불법", effective=day, promulgated=day, name=f"{day}.md", articles={"제1조 (불)": text})
    take_in(store, folder)
    old, new = store.law.editions(named(store, "등불법").id)
    assert (old.effective, new.effective) == (date(2020, 1, 1), date(2024, 1, 1))
    assert store.law.edition_on(new.id, date(2021, 5, 5)) == old
    assert [pair.name for pair in store.law.compare(old.id, new.id).changed()] == ["제1조"]
    assert store.law.compare(old.id, new.id, "제2조").pairs == ()
    with pytest.raises(DateBeforeFirst):
        store.law.edition_on(new.id, date(2019, 1, 1))
