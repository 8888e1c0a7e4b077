"""`Theme`: the object every widget is given to ask for colours, fonts, sizes and icons."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from govdesk.ui.theme.tokens import DARK, LIGHT, Colours, Type

COMPACT_PERCENT = 150
"""From this text size on side columns become tabs; chosen so that 1366 px hold the reading column."""


class Mode(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """Colours, fonts and measures for one mode and text size; `changed` when either is switched.

    - ``theme.colour("acc")`` -> QColor, ``theme.hex("acc")`` -> "#256ef4", ``theme.colours`` -> the roles
    - ``theme.font(Type.BODY)`` -> QFont (``tabular=True`` for figures in tables)
    - ``theme.line(Type.BODY)`` -> line height in px
    - ``theme.px(n)`` text-like lengths (grow with the text), ``theme.size(n)`` controls (three quarters),
      ``theme.gap(n)`` distances (one quarter)
    - ``theme.compact`` -> whether side columns give way to tabs
    - ``theme.dress(window)`` gives stylesheet, palette and font to a top-level widget and keeps them current
    """

    changed = Signal()

    def __init__(
        self,
        mode: Mode = Mode.LIGHT,
        text_percent: int = 100,
        families: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._percent = text_percent
        self._families = list(families)
        self._system_dark = False
        hints = QGuiApplication.styleHints()
        self._read_system()
        hints.colorSchemeChanged.connect(self._on_system_changed)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def text_percent(self) -> int:
        return self._percent

    @property
    def dark(self) -> bool:
        return self._mode is Mode.DARK or (self._mode is Mode.SYSTEM and self._system_dark)

    @property
    def colours(self) -> Colours:
        return DARK if self.dark else LIGHT

    @property
    def compact(self) -> bool:
        return self._percent >= COMPACT_PERCENT

    def switch(self, mode: Mode | None = None, text_percent: int | None = None) -> None:
        """Change mode or text size (100 to 200); everything dressed follows at once."""
        before = (self._mode, self._percent)
        self._mode = mode if mode is not None else self._mode
        self._percent = min(200, max(100, text_percent)) if text_percent is not None else self._percent
        if (self._mode, self._percent) != before:
            self.changed.emit()

    def hex(self, role: str) -> str:
        return str(getattr(self.colours, role))

    def colour(self, role: str) -> QColor:
        return QColor(self.hex(role))

    def font(self, role: Type = Type.CONTROL, *, tabular: bool = False, weight: int | None = None) -> QFont:
        font = QFont(self._families) if self._families else QFont()
        font.setPixelSize(self.px(role.pixels))
        font.setWeight(QFont.Weight(weight or role.weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def line(self, role: Type) -> int:
        """The line height of `role` in px; about 1.2 of the size where the role leaves it to the font."""
        return self.px(role.line or round(role.pixels * 1.2))

    def px(self, length: float) -> int:
        return round(length * self._percent / 100)

    def size(self, length: float) -> int:
        return round(length * (1 + 0.75 * (self._percent / 100 - 1)))

    def gap(self, length: float) -> int:
        return round(length * (1 + 0.25 * (self._percent / 100 - 1)))

    def palette(self) -> QPalette:
        return _palette(self.colours)

    def dress(self, window: QWidget) -> None:
        """Give `window` (and what it holds) the look, now and whenever it changes."""
        Dresser(self, window).apply()

    def _read_system(self) -> None:
        self._system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _on_system_changed(self) -> None:
        was = self.dark
        self._read_system()
        if self.dark != was:
            self.changed.emit()


class Dresser(QObject):
    """Keeps one top-level widget dressed; owned by that widget."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        if window.property("ground") is None:
            window.setProperty("ground", "bg")
            window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.changed.connect(self.apply)

    def apply(self) -> None:
        from govdesk.ui.theme.stylesheet import build

        self._window.setPalette(self._theme.palette())
        self._window.setFont(self._theme.font())
        self._window.setStyleSheet(build(self._theme))


@lru_cache(maxsize=4)
def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, "bg"), (role.Base, "surface"), (role.AlternateBase, "sunken"), (role.Button, "surface"),
        (role.WindowText, "text"), (role.Text, "text"), (role.ButtonText, "text"), (role.PlaceholderText, "mute"),
        (role.Highlight, "acc_bg2"), (role.HighlightedText, "text"), (role.Link, "acc_text"),
        (role.LinkVisited, "acc_text"), (role.ToolTipBase, "raised"), (role.ToolTipText, "text"),
        (role.Mid, "line"), (role.Light, "raised"), (role.Dark, "ctl"), (role.Shadow, "shadow"),
    ):  # fmt: skip
        palette.setColor(which, QColor(getattr(colours, name)))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.off))
    return palette
