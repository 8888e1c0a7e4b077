"""The column beside the text: 인용, 위임, 별표 of the article that is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from govdesk.ui.kit import IconButton, Panel, TabStrip, Text, follow
from govdesk.ui.panes.regulations.entrylist import EntryList
from govdesk.ui.panes.regulations.graph.model import GraphNode
from govdesk.ui.panes.regulations.graph.view import GraphPanel
from govdesk.ui.panes.regulations.own.model import OwnShown
from govdesk.ui.panes.regulations.own.panel import OwnPanel
from govdesk.ui.panes.regulations.related import Entry, RelatedData
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES


class RelatedColumn(Panel):
    """``show_data(data)``; `opened(Entry, bool)` when a row is taken (True: in a new tab), `held(Entry)` when it is
    wanted beside the text, `drawn(bool)` when the 위임 tree is to be drawn or listed."""

    opened = Signal(object, bool)
    held = Signal(object)
    drawn = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._theme = theme
        self._head = Panel(theme, "surface", edge="bottom", row=True)
        self.tabs = TabStrip(theme, name=self.tr("이 조와 이어진 곳"))
        self.draw_button = IconButton(theme, "tree", self.tr("위임을 그림으로 보기"), small=True)
        self._head.body.addWidget(self.tabs)
        self._head.body.addStretch(1)
        self._head.body.addWidget(self.draw_button)
        self._stack = QStackedWidget()
        self._lists: dict[str, EntryList] = {}
        self._empty: dict[str, str] = {
            "citing": self.tr("이 조를 인용하거나 이 조가 인용하는 조문이 없습니다."),
            "filled": self.tr("이 조가 아래 법령에 맡긴 것이 없습니다."),
            "annexes": self.tr("이 법령에는 별표·서식이 없습니다."),
        }
        for key, title in (("citing", self.tr("인용")), ("filled", self.tr("위임")), ("annexes", self.tr("별표"))):
            self.tabs.add(key, title)
            self._lists[key] = EntryList(theme, name=title)
            self._lists[key].opened.connect(self.opened)
            self._stack.addWidget(self._lists[key])
        self.own = OwnPanel(theme)
        self.own.opened.connect(self.opened)
        self.tabs.add("own", self.tr("메모"))
        self._stack.addWidget(self.own)
        self.graph = GraphPanel(theme)
        self._stack.addWidget(self.graph)
        self._drawing = self._told = False
        self.note = Text(theme, "", Type.CONTROL, role="mute")
        self.body.addWidget(self._head)
        self.body.addWidget(self.note)
        self.body.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._choose)
        self.draw_button.clicked.connect(self._draw)
        self.graph.opened.connect(self.opened)
        self.graph.held.connect(self.held)
        self._data: RelatedData | None = None
        follow(theme, self._refit)
        self._choose("citing")

    def list_of(self, key: str) -> EntryList:
        return self._lists[key]

    def show_data(self, data: RelatedData | None) -> None:
        self._data = data
        shown = data or RelatedData()
        rows: dict[str, tuple[Entry, ...]] = {"citing": shown.citing, "filled": shown.filled, "annexes": shown.annexes}
        for key, entries in rows.items():
            self._lists[key].show_entries(entries)
        own = sum(not one.heading for one in shown.annexes)
        counts = {"citing": shown.citing_count, "filled": shown.filled_count, "annexes": own}
        for key, count in counts.items():
            self.tabs.set_count(key, count if data is not None and count else None)
        self._choose(self.tabs.current())

    def show_own(self, shown: OwnShown) -> None:
        self.own.show_own(shown)
        self.tabs.set_count("own", len(shown.notes) or None)

    def choose(self, key: str) -> None:
        """Show one of the lists: citing, filled, annexes, own."""
        self._choose(key)

    @property
    def drawing(self) -> bool:
        """Whether the 위임 tree is in sight as a drawing."""
        return self._drawing and self.tabs.current() == "filled"

    def show_graph(self, nodes: tuple[GraphNode, ...]) -> None:
        self.graph.show_nodes(nodes)

    def _draw(self) -> None:
        self._drawing = not self._drawing
        self.draw_button.set_icon_name("list" if self._drawing else "tree")
        name = self.tr("위임을 목록으로 보기") if self._drawing else self.tr("위임을 그림으로 보기")
        self.draw_button.setAccessibleName(name)
        self.draw_button.setToolTip(name)
        self._choose("filled")

    def _choose(self, key: str) -> None:
        self.tabs.choose(key)
        self.draw_button.setVisible(key == "filled")
        if self.drawing != self._told:
            self._told = self.drawing
            self.drawn.emit(self.drawing)
        shown: QWidget = self.graph if self.drawing and self._filled() else self._lists.get(key, self.own)
        self._stack.setCurrentWidget(shown)
        empty = key in self._lists and self._data is not None and self._lists[key].model().rowCount() == 0
        self.note.set(self._empty[key] if empty else "")
        self.note.setVisible(empty)

    def _filled(self) -> bool:
        return self._data is not None and bool(self._data.filled)

    def _refit(self) -> None:
        gap = self._theme.gap
        self._head.setFixedHeight(self._theme.size(SIZES.column_head))
        self._head.set_margins(gap(4), 0, gap(4), 0)
        self.note.setContentsMargins(gap(12), gap(12), gap(12), gap(12))
