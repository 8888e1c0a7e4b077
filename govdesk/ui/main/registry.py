"""The panes there are, in the order of the rail. Each is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from govdesk.ui.pane import Pane, PaneContext


@dataclass(frozen=True, slots=True)
class Entry:
    """One pane on the rail; `bottom` ones stand at its lower end."""

    name: str
    title: str
    icon: str
    shortcut: str
    make: Callable[[PaneContext], Pane]
    bottom: bool = False


def _chat(context: PaneContext) -> Pane:
    from govdesk.ui.panes.chat import create

    return create(context)


def _regulations(context: PaneContext) -> Pane:
    from govdesk.ui.panes.regulations import create

    return create(context)


def _documents(context: PaneContext) -> Pane:
    from govdesk.ui.panes.documents import create

    return create(context)


def _settings(context: PaneContext) -> Pane:
    from govdesk.ui.panes.settings import create

    return create(context)


def _help(context: PaneContext) -> Pane:
    from govdesk.ui.panes.help import create

    return create(context)


ENTRIES = (
    Entry("chat", "질문", "chat", "Ctrl+1", _chat),
    Entry("regulations", "법령", "book", "Ctrl+2", _regulations),
    Entry("documents", "자료", "folder", "Ctrl+3", _documents),
    Entry("settings", "설정", "settings", "Ctrl+,", _settings, bottom=True),
    Entry("help", "도움말", "help", "F1", _help, bottom=True),
)


def entries() -> tuple[Entry, ...]:
    """The panes that are there."""
    return tuple(entry for entry in ENTRIES if _is_there(entry.name))


def preload() -> None:
    """Read the code of every pane, some 25 ms each that its first showing then does not take; off the GUI thread."""
    for entry in entries():
        package = f"govdesk.ui.panes.{entry.name}"
        for name in ("view", "pane"):
            if find_spec(f"{package}.{name}") is not None:
                import_module(f"{package}.{name}")


def _is_there(name: str) -> bool:
    """Whether the pane's view is part of this build; a pane without one gets no entry."""
    try:
        return find_spec(f"govdesk.ui.panes.{name}.view") is not None
    except ModuleNotFoundError:
        return False
