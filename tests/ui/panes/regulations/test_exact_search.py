"""The exact search in the window: options, facets, more as one scrolls."""

from __future__ import annotations

from datetime import date
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govdesk.errors import QuestionEmpty
from govdesk.knowledge.model import DocumentId, DocumentState, Evidence, Hit, LiteralHits, Query
from govdesk.ui.panes.regulations.exact.model import NEAREST, Facets, facets, kind_of, rows
from govdesk.ui.panes.regulations.exact.presenter import PAGE, Asked, ExactPresenter
from govdesk.ui.panes.regulations.exact.view import ExactPane
from govdesk.ui.panes.regulations.related import Entry
from govdesk.ui.theme import Theme


class Found:
    """A store that finds `total` passages and remembers what it was asked."""

    def __init__(self, given: ModuleType, total: int = 3) -> None:
        self.given, self.total = given, total
        self.near = False
        self.asked: list[tuple[Query, dict[str, object]]] = []

    def store(self) -> Found:
        return self

    def documents(self) -> list[Any]:
        return [self.given.ACT, self.given.DECREE, self.given.MANUAL]

    def literal(self, query: Query, **how: object) -> LiteralHits:
        self.asked.append((query, how))
        if query.text == "…":
            raise QuestionEmpty
        act, passage = self.given.ACT, self.given.act_passages()[1]
        hits = tuple(
            Hit(number, 1.0, act, passage, "", DocumentState.IN_FORCE)
            for number in range(1, min(self.total, query.limit) + 1)
        )
        return LiteralHits(query, self.total, hits, 1.0, {act.id: self.total - 1, self.given.MANUAL.id: 1})

    def search(self, query: Query) -> Evidence:
        if query.text == "…":
            raise QuestionEmpty
        passages = self.given.act_passages()
        near = [
            Hit(1, 2.0, self.given.ACT, passages[0], "", DocumentState.IN_FORCE),
            Hit(2, 1.0, self.given.MANUAL, passages[1], "", DocumentState.IN_FORCE),
        ]
        return Evidence(query, tuple(near if self.near else ()), 1.0)


class View:
    entries: list[Entry]
    words = ""
    found: Facets
    chosen = ""
    shown = False
    kept = False

    def show_results(self, entries: list[Entry], words: str, *, keep: bool) -> None:
        self.entries, self.words, self.kept = entries, words, keep

    def show_facets(self, found: Facets, chosen: str) -> None:
        self.found, self.chosen = found, chosen

    def show_searching(self) -> None:
        self.words = "찾는 중"

    def show_exact(self, shown: bool) -> None:
        self.shown = shown


class Case:
    def __init__(self, given: ModuleType, now: Any, total: int = 3) -> None:
        self.store, self.view = Found(given, total), View()
        self.failed: list[Exception] = []
        self.presenter = ExactPresenter(
            self.view, self.store, now, as_of=lambda: date(2026, 11, 20), fail=self.failed.append
        )


@pytest.fixture
def case(given: ModuleType, now: Any) -> Case:
    return Case(given, now)


def test_results_stand_below_their_document_with_the_words_picked_out(case: Case, given: ModuleType) -> None:
    case.presenter.ask(Asked("등대장은"))
    heading, first, *_ = case.view.entries
    assert (heading.title, heading.heading) == (f"{given.ACT.title}  2", True)
    assert (first.title, first.section, first.place) == ("제2조제1항 점등", "제2조", "제1항")
    assert first.words[slice(*first.mark)] == "등대장은"
    assert case.view.words == "정확히 일치 3건 · 문서 2개"


def test_articles_near_in_meaning_stand_above_and_follow_what_is_narrowed(case: Case, given: ModuleType) -> None:
    case.store.near = True
    case.presenter.ask(Asked("등대장은"))
    titles = [one.title for one in case.view.entries[:4]]
    assert titles == [
        NEAREST,
        f"{given.ACT.title} 제1조 목적",
        f"{given.MANUAL.title} 제2조제1항 점등",
        f"{given.ACT.title}  2",
    ]
    assert case.view.entries[1].document == given.ACT.id
    case.presenter.narrow("kind:매뉴얼")
    assert [one.title for one in case.view.entries[:2]] == [NEAREST, f"{given.MANUAL.title} 제2조제1항 점등"]
    case.presenter.ask(Asked("등대장은", without="지킨다"))
    assert [one.title for one in case.view.entries[:2]] == [NEAREST, f"{given.MANUAL.title} 제2조제1항 점등"]


def test_a_facet_narrows_and_the_same_one_again_widens(case: Case, given: ModuleType) -> None:
    case.presenter.ask(Asked("등"))
    assert [(one.title, one.count) for one in case.view.found.kinds] == [("법률", 2), ("매뉴얼", 1)]
    case.presenter.narrow("kind:매뉴얼")
    assert case.store.asked[-1][1]["within"] == frozenset({given.MANUAL.id})
    assert case.view.chosen == "kind:매뉴얼"
    case.presenter.narrow("kind:매뉴얼")
    assert case.store.asked[-1][1]["within"] is None


def test_options_go_to_the_search_and_empty_words_ask_nothing(case: Case) -> None:
    case.presenter.ask(Asked("등 대", each_word=True, without="봉화", supplements=True))
    query, how = case.store.asked[-1]
    assert (query.text, how["each_word"], how["without"], how["supplements"]) == ("등 대", True, "봉화", True)
    case.presenter.ask(Asked("  "))
    assert (len(case.store.asked), case.view.entries) == (1, [])
    case.presenter.ask(Asked("…"))
    assert case.view.words == "찾을 글자를 적으세요."
    assert case.failed == []


def test_more_comes_as_one_scrolls(given: ModuleType, now: Any) -> None:
    case = Case(given, now, total=PAGE + 50)
    case.presenter.ask(Asked("등"))
    assert "앞의 200건" in case.view.words
    case.presenter.more()
    assert (case.store.asked[-1][0].limit, case.view.kept) == (2 * PAGE, True)
    case.presenter.more()
    assert len(case.store.asked) == 2


def test_ministries_and_kinds_of_rules(given: ModuleType) -> None:
    rule = given.document("r", "등대 규칙", "해양수산부령")
    assert (kind_of(rule), kind_of(given.DECREE), kind_of(given.MANUAL)) == ("부령", "대통령령", "매뉴얼")
    found = LiteralHits(Query("등", date(2026, 1, 1)), 5, (), 1.0, {DocumentId("r"): 5})
    assert [one.title for one in facets(found, [rule]).ministries] == ["한빛부"]
    assert rows(found, ["등"]) == []


def test_the_widgets_ask_and_open(qtbot: Any, theme: Theme, case: Case) -> None:
    pane = ExactPane(theme)
    qtbot.addWidget(pane)
    pane.resize(1100, 600)
    pane.show()
    with qtbot.waitSignal(pane.asked) as asked:
        pane.start("등대장은")
    assert asked.args == [Asked("등대장은")]
    case.presenter.ask(Asked("등대장은"))
    pane.show_results(case.view.entries, case.view.words, keep=False)
    pane.show_facets(case.view.found, "")
    pane.results.setCurrentIndex(pane.results.model().index(1, 0))
    with qtbot.waitSignal(pane.opened) as opened:
        QTest.keyClick(pane.results, Qt.Key.Key_Return)
    assert opened.args[0].section == "제2조"
    with qtbot.waitSignal(pane.closed):
        QTest.keyClick(pane, Qt.Key.Key_Escape)
