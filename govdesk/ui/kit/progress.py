"""Waiting: `ProgressLine` and `Skeleton`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from govdesk.ui.kit.base import follow
from govdesk.ui.theme import Theme


class ProgressLine(QProgressBar):
    """``ProgressLine(theme, name="가져오기")``: 8 px high; ``setRange(0, total)``, ``setValue(done)`` as usual."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.size(8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(self._theme.colour("track"))
        painter.drawRoundedRect(whole, 3, 3)
        span = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / span if span > 0 and self.value() >= self.minimum() else 0.0
        if share > 0:
            painter.setBrush(self._theme.colour("acc"))
            painter.drawRoundedRect(QRectF(0, 0, max(whole.width() * share, 6), whole.height()), 3, 3)
        painter.end()


class Skeleton(QWidget):
    """``Skeleton(theme, widths=(0.92, 0.7, 0.84))``: grey lines where text will stand; still, not animated."""

    def __init__(
        self, theme: Theme, *, widths: Sequence[float] = (0.92, 0.7, 0.84), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._widths = tuple(widths)
        self.setAccessibleName("불러오는 중")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(20) * len(self._widths))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("track"))
        step, thick = self._theme.px(20), self._theme.px(10)
        for number, share in enumerate(self._widths):
            painter.drawRoundedRect(QRectF(0, number * step + (step - thick) / 2, self.width() * share, thick), 2, 2)
        painter.end()
