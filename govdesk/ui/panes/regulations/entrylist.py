"""`EntryList`: rows of a name and two lines of words, drawn; what the related column is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from govdesk.ui.kit import Shown, shown
from govdesk.ui.kit.base import follow
from govdesk.ui.panes.regulations.related import Entry
from govdesk.ui.panes.regulations.setting import ranged
from govdesk.ui.theme import Theme, Type

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
LINES = 2
INDENT = 14


class EntryModel(QAbstractListModel):
    """The rows; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (entry.title, entry.note, entry.words) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.words or entry.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self._entries[index.row()]
        if entry.heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryRows(QStyledItemDelegate):
    """Draws a row; its height is what its words need, two lines at most."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def _room(self, entry: Entry) -> tuple[int, int]:
        """(left, width) of the words."""
        left = self._theme.gap(12) + entry.depth * self._theme.px(INDENT)
        return left, max(40, self._view.viewport().width() - left - self._theme.gap(12))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        gap = self._theme.gap
        if entry.heading:
            return QSize(10, self._theme.line(Type.CONTROL) + gap(14))
        layout = self._set(entry)
        lines = layout.lineCount() if layout else 0
        height = self._theme.line(Type.CONTROL) + min(lines, LINES) * self._theme.line(Type.CONTROL) + gap(14)
        return QSize(10, max(height, self._theme.size(28)))

    def _set(self, entry: Entry) -> QTextLayout | None:
        if not entry.words:
            return None
        words = Shown.of(entry.words)
        layout = QTextLayout(words.text, self._theme.font(Type.CONTROL))
        if entry.mark[1] > entry.mark[0]:
            picked = QTextCharFormat()
            picked.setBackground(self._theme.colour("hl"))
            layout.setFormats([ranged(words.position(entry.mark[0]), words.position(entry.mark[1]), picked)])
        _, width = self._room(entry)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += self._theme.line(Type.CONTROL)
        layout.endLayout()
        return layout

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        self._ground(painter, rect, state, entry)
        self._words(painter, rect, entry)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, entry: Entry) -> None:
        colour = self._theme.colour
        if entry.heading:
            return
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.fillRect(rect, colour("acc_bg"))
        elif state & QStyle.StateFlag.State_MouseOver and entry.document is not None:
            painter.fillRect(rect, colour("hover"))
        painter.setPen(colour("hair"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus() and not self._view.property("by_mouse"):
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _words(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        theme = self._theme
        left, width = self._room(entry)
        y = rect.top() + theme.gap(6)
        line = theme.line(Type.CONTROL)
        painter.setFont(theme.font(Type.CONTROL_STRONG if not entry.heading else Type.CONTROL))
        painter.setPen(theme.colour("sub" if entry.heading else "acc_text" if entry.document is not None else "text"))
        tail = self._note(painter, rect, entry, y)
        room = QRect(rect.left() + left, y, width - tail, line)
        words = painter.fontMetrics().elidedText(shown(entry.title), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, words)
        layout = self._set(entry)
        if layout is None:
            return
        painter.setPen(theme.colour("sub"))
        lift = (line - QFontMetrics(theme.font(Type.CONTROL)).height()) // 2
        painter.setClipRect(QRect(rect.left(), y + line, rect.width(), LINES * line))
        layout.draw(painter, QPointF(rect.left() + left, y + line + lift))

    def _note(self, painter: QPainter, rect: QRect, entry: Entry, y: int) -> int:
        """Draws the note at the right end; how much room it takes."""
        if not entry.note:
            return 0
        theme = self._theme
        painter.save()
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("mute"))
        width = painter.fontMetrics().horizontalAdvance(entry.note)
        right = rect.right() - theme.gap(12) - width
        room = QRect(right, y, width + 2, theme.line(Type.CONTROL))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, entry.note)
        painter.restore()
        return width + theme.gap(8)


class EntryList(QListView):
    """``EntryList(theme, name="인용")``; ``show_entries(entries)``; `opened(Entry, bool)` (True: in a new tab)."""

    opened = Signal(object, bool)

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._model = EntryModel()
        self.setModel(self._model)
        self.setItemDelegate(EntryRows(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setProperty("ring", "own")
        self.setAccessibleName(name)
        follow(theme, self._restyle)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self._model.show(entries)
        self.scrollToTop()

    def _restyle(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(24))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setProperty("by_mouse", True)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        middle = event.button() == Qt.MouseButton.MiddleButton
        if index.isValid() and (middle or event.button() == Qt.MouseButton.LeftButton):
            self._open(index, middle or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("by_mouse", False)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex, new_tab: bool) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        if entry is not None and entry.document is not None:
            self.opened.emit(entry, new_tab)
