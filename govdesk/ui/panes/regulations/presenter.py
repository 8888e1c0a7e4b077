"""The decisions of the regulation pane: what is open, where one reads, how one got there. Plain Python."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from govdesk.errors import DocumentNotFound
from govdesk.knowledge.model import DocumentId
from govdesk.ui.panes.regulations.contract import RegulationsView, Shop, Work
from govdesk.ui.panes.regulations.librarian import Librarian
from govdesk.ui.panes.regulations.library import document_of
from govdesk.ui.panes.regulations.links import Goal, Reader
from govdesk.ui.panes.regulations.opening import Catalogue, Opened, read_document
from govdesk.ui.panes.regulations.own.presenter import OwnPresenter
from govdesk.ui.panes.regulations.page import Page, Section
from govdesk.ui.panes.regulations.pagefinder import PageFinder
from govdesk.ui.panes.regulations.related import Entry
from govdesk.ui.panes.regulations.related_presenter import RelatedPresenter
from govdesk.ui.panes.regulations.spots import first_step, name_block, section_at
from govdesk.ui.panes.regulations.states import state_words
from govdesk.ui.panes.regulations.tabs import Spot, Tab, Tabs
from govdesk.ui.panes.regulations.taking import Taking
from govdesk.ui.requests import OpenArticle, Request

KEPT = 3
"""Documents kept ready, so that back and forward are immediate; a large one is about 10 MB."""
NEAR = 4
"""A place at most this many blocks below the article's name is shown with the name above it."""


