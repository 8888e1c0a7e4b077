"""The widgets of the exact search: facets, the field with its options, the results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from govdesk.ui.kit import ChipToggle, IconButton, LineInput, NavItem, NavList, Panel, SearchField, Text, follow
from govdesk.ui.kit.base import lay_beside
from govdesk.ui.panes.regulations.entrylist import EntryList
from govdesk.ui.panes.regulations.exact.model import Facet, Facets
from govdesk.ui.panes.regulations.exact.presenter import Asked
from govdesk.ui.panes.regulations.related import Entry
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

CALM_MS = 250
"""Pause in typing before it is looked for."""
SIDE = 228


class ExactPane(QWidget):
    """`asked(Asked)` when the words or options change, `narrowed(key)`, `more`, `opened(Entry, bool)`, `closed`."""

    asked = Signal(object)
    narrowed = Signal(str)
    more = Signal()
    opened = Signal(object, bool)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.field = SearchField(
            theme, name=self.tr("찾을 글자"), placeholder=self.tr("모든 법령과 매뉴얼에서 찾을 글자")
        )
        self.without = LineInput(theme, name=self.tr("뺄 낱말"), placeholder=self.tr("뺄 낱말"))
        self.each_word = ChipToggle(theme, self.tr("낱말 모두"))
        self.supplements = ChipToggle(theme, self.tr("부칙 포함"))
        self.count = Text(theme, "", Type.CONTROL_STRONG, role="sub", wrap=False)
        self.results = EntryList(theme, name=self.tr("찾은 곳"))
        self.facets = NavList(theme, name=self.tr("좁히기"))
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._arrange()
        self._connect()
        follow(theme, self._refit)

    def _arrange(self) -> None:
        theme = self._theme
        self._side = Panel(theme, "surface", edge="right")
        self._side_head = Panel(theme, "surface", edge="bottom", row=True)
        self._side_head.body.addWidget(Text(theme, self.tr("좁히기"), Type.CONTROL_STRONG, wrap=False))
        self._side.body.addWidget(self._side_head)
        self._side.body.addWidget(self.facets, 1)
        self._bar = Panel(theme, "surface", edge="bottom", row=True)
        self._back = IconButton(theme, "chevron-left", self.tr("본문으로 돌아가기"), shortcut="Esc")
        for part, stretch in ((self._back, 0), (self.field, 3), (self.without, 1), (self.each_word, 0)):
            self._bar.body.addWidget(part, stretch)
        self._bar.body.addWidget(self.supplements)
        self._line = Panel(theme, "sunken", edge="bottom", row=True)
        self._line.body.addWidget(self.count)
        lay_beside(self, self._side, (self._bar, self._line, self.results))

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._calm.timeout.connect(self._ask)
        self.field.changed.connect(self._typed)
        self.field.submitted.connect(self._at_once)
        self.without.textChanged.connect(self._typed)
        self.each_word.toggled.connect(self._at_once)
        self.supplements.toggled.connect(self._at_once)
        self.facets.chosen.connect(self.narrowed)
        self.results.opened.connect(self.opened)
        self.results.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _typed(self, _text: str = "") -> None:
        self._calm.start()

    def _at_once(self, *_what: object) -> None:
        self._calm.stop()
        self._ask()

    def _ask(self) -> None:
        asked = Asked(
            self.field.text().strip(), self.each_word.isChecked(), self.without.text(), self.supplements.isChecked()
        )
        self.asked.emit(asked)

    def _scrolled(self, value: int) -> None:
        bar = self.results.verticalScrollBar()
        if value and value >= bar.maximum() - self.results.height() // 2:
            self.more.emit()

    def start(self, text: str) -> None:
        """Put the cursor into the field, `text` in it if there is any."""
        if text:
            self.field.setText(text)
            self._at_once()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    # -- what the presenter shows ----------------------------------------------------------------------------

    def show_searching(self) -> None:
        self.count.set(self.tr("찾는 중"))

    def show_results(self, entries: list[Entry], words: str, *, keep: bool) -> None:
        at = self.results.verticalScrollBar().value() if keep else 0
        self.results.show_entries(entries)
        self.count.set(words)
        if keep:
            self.results.doItemsLayout()
            self.results.verticalScrollBar().setValue(at)

    def show_facets(self, found: Facets, chosen: str) -> None:
        self.facets.fill([_item(one) for one in _all(found)])
        if chosen:
            self.facets.choose(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.results.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _refit(self) -> None:
        theme, gap = self._theme, self._theme.gap
        self._side.setFixedWidth(theme.px(SIDE))
        self._side.setVisible(not theme.compact)
        self._side_head.setFixedHeight(theme.size(SIZES.column_head))
        self._side_head.set_margins(gap(12), 0, gap(12), 0)
        self._bar.setFixedHeight(theme.size(48))
        self._bar.set_margins(gap(8), 0, gap(12), 0)
        self._bar.body.setSpacing(gap(8))
        self._line.setFixedHeight(theme.size(34))
        self._line.set_margins(gap(16), 0, gap(16), 0)


def _all(found: Facets) -> Sequence[Facet]:
    return (*found.kinds, *found.ministries, *found.families)


def _item(one: Facet) -> NavItem:
    icons = {"kind": "book", "ministry": "user", "family": "tree"}
    return NavItem(one.key, one.title, icon=icons[one.key.split(":", 1)[0]], count=f"{one.count:,}")
