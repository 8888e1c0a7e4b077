"""`FindBar`: find in the page that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from govdesk.ui.kit import IconButton, Panel, SearchField, Text, follow
from govdesk.ui.theme import Theme, Type

CALM_MS = 120
"""Pause in typing before the page is searched."""


class FindBar(Panel):
    """``open_bar()`` shows it with the cursor in its field; `asked(str)`, `stepped(int)`, `closed`.

    Enter goes to the next match, Shift+Enter to the one before, Esc closes. ``show_found("3 / 12", any_found=True)``.
    """

    asked = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", edge="bottom", row=True, parent=parent)
        self._theme = theme
        self.field = SearchField(theme, name=self.tr("이 문서에서 찾기"))
        self.count = Text(theme, "", Type.CONTROL, role="sub", wrap=False)
        self.count.setMinimumWidth(theme.px(56))
        self._up = IconButton(theme, "chevron-up", self.tr("앞 결과"), shortcut="Shift+Enter")
        self._down = IconButton(theme, "chevron-down", self.tr("다음 결과"), shortcut="Enter")
        self._close = IconButton(theme, "close", self.tr("찾기 닫기"), shortcut="Esc")
        self.body.addWidget(self.field, 1)
        self.body.addSpacing(theme.gap(8))
        for part in (self.count, self._up, self._down, self._close):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._ask)
        self.field.changed.connect(self._on_changed)
        self.field.submitted.connect(self._on_submitted)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._close.clicked.connect(self.close_bar)
        self.hide()
        follow(theme, self._refit)

    def open_bar(self) -> None:
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self._ask()

    def close_bar(self) -> None:
        self._calm.stop()
        self.hide()
        self.closed.emit()

    def show_found(self, words: str, *, any_found: bool) -> None:
        self.count.set(words)
        self.count.set_role("sub" if any_found else "danger_text")
        for button in (self._up, self._down):
            if any_found and words:
                button.setEnabled(True)
            else:
                button.disable(self.tr("찾은 곳이 없습니다"))

    def _refit(self) -> None:
        gap = self._theme.gap
        self.set_margins(gap(16), gap(4), gap(8), gap(4))
        self.body.setSpacing(gap(4))

    def _on_changed(self, _text: str) -> None:
        self._calm.start()

    def _ask(self) -> None:
        self.asked.emit(self.field.text())

    def _on_submitted(self, _text: str) -> None:
        if self._calm.isActive():
            self._calm.stop()
            self._ask()
        else:
            self.stepped.emit(1)

    def _on_up(self) -> None:
        self.stepped.emit(-1)

    def _on_down(self) -> None:
        self.stepped.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)
