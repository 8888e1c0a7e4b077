"""Work off the GUI thread: order, batches, cancelling, faults, closing."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QApplication

from govdesk.errors import QuestionEmpty
from govdesk.jobs import CancelToken, Finished
from govdesk.ui.jobrunner import BATCH_MS, Bug, Handle, JobRunner, Lane


class Heard:
    """What a job told."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.finished: list[Any] = []
        self.errors: list[Any] = []
        self.cancelled = 0
        self.threads: set[object] = set()
        self.times: list[float] = []

    def on_event(self, event: object) -> None:
        self.events.append(event)
        self.threads.add(QThread.currentThread())
        self.times.append(time.monotonic())

    def on_finished(self, value: object) -> None:
        self.finished.append(value)

    def on_error(self, error: object) -> None:
        self.errors.append(error)

    def on_cancelled(self) -> None:
        self.cancelled += 1

    @property
    def over(self) -> bool:
        return bool(self.finished or self.errors or self.cancelled)

    def run(self, runner: JobRunner, lane: Lane, make: Any) -> Handle:
        return runner.run(
            lane,
            make,
            on_event=self.on_event,
            on_finished=self.on_finished,
            on_error=self.on_error,
            on_cancelled=self.on_cancelled,
        )


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def runner(qapp: QApplication, bugs: list[BaseException]) -> Iterator[JobRunner]:
    made = JobRunner(on_bug=bugs.append)
    yield made
    assert made.close()


def counting(count: int, pause: float = 0.0) -> Any:
    def make(token: CancelToken) -> Iterator[object]:
        for number in range(count):
            if pause:
                time.sleep(pause)
            yield number
        yield Finished(count)

    return make


def test_events_come_in_order_on_the_gui_thread_then_the_result(qtbot, runner: JobRunner) -> None:
    heard = Heard()
    heard.run(runner, Lane.ENGINE, counting(500))
    qtbot.waitUntil(lambda: heard.over)
    assert heard.events == list(range(500)) and heard.finished == [500]
    assert heard.threads == {QApplication.instance().thread()}  # type: ignore[union-attr]
    assert runner.live == 0


def test_events_are_gathered_into_batches(qtbot, runner: JobRunner) -> None:
    heard = Heard()
    heard.run(runner, Lane.ENGINE, counting(60, 0.005))
    qtbot.waitUntil(lambda: heard.over)
    steps = [later - earlier for earlier, later in zip(heard.times, heard.times[1:], strict=False)]
    batches = 1 + sum(step > BATCH_MS / 2000 for step in steps)
    assert batches <= 0.005 * 60 / (BATCH_MS / 1000) + 4


def test_20_000_events_do_not_block_the_window(qtbot, runner: JobRunner) -> None:
    heard = Heard()
    started = time.monotonic()
    heard.run(runner, Lane.ENGINE, counting(20_000))
    qtbot.waitUntil(lambda: heard.over, timeout=10_000)
    assert len(heard.events) == 20_000 and time.monotonic() - started < 5


def test_a_signal_can_be_emitted_10_000_times(qtbot) -> None:
    """PySide6 6.12.0 on Python 3.11 aborts the process after about 500 emits."""

    class Sender(QObject):
        told = Signal(bool)

    sender, heard = Sender(), []
    sender.told.connect(heard.append)
    for _ in range(10_000):
        sender.told.emit(True)
    assert len(heard) == 10_000


def test_one_thread_a_lane_keeps_the_engine_in_turn(qtbot, runner: JobRunner) -> None:
    inside, most = [0], [0]

    def make(token: CancelToken) -> Iterator[object]:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.01)
        inside[0] -= 1
        yield Finished(threading.current_thread().name)

    jobs = [Heard() for _ in range(5)]
    for heard in jobs:
        heard.run(runner, Lane.ENGINE, make)
    assert runner.waiting(Lane.ENGINE) >= 3
    qtbot.waitUntil(lambda: all(heard.over for heard in jobs))
    assert most[0] == 1 and {heard.finished[0] for heard in jobs} == {"govdesk-engine-0"}


