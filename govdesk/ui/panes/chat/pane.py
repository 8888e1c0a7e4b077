"""The chat pane joined: view, presenter, lanes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from govdesk.records.chats import TurnId
from govdesk.ui.jobrunner import JobRunner, Lane
from govdesk.ui.main.datechip import DateSheet
from govdesk.ui.pane import PaneContext
from govdesk.ui.panes.chat.contract import Work
from govdesk.ui.panes.chat.presenter import ChatPresenter
from govdesk.ui.panes.chat.view import ChatPane
from govdesk.ui.requests import Ask, ImportFiles, OpenPane, Request

if TYPE_CHECKING:
    from govdesk.jobs import CancelToken, Job
    from govdesk.ui.jobrunner import Handle


class Lanes:
    """`contract.Work` on the job runner: answers on ENGINE, short reads on IO."""

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner

    def answer(
        self,
        make: Callable[[CancelToken], Job],
        *,
        on_event: Callable[[object], None],
        on_finished: Callable[[Any], None],
        on_error: Callable[[BaseException], None],
    ) -> Handle:
        return self._runner.run(Lane.ENGINE, make, on_event=on_event, on_finished=on_finished, on_error=on_error)

    def read(
        self,
        fn: Callable[[], Any],
        *,
        on_finished: Callable[[Any], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        self._runner.call(Lane.IO, fn, on_finished=on_finished, on_error=on_error)


class Chat:
    """`ui.pane.Pane` of questions and answers; long work runs on `work`."""

    def __init__(self, context: PaneContext, work: Work, now: Callable[[], datetime] = datetime.now) -> None:
        self._context = context
        self._view = ChatPane(context.theme, context.memory)
        self._presenter = ChatPresenter(self._view, context.desk, work, now)
        self._join_parts()
        self._join_window()
        QTimer.singleShot(0, self._view, self._start)

    @property
    def view(self) -> ChatPane:
        return self._view

    @property
    def presenter(self) -> ChatPresenter:
        return self._presenter

    def widget(self) -> QWidget:
        return self._view

    def columns(self) -> list[QWidget]:
        return self._view.columns.visible_columns()

    def subtitle(self) -> str:
        return self._presenter.title

    def open(self, request: Request) -> None:
        self._presenter.start()  # a request may come before the first turn of the event loop
        if isinstance(request, Ask):
            self._view.set_question(request.question)
            if request.send:
                self._presenter.ask(request.question)
        elif isinstance(request, OpenPane) and request.section == "new":
            self._fresh()
        elif isinstance(request, OpenPane):
            self._view.focus_question()

    def close(self) -> None:
        self._presenter.close()

    def _start(self) -> None:
        self._presenter.start()
        self._view.focus_question()

    def _join_parts(self) -> None:
        view, presenter = self._view, self._presenter
        view.ask_box.asked.connect(presenter.ask)
        view.ask_box.stopped.connect(presenter.stop)
        view.ask_box.scope_toggled.connect(presenter.toggle_scope)
        view.picked.connect(presenter.ask)
        view.retried.connect(presenter.retry_last)
        turns = view.conversation
        turns.followed.connect(self._follow)
        turns.near.connect(presenter.evidence.open_hit)
        turns.copied.connect(presenter.copy_answer)
        turns.helped.connect(presenter.say_helpful)
        turns.again.connect(presenter.retry)
        turns.edited.connect(presenter.edit_rewritten)
        turns.stopped.connect(presenter.stop)
        turns.touched.connect(presenter.evidence.select)
        turns.earlier.connect(presenter.show_earlier)
        cards = view.evidence
        cards.opened.connect(presenter.evidence.open_card)
        cards.copied.connect(presenter.evidence.copy_card)
        cards.unfolded.connect(presenter.evidence.unfold)
        cards.followed.connect(self._follow_card)
        history = view.history
        history.fresh.connect(self._fresh)
        history.searched.connect(presenter.history.search)
        history.undone.connect(presenter.history.undo)
        history.settled.connect(presenter.history.settle)
        history.list.chosen.connect(presenter.open_chat)
        history.list.renamed.connect(presenter.history.rename)
        history.list.deleted.connect(presenter.history.delete)

    def _join_window(self) -> None:
        context, view = self._context, self._view
        view.requested.connect(context.request)
        view.said.connect(context.say)
        view.bring.connect(self._bring)
        view.ask_box.date_asked.connect(self.open_dates)
        context.working_date.changed.connect(self._on_date)
        context.ledger.documents_changed.connect(self._presenter.refresh_store)
        context.ledger.profile_changed.connect(self._on_profile)
        context.ledger.chats_changed.connect(self._on_chats)
        context.ledger.settings_changed.connect(self._on_chats)
        view.titled.connect(context.retitle)
        self._on_profile()

    def _follow(self, turn: TurnId, href: str) -> None:
        kind, _, rest = href.partition(":")
        if kind == "chip":
            self._presenter.evidence.show_citation(turn, int(rest))
        else:
            self._presenter.evidence.select(turn)
            self._presenter.evidence.open_reference(rest)

    def _follow_card(self, href: str) -> None:
        self._presenter.evidence.open_reference(href.partition(":")[2])

    def _fresh(self) -> None:
        self._presenter.new_chat()
        self._view.focus_question()

    def _bring(self) -> None:
        self._context.request(ImportFiles())

    def open_dates(self) -> DateSheet:
        """The window's own sheet for the 기준일, under the chip in the question box."""
        chip = self._view.ask_box.date
        sheet = DateSheet(self._context.theme, chip, self._context.working_date)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open_under(chip)
        sheet.month.grid.setFocus(Qt.FocusReason.PopupFocusReason)
        return sheet

    def _on_date(self) -> None:
        self._presenter.set_as_of(self._context.working_date.date)

    def _on_profile(self) -> None:
        self._view.set_profile(self._context.desk.settings.profile)
        self._presenter.refresh_profile()

    def _on_chats(self) -> None:
        self._presenter.history.show_retention()
        self._presenter.history.refresh()
