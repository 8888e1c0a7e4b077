"""Bookmarks, highlights and notes of the pane, and the banner after an update."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from govdesk.records.marks import MarkKind, Marks
from govdesk.ui.panes.regulations.building import build
from govdesk.ui.panes.regulations.own.model import OwnShown
from govdesk.ui.panes.regulations.own.panel import OwnPanel
from govdesk.ui.panes.regulations.own.presenter import OwnPresenter
from govdesk.ui.theme import Theme


class View:
    shown: OwnShown
    highlights: Mapping[int, str] = {}
    bookmarks: frozenset[str] = frozenset()
    touched = 0

    def show_own(self, shown: OwnShown) -> None:
        self.shown = shown

    def show_highlights(self, words: Mapping[int, str]) -> None:
        self.highlights = words

    def show_bookmarks(self, keys: frozenset[str]) -> None:
        self.bookmarks = keys

    def show_touched(self, count: int) -> None:
        self.touched = count


class Own:
    """The presenter over a real file of marks and an invented store, at 제2조."""

    def __init__(self, given: ModuleType, now: Any, path: Path) -> None:
        self.store_, self.marks_, self.view = given.FakeStore.full(), Marks(path), View()
        self.said: list[str] = []
        self.presenter = OwnPresenter(
            self.view, self, now, as_of=lambda: date(2026, 11, 20), say=self.said.append, fail=self.said.append
        )
        self.page = build(given.ACT, given.act_passages())
        self.second = next(number for number, one in enumerate(self.page.sections) if one.number == "제2조")
        self.presenter.show(self.page, self.second)

    def store(self) -> Any:
        return self.store_

    def marks(self) -> Marks:
        return self.marks_


@pytest.fixture
def own(given: ModuleType, now: Any, tmp_path: Path) -> Any:
    made = Own(given, now, tmp_path / "기록.db")
    yield made
    made.marks_.close()


def test_a_bookmark_goes_on_and_off(own: Own) -> None:
    own.presenter.toggle_bookmark()
    assert own.view.shown.bookmarked
    assert own.view.bookmarks == {own.page.sections[own.second].key}
    own.presenter.toggle_bookmark()
    assert not own.view.shown.bookmarked
    assert own.view.bookmarks == frozenset()


def test_a_note_and_a_highlight_hang_on_their_place(own: Own) -> None:
    block = next(number for number, one in enumerate(own.page.blocks) if one.place == "제1항")
    own.presenter.highlight("매일 저녁 등을", block)
    own.presenter.add_note("  당번표 참고 ")
    own.presenter.add_note("   ")
    assert own.view.highlights == {block: "매일 저녁 등을"}
    assert [(one.text, one.words) for one in own.view.shown.notes] == [("당번표 참고", ""), ("", "매일 저녁 등을")]
    own.presenter.remove(own.view.shown.notes[0].mark)
    assert len(own.view.shown.notes) == 1
    own.presenter.highlight("  ", block)
    assert "먼저 고르세요" in own.said[-1]


def test_an_update_that_changes_a_marked_article_is_told_until_it_was_seen(own: Own, given: ModuleType) -> None:
    own.presenter.add_note("기억할 것")
    assert own.view.touched == 0
    passages = [replace(one, text="① 새 글이다.") if one.article == "제2조" else one for one in given.act_passages()]
    own.store_.add(given.ACT, passages)
    own.presenter.refresh()
    assert own.view.touched == 1
    assert own.view.shown.notes[0].warning == "내용이 바뀜"
    assert [one.title for one in own.view.shown.all if one.heading] == ["이번 갱신으로 바뀐 내 조문 1"]
    own.presenter.seen()
    assert own.view.touched == 0


def test_a_mark_on_a_statute_that_was_removed_is_kept_and_told(own: Own) -> None:
    own.marks_.add("없는 법령", "제1조", MarkKind.BOOKMARK, "글")
    own.presenter.refresh()
    (heading, row) = own.view.shown.all
    assert (heading.heading, row.note, row.document) == (True, "자료에 없음", None)


def test_the_panel_takes_a_note_and_clears_the_box(qtbot: Any, theme: Theme, own: Own) -> None:
    panel = OwnPanel(theme)
    qtbot.addWidget(panel)
    panel.box.set_value("당번표 참고")
    with qtbot.waitSignal(panel.noted) as noted:
        panel.save.click()
    assert noted.args == ["당번표 참고"]
    assert panel.box.value() == ""
    own.presenter.add_note("하나")
    panel.show_own(own.view.shown)
    with qtbot.waitSignal(panel.removed):
        panel._cards[0].removed.emit(1)
