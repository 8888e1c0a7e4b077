"""The regulation pane joined: view, presenter, lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollBar, QWidget

from govdesk.knowledge.model import DocumentId
from govdesk.ui.jobrunner import JobRunner, Lane
from govdesk.ui.pane import PaneContext
from govdesk.ui.panes.regulations.arranging import Arrangement
from govdesk.ui.panes.regulations.beside import BesidePresenter
from govdesk.ui.panes.regulations.comparing import Comparing
from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.panes.regulations.looking import Looking
from govdesk.ui.panes.regulations.own.presenter import OwnPresenter
from govdesk.ui.panes.regulations.presenter import RegulationsPresenter
from govdesk.ui.panes.regulations.preview import Preview
from govdesk.ui.panes.regulations.related import Entry
from govdesk.ui.panes.regulations.tabs import Spot
from govdesk.ui.panes.regulations.view import RegulationsPane
from govdesk.ui.requests import OpenArticle, Request

LAST = "regulations"
ARRANGEMENT = "regulations/arrangement"
"""Where the window's memory keeps what was read last."""


class Reads:
    """`contract.Work` on the IO lane."""

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner

    def read(
        self, fn: Callable[[], Any], *, on_finished: Callable[[Any], None], on_error: Callable[[Any], None]
    ) -> None:
        self._runner.call(Lane.IO, fn, on_finished=on_finished, on_error=on_error)


