"""`HistoryColumn`: new chat, search, the list, how long it is kept."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.records.chats import ChatId
from govdesk.ui.kit.banner import Icon
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button, IconButton
from govdesk.ui.kit.card import Panel
from govdesk.ui.kit.fields import SearchField
from govdesk.ui.kit.text import Text
from govdesk.ui.panes.chat.history import Group
from govdesk.ui.panes.chat.historylist import HistoryList
from govdesk.ui.theme import Theme, Type

UNDO_MS = 8000
"""How long 되돌리기 is offered."""


class HistoryColumn(Panel):
    """`fresh`: new chat. `searched(str)`. `fold`: its own button. `undone`, `settled`: after rename or delete."""

    fresh = Signal()
    searched = Signal(str)
    fold = Signal()
    undone = Signal()
    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self.setAccessibleName(self.tr("지난 대화"))
        self.new = Button(theme, self.tr("새 대화"), icon="plus")
        self.new.setToolTip(self.tr("새 대화 (Ctrl+N)"))
        self.find_button = IconButton(theme, "search", self.tr("대화 찾기"))
        self.hide_button = IconButton(theme, "panel-left", self.tr("목록 접기"), shortcut="Ctrl+B")
        self.search = SearchField(theme, name=self.tr("대화 찾기"))
        self.list = HistoryList(theme)
        self._none = Text(theme, "", Type.CONTROL, role="mute")
        self._retention = Text(theme, "", Type.CAPTION, role="mute", wrap=False)
        self._undo_words = Text(theme, "", Type.CONTROL, role="sub")
        self._undo_button = Button(theme, self.tr("되돌리기"), kind="link", icon="undo", small=True)
        self._undo = Panel(theme, "sunken", edge="top")
        self._head = QHBoxLayout()
        self._foot = QHBoxLayout()
        self._middle = QVBoxLayout()
        self._timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._build()
        follow(theme, self._space)

    def _build(self) -> None:
        self._head.addWidget(self.new)
        self._head.addStretch(1)
        self._head.addWidget(self.find_button)
        self._head.addWidget(self.hide_button)
        self._foot.addWidget(Icon(self._theme, "lock", role="mute", size=14))
        self._foot.addWidget(self._retention, 1)
        self._undo.body.addWidget(self._undo_words)
        self._undo.body.addWidget(self._undo_button)
        for part in (self.search, self._none, self.list):
            self._middle.addWidget(part)
        self.body.addLayout(self._head)
        self.body.addLayout(self._middle, 1)
        self.body.addWidget(self._undo)
        self.body.addLayout(self._foot)
        self.search.setVisible(False)
        self._undo.setVisible(False)
        self._none.setVisible(False)
        self.new.clicked.connect(self.fresh)
        self.find_button.clicked.connect(self._toggle_search)
        self.hide_button.clicked.connect(self.fold)
        self.search.changed.connect(self.searched)
        self._undo_button.clicked.connect(self.undone)
        self._timer.timeout.connect(self.settled)

    def show_history(self, groups: tuple[Group, ...], selected: ChatId | None, searching: bool) -> None:
        self.list.show_groups(groups, selected)
        none = self.tr("찾은 대화가 없습니다.") if searching else self.tr("아직 나눈 대화가 없습니다.")
        self._none.set("" if groups else none)
        self._none.setVisible(not groups)
        self.list.setVisible(bool(groups))

    def show_retention(self, text: str) -> None:
        self._retention.set(text)

    def show_undo(self, text: str) -> None:
        """Offer to take a change back for a while; ``""`` takes the offer away."""
        self._undo_words.set(text)
        self._undo.setVisible(bool(text))
        if text:
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def undo_button(self) -> Button:
        return self._undo_button

    @property
    def undo_text(self) -> str:
        return self._undo_words.source

    @property
    def retention(self) -> str:
        return self._retention.source

    def show_search(self) -> None:
        """Open the search field and go into it."""
        self.search.setVisible(True)
        self.search.setFocus()

    def _toggle_search(self) -> None:
        if self.search.isHidden():
            self.show_search()
        else:
            self.search.clear()
            self.search.setVisible(False)

    def _space(self) -> None:
        gap = self._theme.gap
        self._head.setContentsMargins(gap(12), gap(8), gap(8), gap(4))
        self._head.setSpacing(gap(2))
        self._middle.setContentsMargins(gap(6), gap(2), gap(6), 0)
        self._middle.setSpacing(gap(4))
        self._undo.set_margins(gap(14), gap(6), gap(8), gap(6))
        self._foot.setContentsMargins(gap(16), gap(6), gap(12), gap(8))
        self._foot.setSpacing(gap(6))
        self.hide_button.setVisible(not self._theme.compact)
        self._none.setContentsMargins(gap(10), gap(8), gap(10), 0)
