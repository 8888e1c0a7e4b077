"""`AskBox`: the question box with its scope, its 기준일 and the one button that sends or stops."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.text.dates import korean_date
from govdesk.ui.kit.base import box, follow
from govdesk.ui.kit.buttons import Button, ChipToggle
from govdesk.ui.kit.flow import FlowLayout
from govdesk.ui.kit.question import QuestionInput
from govdesk.ui.kit.text import Text
from govdesk.ui.panes.chat.datechip import DateChip
from govdesk.ui.panes.chat.scope import Scope
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE

SCOPES = (("statutes", "법령"), ("manuals", "매뉴얼"), ("own", "내 문서"))
FIRST = "무엇이 궁금한가요? 조문 이름을 몰라도 됩니다."
NEXT = "이어서 질문하세요. 조문 이름을 몰라도 됩니다."
LATER = "답이 끝나면 이어서 물을 수 있습니다."


class AskBox(QWidget):
    """`asked(str)`, `stopped`, `scope_toggled(str)`, `date_asked`: the 기준일 chip was pressed."""

    asked = Signal(str)
    stopped = Signal()
    scope_toggled = Signal(str)
    date_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._busy = False
        self._first = True
        self.input = QuestionInput(theme, name=self.tr("질문"), placeholder=self.tr(FIRST))
        self._label = Text(theme, self.tr("찾을 곳"), Type.CAPTION, role="mute", wrap=False)
        self._scopes = {key: ChipToggle(theme, self.tr(name), checked=True) for key, name in SCOPES}
        self.date = DateChip(theme)
        self.button = Button(theme, self.tr("묻기"), kind="primary", icon="arrow-up")
        self._chips = FlowLayout(gap=theme.gap(6), row_gap=theme.gap(4))
        self._foot = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        follow(theme, self._space)

    def _build(self) -> None:
        self._chips.addWidget(self._label)
        for key, chip in self._scopes.items():
            chip.setAccessibleName(self.tr("찾을 곳: {name}").format(name=chip.text()))
            chip.setProperty("key", key)
            chip.clicked.connect(self._on_scope)
            self._chips.addWidget(chip)
        self._chips.addWidget(self.date)
        self._foot.addLayout(self._chips, 1)
        self._foot.addWidget(self.button)
        self._column.addWidget(self.input)
        self._column.addLayout(self._foot)
        self.input.submitted.connect(self.asked)
        self.input.focus_changed.connect(self.update)
        self.button.clicked.connect(self._on_button)
        self.date.clicked.connect(self.date_asked)
        self.setFocusProxy(self.input)

    def set_busy(self, busy: bool) -> None:
        """묻기 or 멈춤, in the same place."""
        self._busy = busy
        self.button.set_kind("secondary" if busy else "primary")
        self.button.set_icon_name("stop" if busy else "arrow-up")
        self.button.set_text(self.tr("멈춤") if busy else self.tr("묻기"))
        self.button.setToolTip(self.tr("멈춤 (Ctrl+.)") if busy else "")
        self._prompt()

    @property
    def busy(self) -> bool:
        return self._busy

    def set_first(self, first: bool) -> None:
        """Whether the conversation is still empty: other words stand in the empty box."""
        self._first = first
        self._prompt()

    def set_scope(self, scope: Scope) -> None:
        for key, chip in self._scopes.items():
            on = bool(getattr(scope, key))
            only = on and sum((scope.statutes, scope.manuals, scope.own)) == 1
            chip.setChecked(on)
            chip.setToolTip(self.tr("한 곳은 남아 있어야 합니다.") if only else "")

    def set_date(self, day: date, stale: bool) -> None:
        words = self.tr("기준일 {day}").format(day=korean_date(day)) if stale else self.tr("기준일 오늘")
        self.date.set(words, stale)

    def chip(self, key: str) -> ChipToggle:
        return self._scopes[key]

    def _prompt(self) -> None:
        self.input.setPlaceholderText(self.tr(LATER if self._busy else FIRST if self._first else NEXT))

    def _on_button(self) -> None:
        if self._busy:
            self.stopped.emit()
        else:
            self.input.submit()

    def _on_scope(self) -> None:
        self.scope_toggled.emit(self.sender().property("key"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.input.setFocus()
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.input.hasFocus()
        edge = self._theme.colour("focus" if focused else "ctl")
        box(painter, self, self._theme.colour("surface"), edge, radius=SPACE.radius_card, width=2 if focused else 1)
        painter.end()

    def _space(self) -> None:
        gap = self._theme.gap
        self._column.setContentsMargins(gap(12), gap(9), gap(8), gap(8))
        self._column.setSpacing(gap(6))
        self._foot.setSpacing(gap(8))
        self._label.setVisible(not self._theme.compact)
        self.date.setVisible(not self._theme.compact)
        self._label.setFixedHeight(self._theme.size(28))
        self._label.setContentsMargins(0, 0, gap(2), 0)
        self.update()