def test_an_error_of_the_person_is_handed_over_as_it_is(qtbot, runner: JobRunner, bugs: list[BaseException]) -> None:
    def make(token: CancelToken) -> Iterator[object]:
        yield 1
        raise QuestionEmpty

    heard = Heard()
    heard.run(runner, Lane.ENGINE, make)
    qtbot.waitUntil(lambda: heard.over)
    assert isinstance(heard.errors[0], QuestionEmpty) and bugs == [] and heard.events == [1]


def test_a_bug_is_reported_and_the_lane_lives_on(qtbot, runner: JobRunner, bugs: list[BaseException]) -> None:
    heard, after = Heard(), Heard()
    runner.call(Lane.STORE, lambda: 1 // 0, on_finished=heard.on_finished, on_error=heard.on_error)
    runner.call(Lane.STORE, lambda: "기운 있음", on_finished=after.on_finished, on_error=after.on_error)
    qtbot.waitUntil(lambda: heard.over and after.over)
    assert isinstance(bugs[0], ZeroDivisionError)
    assert isinstance(heard.errors[0], Bug) and heard.errors[0].original is bugs[0]
    assert after.finished == ["기운 있음"]


def test_after_cancel_nothing_is_told_but_that_it_stopped(qtbot, runner: JobRunner) -> None:
    heard = Heard()
    cleaned: list[bool] = []

    def make(token: CancelToken) -> Iterator[object]:
        try:
            while True:
                token.check()
                time.sleep(0.002)
                yield "더"
        finally:
            cleaned.append(True)

    handle = heard.run(runner, Lane.ENGINE, make)
    qtbot.waitUntil(lambda: bool(heard.events))
    handle.cancel()
    told = len(heard.events)
    qtbot.waitUntil(lambda: heard.over)
    assert (heard.cancelled, heard.finished, heard.errors, len(heard.events)) == (1, [], [], told)
    assert cleaned == [True] and handle.done


def test_a_job_cancelled_while_it_waits_never_starts(qtbot, runner: JobRunner) -> None:
    gate, started = threading.Event(), []
    first, second = Heard(), Heard()

    def hold(token: CancelToken) -> Iterator[object]:
        gate.wait(5)
        yield Finished(None)

    def make(token: CancelToken) -> Iterator[object]:
        started.append(True)
        yield Finished(None)

    first.run(runner, Lane.STORE, hold)
    second.run(runner, Lane.STORE, make).cancel()
    gate.set()
    qtbot.waitUntil(lambda: first.over and second.over)
    assert started == [] and second.cancelled == 1 and first.cancelled == 0


def test_live_jobs_are_kept_although_nobody_holds_the_handle(qtbot, runner: JobRunner) -> None:
    gate, heard = threading.Event(), Heard()

    def make(token: CancelToken) -> Iterator[object]:
        gate.wait(5)
        yield Finished("왔다")

    kept = weakref.ref(heard.run(runner, Lane.IO, make))
    gc.collect()
    assert kept() is not None
    gate.set()
    qtbot.waitUntil(lambda: heard.over)
    assert heard.finished == ["왔다"]
    gc.collect()
    assert kept() is None or kept().done  # type: ignore[union-attr]


def test_idle_is_told_when_the_last_job_is_done(qtbot, runner: JobRunner) -> None:
    heard = Heard()
    with qtbot.waitSignal(runner.idle):
        heard.run(runner, Lane.IO, counting(3))
    assert heard.over


def test_closing_cancels_joins_and_stays_silent(qtbot, bugs: list[BaseException]) -> None:
    runner = JobRunner(on_bug=bugs.append)
    heard = [Heard() for _ in range(3)]

    def endless(token: CancelToken) -> Iterator[object]:
        while True:
            token.check()
            time.sleep(0.001)
            yield 1

    for each in heard:
        each.run(runner, Lane.ENGINE, endless)
    qtbot.waitUntil(lambda: bool(heard[0].events))
    assert runner.close()
    told = len(heard[0].events)
    QApplication.processEvents()
    assert len(heard[0].events) == told and bugs == []
    late = Heard()
    assert late.run(runner, Lane.IO, counting(1)).token.cancelled
    QApplication.processEvents()
    assert not late.over
