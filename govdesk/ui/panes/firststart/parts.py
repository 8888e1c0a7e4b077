"""Parts of the first page: numbered head, source rows, the place to drop files, notes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from govdesk.ui.kit import Button, Icon, Text, box, follow
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE


class Numeral(QWidget):
    """A number in a circle."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        side = self._theme.size(24)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("acc"), 1.5))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(self._theme.colour("acc_text"))
        painter.setFont(self._theme.font(Type.CONTROL_STRONG))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


def head(theme: Theme, number: int, title: str) -> QHBoxLayout:
    """A numbered heading."""
    row = QHBoxLayout()
    row.setSpacing(theme.gap(8))
    row.addWidget(Numeral(theme, number))
    row.addWidget(Text(theme, title, Type.TITLE, wrap=False))
    row.addStretch(1)
    return row


def note(theme: Theme, icon: str, text: str, role: str = "sub") -> QHBoxLayout:
    """An icon with a wrapped sentence."""
    row = QHBoxLayout()
    row.setSpacing(theme.gap(9))
    mark = Icon(theme, icon, role=role, size=16)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(theme, text, Type.CONTROL, role="sub"), 1)
    return row


class SourceRow(QWidget):
    """Where something comes from, with the button that chooses it: `button`, ``set_detail(text)``."""

    def __init__(self, theme: Theme, icon: str, title: str, detail: str, action: str, role: str) -> None:
        super().__init__()
        self._theme = theme
        self._detail = Text(theme, detail, Type.CAPTION, role="sub")
        self.button = Button(theme, action)
        self.button.setAccessibleName(f"{title} {action}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Text(theme, title, Type.CONTROL_STRONG, wrap=False))
        words.addWidget(self._detail)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon(theme, icon, role=role, size=18))
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button)
        follow(theme, self._restyle)

    def set_detail(self, text: str) -> None:
        self._detail.set(text)

    def _restyle(self) -> None:
        gap = self._theme.gap
        self._row.setContentsMargins(gap(14), gap(10), gap(12), gap(10))
        self._row.setSpacing(gap(11))


class DropPlace(QWidget):
    """A dashed field that takes files and folders: `dropped(list[Path])`."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(Icon(theme, "folder", role="sub", size=18))
        row.addWidget(Text(theme, text, Type.CONTROL, role="sub", wrap=False))
        row.addStretch(1)
        follow(theme, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.size(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.size(64))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
            event.acceptProposedAction()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._theme.colour
        ground, edge = ("acc_bg", "acc") if self._over else ("sunken", "ctl")
        box(painter, self, colour(ground), colour(edge), radius=SPACE.radius, dashed=True)
        painter.end()
