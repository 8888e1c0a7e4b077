"""The decisions of 신구대조: which editions, what is folded, which change one looks at. Plain Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from govdesk.knowledge.model import Document, DocumentId
from govdesk.law.comparison import Comparison
from govdesk.ui.panes.regulations.compare.model import Table, table
from govdesk.ui.panes.regulations.contract import Shop, Work


class CompareView(Protocol):
    """The widgets, seen from here. Every method only shows."""

    def show_editions(self, title: str, editions: Sequence[Document], old: int, new: int) -> None: ...
    def show_table(self, shown: Table, *, keep: bool) -> None:
        """`keep` holds the place (a fold was opened), else the table starts at its top."""

    def show_change(self, number: int) -> None:
        """Bring a change into sight; the bar says which of how many."""

    def show_note(self, words: str) -> None:
        """In the place of the table: why there is none."""

    def show_compare(self, shown: bool) -> None:
        """Take the place of the reading columns, or give it back."""

    def ask_file(self, suggested: str) -> Path | None: ...


class ComparePresenter:
    """``open(document)`` shows what the edition of the 기준일 changed against the one before it."""

    def __init__(
        self,
        view: CompareView,
        shop: Shop,
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
        self._editions: list[Document] = []
        self._old = self._new = 0
        self._found: Comparison | None = None
        self._shown = Table((), ())
        self._opened: frozenset[str] = frozenset()
        self._whole = False
        self._at = -1
        self.active = False

    def open(self, document: DocumentId) -> None:
        """Compare the statute's editions, beginning with the one that is read and the one before it."""
        self._work.read(
            lambda: self._shop.store().law.editions(document),
            on_finished=lambda editions: self._take(editions, document),
            on_error=self._fail,
        )

    def close(self) -> None:
        self.active = False
        self._view.show_compare(False)

    def _take(self, editions: list[Document], document: DocumentId) -> None:
        self._editions = editions
        self._new = next((number for number, one in enumerate(editions) if one.id == document), len(editions) - 1)
        self._old = max(0, self._new - 1)
        if self._old == self._new and len(editions) > 1:
            self._new = self._old + 1
        self.active = True
        self._view.show_compare(True)
        self._compare()

    # -- which editions --------------------------------------------------------------------------------------

    def choose(self, *, old: int | None = None, new: int | None = None) -> None:
        """Other editions, by their place in the list."""
        self._old = self._old if old is None else old
        self._new = self._new if new is None else new
        self._compare()

    def swap(self) -> None:
        self._old, self._new = self._new, self._old
        self._compare()

    def _compare(self) -> None:
        editions, old, new = self._editions, self._old, self._new
        self._found = None
        self._opened, self._at = frozenset(), -1
        self._view.show_editions(editions[new].title, editions, old, new)
        if len(editions) < 2:
            self._view.show_note(
                "이 법령은 한 판만 있어 견줄 것이 없습니다. 이 법령의 연혁 파일을 가져오면 두 판을 견줄 수 있습니다."
            )
            return
        if old == new:
            self._view.show_note("같은 판을 골랐습니다. 다른 시행일을 고르세요.")
            return
        self._work.read(
            lambda: self._shop.store().law.compare(editions[old].id, editions[new].id),
            on_finished=lambda found: self._on_compared(found, old, new),
            on_error=self._fail,
        )

    def _on_compared(self, found: Comparison, old: int, new: int) -> None:
        if (old, new) != (self._old, self._new):
            return
        self._found = found
        self._show(keep=False)
        if self._shown.changes:
            self.go(0)

    def _show(self, *, keep: bool) -> None:
        if self._found is None:
            return
        self._shown = table(self._found, opened=self._opened, whole=self._whole)
        if self._shown.rows:
            self._view.show_table(self._shown, keep=keep)
        else:
            self._view.show_note("두 판의 조문이 같습니다. 부칙이나 별표만 바뀌었을 수 있습니다.")

    # -- looking at it ---------------------------------------------------------------------------------------

    def toggle_fold(self, key: str) -> None:
        self._opened = self._opened ^ {key}
        self._show(keep=True)

    def show_whole(self, whole: bool) -> None:
        """Unchanged articles too, or the changed ones only."""
        self._whole = whole
        self._show(keep=False)

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) change."""
        count = len(self._shown.changes)
        if count:
            self.go((self._at + by) % count)

    def go(self, number: int) -> None:
        if 0 <= number < len(self._shown.changes):
            self._at = number
            self._view.show_change(number)

    # -- taking it along -------------------------------------------------------------------------------------

    def export(self) -> None:
        """Write the official table to a file that the person names."""
        if self._found is None:
            return
        old, new, found = self._editions[self._old], self._editions[self._new], self._found
        path = self._view.ask_file(f"{new.title} 신구조문대비표.hwpx")
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(".hwpx")

        def write() -> Path:
            from govdesk.formats.export import export
            from govdesk.formats.revisions import revision_sheet

            export(revision_sheet(found, old, new), path)
            return path

        self._work.read(write, on_finished=self._on_written, on_error=self._fail)

    def _on_written(self, path: Path) -> None:
        self._say(f"신구조문대비표를 {path.name} 파일로 저장했습니다.")
