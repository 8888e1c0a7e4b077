"""Imports one after another: what runs, what waits, pause and resume. Plain Python."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.errors import RequestError
from govdesk.jobs import CancelToken, FileFailed, Job, Progress
from govdesk.knowledge.model import Collection, Failure, ImportReport
from govdesk.messages import fields_of
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.contract import Handle, Work

if TYPE_CHECKING:
    from govdesk.app import Desk

OFFICE = frozenset({Collection.OWN, Collection.CASES})
SAMPLE = 20
"""Files of a folder that are looked into to tell a folder of statutes."""


class Phase(Enum):
    WAITING = "waiting"
    RUNNING = "running"
    STOPPING = "stopping"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Task:
    paths: tuple[Path, ...]
    collection: Collection | None
    title: str


@dataclass(frozen=True, slots=True)
class Running:
    """What the progress card shows. `failed` counts files, `remaining` seconds (None unknown)."""

    phase: Phase
    title: str
    stage: str = ""
    done: int = 0
    total: int = 0
    rate: float = 0.0
    remaining: float | None = None
    name: str = ""
    failed: int = 0
    waiting: int = 0
    note: str = ""
    summary: str = ""

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 0


class ImportRun:
    """``start(paths, collection)``, ``pause``, ``resume``, ``stop``, ``dismiss``.

    `changed()` whenever `running` is another; `failed(Failure)` for each file; `ended(ImportReport | None, error)`
    after each task: the report, None when it was stopped, or the error that ended it.
    """

    def __init__(
        self,
        desk: Desk,
        work: Work,
        now: Callable[[], str],
        changed: Callable[[], None],
        failed: Callable[[Failure], None],
        ended: Callable[[ImportReport | None, object], None],
    ) -> None:
        self._desk = desk
        self._work = work
        self._now = now
        self._changed = changed
        self._failed = failed
        self._ended = ended
        self._queue: deque[Task] = deque()
        self._task: Task | None = None
        self._handle: Handle | None = None
        self._dropped = False
        self._faults: set[str] = set()
        self.running: Running | None = None

    @property
    def busy(self) -> bool:
        """Whether a task runs or stands paused."""
        return self._task is not None

    @property
    def paused(self) -> bool:
        return self.running is not None and self.running.phase is Phase.PAUSED

    def start(self, paths: tuple[Path, ...], collection: Collection | None) -> None:
        """Import `paths` now, or after what runs."""
        if not paths:
            return
        self._queue.append(Task(paths, collection, words.named(paths)))
        if self._task is None:
            self._next()
        elif self.running is not None:
            self._show(waiting=len(self._queue))

    def pause(self) -> None:
        if self._handle is not None:
            self._show(phase=Phase.STOPPING)
            self._handle.cancel()

    def resume(self) -> None:
        if self._task is not None and self.paused:
            self._run(self._task)

    def stop(self) -> None:
        """Give up what runs and what waits; what was taken in stays."""
        self._queue.clear()
        if self._handle is not None:
            self._dropped = True
            self._show(phase=Phase.STOPPING)
            self._handle.cancel()
        elif self._task is not None:
            self._end(None, None)

    def dismiss(self) -> None:
        """Take the finished card away."""
        if self.running is not None and self.running.phase is Phase.DONE:
            self.running = None
            self._changed()

    def note(self, text: str) -> None:
        """What can be found by now."""
        if self.running is not None and self.running.note != text:
            self._show(note=text)

    def _next(self) -> None:
        self._task = self._queue.popleft()
        self._faults.clear()
        self.running = None
        self._run(self._task)

    def _run(self, task: Task) -> None:
        before = self.running or Running(Phase.WAITING, task.title)
        self.running = replace(before, phase=Phase.WAITING, waiting=len(self._queue), rate=0.0, remaining=None)
        self._changed()
        self._handle = self._work.job(
            lambda token: self._job(task, token),
            on_event=self._on_event,
            on_finished=self._on_finished,
            on_error=self._on_error,
            on_cancelled=self._on_cancelled,
        )

    def _job(self, task: Task, token: CancelToken) -> Job:
        """On the STORE lane. Vectors follow in the background, so that the next task does not wait for them."""
        collection = task.collection
        if collection in OFFICE and all(holds_statutes(path) for path in task.paths):
            collection = None
        yield from self._desk.store().import_paths(task.paths, collection, token, words_only=True)

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self._show(
                phase=Phase.STOPPING if self.running and self.running.phase is Phase.STOPPING else Phase.RUNNING,
                stage=event.stage,
                done=event.done,
                total=event.total,
                rate=event.rate or (self.running.rate if self.running else 0.0),
                remaining=event.remaining,
                name=event.name,
            )
        elif isinstance(event, FileFailed):
            self._faults.add(str(event.path))
            self._show(failed=len(self._faults))
            collection = self._task.collection if self._task else None
            fields = {key: str(value) for key, value in fields_of(event.error).items() if key != "path"}
            self._failed(Failure(str(event.path), event.error.code, fields, self._now(), collection))

    def _on_finished(self, report: ImportReport | None) -> None:
        self._end(report, None)

    def _on_error(self, error: object) -> None:
        self._end(None, error)

    def _on_cancelled(self) -> None:
        self._handle = None
        if self._dropped:
            self._end(None, None)
        else:
            self._show(phase=Phase.PAUSED, rate=0.0, remaining=None)

    def _end(self, report: ImportReport | None, error: object) -> None:
        self._task = self._handle = None
        self._dropped = False
        if report is not None and not self._queue:
            self._show(phase=Phase.DONE, summary=summary(report), done=max(1, self._total()), total=self._total())
        else:
            self.running = None
            self._changed()
        self._ended(report, error)
        if self._queue and (error is None or isinstance(error, RequestError)):
            self._next()
        else:
            self._queue.clear()

    def _total(self) -> int:
        return max(1, self.running.total if self.running else 1)

    def _show(self, **fields: object) -> None:
        if self.running is not None:
            self.running = replace(self.running, **fields)  # type: ignore[arg-type]
            self._changed()


def summary(report: ImportReport) -> str:
    """``새로 228개 · 그대로 3개``."""
    parts = []
    if report.added:
        parts.append(f"새로 {len(report.added):,}개")
    if report.replaced:
        parts.append(f"바꿈 {len(report.replaced):,}개")
    if report.unchanged:
        parts.append(f"그대로 {report.unchanged:,}개")
    if report.removed:
        parts.append(f"없어져 뺌 {report.removed:,}개")
    return " · ".join(parts) or "가져올 것이 없었습니다"


def holds_statutes(path: Path) -> bool:
    """Whether `path` is a statute's Markdown, or a folder whose first Markdown files are statutes."""
    if path.is_dir():
        sample = [one for one, _ in zip(sorted(path.rglob("*.md")), range(SAMPLE), strict=False)]
        return bool(sample) and all(holds_statutes(one) for one in sample)
    if path.suffix.lower() != ".md":
        return False
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return "법령ID:" in file.read(600)
    except OSError:
        return False
