"""Taking along what is read: to the clipboard, to the question box, to the import."""

from __future__ import annotations

from collections.abc import Callable

from govdesk.ui.panes.regulations.citing import question_about, with_citation
from govdesk.ui.panes.regulations.contract import RegulationsView
from govdesk.ui.panes.regulations.page import Page, Section
from govdesk.ui.requests import Ask, ImportFiles, Request


class Taking:
    """``copy()``, ``ask()``, ``bring()``; `read` gives the section that is read."""

    def __init__(
        self,
        view: RegulationsView,
        read: Callable[[], tuple[Page, Section] | None],
        request: Callable[[Request], None],
        say: Callable[[str], None],
    ) -> None:
        self._view = view
        self._read = read
        self._request = request
        self._say = say

    def copy(self) -> None:
        """Copy the selection, or the article that is read, with its citation."""
        read = self._read()
        if read is None:
            return
        page, section = read
        selected, block = self._view.selection()
        place = ""
        if selected:
            section = page.sections[page.section_of(block)]
            place = page.blocks[block].place
        self._view.put_on_clipboard(with_citation(page, section, selected, place))
        self._say(
            "인용을 붙여 복사했습니다." if selected else f"{section.name or '본문'} 전체를 인용과 함께 복사했습니다."
        )

    def ask(self) -> None:
        """Take the article that is read into the question box."""
        read = self._read()
        if read is not None:
            self._request(Ask(question_about(*read)))

    def bring(self) -> None:
        """Nothing is in the store: to the import."""
        self._request(ImportFiles())
