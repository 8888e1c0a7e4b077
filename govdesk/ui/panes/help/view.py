"""The help pane: pages at the left, the page at the right, find over all of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from govdesk.ui.kit import Columns, EmptyState, Line, NavItem, NavList, Panel, Scroll, SearchField, follow
from govdesk.ui.pane import PaneContext
from govdesk.ui.panes.help.about import About
from govdesk.ui.panes.help.presenter import HelpPresenter, own_version, parts
from govdesk.ui.panes.help.reader import Reader
from govdesk.ui.requests import OpenPane, Request

ABOUT = "about"


class HelpPane(QObject):
    """Pages of the guide; links between pages (``03-search.md``) and to panes (``govdesk:documents``) work."""

    def __init__(self, context: PaneContext) -> None:
        super().__init__()
        self._context = context
        self._theme = context.theme
        self._presenter = HelpPresenter(context.desk.resources.help)
        self._columns = Columns(self._theme, context.memory, "help")
        self._columns.add(self._make_list(), key="pages", title=self.tr("도움말"), side="left", width=240, icon="list")
        self._columns.add(self._make_page(), key="page", title=self.tr("내용"), side="centre", least=480)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self._columns)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._start_find)
        follow(self._theme, self._refit)
        self._fill("")
        self._show(self._nav.keys()[0])

    def widget(self) -> QWidget:
        return self._columns

    def columns(self) -> list[QWidget]:
        return self._columns.visible_columns()

    def subtitle(self) -> str:
        return self._nav.title(self._nav.current())

    def open(self, request: Request) -> None:
        if isinstance(request, OpenPane):
            self._show(request.section)

    def close(self) -> None:
        return None

    def _make_list(self) -> QWidget:
        panel = Panel(self._theme, "surface")
        self._search = SearchField(self._theme, name=self.tr("도움말 찾기"), hint="Ctrl+F")
        self._search.changed.connect(self._fill)
        self._nav = NavList(self._theme, name=self.tr("도움말 차례"))
        self._nav.chosen.connect(self._on_chosen)
        self._search_row = QHBoxLayout()
        self._search_row.addWidget(self._search)
        panel.body.addLayout(self._search_row)
        panel.body.addWidget(Line(self._theme))
        panel.body.addWidget(self._nav, 1)
        return panel

    def _make_page(self) -> QWidget:
        page = Panel(self._theme, "surface")
        self._reader = Reader(self._theme, self.tr("도움말 내용"))
        self._reader.link.connect(self._on_link)
        about = About(self._theme, own_version(), self._context.desk.folder.root, parts())
        self._about = Scroll(self._theme, about, name=self.tr("프로그램 정보"))
        self._nothing = EmptyState(
            self._theme, self.tr("그 말이 든 도움말이 없습니다"), self.tr("낱말을 줄여 다시 찾아보세요."), icon="search"
        )
        self._pages = QStackedWidget()
        for part in (self._reader, self._about, self._nothing):
            self._pages.addWidget(part)
        page.body.addWidget(self._pages)
        return page

    def _refit(self) -> None:
        space = self._theme.gap(8)
        self._search_row.setContentsMargins(space, space, space, space)

    def _start_find(self) -> None:
        self._columns.show_column("pages")
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _fill(self, containing: str) -> None:
        words = containing.split()
        pages = self._presenter.pages(containing)
        items = [NavItem(page.key, page.title, "file") for page in pages]
        if not words:
            items.append(NavItem(ABOUT, self.tr("프로그램 정보와 사용권"), "info"))
        current = self._nav.current()
        self._nav.fill(items)
        if not items:
            self._pages.setCurrentWidget(self._nothing)
        elif words:
            self._show(current if self._nav.has(current) else items[0].key)
            self._reader.mark(words)
        else:
            self._reader.mark([])
            self._show(current or items[0].key)

    def _on_chosen(self, key: str) -> None:
        self._show(key)
        if self._columns.narrow:
            self._columns.show_column("page")

    def _show(self, key: str) -> None:
        page = self._presenter.page(key)
        if key == ABOUT:
            self._pages.setCurrentWidget(self._about)
        elif page is not None:
            self._pages.setCurrentWidget(self._reader)
            self._reader.show_markdown(page.text)
            words = self._search.text().split()
            if words:
                self._reader.mark(words)
        else:
            return
        self._nav.choose(key)
        self._context.retitle()

    def _on_link(self, target: str) -> None:
        if target.startswith("govdesk:"):
            name, _, section = target.removeprefix("govdesk:").partition("/")
            self._context.request(OpenPane(name, section))
        elif target.endswith(".md") or ".md#" in target:
            self._show(target.partition("#")[0].removesuffix(".md").removeprefix("./"))
        else:
            self._context.say(self.tr("프로그램 밖의 주소는 열지 않습니다"))
