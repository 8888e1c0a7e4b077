"""Measures a window as a person sees it: what is cut, what overlaps, what is too small, what has no name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)


def interactive(root: QWidget) -> list[QWidget]:
    """Visible controls below `root`."""
    found = [w for kind in INTERACTIVE for w in root.findChildren(kind)]
    focusable = [
        w
        for w in root.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(w, QScrollBar | QScrollArea)
    ]
    return [w for w in dict.fromkeys([*found, *focusable]) if w.isVisible() and w.size().width() > 0]


def within(root: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def viewport_of(widget: QWidget) -> QAbstractScrollArea | None:
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QAbstractScrollArea):
            return at
        at = at.parentWidget()
    return None


def describe(widget: QWidget) -> str:
    words = widget.accessibleName() or getattr(widget, "text", lambda: "")() or ""
    return f"{type(widget).__name__}({words!r}) {widget.geometry().getRect()}"


def cut(root: QWidget) -> list[str]:
    """Controls smaller than they need, or reaching out of the window or sideways out of their scroll area."""
    troubles = []
    for widget in interactive(root):
        need = widget.minimumSizeHint()
        small = widget.width() < need.width() or widget.height() < need.height()
        if small and need.isValid() and not isinstance(widget, QAbstractScrollArea):
            troubles.append(f"{describe(widget)} is smaller than {need.toTuple()}")
        area = viewport_of(widget)
        frame = QRect(QPoint(0, 0), root.size())
        if area is not None and area.isAncestorOf(widget):
            frame = within(root, area.viewport())
            place = within(root, widget)
            if place.left() < frame.left() or place.right() > frame.right():
                troubles.append(f"{describe(widget)} reaches sideways out of its scroll area")
        elif not frame.contains(within(root, widget)):
            troubles.append(f"{describe(widget)} reaches out of the window")
    return troubles


def cut_words(root: QWidget) -> list[str]:
    """One-line labels narrower than their words, without a tooltip that says them."""
    troubles = []
    for label in root.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap() and label.text() and not label.toolTip():
            need = label.fontMetrics().horizontalAdvance(label.text())
            if label.width() < need - 1:
                troubles.append(f"{describe(label)} needs {need}")
    return troubles


def overlapping(root: QWidget) -> list[str]:
    """Pairs of controls that lie on each other where both are in sight."""
    seen = []
    for widget in interactive(root):
        place = within(root, widget)
        area = viewport_of(widget)
        if area is not None:
            place = place.intersected(within(root, area.viewport()))
        if not place.isEmpty():
            seen.append((widget, place))
    return [
        f"{describe(one)} and {describe(other)}"
        for number, (one, place) in enumerate(seen)
        for other, there in seen[number + 1 :]
        if place.intersects(there) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def too_small(root: QWidget, least: int = 28) -> list[str]:
    """Clickable things under `least` px either way."""
    return [
        describe(w)
        for w in interactive(root)
        if isinstance(w, QAbstractButton | QLineEdit | QComboBox) and min(w.width(), w.height()) < least
    ]


def nameless(root: QWidget) -> list[str]:
    """Controls a screen reader cannot name."""
    return [
        describe(w)
        for w in interactive(root)
        if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()) or w.windowTitle())
    ]
