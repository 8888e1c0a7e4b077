"""Keeps counts and the index in the background: loads what the first question needs, makes missing vectors."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from govdesk.jobs import CancelToken, Finished, Job, Progress
from govdesk.messages import text_of
from govdesk.ui.jobrunner import Failure, Handle, JobRunner, Lane
from govdesk.ui.main.registry import preload
from govdesk.ui.main.statusbar import counted, indexed

if TYPE_CHECKING:
    from govdesk.app import Desk

CALM_MS = 1500
"""Wait after the last change of documents before vectors are made again."""

POLL_SECONDS = 0.05
"""How soon a wait on a lane sees that it was cancelled."""


class Indexing(QObject):
    """After `start`: examples are brought up to date, the answerer is loaded, vectors are made, each on its lane.

    Vectors give way to any other work on the STORE lane (an import does not wait behind them) and go on when
    the lane is free. `counts(words)`, `index(words)` for the status bar; `documents_changed` when the
    examples came in; `failed(Failure)` when the store cannot be opened; `told(words)` for the status bar, once.
    """

    counts = Signal(str)
    index = Signal(str)
    documents_changed = Signal()
    failed = Signal(object)
    warmed = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._vectors: Handle | None = None
        self._started = False
        self._examples_done = threading.Event()
        self._words_only = False
        self._problem = ""
        self._timer = QTimer(self, singleShot=True, interval=CALM_MS)
        self._timer.timeout.connect(self._make_vectors)
        runner.queued.connect(self._on_queued)

    def start(self) -> None:
        if self._started:
            return
        self._started = True
        self._runner.run(
            Lane.STORE,
            self._examples,
            on_event=self._ignore,
            on_finished=self._on_examples,
            on_error=self._on_store_failed,
        )
        self._runner.run(
            Lane.ENGINE, self._warm, on_event=self._ignore, on_finished=self._on_warm, on_error=self._on_failed
        )

    def refresh(self) -> None:
        """Count again and, when things are calm, make what vectors are missing."""
        self._runner.call(Lane.IO, self._look, on_finished=self._on_looked, on_error=self._on_failed)
        self._timer.start()

    def _examples(self, token: CancelToken) -> Job:
        try:
            store = self._desk.store()
            if store.writable:
                yield from store.ensure_examples(token)
        finally:
            self._examples_done.set()

    def _warm(self, token: CancelToken) -> Job:
        """Waits for the examples: a question queued behind it on a fresh folder then finds them."""
        while not self._examples_done.wait(POLL_SECONDS):
            token.check()
        self._desk.warm()
        preload()
        yield Finished(None)

    def _build(self, token: CancelToken) -> Job:
        store = self._desk.store()
        if store.writable and store.index_due():
            yield from store.build_vectors(token)
        else:
            yield Finished(0)

    def _look(self) -> tuple[str, str, str]:
        store = self._desk.store()
        problems = " ".join(str(text_of(one)) for one in store.problems())
        words = indexed(*store.vectors_done(), words_only=self._words_only)
        return counted(store.counts()), words, problems

    def _make_vectors(self) -> None:
        if self._vectors is None:
            self._vectors = self._runner.run(
                Lane.STORE,
                self._build,
                on_event=self._on_progress,
                on_finished=self._on_vectors,
                on_error=self._on_vectors_failed,
                on_cancelled=self._on_vectors_stopped,
            )

    def _on_queued(self, lane: Lane) -> None:
        if lane is Lane.STORE and self._vectors is not None and self._runner.waiting(Lane.STORE):
            self._vectors.cancel()

    def _on_progress(self, event: object) -> None:
        if isinstance(event, Progress):
            self.index.emit(indexed(event.done, max(event.total, 1)))

    def _on_examples(self, _report: object) -> None:
        self.documents_changed.emit()
        self.refresh()

    def _on_warm(self, _nothing: object) -> None:
        self.warmed.emit()

    def _on_looked(self, words: tuple[str, str, str]) -> None:
        self.counts.emit(words[0])
        self.index.emit(words[1])
        if words[2] and words[2] != self._problem:
            self.told.emit(words[2])
        self._problem = words[2]

    def _on_vectors(self, made: object) -> None:
        """A build that made nothing where something was missing: there is nothing to make vectors with."""
        self._vectors = None
        self._words_only = made == 0
        self._runner.call(Lane.IO, self._look, on_finished=self._on_looked, on_error=self._on_failed)

    def _on_vectors_stopped(self) -> None:
        self._vectors = None
        self._timer.start()

    def _on_vectors_failed(self, failure: Failure) -> None:
        self._vectors = None
        self.failed.emit(failure)

    def _on_store_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)

    def _on_failed(self, _failure: Failure) -> None:
        """The same trouble was told by the STORE lane already."""

    def _ignore(self, _event: object) -> None:
        return None
