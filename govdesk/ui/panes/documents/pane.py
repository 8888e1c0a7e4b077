"""The documents pane joined: view, presenter, lanes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from govdesk.ui import icons
from govdesk.ui.jobrunner import JobRunner, Lane
from govdesk.ui.pane import PaneContext
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.contract import Work
from govdesk.ui.panes.documents.model import HEADS
from govdesk.ui.panes.documents.presenter import DocumentsPresenter
from govdesk.ui.panes.documents.view import DocumentsPane
from govdesk.ui.requests import ImportFiles, OpenArticle, Request, ShowDocument

if TYPE_CHECKING:
    from govdesk.jobs import CancelToken, Job
    from govdesk.knowledge.model import DocumentId
    from govdesk.ui.jobrunner import Handle

FILTER = "문서 (*.hwp *.hwpx *.docx *.pdf *.xlsx *.txt *.md);;모든 파일 (*)"
LOOK_MS = 4000
"""How often the share of vectors is looked at while they are made and the pane is in sight."""


class Lanes:
    """`contract.Work` on the job runner: imports and writes on STORE, reads on IO."""

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner

    def job(
        self,
        make: Callable[[CancelToken], Job],
        *,
        on_event: Callable[[object], None],
        on_finished: Callable[[Any], None],
        on_error: Callable[[Any], None],
        on_cancelled: Callable[[], None],
    ) -> Handle:
        return self._runner.run(
            Lane.STORE,
            make,
            on_event=on_event,
            on_finished=on_finished,
            on_error=on_error,
            on_cancelled=on_cancelled,
        )

    def write(
        self, fn: Callable[[], Any], *, on_finished: Callable[[Any], None], on_error: Callable[[Any], None]
    ) -> None:
        self._runner.call(Lane.STORE, fn, on_finished=on_finished, on_error=on_error)

    def read(
        self, fn: Callable[[], Any], *, on_finished: Callable[[Any], None], on_error: Callable[[Any], None]
    ) -> None:
        self._runner.call(Lane.IO, fn, on_finished=on_finished, on_error=on_error)


class Documents:
    """`ui.pane.Pane` of everything that is stored; long work runs on `work`."""

    def __init__(self, context: PaneContext, work: Work) -> None:
        self._context = context
        self._view = DocumentsPane(context.theme, context.memory)
        self._presenter = DocumentsPresenter(
            self._view,
            context.desk,
            work,
            explain=context.explain,  # type: ignore[arg-type]
            changed=context.ledger.documents_changed.emit,
            say=context.say,
        )
        self._join_parts()
        context.ledger.documents_changed.connect(self._presenter.refresh)
        context.ledger.settings_changed.connect(self._presenter.refresh)
        context.working_date.changed.connect(self._on_date)
        self._pulse = QTimer(self._view, interval=LOOK_MS)
        self._pulse.timeout.connect(self._look_at_vectors)
        self._pulse.start()
        self._presenter.set_as_of(context.working_date.date)

    @property
    def view(self) -> DocumentsPane:
        return self._view

    @property
    def presenter(self) -> DocumentsPresenter:
        return self._presenter

    def widget(self) -> QWidget:
        return self._view

    def columns(self) -> list[QWidget]:
        return self._view.columns.visible_columns()

    def subtitle(self) -> str:
        return ""

    def open(self, request: Request) -> None:
        if isinstance(request, ImportFiles) and request.paths:
            self._presenter.bring(request.paths, request.collection)
        elif isinstance(request, ImportFiles):
            self._view.focus_folder()
        elif isinstance(request, ShowDocument):
            self._presenter.select(request.document)

    def close(self) -> None:
        self._pulse.stop()
        self._presenter.close()

    def _join_parts(self) -> None:
        view, presenter = self._view, self._presenter
        view.tools.files_asked.connect(self._choose_files)
        view.tools.folder_asked.connect(self._choose_folder)
        view.tools.order_asked.connect(self._show_orders)
        view.dropped.connect(self._bring)
        if view.empty.button is not None:
            view.empty.button.clicked.connect(self._choose_folder)
        view.shelves.chosen.connect(self._on_shelf)
        table = view.table
        table.opened.connect(self._open_row)
        table.removal_asked.connect(self._remove)
        table.menu_asked.connect(self._show_menu)
        card = view.notices.card
        card.paused.connect(presenter.imports.pause)
        card.resumed.connect(presenter.imports.resume)
        card.stopped.connect(presenter.imports.stop)
        card.dismissed.connect(presenter.imports.dismiss)
        notices = view.notices
        notices.accepted.connect(presenter.accept)
        notices.kept.connect(presenter.keep_both)
        notices.retried.connect(self._retry)
        notices.skipped.connect(self._skip)
        notices.listed.connect(self._list_failures)
        notices.dismissed.connect(presenter.dismiss_trouble)
        picked = view.selection
        picked.opened.connect(self._open_selected)
        picked.again.connect(self._again)
        picked.removed.connect(self._remove)
        picked.retried.connect(self._retry_selected)
        picked.skipped.connect(self._skip_selected)
        view.confirmation.confirmed.connect(presenter.remove)
        view.confirmation.declined.connect(presenter.keep)

    # -- importing

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._view, self._view.tr("파일 고르기"), filter=FILTER)
        self._bring([Path(name) for name in names])

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._view, self._view.tr("폴더 고르기"))
        self._bring([Path(folder)] if folder else [])

    def _bring(self, paths: list[Path]) -> None:
        self._presenter.bring(paths, self._view.tools.target())

    # -- rows

    def _on_shelf(self, shelf: str) -> None:
        self._view.tools.aim(shelf)
        self._presenter.choose_shelf(shelf)
        if self._view.columns.narrow:
            self._view.columns.show_column("documents")

    def _open_row(self, key: str) -> None:
        row = next((one for one in self._view.table.rows() if one.key == key), None)
        if row is not None and row.document is not None:
            self._context.request(OpenArticle(_id(key)))

    def _open_selected(self) -> None:
        for key in self._view.table.keys()[:1]:
            self._open_row(key)

    def _remove(self) -> None:
        self._presenter.ask_removal(self._view.table.keys())

    def _again(self) -> None:
        self._presenter.bring_again(self._view.table.keys())

    def _retry_selected(self) -> None:
        self._presenter.failures.retry(self._view.table.keys())

    def _skip_selected(self) -> None:
        self._presenter.failures.skip(self._view.table.keys())

    def _retry(self, path: str) -> None:
        self._presenter.failures.retry(self._failed(path))

    def _skip(self, path: str) -> None:
        self._presenter.failures.skip(self._failed(path))

    def _failed(self, path: str) -> list[str]:
        return [path] if path else [one.path for one in self._presenter.failures.open]

    def _list_failures(self) -> None:
        self._view.show_list(words.FAILED)

    def menu(self) -> QMenu:
        """What can be done with the selected rows: the buttons of the bar below, by pointer."""
        menu, bar = QMenu(self._view), self._view.selection
        for button, icon in (
            (bar.open_button, "book"),
            (bar.again_button, "refresh"),
            (bar.remove_button, "trash"),
            (bar.retry_button, "refresh"),
            (bar.skip_button, "close"),
        ):
            if not button.isHidden():
                action = menu.addAction(icons.icon(self._context.theme, icon), button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(button.click)
        return menu

    def _show_menu(self, point: QPoint) -> None:
        if self._view.table.keys():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._view.table.viewport().mapToGlobal(point))

    def _show_orders(self) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current, _descending = self._view.model.sorted_by
        for column, head in enumerate(HEADS):
            action = QAction(self._view.tr("{head} 차례").format(head=head), menu, checkable=True)
            action.setChecked(column == current)
            action.setData(column)
            menu.addAction(action)
        menu.triggered.connect(self._on_order)
        button = self._view.tools.order
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_order(self, action: QAction) -> None:
        self._view.table.horizontalHeader().setSortIndicator(int(action.data()), Qt.SortOrder.AscendingOrder)

    # -- the window

    def _on_date(self) -> None:
        self._presenter.set_as_of(self._context.working_date.date)

    def _look_at_vectors(self) -> None:
        if self._view.isVisible() and self._presenter.vectors_pending and not self._presenter.imports.busy:
            self._presenter.glance()


def _id(key: str) -> DocumentId:
    from govdesk.knowledge.model import DocumentId

    return DocumentId(key)
