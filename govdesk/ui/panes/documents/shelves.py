"""The left column: collections and states with their counts, and where things are kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govdesk.ui.kit import Line, NavItem, NavList, Panel, SectionTitle, Text, follow
from govdesk.ui.panes.documents import words
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES


class ShelfColumn(Panel):
    """`chosen(key)`: a collection's value, ``all``, ``failed`` or ``old``. ``show_counts(counts, key)``."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self.setAccessibleName(self.tr("모음"))
        self._head = Panel(theme, "surface", edge="bottom")
        self._title = Text(theme, self.tr("모음"), Type.CONTROL_STRONG, wrap=False)
        self._head.body.addWidget(self._title)
        self.shelves = NavList(theme, name=self.tr("모음"))
        self.states = NavList(theme, name=self.tr("상태"))
        self._states_title = SectionTitle(theme, self.tr("상태"))
        self._foot = QVBoxLayout()
        self._kept = Text(theme, self.tr("자료는 이 PC에만 저장합니다."), Type.CAPTION, role="sub")
        self.storage = Text(theme, "", Type.CAPTION, role="sub")
        self._foot.addWidget(self._kept)
        self._foot.addWidget(self.storage)
        self.body.addWidget(self._head)
        self.body.addWidget(self.shelves)
        self.body.addWidget(Line(theme))
        self.body.addWidget(self._states_title)
        self.body.addWidget(self.states)
        self.body.addStretch(1)
        self.body.addLayout(self._foot)
        for part, entries in self._parts():
            part.fill([NavItem(key, name, icon) for key, name, icon in entries])
            part.chosen.connect(self.chosen)
        self.show_counts({}, words.ALL)
        follow(theme, self._refit)

    def show_counts(self, counts: dict[str, int], shelf: str) -> None:
        for part in (self.shelves, self.states):
            for key in tuple(part.keys()):
                part.set_count(key, f"{counts.get(key, 0):,}")
        for part in (self.shelves, self.states):
            if part.has(shelf):
                part.choose(shelf)
            else:
                part.clear_choice()

    def show_storage(self, text: str, where: str) -> None:
        self.storage.set(text)
        self.storage.setToolTip(where)

    def _parts(self) -> tuple[tuple[NavList, tuple[tuple[str, str, str], ...]], ...]:
        return (self.shelves, words.SHELVES), (self.states, words.STATES)

    def _refit(self) -> None:
        gap = self._theme.gap
        self._head.setFixedHeight(self._theme.size(SIZES.tool_bar))
        self._head.set_margins(gap(12), 0, gap(12), 0)
        self._states_title.setContentsMargins(gap(16), gap(10), gap(16), 0)
        self._foot.setContentsMargins(gap(16), gap(6), gap(12), gap(10))
        for part, entries in self._parts():
            part.setMaximumHeight(len(entries) * self._theme.size(34) + 2 * gap(6))
