"""`Columns`: a pane's columns side by side; side ones fold, remember their width, become tabs when it is tight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from govdesk.ui.kit.card import Panel
from govdesk.ui.kit.focus import first_focusable
from govdesk.ui.kit.tabs import TabStrip
from govdesk.ui.memory import Memory
from govdesk.ui.theme import Theme

Side = Literal["left", "centre", "right"]


@dataclass
class Column:
    """One column: `width` px at 100 % as designed, `least` its minimum, `folded` by the person."""

    key: str
    title: str
    widget: QWidget
    side: Side
    width: int
    least: int
    icon: str
    folded: bool = False
    asked: int = 0
    """Width at 100 % that what it shows now needs; 0 as the person set it."""


class Columns(QWidget):
    """``Columns(theme, memory, "chat")`` then ``add(widget, key="history", title="대화", side="left", width=190)``.

    - exactly one column has ``side="centre"`` and takes the rest (`least` is its minimum, e.g. 560)
    - ``toggle("left")`` / ``toggle("right")`` fold (Ctrl+B, Ctrl+Alt+B by the window); ``fold(key, True)``;
      ``is_folded(key)``; `folded(key, bool)`. Widths and folds are kept in `memory` as ``columns/<name>/<key>``.
    - when the text is large (`theme.compact`) or the columns do not fit, one column is shown at a time under tabs
      named by `title` (a column with `icon` is an icon tab: the drawer behind the list button). `narrow_changed(bool)`,
      ``narrow``, ``show_column(key)`` (also unfolds), ``set_count(key, n)`` (``근거 4``).
    - ``visible_columns()`` in F6 order. Give the widgets their own ground (`Panel`); lines between are drawn here.
    """

    folded = Signal(str, bool)
    narrow_changed = Signal(bool)
    column_shown = Signal(str)

    def __init__(self, theme: Theme, memory: Memory, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._memory = memory
        self._name = name
        self._columns: dict[str, Column] = {}
        self._current = ""
        self.narrow = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.splitterMoved.connect(self._keep)
        self._stack = QStackedWidget()
        self._tabs = TabStrip(theme, name="열")
        self._tabs.chosen.connect(self.show_column)
        self._bar = Panel(theme, "surface", edge="bottom")
        self._bar.body.addWidget(self._tabs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self._bar, self._splitter, self._stack):
            whole.addWidget(part)
        self._bar.hide()
        self._stack.hide()
        theme.changed.connect(self._arrange)

    @property
    def tab_strip(self) -> TabStrip:
        """The tabs of the narrow form; pane tools may be put at its right end with ``add_trailing``."""
        return self._tabs

    def add(
        self,
        widget: QWidget,
        *,
        key: str,
        title: str,
        side: Side,
        width: int = 240,
        least: int = 160,
        icon: str = "",
    ) -> None:
        column = Column(key, title, widget, side, width, least, icon)
        column.folded = bool(self._memory.number(self._slot(key, "folded"), 0))
        self._columns[key] = column
        self._tabs.add(key, "" if icon else title, icon=icon)
        if icon:
            self._tabs.button(key).setAccessibleName(title)
            self._tabs.button(key).setToolTip(title)
        if side == "centre":
            self._current = key
            self._tabs.choose(key)
        if self.narrow:
            self._stack.addWidget(widget)
        else:
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, int(side == "centre"))
        self._arrange()

    def toggle(self, side: Literal["left", "right"]) -> None:
        """Fold every column of that side, or unfold them if all are folded; a tab switch when narrow."""
        keys = [key for key, column in self._columns.items() if column.side == side]
        if not keys:
            return
        if self.narrow:
            self.show_column(self._centre() if self._current in keys else keys[0])
            return
        fold = any(not self._columns[key].folded for key in keys)
        for key in keys:
            self.fold(key, fold)

    def fold(self, key: str, on: bool) -> None:
        column = self._columns[key]
        if column.folded == on:
            return
        column.folded = on
        self._memory.put(self._slot(key, "folded"), int(on))
        self._arrange()
        self.folded.emit(key, on)

    def widen(self, key: str, width: int) -> None:
        """Give a column `width` px at 100 % at least while it shows something wide; 0 gives the room back."""
        if self._columns[key].asked != width:
            self._columns[key].asked = width
            self._arrange()

    def is_folded(self, key: str) -> bool:
        return self._columns[key].folded

    def show_column(self, key: str) -> None:
        """Bring a column into sight: unfold it, or take its tab when narrow."""
        if not self.narrow:
            self.fold(key, False)
            return
        self._current = key
        self._tabs.choose(key)
        self._stack.setCurrentWidget(self._columns[key].widget)
        self.column_shown.emit(key)

    def set_count(self, key: str, count: int | None) -> None:
        self._tabs.set_count(key, count)

    def visible_columns(self) -> list[QWidget]:
        if self.narrow:
            return [self._bar, self._columns[self._current].widget]
        return [column.widget for column in self._columns.values() if not column.folded]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _centre(self) -> str:
        return next(key for key, column in self._columns.items() if column.side == "centre")

    def _slot(self, key: str, what: str) -> str:
        return f"columns/{self._name}/{key}/{what}"

    def _fits(self) -> bool:
        needed = sum(self._theme.size(column.least) + 1 for column in self._columns.values() if not column.folded)
        return not self._theme.compact and self.width() >= needed

    def _arrange(self) -> None:
        if not self._has_centre():  # still being filled
            return
        narrow = not self._fits() and len(self._columns) > 1
        if narrow != self.narrow:
            self.narrow = narrow
            self._move()
            self.narrow_changed.emit(narrow)
        if not narrow:
            self._spread()

    def _move(self) -> None:
        """Carry the widgets between the splitter and the stack; what had the keyboard keeps it while in sight."""
        focus: QWidget | None = self.window().focusWidget()
        held = focus if focus is not None and self.isAncestorOf(focus) else None
        for number, column in enumerate(self._columns.values()):
            if self.narrow:
                self._stack.addWidget(column.widget)
            else:
                self._splitter.insertWidget(number, column.widget)
                self._splitter.setStretchFactor(number, int(column.side == "centre"))
        self._bar.setVisible(self.narrow)
        self._stack.setVisible(self.narrow)
        self._splitter.setVisible(not self.narrow)
        if self.narrow:
            self._stack.setCurrentWidget(self._columns[self._current].widget)
        if held is not None:
            self._refocus(held)

    def _refocus(self, held: QWidget) -> None:
        """Give the keyboard back to `held`, or to the column in sight when `held` is behind its tab now."""
        seen = self._columns[self._current].widget
        target = first_focusable(seen) if self.narrow and not seen.isAncestorOf(held) else held
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _spread(self) -> None:
        """Give the splitter the remembered widths."""
        sizes: list[int] = []
        for column in self._columns.values():
            column.widget.setVisible(not column.folded)
            column.widget.setMinimumWidth(self._theme.size(column.least))
            wanted = self._memory.number(self._slot(column.key, "width"), column.width)
            sizes.append(0 if column.folded else self._theme.size(max(wanted, column.least, column.asked)))
        shown = sum(1 for column in self._columns.values() if not column.folded)
        centre = list(self._columns).index(self._centre()) if self._has_centre() else 0
        sizes[centre] = max(1, self.width() - sum(sizes) + sizes[centre] - (shown - 1))
        if sizes != self._splitter.sizes():
            self._splitter.setSizes(sizes)

    def _has_centre(self) -> bool:
        return any(column.side == "centre" for column in self._columns.values())

    def _keep(self, _at: int, _handle: int) -> None:
        for column, width in zip(self._columns.values(), self._splitter.sizes(), strict=True):
            if column.side != "centre" and not column.folded and not column.asked:
                self._memory.put(self._slot(column.key, "width"), round(width / self._theme.size(100) * 100))
