"""The window's keys. Keys of one pane belong to the pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from govdesk.ui.kit import first_focusable


def bind(window: QWidget, keys: dict[str, Callable[[], None]]) -> list[QShortcut]:
    """Make a shortcut of each ``"Ctrl+K": method``; several keys for one method are joined by a space."""
    made: list[QShortcut] = []
    for names, method in keys.items():
        for name in names.split():
            shortcut = QShortcut(QKeySequence(name), window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(method)
            made.append(shortcut)
    return made


def step_column(columns: list[QWidget], by: int) -> None:
    """Move the focus to the next (1) or previous (-1) of `columns`, round the ends; hidden ones are skipped."""
    seen = [column for column in columns if column.isVisible()]
    if not seen:
        return
    held = holder(seen)
    at = seen.index(held) if held is not None else (-1 if by > 0 else 0)
    for offset in range(1, len(seen) + 1):
        target = first_focusable(seen[(at + by * offset) % len(seen)])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def holder(columns: list[QWidget]) -> QWidget | None:
    """The column that has the focus."""
    for column in columns:
        focus = column.window().focusWidget()
        if focus is not None and (focus is column or column.isAncestorOf(focus)):
            return column
    return None
