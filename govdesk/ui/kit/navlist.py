"""`NavList`: a column of entries to choose from, with icon and count (groups of settings, collections, help pages)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from govdesk.ui import icons
from govdesk.ui.kit.base import discard, follow
from govdesk.ui.kit.card import Scroll
from govdesk.ui.kit.display import shown
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE


@dataclass(frozen=True, slots=True)
class NavItem:
    """`count` stands at the right end; `locked` puts a lock before it; `strong` is for what wants attention."""

    key: str
    title: str
    icon: str = ""
    count: str = ""
    locked: bool = False


class NavButton(QPushButton):
    """One entry, 34 high."""

    def __init__(self, theme: Theme, item: NavItem) -> None:
        super().__init__(item.title)
        self._theme = theme
        self.item = item
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{item.title} {item.count}".strip())
        follow(theme, self._restyle)

    def set_count(self, count: str) -> None:
        self.item = replace(self.item, count=count)
        self.setAccessibleName(f"{self.item.title} {count}".strip())
        self.update()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.CONTROL))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.size(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.size(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("acc_bg" if on else "hover"))
            painter.drawRoundedRect(self.rect(), SPACE.radius, SPACE.radius)
        side, x = theme.px(16), theme.gap(11)
        middle = Qt.AlignmentFlag.AlignVCenter
        if self.item.icon:
            at = QRect(x, (self.height() - side) // 2, side, side)
            icons.paint(painter, self.item.icon, theme.colour("acc_text" if on else "sub"), at)
            x += side + theme.gap(9)
        right = self._draw_count(painter)
        painter.setFont(theme.font(Type.CONTROL_STRONG if on else Type.CONTROL))
        painter.setPen(theme.colour("text" if on else "sub"))
        room = right - x - theme.gap(4)
        words = painter.fontMetrics().elidedText(shown(self.text()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, 0, room, self.height()), middle, words)
        painter.end()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        used = self._theme.px(16) + self._theme.gap(50)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width() - used
        self.setToolTip(self.text() if cut else "")

    def _draw_count(self, painter: QPainter) -> int:
        """Draw the count; returns where it begins."""
        theme = self._theme
        right = self.width() - theme.gap(11)
        if not self.item.count:
            return right
        painter.setFont(theme.font(Type.CAPTION, tabular=True))
        painter.setPen(theme.colour("sub"))
        width = painter.fontMetrics().horizontalAdvance(self.item.count)
        where = QRect(right - width, 0, width + 1, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self.item.count)
        right -= width + theme.gap(4)
        if self.item.locked:
            side = theme.px(14)
            at = QRect(right - side, (self.height() - side) // 2, side, side)
            icons.paint(painter, "lock", theme.colour("sub"), at)
            right -= side
        return right


class NavList(QWidget):
    """``NavList(theme, name="설정 묶음")``: ``fill([NavItem(…)])``, ``choose(key)`` (no signal), ``keys()``.

    ``has(key)``, ``title(key)``, ``current()``. `chosen(key)` when an entry is pressed or reached with the arrows.
    Scrolls when it is too long.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, NavButton] = {}
        self._titles: dict[str, str] = {}
        self.setAccessibleName(name)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll: QScrollArea = Scroll(theme, content, name=name)
        whole.addWidget(self._scroll)
        follow(theme, self._refit)

    def fill(self, items: Sequence[NavItem]) -> None:
        for button in self._buttons.values():
            discard(button)
        self._buttons = {item.key: NavButton(self._theme, item) for item in items}
        self._titles.update({item.key: item.title for item in items})
        for number, button in enumerate(self._buttons.values()):
            button.clicked.connect(self._on_clicked)
            self._column.insertWidget(number, button)

    def choose(self, key: str) -> None:
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def current(self) -> str:
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def clear_choice(self) -> None:
        """Choose none (the choice stands in another list)."""
        for button in self._buttons.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)

    def set_count(self, key: str, count: str) -> None:
        """Change the count at the right of an entry; the keyboard stays where it is."""
        self._buttons[key].set_count(count)

    def keys(self) -> list[str]:
        return list(self._buttons)

    def has(self, key: str) -> bool:
        return key in self._buttons

    def title(self, key: str) -> str:
        return self._titles.get(key, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        held = next((number for number, button in enumerate(buttons) if button.hasFocus()), None)
        if by is None or held is None or not 0 <= held + by < len(buttons):
            super().keyPressEvent(event)
            return
        buttons[held + by].setFocus(Qt.FocusReason.TabFocusReason)
        buttons[held + by].click()
        self._scroll.ensureWidgetVisible(buttons[held + by])

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, NavButton):
            self.chosen.emit(button.item.key)

    def _refit(self) -> None:
        space = self._theme.gap(6)
        self._column.setContentsMargins(space, space, space, space)
