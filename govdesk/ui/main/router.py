"""Shows panes and carries requests between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from govdesk.ui.main.registry import Entry
from govdesk.ui.pane import Pane, PaneContext
from govdesk.ui.requests import Ask, ImportFiles, OpenArticle, OpenPane, OpenReference, Request, ShowDocument

TARGETS: dict[type, str] = {
    OpenArticle: "regulations",
    OpenReference: "regulations",
    Ask: "chat",
    ImportFiles: "documents",
    ShowDocument: "documents",
}
"""Which pane answers which request; `OpenPane` names its own."""


class Router(QObject):
    """``show(name)``, ``route(request)``, ``current``; `shown(name)` after a pane is in sight.

    A pane is made when it is first shown. `OpenReference` goes to `resolve`, which turns it into `OpenArticle`.
    """

    shown = Signal(str)

    def __init__(self, stack: QStackedWidget, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._entries = {entry.name: entry for entry in entries}
        self._panes: dict[str, Pane] = {}
        self._context: PaneContext | None = None
        self.resolve: Callable[[str], None] | None = None
        self.current = ""

    def start(self, context: PaneContext) -> None:
        """Give the context that panes are made with; nothing can be shown before."""
        self._context = context

    def has(self, name: str) -> bool:
        return name in self._entries

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries.values())

    def first(self) -> str:
        """The uppermost pane of the rail."""
        return next(iter(self._entries))

    def entry(self, name: str) -> Entry:
        return self._entries[name]

    def pane(self) -> Pane | None:
        """The pane in sight."""
        return self._panes.get(self.current)

    def panes(self) -> tuple[Pane, ...]:
        return tuple(self._panes.values())

    def show(self, name: str) -> Pane | None:
        """Bring a pane into sight; None if there is no such pane."""
        if name not in self._entries or self._context is None:
            return None
        if name not in self._panes:
            pane = self._entries[name].make(self._context)
            self._panes[name] = pane
            self._stack.addWidget(pane.widget())
        self.current = name
        self._stack.setCurrentWidget(self._panes[name].widget())
        self.shown.emit(name)
        return self._panes[name]

    def route(self, request: Request) -> None:
        """Carry a request to its pane."""
        if isinstance(request, OpenReference) and self.resolve is not None:
            self.resolve(request.text)
            return
        name = request.name if isinstance(request, OpenPane) else TARGETS[type(request)]
        pane = self.show(name)
        if pane is None:
            return
        if not (isinstance(request, OpenPane) and not request.section):
            pane.open(request)
        self.shown.emit(self.current)

    def close(self) -> None:
        for pane in self._panes.values():
            pane.close()
