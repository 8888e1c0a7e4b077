"""`Popup`: a raised sheet with a shadow under the control that opened it; closes with Esc or a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govdesk.ui.theme import Theme
from govdesk.ui.theme.tokens import SPACE

SHADOW = 10
"""Room round the sheet in which the shadow is drawn, px."""


class Popup(QWidget):
    """``Popup(theme, owner, takes_focus=True)``; fill ``popup.body`` (a QVBoxLayout); ``open_under(control)``.

    `closed` when it goes; ``right=True`` aligns the right edges. `takes_focus=False` makes a sheet that leaves the
    keyboard with the field above it (go-to results, hover previews); close that one yourself. The popup is a child
    of `owner` and dressed like it.
    """

    closed = Signal()

    def __init__(self, theme: Theme, owner: QWidget, *, takes_focus: bool = True, padding: int = 8) -> None:
        kind = Qt.WindowType.Popup if takes_focus else Qt.WindowType.ToolTip
        super().__init__(owner, kind | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        if not takes_focus:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.body = QVBoxLayout(self)
        edge = SHADOW + theme.gap(padding)
        self.body.setContentsMargins(edge, edge, edge, edge)

    def open_under(self, control: QWidget, *, right: bool = False, gap: int = 4) -> None:
        """Show it below `control`, left edges aligned (right edges with `right`), moved inside the screen."""
        self.fit()
        corner = control.rect().bottomRight() if right else control.rect().bottomLeft()
        at = control.mapToGlobal(corner) + QPoint(-self.width() + SHADOW if right else -SHADOW, gap - SHADOW)
        area = control.screen().availableGeometry()
        x = max(area.left() - SHADOW, min(at.x(), area.right() - self.width() + SHADOW))
        y = at.y()
        if y + self.height() - SHADOW > area.bottom():
            y = max(area.top(), control.mapToGlobal(QPoint(0, 0)).y() - self.height() + SHADOW - gap)
        self.move(x, y)
        self.show()

    def fit(self) -> None:
        """Take the size the content asks for (`adjustSize` would stop at two thirds of the screen)."""
        self.body.activate()
        area = self.screen().availableGeometry()
        wanted = self.body.totalSizeHint()
        height = self.body.totalHeightForWidth(wanted.width()) if self.body.hasHeightForWidth() else wanted.height()
        self.resize(min(wanted.width(), area.width()), min(height, area.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        shade = self._theme.colour("shadow")
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW, 0, -2):
            shade.setAlphaF(0.035 if not self._theme.dark else 0.12)
            painter.setBrush(shade)
            painter.drawRoundedRect(sheet.adjusted(-step, -step + 3, step, step), 8 + step, 8 + step)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), SPACE.radius_card, SPACE.radius_card)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
