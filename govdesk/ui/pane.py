"""What a pane is to the main window, and what the window gives a pane."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from govdesk.ui.jobrunner import Failure, JobRunner
from govdesk.ui.memory import Memory
from govdesk.ui.requests import Request
from govdesk.ui.theme import Theme

if TYPE_CHECKING:
    from govdesk.app import Desk


class WorkingDate(QObject):
    """기준일: the date every pane answers for. `changed` when it is set to another day."""

    changed = Signal()

    def __init__(self, today: Callable[[], datetime.date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._chosen: datetime.date | None = None

    @property
    def date(self) -> datetime.date:
        return self._chosen or self._today()

    def today(self) -> datetime.date:
        return self._today()

    @property
    def is_today(self) -> bool:
        return self.date == self._today()

    def choose(self, day: datetime.date | None) -> None:
        """Set another day; None returns to today."""
        before = self.date
        self._chosen = None if day is None or day == self._today() else day
        if self.date != before:
            self.changed.emit()


class Ledger(QObject):
    """Tells every pane that what is stored has changed (import, removal, profile), so that lists are read again."""

    documents_changed = Signal()
    profile_changed = Signal()
    chats_changed = Signal()
    settings_changed = Signal()


def _nothing() -> None:
    return None


@dataclass(frozen=True)
class PaneContext:
    """Everything a pane may use.

    - `desk`: the services (its store opens lazily: call ``desk.store()`` only inside a job on a lane)
    - `runner`: lanes; `theme`; `working_date`; `ledger`
    - ``request(OpenArticle(...))``: ask the window to route something to another pane
    - ``say("복사했습니다")``: a calm line in the status bar for a few seconds
    - ``explain(error) -> (headline, next_step)``: Korean text for what `on_error` delivered
    - `memory`: small values kept over restarts (column widths)
    - ``retitle()``: `Pane.subtitle` says something else now
    """

    desk: Desk
    theme: Theme
    runner: JobRunner
    working_date: WorkingDate
    ledger: Ledger
    memory: Memory
    request: Callable[[Request], None]
    say: Callable[[str], None]
    explain: Callable[[Failure], tuple[str, str]]
    retitle: Callable[[], None] = _nothing


class Pane(Protocol):
    """One pane. Each package ``govdesk.ui.panes.<name>`` has ``create(context: PaneContext) -> Pane``.

    `create` is called when the pane is first shown, never before the window's first paint except for the
    pane that is shown first; it must not import anything heavy or read the store.
    """

    def widget(self) -> QWidget:
        """The widget shown right of the rail; always the same one."""
        ...

    def columns(self) -> list[QWidget]:
        """The columns F6 walks through, left to right; hidden ones are skipped."""
        ...

    def subtitle(self) -> str:
        """What is open in the pane, for the top bar beside the pane's name; ``""`` for nothing."""
        ...

    def open(self, request: Request) -> None:
        """Show what a request names. Called with the pane visible."""
        ...

    def close(self) -> None:
        """The window is closing: save what is typed, cancel jobs."""
        ...
