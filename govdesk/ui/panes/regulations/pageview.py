"""`PageView`: a document of any length, set block by block as it scrolls by."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from govdesk.knowledge.model import Role
from govdesk.ui.kit.tags import Tone
from govdesk.ui.panes.regulations.adornments import StateMark, paint_band, paint_page_number, paint_tag
from govdesk.ui.panes.regulations.links import Goal, Reader
from govdesk.ui.panes.regulations.measures import Measures
from govdesk.ui.panes.regulations.page import Kind, Page
from govdesk.ui.panes.regulations.pointer import Pointer
from govdesk.ui.panes.regulations.selecting import Selection
from govdesk.ui.panes.regulations.setting import Overlay, SetText
from govdesk.ui.panes.regulations.shelf import Shelf
from govdesk.ui.theme import Theme

FLASH_MS = 2500
"""How long the place that was gone to stands out."""
BOTTOM = 160
"""Room below the last block, px at 100 %, so that the last article can be read at the top half."""

BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class PageView(QAbstractScrollArea):
    """``show_page(page, reader)``, ``show_tag(…)``; ``go_to(block)``, ``flash(blocks)``, ``show_marks(bool)``.

    `moved` when another block came to the top; `followed(Goal, bool)` when a link is taken (True: in a new tab).
    ``mark(pattern)`` marks matches, ``show_match(block, number)`` brings one into sight. ``selected_text()``.
    """

    moved = Signal()
    followed = Signal(object, bool)
    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._reader = Reader()
        self._shelf: Shelf | None = None
        self._block = 0
        self._within = 0
        self._marks = False
        self._tag = StateMark()
        self._tag_all = False
        self._tagged = 0
        self._flashed: frozenset[int] = frozenset()
        self._pattern: re.Pattern[str] | None = None
        self._match: tuple[int, int] | None = None
        self._picked: Mapping[int, re.Pattern[str]] = {}
        self._quiet = False
        self._ringed = False
        self.selection: Selection | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "own")
        self.setProperty("ground", "surface")
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("본문"))
        self._pointer = Pointer(self)
        self._fading = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._fading.timeout.connect(self._fade)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._relay)

    # -- what is shown ---------------------------------------------------------------------------------------

    def show_page(self, page: Page | None, reader: Reader) -> None:
        self._page, self._reader = page, reader
        self._tagged = 0
        self._block = self._within = 0
        self._flashed = frozenset()
        self._match = None
        self.selection = None
        self._pointer.forget()
        self._relay()

    def show_marks(self, on: bool) -> None:
        """Amendment marks in full, or folded to chips; what is read stays where it is."""
        if on != self._marks:
            self._marks = on
            self._relay()

    def show_tag(self, words: str, tone: Tone, icon: str, *, on_all: bool) -> None:
        """The state tag beside the name of the article that is read, or of all of them."""
        self._tag, self._tag_all = StateMark(words, tone, icon), on_all
        self.viewport().update()

    def show_highlights(self, picked: Mapping[int, re.Pattern[str]]) -> None:
        """Words that the person picked out, by block."""
        self._picked = picked
        self.viewport().update()

    def set_tagged(self, section: int) -> None:
        """The article that carries the state tag."""
        if section != self._tagged:
            self._tagged = section
            self.viewport().update()

    @property
    def shelf(self) -> Shelf | None:
        return self._shelf

    def _relay(self) -> None:
        """Set everything anew: another page, width, theme or way of showing."""
        self.selection = None
        if self._page is None:
            self._shelf = None
            self.verticalScrollBar().setRange(0, 0)
            self.viewport().update()
            return
        measures = Measures(self._theme, self.viewport().width(), marks_shown=self._marks)
        self._shelf = Shelf(self._page, self._reader, measures, self._theme.px(BOTTOM))
        self._block = min(self._block, max(0, len(self._shelf) - 1))
        self._ensure()
        self._sync()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shelf is None or self.viewport().width() != self._shelf.measures.view_width:
            self._relay()
        else:
            self._ensure()
            self._sync()

    # -- where it stands -------------------------------------------------------------------------------------

    def top(self) -> int:
        """The y of the page that stands at the top of the viewport."""
        return self._shelf.heights.offset(self._block) + self._within if self._shelf else 0

    def top_block(self) -> int:
        return self._block

    def reading_block(self) -> int:
        """The block a little below the top: the one being read."""
        return self._shelf.heights.find(self.top() + self._theme.px(36)) if self._shelf else 0

    def go_to(self, block: int, *, above: int = 0) -> None:
        """Bring `block` to the top, `above` px below it."""
        if self._shelf is None:
            return
        self._block, self._within = block, 0
        self._ensure()
        self._move_to(self.top() - above)

    def flash(self, blocks: frozenset[int]) -> None:
        """Let blocks stand out for a moment."""
        self._flashed = blocks
        if blocks:
            self._fading.start()
        self.viewport().update()

    def _fade(self) -> None:
        self.flash(frozenset())

    def _most(self) -> int:
        return max(0, self._shelf.heights.total - self.viewport().height()) if self._shelf else 0

    def _move_to(self, y: int) -> None:
        """Let page position `y` stand at the top."""
        assert self._shelf is not None
        y = min(max(0, y), self._most())
        self._block = min(self._shelf.heights.find(y), max(0, len(self._shelf) - 1))
        self._within = y - self._shelf.heights.offset(self._block)
        self._ensure()
        self._sync()
        self.viewport().update()
        self.moved.emit()

    def _on_scrolled(self, value: int) -> None:
        if self._quiet or self._shelf is None:
            return
        delta = value - self.top()
        height = self.viewport().height()
        if abs(delta) < height:
            self._ensure(above=max(0, -delta) + 8, below=max(0, delta) + 8)
            value = self.top() + delta
        self._move_to(value)

    def _ensure(self, above: int = 0, below: int = 0) -> None:
        """Set what is in sight and `above` and `below` px around it; what stands at the top stays there."""
        shelf = self._shelf
        if shelf is None:
            return
        at = self._block
        room = above - self._within
        while at > 0 and room > 0:
            at -= 1
            room -= shelf.at(at).height
        shelf.at(self._block)
        at, room = self._block, self.viewport().height() + below + self._within
        while at < len(shelf) and room > 0:
            room -= shelf.at(at).height
            at += 1

    def _sync(self) -> None:
        """Give the scroll bar the page's height and position."""
        bar = self.verticalScrollBar()
        self._quiet = True
        bar.setRange(0, self._most())
        bar.setPageStep(max(1, self.viewport().height() - self._theme.px(52)))
        bar.setSingleStep(self._theme.px(26))
        bar.setValue(self.top())
        self._quiet = False

    # -- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        if self._shelf is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            y = -self._within
            at = self._block
            while at < len(self._shelf) and y < event.rect().bottom() + 1:
                height = self._shelf.at(at).height
                if y + height >= event.rect().top():
                    self._paint_block(painter, at, y)
                y += height
                at += 1
        if self._ringed:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring only for who came by key: round a whole page it is too much for everyone else."""
        super().focusInEvent(event)
        self._ringed = event.reason() in BY_KEY
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self.viewport().update()

    def _paint_block(self, painter: QPainter, index: int, y: int) -> None:
        assert self._shelf is not None
        made, measures = self._shelf.at(index), self._shelf.measures
        if index in self._flashed:
            paint_band(painter, measures, made, y, joined=index - 1 in self._flashed)
        selected = self.selection.within(index, made.length()) if self.selection else None
        current = self._match[1] if self._match and self._match[0] == index else -1
        hovered = self._pointer.link if self._pointer.block == index else -1
        made.paint(painter, y, Overlay(selected, self._pattern, current, hovered, self._picked.get(index)))
        block = self._shelf.page.blocks[index]
        tagged = self._tag.words and (self._tag_all or block.section == self._tagged)
        own = block.kind is Kind.NAME and self._shelf.page.sections[block.section].role is not Role.SUPPLEMENT
        if tagged and own and isinstance(made, SetText):
            paint_tag(painter, measures, made, y, self._tag)
        if block.page is not None:
            words = self.tr("{page}쪽").format(page=block.page)
            paint_page_number(painter, measures, words, made.height, y)

    # -- finding ---------------------------------------------------------------------------------------------

    def mark(self, pattern: re.Pattern[str] | None) -> None:
        """Mark every match."""
        self._pattern = pattern
        self._match = None
        self.viewport().update()

    def show_match(self, block: int, number: int) -> None:
        """Make a match the current one and bring it into sight."""
        if self._shelf is None or self._pattern is None:
            return
        self._match = (block, number)
        box = self._shelf.at(block).match_box(self._pattern, number)
        y = self._shelf.heights.offset(block) + (int(box.y()) if box is not None else 0)
        top, height = self.top(), self.viewport().height()
        if not top + self._theme.px(30) <= y <= top + height - self._theme.px(80):
            self._block, self._within = block, 0
            self._ensure(above=height)
            self._move_to(self._shelf.heights.offset(block) + (int(box.y()) if box else 0) - height // 3)
        self.viewport().update()

    # -- links and selection ---------------------------------------------------------------------------------

    def block_at(self, y: float) -> tuple[int, float]:
        """(block, y within it) at viewport `y`."""
        assert self._shelf is not None
        at = min(self._shelf.heights.find(int(self.top() + y)), len(self._shelf) - 1)
        return at, self.top() + y - self._shelf.heights.offset(at)

    def goal_at(self, point: QPointF) -> tuple[int, int, Goal] | None:
        """(block, link number, goal) under a point of the viewport."""
        if self._shelf is None or not len(self._shelf):
            return None
        block, y = self.block_at(point.y())
        number = self._shelf.at(block).link_at(point.x(), y)
        return (block, number, self._shelf.at(block).goals()[number]) if number >= 0 else None

    def link_rect(self) -> QRect:
        """Where the link under the pointer or the focus stands on the screen."""
        made = self._shelf.at(self._pointer.block) if self._shelf is not None and self._pointer.link >= 0 else None
        if not isinstance(made, SetText) or self._shelf is None:
            return QRect()
        box = made.link_box(self._pointer.link)
        y = self._shelf.heights.offset(self._pointer.block) - self.top()
        at = self.viewport().mapToGlobal(QPoint(int(box.x()), int(box.y()) + y))
        return QRect(at, box.size().toSize())

    def position_at(self, point: QPointF) -> tuple[int, int]:
        """(block, position) nearest to a point of the viewport."""
        assert self._shelf is not None
        block, y = self.block_at(point.y())
        return block, self._shelf.at(block).position(point.x(), y)

    def selected_text(self) -> str:
        """The source of what is selected, marks folded away left out."""
        if self.selection is None or self.selection.empty or self._shelf is None:
            return ""
        pieces = []
        for index in range(self.selection.start[0], self.selection.end[0] + 1):
            made = self._shelf.at(index)
            span = self.selection.within(index, made.length())
            if span is not None:
                whole = span == (0, made.length())
                begun_above = span[0] == 0 and index > self.selection.start[0]
                pieces.append(made.copied(*span, labelled=whole or begun_above))
        return "\n".join(piece for piece in pieces if piece)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            if text := self.selected_text():
                QGuiApplication.clipboard().setText(text)
            return
        if event.matches(QKeySequence.StandardKey.SelectAll) and self._shelf is not None and len(self._shelf):
            last = len(self._shelf) - 1
            self.selection = Selection((0, 0), (last, self._shelf.at(last).length()))
            self.viewport().update()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointer.goal is not None:
            self.followed.emit(self._pointer.goal, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        bar = self.verticalScrollBar()
        page = bar.pageStep()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: -page if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else page,
            Qt.Key.Key_Home: -self.top(),
            Qt.Key.Key_End: self._most(),
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
        step = steps.get(Qt.Key(event.key())) if plain else None
        if step is None:
            event.ignore()
            return
        bar.setValue(bar.value() + step)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the links in sight, then on."""
        return self._pointer.step(forward) or super().focusNextPrevChild(forward)
