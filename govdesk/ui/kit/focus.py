"""`FocusRing`: the ring round what has the focus, on with the keyboard, never clipped; `first_focusable`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from govdesk.ui.theme import Theme

GAP = 1
THICK = 2
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


def first_focusable(column: QWidget) -> QWidget | None:
    """The column itself, or the first widget in it in tab order, that takes the keyboard."""
    if column.focusPolicy() & Qt.FocusPolicy.TabFocus and column.isEnabled():
        return column
    at = column.nextInFocusChain()
    while at is not None and at is not column:
        usable = at.isVisible() and at.isEnabled() and at.focusPolicy() & Qt.FocusPolicy.TabFocus
        if usable and column.isAncestorOf(at):
            return at
        at = at.nextInFocusChain()
    return None


class FocusRing(QWidget):
    """``FocusRing(theme, window)``: one a window; draws 2 px at 1 px distance above everything, so nothing clips it.

    A widget chooses with ``setProperty("ring", …)``: ``"own"`` draws its own edge (fields), ``"inside"`` has the
    ring inside its bounds (things flush with an edge); anything else gets it outside. A focus taken with the mouse
    shows no ring.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._mouse = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self.update)

    @property
    def target(self) -> QWidget | None:
        """The widget that is ringed now."""
        return self._target if self.isVisible() else None

    def attach(self) -> None:
        """Listen to the native window (call when it is there): the last input tells keyboard from mouse."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        by_mouse = self._mouse or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is None or by_mouse or new.window() is not self._window or new.property("ring") == "own":
            self._target = None
            self.hide()
            return
        self._target = new
        self._watch(new)
        self._place()

    def _watch(self, target: QWidget) -> None:
        at: QWidget | None = target
        while at is not None and at is not self._window:
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        target.destroyed.connect(self._on_destroyed)

    def _unwatch(self) -> None:
        for widget in self._watched:
            try:
                widget.removeEventFilter(self)
            except RuntimeError:  # already deleted
                continue
        self._watched.clear()

    def _on_destroyed(self) -> None:
        self._target = None
        self._watched.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and watched is self._window.windowHandle():
            self._mouse = True
        elif event.type() == QEvent.Type.KeyPress:
            self._mouse = False
        elif event.type() in MOVES and watched is not self._window.windowHandle():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        out = 0 if target.property("ring") == "inside" else GAP + THICK
        area = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()).adjusted(-out, -out, out, out)
        area = self._in_sight(target, area)
        self.setVisible(not area.isEmpty())
        self.setGeometry(area)
        self.raise_()

    def _in_sight(self, target: QWidget, area: QRect) -> QRect:
        """`area` cut to the scroll areas round the target, widened by the ring itself."""
        at = target.parentWidget()
        while at is not None and at is not self._window:
            if isinstance(at, QAbstractScrollArea):
                view = at.viewport()
                frame = QRect(view.mapTo(self._window, QPoint(0, 0)), view.size())
                area = area.intersected(frame.adjusted(-3, -3, 3, 3))
            at = at.parentWidget()
        return area

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), THICK))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
