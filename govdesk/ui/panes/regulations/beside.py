"""나란히: a second place held beside the text, of the same document or another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal

from govdesk.knowledge.model import DocumentId
from govdesk.ui.kit import ElidedLabel, IconButton, Panel, follow
from govdesk.ui.panes.regulations.contract import Shop, Work
from govdesk.ui.panes.regulations.links import Goal, Reader
from govdesk.ui.panes.regulations.opening import Opened, read_document
from govdesk.ui.panes.regulations.page import Page
from govdesk.ui.panes.regulations.pageview import PageView
from govdesk.ui.panes.regulations.spots import name_block
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES


class BesideView(Protocol):
    """The column, seen from here."""

    def show_beside(self, page: Page, reader: Reader, block: int, flash: frozenset[int]) -> None: ...
    def hide_beside(self) -> None: ...


class BesidePresenter:
    """``hold(opened, block)`` puts what is read beside the text; its links lead on within the column."""

    def __init__(
        self,
        view: BesideView,
        shop: Shop,
        work: Work,
        document_of: Callable[[Goal, DocumentId], DocumentId | None],
        series_of: Callable[[str], str],
        say: Callable[[str], None],
    ) -> None:
        self._view = view
        self._shop = shop
        self._work = work
        self._document_of = document_of
        self._series_of = series_of
        self._say = say
        self._opened: Opened | None = None

    @property
    def held(self) -> DocumentId | None:
        """The document that stands beside the text."""
        return self._opened.page.document.id if self._opened else None

    def hold(self, opened: Opened, block: int) -> None:
        self._opened = opened
        self._view.show_beside(opened.page, opened.reader, block, frozenset())

    def close(self) -> None:
        self._opened = None
        self._view.hide_beside()

    def follow(self, goal: Goal, _new_tab: bool = False) -> None:
        """A citation in the column."""
        if goal.why:
            self._say(f"{goal.why}.")
            return
        if self._opened is None:
            return
        here = self._opened.page.document.id
        document = self._document_of(goal, here)
        if document == here:
            self._go(goal)
        elif document is not None:
            self.open(document, goal)

    def open(self, document: DocumentId, goal: Goal) -> None:
        """A place of `document` beside the text."""
        if document == self.held:
            self._go(goal)
        else:
            self._work.read(
                lambda: read_document(self._shop.store(), document, self._series_of),
                on_finished=lambda opened: self._take(opened, goal),
                on_error=lambda _error: self._say("자료를 열지 못했습니다."),
            )

    def _take(self, opened: Opened, goal: Goal) -> None:
        self._opened = opened
        self._go(goal)

    def _go(self, goal: Goal) -> None:
        assert self._opened is not None
        page = self._opened.page
        order = page.find(article=goal.article or goal.annex)
        block = name_block(page, order)[1] if order is not None else 0
        lit = frozenset(page.blocks_at(order, goal.place) or [block]) if order is not None else frozenset[int]()
        self._view.show_beside(page, self._opened.reader, block, lit)


class BesideColumn(Panel):
    """``show(page, reader, block, flash)``; `closed`, `followed(Goal, bool)`."""

    closed = Signal()
    followed = Signal(object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", edge="left")
        self._theme = theme
        self._page: Page | None = None
        self._head = Panel(theme, "surface", edge="bottom", row=True)
        self.title = ElidedLabel(theme, "", Type.CONTROL_STRONG)
        self.close_button = IconButton(theme, "close", self.tr("나란히 닫기"), small=True)
        self._head.body.addWidget(self.title, 1)
        self._head.body.addWidget(self.close_button)
        self.page = PageView(theme)
        self.page.setAccessibleName(self.tr("나란히 보는 글"))
        self.body.addWidget(self._head)
        self.body.addWidget(self.page, 1)
        self.close_button.clicked.connect(self.closed)
        self.page.followed.connect(self.followed)
        self.page.moved.connect(self._on_moved)
        follow(theme, self._refit)
        self.hide()

    def show_at(self, page: Page, reader: Reader, block: int, flash: frozenset[int]) -> None:
        fresh = page is not self._page
        self._page = page
        self.show()
        if fresh:
            self.page.show_page(page, reader)
        self.page.go_to(block)
        self.page.flash(flash)
        self._on_moved()

    def _on_moved(self) -> None:
        if self._page is not None and self._page.sections:
            section = self._page.sections[self._page.section_of(self.page.reading_block())]
            self.title.set(f"{self._page.document.title} › {section.name}")

    def _refit(self) -> None:
        gap = self._theme.gap
        self._head.setFixedHeight(self._theme.size(SIZES.column_head))
        self._head.set_margins(gap(16), 0, gap(8), 0)
