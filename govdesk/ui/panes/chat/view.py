"""The chat pane's widgets put together. Shows what it is told and says what was chosen; decides nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from govdesk.messages import Message
from govdesk.records.chats import ChatId, TurnId
from govdesk.settings.profile import Profile
from govdesk.ui.kit.banner import Banner
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.card import Panel
from govdesk.ui.kit.columns import Columns
from govdesk.ui.memory import Memory
from govdesk.ui.panes.chat.askbox import AskBox
from govdesk.ui.panes.chat.asked import Asked
from govdesk.ui.panes.chat.cards import Card
from govdesk.ui.panes.chat.conversation import Conversation
from govdesk.ui.panes.chat.evidencecolumn import EvidenceColumn
from govdesk.ui.panes.chat.history import Group
from govdesk.ui.panes.chat.historycolumn import HistoryColumn
from govdesk.ui.panes.chat.opening import Opening
from govdesk.ui.panes.chat.scope import Scope
from govdesk.ui.panes.chat.starterbutton import FollowUps
from govdesk.ui.requests import Request
from govdesk.ui.theme import Theme


class ChatPane(QWidget):
    """Implements `contract.ChatView`. Its parts have signals of their own; those of the pane are:

    `requested(Request)`: for the main window. `said(str)`: a line for the status bar. `retried`: the banner's button.
    `titled`: the conversation may be called something else now. `picked(str)`: a ready question. `bring`: import.
    """

    requested = Signal(object)
    said = Signal(str)
    retried = Signal()
    titled = Signal()
    picked = Signal(str)
    bring = Signal()

    def __init__(self, theme: Theme, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.history = HistoryColumn(theme)
        self.conversation = Conversation(theme)
        self.opening = Opening(theme)
        self.evidence = EvidenceColumn(theme)
        self.follow_ups = FollowUps(theme)
        self.ask_box = AskBox(theme)
        self.banner = Banner(theme, "danger", "", strong=True)
        self.retry_button = self.banner.add_action(self.tr("다시 묻기"), icon="refresh")
        self.close_button = self.banner.add_action(self.tr("닫기"))
        self.centre = Panel(theme, "surface")
        self.columns = Columns(theme, memory, "chat")
        self._stack = QStackedWidget()
        self._foot = Panel(theme, "surface", edge="top")
        self._problem = QWidget()
        self._build()
        follow(theme, self._space)

    def _build(self) -> None:
        self.centre.setAccessibleName(self.tr("대화"))
        self._stack.addWidget(self.opening)
        self._stack.addWidget(self.conversation)
        problem = QVBoxLayout(self._problem)
        problem.addWidget(self.banner)
        self._problem.setVisible(False)
        self._foot.body.addWidget(self.follow_ups)
        self._foot.body.addWidget(self.ask_box)
        for part in (self._problem, self._stack, self._foot):
            self.centre.body.addWidget(part)
        self.centre.body.setStretch(1, 1)
        self.columns.add(
            self.history, key="history", title=self.tr("지난 대화"), side="left", width=190, least=168, icon="list"
        )
        self.columns.add(self.centre, key="answer", title=self.tr("답변"), side="centre", least=520)
        self.columns.add(self.evidence, key="evidence", title=self.tr("근거"), side="right", width=412, least=320)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self.retry_button.clicked.connect(self.retried)
        self.close_button.clicked.connect(self._close_problem)
        self.opening.picked.connect(self.picked)
        self.follow_ups.picked.connect(self.picked)
        self.opening.bring.connect(self.bring)
        self.conversation.bring.connect(self.bring)
        self.history.fold.connect(self._fold_history)
        stop = QShortcut(QKeySequence("Ctrl+."), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        stop.activated.connect(self.ask_box.stopped)

    def set_profile(self, profile: Profile) -> None:
        self.conversation.set_profile(profile)

    def focus_question(self) -> None:
        """Ctrl+L: into the question box, from wherever one is."""
        self.columns.show_column("answer")
        self.ask_box.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ask_box.input.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else took leads back to the question box."""
        if event.key() == Qt.Key.Key_Escape:
            self.focus_question()
            return
        super().keyPressEvent(event)

    # -- ChatView

    def show_history(self, groups: tuple[Group, ...], selected: ChatId | None, searching: bool) -> None:
        self.history.show_history(groups, selected, searching)
        self.titled.emit()

    def show_retention(self, text: str) -> None:
        self.history.show_retention(text)

    def show_undo(self, text: str) -> None:
        self.history.show_undo(text)

    def show_empty(self, questions: tuple[str, ...], no_statutes: bool) -> None:
        self.opening.show_questions(questions, no_statutes)
        self._stack.setCurrentWidget(self.opening)
        self.ask_box.set_first(True)

    def show_turns(self, turns: tuple[Asked, ...], earlier: int) -> None:
        self._stack.setCurrentWidget(self.conversation)
        self.conversation.show_turns(turns, earlier)
        self.ask_box.set_first(not turns)
        if self.columns.narrow:
            self.columns.show_column("answer")

    def show_earlier(self, turns: tuple[Asked, ...], earlier: int) -> None:
        self.conversation.show_earlier(turns, earlier)

    def show_turn(self, turn: Asked) -> None:
        self._stack.setCurrentWidget(self.conversation)
        self.conversation.show_turn(turn)
        self.ask_box.set_first(False)

    def show_cards(self, turn: TurnId | None, cards: tuple[Card, ...]) -> None:
        self.evidence.show_cards(turn, cards)
        self.columns.set_count("evidence", len(cards) or None)

    def flash_card(self, number: int) -> None:
        self.columns.show_column("evidence")
        self.evidence.flash(number)

    def unfold_card(self, number: int, text: str) -> None:
        self.evidence.unfold(number, text)

    def show_follow_ups(self, questions: tuple[str, ...]) -> None:
        self.follow_ups.show_questions(questions)

    def show_busy(self, busy: bool) -> None:
        self.ask_box.set_busy(busy)

    def show_scope(self, scope: Scope) -> None:
        self.ask_box.set_scope(scope)

    def show_as_of(self, day: date, stale: bool) -> None:
        self.ask_box.set_date(day, stale)

    def show_problem(self, message: Message | None, retry: bool) -> None:
        self._problem.setVisible(message is not None)
        if message is not None:
            self.banner.set(message.cause, message.next_step)
            self.retry_button.setVisible(retry)

    def question(self) -> str:
        return self.ask_box.input.value()

    def set_question(self, text: str) -> None:
        self.ask_box.input.set_value(text)
        self.ask_box.input.setFocus()

    def put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("복사했습니다."))

    def request(self, request: Request) -> None:
        self.requested.emit(request)

    def _close_problem(self) -> None:
        self._problem.setVisible(False)

    def _fold_history(self) -> None:
        self.columns.toggle("left")

    def _space(self) -> None:
        gap = self._theme.gap
        self._foot.set_margins(gap(18), gap(7), gap(14), gap(9))
        self._foot.body.setSpacing(gap(7))
        if self._theme.compact:
            self.conversation.set_tail(self.follow_ups)
        else:
            self._foot.body.insertWidget(0, self.follow_ups)
        layout = self._problem.layout()
        if layout is not None:
            layout.setContentsMargins(gap(16), gap(10), gap(16), gap(2))
