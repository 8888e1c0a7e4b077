"""The widgets of the regulation pane: tabs, tree of documents, tree of articles, reading column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from govdesk.knowledge.model import Collection, Document, DocumentState
from govdesk.ui.kit import Columns, IconButton, SearchField
from govdesk.ui.kit.tags import State
from govdesk.ui.memory import Memory
from govdesk.ui.panes.regulations.arrangebutton import ArrangeButton
from govdesk.ui.panes.regulations.beside import BesideColumn
from govdesk.ui.panes.regulations.compare.view import ComparePane
from govdesk.ui.panes.regulations.documentbar import DocumentBar
from govdesk.ui.panes.regulations.exact.view import ExactPane
from govdesk.ui.panes.regulations.graph.model import GraphNode
from govdesk.ui.panes.regulations.links import Reader
from govdesk.ui.panes.regulations.nodes import Node
from govdesk.ui.panes.regulations.own.model import OwnShown
from govdesk.ui.panes.regulations.page import Page
from govdesk.ui.panes.regulations.readingcolumn import ReadingColumn
from govdesk.ui.panes.regulations.related import RelatedData
from govdesk.ui.panes.regulations.relatedcolumn import RelatedColumn
from govdesk.ui.panes.regulations.room import Room
from govdesk.ui.panes.regulations.searching import pattern_of
from govdesk.ui.panes.regulations.treecolumn import TreeColumn
from govdesk.ui.panes.regulations.treelist import TreeList
from govdesk.ui.theme import Theme

CALM_MS = 80
"""Pause in typing before the tree is filtered."""
DRAWING = 476
"""Width of the related column at 100 % while the 위임 tree is drawn."""
HALF = 10_000
"""A width beyond any window: a splitter shares out what there is in proportion."""
LOOKS = {
    DocumentState.IN_FORCE: State.IN_FORCE,
    DocumentState.FUTURE: State.FUTURE,
    DocumentState.FUTURE_HIDDEN: State.FUTURE,
    DocumentState.SUPERSEDED: State.SUPERSEDED,
    DocumentState.REPEALED: State.REPEALED,
}


class RegulationsPane(QWidget):
    """What the presenter shows on, with signals for what the person does."""

    document_opened = Signal(str, bool)
    section_opened = Signal(str)
    filtered = Signal(str)
    tab_chosen = Signal(str)
    tab_closed = Signal(str)
    tab_stepped = Signal(int)
    article_stepped = Signal(int)
    edition_stepped = Signal(int)
    exact_asked = Signal()
    beside_asked = Signal()

    def __init__(self, theme: Theme, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tab_keys: list[str] = []
        self._to_text = False
        self._compare: ComparePane | None = None
        self._exact: ExactPane | None = None
        self._bar = DocumentBar(theme)
        self.tabs = self._bar.tabs
        self.exact_button, self.beside_button = self._bar.exact, self._bar.beside
        self.compare_button = self._bar.compare
        self.filter_field = SearchField(theme, name=self.tr("법령·매뉴얼 이름 거르기"), icon="filter")
        self.documents = TreeList(theme, name=self.tr("법령과 매뉴얼"))
        self.articles = TreeList(theme, name=self.tr("조문"))
        self.reading = ReadingColumn(theme)
        self.related = RelatedColumn(theme)
        self.columns = Columns(theme, memory, "regulations")
        self._room = Room(self.columns)
        self._arrange()
        self._connect()
        self._keys = [self._key(name, slot) for name, slot in self._keymap().items()]

    def _arrange(self) -> None:
        theme = self._theme
        self.library_column = TreeColumn(theme, self.tr("법령"), self.documents, self.filter_field)
        self.article_column = TreeColumn(theme, self.tr("조문"), self.articles)
        fold = IconButton(theme, "panel-left", self.tr("문서 목록 접기"), small=True, shortcut="Ctrl+B")
        fold.clicked.connect(self._fold)
        self._fold_button = fold
        self.arrange_button = ArrangeButton(theme)
        self.library_column.head.body.addWidget(self.arrange_button)
        self.library_column.head.body.addWidget(fold)
        columns = self.columns
        columns.add(
            self.library_column, key="library", title=self.tr("법령"), side="left", width=228, least=180, icon="list"
        )
        columns.add(self.article_column, key="articles", title=self.tr("목차"), side="left", width=204, least=160)
        self.beside = BesideColumn(theme)
        self._centre = QSplitter(Qt.Orientation.Horizontal)
        self._centre.setHandleWidth(1)
        self._centre.setChildrenCollapsible(False)
        self._centre.addWidget(self.reading)
        self._centre.addWidget(self.beside)
        columns.add(self._centre, key="text", title=self.tr("본문"), side="centre", least=520)
        columns.add(self.related, key="related", title=self.tr("관련"), side="right", width=284, least=200)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        self._stack = QStackedWidget()
        self._stack.addWidget(columns)
        whole.addWidget(self._stack, 1)
        self._bar.hide()

    def _connect(self) -> None:
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._filter)
        self.filter_field.changed.connect(self._on_typed)
        self.filter_field.submitted.connect(self._to_tree)
        self.documents.opened.connect(self._on_document)
        self.articles.opened.connect(self._on_section)
        self.tabs.chosen.connect(self.tab_chosen)
        self.tabs.close_asked.connect(self.tab_closed)
        self.columns.narrow_changed.connect(self._on_narrow)
        self._on_narrow(self.columns.narrow)

    def _keymap(self) -> dict[str, Callable[[], None]]:
        return {
            "Ctrl+F": self.find_here,
            "Alt+Left": self.reading.back.emit,
            "Alt+Right": self.reading.forward.emit,
            "Alt+Up": self._previous_article,
            "Alt+Down": self._next_article,
            "Ctrl+Shift+C": self.reading.copied.emit,
            "Ctrl+\\": self.beside_asked.emit,
            "Ctrl+Shift+F": self.exact_asked.emit,
            "Ctrl+D": self.reading.bookmarked.emit,
            "Ctrl+Shift+H": self.reading.highlighted.emit,
            "Alt+[": self._older,
            "Alt+]": self._newer,
            "Ctrl+Tab": self._next_tab,
            "Ctrl+Shift+Tab": self._previous_tab,
            "Ctrl+W": self._close_tab,
        }

    def _key(self, name: str, slot: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(name), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(slot)
        return shortcut

    # -- what the person does --------------------------------------------------------------------------------

    def _on_typed(self, _text: str) -> None:
        self._calm.start()

    def _filter(self) -> None:
        self.filtered.emit(self.filter_field.text())

    def _to_tree(self, _text: str) -> None:
        self._calm.stop()
        self._filter()
        self.documents.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_document(self, key: str, new_tab: bool) -> None:
        self.document_opened.emit(key, new_tab)
        if self.columns.narrow:
            self.columns.show_column("text")

    def _on_section(self, key: str, _new_tab: bool) -> None:
        self.section_opened.emit(key)
        if self.columns.narrow:
            self.columns.show_column("text")

    def _fold(self) -> None:
        self.columns.toggle("left")

    def _on_narrow(self, narrow: bool) -> None:
        self._fold_button.setVisible(not narrow)
        self._bar.setVisible(bool(self._tab_keys) and not narrow)

    def read_next(self) -> None:
        """Give the keyboard to the text, now or when it has come."""
        self.columns.show_column("text")
        self._to_text = not self.reading.shows_text
        if self.reading.shows_text:
            self.reading.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        """The find bar, with the cursor in it."""
        if self.reading.shows_text:
            self.columns.show_column("text")
            self.reading.find_bar.open_bar()

    def _previous_article(self) -> None:
        self.article_stepped.emit(-1)

    def _next_article(self) -> None:
        self.article_stepped.emit(1)

    def _older(self) -> None:
        self.edition_stepped.emit(-1)

    def _newer(self) -> None:
        self.edition_stepped.emit(1)

    def _next_tab(self) -> None:
        self.tab_stepped.emit(1)

    def _previous_tab(self) -> None:
        self.tab_stepped.emit(-1)

    def _close_tab(self) -> None:
        self.tab_closed.emit("")

    # -- what the presenter shows ----------------------------------------------------------------------------

    def show_library(self, nodes: Sequence[Node], *, empty: bool, filtered: bool) -> None:
        self.documents.show_nodes(nodes, keep=not filtered)
        self.library_column.say(self.tr("이름이 맞는 문서가 없습니다.") if filtered and not nodes else "")
        if not self._tab_keys:
            self.reading.show_none(empty=empty)

    def choose_document(self, key: str) -> None:
        self.documents.choose(key)

    def show_tabs(self, tabs: Sequence[tuple[str, str]], current: str) -> None:
        keys = [key for key, _ in tabs]
        for key in self._tab_keys:
            if key not in keys:
                self.tabs.remove(key)
        for key, title in tabs:
            if key not in self._tab_keys:
                self.tabs.add(key, title, closable=True)
            else:
                self.tabs.rename(key, title)
        self._tab_keys = keys
        if current:
            self.tabs.choose(current)
        self._on_narrow(self.columns.narrow)

    def show_waiting(self, title: str) -> None:
        self.reading.show_waiting(title)

    def show_state(self, words: str, state: DocumentState) -> None:
        look = State.EXAMPLE if words == State.EXAMPLE.word else LOOKS[state]
        self.reading.page.show_tag(words, look.tone, look.icon, on_all=state is not DocumentState.IN_FORCE)

    def show_page(self, page: Page | None, outline: Sequence[Node], reader: Reader) -> None:
        statute = page is None or page.document.collection is Collection.STATUTES
        self.article_column.title.set(self.tr("조문") if statute else self.tr("목차"))
        self.articles.show_nodes(outline, keep=False)
        if page is None:
            self.reading.show_none(empty=False)
        else:
            self.reading.show_text()  # first, so that the page is set once, at its final width
        self.reading.page.show_page(page, reader)

    def show_own(self, shown: OwnShown) -> None:
        self.related.show_own(shown)
        self.reading.show_bookmarked(shown.bookmarked)

    def show_highlights(self, words: Mapping[int, str]) -> None:
        patterns = {block: pattern_of(text) for block, text in words.items()}
        self.reading.page.show_highlights({block: one for block, one in patterns.items() if one is not None})

    def show_bookmarks(self, keys: frozenset[str]) -> None:
        self.articles.mark_rows(keys, "bookmark", "acc_text")

    def show_touched(self, count: int) -> None:
        words = (
            self.tr("갱신으로 내용이 바뀌거나 옮겨진 내 조문이 {count}곳 있습니다.").format(count=count)
            if count
            else ""
        )
        self.reading.show_touched(words)

    def show_editions(self, editions: Sequence[Document], current: int, today: date) -> None:
        self.reading.timeline.show_editions(editions, current, today)

    def compare_pane(self) -> ComparePane:
        """The widgets of 신구대조, made when first asked for."""
        if self._compare is None:
            self._compare = ComparePane(self._theme)
            self._stack.addWidget(self._compare)
        return self._compare

    def exact_pane(self) -> ExactPane:
        """The widgets of the exact search, made when first asked for."""
        if self._exact is None:
            self._exact = ExactPane(self._theme)
            self._stack.addWidget(self._exact)
        return self._exact

    def show_beside(self, page: Page, reader: Reader, block: int, flash: frozenset[int]) -> None:
        """A second place beside the text; side columns make room where there is little."""
        if self.beside.isHidden():
            self._make_room()
        self.beside.show_at(page, reader, block, flash)

    def _make_room(self) -> None:
        """Halves for both texts, one above the other where the window is narrow."""
        narrow = self.columns.narrow
        self._centre.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._room.take("library", "related")
        self.beside.show()
        self._centre.setSizes([HALF, HALF])

    def hide_beside(self) -> None:
        self.beside.hide()
        self._room.give_back()

    def show_over(self, over: QWidget | None) -> None:
        """`over` in the place of the columns; None: the columns again."""
        self._stack.setCurrentWidget(over or self.columns)
        for button in (self.compare_button, self.exact_button, self.beside_button):
            button.setVisible(over is None)
        for key in self._keys:
            key.setEnabled(over is None)
        if over is None and self.reading.shows_text:
            self.reading.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_compare(self, shown: bool) -> None:
        """신구대조 in the place of the columns, or the columns again."""
        pane = self.compare_pane() if shown else None
        self.show_over(pane)
        if pane is not None:
            pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_related(self, data: RelatedData | None) -> None:
        self.related.show_data(data)

    def show_graph(self, nodes: tuple[GraphNode, ...]) -> None:
        self.related.show_graph(nodes)

    def graph_wanted(self) -> bool:
        return self.related.drawing

    def make_way(self, drawing: bool) -> None:
        """Room for the drawn 위임 tree: a wider column, and the list of documents folded meanwhile."""
        self.columns.widen("related", DRAWING if drawing else 0)
        if drawing:
            self._room.take("library")
        elif self.beside.isHidden():
            self._room.give_back()

    def related_wanted(self) -> bool:
        return not self.columns.is_folded("related") and (not self.columns.narrow or self.related.isVisible())

    def show_warning(self, headline: str, text: str, action: str) -> None:
        self.reading.show_warning(headline, text, action)

    def show_problem(self, headline: str, text: str) -> None:
        self.reading.show_problem(headline, text)

    def show_place(self, section: int, key: str, sticky: str, crumbs: str) -> None:
        self.reading.page.set_tagged(section)
        self.reading.show_place(sticky, crumbs)
        if self.articles.chosen() != key:
            self.articles.choose(key)

    def show_ways(self, *, back: bool, forward: bool) -> None:
        self.reading.show_ways(back=back, forward=forward)

    def go_to(self, block: int, flash: frozenset[int]) -> None:
        if self._to_text:
            self.read_next()
        self.reading.page.go_to(block)
        self.reading.page.flash(flash)

    def reading_block(self) -> int:
        return self.reading.page.reading_block()

    def mark(self, pattern: re.Pattern[str] | None) -> None:
        self.reading.page.mark(pattern)

    def show_match(self, block: int, number: int) -> None:
        self.reading.page.show_match(block, number)

    def show_found(self, words: str, *, any_found: bool) -> None:
        self.reading.find_bar.show_found(words, any_found=any_found)

    def selection(self) -> tuple[str, int]:
        chosen = self.reading.page.selection
        return self.reading.page.selected_text(), chosen.start[0] if chosen else 0

    def put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
