"""Buttons: `Button`, `IconButton`, `ChipToggle`, `Switch`. All are QPushButtons (keyboard, screen reader as usual)."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from govdesk.ui import icons
from govdesk.ui.kit.base import box, follow
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES, SPACE

Kind = Literal["primary", "secondary", "quiet", "link"]


class Button(QPushButton):
    """``Button(theme, "묻기", kind="primary", icon="arrow-up", small=False, trailing="")``.

    `kind`: primary (one a view), secondary (edge), quiet (no edge), link (accent text, no edge). `icon` and
    `trailing` are names in `icons.SHAPES`. `small` is 28 high instead of 32. Signals as QPushButton: `clicked`.
    ``set_text(t)``, ``set_icon_name(n)``. Disabled: say why with ``disable("까닭")`` (tooltip), ``enable()``.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: Kind = "secondary",
        icon: str = "",
        trailing: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: Kind = kind
        self._icon = icon
        self._trailing = trailing
        self._small = small
        self._tip = ""
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow(theme, self._restyle)

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.updateGeometry()

    def set_icon_name(self, name: str) -> None:
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def disable(self, why: str) -> None:
        """Disable and say why, as a tooltip."""
        self.setEnabled(False)
        self.setToolTip(why)

    def enable(self) -> None:
        self.setEnabled(True)
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        return QSize(self._width(), self._theme.size(SIZES.control_small if self._small else SIZES.control))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _restyle(self) -> None:
        strong = self._kind in ("primary", "secondary", "link")
        self.setFont(self._theme.font(Type.CONTROL_STRONG if self._kind == "primary" else Type.CONTROL_MEDIUM))
        if not strong:
            self.setFont(self._theme.font(Type.CONTROL_MEDIUM))
        self.updateGeometry()
        self.update()

    def _side(self) -> int:
        return self._theme.px(16)

    def _padding(self) -> int:
        return self._theme.gap(8 if self._kind in ("quiet", "link") or self._small else 12)

    def _gap(self) -> int:
        return self._theme.gap(7)

    def _width(self) -> int:
        width = 2 * self._padding() + self.fontMetrics().horizontalAdvance(self.text())
        for name in (self._icon, self._trailing):
            if name:
                width += self._side() + (self._gap() if self.text() else 0)
        return max(width, self._theme.size(SIZES.hit))

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, edge and text of the moment."""
        colour = self._theme.colour
        if not self.isEnabled():
            plain = self._kind in ("quiet", "link")
            ground = colour("hover") if self._kind == "primary" else (None if plain else colour("surface"))
            return ground, (colour("hair") if self._kind == "secondary" else None), colour("off")
        down, over = self.isDown(), self.underMouse()
        if self._kind == "primary":
            if down:
                return colour("acc_press"), None, colour("on_acc_press")
            return colour("acc_hover" if over else "acc"), None, colour("on_acc")
        ground = colour("press") if down else colour("hover") if over else None
        if self._kind == "secondary":
            return ground or colour("surface"), colour("ctl"), colour("text")
        return ground, None, colour("acc_text" if self._kind == "link" else "text")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, edge, ink = self._colours()
        box(painter, self, ground, edge, radius=SPACE.radius)
        self._draw_content(painter, ink)
        painter.end()

    def _draw_content(self, painter: QPainter, ink: QColor) -> None:
        side, gap = self._side(), self._gap()
        text_width = self.fontMetrics().horizontalAdvance(self.text())
        used = text_width + sum(side + (gap if self.text() else 0) for name in (self._icon, self._trailing) if name)
        x = (self.width() - used) // 2
        y = (self.height() - side) // 2
        if self._icon:
            icons.paint(painter, self._icon, ink, QRect(x, y, side, side))
            x += side + (gap if self.text() else 0)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(QRect(x, 0, text_width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._trailing:
            icons.paint(
                painter, self._trailing, ink, QRect(x + text_width + (gap if self.text() else 0), y, side, side)
            )


class IconButton(Button):
    """``IconButton(theme, "search", "대화 찾기", kind="quiet", small=False, shortcut="Ctrl+F")``.

    A square button with an icon alone: the name is required and becomes tooltip (with the shortcut) and
    accessible name. ``setCheckable(True)`` makes it a toggle (accent when on).
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        kind: Kind = "quiet",
        small: bool = False,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        if not name:
            raise ValueError("an icon without a label needs a name")
        super().__init__(theme, "", kind=kind, icon=icon, small=small, parent=parent)
        self.rename(name, shortcut)

    def rename(self, name: str, shortcut: str = "") -> None:
        """Change tooltip and accessible name."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    def disable(self, why: str) -> None:
        self.setEnabled(False)
        self.setToolTip(f"{self.accessibleName()}: {why}")

    def _side(self) -> int:
        return self._theme.px(16 if self._small else 18)

    def _width(self) -> int:
        return self._theme.size(SIZES.control_small if self._small else SIZES.control)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        ground, edge, ink = super()._colours()
        if self.isEnabled() and self.isCheckable() and self.isChecked():
            colour = self._theme.colour
            return ground or colour("acc_bg"), edge and colour("acc"), colour("acc_text")
        if self.isEnabled() and self._kind == "quiet":
            return ground, edge, self._theme.colour("sub")
        return ground, edge, ink


class ChipToggle(Button):
    """``ChipToggle(theme, "법령", checked=True, tick=True, icon="")``: a choice that is on or off; `toggled(bool)`.

    On: accent ground, edge and text with a tick (`tick=False` leaves the tick out, for one-of-several
    filters). A `count` may follow the text: ``set_text("확실 2")``. Use a QButtonGroup for exclusive ones.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        checked: bool = False,
        tick: bool = True,
        icon: str = "",
        small: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._tick = tick
        self._own_icon = icon
        super().__init__(theme, text, kind="secondary", icon=icon, small=small, parent=parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(checked)

    def _on_toggled(self, on: bool) -> None:
        self.set_icon_name("check" if on and self._tick else self._own_icon)

    def _side(self) -> int:
        return self._theme.px(14)

    def _padding(self) -> int:
        return self._theme.gap(9)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        ground, edge, ink = super()._colours()
        if not self.isEnabled() or not self.isChecked():
            return ground, edge, ink
        colour = self._theme.colour
        over = self.underMouse() or self.isDown()
        return colour("acc_bg2" if over else "acc_bg"), colour("acc"), colour("acc_text")


class Switch(QPushButton):
    """``Switch(theme, "개정 표시", checked=False)``: label and a small sliding switch; `toggled(bool)`."""

    def __init__(self, theme: Theme, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setCheckable(True)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.CONTROL))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        gap = self._theme.gap(8) if self.text() else 0
        return QSize(text + gap + self._theme.size(32) + 4, self._theme.size(SIZES.hit))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour, size = self._theme.colour, self._theme.size
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(colour("sub" if self.isEnabled() else "off"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        width, height = size(32), size(18)
        track = QRectF(self.width() - width - 1.5, (self.height() - height) / 2, width, height)
        on = self.isChecked()
        edge = colour("off") if not self.isEnabled() else colour("acc" if on else "ctl")
        painter.setPen(edge)
        painter.setBrush(edge if on else colour("surface"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height / 2 - size(4)
        centre = QPointF(track.right() - height / 2 if on else track.left() + height / 2, track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_acc") if on else edge)
        painter.drawEllipse(centre, knob, knob)
        painter.end()
