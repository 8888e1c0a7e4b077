"""The real window on a desk whose store and answerer are scripted: nothing heavy is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from govdesk.app import Desk
from govdesk.errors import ReferenceNotFound
from govdesk.jobs import CancelToken, Finished, Job
from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState
from govdesk.paths import DataFolder, Resources, resources
from govdesk.settings.profile import Profile, Sector
from govdesk.ui.kit import Button, Columns
from govdesk.ui.main.faults import Faults
from govdesk.ui.main.registry import Entry
from govdesk.ui.main.shell import Shell
from govdesk.ui.pane import PaneContext
from govdesk.ui.theme import Theme

TODAY = date(2026, 11, 20)


def document(identity: str, title: str, collection: Collection = Collection.STATUTES) -> Document:
    return Document(
        id=DocumentId(identity), series=identity, title=title, kind="법률", collection=collection,
        source=f"{title}/법률.md", effective=date(2025, 7, 3),
    )  # fmt: skip


LAW = document("aaaaaaaaaaaa", "반려식물 돌봄에 관한 법률")
DECREE = document("bbbbbbbbbbbb", "반려식물 돌봄에 관한 법률 시행령")
MANUAL = document("cccccccccccc", "식물 돌봄 매뉴얼", Collection.MANUALS)


@dataclass
class ScriptedStore:
    """Three documents; `done` of `total` passages have vectors; `told` lists what was asked of it."""

    writable: bool = True
    documents_held: list[Document] = field(default_factory=lambda: [LAW, DECREE, MANUAL])
    done: int = 41
    total: int = 100
    told: list[str] = field(default_factory=list)

    def documents(self) -> list[Document]:
        return self.documents_held

    def states(self, as_of: date) -> dict[DocumentId, DocumentState]:
        return {one.id: DocumentState.IN_FORCE for one in self.documents_held}

    def article_counts(self) -> dict[DocumentId, int]:
        return {LAW.id: 4, DECREE.id: 2}

    def failures(self) -> list[Any]:
        return []

    def proposals(self) -> list[Any]:
        return []

    def counts(self) -> dict[Collection, int]:
        return {key: sum(d.collection is key for d in self.documents_held) for key in Collection}

    def vectors_done(self) -> tuple[int, int]:
        return self.done, self.total

    def index_due(self) -> bool:
        return self.done < self.total

    def problems(self) -> list[Any]:
        return []

    def resolve(self, text: str, as_of: date) -> Any:
        if "4조" not in text:
            raise ReferenceNotFound(text)
        return SimpleNamespace(document=LAW, article="제4조", place="제2항")

    def articles_named(self, identity: DocumentId, article: str) -> list[Any]:
        return [SimpleNamespace(heading="담당자의 지정")]

    def ensure_examples(self, cancel: CancelToken) -> Job:
        self.told.append("examples")
        yield Finished(None)

    def build_vectors(self, cancel: CancelToken) -> Job:
        self.told.append("vectors")
        self.done = self.total
        yield Finished(59)


class ScriptedDesk(Desk):
    """A desk with real settings and a scripted store."""

    def __init__(self, folder: Path) -> None:
        super().__init__(DataFolder(folder), Resources(resources()), today=lambda: TODAY)
        self.scripted = ScriptedStore()
        self.opening: Exception | None = None
        self.warmed = 0

    def store(self, *, write: bool = True) -> Any:
        if self.opening is not None:
            raise self.opening
        return self.scripted

    def warm(self) -> None:
        self.warmed += 1


class ProbePane:
    """A pane that keeps what it was asked for."""

    def __init__(self, context: PaneContext, name: str) -> None:
        self.context = context
        self.opened: list[object] = []
        self.closed = False
        self._widget = QWidget()
        row = QHBoxLayout(self._widget)
        self.button = Button(context.theme, f"{name} 단추")
        row.addWidget(self.button)
        self.split = Columns(context.theme, context.memory, name)
        self.split.add(QLabel("왼쪽"), key="left", title="왼쪽", side="left", width=100, least=60)
        self.middle = Button(context.theme, f"{name} 가운데")
        self.split.add(self.middle, key="mid", title="가운데", side="centre", least=100)
        row.addWidget(self.split)

    def widget(self) -> QWidget:
        return self._widget

    def columns(self) -> list[QWidget]:
        return [self.button, self.middle]

    def subtitle(self) -> str:
        return "열린 것"

    def open(self, request: object) -> None:
        self.opened.append(request)

    def close(self) -> None:
        self.closed = True


def probe_entries(made: dict[str, ProbePane]) -> tuple[Entry, ...]:
    def entry(name: str, title: str, icon: str, key: str, *, bottom: bool = False) -> Entry:
        def make(context: PaneContext) -> ProbePane:
            made[name] = ProbePane(context, name)
            return made[name]

        return Entry(name, title, icon, key, make, bottom)

    return (
        entry("chat", "질문", "chat", "Ctrl+1"),
        entry("regulations", "법령", "book", "Ctrl+2"),
        entry("documents", "자료", "folder", "Ctrl+3"),
        entry("settings", "설정", "settings", "Ctrl+,", bottom=True),
    )


@dataclass
class Opened:
    """A window with what it stands on."""

    shell: Shell
    desk: ScriptedDesk
    panes: dict[str, ProbePane]

    @property
    def window(self) -> QWidget:
        return self.shell.window


@pytest.fixture
def open_shell(qtbot: Any, tmp_path: Path, theme: Theme) -> Iterator[Callable[..., Opened]]:
    """``open_shell(asked=True, probe=True)``: the window, shown; closed after the test."""
    made: list[Opened] = []

    def make(*, asked: bool = True, probe: bool = True, show: bool = True, folder: Path = tmp_path) -> Opened:
        desk = ScriptedDesk(folder)
        desk.settings.update("appearance", "theme", "light")
        if asked:
            desk.settings.set_profile(Profile(asked=True, sector=Sector.LOCAL, jobs=("민원",)))
        panes: dict[str, ProbePane] = {}
        shell = Shell(desk, theme, Faults(desk.folder.logs), probe_entries(panes) if probe else None)
        made.append(Opened(shell, desk, panes))
        if show:
            shell.start()
            shell.window.activateWindow()
            qtbot.waitExposed(shell.window)
        return made[-1]

    yield make
    for each in made:
        each.shell.window.close()
        each.shell.close()
        each.desk.close()
        each.shell.window.deleteLater()
        each.shell.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def opened(open_shell: Callable[..., Opened]) -> Opened:
    return open_shell()
