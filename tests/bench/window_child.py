"""The real window, offscreen, measured from inside. ``python -m tests.bench.window_child MODE`` prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.process import pss_mb

QUESTIONS = (
    "정보공개 청구를 받으면 며칠 안에 결정해야 하나요?",
    "출장비 정산은 언제까지 해야 하나요",
    "수의계약으로 할 수 있는 금액이 얼마까지인가요",
    "병가는 진단서 없이 며칠까지 되나요",
)
TICK_MS = 5
"""A timer this fast shows a delay of the event loop as the lateness of its next tick."""


class Delays:
    """Lateness of a `TICK_MS` timer in milliseconds."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now


def main(mode: str) -> dict[str, object]:
    from govdesk.knowledge import memory

    memory.spare()
    from govdesk.app import Desk
    from govdesk.paths import DataFolder, Resources, default_home, resources
    from govdesk.ui.main.faults import Faults
    from govdesk.ui.main.program import application, make_theme
    from govdesk.ui.main.shell import Shell

    desk = Desk(DataFolder(default_home()), Resources(resources()))
    desk.settings.set_profile(desk.settings.profile.model_copy(update={"asked": True}))
    app = application()
    shell = Shell(desk, make_theme(desk), Faults(desk.folder.logs))
    result: dict[str, object] = {}
    shell.window.first_painted.connect(lambda: result.setdefault("first_paint_s", since_start()))
    shell.start()
    wait(app, lambda: "first_paint_s" in result)
    result["paint_mb"] = pss_mb(os.getpid())
    try:
        result.update(MODES[mode](app, shell))
    finally:
        shell.close()
        desk.close()
    return result


def since_start() -> float:
    """Seconds since the parent started this process."""
    return time.time() - float(os.environ.get("GOVDESK_BENCH_STARTED", time.time()))


def wait(app, done: Callable[[], object], seconds: float = 600.0) -> None:  # type: ignore[no-untyped-def]
    """Run the event loop until `done()`; raises TimeoutError."""
    end = time.monotonic() + seconds
    while not done():
        app.processEvents()
        time.sleep(0.001)
        if time.monotonic() > end:
            raise TimeoutError


def warm(app, shell) -> None:  # type: ignore[no-untyped-def]
    state: dict[str, bool] = {}
    shell.indexing.warmed.connect(lambda: state.setdefault("warm", True))
    wait(app, lambda: state.get("warm"))
    for _ in range(300):
        app.processEvents()
        time.sleep(0.005)


def opened(app, shell) -> dict[str, object]:  # type: ignore[no-untyped-def]
    return {}


