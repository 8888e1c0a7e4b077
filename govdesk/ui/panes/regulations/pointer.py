"""Mouse and keyboard on the page: selecting, links under the pointer, links reached with Tab."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.panes.regulations.selecting import Selection

if TYPE_CHECKING:
    from govdesk.ui.panes.regulations.pageview import PageView

WORD = re.compile(r"[\w㉠-㉻]+")
DRAG_MS = 30
"""How often the page moves on while a selection is drawn beyond its edge."""


class Pointer:
    """`block` and `link` are the link under the pointer or reached by key, `goal` where it leads."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self.block = -1
        self.link = -1
        self.goal: Goal | None = None
        self._pressed: tuple[int, int, Goal] | None = None
        self._dragging = False
        self._at = QPointF()
        self._drag = QTimer(view, interval=DRAG_MS)
        self._drag.timeout.connect(self._drag_on)

    def forget(self) -> None:
        self.block, self.link, self.goal = -1, -1, None
        self._dragging = False
        self._drag.stop()

    def press(self, event: QMouseEvent) -> None:
        view = self._view
        if view.shelf is None or not len(view.shelf) or event.button() == Qt.MouseButton.RightButton:
            return
        self._pressed = view.goal_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = view.position_at(event.position())
        extend = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and view.selection is not None
        view.selection = Selection(view.selection.anchor if extend and view.selection else at, at)
        self._dragging = True
        view.viewport().update()

    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._extend()
            outside = not 0 <= self._at.y() <= self._view.viewport().height()
            if outside != self._drag.isActive():
                self._drag.start() if outside else self._drag.stop()
            return
        self._hover(self._view.goal_at(self._at))

    def release(self, event: QMouseEvent) -> None:
        self._drag.stop()
        self._dragging = False
        view = self._view
        found = view.goal_at(event.position())
        clicked = view.selection is None or view.selection.empty
        if found is not None and found == self._pressed and clicked:
            new_tab = (
                event.button() == Qt.MouseButton.MiddleButton or event.modifiers() & Qt.KeyboardModifier.ControlModifier
            )
            view.followed.emit(found[2], bool(new_tab))
        self._pressed = None

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        view = self._view
        if view.shelf is None or not len(view.shelf):
            return
        block, at = view.position_at(event.position())
        text = view.shelf.drawn_text(block)
        word = next((found for found in WORD.finditer(text) if found.start() <= at <= found.end()), None)
        if word is not None:
            view.selection = Selection((block, word.start()), (block, word.end()))
            view.viewport().update()

    def step(self, forward: bool) -> bool:
        """Go to the next link in sight; False when there is none and the focus should leave."""
        links = self._in_sight()
        if not links:
            return False
        held = (self.block, self.link)
        order = [(block, number) for block, number, _ in links]
        at = order.index(held) + (1 if forward else -1) if held in order else (0 if forward else len(order) - 1)
        if not 0 <= at < len(links):
            self._hover(None)
            return False
        self._hover(links[at])
        return True

    def _in_sight(self) -> list[tuple[int, int, Goal]]:
        view = self._view
        if view.shelf is None or not len(view.shelf):
            return []
        first, _ = view.block_at(0)
        last, _ = view.block_at(view.viewport().height() - 1)
        return [
            (block, number, goal)
            for block in range(first, last + 1)
            for number, goal in enumerate(view.shelf.at(block).goals())
        ]

    def _hover(self, found: tuple[int, int, Goal] | None) -> None:
        before = (self.block, self.link)
        self.block, self.link, self.goal = found if found is not None else (-1, -1, None)
        if before == (self.block, self.link):
            return
        viewport = self._view.viewport()
        viewport.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.IBeamCursor)
        viewport.update()
        self._view.pointed.emit(self.goal)

    def _extend(self) -> None:
        view = self._view
        if view.selection is None:
            return
        head = view.position_at(self._at)
        if head != view.selection.head:
            view.selection = Selection(view.selection.anchor, head)
            view.viewport().update()

    def _drag_on(self) -> None:
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._drag.stop()
            return
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + (bar.singleStep() if self._at.y() > 0 else -bar.singleStep()))
        self._extend()