class RegulationsPresenter:
    """Maps what the person does to the store and the view.

    `explain` gives Korean text for an error, `retitle` is called when `title` says something else, `last` is what
    was read when the window was closed.
    """

    def __init__(
        self,
        view: RegulationsView,
        shop: Shop,
        work: Work,
        *,
        as_of: Callable[[], date],
        request: Callable[[Request], None],
        say: Callable[[str], None],
        explain: Callable[[Exception], tuple[str, str]],
        retitle: Callable[[], None] = lambda: None,
        last: Spot | None = None,
    ) -> None:
        self._view = view
        self._shop = shop
        self._work = work
        self._say = say
        self._explain = explain
        self._retitle = retitle
        self._as_of = as_of
        self._tabs = Tabs()
        self._ready: OrderedDict[DocumentId, Opened] = OrderedDict()
        self._opened: Opened | None = None
        self._asked: Spot | None = None
        self._section = -1
        self._last = last
        self.library = Librarian(view, shop, work, as_of)
        self.finder = PageFinder(view)
        self.related = RelatedPresenter(view, shop, work, as_of)
        self.own: OwnPresenter | None = None
        self.taking = Taking(view, self.read, request, say)

    @property
    def title(self) -> str:
        """What is open, for the top bar."""
        return self._opened.page.document.title if self._opened else ""

    @property
    def opened(self) -> Opened | None:
        """The document that is read."""
        return self._opened

    @property
    def spot(self) -> Spot | None:
        """Where one reads."""
        return self._tabs.current.spot if self._tabs.current else None

    # -- the library -----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again what there is: at the start, after an import, a removal, another 기준일."""
        self.library.refresh(self._on_catalogue, self.fail)

    def _on_catalogue(self, former: Catalogue | None) -> None:
        for identity, opened in tuple(self._ready.items()):
            if not self.library.unchanged(opened.page.document):
                del self._ready[identity]
        for tab in self._tabs.all():
            if self.library.holds(tab.spot.document):
                edition = self.library.edition_of(tab.spot.document, former)
                tab.spot = replace(tab.spot, document=edition)
            else:
                self._tabs.close(tab.key)
        self._show_tabs()
        current = self._tabs.current
        if current is None:
            if self._opened is not None:
                self._show_nothing()
            elif former is None and self._last is not None and self.library.holds(self._last.document):
                self._tabs.open(self._last)
                self._show_tabs()
                self._load(self._last, flash=False)
        elif self._opened is not None and self._ready.get(current.spot.document) is self._opened:
            self._show_state()
        elif self._asked is None or self._opened is not None:
            self._load(current.spot, flash=False)

    # -- opening ---------------------------------------------------------------------------------------------

    def open_key(self, key: str, new_tab: bool = False) -> None:
        """A row of the tree of documents."""
        identity = document_of(key)
        if identity is not None:
            self._visit(Spot(identity), new_tab=new_tab)

    def open_article(self, request: OpenArticle) -> None:
        """What another pane or the go-to box asks for; a document that is not open gets a tab of its own."""
        spot = Spot(request.document, request.article, place=request.place, passage=request.passage)
        shown = self._tabs.showing(request.document)
        if shown is not None:
            self._tabs.choose(shown.key)
        self._visit(spot, new_tab=shown is None)

    def follow(self, goal: Goal, new_tab: bool = False) -> None:
        """A citation in the text."""
        if goal.why:
            self._say(f"{goal.why}.")
            return
        document = self.document_of(goal)
        if document is not None:
            section = goal.article or goal.annex
            self._visit(Spot(document, section, place=goal.place if goal.article else ""), new_tab=new_tab)

    def document_of(self, goal: Goal) -> DocumentId | None:
        """The document that a goal lies in."""
        if self._opened is None:
            return self.library.document_of(goal) if goal.series else None
        return self.library.place_of(goal, self._opened.page.document.id)

    def open_entry(self, entry: Entry, new_tab: bool = False) -> None:
        """A row of the related column."""
        if entry.document is not None:
            self._visit(Spot(entry.document, entry.section, place=entry.place), new_tab=new_tab)

    def point(self, goal: Goal | None) -> None:
        """Say where the link under the pointer or the focus leads."""
        if goal is not None and goal.why:
            self._say(f"{goal.why}.")
        elif goal is not None:
            document = self.library.document_of(goal) if goal.series else None
            title = f"「{self.library.title(document)}」 " if document else ""
            self._say(f"{title}{goal.article or goal.annex}{goal.place}(으)로 가기")

    def show_current_edition(self) -> None:
        """Leave an edition that does not answer for the one that does."""
        if self._opened is not None and self._tabs.current is not None:
            other = self.library.other_edition(self._opened.page.document)
            if other is not None:
                self._visit(replace(self._tabs.current.spot, document=other, passage=""))

    def choose_edition(self, number: int) -> None:
        """Another edition, at the article that is read."""
        editions, _ = self._opened.dated() if self._opened else ([], -1)
        tab = self._tabs.current
        if tab is not None and 0 <= number < len(editions):
            self._visit(replace(tab.spot, document=editions[number].id, passage="", order=-1))

    def step_edition(self, by: int) -> None:
        """The next (1) or previous (-1) edition."""
        if self._opened is not None:
            self.choose_edition(self._opened.dated()[1] + by)

    def _visit(self, spot: Spot, *, new_tab: bool = False) -> None:
        tab = self._tabs.current
        if tab is None or new_tab:
            self._tabs.open(spot)
        else:
            tab.visit(spot)
        self._show_tabs()
        self._load(spot)

    def _load(self, spot: Spot, *, flash: bool = True) -> None:
        self._asked = spot
        self._show_ways()
        ready = self._ready.get(spot.document)
        if ready is not None:
            self._show(ready, spot, flash)
            return
        if self._opened is None or self._opened.page.document.id != spot.document:
            self._view.show_waiting(self.library.title(spot.document))
        series_of = self.library.series_of
        self._work.read(
            lambda: read_document(self._shop.store(), spot.document, series_of),
            on_finished=lambda opened: self._on_opened(opened, spot, flash),
            on_error=lambda error: self._on_not_opened(error, spot),
        )

    def _on_opened(self, opened: Opened, spot: Spot, flash: bool) -> None:
        self._ready[spot.document] = opened
        while len(self._ready) > KEPT:
            self._ready.popitem(last=False)
        if self._asked is spot:
            self._show(opened, spot, flash)

    def _on_not_opened(self, error: Exception, spot: Spot) -> None:
        if self._asked is not spot:
            return
        if isinstance(error, DocumentNotFound) and self._tabs.current is not None:
            self.close_tab(self._tabs.current.key)
        self.fail(error)

    def fail(self, error: Exception) -> None:
        """Show what went wrong."""
        self._view.show_problem(*self._explain(error))

    # -- showing ---------------------------------------------------------------------------------------------

    def _show(self, opened: Opened, spot: Spot, flash: bool) -> None:
        if self._opened is not opened:
            self._opened = opened
            self._section = -1
            self._view.show_page(opened.page, opened.outline, opened.reader)
            self._retitle()
            self._show_state()
            self.finder.take_page(opened.page)
            self._view.show_editions(*opened.dated(), self._as_of())
            self.library.choose(opened.page.document.id)
            self._show_tabs()
        self._go(opened.page, spot, flash)

    def _show_state(self) -> None:
        assert self._opened is not None
        document = self._opened.page.document
        state = self.library.state(document)
        self._view.show_state(state_words(document, state), state)
        self._view.show_warning(*self.library.warning(document))

    def _show_nothing(self) -> None:
        self._opened = self._asked = None
        self.finder.take_page(None)
        self._view.show_page(None, (), Reader())
        self._retitle()
        self._view.show_warning("", "", "")
        self.library.choose(None)
        self._show_ways()

    def _go(self, page: Page, spot: Spot, flash: bool) -> None:
        order = section_at(page, spot)
        if order is None:
            if spot.section:
                self._say(f"{spot.section}: 이 판에 없습니다.")
            self._view.go_to(0, frozenset())
        else:
            start, name = name_block(page, order)
            blocks = page.blocks_at(order, spot.place)
            lit = frozenset(blocks or [name]) if flash and spot.section else frozenset[int]()
            self._view.go_to(blocks[0] if blocks and blocks[0] - name > NEAR else start, lit)
        self._show_place(order)

    def moved(self) -> None:
        """Another block came to the top."""
        self._show_place(None)

    def _show_place(self, asked: int | None) -> None:
        """Say what is read: the section that was `asked` for (one near the end never comes to the top), or what the
        view has at its top."""
        tab = self._tabs.current
        if self._opened is None or tab is None:
            return
        page = self._opened.page
        block = self._view.reading_block()
        if asked is not None and page.section_of(block) != asked:
            block = name_block(page, asked)[1]
        order = page.section_of(block)
        if not page.sections or block < page.sections[0].first:
            self._section = 0 if page.sections else -1
            tab.spot = Spot(page.document.id)
            self._view.show_place(0, "", page.document.title, page.document.title)
            self._beside(page, self._section)
            return
        section = page.sections[order]
        self._section = order
        tab.spot = Spot(page.document.id, section.number or section.title, order)
        sticky = " ".join(part for part in (section.name, first_step(page.blocks[block].place)) if part)
        crumbs = " › ".join((page.document.title, *section.path))
        self._view.show_place(order, section.key, sticky, crumbs)
        self._beside(page, order)

    def _beside(self, page: Page | None, order: int) -> None:
        """What stands beside the text follows it."""
        self.related.show(page, order)
        if self.own is not None:
            self.own.show(page, order)

    def open_section(self, key: str) -> None:
        """A row of the article tree."""
        tab = self._tabs.current
        if self._opened is None or tab is None:
            return
        page = self._opened.page
        order = next((number for number, section in enumerate(page.sections) if section.key == key), None)
        if order is not None:
            section = page.sections[order]
            tab.visit(Spot(page.document.id, section.number or section.title, order))
            self._show_ways()
            self._view.go_to(section.first, frozenset())
            self._show_place(order)

    def step_article(self, by: int) -> None:
        """The next (1) or previous (-1) article; the beginning of this one first, when it was scrolled past."""
        if self._opened is None or not self._opened.page.sections:
            return
        sections = self._opened.page.sections
        block = self._view.reading_block()
        order = max(self._section, self._opened.page.section_of(block))
        if block < sections[0].first:
            target = 0
        elif by < 0 and block > name_block(self._opened.page, order)[1] + 1:
            target = order
        else:
            target = min(max(0, order + by), len(sections) - 1)
        self._view.go_to(sections[target].first, frozenset())
        self._show_place(target)

    # -- tabs and ways ---------------------------------------------------------------------------------------

    def choose_tab(self, key: str) -> None:
        tab = self._tabs.choose(key)
        if tab is not None:
            self._load(tab.spot, flash=False)

    def step_tab(self, by: int) -> None:
        tabs, current = self._tabs.all(), self._tabs.current
        if current is not None and len(tabs) > 1:
            self.choose_tab(tabs[(tabs.index(current) + by) % len(tabs)].key)
            self._show_tabs()

    def close_tab(self, key: str = "") -> None:
        """Close a tab (the current one without `key`)."""
        current = self._tabs.current
        if current is None:
            return
        self._tabs.close(key or current.key)
        self._show_tabs()
        left = self._tabs.current
        if left is None:
            self._show_nothing()
        elif left is not current:
            self._load(left.spot, flash=False)

    def back(self) -> None:
        self._step(Tab.step_back)

    def forward(self) -> None:
        self._step(Tab.step_forward)

    def _step(self, way: Callable[[Tab], Spot | None]) -> None:
        tab = self._tabs.current
        spot = way(tab) if tab is not None else None
        if spot is not None:
            self._load(spot, flash=False)
            self._show_tabs()

    def _show_ways(self) -> None:
        tab = self._tabs.current
        self._view.show_ways(back=bool(tab and tab.back), forward=bool(tab and tab.forward))

    def _show_tabs(self) -> None:
        current = self._tabs.current
        tabs = [(tab.key, self.library.title(tab.spot.document) or "여는 중") for tab in self._tabs.all()]
        self._view.show_tabs(tabs, current.key if current else "")

    def read(self) -> tuple[Page, Section] | None:
        """The section that is read."""
        if self._opened is None or not 0 <= self._section < len(self._opened.page.sections):
            return None
        return self._opened.page, self._opened.page.sections[self._section]
