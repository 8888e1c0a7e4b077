"""Runs long work off the GUI thread: the only place of the program that starts threads.

Three lanes: STORE (imports and writes) and ENGINE (search and answers) have one thread each, so that work
on them never overlaps; IO has three. A job is a generator (`govdesk.jobs.Job`). Its events reach the GUI
thread in batches: the first at once, later ones gathered for `BATCH_MS`. After `Handle.cancel` nothing of
the job is delivered any more except `on_cancelled`.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from govdesk.errors import GovDeskError
from govdesk.jobs import Cancelled, CancelToken, Finished, Job

BATCH_MS = 50
"""20,000 single queued signals block the window for 2 s, in batches 0.03 s (measured with PySide6 6.9.3)."""

T = TypeVar("T")


class Lane(Enum):
    """A lane and its number of threads."""

    STORE = ("store", 1)
    ENGINE = ("engine", 1)
    IO = ("io", 3)


class Bug(Exception):
    """A fault of the program inside a job; `original` is the exception. Never a `GovDeskError`."""

    def __init__(self, original: BaseException) -> None:
        super().__init__(repr(original))
        self.original = original


Failure = GovDeskError | Bug


class Handle:
    """One job: cancel it, or ask whether it is done. Made by `JobRunner` only."""

    def __init__(
        self,
        on_event: Callable[[Any], None],
        on_finished: Callable[[Any], None],
        on_error: Callable[[Failure], None],
        on_cancelled: Callable[[], None] | None,
    ) -> None:
        self.token = CancelToken()
        self.done = False
        self.on_event = on_event
        self.on_finished = on_finished
        self.on_error = on_error
        self.on_cancelled = on_cancelled

    def cancel(self) -> None:
        """Ask the job to stop; its queued events are dropped. Calling it again, or too late, does nothing."""
        self.token.cancel()


Work = Callable[[Handle], None]


class JobRunner(QObject):
    """`run` and `call` start work; `close` cancels everything and joins the threads.

    `on_bug` is told of every exception that is not a `GovDeskError`, in the GUI thread, before the job's own
    `on_error` gets it as a `Bug`.
    """

    _woken = Signal()
    idle = Signal()
    """No job is running or waiting any more."""
    queued = Signal(object)
    """A job was put on a lane (`Lane`)."""

    def __init__(self, on_bug: Callable[[BaseException], None] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_bug = on_bug
        self._live: set[Handle] = set()
        self._queues: dict[Lane, queue.SimpleQueue[tuple[Handle, Work] | None]] = {}
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._mail: deque[tuple[Handle, str, Any]] = deque()
        self._awake = False
        self._closed = False
        self._held: list[tuple[Lane, Handle, Work]] | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._deliver)
        self._woken.connect(self._on_woken)

    def hold(self) -> None:
        """Start nothing until `release`: what is asked for meanwhile waits (the window paints first)."""
        self._held = [] if self._held is None else self._held

    def release(self) -> None:
        """Start what was held, in the order it was asked for; doing it again does nothing."""
        held, self._held = self._held or [], None
        for lane, handle, work in held:
            self._enqueue(lane, handle, work)

    @property
    def live(self) -> int:
        """How many jobs run or wait."""
        return len(self._live)

    def waiting(self, lane: Lane) -> int:
        """How many jobs wait on `lane` for one that runs."""
        return self._queues[lane].qsize() if lane in self._queues else 0

    def run(
        self,
        lane: Lane,
        make: Callable[[CancelToken], Job],
        *,
        on_event: Callable[[Any], None],
        on_finished: Callable[[Any], None],
        on_error: Callable[[Failure], None],
        on_cancelled: Callable[[], None] | None = None,
    ) -> Handle:
        """Iterate ``make(token)`` on `lane`. `on_finished` gets the value of its `Finished` (None without)."""
        return self._start(lane, Handle(on_event, on_finished, on_error, on_cancelled), self._iterate(make))

    def call(
        self,
        lane: Lane,
        fn: Callable[[], T],
        *,
        on_finished: Callable[[T], None],
        on_error: Callable[[Failure], None],
    ) -> Handle:
        """Call ``fn()`` on `lane`; what it returns goes to `on_finished`."""

        def work(handle: Handle) -> None:
            self._post(handle, "finished", fn())

        return self._start(lane, Handle(_ignore, on_finished, on_error, None), work)

    def close(self, seconds: float = 10.0) -> bool:
        """Cancel all jobs, drop what is queued and join the threads; False if one did not end in time."""
        self._closed = True
        for handle in tuple(self._live):
            handle.cancel()
        for lane, waiting in self._queues.items():
            for _ in range(lane.value[1]):
                waiting.put(None)
        for thread in self._threads:
            thread.join(seconds)
        self._timer.stop()
        self._mail.clear()
        self._live.clear()
        return not any(thread.is_alive() for thread in self._threads)

    def _start(self, lane: Lane, handle: Handle, work: Work) -> Handle:
        if self._closed:
            handle.cancel()
            return handle
        self._live.add(handle)
        if self._held is not None:
            self._held.append((lane, handle, work))
        else:
            self._enqueue(lane, handle, work)
        return handle

    def _enqueue(self, lane: Lane, handle: Handle, work: Work) -> None:
        if lane not in self._queues:
            self._open(lane)
        self._queues[lane].put((handle, work))
        self.queued.emit(lane)

    def _open(self, lane: Lane) -> None:
        name, count = lane.value
        self._queues[lane] = queue.SimpleQueue()
        for number in range(count):
            thread = threading.Thread(
                target=self._serve, args=(self._queues[lane],), name=f"govdesk-{name}-{number}", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def _serve(self, waiting: queue.SimpleQueue[tuple[Handle, Work] | None]) -> None:
        while (item := waiting.get()) is not None:
            self._do(*item)

    def _do(self, handle: Handle, work: Work) -> None:
        try:
            handle.token.check()
            work(handle)
        except Cancelled:
            self._post(handle, "cancelled", None)
        except GovDeskError as error:
            self._post(handle, "error", error)
        except BaseException as error:  # noqa: BLE001  (the job boundary: a bug must not kill the lane)
            self._post(handle, "error", Bug(error))

    def _iterate(self, make: Callable[[CancelToken], Job]) -> Work:
        def work(handle: Handle) -> None:
            value: Any = None
            job = make(handle.token)
            try:
                for event in job:
                    handle.token.check()
                    if isinstance(event, Finished):
                        value = event.value
                    else:
                        self._post(handle, "event", event)
            finally:
                job.close()
            self._post(handle, "finished", value)

        return work

    def _post(self, handle: Handle, kind: str, payload: Any) -> None:
        with self._lock:
            self._mail.append((handle, kind, payload))
            if self._awake or self._closed:
                return
            self._awake = True
        self._woken.emit()

    def _on_woken(self) -> None:
        passed = self._since.elapsed() if self._since.isValid() else BATCH_MS
        if passed >= BATCH_MS:
            self._deliver()
        else:
            self._timer.start(int(BATCH_MS - passed))

    def _deliver(self) -> None:
        with self._lock:
            batch = tuple(self._mail)
            self._mail.clear()
            self._awake = False
        for handle, kind, payload in batch:
            if self._closed:
                return
            self._hand_over(handle, kind, payload)
        self._since.start()
        if batch and not self._live:
            self.idle.emit()

    def _hand_over(self, handle: Handle, kind: str, payload: Any) -> None:
        if kind == "event":
            if not handle.token.cancelled:
                handle.on_event(payload)
            return
        handle.done = True
        self._live.discard(handle)
        if isinstance(payload, Bug) and self._on_bug is not None:
            self._on_bug(payload.original)
        if handle.token.cancelled:
            if handle.on_cancelled is not None:
                handle.on_cancelled()
        elif kind == "finished":
            handle.on_finished(payload)
        else:
            handle.on_error(payload)


def _ignore(_event: object) -> None:
    return None
