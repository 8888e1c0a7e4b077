"""`TabStrip`: a row of tabs with an underline, optionally closable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from govdesk.ui import icons
from govdesk.ui.kit.base import discard, follow
from govdesk.ui.kit.display import shown
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

MOST_WIDTH = 220


class TabButton(QPushButton):
    """One tab of a `TabStrip`."""

    close_asked = Signal()

    def __init__(self, theme: Theme, title: str, closable: bool, icon: str) -> None:
        super().__init__(title)
        self._theme = theme
        self._closable = closable
        self._icon = icon
        self.count = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", "inside")
        follow(theme, self._restyle)
        self.tell()

    def tell(self) -> None:
        """Refresh name and tooltip."""
        name = self.text() or self._icon
        self.setAccessibleName(f"{name} {self.count}".strip())
        cut = self._words_width() > self._theme.px(MOST_WIDTH)
        self.setToolTip(self.text() if cut or not self.text() else "")

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.CONTROL_MEDIUM))
        self.updateGeometry()
        self.update()

    def _words_width(self) -> int:
        metrics = QFontMetrics(self._theme.font(Type.CONTROL_STRONG))
        width = metrics.horizontalAdvance(shown(self.text()))
        return width + (self._theme.gap(5) + metrics.horizontalAdvance(self.count) if self.count else 0)

    def sizeHint(self) -> QSize:
        width = min(self._words_width(), self._theme.px(MOST_WIDTH)) + 2 * self._theme.gap(12)
        if self._icon:
            width += self._theme.px(16) + (self._theme.gap(6) if self.text() else 0)
        return QSize(width + (self._theme.size(22) if self._closable else 0), self._theme.size(SIZES.tab))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.size(SIZES.hit), self._theme.size(SIZES.tab))

    def _cross(self) -> QRect:
        side = self._theme.size(SIZES.hit)
        return QRect(self.width() - side - 2, (self.height() - side) // 2, side, side)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._closable and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.close_asked.emit()
            return
        if self._closable and event.button() == Qt.MouseButton.MiddleButton:
            self.close_asked.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._closable and event.key() == Qt.Key.Key_Delete:
            self.close_asked.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._theme.colour
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect().adjusted(0, 0, 0, -1), colour("hover"))
        ink = colour("acc_text" if self.isChecked() else "sub")
        self._draw_words(painter, ink)
        if self.isChecked():
            thick = 2
            painter.fillRect(QRect(0, self.height() - thick, self.width(), thick), colour("acc"))
        painter.end()

    def _draw_words(self, painter: QPainter, ink: QColor) -> None:
        x = self._theme.gap(12)
        if self._icon:
            side = self._theme.px(16)
            icons.paint(painter, self._icon, ink, QRect(x, (self.height() - side) // 2, side, side))
            x += side + self._theme.gap(6)
        painter.setFont(self._theme.font(Type.CONTROL_STRONG if self.isChecked() else Type.CONTROL_MEDIUM))
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        room = self.width() - x - self._theme.gap(8) - (self._theme.size(22) if self._closable else 0)
        tail = self._theme.gap(5) + metrics.horizontalAdvance(self.count) if self.count else 0
        words = metrics.elidedText(shown(self.text()), Qt.TextElideMode.ElideRight, room - tail + 4)
        base = QPointF(x, (self.height() + metrics.ascent() - metrics.descent()) / 2)
        painter.drawText(base, words)
        painter.drawText(base + QPointF(metrics.horizontalAdvance(words) + self._theme.gap(5), 0), self.count)
        if self._closable:
            area = self._cross()
            inset = (area.width() - self._theme.px(14)) // 2
            icons.paint(painter, "close", self._theme.colour("sub"), area.adjusted(inset, inset, -inset, -inset))


class TabStrip(QWidget):
    """``TabStrip(theme, name="관련")``: `chosen(key)` when a tab is taken, `close_asked(key)` by its cross or Delete.

    ``add(key, "인용", closable=False, icon="")``, ``remove(key)``, ``choose(key)`` (no signal), ``current()``,
    ``rename(key, title)``, ``set_count(key, 4)``, ``keys()``. Left and Right move between tabs.
    Put more widgets at the right end with ``add_trailing(widget)``.
    """

    chosen = Signal(str)
    close_asked = Signal(str)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: dict[str, TabButton] = {}
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, key: str, title: str, *, closable: bool = False, icon: str = "") -> None:
        tab = TabButton(self._theme, title, closable, icon)
        tab.setProperty("key", key)
        tab.clicked.connect(self._on_clicked)
        tab.close_asked.connect(self._on_close_asked)
        tab.installEventFilter(self)
        self._row.insertWidget(len(self._tabs), tab)
        self._tabs[key] = tab
        if len(self._tabs) == 1:
            tab.setChecked(True)

    def add_trailing(self, widget: QWidget) -> None:
        self._row.addWidget(widget)

    def remove(self, key: str) -> None:
        tab = self._tabs.pop(key)
        was = tab.isChecked()
        discard(tab)
        if was and self._tabs:
            self.choose(next(reversed(self._tabs)))

    def choose(self, key: str) -> None:
        self._tabs[key].setChecked(True)

    def current(self) -> str:
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), "")

    def keys(self) -> list[str]:
        return list(self._tabs)

    def button(self, key: str) -> QPushButton:
        return self._tabs[key]

    def rename(self, key: str, title: str) -> None:
        self._tabs[key].setText(title)
        self._tabs[key].tell()
        self._tabs[key].updateGeometry()

    def set_count(self, key: str, count: int | None) -> None:
        self._tabs[key].count = "" if count is None else f"{count:,}"
        self._tabs[key].tell()
        self._tabs[key].updateGeometry()
        self._tabs[key].update()

    def step(self, by: int) -> None:
        """Take the next (1) or previous (-1) tab, round the ends; emits `chosen`."""
        keys = self.keys()
        if len(keys) > 1:
            self._tabs[keys[(keys.index(self.current()) + by) % len(keys)]].click()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if by is not None:
                self.step(by)
                self._tabs[self.current()].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("key"))

    def _on_close_asked(self) -> None:
        self.close_asked.emit(self.sender().property("key"))
