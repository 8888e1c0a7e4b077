"""What kit widgets share: following the theme, painting a framed box, a side beside rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui.theme import Theme


def follow(theme: Theme, apply: Callable[[], None]) -> None:
    """Call `apply` (a bound method of a widget) now and whenever the theme changes."""
    apply()
    theme.changed.connect(apply)


def discard(widget: QWidget) -> None:
    """Take `widget` out of its place and delete it.

    It is hidden first: a layout shows what it was given in a queued call, which would open a widget that has lost
    its parent meanwhile as a window of its own.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def box(
    painter: QPainter,
    widget: QWidget,
    ground: QColor | None,
    edge: QColor | None = None,
    *,
    radius: float = 4,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Fill and edge the whole of `widget` with rounded corners; the edge lies inside."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge is not None else 0
    pen = QPen(Qt.PenStyle.NoPen)
    if edge is not None:
        pen = QPen(edge, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(QBrush(ground) if ground is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def lay_beside(whole: QWidget, side: QWidget, rows: Sequence[QWidget]) -> None:
    """Fill `whole` with `side` and, right of it, `rows` below one another, the last of which takes what is left."""
    right = QVBoxLayout()
    right.setContentsMargins(0, 0, 0, 0)
    right.setSpacing(0)
    for at, row in enumerate(rows, 1):
        right.addWidget(row, int(at == len(rows)))
    beside = QHBoxLayout(whole)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(0)
    beside.addWidget(side)
    beside.addLayout(right, 1)
