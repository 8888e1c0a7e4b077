"""What belongs to an article: the lists beside it, looked up only while they are in sight."""

from __future__ import annotations

from datetime import date
from types import ModuleType
from typing import Any

import pytest

from govdesk.knowledge.delegation import Filled
from govdesk.knowledge.model import Backlink, Backlinks, DocumentId
from govdesk.knowledge.targets import CitedTarget, Standing
from govdesk.law.citing import Citation, Missing
from govdesk.law.model import Number
from govdesk.ui.panes.regulations.building import build
from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.panes.regulations.preview import read_glance
from govdesk.ui.panes.regulations.related import around, called, names_article, read_related
from govdesk.ui.panes.regulations.related_presenter import RelatedPresenter

TODAY = date(2026, 11, 20)


@pytest.fixture
def lit(given: ModuleType) -> Any:
    """A store whose statutes cite each other."""
    store = given.FakeStore.full()
    decree, text = given.decree_passages()[0], given.decree_passages()[0].text
    at = text.index("법 제2조")

    class Law(type(store)):  # type: ignore[misc]
        def cited_by(self, _identity: DocumentId, _as_of: date, **_named: object) -> Backlinks:
            return Backlinks(7, (Backlink(given.DECREE, decree, at, at + 8, "", "제3항"),), 1.0)

        def cites(self, _identity: DocumentId, _article: str, _as_of: date) -> list[CitedTarget]:
            quoted = Citation(0, 3, "", Number(9), missing=Missing.SPOKEN)
            lost = Citation(0, 3, "없는 법", Number(9))
            own = Citation(0, 3, "", Number(2), "제1항")
            return [
                CitedTarget(quoted, '"제9조"', Standing.UNCLEAR),
                CitedTarget(lost, "「없는 법」 제9조", Standing.NOT_IN_STORE),
                CitedTarget(own, "제1항", Standing.FOUND, given.ACT),
            ]

        def filled_out(self, _identity: DocumentId, _article: str, _as_of: date) -> Filled:
            below = Filled(given.DECREE, "제1조", "손님", "법 제2조제3항에 따른 손님은")
            return Filled(given.ACT, "제2조", "점등", children=(below, Filled(None, "조례", "", "조례로 정한다.")))

    return Law(store.held, store.reads)


def test_the_lists_of_an_article(lit: Any, given: ModuleType) -> None:
    page = build(given.ACT, given.act_passages())
    section = next(one for one in page.sections if one.number == "제2조")
    data = read_related(lit, page, section, TODAY)
    assert [(one.title, one.heading) for one in data.citing] == [
        ("이 조를 인용하는 조문 7", True),
        ("영 제1조", False),
        ("이 조가 인용하는 곳 1", True),
        ("없는 법 제9조", False),
    ]
    assert data.citing[1].words[slice(*data.citing[1].mark)].startswith("법 제2조")
    assert data.citing[3].document is None
    assert "자료에 없습니다" in data.citing[3].words
    assert [(one.title, one.note) for one in data.filled] == [("영 제1조 손님", ""), ("조례", "자료에 없음")]
    assert [one.title for one in data.annexes if not one.heading] == ["별표 1", "별지 제1호서식"]


def test_words_round_a_citation_stand_without_marks() -> None:
    text = "① 등대지기는 밤마다 등을 켠다. <개정 2020.1.1> 다만, 제3조에 따라 끌 수 있다. <신설 2021.2.3>"
    at = text.index("제3조")
    words, mark = around(text, at, at + 3)
    assert words[slice(*mark)] == "제3조"
    assert "<" not in words


def test_an_annex_belongs_to_the_article_that_its_title_names() -> None:
    assert names_article("여비 지급표(제16조제1항 관련)", "제16조")
    assert not names_article("여비 지급표(제16조의2 관련)", "제16조")


def test_family_members_are_called_short(given: ModuleType) -> None:
    assert called(given.ACT, given.ACT) == "이 법"
    assert (called(given.DECREE, given.ACT), called(given.ACT, given.DECREE)) == ("영", "법")
    assert called(given.GONE, given.ACT) == "봉화 관리법"


class View:
    def __init__(self) -> None:
        self.data: list[Any] = []
        self.wanted = True
        self.drawing = False
        self.nodes: tuple[Any, ...] = ()

    def show_graph(self, nodes: tuple[Any, ...]) -> None:
        self.nodes = nodes

    def graph_wanted(self) -> bool:
        return self.drawing

    def show_related(self, data: Any) -> None:
        self.data.append(data)

    def related_wanted(self) -> bool:
        return self.wanted


class Shop:
    def __init__(self, made: Any) -> None:
        self._made = made

    def store(self) -> Any:
        return self._made


def test_nothing_is_looked_up_while_the_column_is_away(lit: Any, given: ModuleType, now: Any) -> None:
    view = View()
    presenter = RelatedPresenter(view, Shop(lit), now, lambda: TODAY)
    page = build(given.ACT, given.act_passages())
    view.wanted = False
    presenter.show(page, 1)
    assert view.data == []
    view.wanted = True
    presenter.refresh()
    presenter.refresh()
    assert len(view.data) == 1
    presenter.show(None, -1)
    assert view.data[-1] is None


def test_the_tree_is_read_for_drawing_only_when_it_is_drawn(lit: Any, given: ModuleType, now: Any) -> None:
    view = View()
    presenter = RelatedPresenter(view, Shop(lit), now, lambda: TODAY)
    page = build(given.ACT, given.act_passages())
    order = next(at for at, one in enumerate(page.sections) if one.number == "제2조")
    presenter.show(page, order)
    assert view.nodes == ()
    view.drawing = True
    presenter.refresh()
    assert [(one.title, one.under, one.level, one.parent, one.lacking) for one in view.nodes] == [
        ("이 법 제2조", "점등", 0, -1, False),
        ("영 제1조", "손님", 1, 0, False),
        ("조례", "자료에 없음", 3, 0, True),
    ]
    assert [(one.citing, one.more) for one in view.nodes] == [((), 6), ((), 6), ((), 0)], "not those of the tree"


def test_a_glance_shows_the_place_and_its_state(lit: Any, given: ModuleType) -> None:
    glance = read_glance(lit, given.ACT.id, Goal("", "제2조", "제3항제1호"), TODAY)
    assert glance is not None
    assert (glance.name, glance.words) == ("제2조(점등) 제3항제1호", "선장")
    annex = read_glance(lit, given.ACT.id, Goal("", "", annex="별표"), TODAY)
    assert annex is not None
    assert annex.words == "등불의 종류"
    assert read_glance(lit, given.ACT.id, Goal("", "제99조"), TODAY) is None
