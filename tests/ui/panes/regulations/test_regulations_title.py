"""The name of what is open, beside the pane's name in the top bar; and where the store is read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from govdesk.ui.jobrunner import JobRunner
from govdesk.ui.memory import Memory
from govdesk.ui.pane import Ledger, PaneContext, WorkingDate
from govdesk.ui.panes.regulations import create
from govdesk.ui.panes.regulations.pane import Regulations
from govdesk.ui.requests import OpenArticle
from govdesk.ui.theme import Theme


@dataclass
class Joined:
    """The pane on its real lanes; `titles` is what the top bar was told to show."""

    pane: Regulations
    runner: JobRunner
    titles: list[str] = field(default_factory=list)
    readers: set[int] = field(default_factory=set)


@pytest.fixture
def joined(qtbot: Any, theme: Theme, given: ModuleType) -> Iterator[Joined]:
    store, runner, readers, titles = given.FakeStore.full(), JobRunner(), set(), []

    def opened() -> Any:
        readers.add(threading.get_ident())
        return store

    context = PaneContext(
        SimpleNamespace(store=opened),  # type: ignore[arg-type]
        theme,
        runner,
        WorkingDate(lambda: given.TODAY),
        Ledger(),
        Memory(),
        lambda _request: None,
        lambda _words: None,
        lambda error: (type(error).__name__, ""),
        lambda: titles.append(pane.subtitle()),
    )
    pane = create(context)
    assert isinstance(pane, Regulations)
    qtbot.addWidget(pane.widget())
    qtbot.waitUntil(lambda: pane.presenter.library.title(given.ACT.id) == given.ACT.title)
    yield Joined(pane, runner, titles, readers)
    runner.close()


def test_the_top_bar_is_told_the_document_that_is_open(qtbot: Any, joined: Joined, given: ModuleType) -> None:
    joined.pane.open(OpenArticle(given.ACT.id))
    qtbot.waitUntil(lambda: joined.titles == [given.ACT.title])
    joined.pane.open(OpenArticle(given.DECREE.id))
    qtbot.waitUntil(lambda: joined.titles[-1] == given.DECREE.title)


def test_the_top_bar_is_told_when_the_last_document_is_closed(qtbot: Any, joined: Joined, given: ModuleType) -> None:
    joined.pane.open(OpenArticle(given.ACT.id))
    qtbot.waitUntil(lambda: joined.titles == [given.ACT.title])
    joined.pane.presenter.close_tab()
    assert joined.titles[-1] == ""


def test_the_store_is_never_opened_on_the_window_s_thread(qtbot: Any, joined: Joined, given: ModuleType) -> None:
    joined.pane.open(OpenArticle(given.ACT.id))
    qtbot.waitUntil(lambda: bool(joined.titles))
    assert joined.readers
    assert threading.get_ident() not in joined.readers


def test_the_bar_that_is_measured_scrolls_the_text(qtbot: Any, joined: Joined, given: ModuleType) -> None:
    joined.pane.widget().resize(1100, 300)
    with qtbot.waitExposed(joined.pane.widget()):
        joined.pane.widget().show()
    joined.pane.open(OpenArticle(given.ACT.id))
    qtbot.waitUntil(lambda: joined.pane.reading_bar().maximum() > 100)
    joined.pane.reading_bar().setValue(100)
    assert joined.pane.view.reading.page.top() == 100
