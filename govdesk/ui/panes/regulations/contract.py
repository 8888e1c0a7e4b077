"""What the presenter asks of the view and of the machine that does long work."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from datetime import date

    from govdesk.knowledge.model import Document, DocumentState
    from govdesk.knowledge.store import Store
    from govdesk.ui.panes.regulations.graph.model import GraphNode
    from govdesk.ui.panes.regulations.links import Reader
    from govdesk.ui.panes.regulations.nodes import Node
    from govdesk.ui.panes.regulations.page import Page
    from govdesk.ui.panes.regulations.related import RelatedData


class Work(Protocol):
    """Short reads off the window's thread; the callbacks come back on it."""

    def read(
        self, fn: Callable[[], Any], *, on_finished: Callable[[Any], None], on_error: Callable[[Any], None]
    ) -> None: ...


class Shop(Protocol):
    """Where the store is opened; called inside `Work` only."""

    def store(self) -> Store: ...


class RegulationsView(Protocol):
    """The widgets, seen from the presenter. Every method only shows."""

    def show_library(self, nodes: Sequence[Node], *, empty: bool, filtered: bool) -> None:
        """The tree; `empty` when the store holds nothing at all, `filtered` when a filter is typed."""

    def choose_document(self, key: str) -> None: ...
    def show_tabs(self, tabs: Sequence[tuple[str, str]], current: str) -> None:
        """(key, title) of the open documents."""

    def show_waiting(self, title: str) -> None:
        """A document is being read."""

    def show_page(self, page: Page | None, outline: Sequence[Node], reader: Reader) -> None:
        """A document at its beginning. None: nothing is open."""

    def show_state(self, words: str, state: DocumentState) -> None:
        """The state tag of what is open."""

    def show_editions(self, editions: Sequence[Document], current: int, today: date) -> None:
        """The timeline; `current` is the edition that is read."""

    def show_related(self, data: RelatedData | None) -> None: ...
    def show_graph(self, nodes: tuple[GraphNode, ...]) -> None: ...
    def related_wanted(self) -> bool: ...
    def graph_wanted(self) -> bool: ...
    def show_warning(self, headline: str, text: str, action: str) -> None:
        """Above the text; ``""`` takes it away. `action` names a button."""

    def show_problem(self, headline: str, text: str) -> None: ...
    def show_place(self, section: int, key: str, sticky: str, crumbs: str) -> None:
        """What is being read: article tree, strip above the text, path in the head."""

    def show_ways(self, *, back: bool, forward: bool) -> None: ...
    def go_to(self, block: int, flash: frozenset[int]) -> None: ...
    def reading_block(self) -> int: ...
    def mark(self, pattern: re.Pattern[str] | None) -> None: ...
    def show_match(self, block: int, number: int) -> None: ...
    def show_found(self, words: str, *, any_found: bool) -> None: ...
    def selection(self) -> tuple[str, int]:
        """The selected text and the block it begins in."""

    def put_on_clipboard(self, text: str) -> None: ...
