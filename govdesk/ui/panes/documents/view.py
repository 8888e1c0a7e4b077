"""The documents pane's widgets put together. Shows what it is told and says what was chosen; decides nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from govdesk.text.particles import attach
from govdesk.ui.kit import Card, Columns, EmptyState, Panel, follow
from govdesk.ui.memory import Memory
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.foot import Confirmation, SelectionBar
from govdesk.ui.panes.documents.holdings import Proposed
from govdesk.ui.panes.documents.model import DocumentsModel
from govdesk.ui.panes.documents.notices import Notices, NoticesScroll
from govdesk.ui.panes.documents.rows import Row
from govdesk.ui.panes.documents.run import Running
from govdesk.ui.panes.documents.shelves import ShelfColumn
from govdesk.ui.panes.documents.table import DocumentsTable
from govdesk.ui.panes.documents.toolbar import ToolBar
from govdesk.ui.theme import Theme

LEAST_ROWS, LEAST_ROWS_COMPACT = 4, 2
"""Rows of the table that stay in sight whatever stands above it."""


BROUGHT = frozenset({"statutes", "manuals", "cases", "own"})
INVITATION = "법령 폴더나 매뉴얼 파일을 고르거나 여기로 끌어다 놓으면 찾을 수 있습니다."
NO_MATCH = "그 말이 든 이름이 없습니다"
NOTHING = {
    words.FAILED: "가져오지 못한 파일이 없습니다",
    words.OLD: "옛 판이 없습니다",
    "examples": "예시 자료가 없습니다",
}


class DocumentsPane(QWidget):
    """Implements `contract.DocumentsView`. Its parts have signals of their own; the pane's: `dropped(list[Path])`."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blocked = ""
        self._loaded = False
        self.model = DocumentsModel(self)
        self.shelves = ShelfColumn(theme)
        self.tools = ToolBar(theme)
        self.notices = Notices(theme)
        self.table = DocumentsTable(theme, self.model)
        self.selection = SelectionBar(theme)
        self.confirmation = Confirmation(theme)
        self.empty = EmptyState(
            theme,
            self.tr("아직 가져온 자료가 없습니다"),
            self.tr(INVITATION),
            action=self.tr("폴더 고르기"),
            action_icon="folder",
        )
        self.nothing = EmptyState(theme, self.tr("여기에 맞는 자료가 없습니다"), icon="search")
        self.columns = Columns(theme, memory, "documents")
        self._scroll = NoticesScroll(theme, self.notices)
        self._stack = QStackedWidget()
        self._build()
        follow(theme, self._refit)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.centre = Panel(self._theme, "bg")
        self.centre.setAccessibleName(self.tr("자료"))
        self._frame = Card(self._theme, padding=1, spacing=0)
        for part in (self.table, self.empty, self.nothing):
            self._stack.addWidget(part)
        self._frame.body.addWidget(self._stack, 1)
        self._frame.body.addWidget(self.selection)
        self._inside = QVBoxLayout()
        self._inside.addWidget(self._scroll)
        self._inside.addWidget(self._frame, 1)
        self._inside.addWidget(self.confirmation)
        self.centre.body.addWidget(self.tools)
        self.centre.body.addLayout(self._inside, 1)
        self.columns.add(
            self.shelves, key="shelves", title=self.tr("모음"), side="left", width=216, least=188, icon="list"
        )
        self.columns.add(self.centre, key="documents", title=self.tr("자료"), side="centre", least=620)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self.tools.filtered.connect(self._filter)
        self.table.chosen.connect(self._on_chosen)
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self._fit)
        self.notices.installEventFilter(self)
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._start_filter)

    # -- DocumentsView

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self._loaded = True
        self.model.set_rows(rows)
        self._choose_page()

    def show_shelves(self, counts: dict[str, int], shelf: str) -> None:
        self.shelves.show_counts(counts, shelf)
        self.model.set_shelf(shelf)
        self._choose_page()

    def show_import(self, running: Running | None) -> None:
        self.notices.card.show_run(running)
        self._fit_later.start()
        self._choose_page()

    def show_failure(self, headline: str, text: str, path: str) -> None:
        self.notices.show_failure(headline, text, path)
        self._fit_later.start()

    def show_proposal(self, proposed: Proposed | None, more: int) -> None:
        self.notices.show_proposal(proposed, more)
        self._fit_later.start()

    def show_trouble(self, headline: str, text: str, closable: bool) -> None:
        self.notices.show_trouble(headline, text, closable)
        self._fit_later.start()

    def show_blocked(self, why: str) -> None:
        self._blocked = why
        self.tools.block(why)
        self.selection.block(why)
        if self.empty.button is not None:
            self.empty.button.disable(why) if why else self.empty.button.enable()

    def show_storage(self, text: str, where: str) -> None:
        self.shelves.show_storage(text, where)

    def ask_removal(self, headline: str, text: str) -> None:
        self.selection.setVisible(not headline and bool(self.table.keys()))
        self.confirmation.ask(headline, text)
        if not headline:
            self.table.setFocus()

    def select(self, key: str) -> None:
        self.tools.field.clear()
        self.columns.show_column("documents")
        self.table.select([key])
        self.table.setFocus()

    # -- own

    def focus_folder(self) -> None:
        """Where one begins to import: the folder button."""
        self.columns.show_column("documents")
        self.tools.folder.setFocus(Qt.FocusReason.TabFocusReason)

    def show_list(self, shelf: str) -> None:
        """Bring the list into sight with the keyboard in it."""
        self.columns.show_column("documents")
        self.shelves.chosen.emit(shelf)
        self.table.setFocus()

    def _filter(self, text: str) -> None:
        self.model.set_needle(text)
        self._choose_page()

    def _on_chosen(self) -> None:
        self.selection.show_rows(self.table.rows())

    def _start_filter(self) -> None:
        self.columns.show_column("documents")
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def _choose_page(self) -> None:
        """The table, the empty store's invitation, or that nothing matches."""
        page: QWidget = self.table
        if self._loaded and self.model.total == 0:
            page = self.empty if self.notices.card.isHidden() else self.table
        elif self._loaded and self.model.rowCount() == 0:
            page = self.empty if self.model.shelf in BROUGHT and not self.model.needle else self.nothing
        if page is self.empty:
            what = words.NAMES[self.model.shelf] if self.model.shelf != words.ALL else self.tr("자료")
            headline = attach(self.tr("아직 가져온 {what}").format(what=what), "이/가") + self.tr(" 없습니다")
            self.empty.set(headline, self.tr(INVITATION))
        elif page is self.nothing:
            self.nothing.set(self.tr(NOTHING.get(self.model.shelf, NO_MATCH) if not self.model.needle else NO_MATCH))
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the confirmation away, else leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.confirmation.isVisible():
                self.confirmation.declined.emit()
            self.table.setFocus()
            return
        super().keyPressEvent(event)

    # -- drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._blocked:
            event.acceptProposedAction()
            self._frame.set_selected(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._frame.set_selected(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._frame.set_selected(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and not self._blocked:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    # -- room

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_later.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_later.start()

    def _fit(self) -> None:
        count = LEAST_ROWS_COMPACT if self._theme.compact else LEAST_ROWS
        rows = self._theme.size(34) * (count + 1) + self._theme.gap(40)
        self._scroll.fit(max(self._theme.size(60), self.centre.height() - self.tools.height() - rows))

    def _refit(self) -> None:
        gap = self._theme.gap
        self._inside.setContentsMargins(gap(16), gap(12), gap(12), gap(12))
        self._inside.setSpacing(gap(8))
        self._fit_later.start()
