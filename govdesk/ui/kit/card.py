"""`Card`: a framed block; `Panel`: a plain ground with an optional column line; `Scroll`: a quiet scroll area."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from govdesk.ui.kit.base import box, follow
from govdesk.ui.theme import Theme
from govdesk.ui.theme.tokens import SPACE

Edge = Literal["", "top", "bottom", "left", "right"]


class Card(QFrame):
    """``Card(theme, selected=False, padding=12, spacing=6)``: surface, edge, radius 6; put widgets in ``card.body``.

    ``set_selected(True)`` gives the accent edge. ``set_ground(role, edge_role)`` changes the colours. `pressed`
    is emitted on a click on free ground.
    """

    pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        selected: bool = False,
        padding: int = SPACE.card,
        spacing: int = SPACE.paragraph,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._selected = selected
        self._padding = padding
        self._spacing = spacing
        self._ground = "surface"
        self._edge = "line"
        self.body = QVBoxLayout(self)
        follow(theme, self._restyle)

    def set_selected(self, on: bool) -> None:
        self._selected = on
        self.update()

    @property
    def selected(self) -> bool:
        return self._selected

    def set_ground(self, ground: str, edge: str) -> None:
        self._ground, self._edge = ground, edge
        self.update()

    def _restyle(self) -> None:
        space = self._theme.gap(self._padding)
        self.body.setContentsMargins(space, space, space, space)
        self.body.setSpacing(self._theme.gap(self._spacing))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self._theme.colour("acc" if self._selected else self._edge)
        box(painter, self, self._theme.colour(self._ground), edge, radius=SPACE.radius_card)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
        super().mouseReleaseEvent(event)


class Panel(QWidget):
    """``Panel(theme, "surface", edge="right", row=False)``: a ground, a line on one side; lay out in ``panel.body``.

    `row` makes `body` a QHBoxLayout instead of a QVBoxLayout. Margins and spacing of `body` start at 0.
    """

    def __init__(
        self,
        theme: Theme,
        ground: str = "surface",
        *,
        edge: Edge = "",
        row: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._edge = edge
        self.body: QHBoxLayout | QVBoxLayout = QHBoxLayout(self) if row else QVBoxLayout(self)
        line = [int(edge == side) for side in ("left", "top", "right", "bottom")]
        self.body.setContentsMargins(*line)
        self.body.setSpacing(0)
        theme.changed.connect(self.update)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Content margins in px; the line's own pixel is added."""
        line = [int(self._edge == side) for side in ("left", "top", "right", "bottom")]
        self.body.setContentsMargins(left + line[0], top + line[1], right + line[2], bottom + line[3])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._ground))
        if self._edge:
            area = self.rect()
            painter.setPen(self._theme.colour("line"))
            ends = {
                "top": (area.topLeft(), area.topRight()),
                "bottom": (area.bottomLeft(), area.bottomRight()),
                "left": (area.topLeft(), area.bottomLeft()),
                "right": (area.topRight(), area.bottomRight()),
            }[self._edge]
            painter.drawLine(*ends)
        painter.end()


class Scroll(QScrollArea):
    """``Scroll(theme, content, name="근거")``: vertical scrolling only; the content is as wide as the area.

    The focused child is always brought into sight (Qt does it for Tab) and the focus ring is not clipped.
    """

    def __init__(self, theme: Theme, content: QWidget, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget turns it on
        self.setAccessibleName(name)
        self.verticalScrollBar().setSingleStep(theme.px(24))