def life(app, shell) -> dict[str, object]:  # type: ignore[no-untyped-def]
    """Memory when loaded and after questions; milliseconds from Enter to evidence and to the answer."""
    warm(app, shell)
    idle = pss_mb(os.getpid())
    evidence, answers = [], []
    for question in QUESTIONS:
        times = asked(app, shell, question)
        evidence.append(times["evidence"])
        answers.append(times["answer"])
    return {
        "idle_mb": idle,
        "asked_mb": pss_mb(os.getpid()),
        "evidence_ms": sorted(evidence)[len(evidence) // 2],
        "answer_ms": sorted(answers)[len(answers) // 2],
    }


def asked(app, shell, question: str) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """Ask in the chat pane; milliseconds until evidence cards stand and until the answer is finished."""
    from govdesk.ui.requests import Ask

    shell.router.show("chat")
    chat = shell.router.pane()
    before = len(chat.presenter._session.turns)
    started = time.perf_counter()
    shell.router.route(Ask(question, send=True))
    found: dict[str, float] = {}

    def look() -> bool:
        turns = chat.presenter._session.turns
        if len(turns) == before:
            return False
        turn = turns[-1]
        if turn.evidence is not None:
            found.setdefault("evidence", (time.perf_counter() - started) * 1000)
        if turn.answer is not None:
            found.setdefault("answer", (time.perf_counter() - started) * 1000)
        return "answer" in found

    wait(app, look)
    return found


def search(app, shell) -> dict[str, object]:  # type: ignore[no-untyped-def]
    warm(app, shell)
    delays = Delays()
    for question in QUESTIONS * 5:
        asked(app, shell, question)
    return {"delays_ms": delays.ms}


def importing(app, shell) -> dict[str, object]:  # type: ignore[no-untyped-def]
    """Import the core snapshot through the documents pane while the event loop is watched."""
    from govdesk.knowledge.model import Collection
    from govdesk.ui.requests import ImportFiles
    from tests.bench import data

    warm(app, shell)
    source = data.statutes("core")
    expected = sum(1 for _ in Path(source).rglob("*.md"))
    delays = Delays()
    shell.router.route(ImportFiles((source,)))
    store = shell.desk.store()
    wait(app, lambda: store.counts().get(Collection.STATUTES, 0) >= expected)
    return {"delays_ms": delays.ms}


def scroll(app, shell) -> dict[str, object]:  # type: ignore[no-untyped-def]
    """Open the largest statute and scroll through it, a third of a page a step."""
    from govdesk.ui.requests import OpenArticle

    warm(app, shell)
    store = shell.desk.store()
    largest = max(store.documents(), key=lambda document: document.passages)
    shell.router.route(OpenArticle(largest.id))
    pane = shell.router.pane()
    wait(app, lambda: pane.reading_bar().maximum() > 0)
    bar = pane.reading_bar()
    delays = Delays()
    step = max(1, bar.pageStep() // 3)
    position = 0
    while position < bar.maximum() and position < 1500 * step:
        position += step
        bar.setValue(position)
        app.processEvents()
        time.sleep(0.004)
    return {"delays_ms": delays.ms}


def reading(app, shell) -> dict[str, object]:  # type: ignore[no-untyped-def]
    """Milliseconds to the first paint of the largest statute, and from there to other articles by the go-to request;
    memory that the five largest statutes add when they are open.
    """
    from govdesk.ui.requests import OpenArticle

    shell.indexing._timer.blockSignals(True)  # the national snapshot has words only: no vectors are made meanwhile
    warm(app, shell)
    documents = sorted(shell.desk.store().documents(), key=lambda document: -document.passages)
    shell.router.route(OpenArticle(documents[-1].id))
    pane = shell.router.pane()
    wait(app, lambda: pane.presenter.opened is not None)
    before = pss_mb(os.getpid())
    first = _painted(app, shell, OpenArticle(documents[0].id))
    names = [section.number for section in pane.presenter.opened.page.sections if section.number]
    steps = [_painted(app, shell, OpenArticle(documents[0].id, name)) for name in names[:: max(1, len(names) // 20)]]
    for document in documents[1:5]:
        _painted(app, shell, OpenArticle(document.id))
    return {"first_ms": first, "goto_ms": steps, "added_mb": pss_mb(os.getpid()) - before}


def _painted(app, shell, request) -> float:  # type: ignore[no-untyped-def]
    """Milliseconds until the place that `request` names has been painted."""
    from PySide6.QtCore import QEvent, QObject

    pane = shell.router.pane()
    viewport = pane.view.reading.page.viewport()

    class Painted(QObject):
        """Notes the time of a paint that shows the document wanted."""

        at = 0.0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            opened, spot = pane.presenter.opened, pane.presenter.spot
            there = opened is not None and opened.page.document.id == request.document
            if event.type() == QEvent.Type.Paint and there and (not request.article or request.article in spot.section):
                self.at = self.at or time.perf_counter()
            return False

    watcher = Painted()
    viewport.installEventFilter(watcher)
    started = time.perf_counter()
    shell.router.route(request)
    wait(app, lambda: watcher.at)
    viewport.removeEventFilter(watcher)
    return (watcher.at - started) * 1000


MODES = {"reading": reading, "open": opened, "life": life, "search": search, "import": importing, "scroll": scroll}

if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
