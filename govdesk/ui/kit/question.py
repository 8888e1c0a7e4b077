"""`QuestionInput`: the growing question box."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from govdesk.ui.kit.base import follow
from govdesk.ui.theme import Theme, Type

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST_LINES = 6


class QuestionInput(QPlainTextEdit):
    """``QuestionInput(theme, name="질문", placeholder="…")``: bare text box that grows from one to six lines.

    Enter emits `submitted(str)`; Shift+Enter makes a new line; while a Hangul syllable is being composed Enter only
    ends the composition. ``submit()`` does what Enter does (connect the send button to it: it commits the open
    syllable first). ``value()`` is the text with the open syllable taken in; ``set_value(text)`` replaces it with
    the cursor at the end; ``clear()`` empties it. Tab moves the focus on. `focus_changed(bool)` lets the frame around
    it draw the field edge (the box itself has none, and no ring).
    """

    submitted = Signal(str)
    focus_changed = Signal(bool)

    def __init__(self, theme: Theme, *, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preedit = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("bare", True)
        self.setProperty("ring", "own")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        follow(theme, self._restyle)

    @property
    def composing(self) -> bool:
        return bool(self._preedit)

    def value(self) -> str:
        self.commit()
        return self.toPlainText()

    def set_value(self, text: str) -> None:
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def submit(self) -> None:
        """Take in the open syllable and emit `submitted` with the trimmed text; nothing when it is empty."""
        text = self.value().strip()
        if text:
            self.submitted.emit(text)

    def commit(self) -> None:
        if not self._preedit:
            return
        QGuiApplication.inputMethod().commit()
        if self._preedit:  # no input method took it up
            closing = QInputMethodEvent("", [])
            closing.setCommitString(self._preedit)
            self.inputMethodEvent(closing)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if not self._preedit:
                self.submit()
            return
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._grow()

    def _restyle(self) -> None:
        font = self._theme.font(Type.BODY)
        self.setFont(font)
        self.viewport().setFont(font)  # the placeholder is drawn in the viewport's font, which a stylesheet freezes
        self.document().setDefaultFont(font)
        self._grow()

    def _wanted(self) -> int:
        line = self.fontMetrics().lineSpacing()
        lines = round(self.document().size().height())  # QPlainTextEdit counts in lines
        return min(max(lines, 1), MOST_LINES) * line + 4

    def _grow(self) -> None:
        wanted = self._wanted()
        if wanted != self.height():
            self.setFixedHeight(wanted)
