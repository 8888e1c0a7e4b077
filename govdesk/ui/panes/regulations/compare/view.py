"""The widgets of 신구대조: list of changes, bar with the two editions, the table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from govdesk.knowledge.model import Document
from govdesk.text.dates import korean_date
from govdesk.ui.kit import (
    Button,
    Choice,
    ElidedLabel,
    EmptyState,
    IconButton,
    NavItem,
    NavList,
    Panel,
    Switch,
    Text,
    follow,
)
from govdesk.ui.kit.base import lay_beside
from govdesk.ui.panes.regulations.compare.model import Table
from govdesk.ui.panes.regulations.compare.tableview import MAP, PAD, CompareTable, columns_of
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

LIST_WIDTH = 228
FILTER = "한글 문서 (*.hwpx);;워드 문서 (*.docx)"


class ComparePane(QWidget):
    """What the presenter shows on, with signals for what the person does."""

    closed = Signal()
    old_chosen = Signal(int)
    new_chosen = Signal(int)
    swapped = Signal()
    stepped = Signal(int)
    gone_to = Signal(int)
    whole_asked = Signal(bool)
    export_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._changes = 0
        self.table = CompareTable(theme)
        self.changes = NavList(theme, name=self.tr("바뀐 곳"))
        self._count = Text(theme, "", Type.CONTROL_STRONG, role="acc_text", wrap=False)
        self.title = ElidedLabel(theme, "", Type.BODY_STRONG)
        self.old = Choice(theme, name=self.tr("현행으로 볼 판"))
        self.new = Choice(theme, name=self.tr("개정으로 볼 판"))
        self._at = Text(theme, "", Type.CONTROL, role="sub", wrap=False)
        self.export = Button(theme, self.tr("신구조문대비표"), icon="download")
        self.whole = Switch(theme, self.tr("바뀌지 않은 조문도"))
        self._heads = [Text(theme, "", Type.CONTROL, role="sub", wrap=False) for _ in range(3)]
        self._none = EmptyState(theme, self.tr("견줄 것이 없습니다"), " ", icon="columns")
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        follow(theme, self._refit)

    def _arrange(self) -> None:
        theme = self._theme
        self._side = Panel(theme, "surface", edge="right")
        self._side_head = Panel(theme, "surface", edge="bottom", row=True)
        self._side_head.body.addWidget(Text(theme, self.tr("바뀐 곳"), Type.CONTROL_STRONG, wrap=False))
        self._side_head.body.addStretch(1)
        self._side_head.body.addWidget(self._count)
        self._side_foot = QVBoxLayout()
        self._side_foot.addWidget(self.whole)
        self._legend = Text(theme, "", Type.CONTROL)
        self._side_foot.addWidget(self._legend)
        self._side.body.addWidget(self._side_head)
        self._side.body.addWidget(self.changes, 1)
        self._side.body.addLayout(self._side_foot)
        self._bar = Panel(theme, "surface", edge="bottom", row=True)
        self._back = IconButton(theme, "chevron-left", self.tr("본문으로 돌아가기"), shortcut="Esc")
        self._swap = Button(theme, self.tr("자리 바꾸기"), kind="quiet", icon="refresh")
        self._up = IconButton(theme, "chevron-up", self.tr("앞 바뀐 곳"), shortcut="Shift+F8")
        self._down = IconButton(theme, "chevron-down", self.tr("다음 바뀐 곳"), shortcut="F8")
        self._arrow = Text(theme, "→", Type.BODY, role="mute", wrap=False)
        self._bar.body.addWidget(self._back)
        self._bar.body.addWidget(self.title, 1)
        for part in (self.old, self._arrow, self.new, self._swap, self._up, self._at, self._down, self.export):
            self._bar.body.addWidget(part)
        self._columns = Panel(theme, "sunken", edge="bottom", row=True)
        for head in self._heads:
            self._columns.body.addWidget(head)
        self._heads[2].set(self.tr("개정 이유"))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        lay_beside(self, self._side, (self._bar, self._columns, self._stack))

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._swap.clicked.connect(self.swapped)
        self._up.clicked.connect(self._previous)
        self._down.clicked.connect(self._next)
        self.export.clicked.connect(self.export_asked)
        self.old.currentIndexChanged.connect(self.old_chosen)
        self.new.currentIndexChanged.connect(self.new_chosen)
        self.whole.toggled.connect(self.whole_asked)
        self.changes.chosen.connect(self._on_listed)
        self.table.looked.connect(self.gone_to)

    def _previous(self) -> None:
        self.stepped.emit(-1)

    def _next(self) -> None:
        self.stepped.emit(1)

    def _on_listed(self, key: str) -> None:
        self.gone_to.emit(int(key))

    # -- what the presenter shows ----------------------------------------------------------------------------

    def show_editions(self, title: str, editions: Sequence[Document], old: int, new: int) -> None:
        self.title.set(title)
        for choice, at in ((self.old, old), (self.new, new)):
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItems([_dated(one) for one in editions])
                choice.setCurrentIndex(at)
        words = (self.tr("현행"), self.tr("개정"))
        for head, word, at in zip(self._heads, words, (old, new), strict=False):
            head.set(f"{word}   {_edition(editions[at])}")

    def show_table(self, shown: Table, *, keep: bool) -> None:
        self._changes = len(shown.changes)
        self._count.set(f"{self._changes:,}")
        entries = [NavItem(str(number), one.name, count=one.word) for number, one in enumerate(shown.changes)]
        if not keep or len(self.changes.keys()) != self._changes:
            self.changes.fill(entries)
        self.table.show_table(shown, keep=keep)
        self._line_up(shown.reasons)
        self._stack.setCurrentWidget(self.table)
        self._show_at(-1 if not keep else None)
        self.export.enable()

    def _line_up(self, reasons: bool) -> None:
        """The heads above their columns."""
        half, end = columns_of(1000, reasons)
        for at, share in enumerate((half, end - half, 1000 - end)):
            self._columns.body.setStretch(at, share)
        self._heads[2].setVisible(reasons)

    def show_change(self, number: int) -> None:
        self.changes.choose(str(number))
        self.table.show_change(number)
        self._show_at(number)

    def show_note(self, words: str) -> None:
        self._changes = 0
        self._count.set("")
        self.changes.fill([])
        self._none.set(self.tr("견줄 것이 없습니다"), words)
        self._stack.setCurrentWidget(self._none)
        self._show_at(-1)
        self.export.disable(self.tr("두 판을 견준 뒤에 저장할 수 있습니다"))

    def _show_at(self, number: int | None) -> None:
        if number is not None:
            self._at.set(f"{number + 1:,} / {self._changes:,}" if number >= 0 else "")

    def ask_file(self, suggested: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("신구조문대비표 저장"), suggested, FILTER)
        return Path(name) if name else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        if event.key() == Qt.Key.Key_F8:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        super().keyPressEvent(event)

    def _refit(self) -> None:
        theme, gap = self._theme, self._theme.gap
        self._side.setFixedWidth(theme.px(LIST_WIDTH))
        self._side.setVisible(not theme.compact)
        self._side_head.setFixedHeight(theme.size(SIZES.column_head))
        self._side_head.set_margins(gap(12), 0, gap(12), 0)
        self._side_foot.setContentsMargins(gap(12), gap(10), gap(12), gap(12))
        self._side_foot.setSpacing(gap(8))
        self._bar.setFixedHeight(theme.size(48))
        self._bar.set_margins(gap(8), 0, gap(12), 0)
        self._bar.body.setSpacing(gap(8))
        for part in (self._swap, self.export):
            part.setVisible(not theme.compact)
        self._columns.setFixedHeight(theme.size(36))
        self._columns.set_margins(0, 0, theme.px(MAP), 0)
        self._columns.body.setSpacing(0)
        for head in self._heads:
            head.setContentsMargins(theme.px(PAD), 0, 0, 0)
        self._legend.set_html(_legend(theme, self.tr("없어진 말"), self.tr("없어진 문장"), self.tr("새로 들어간 말")))


def _legend(theme: Theme, word: str, sentence: str, new: str) -> str:
    gone = f"background:{theme.hex('del_bg')}; color:{theme.hex('del_text')}; text-decoration:line-through"
    long = f"background:{theme.hex('del_bg')}; color:{theme.hex('sub')}; text-decoration:underline"
    ins = f"background:{theme.hex('ins_bg')}; color:{theme.hex('ins_text')}; text-decoration:underline"
    return (
        f'<span style="{gone}">{word}</span> &nbsp; <span style="{long}">{sentence}</span><br>'
        f'<span style="{ins}">{new}</span>'
    )


def _dated(one: Document) -> str:
    return f"{korean_date(one.effective)} 시행" if one.effective else "시행일 미정"


def _edition(one: Document) -> str:
    number = one.promulgation_number.lstrip("0")
    return " · ".join(part for part in (_dated(one), f"{one.kind} 제{number}호" if number else one.kind) if part)
