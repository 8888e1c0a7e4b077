"""The navigation rail at the left edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from govdesk.ui import icons
from govdesk.ui.kit import Panel, follow
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES, SPACE

GROWTH = 20 / 64
"""The rail is 84 wide at 200 %: it grows by this share of the text's growth."""


def rail_width(theme: Theme) -> int:
    return round(SIZES.rail * (1 + GROWTH * (theme.text_percent / 100 - 1)))


class RailButton(QPushButton):
    """One pane: icon over its name; the shown one has accent ground and a bar at the window's edge."""

    def __init__(self, theme: Theme, name: str, title: str, icon: str, shortcut: str) -> None:
        super().__init__(title)
        self._theme = theme
        self._icon = icon
        self.name = name
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(title)
        self.setToolTip(f"{title} ({shortcut})" if shortcut else title)
        self.setProperty("ring", "inside")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._font())
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        """Caption type, grown less than the rest so that 도움말 fits the rail at 200 %."""
        font = self._theme.font(Type.CAPTION, weight=600 if self.isChecked() else 400)
        font.setPixelSize(round(12 * (1 + 0.7 * (self._theme.text_percent / 100 - 1))))
        return font

    def sizeHint(self) -> QSize:
        height = round(SIZES.rail_item * (1 + 0.44 * (self._theme.text_percent / 100 - 1)))
        return QSize(rail_width(self._theme) - 1, height)  # the column line takes one

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour, on = self._theme.colour, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        item = self.rect().adjusted(6, 1, -6, -1)
        if on or self.underMouse():
            painter.setBrush(colour("acc_bg" if on else "hover"))
            painter.drawRoundedRect(item, SPACE.radius, SPACE.radius)
        if on:
            painter.fillRect(QRect(0, item.y() + 7, 3, item.height() - 14), colour("acc"))
        ink = colour("acc_text" if on else "sub")
        side = round(20 * (1 + 0.2 * (self._theme.text_percent / 100 - 1)))
        font = self._font()
        painter.setFont(font)
        words = painter.fontMetrics().height()
        top = (self.height() - side - words - 2) // 2
        icons.paint(painter, self._icon, ink, QRect((self.width() - side) // 2, top, side, side))
        painter.setPen(ink)
        where = QRect(0, top + side + 2, self.width(), words)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Rail(Panel):
    """``add(name, title, icon, shortcut, bottom=False)``; `chosen(name)` when one is pressed; arrows move inside."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", edge="right", parent=parent)
        self._buttons: dict[str, RailButton] = {}
        self._upper = 0
        self.setAccessibleName(self.tr("화면 고르기"))
        self.body.addStretch(1)
        self.set_margins(0, 6, 0, 6)
        follow(theme, self._refit)

    def _refit(self) -> None:
        self.setFixedWidth(rail_width(self._theme))
        self.body.setSpacing(2 if not self._theme.compact else 0)

    def add(self, name: str, title: str, icon: str, shortcut: str, *, bottom: bool = False) -> None:
        button = RailButton(self._theme, name, title, icon, shortcut)
        button.clicked.connect(self._on_clicked)
        self._buttons[name] = button
        if bottom:
            self.body.addWidget(button)
        else:
            self.body.insertWidget(self._upper, button)
            self._upper += 1

    def show_chosen(self, name: str) -> None:
        """Mark `name` as the pane that is shown."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def focus_chosen(self) -> None:
        for button in self._buttons.values():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        held = next((number for number, button in enumerate(buttons) if button.hasFocus()), None)
        if by is None or held is None:
            super().keyPressEvent(event)
            return
        buttons[(held + by) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.name)
