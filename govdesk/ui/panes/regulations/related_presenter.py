"""Keeps the related column in step with the article that is read. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from govdesk.ui.panes.regulations.contract import Shop, Work
from govdesk.ui.panes.regulations.page import Page
from govdesk.ui.panes.regulations.related import RelatedData, read_related


class RelatedView(Protocol):
    """The column as it is seen from here."""

    def show_related(self, data: RelatedData | None) -> None:
        """None: nothing is read, or it is being looked up."""

    def related_wanted(self) -> bool:
        """Whether the column is in sight."""
        ...


class RelatedPresenter:
    """``show(page, order)`` when another section is read; looked up only while the column is in sight."""

    def __init__(self, view: RelatedView, shop: Shop, work: Work, as_of: Callable[[], date]) -> None:
        self._view = view
        self._shop = shop
        self._work = work
        self._as_of = as_of
        self._read: tuple[str, str, int, date] | None = None
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
        key = (page.document.id, page.document.content_hash, order, as_of)
        if key == self._read or not self._view.related_wanted():
            return
        self._read = key
        section = page.sections[order]
        self._work.read(
            lambda: read_related(self._shop.store(), page, section, as_of),
            on_finished=lambda data: self._take(key, data),
            on_error=lambda _error: self._take(key, RelatedData()),
        )

    def _take(self, key: tuple[str, str, int, date], data: RelatedData) -> None:
        if key == self._read:
            self._view.show_related(data)
