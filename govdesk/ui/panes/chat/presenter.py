"""What the chat pane does: plain Python between the view and the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from govdesk.assistant.model import QUESTION_LIMIT
from govdesk.errors import QuestionTooLong
from govdesk.knowledge.model import Collection
from govdesk.ui.panes.chat import asking
from govdesk.ui.panes.chat.asked import Asked, Phase
from govdesk.ui.panes.chat.cards import cards_of
from govdesk.ui.panes.chat.contract import ChatView, Handle, Work
from govdesk.ui.panes.chat.evidence_presenter import EvidencePresenter
from govdesk.ui.panes.chat.guard import Guard
from govdesk.ui.panes.chat.history_presenter import HistoryPresenter
from govdesk.ui.panes.chat.scope import Scope
from govdesk.ui.panes.chat.session import Session
from govdesk.ui.panes.chat.starters import starters

if TYPE_CHECKING:
    from govdesk.app import Desk
    from govdesk.assistant.model import Answer
    from govdesk.jobs import CancelToken, Job
    from govdesk.records.chats import ChatId, TurnId


class ChatPresenter:
    """Asks, stores and shows; `now` gives local time. `history` and `evidence` do the side columns."""

    def __init__(self, view: ChatView, desk: Desk, work: Work, now: Callable[[], datetime] = datetime.now) -> None:
        self._view = view
        self._desk = desk
        self._work = work
        self._now = now
        self._session = Session()
        self._guard = Guard(view)
        self._handle: Handle | None = None
        self._scope = Scope()
        self._as_of = desk.today()
        self._counts: dict[Collection, int] | None = None
        self._started = False
        self.evidence = EvidencePresenter(view, desk, work, self._session, self._guard)
        self.history = HistoryPresenter(
            view, desk, self._session, self._guard, leave=self.new_chat, enter=self.open_chat
        )

    # -- opening and closing

    def start(self) -> None:
        """Fill the pane after first paint; a second call does nothing."""
        if self._started:
            return
        self._started = True
        self._view.show_scope(self._scope)
        self.set_as_of(self._as_of)
        self.history.show_retention()
        self.new_chat()
        self._work.read(asking.warm, on_finished=_nothing, on_error=self._guard.show)
        self.refresh_store()

    def refresh_store(self) -> None:
        """Look again at what the store holds; call after imports and removals."""
        self._work.read(lambda: self._desk.store().counts(), on_finished=self._counted, on_error=self._guard.show)

    def refresh_profile(self) -> None:
        """The person's job chooses the first questions; call when the profile changes."""
        if self._started and not self._session.turns:
            self._show_empty()

    @property
    def title(self) -> str:
        """What the open conversation is called; ``""`` for a new one."""
        return self.history.title()

    def close(self) -> None:
        """Stop what runs, keep what stands, carry out a pending delete."""
        self.stop()
        self.history.settle()

    def set_as_of(self, day: date) -> None:
        """The 기준일 of the questions to come."""
        self._as_of = day
        self._view.show_as_of(day, stale=day != self._desk.today())

    def toggle_scope(self, name: str) -> None:
        """Switch the chip ``statutes``, ``manuals`` or ``own``."""
        self._scope = self._scope.toggled(name)
        self._view.show_scope(self._scope)

    # -- asking

    @property
    def busy(self) -> bool:
        return self._handle is not None

    def ask(self, text: str) -> None:
        """Store the question and answer it; the question box is emptied once it is stored."""
        question = text.strip()
        if self.busy or not question or self._too_long(question):
            return
        asked = self._guard.run(lambda: self._stored(question))
        if asked is None:
            return
        if self._view.question().strip() == question:
            self._view.set_question("")
        self._begin(asked)

    def retry(self, turn: TurnId) -> None:
        """Ask a stopped or failed question again, in its place, as of the day that is set now."""
        asked = self._session.turn(turn)
        if asked is not None and not self.busy:
            self._begin(replace(asked, phase=Phase.SEARCHING, evidence=None, streamed="", as_of=self._as_of))

    def retry_last(self) -> None:
        """The banner's button: the last question again."""
        if self._session.turns:
            self.retry(self._session.turns[-1].id)

    def stop(self) -> None:
        """멈춤: what stands stays and is stored."""
        running = self._session.running
        if self._handle is not None and running is not None:
            self._handle.cancel()
            self._end(asking.stopped(running))

    def _too_long(self, question: str) -> bool:
        if len(question) <= QUESTION_LIMIT:
            return False
        self._guard.show(QuestionTooLong(len(question), QUESTION_LIMIT))
        return True

    def _stored(self, question: str) -> Asked:
        chats = self._desk.chats()
        if self._session.chat is None:
            self._session.chat = chats.create()
        turn = chats.ask(self._session.chat, question)
        return Asked(turn, question, self._now(), self._as_of, Phase.SEARCHING)

    def _begin(self, asked: Asked) -> None:
        self._guard.clear()
        self._view.show_follow_ups(())
        self._view.show_busy(True)
        self._put(asked)
        self.evidence.look_at(asked)
        self._handle = self._work.answer(
            self._job(asked),
            on_event=lambda event: self._event(asked.id, event),
            on_finished=lambda answer: self._finished(asked.id, answer),
            on_error=lambda error: self._broke(asked.id, error),
        )
        self.history.refresh()

    def _job(self, asked: Asked) -> Callable[[CancelToken], Job]:
        history = self._session.before(asked.id)
        collections = self._scope.collections(self._examples_in_use())
        profile, desk = self._desk.settings.profile, self._desk

        def job(cancel: CancelToken) -> Job:
            yield from desk.answerer().ask(
                asked.question,
                as_of=asked.as_of,
                profile=profile,
                collections=collections,
                history=history,
                cancel=cancel,
            )

        return job

    def _event(self, turn: TurnId, event: object) -> None:
        asked = self._session.turn(turn)
        if asked is None or not asked.phase.running:
            return
        changed = asking.after(asked, event)
        self._put(changed)
        if changed.evidence is not asked.evidence and self._session.selected == turn:
            self._view.show_cards(turn, cards_of(changed.evidence, None))

    def _finished(self, turn: TurnId, answer: Answer) -> None:
        asked = self._session.turn(turn)
        if asked is not None and asked.phase.running:
            self._end(asking.answered(asked, answer))
            self._view.show_follow_ups(answer.follow_ups)

    def _broke(self, turn: TurnId, error: BaseException) -> None:
        asked = self._session.turn(turn)
        if asked is None or not asked.phase.running:
            return
        self._end(asking.failed(asked))
        if not self._view.question().strip():
            self._view.set_question(asked.question)
        self._guard.show(error, retry=True)

    def _end(self, asked: Asked) -> None:
        self._handle = None
        self._put(asked)
        self._view.show_busy(False)
        if self._session.selected == asked.id:
            self.evidence.look_at(asked)
        self._guard.run(lambda: asking.store(self._desk.chats(), asked))

    # -- turns

    def _put(self, asked: Asked) -> None:
        self._session.put(asked)
        self._view.show_turn(asked)

    def show_earlier(self) -> None:
        """Bring the page of turns before those on screen."""
        page = self._session.page_back()
        self._view.show_earlier(tuple(page), len(self._session.earlier))

    def say_helpful(self, turn: TurnId, helpful: bool) -> None:
        """도움이 되었나요; the same answer twice takes it back."""
        asked = self._session.turn(turn)
        if asked is not None:
            value = None if asked.helpful is helpful else helpful
            self._guard.run(lambda: self._desk.chats().feedback(turn, value))
            self._put(replace(asked, helpful=value))

    def copy_answer(self, turn: TurnId) -> None:
        """The answer as plain text, in the original characters."""
        asked = self._session.turn(turn)
        if asked is not None:
            self._view.put_on_clipboard(asked.answer.text if asked.answer else asked.streamed or asked.question)

    def edit_rewritten(self, turn: TurnId) -> None:
        """Put the question as it was searched into the box, to be mended."""
        asked = self._session.turn(turn)
        if asked is not None:
            self._view.set_question(asked.rewritten or asked.question)

    # -- conversations

    def new_chat(self) -> None:
        """An empty conversation; nothing is stored until the first question."""
        self.stop()
        self._guard.clear()
        self._session.begin(None, [])
        self._show_conversation()

    def open_chat(self, chat: ChatId) -> None:
        """Show a conversation from the history."""
        if chat == self._session.chat:
            return
        self.stop()
        self._guard.clear()
        stored = self._guard.run(lambda: self._desk.chats().load(chat))
        if stored is not None:
            self._session.begin(chat, [asking.restored(turn, self._desk.today()) for turn in stored])
            self._show_conversation()

    def _show_conversation(self) -> None:
        turns = self._session.turns
        last = turns[-1] if turns else None
        self._view.show_turns(tuple(turns), len(self._session.earlier))
        if last is None:
            self._show_empty()
        self.evidence.look_at(last)
        self._view.show_follow_ups(last.answer.follow_ups if last and last.answer else ())
        self.history.refresh()

    # -- the empty pane

    def _show_empty(self) -> None:
        questions = starters(self._desk.resources.starters, self._desk.settings.profile.jobs)
        no_statutes = self._counts is not None and not self._counts.get(Collection.STATUTES)
        self._view.show_empty(questions, no_statutes)

    def _counted(self, counts: dict[Collection, int]) -> None:
        self._counts = counts
        if not self._session.turns:
            self._show_empty()

    def _examples_in_use(self) -> bool:
        use = self._desk.settings.values.examples.use.value
        brought = any(n for c, n in (self._counts or {}).items() if c is not Collection.EXAMPLES)
        return use == "always" or (use == "auto" and not brought)


def _nothing(_value: object) -> None:
    return None
