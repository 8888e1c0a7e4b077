"""The drawn 위임 tree with its legend above and what is chosen in it below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from govdesk.ui.kit import Button, Panel, Text, follow
from govdesk.ui.panes.regulations.graph.canvas import GraphCanvas
from govdesk.ui.panes.regulations.graph.model import GraphNode
from govdesk.ui.panes.regulations.related import Entry
from govdesk.ui.theme import Theme, Type


class GraphPanel(Panel):
    """``show_nodes(nodes)``; `opened(Entry, bool)` and `held(Entry)` (beside the text)."""

    opened = Signal(object, bool)
    held = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._theme = theme
        self._nodes: Sequence[GraphNode] = ()
        self._entry: Entry | None = None
        self._legend = Text(theme, self.tr("→ 위임 · 점선 → 인용"), Type.CAPTION, role="mute", wrap=False)
        self._keys = Text(theme, self.tr("방향키로 옮기고 Enter로 열기"), Type.CAPTION, role="mute", wrap=False)
        self._head = Panel(theme, "surface", edge="bottom", row=True)
        self._head.body.addWidget(self._legend)
        self._head.body.addStretch(1)
        self._head.body.addWidget(self._keys)
        self.canvas = GraphCanvas(theme)
        self._foot = Panel(theme, "surface", edge="top")
        self.title = Text(theme, "", Type.CONTROL_STRONG)
        self.words = Text(theme, "", Type.CONTROL, role="sub")
        self._tools = Panel(theme, "surface", row=True)
        self.open_button = Button(theme, self.tr("열기"), kind="quiet", icon="external", small=True)
        self.hold_button = Button(theme, self.tr("옆에 열기"), kind="quiet", icon="panel-right", small=True)
        for button in (self.open_button, self.hold_button):
            self._tools.body.addWidget(button)
        self._tools.body.addStretch(1)
        for part in (self.title, self.words, self._tools):
            self._foot.body.addWidget(part)
        self.body.addWidget(self._head)
        self.body.addWidget(self.canvas, 1)
        self.body.addWidget(self._foot)
        self.canvas.chosen.connect(self._choose)
        self.canvas.taken.connect(self._take)
        self.open_button.clicked.connect(self._open)
        self.hold_button.clicked.connect(self._hold)
        follow(theme, self._refit)

    def show_nodes(self, nodes: Sequence[GraphNode]) -> None:
        self._nodes = nodes
        self.canvas.show_nodes(nodes)
        self._foot.setVisible(bool(nodes))

    def _choose(self, at: int, chip: int) -> None:
        node = self._nodes[at]
        rest = 0 <= len(node.citing) <= chip
        entry = node.citing[chip] if 0 <= chip < len(node.citing) else node.entry
        self._entry = None if rest or entry.document is None else entry
        title = self.tr("이 조를 인용하는 그 밖의 {n}곳").format(n=node.more) if rest else entry.title
        self.title.set(title)
        lacking = self.tr("자료에 없습니다. 가져오면 여기에서 열 수 있습니다.") if node.lacking and chip < 0 else ""
        more = self.tr("조문을 열면 인용 탭에 모두 나옵니다.") if rest else ""
        words = " ".join(part for part in (entry.words if not rest else "", lacking, more) if part)
        self.words.set(words)
        self.words.setVisible(bool(words))
        self.canvas.setAccessibleDescription(". ".join(part for part in (title, words) if part))
        for button in (self.open_button, self.hold_button):
            button.setEnabled(self._entry is not None)

    def _take(self, at: int, chip: int) -> None:
        self._choose(at, chip)
        if self._entry is None and chip >= 0:
            self._entry = self._nodes[at].entry
        self._open()

    def _open(self) -> None:
        if self._entry is not None and self._entry.document is not None:
            self.opened.emit(self._entry, False)

    def _hold(self) -> None:
        if self._entry is not None:
            self.held.emit(self._entry)

    def _refit(self) -> None:
        gap = self._theme.gap
        self._head.set_margins(gap(12), gap(8), gap(12), gap(8))
        self._foot.set_margins(gap(16), gap(10), gap(16), gap(8))
        self._foot.body.setSpacing(gap(4))
        self._keys.setVisible(not self._theme.compact)
