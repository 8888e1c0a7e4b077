"""A chat pane on screen (offscreen), with scripted services."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from govdesk.paths import resources
from govdesk.testing.answers import ANSWER, NOW, QUESTION, TODAY
from govdesk.testing.desk import FakeDesk, FakeWork
from govdesk.ui.memory import Memory
from govdesk.ui.pane import Ledger, PaneContext, WorkingDate
from govdesk.ui.panes.chat.pane import Chat
from govdesk.ui.panes.chat.view import ChatPane
from govdesk.ui.theme import Mode, Theme
from govdesk.ui.theme.fonts import load_fonts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@dataclass
class Shown:
    """A pane with what it works on."""

    chat: Chat
    view: ChatPane
    desk: FakeDesk
    work: FakeWork
    context: PaneContext
    requests: list[object]
    said: list[str]

    def ask(self, question: str = QUESTION, answer: object = ANSWER) -> None:
        """Ask and let the answer come."""
        self.desk.made_answerer.answer = answer  # type: ignore[assignment]
        self.chat.presenter.ask(question)
        self.work.jobs[-1].run()
        QApplication.processEvents()


@pytest.fixture(scope="session")
def families(qapp: QApplication) -> tuple[str, ...]:
    qapp.setStyle("Fusion")
    return load_fonts(resources() / "fonts")


@pytest.fixture
def made(qtbot: object, tmp_path: Path, families: tuple[str, ...]) -> Iterator[Callable[..., Shown]]:
    """``made(percent=200, size=(1282, 597))``: a pane in sight."""
    panes: list[Shown] = []

    def make(
        *,
        percent: int = 100,
        mode: Mode = Mode.LIGHT,
        size: tuple[int, int] = (1302, 615),
        desk: FakeDesk | None = None,
    ) -> Shown:
        desk = desk or FakeDesk(tmp_path)
        work, requests, said = FakeWork(), [], []
        theme = Theme(mode, percent, families)
        date, ledger = WorkingDate(lambda: TODAY), Ledger()
        context = PaneContext(
            desk,
            theme,
            None,
            date,
            ledger,
            Memory(),
            requests.append,
            said.append,
            lambda e: ("", ""),  # type: ignore[arg-type]
        )
        chat = Chat(context, work, lambda: NOW)
        view = chat.view
        theme.dress(view)
        view.resize(*size)
        view.show()
        view.activateWindow()
        qtbot.waitExposed(view)  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: bool(view.history.retention))  # type: ignore[attr-defined]
        panes.append(Shown(chat, view, desk, work, context, requests, said))
        return panes[-1]

    yield make
    for pane in panes:
        pane.chat.close()
        pane.desk.close()
        pane.view.close()
        pane.view.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def pane(made: Callable[..., Shown]) -> Shown:
    return made()
