"""Labels: `Text` (wrapping, selectable), `ElidedLabel`, `SectionTitle`, `Line`."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from govdesk.ui.kit.base import follow
from govdesk.ui.kit.display import restore, shown
from govdesk.ui.theme import Theme, Type

PREFERRED = 480
"""Width in px at 100 % beyond which a wrapped text asks for another line rather than for more room."""


class Text(QLabel):
    """``Text(theme, "…", Type.BODY, role="text", wrap=True, selectable=False)``: text set in a type and a colour role.

    Wraps at words with the type's line height and the unbroken dates of `display`; copying gives the source.
    ``set(text)``, ``set_role("mute")``. For text with marks give HTML of your own to ``set_html(html)`` (escape it;
    run `display.shown` over the words). `setText` is for the kit.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        type_: Type = Type.BODY,
        *,
        role: str = "text",
        wrap: bool = True,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._type = type_
        self._role = role
        self._source = text
        self._html = ""
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap and type_.line else Qt.TextFormat.PlainText)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        follow(theme, self._restyle)

    @property
    def source(self) -> str:
        """The text as it was given."""
        return self._source

    def set(self, text: str) -> None:
        if text != self._source or self._html:
            self._source, self._html = text, ""
            self._fill()

    def set_html(self, body: str) -> None:
        """Show HTML; colours in it are the caller's and must be given again after a theme change."""
        self._html = body
        self.setTextFormat(Qt.TextFormat.RichText)
        self._fill()

    def set_role(self, role: str) -> None:
        self._role = role
        self._restyle()

    def sizeHint(self) -> QSize:
        """QLabel guesses three lines for a wrapped text; here: one line up to 480 px, else as high as that needs."""
        if not self.wordWrap():
            return super().sizeHint()
        words = shown(self._source) if not self._html else self.text()
        whole = self.fontMetrics().boundingRect(0, 0, 100_000, 100_000, 0, words).width() + 2 if not self._html else 0
        width = min(whole or super().sizeHint().width(), self._theme.px(PREFERRED))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(min(self._theme.px(48), self.sizeHint().width()), self._theme.line(self._type))

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._type))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._theme.colour(self._role))
        palette.setColor(palette.ColorRole.Link, self._theme.colour("acc_text"))
        self.setPalette(palette)
        self.setStyleSheet(f"color: {self._theme.hex(self._role)};")
        self._fill()

    def _fill(self) -> None:
        if self.textFormat() is Qt.TextFormat.PlainText:
            self.setText(shown(self._source))
            return
        body = self._html or html.escape(shown(self._source)).replace("\n", "<br>")
        line = self._theme.line(self._type)
        # QTextDocument puts a line's extra height above its words; half of it belongs below.
        lift = max(0, line - self.fontMetrics().height()) // 2
        self.setContentsMargins(0, -lift, 0, lift)
        self.setText(f'<p style="margin:0; line-height:{line}px;">{body}</p>')
        self.setAccessibleName(self._source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            QGuiApplication.clipboard().setText(restore(self.selectedText().replace("\u2028", "\n")))
            return
        super().keyPressEvent(event)


class ElidedLabel(QLabel):
    """``ElidedLabel(theme, "긴 이름", Type.CONTROL, role="text", middle=False)``: one line; cut text is the tooltip.

    ``set(text)``. `middle` cuts in the middle (file names).
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        type_: Type = Type.CONTROL,
        *,
        role: str = "text",
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._type = type_
        self._role = role
        self._source = text
        self._middle = middle
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(theme, self._restyle)

    @property
    def source(self) -> str:
        return self._source

    def set(self, text: str) -> None:
        self._source = text
        self.updateGeometry()
        self._cut()

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._type))
        self.updateGeometry()
        self._cut()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(shown(self._source)) + 1, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(24), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        mode = Qt.TextElideMode.ElideMiddle if self._middle else Qt.TextElideMode.ElideRight
        cut = self.fontMetrics().elidedText(shown(self._source), mode, self.width())
        self.setText(cut)
        self.setAccessibleName(self._source)
        self.setToolTip(self._source if cut != shown(self._source) else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour(self._role if self.isEnabled() else "off"))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


class SectionTitle(Text):
    """``SectionTitle(theme, "오늘")``: a small heading over a group (caption, semibold, mute)."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, Type.CAPTION_STRONG, role="mute", wrap=False, parent=parent)


class Line(QFrame):
    """``Line(theme, vertical=False, role="hair")``: a 1 px rule."""

    def __init__(
        self, theme: Theme, *, vertical: bool = False, role: str = "hair", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._role))
        painter.end()