class Regulations:
    """`ui.pane.Pane` of statutes and manuals."""

    def __init__(self, context: PaneContext) -> None:
        self._context = context
        self._view = RegulationsPane(context.theme, context.memory)
        self._presenter = RegulationsPresenter(
            self._view,
            context.desk,
            Reads(context.runner),
            as_of=self._as_of,
            request=context.request,
            say=context.say,
            explain=context.explain,  # type: ignore[arg-type]
            retitle=context.retitle,
            last=self._last(),
        )
        self._comparing = Comparing(self._view, context, Reads(context.runner))
        self._preview = Preview(
            self._view, context.theme, context.desk, Reads(context.runner), self._presenter.document_of, self._as_of
        )
        self._own = OwnPresenter(
            self._view,
            context.desk,
            Reads(context.runner),
            as_of=self._as_of,
            say=context.say,
            fail=self._presenter.fail,
        )
        self._presenter.own = self._own
        self._looking = Looking(self._view, context, Reads(context.runner), self._presenter.open_entry)
        self._beside = BesidePresenter(
            self._view,
            context.desk,
            Reads(context.runner),
            self._presenter.library.place_of,
            self._presenter.library.series_of,
            context.say,
        )
        self._join()
        self.arrange(_arrangement(context.memory.text(ARRANGEMENT)))
        QTimer.singleShot(0, self._view, self._presenter.refresh)
        QTimer.singleShot(0, self._view, self._own.refresh)

    @property
    def view(self) -> RegulationsPane:
        return self._view

    @property
    def presenter(self) -> RegulationsPresenter:
        return self._presenter

    def widget(self) -> QWidget:
        return self._view

    def columns(self) -> list[QWidget]:
        return self._view.columns.visible_columns()

    def reading_bar(self) -> QScrollBar:
        """The scroll bar of the text, for measuring."""
        return self._view.reading.page.verticalScrollBar()

    def subtitle(self) -> str:
        return self._presenter.title

    def open(self, request: Request) -> None:
        if isinstance(request, OpenArticle):
            self._comparing.close()
            self._looking.close()
            self._presenter.open_article(request)
            self._view.read_next()

    def close(self) -> None:
        """Remember what was read last."""
        spot = self._presenter.spot
        self._context.memory.put(f"{LAST}/document", spot.document if spot else "")
        self._context.memory.put(f"{LAST}/section", spot.section if spot else "")

    def _last(self) -> Spot | None:
        memory = self._context.memory
        document = memory.text(f"{LAST}/document")
        return Spot(DocumentId(document), memory.text(f"{LAST}/section")) if document else None

    def _as_of(self) -> date:
        return self._context.working_date.date

    def _join(self) -> None:
        view, presenter, reading = self._view, self._presenter, self._view.reading
        view.document_opened.connect(presenter.open_key)
        view.section_opened.connect(presenter.open_section)
        view.filtered.connect(presenter.library.filter)
        view.tab_chosen.connect(presenter.choose_tab)
        view.tab_closed.connect(presenter.close_tab)
        view.tab_stepped.connect(presenter.step_tab)
        view.article_stepped.connect(presenter.step_article)
        reading.back.connect(presenter.back)
        reading.forward.connect(presenter.forward)
        reading.copied.connect(presenter.taking.copy)
        reading.asked.connect(presenter.taking.ask)
        reading.bring_asked.connect(presenter.taking.bring)
        reading.edition_asked.connect(presenter.show_current_edition)
        reading.page.moved.connect(presenter.moved)
        reading.page.followed.connect(presenter.follow)
        reading.page.pointed.connect(presenter.point)
        reading.page.pointed.connect(self._on_pointed)
        reading.page.moved.connect(self._preview.close)
        reading.page.followed.connect(self._preview.close)
        reading.find_bar.asked.connect(presenter.finder.look_for)
        reading.find_bar.stepped.connect(presenter.finder.step)
        reading.find_bar.closed.connect(self._on_find_closed)
        view.related.opened.connect(presenter.open_entry)
        view.related.held.connect(self._hold_entry)
        view.related.drawn.connect(self._on_drawn)
        reading.bookmarked.connect(self._own.toggle_bookmark)
        reading.highlighted.connect(self._on_highlight)
        reading.touched_asked.connect(self._show_own)
        reading.touched_seen.connect(self._own.seen)
        view.related.own.noted.connect(self._own.add_note)
        view.related.own.removed.connect(self._own.remove)
        self._context.ledger.documents_changed.connect(self._own.refresh)
        self._context.working_date.changed.connect(self._own.refresh)
        view.arrange_button.picked.connect(self.arrange)
        view.beside_asked.connect(self.hold)
        view.beside_button.clicked.connect(self.hold)
        view.beside.closed.connect(self._beside.close)
        view.beside.followed.connect(self._beside.follow)
        view.exact_asked.connect(self.look)
        view.exact_button.clicked.connect(self.look)
        view.edition_stepped.connect(presenter.step_edition)
        reading.timeline.chosen.connect(presenter.choose_edition)
        reading.timeline.compared.connect(self.compare)
        view.compare_button.clicked.connect(self.compare)
        view.columns.folded.connect(self._on_folded)
        view.columns.column_shown.connect(self._on_folded)
        self._context.working_date.changed.connect(presenter.refresh)
        self._context.ledger.documents_changed.connect(presenter.refresh)

    @property
    def preview(self) -> Preview:
        return self._preview

    def _on_highlight(self) -> None:
        self._own.highlight(*self._view.selection())

    def _show_own(self) -> None:
        """The list of own marks, those that an update touched first."""
        self._view.columns.show_column("related")
        self._view.related.choose("own")

    @property
    def own(self) -> OwnPresenter:
        return self._own

    def _on_pointed(self, goal: Goal | None) -> None:
        if goal is None:
            self._preview.leave()
        else:
            self._preview.point(goal, self._view.reading.page.link_rect())

    def compare(self) -> None:
        """신구대조 of what is read."""
        spot = self._presenter.spot
        if spot is not None:
            self._comparing.open(spot.document)

    def arrange(self, how: Arrangement) -> None:
        """The tree in the order of `how`, now and after the next start."""
        self._context.memory.put(ARRANGEMENT, how.value)
        self._view.arrange_button.show_arrangement(how)
        self._presenter.library.arrange(how)

    def hold(self) -> None:
        """What is read goes beside the text; once more, and it goes away."""
        opened = self._presenter.opened
        if opened is None or self._beside.held == opened.page.document.id:
            self._beside.close()
        else:
            self._beside.hold(opened, self._view.reading_block())

    def _hold_entry(self, entry: Entry) -> None:
        if entry.document is not None:
            self._beside.open(entry.document, Goal("", entry.section, entry.place))

    def _on_drawn(self, drawing: bool) -> None:
        self._view.make_way(drawing)
        self._presenter.related.refresh()

    @property
    def beside(self) -> BesidePresenter:
        return self._beside

    def look(self) -> None:
        """The exact search, for the selected words if there are any."""
        self._looking.open(self._view.selection()[0].strip().split("\n")[0][:60])

    @property
    def looking(self) -> Looking:
        return self._looking

    @property
    def comparing(self) -> Comparing:
        return self._comparing

    def _on_folded(self, *_what: object) -> None:
        self._presenter.related.refresh()

    def _on_find_closed(self) -> None:
        self._presenter.finder.stop()
        self._view.reading.page.setFocus()


def _arrangement(kept: str) -> Arrangement:
    """What was chosen last; a value of another version is forgotten."""
    return Arrangement(kept) if kept in set(Arrangement) else Arrangement.NAME
