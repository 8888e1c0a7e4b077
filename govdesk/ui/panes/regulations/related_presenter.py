"""Keeps the related column in step with the article that is read. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from govdesk.ui.panes.regulations.contract import Shop, Work
from govdesk.ui.panes.regulations.graph.model import GraphNode
from govdesk.ui.panes.regulations.graph.reading import read_graph
from govdesk.ui.panes.regulations.page import Page
from govdesk.ui.panes.regulations.related import RelatedData, read_related, with_supplements
from govdesk.ui.panes.regulations.supplements import supplements_of

Key = tuple[str, str, int, date, bool]
"""What was looked up: document, its text, section, 기준일, whether the tree is drawn."""


class RelatedView(Protocol):
    """The column as it is seen from here."""

    def show_related(self, data: RelatedData | None) -> None:
        """None: nothing is read, or it is being looked up."""

    def show_graph(self, nodes: tuple[GraphNode, ...]) -> None:
        """The drawn 위임 tree; no nodes where nothing is left to a lower text."""

    def related_wanted(self) -> bool:
        """Whether the column is in sight."""
        ...

    def graph_wanted(self) -> bool:
        """Whether the 위임 tree is drawn."""
        ...


class RelatedPresenter:
    """``show(page, order)`` when another section is read; looked up only while the column is in sight."""

    def __init__(self, view: RelatedView, shop: Shop, work: Work, as_of: Callable[[], date]) -> None:
        self._view = view
        self._shop = shop
        self._work = work
        self._as_of = as_of
        self._read: Key | None = None
        self._now: tuple[Page, int] | None = None

    def show(self, page: Page | None, order: int) -> None:
        """The section `order` of `page` is read; nothing is with None."""
        self._now = (page, order) if page is not None and 0 <= order < len(page.sections) else None
        self.refresh()

    def refresh(self) -> None:
        """Look up what is read if the column shows something else; also when it comes into sight."""
        if self._now is None:
            self._read = None
            self._view.show_related(None)
            return
        page, order = self._now
        as_of = self._as_of()
        graph = self._view.graph_wanted()
        key = (page.document.id, page.document.content_hash, order, as_of, graph)
        if key == self._read or not self._view.related_wanted():
            return
        self._read = key
        section = page.sections[order]

        def read() -> tuple[RelatedData, tuple[GraphNode, ...]]:
            store = self._shop.store()
            data = with_supplements(read_related(store, page, section, as_of), supplements_of(page, section))
            drawn = graph and data.tree is not None and data.tree.children
            return data, read_graph(store, data.tree, page.document, as_of) if drawn and data.tree else ()

        self._work.read(
            read,
            on_finished=lambda found: self._take(key, *found),
            on_error=lambda _error: self._take(key, RelatedData(), ()),
        )

    def _take(self, key: Key, data: RelatedData, nodes: tuple[GraphNode, ...]) -> None:
        if key == self._read:
            self._view.show_related(data)
            self._view.show_graph(nodes)
