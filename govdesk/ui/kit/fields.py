"""One-line inputs that respect Korean input methods: `LineInput`, `SearchField`, `FieldError`, `Choice`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from govdesk.ui import icons
from govdesk.ui.kit.banner import Icon
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.text import Text
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineInput(QLineEdit):
    """``LineInput(theme, name="이름", placeholder="")``: a field; `submitted(str)` on Enter, never while composing.

    ``value()`` ends the composition first and returns the whole text: use it instead of ``text()`` wherever the
    text is sent or saved (Qt on Windows loses the last syllable otherwise). ``set_error("없는 날짜입니다")`` edges it
    red and keeps the text (show the sentence with `FieldError`); ``set_error("")`` clears it.
    """

    submitted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        placeholder: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preedit = ""
        self._error = ""
        self._icon = icon
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("ring", "own")
        follow(theme, self._restyle)

    @property
    def composing(self) -> bool:
        """Whether a Hangul syllable is being composed."""
        return bool(self._preedit)

    @property
    def error(self) -> str:
        return self._error

    def value(self) -> str:
        """The text with an open syllable taken in."""
        self.commit()
        return self.text()

    def commit(self) -> None:
        """End the composition; what is composed stays in the field."""
        if not self._preedit:
            return
        QGuiApplication.inputMethod().commit()
        if self._preedit:  # no input method took it up
            closing = QInputMethodEvent("", [])
            closing.setCommitString(self._preedit)
            self.inputMethodEvent(closing)

    def set_error(self, sentence: str) -> None:
        self._error = sentence
        self.setProperty("invalid", bool(sentence))
        self.setAccessibleDescription(sentence)
        self.style().unpolish(self)
        self.style().polish(self)
        self._margins()
        self.update()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if not self._preedit:
                self.submitted.emit(self.value())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.size(SIZES.control))

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.CONTROL))
        self.setFixedHeight(self._theme.size(SIZES.control))
        self._margins()
        self.update()

    def _margins(self) -> None:
        side = self._theme.px(16) + self._theme.gap(8)
        self.setTextMargins(side if self._icon else 0, 0, side if self._error else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._icon or self._error):
            return
        painter = QPainter(self)
        side = self._theme.px(16)
        y = (self.height() - side) // 2
        if self._icon:
            icons.paint(painter, self._icon, self._theme.colour("sub"), QRect(self._theme.gap(9), y, side, side))
        if self._error:
            x = self.width() - side - self._theme.gap(8)
            icons.paint(painter, "alert", self._theme.colour("danger"), QRect(x, y, side, side))
        painter.end()


class SearchField(LineInput):
    """``SearchField(theme, name="이름 거르기", icon="search", hint="Ctrl+K")``: magnifier left, key hint right.

    `changed(str)` while typing (composition included); Esc clears it, and when empty goes to the parent.
    """

    changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        placeholder: str = "",
        icon: str = "search",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._hint = hint
        super().__init__(theme, name=name, placeholder=placeholder or name, icon=icon, parent=parent)
        self.textChanged.connect(self._tell)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._tell()

    def _tell(self, _text: str = "") -> None:
        at = self.cursorPosition()
        self.changed.emit(self.text()[:at] + self._preedit + self.text()[at:])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._hint or self.text() or self._preedit or self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Type.CAPTION, weight=500))
        width = painter.fontMetrics().horizontalAdvance(self._hint) + self._theme.gap(10)
        height = self._theme.size(20)
        area = QRect(self.width() - width - self._theme.gap(8), (self.height() - height) // 2, width, height)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(self._theme.colour("sub"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._hint)
        painter.end()


class FieldError(QWidget):
    """``FieldError(theme)`` under a field: ``set("없는 날짜입니다")`` shows icon and sentence, ``set("")`` hides it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(4)
        self._text = Text(theme, "", Type.CAPTION, role="danger_text")
        row.addWidget(Icon(theme, "alert", role="danger", size=14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.setVisible(False)

    def set(self, sentence: str) -> None:
        self._text.set(sentence)
        self.setVisible(bool(sentence))

    @property
    def sentence(self) -> str:
        return self._text.source


class Choice(QComboBox):
    """``Choice(theme, name="기관 종류", items=("…", …))``: one of several; `currentIndexChanged` as usual.

    The wheel changes nothing while it is not focused, so that scrolling a form does not alter it.
    """

    def __init__(self, theme: Theme, *, name: str, items: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.addItems(list(items))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.CONTROL))
        self.setFixedHeight(self._theme.size(SIZES.control))
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.currentText()) > self.width() - self._theme.px(40)
        self.setToolTip(self.currentText() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._theme.px(16)
        role = "sub" if self.isEnabled() else "off"
        at = QRect(self.width() - side - self._theme.gap(8), (self.height() - side) // 2, side, side)
        icons.paint(painter, "chevron-down", self._theme.colour(role), at)
        painter.end()
