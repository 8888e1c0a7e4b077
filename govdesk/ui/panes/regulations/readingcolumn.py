"""The reading column: head, find bar, the name of what is read, notices, the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from govdesk.ui.kit import (
    Banner,
    Button,
    ElidedLabel,
    EmptyState,
    IconButton,
    Panel,
    Skeleton,
    Switch,
    Text,
    discard,
    follow,
)
from govdesk.ui.panes.regulations.findbar import FindBar
from govdesk.ui.panes.regulations.pageview import PageView
from govdesk.ui.panes.regulations.timeline import Timeline
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES, SPACE

PATIENCE_MS = 150
"""Nothing is shown of waiting before this."""
STICKY = 26


class Waiting(QWidget):
    """Grey lines and what is being read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words = Text(theme, "", Type.CONTROL, role="mute")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self._column.addWidget(Skeleton(theme, widths=(0.5, 0.92, 0.86, 0.9, 0.4)))
        self._column.addStretch(1)
        follow(theme, self._refit)

    def _refit(self) -> None:
        space = self._theme.gap(SPACE.reading)
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(self._theme.gap(12))


class ReadingColumn(Panel):
    """``page`` is the `PageView`. `back`, `forward`, `copied`, `asked`, `edition_asked`, `bring_asked` are the buttons.

    ``show_waiting(title)``, ``show_text()``, ``show_none(empty)``; ``show_warning``, ``show_problem``;
    ``show_place(sticky, crumbs)``.
    """

    back = Signal()
    forward = Signal()
    copied = Signal()
    asked = Signal()
    edition_asked = Signal()
    bring_asked = Signal()
    bookmarked = Signal()
    highlighted = Signal()
    touched_asked = Signal()
    touched_seen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self._theme = theme
        self.page = PageView(theme)
        self.find_bar = FindBar(theme)
        self._make_head()
        self.sticky = ElidedLabel(theme, "", Type.CAPTION_STRONG, role="sub")
        self._strip = Panel(theme, "sunken", edge="bottom", row=True)
        self._strip.body.addWidget(self.sticky)
        self._warning: Banner | None = None
        self._problem: Banner | None = None
        self._touched: Banner | None = None
        self._notices = QVBoxLayout()
        self._waiting = Waiting(theme)
        self._none = EmptyState(theme, self.tr("왼쪽에서 볼 문서를 고르세요"), icon="book")
        self._empty = EmptyState(
            theme,
            self.tr("아직 가져온 법령이 없습니다"),
            self.tr("법령 폴더나 매뉴얼 파일을 가져오면 여기서 읽습니다."),
            icon="folder",
            action=self.tr("자료 가져오기"),
            action_icon="plus",
        )
        if self._empty.button is not None:
            self._empty.button.clicked.connect(self.bring_asked)
        self._stack = QStackedWidget()
        for part in (self._none, self._empty, self._waiting, self.page):
            self._stack.addWidget(part)
        for widget in (self._head, self.find_bar, self._strip):
            self.body.addWidget(widget)
        self.body.addLayout(self._notices)
        self.body.addWidget(self._stack, 1)
        self.timeline = Timeline(theme)
        self.body.addWidget(self.timeline)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_waited)
        self.page.installEventFilter(self)
        follow(theme, self._refit)
        self.show_none(empty=False)
        self.show_ways(back=False, forward=False)

    def _make_head(self) -> None:
        theme = self._theme
        self._head = Panel(theme, "surface", edge="bottom", row=True)
        self.back_button = IconButton(theme, "chevron-left", self.tr("뒤로"), small=True, shortcut="Alt+←")
        self.forward_button = IconButton(theme, "chevron-right", self.tr("앞으로"), small=True, shortcut="Alt+→")
        self.crumbs = ElidedLabel(theme, "", Type.CAPTION, role="sub")
        self.copy_button = Button(theme, self.tr("인용 복사"), kind="quiet", icon="copy", small=True)
        self.copy_button.setToolTip(self.tr("고른 글이나 이 조를 출처와 함께 복사 (Ctrl+Shift+C)"))
        self.ask_button = Button(theme, self.tr("질문"), kind="quiet", icon="chat", small=True)
        self.ask_button.setToolTip(self.tr("이 조를 질문 칸에 넣기"))
        self.bookmark_button = IconButton(theme, "bookmark", self.tr("책갈피"), small=True, shortcut="Ctrl+D")
        self.bookmark_button.setCheckable(True)
        self.light_button = IconButton(theme, "edit", self.tr("고른 글 형광으로"), small=True, shortcut="Ctrl+Shift+H")
        self.find_button = IconButton(theme, "search", self.tr("이 문서에서 찾기"), small=True, shortcut="Ctrl+F")
        self.marks = Switch(theme, self.tr("개정 표시"))
        self._head.body.addWidget(self.back_button)
        self._head.body.addWidget(self.forward_button)
        self._head.body.addWidget(self.crumbs, 1)
        for part in (
            self.copy_button,
            self.ask_button,
            self.bookmark_button,
            self.light_button,
            self.find_button,
            self.marks,
        ):
            self._head.body.addWidget(part)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.copy_button.clicked.connect(self.copied)
        self.ask_button.clicked.connect(self.asked)
        self.bookmark_button.clicked.connect(self.bookmarked)
        self.light_button.clicked.connect(self.highlighted)
        self.find_button.clicked.connect(self.find_bar.open_bar)
        self.marks.toggled.connect(self.page.show_marks)

    def _refit(self) -> None:
        gap, size = self._theme.gap, self._theme.size
        self._head.setFixedHeight(size(SIZES.column_head))
        self._head.set_margins(gap(12), 0, gap(16), 0)
        self._head.body.setSpacing(gap(6))
        self._strip.setFixedHeight(size(STICKY))
        self._strip.set_margins(gap(SPACE.reading), 0, gap(16), 0)
        self._notices.setContentsMargins(0, 0, 0, 0)

    # -- what the stack shows --------------------------------------------------------------------------------

    def show_waiting(self, title: str) -> None:
        """Show that `title` is being read, unless it comes at once."""
        self._waiting.words.set(self.tr("{title} 여는 중").format(title=title) if title else self.tr("여는 중"))
        self._patience.start()

    def _on_waited(self) -> None:
        self._stack.setCurrentWidget(self._waiting)
        self._use(False)

    def show_text(self) -> None:
        self._patience.stop()
        self._clear_problem()
        self._stack.setCurrentWidget(self.page)
        self._use(True)

    def show_none(self, *, empty: bool) -> None:
        """Nothing is open; `empty` when there is nothing to open either."""
        self._patience.stop()
        self._stack.setCurrentWidget(self._empty if empty else self._none)
        self._use(False)
        self.show_place("", "")

    @property
    def shows_text(self) -> bool:
        return self._stack.currentWidget() is self.page

    def _use(self, on: bool) -> None:
        """Whether the tools of the head have something to work on."""
        why = self.tr("열린 문서가 없습니다")
        for button in (self.copy_button, self.ask_button, self.find_button):
            if on:
                button.setEnabled(True)
            else:
                button.setEnabled(False)
                button.setAccessibleDescription(why)
        self.marks.setEnabled(on)
        self._strip.setVisible(on)
        if not on:
            self.find_bar.hide()

    def show_place(self, sticky: str, crumbs: str) -> None:
        self.sticky.set(sticky)
        self.crumbs.set(crumbs)
        self.page.setAccessibleName(sticky or self.tr("본문"))

    def show_ways(self, *, back: bool, forward: bool) -> None:
        self.back_button.setEnabled(back)
        self.forward_button.setEnabled(forward)

    def show_warning(self, headline: str, text: str, action: str) -> None:
        if self._warning is not None:
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None
        if headline:
            self._warning = Banner(self._theme, "warn", headline, text)
            if action:
                self._warning.add_action(action).clicked.connect(self.edition_asked)
            self._add_notice(self._warning)

    def show_problem(self, headline: str, text: str) -> None:
        self._patience.stop()
        self._clear_problem()
        self._problem = Banner(self._theme, "danger", headline, text, strong=True)
        self._problem.add_action(self.tr("닫기"), kind="quiet").clicked.connect(self._clear_problem)
        self._add_notice(self._problem)

    def show_bookmarked(self, on: bool) -> None:
        """Whether the article that is read carries a bookmark."""
        self.bookmark_button.setChecked(on)

    def show_touched(self, headline: str) -> None:
        """Above the text: an update changed marked places; ``""`` takes it away."""
        if self._touched is not None:
            discard(self._touched)
            self._touched = None
        if headline:
            self._touched = Banner(self._theme, "info", headline)
            self._touched.add_action(self.tr("보기")).clicked.connect(self.touched_asked)
            self._touched.add_action(self.tr("확인함")).clicked.connect(self.touched_seen)
            self._add_notice(self._touched)

    def _clear_problem(self) -> None:
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None

    def _add_notice(self, banner: Banner) -> None:
        space = self._theme.gap(12)
        frame = QVBoxLayout()
        frame.setContentsMargins(space, space, space, 0)
        frame.addWidget(banner)
        self._notices.addLayout(frame)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.page and escape and event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():  # type: ignore[attr-defined]
            self.find_bar.close_bar()
            return True
        return super().eventFilter(watched, event)
