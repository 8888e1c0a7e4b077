"""`Conversation`: the turns under each other; a new question stands at the top and its answer grows below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govdesk.records.chats import TurnId
from govdesk.settings.profile import Profile
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.card import Scroll
from govdesk.ui.panes.chat.asked import Asked
from govdesk.ui.panes.chat.page import Page
from govdesk.ui.panes.chat.turnbox import TurnBox
from govdesk.ui.theme import Theme

LET_GO_MS = 300
"""How long a question stays pinned to the top after its answer came: the layout has settled by then."""
WIDEST = 760
"""px at 100 %: a reading line of some 50 syllables at 14 px, and the widest the mock-ups show."""


class Conversation(Scroll):
    """``show_turns``, ``show_earlier``, ``show_turn``. Signals carry the turn's id first.

    `followed(TurnId, href)`, `near(Hit)`, `bring`, `copied(TurnId)`, `helped(TurnId, bool)`, `again(TurnId)`,
    `edited(TurnId)`, `stopped`, `touched(TurnId)`, `earlier`.
    """

    followed = Signal(object, str)
    near = Signal(object)
    bring = Signal()
    copied = Signal(object)
    helped = Signal(object, bool)
    again = Signal(object)
    edited = Signal(object)
    stopped = Signal()
    touched = Signal(object)
    earlier = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._page = Page()
        super().__init__(theme, self._page, name="대화", parent=parent)
        self._turns: dict[TurnId, TurnBox] = {}
        self._waiting: list[Asked] = []
        self._profile = Profile()
        self._earlier = Button(theme, "", kind="link", icon="arrow-up", small=True)
        self._earlier.clicked.connect(self.earlier)
        self._room = QWidget()
        self._column = self._page.column
        self._column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._tail = QVBoxLayout()
        self._column.addLayout(self._tail)
        self._column.addWidget(self._room)
        self._column.addStretch(1)
        self._earlier.setVisible(False)
        self._standing: TurnId | None = None
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self._page.installEventFilter(self)
        follow(theme, self._space)

    def set_profile(self, profile: Profile) -> None:
        """Whose row of a table is the person's own, from the next answer on."""
        self._profile = profile

    def set_tail(self, widget: QWidget) -> None:
        """Let `widget` stand below the last turn."""
        self._tail.addWidget(widget)

    def boxes(self) -> list[TurnBox]:
        return list(self._turns.values())

    def box_of(self, turn: TurnId) -> TurnBox | None:
        return self._turns.get(turn)

    def show_turns(self, turns: tuple[Asked, ...], earlier: int) -> None:
        """Replace the conversation and stand at the last question; those before it are set one after another."""
        for box in self._turns.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._turns = {}
        self._waiting = list(turns[:-1])
        self._offer(earlier)
        if not turns:
            self._room.setFixedHeight(0)
            return
        self._insert(turns[-1], 1)
        self._stand_at(turns[-1].id)
        QTimer.singleShot(0, self, self._set_next)

    def show_earlier(self, turns: tuple[Asked, ...], earlier: int) -> None:
        """Put turns before those shown; what is read stays where it is."""
        self._waiting = list(turns) + self._waiting
        self._offer(earlier)
        QTimer.singleShot(0, self, self._set_next)

    def _set_next(self) -> None:
        """Set the last of the turns that wait above the first one shown, and come back for the next."""
        if not self._waiting:
            QTimer.singleShot(LET_GO_MS, self, self._let_go)
            return
        bar = self.verticalScrollBar()
        shown, self._turns = self._turns, {}
        anchor = next(iter(shown.values()))
        stood = anchor.y() - bar.value()
        self._insert(self._waiting.pop(), 1)
        self._turns.update(shown)
        self._make_room()
        self._settle()
        bar.setValue(anchor.y() - stood)
        self._stand()
        QTimer.singleShot(0, self, self._set_next)

    def show_turn(self, turn: Asked) -> None:
        """Add a turn and stand at it, or bring one up to date without moving the view."""
        box = self._turns.get(turn.id)
        if box is not None:
            box.show_turn(turn)
            if self._standing is not None:
                self._make_room()
                self._settle()
                self._stand()
            if not turn.phase.running:
                QTimer.singleShot(LET_GO_MS, self, self._let_go)
            return
        self._insert(turn, len(self._turns) + 1)
        self._stand_at(turn.id)

    def _insert(self, turn: Asked, at: int) -> None:
        box = TurnBox(self._theme, turn, self._profile)
        box.followed.connect(self._on_followed)
        box.near.connect(self.near)
        box.bring.connect(self.bring)
        box.copied.connect(self._on_copied)
        box.helped.connect(self._on_helped)
        box.again.connect(self._on_again)
        box.edited.connect(self._on_edited)
        box.stopped.connect(self.stopped)
        box.touched.connect(self._on_touched)
        self._column.insertWidget(at, box)
        box.show()  # the layout would show it later, and counts it for nothing until then
        self._turns[turn.id] = box

    def _offer(self, earlier: int) -> None:
        self._earlier.set_text(self.tr("앞선 질문 {count}개 보기").format(count=earlier))
        self._earlier.setVisible(earlier > 0)

    # -- standing still

    def _stand_at(self, turn: TurnId) -> None:
        """Bring a question to the top of the view; empty room below it lets the answer grow without scrolling."""
        self._settle()
        self._make_room()
        self._settle()
        self._standing = turn
        self._stand()

    def _stand(self) -> None:
        """Keep the question at the top of the view until the person scrolls or the answer is there."""
        box = self._turns.get(self._standing) if self._standing is not None else None
        if box is not None:
            self.verticalScrollBar().setValue(box.y() if len(self._turns) > 1 else 0)

    def _let_go(self) -> None:
        self._standing = None

    def _settle(self) -> None:
        """Lay the page out now, so that positions can be asked for."""
        self._column.activate()
        width = self.viewport().width()
        self._page.resize(width, max(self._page.content_height(width), self.viewport().height()))
        self._column.activate()

    def _make_room(self) -> None:
        """Room below the last turn so that it can stand at the top while it is shorter than the view."""
        if len(self._turns) < 2:
            self._room.setFixedHeight(0)
            return
        last = next(reversed(self._turns.values()))
        height = last.heightForWidth(last.width()) if last.hasHeightForWidth() else last.sizeHint().height()
        margins = self._column.contentsMargins()
        spare = self.viewport().height() - height - margins.bottom() - self._column.spacing()
        self._room.setFixedHeight(max(0, spare))
        self._stand()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._make_room)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()
        if self._standing is not None:
            self._make_room()
            self._settle()
            self._stand()

    def _space(self) -> None:
        gap = self._theme.gap
        side = max(gap(20), (self.viewport().width() - self._theme.px(WIDEST)) // 2)
        self._column.setContentsMargins(side, gap(8), side, gap(8))
        self._column.setSpacing(gap(8))

    # -- naming the turn

    def _sender(self) -> TurnId:
        box = self.sender()
        assert isinstance(box, TurnBox)
        asked = box.asked
        assert asked is not None
        return asked.id

    def _on_followed(self, href: str) -> None:
        self.followed.emit(self._sender(), href)

    def _on_copied(self) -> None:
        self.copied.emit(self._sender())

    def _on_helped(self, helpful: bool) -> None:
        self.helped.emit(self._sender(), helpful)

    def _on_again(self) -> None:
        self.again.emit(self._sender())

    def _on_edited(self) -> None:
        self.edited.emit(self._sender())

    def _on_touched(self) -> None:
        self.touched.emit(self._sender())
