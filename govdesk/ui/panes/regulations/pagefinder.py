"""Find in page: counts all matches, walks through them. Plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdesk.ui.panes.regulations.searching import Matches, count_matches, pattern_of

if TYPE_CHECKING:
    from govdesk.ui.panes.regulations.contract import RegulationsView
    from govdesk.ui.panes.regulations.page import Page


class PageFinder:
    """``look_for(query)`` marks matches and goes to the first one from where one reads; ``step(1)`` to the next."""

    def __init__(self, view: RegulationsView) -> None:
        self._view = view
        self._page: Page | None = None
        self._query = ""
        self._matches = Matches()
        self._at = -1

    def take_page(self, page: Page | None) -> None:
        """Another page is shown; a query that stands is counted in it, without moving."""
        self._page = page
        if self._query:
            self._count()

    def look_for(self, query: str) -> None:
        self._query = query
        self._count()
        if self._matches.total:
            self._at = self._matches.first_from(self._view.reading_block())
            self._show()

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) match, round the ends."""
        if self._matches.total:
            self._at = (self._at + by) % self._matches.total
            self._show()

    def stop(self) -> None:
        """Take the marks away."""
        self._query = ""
        self._matches = Matches()
        self._view.mark(None)
        self._view.show_found("", any_found=True)

    def _count(self) -> None:
        pattern = pattern_of(self._query)
        self._at = -1
        self._matches = count_matches(self._page.blocks, pattern) if self._page and pattern else Matches()
        self._view.mark(pattern)
        if pattern is None:
            self._view.show_found("", any_found=True)
        elif self._matches.total:
            self._view.show_found(f"{self._matches.total:,}곳", any_found=True)
        else:
            self._view.show_found("없음", any_found=False)

    def _show(self) -> None:
        self._view.show_match(*self._matches.at(self._at))
        self._view.show_found(f"{self._at + 1:,} / {self._matches.total:,}", any_found=True)
