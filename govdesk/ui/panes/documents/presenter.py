"""What the documents pane does: plain Python between the view and the store."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.knowledge.model import Collection, DocumentId, Failure, ImportReport
from govdesk.text.particles import attach
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.contract import DocumentsView, Work
from govdesk.ui.panes.documents.failures import Failures
from govdesk.ui.panes.documents.holdings import Holdings, Proposed, look
from govdesk.ui.panes.documents.rows import Row, failed_row
from govdesk.ui.panes.documents.run import ImportRun, Phase

if TYPE_CHECKING:
    from govdesk.app import Desk

LOOK_SECONDS = 2.0
"""How often the list is read again while an import runs."""
TELL_SECONDS = 0.3
BLOCKED = "다른 GovDesk 창이나 명령이 이 자료 폴더에 쓰고 있습니다."
BLOCKED_STEP = "그것을 끝낸 뒤 이 창을 다시 열면 가져올 수 있습니다. 찾기와 읽기는 지금도 됩니다."


class DocumentsPresenter:
    """`changed` tells everyone, this presenter too (`refresh`), that the store holds something else; `explain` makes
    an error Korean text."""

    def __init__(
        self,
        view: DocumentsView,
        desk: Desk,
        work: Work,
        *,
        explain: Callable[[object], tuple[str, str]],
        changed: Callable[[], None],
        say: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._view = view
        self._desk = desk
        self._work = work
        self._explain = explain
        self._changed = changed
        self._say = say
        self._clock = clock
        self._as_of = desk.today()
        self._holdings = Holdings()
        self._rows: dict[str, Row] = {}
        self._looking = self._again = False
        self._looked_at = 0.0
        self._decided: set[Proposed] = set()
        self._doomed: tuple[DocumentId, ...] = ()
        self._wanted = ""
        self._trouble = self._closed = ("", "")
        self._told_at = -TELL_SECONDS
        self.shelf = words.ALL
        self.failures = Failures(desk, work, self._import, self._on_failures, self._broke)
        self.imports = ImportRun(desk, work, _stamp, self._on_import, self._on_failed, self._on_ended)

    # -- looking at the store

    def start(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read the store again; a look under way is followed by another."""
        if self._looking:
            self._again = True
            return
        self._look(None)

    def glance(self) -> None:
        """Read the store again without counting articles, if no look is under way: new ones get theirs later."""
        if not self._looking:
            self._look(self._holdings.articles)

    def _look(self, articles: Mapping[DocumentId, int] | None) -> None:
        self._looking, self._looked_at = True, self._clock()
        day = self._as_of
        self._work.read(lambda: look(self._desk, day, articles), on_finished=self._seen, on_error=self._unseen)

    def set_as_of(self, day: date) -> None:
        self._as_of = day
        self.refresh()

    @property
    def vectors_pending(self) -> bool:
        """Whether vectors are still being made, so that another look is worth it."""
        done, total = self._holdings.vectors
        return done < total

    def _seen(self, holdings: Holdings) -> None:
        self._looking = False
        self._holdings = holdings
        self._decided &= set(holdings.proposals)
        self.failures.stored(holdings.failures)
        self._view.show_blocked("" if holdings.writable else BLOCKED)
        self._closed = ("", "") if holdings.writable else (BLOCKED, BLOCKED_STEP)
        self._show_trouble()
        self._show_rows()
        self._show_failures()
        self._show_proposals()
        self._show_storage()
        self._note()
        if self._again:
            self._again = False
            self.refresh()

    def _unseen(self, error: object) -> None:
        self._looking = self._again = False
        self._closed = self._explain(error)
        self._view.show_blocked(self._closed[0])
        self._show_trouble()

    def _show_rows(self) -> None:
        rows = (*(failed_row(one) for one in self.failures.open), *self._holdings.rows)
        self._rows = {row.key: row for row in rows}
        self._view.show_rows(rows)
        self._show_shelves()
        if self._wanted in self._rows:
            self._view.select(self._wanted)
            self._wanted = ""

    def _show_shelves(self) -> None:
        counts = {key.value: number for key, number in self._holdings.counts.items()}
        counts[words.ALL] = len(self._holdings.rows)
        counts[words.FAILED] = len(self.failures.open)
        counts[words.OLD] = sum(row.on(words.OLD) for row in self._holdings.rows)
        self._view.show_shelves(counts, self.shelf)

    def _show_storage(self) -> None:
        held = self._holdings
        free = f" · 빈 자리 {words.bulk(held.free)}" if held.free else ""
        self._view.show_storage(f"저장 자리 {words.bulk(held.used)}{free}", str(self._desk.folder.root))

    # -- choosing

    def choose_shelf(self, shelf: str) -> None:
        self.shelf = shelf
        self._show_shelves()

    def select(self, document: str) -> None:
        """Show one document, as soon as it is there."""
        self.choose_shelf(words.ALL)
        if document in self._rows:
            self._view.select(document)
        else:
            self._wanted = document

    # -- importing

    def bring(self, paths: Iterable[Path], collection: Collection | None) -> None:
        """Import files and folders; statutes find their shelf by themselves."""
        if self._holdings.writable:
            self._import(tuple(paths), collection)

    def bring_again(self, keys: Iterable[str]) -> None:
        """Read the files of these documents again."""
        ids = [DocumentId(key) for key in keys if key in self._rows and self._rows[key].document]

        def origins() -> list[tuple[Path, Collection]]:
            store = self._desk.store()
            known = store.origins()
            return [(Path(known[one]), store.document(one).collection) for one in ids if known.get(one)]

        self._work.read(origins, on_finished=self._on_origins, on_error=self._broke)

    def _on_origins(self, found: list[tuple[Path, Collection]]) -> None:
        there = [(path, collection) for path, collection in found if path.exists()]
        if not there:
            self._say("원본 파일이 그 자리에 없습니다. 파일 단추로 다시 고르세요.")
        for collection in Collection:
            self._import(tuple(path for path, one in there if one is collection), collection)

    def _import(self, paths: tuple[Path, ...], collection: Collection | None) -> None:
        self.dismiss_trouble()
        self.imports.start(paths, collection)

    def _on_import(self) -> None:
        running = self.imports.running
        self._view.show_import(running)
        if running is not None and not running.note:
            self._note()
        busy = running is not None and running.phase is Phase.RUNNING
        if busy and self._clock() - self._looked_at >= LOOK_SECONDS:
            self.glance()

    def _note(self) -> None:
        self.imports.note(words.searching(*self._holdings.vectors, importing=self.imports.busy))

    def _on_ended(self, report: ImportReport | None, error: object) -> None:
        if error is not None:
            self._broke(error)
        if report is not None:
            failed = f" · 못 가져옴 {len(report.failed):,}개" if report.failed else ""
            self._say(f"가져왔습니다({words.lasting(report.seconds)}){failed}")
        self.failures.settle(complete=report is not None)
        self._changed()

    # -- failed files

    def _show_failures(self) -> None:
        self._view.show_failure(*self.failures.banner())

    def _on_failures(self) -> None:
        self._show_rows()
        self._show_failures()

    def _on_failed(self, failure: Failure) -> None:
        """The banner follows at a calm pace; the list follows with the next look."""
        self.failures.add(failure)
        if self._clock() - self._told_at >= TELL_SECONDS:
            self._told_at = self._clock()
            self._show_failures()

    # -- newer editions

    def _show_proposals(self) -> None:
        waiting = [one for one in self._holdings.proposals if one not in self._decided]
        self._view.show_proposal(waiting[0] if waiting else None, max(0, len(waiting) - 1))

    def accept(self, proposed: Proposed) -> None:
        """새 판으로 바꾸기."""
        self._decide(proposed, lambda: self._desk.store().accept_edition(proposed.proposal))

    def keep_both(self, proposed: Proposed) -> None:
        """따로 두기."""
        self._decide(proposed, lambda: self._desk.store().keep_both(proposed.proposal))

    def _decide(self, proposed: Proposed, write: Callable[[], None]) -> None:
        self._decided.add(proposed)
        self._show_proposals()
        self._write(write)

    # -- removing

    def ask_removal(self, keys: Iterable[str]) -> None:
        """Ask before documents go; failed files are only struck off the list."""
        ids = tuple(DocumentId(key) for key in keys if key in self._rows and self._rows[key].document)
        if not ids or not self._holdings.writable:
            return
        self._doomed = ids
        name = f"'{self._rows[ids[0]].title}'" if len(ids) == 1 else f"자료 {len(ids):,}개"
        wait = " 가져오기가 끝난 뒤에 지웁니다." if self.imports.busy and not self.imports.paused else ""
        self._view.ask_removal(
            f"{attach(name, '을/를')} 지울까요?",
            f"목록과 답변에서 빠집니다. 원본 파일은 그대로여서 다시 가져올 수 있습니다.{wait}",
        )

    def remove(self) -> None:
        """지우기."""
        ids, self._doomed = self._doomed, ()
        self._view.ask_removal("", "")
        if ids:
            self._write(lambda: self._desk.store().remove(ids), f"자료 {len(ids):,}개를 지웠습니다.")

    def keep(self) -> None:
        """그대로 두기."""
        self._doomed = ()
        self._view.ask_removal("", "")

    def _write(self, fn: Callable[[], None], said: str = "") -> None:
        def written(_nothing: object) -> None:
            if said:
                self._say(said)
            self._changed()

        self._work.write(fn, on_finished=written, on_error=self._broke)

    def _broke(self, error: object) -> None:
        self._trouble = self._explain(error)
        self._show_trouble()

    def dismiss_trouble(self) -> None:
        self._trouble = ("", "")
        self._show_trouble()

    def _show_trouble(self) -> None:
        """What just went wrong, before what keeps the store closed."""
        closable = bool(self._trouble[0])
        self._view.show_trouble(*(self._trouble if closable else self._closed), closable)

    def close(self) -> None:
        self.imports.stop()


def _stamp() -> str:
    return datetime.now().isoformat(timespec="seconds")
