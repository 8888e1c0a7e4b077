"""The decisions about own marks: set, taken off, and what an update did to them. Plain Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol

from govdesk.errors import GovDeskError
from govdesk.knowledge.changed import Fate, fates, text_at
from govdesk.knowledge.model import Document, DocumentId, DocumentState
from govdesk.records.marks import MarkId, MarkKind, OwnMark, digest_of
from govdesk.ui.panes.regulations.contract import Work
from govdesk.ui.panes.regulations.own.model import Judged, OwnShown, of_article, touched
from govdesk.ui.panes.regulations.page import Page, Section

if TYPE_CHECKING:
    from govdesk.knowledge.store import Store
    from govdesk.records.marks import Marks


class OwnView(Protocol):
    """The widgets, seen from here."""

    def show_own(self, shown: OwnShown) -> None: ...
    def show_highlights(self, words: Mapping[int, str]) -> None:
        """Words picked out, by block."""

    def show_bookmarks(self, keys: frozenset[str]) -> None:
        """Article rows that carry the bookmark sign, by `Section.key`."""

    def show_touched(self, count: int) -> None:
        """Above everything: an update changed that many marked places; 0 takes it away."""


class OwnShop(Protocol):
    """Where store and marks are opened: the store on a lane, the marks on the window's thread."""

    def store(self) -> Store: ...
    def marks(self) -> Marks: ...


def judge(store: Store, marks: list[OwnMark], as_of: date) -> Judged:
    """What became of every mark; runs on a lane."""
    states = store.states(as_of)
    shown = (DocumentState.IN_FORCE, DocumentState.REPEALED, DocumentState.FUTURE)
    by_series: dict[str, Document] = {}
    for one in store.documents():
        if states[one.id] in shown:
            by_series.setdefault(one.series, one)
    return fates(marks, by_series.get, lambda one: store.passages(one.id), digest_of)


class OwnPresenter:
    """``show(page, order)`` when another article is read; ``refresh()`` after an import or another 기준일."""

    def __init__(
        self,
        view: OwnView,
        shop: OwnShop,
        work: Work,
        *,
        as_of: Callable[[], date],
        say: Callable[[str], None],
        fail: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._shop = shop
        self._work = work
        self._as_of = as_of
        self._say = say
        self._fail = fail
        self._judged: Judged = ()
        self._page: Page | None = None
        self._order = -1

    # -- what is shown ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look again at what became of the marked places."""
        try:
            marks = self._shop.marks().all()
        except GovDeskError as error:
            self._fail(error)
            return
        if not marks:
            self._take(())
            return
        as_of = self._as_of()
        self._work.read(lambda: judge(self._shop.store(), marks, as_of), on_finished=self._take, on_error=self._fail)

    def _take(self, judged: Judged) -> None:
        self._judged = judged
        self._view.show_touched(touched(judged))
        self._show_page()

    def show(self, page: Page | None, order: int) -> None:
        """The section `order` of `page` is read."""
        fresh = page is not self._page
        self._page, self._order = page, order
        if fresh:
            self._show_page()
        else:
            self._show_section()

    def _show_page(self) -> None:
        page = self._page
        if page is not None:
            own = [mark for mark, _ in self._judged if mark.series == page.document.series]
            self._view.show_highlights(_highlights(page, own))
            marked = {mark.section for mark in own}
            keys = (one.key for one in page.sections if (one.number or one.title) in marked)
            self._view.show_bookmarks(frozenset(keys))
        self._show_section()

    def _show_section(self) -> None:
        section = self._section()
        series = self._page.document.series if self._page else ""
        self._view.show_own(of_article(self._judged, series, _name(section) if section else ""))

    def _section(self) -> Section | None:
        if self._page is None or not 0 <= self._order < len(self._page.sections):
            return None
        return self._page.sections[self._order]

    # -- setting and taking off ------------------------------------------------------------------------------

    def toggle_bookmark(self) -> None:
        """Set or take off the bookmark of the article that is read."""
        section = self._section()
        if section is None or self._page is None:
            return
        series, name = self._page.document.series, _name(section)
        held = [
            mark.id
            for mark, _ in self._judged
            if (mark.series, mark.section, mark.kind) == (series, name, MarkKind.BOOKMARK)
        ]
        if held:
            self._change(lambda marks: marks.remove(*held), "책갈피를 뺐습니다.")
        else:
            self._add(MarkKind.BOOKMARK, section, "", "", "", "책갈피를 꽂았습니다.")

    def add_note(self, text: str) -> None:
        section = self._section()
        if section is not None and text.strip():
            self._add(MarkKind.NOTE, section, "", "", text.strip(), "메모를 남겼습니다.")

    def highlight(self, words: str, block: int) -> None:
        """Pick out the selected `words`, which begin in `block`."""
        if self._page is None or not words.strip():
            self._say("형광으로 칠할 글을 먼저 고르세요.")
            return
        section = self._page.sections[self._page.section_of(block)]
        place = self._page.blocks[block].place
        first = words.strip().split("\n", maxsplit=1)[0].strip()
        self._add(MarkKind.HIGHLIGHT, section, place, first, "", "형광으로 칠했습니다.")

    def remove(self, mark: MarkId) -> None:
        self._change(lambda marks: marks.remove(mark), "뺐습니다.")

    def seen(self) -> None:
        """The person has looked at what the update changed."""
        now = [(mark.id, found.digest) for mark, found in self._judged if found.fate is Fate.CHANGED]
        gone = [mark.id for mark, found in self._judged if found.fate is Fate.GONE]
        self._change(lambda marks: marks.seen([*now, *((one, "") for one in gone)]), "확인했습니다.")

    def _add(self, kind: MarkKind, section: Section, place: str, words: str, note: str, said: str) -> None:
        assert self._page is not None
        series, name = self._page.document.series, _name(section)
        text = self._text(section, place)
        self._change(lambda marks: marks.add(series, name, kind, text, place=place, words=words, note=note), said)

    def _text(self, section: Section, place: str) -> str:
        """The words at the place as `knowledge.changed` will look at them."""
        from govdesk.knowledge.model import Passage

        whole = Passage("", DocumentId(""), 0, section.role, section.number, section.title, (), "", section.text)
        return text_at([whole], _name(section), place) or section.text

    def _change(self, change: Callable[[Marks], object], said: str) -> None:
        try:
            change(self._shop.marks())
        except GovDeskError as error:
            self._fail(error)
            return
        self._say(said)
        self.refresh()


def _name(section: Section) -> str:
    return section.number or section.title


def _highlights(page: Page, own: list[OwnMark]) -> dict[int, str]:
    """The picked words by the block that holds them."""
    found: dict[int, str] = {}
    for mark in own:
        if mark.kind is not MarkKind.HIGHLIGHT:
            continue
        for number, section in enumerate(page.sections):
            if _name(section) == mark.section:
                for block in page.blocks_of(number):
                    if page.blocks[block].place == mark.place and mark.words in page.blocks[block].plain:
                        found[block] = mark.words
    return found
