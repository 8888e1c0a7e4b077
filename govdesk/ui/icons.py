"""Line icons: own drawings on a 20 grid, 1.5 stroke, round ends; tinted by token when painted.

``icon(theme, "search")`` is a QIcon that follows the theme by itself: it asks for the colour each time it
is painted, so nothing has to be set again after a switch. Names are the keys of `SHAPES`.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from govdesk.ui.theme.theme import Theme

SHAPES: dict[str, str] = {
    "chat": '<path d="M3 4h14v10h-7.5L6 17v-3H3z"/><path d="M6.5 7.6h7M6.5 10.4h4.5"/>',
    "book": '<path d="M10 5.2C8.3 4.2 6 3.8 2.8 3.8v11.5c3.2 0 5.5.4 7.2 1.4 1.7-1 4-1.4 7.2-1.4V3.8c-3.2 0-5.5.4-7.2'
    ' 1.4zM10 5.2v11.5"/>',
    "manual": '<path d="M5.5 3H16v14H5.5A1.5 1.5 0 0 1 4 15.5v-11A1.5 1.5 0 0 1 5.5 3z"/><path d="M4 15.2a1.6 1.6 0'
    ' 0 1 1.6-1.4H16"/>',
    "edit": '<path d="M11 3.5H4.5A1 1 0 0 0 3.5 4.5v11a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V9"/><path d="M15.6 2.9l1.6'
    ' 1.6-7 7-2.2.6.6-2.2z"/>',
    "mail": '<path d="M3 4.5h14v11H3z"/><path d="M3.5 5.5L10 10.8l6.5-5.3"/>',
    "calculator": '<path d="M4.5 2.8h11v14.4h-11z"/><path d="M7 5.8h6M7.2 9.5h.01M10 9.5h.01M12.8 9.5h.01M7.2'
    ' 12h.01M10 12h.01M12.8 12h.01M7.2 14.5h.01M10 14.5h.01M12.8 14.5h.01"/>',
    "folder": '<path d="M2.8 5.5a1 1 0 0 1 1-1h3.9l1.8 2.2h6.7a1 1 0 0 1 1 1v7.3a1 1 0 0 1-1 1H3.8a1 1 0 0 1-1-1z"/>',
    "settings": '<circle cx="10" cy="10" r="2.9"/><path d="M10 2.6v2M10 15.4v2M2.6 10h2M15.4 10h2M4.8 4.8l1.4'
    ' 1.4M13.8 13.8l1.4 1.4M15.2 4.8l-1.4 1.4M6.2 13.8l-1.4 1.4"/>',
    "help": '<circle cx="10" cy="10" r="7.2"/><path d="M7.9 8a2.1 2.1 0 1 1 3.1 1.9c-.7.4-1 .8-1 1.6M10 14h.01"/>',
    "search": '<circle cx="8.8" cy="8.8" r="5.3"/><path d="M12.8 12.8l4 4"/>',
    "calendar": '<path d="M3.2 4.5h13.6v12H3.2z"/><path d="M3.2 8.2h13.6M6.8 2.8v3M13.2 2.8v3"/>',
    "user": '<circle cx="10" cy="6.6" r="3.2"/><path d="M3.8 16.8c.4-3.3 2.9-5 6.2-5s5.8 1.7 6.2 5"/>',
    "chevron-down": '<path d="M5.5 8l4.5 4.5L14.5 8"/>',
    "chevron-up": '<path d="M5.5 12L10 7.5l4.5 4.5"/>',
    "chevron-right": '<path d="M8 5.5l4.5 4.5L8 14.5"/>',
    "chevron-left": '<path d="M12 5.5L7.5 10l4.5 4.5"/>',
    "plus": '<path d="M10 3.8v12.4M3.8 10h12.4"/>',
    "minus": '<path d="M3.8 10h12.4"/>',
    "close": '<path d="M5 5l10 10M15 5L5 15"/>',
    "list": '<path d="M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01"/>',
    "panel-left": '<path d="M3 3.8h14v12.4H3z"/><path d="M7.8 3.8v12.4"/>',
    "panel-right": '<path d="M3 3.8h14v12.4H3z"/><path d="M12.2 3.8v12.4"/>',
    "columns": '<path d="M3 3.8h14v12.4H3zM10 3.8v12.4"/>',
    "copy": '<path d="M7.2 7.2h9.6v9.6H7.2z"/><path d="M4.8 12.8H3.2V3.2h9.6v1.6"/>',
    "insert": '<path d="M3 5h14M3 15h14M9 10h8M3.2 7.8L5.6 10l-2.4 2.2"/>',
    "thumb-up": '<path d="M3.2 9h2.9v7.6H3.2zM6.1 9l3.1-6.2c1.3 0 2 .9 1.9 2.1L10.8 8h4.7a1.3 1.3 0 0 1 1.3'
    ' 1.6l-1.3 5.7a1.7 1.7 0 0 1-1.7 1.3H6.1"/>',
    "thumb-down": '<path d="M16.8 11h-2.9V3.4h2.9zM13.9 11l-3.1 6.2c-1.3 0-2-.9-1.9-2.1l.3-3.1H4.5a1.3 1.3 0 0'
    ' 1-1.3-1.6l1.3-5.7a1.7 1.7 0 0 1 1.7-1.3h7.7"/>',
    "lock": '<path d="M4.2 9h11.6v8H4.2z"/><path d="M6.8 9V6.2a3.2 3.2 0 0 1 6.4 0V9"/>',
    "arrow-up": '<path d="M10 16.5v-13M4.8 8.6L10 3.5l5.2 5.1"/>',
    "arrow-down": '<path d="M10 3.5v13M4.8 11.4l5.2 5.1 5.2-5.1"/>',
    "check": '<path d="M4 10.5l4 4 8-9"/>',
    "check-circle": '<circle cx="10" cy="10" r="7.2"/><path d="M6.7 10.2l2.4 2.4 4.3-4.9"/>',
    "alert": '<circle cx="10" cy="10" r="7.2"/><path d="M10 6v4.8M10 13.8h.01"/>',
    "warning": '<path d="M10 3l7.4 13.2H2.6z"/><path d="M10 8v4M10 14.1h.01"/>',
    "info": '<circle cx="10" cy="10" r="7.2"/><path d="M10 9.4V14M10 6.4h.01"/>',
    "clock": '<circle cx="10" cy="10" r="7.2"/><path d="M10 5.8V10l2.8 1.8"/>',
    "external": '<path d="M8.5 4.5H4v11.5h11.5v-4.5M11.8 3h5.2v5.2M16.6 3.4L9.4 10.6"/>',
    "refresh": '<path d="M16.4 8.2A6.7 6.7 0 0 0 4.4 6.4M3.6 11.8a6.7 6.7 0 0 0 12 1.8"/><path d="M4.2 2.8v3.8H8M15.8'
    ' 17.2v-3.8H12"/>',
    "pause": '<path d="M7 4.5v11M13 4.5v11"/>',
    "stop": '<path d="M5 5h10v10H5z"/>',
    "filter": '<path d="M3 5.5h14M5.8 10h8.4M8.4 14.5h3.2"/>',
    "more": '<path d="M4.5 10h.01M10 10h.01M15.5 10h.01"/>',
    "bookmark": '<path d="M5.5 3h9v14L10 13.6 5.5 17z"/>',
    "file": '<path d="M4.5 2.8h7l4 4v10.4h-11zM11.3 3v4h4"/>',
    "history": '<path d="M3.6 8.2a6.8 6.8 0 1 1-.3 3.4"/><path d="M3.4 4.2v4h4M10 6.2V10l2.6 1.6"/>',
    "undo": '<path d="M4 7.6h7.8a4.2 4.2 0 0 1 0 8.4H8"/><path d="M7.4 4L3.8 7.6l3.6 3.6"/>',
    "shield": '<path d="M10 2.8l6 2v4.8c0 3.6-2.4 6.2-6 7.6-3.6-1.4-6-4-6-7.6V4.8z"/>',
    "chip": '<path d="M5.5 5.5h9v9h-9zM8.3 8.3h3.4v3.4H8.3z"/><path d="M7.5 2.8v2.7M12.5 2.8v2.7M7.5 14.5v2.7M12.5'
    ' 14.5v2.7M2.8 7.5h2.7M2.8 12.5h2.7M14.5 7.5h2.7M14.5 12.5h2.7"/>',
    "tree": '<path d="M3 3.2h5v4H3zM12 9h5v3.6h-5zM12 14.4"/><path d="M5.5 7.2v7.6H12M5.5 10.8H12M12 13.2h5v3.6h-5z"/>',
    "sun": '<circle cx="10" cy="10" r="3.4"/><path d="M10 2.6v1.8M10 15.6v1.8M2.6 10h1.8M15.6 10h1.8M4.8 4.8l1.2'
    ' 1.2M14 14l1.2 1.2M15.2 4.8L14 6M6 14l-1.2 1.2"/>',
    "moon": '<path d="M16.6 11.9A7 7 0 0 1 8.1 3.4a7 7 0 1 0 8.5 8.5z"/>',
    "trash": '<path d="M3.8 5.5h12.4M7.8 5.2V3.2h4.4v2M5.2 5.8l.7 11h8.2l.7-11M8.4 8.6v5.4M11.6 8.6v5.4"/>',
    "eye": '<path d="M2.4 10C4 6.7 6.7 5 10 5s6 1.7 7.6 5c-1.6 3.3-4.3 5-7.6 5s-6-1.7-7.6-5z"/><circle cx="10" cy="10"'
    ' r="2.3"/>',
    "download": '<path d="M10 3v9.6M5.6 8.4L10 12.8l4.4-4.4M3.5 16.8h13"/>',
    "note": '<path d="M3.5 3.5h13v8.8l-4.2 4.2H3.5zM12.2 16.4v-4.2h4.2"/>',
    "text": '<path d="M3.4 15.8L7.6 4.4l4.2 11.4M4.9 12h5.4M13 15.8l2.2-6 2.2 6M13.7 13.8h3"/>',
    "keyboard": '<path d="M2.5 5h15v10h-15z"/><path d="M5.3 8h.01M8.3 8h.01M11.7 8h.01M14.7 8h.01M6.5 12h7"/>',
    "spark": '<path d="M10 3l1.7 5.3L17 10l-5.3 1.7L10 17l-1.7-5.3L3 10l5.3-1.7z"/>',
}

FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><g fill="none" stroke="{colour}" '
    'stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round">{body}</g></svg>'
)
STROKE = 1.5


def svg(name: str, colour: str, stroke: float = STROKE) -> bytes:
    """The drawing `name` as an SVG document in `colour` (``#rrggbb``)."""
    return FRAME.format(colour=colour, stroke=stroke, body=SHAPES[name]).encode()


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing at `size` logical px for a screen of `ratio`; drawings are kept in Qt's pixmap cache."""
    key = f"govdesk/{name}/{colour.name()}/{size}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    # 1.5 on the 20 grid thins to 1.05 px at 14: keep the stroke near 1.3 px on small sizes so that it stays crisp.
    stroke = max(STROKE, 1.3 * 20 / size)
    QSvgRenderer(QByteArray(svg(name, colour.name(), stroke))).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def paint(painter: QPainter, name: str, colour: QColor, rect: QRect) -> None:
    """Draw `name` centred in `rect`, as large as its shorter side."""
    size = min(rect.width(), rect.height())
    ratio = painter.device().devicePixelRatioF()
    at = QPoint(rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2)
    painter.drawPixmap(at, pixmap(name, colour, size, ratio))


class ThemedEngine(QIconEngine):
    """Paints a named drawing in the theme's colours of the moment: `role`, `on` when checked, ``off`` disabled."""

    def __init__(self, theme: Theme, name: str, role: str, on: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._role = role
        self._on = on

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return self._theme.colour("off")
        return self._theme.colour(self._on if state == QIcon.State.On else self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint(painter, self._name, self._colour(mode, state), rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._colour(mode, state), min(size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, self._colour(mode, state), side, scale)

    def clone(self) -> QIconEngine:
        return ThemedEngine(self._theme, self._name, self._role, self._on)


def icon(theme: Theme, name: str, role: str = "sub", on: str = "acc_text") -> QIcon:
    """A QIcon of the drawing `name` that follows `theme`. Raises `KeyError` for an unknown name."""
    if name not in SHAPES:
        raise KeyError(name)
    return QIcon(ThemedEngine(theme, name, role, on))
