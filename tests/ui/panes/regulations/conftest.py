"""A presenter over an invented store, with a view that keeps what it was told."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from govdesk.errors import GovDeskError
from govdesk.knowledge.model import Document, DocumentState
from govdesk.ui.panes.regulations.links import Reader
from govdesk.ui.panes.regulations.nodes import Node
from govdesk.ui.panes.regulations.page import Page
from govdesk.ui.panes.regulations.presenter import RegulationsPresenter
from govdesk.ui.panes.regulations.related import RelatedData


def _load(name: str) -> ModuleType:
    """`samples.py` beside this file, under a name of its own (tests are imported by path)."""
    known = sys.modules.get(name)
    if known is None:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name("samples.py"))
        assert spec is not None and spec.loader is not None
        known = importlib.util.module_from_spec(spec)
        sys.modules[name] = known
        spec.loader.exec_module(known)
    return known


samples = _load("regulation_samples")


@dataclass
class FakeView:
    """`contract.RegulationsView`; `block` is where one reads."""

    told: list[tuple[str, Any]] = field(default_factory=list)
    library: list[Node] = field(default_factory=list)
    empty: bool = False
    tabs: list[str] = field(default_factory=list)
    chosen_tab: str = ""
    tab_keys: list[str] = field(default_factory=list)
    page: Page | None = None
    outline: Sequence[Node] = ()
    reader: Reader | None = None
    state: tuple[str, DocumentState | None] = ("", None)
    warning: tuple[str, str, str] = ("", "", "")
    problem: tuple[str, str] = ("", "")
    place: tuple[int, str, str, str] = (0, "", "", "")
    ways: tuple[bool, bool] = (False, False)
    block: int = 0
    flashed: frozenset[int] = frozenset()
    found: str = ""
    match: tuple[int, int] | None = None
    pattern: re.Pattern[str] | None = None
    selected: tuple[str, int] = ("", 0)
    clipboard: str = ""
    document: str = ""
    waiting: str = ""
    related: RelatedData | None = None
    wants_related: bool = False
    editions: tuple[list[str], int] = ((), -1)  # type: ignore[assignment]

    def show_library(self, nodes: Sequence[Node], *, empty: bool, filtered: bool) -> None:
        self.library, self.empty = list(nodes), empty

    def choose_document(self, key: str) -> None:
        self.document = key

    def show_tabs(self, tabs: Sequence[tuple[str, str]], current: str) -> None:
        self.tab_keys = [key for key, _ in tabs]
        self.tabs = [title for _, title in tabs]
        self.chosen_tab = dict(tabs).get(current, "")

    def show_waiting(self, title: str) -> None:
        self.waiting = title

    def show_page(self, page: Page | None, outline: Sequence[Node], reader: Reader) -> None:
        self.page, self.outline, self.reader, self.block = page, outline, reader, 0

    def show_state(self, words: str, state: DocumentState) -> None:
        self.state = (words, state)

    def show_editions(self, editions: Sequence[Document], current: int, today: date) -> None:
        self.editions = ([one.id for one in editions], current)

    def show_related(self, data: RelatedData | None) -> None:
        self.related = data

    def show_graph(self, nodes: Sequence[Any]) -> None:
        self.drawn = nodes

    def graph_wanted(self) -> bool:
        return False

    def related_wanted(self) -> bool:
        return self.wants_related

    def show_warning(self, headline: str, text: str, action: str) -> None:
        self.warning = (headline, text, action)

    def show_problem(self, headline: str, text: str) -> None:
        self.problem = (headline, text)

    def show_place(self, section: int, key: str, sticky: str, crumbs: str) -> None:
        self.place = (section, key, sticky, crumbs)

    def show_ways(self, *, back: bool, forward: bool) -> None:
        self.ways = (back, forward)

    def go_to(self, block: int, flash: frozenset[int]) -> None:
        self.block, self.flashed = block, flash

    def reading_block(self) -> int:
        return self.block

    def mark(self, pattern: re.Pattern[str] | None) -> None:
        self.pattern = pattern

    def show_match(self, block: int, number: int) -> None:
        self.match = (block, number)

    def show_found(self, words: str, *, any_found: bool) -> None:
        self.found = words

    def selection(self) -> tuple[str, int]:
        return self.selected

    def put_on_clipboard(self, text: str) -> None:
        self.clipboard = text

    def text_at_top(self) -> str:
        assert self.page is not None
        return self.page.blocks[self.block].text


class Now:
    """`contract.Work` that is done at once, or held until `release`."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] | None = None

    def read(
        self, fn: Callable[[], Any], *, on_finished: Callable[[Any], None], on_error: Callable[[Any], None]
    ) -> None:
        def work() -> None:
            try:
                value = fn()
            except GovDeskError as error:
                on_error(error)
            else:
                on_finished(value)

        if self.held is None:
            work()
        else:
            self.held.append(work)

    def release(self) -> None:
        held, self.held = self.held or [], None
        for work in held:
            work()


@dataclass
class Desk:
    made: Any

    def store(self) -> Any:
        return self.made


@dataclass
class Case:
    """A presenter with everything around it."""

    presenter: RegulationsPresenter
    view: FakeView
    store: Any
    work: Now
    requests: list[object]
    said: list[str]
    day: list[date]


@pytest.fixture
def case() -> Case:
    view, store, work = FakeView(), samples.FakeStore.full(), Now()
    requests: list[object] = []
    said: list[str] = []
    day = [samples.TODAY]
    presenter = RegulationsPresenter(
        view,
        Desk(store),
        work,
        as_of=lambda: day[0],
        request=requests.append,
        say=said.append,
        explain=lambda error: (type(error).__name__, "다시 여세요."),
    )
    return Case(presenter, view, store, work, requests, said, day)


@pytest.fixture
def given() -> ModuleType:
    """The samples."""
    return samples


@pytest.fixture
def now() -> Now:
    """Work done at once."""
    return Now()
