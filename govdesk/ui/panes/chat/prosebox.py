"""`ProseBox`: paragraphs set for reading, as tall as they need, with chips, quotes and links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from govdesk.ui.kit.base import follow
from govdesk.ui.panes.chat.prose import CHIPS, Kind, Look, Para
from govdesk.ui.panes.chat.typeset import Typeset, typeset
from govdesk.ui.theme import Theme

if TYPE_CHECKING:
    from govdesk.ui.panes.chat.typeset import Chip

GROUNDS = {
    Look.CHIP: ("acc_bg", "acc_line"),
    Look.CHIP_BAD: ("danger_bg", "danger"),
    Look.CHIP_WARN: ("warn_bg", "warn"),
    Look.CHIP_OFF: ("hover", "line"),
}
CHIP_HEIGHT = 20
LIFT = 2
"""Qt puts the baseline of a fixed line at four fifths of its height, 2 px lower than the middle of 14 px text in 22."""
QUOTE_RULE = 2
HIT = 28
"""Inline chips are 20 high and answer to the pointer in 28 (mock-ups' page)."""


class ProseBox(QTextBrowser):
    """Read-only paragraphs. `followed` carries the href of a chosen chip or link; `touched` any click.

    A selection is copied in the original characters. Links and chips are reached with Tab and opened with Enter.
    """

    followed = Signal(str)
    touched = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paras: tuple[Para, ...] = ()
        self._set: Typeset = Typeset((), (), ())
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._follow)
        follow(theme, self._restyle)

    def set_paras(self, paras: Sequence[Para]) -> None:
        """Show `paras`; nothing happens when they are those shown already."""
        if tuple(paras) != self._paras:
            self._paras = tuple(paras)
            self._restyle()

    def paras(self) -> tuple[Para, ...]:
        return self._paras

    def plain(self) -> str:
        """The original characters of all paragraphs."""
        return "\n".join(para.text for para in self._paras)

    def _restyle(self) -> None:
        self.setViewportMargins(0, -self._theme.px(LIFT), 0, 0)
        self._set = typeset(self.document(), self._paras, self._theme)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        if self.document().textWidth() != width:
            self.document().setTextWidth(width)
        height = max(1, round(self.document().size().height() + 0.49))
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- drawing behind the text

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QRectF(event.rect())
        for number, para in enumerate(self._paras):
            block = self.document().findBlockByNumber(number)
            place = self.document().documentLayout().blockBoundingRect(block)
            if place.intersects(clip):
                self._paint_behind(painter, number, para, block, place)
        painter.end()
        super().paintEvent(event)

    def _paint_behind(self, painter: QPainter, number: int, para: Para, block: QTextBlock, place: QRectF) -> None:
        if para.kind is Kind.QUOTE:
            rule = QRectF(0, place.y() + self._theme.px(LIFT), self._theme.px(QUOTE_RULE), place.height())
            painter.fillRect(rule, self._theme.colour("line"))
        for start, end in self._set.marks[number]:
            for rect in self._rects(block, place, start, end):
                painter.fillRect(rect.adjusted(-1, 1, 1, -1), self._theme.colour("hl"))
        for chip in self._set.chips[number]:
            self._paint_chip(painter, chip, self._rects(block, place, chip.start, chip.end))

    def _paint_chip(self, painter: QPainter, chip: Chip, rects: list[QRectF]) -> None:
        ground, edge = GROUNDS[chip.look]
        focused = self._focused(chip.href)
        painter.setBrush(self._theme.colour("acc_bg2" if focused and chip.look is Look.CHIP else ground))
        painter.setPen(QPen(self._theme.colour("focus" if focused else edge), 2 if focused else 1))
        height = self._theme.px(CHIP_HEIGHT)
        for rect in rects:
            box = QRectF(rect.x() + 0.5, rect.center().y() - height / 2 + 0.5, rect.width() - 1, height - 1)
            painter.drawRoundedRect(box, 3, 3)

    def _rects(self, block: QTextBlock, place: QRectF, start: int, end: int) -> list[QRectF]:
        """The parts of the lines that the block's characters ``start:end`` take, in this widget."""
        layout = block.layout()
        rects = []
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                top = place.y() + line.y()
                rects.append(QRectF(place.x() + left, top, right - left, line.height()))
        return rects

    def _focused(self, href: str) -> bool:
        cursor = self.textCursor()
        if not self.hasFocus() or not cursor.hasSelection():
            return False
        probe = QTextCursor(self.document())
        probe.setPosition(cursor.selectionStart() + 1)
        return probe.charFormat().anchorHref() == href

    # -- pointing, keys, copying

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(url.toString())

    def chip_at(self, point: QPointF) -> str:
        """The href of the chip whose 28 px hit area holds `point`, or ``""``."""
        for number in range(len(self._paras)):
            block = self.document().findBlockByNumber(number)
            place = self.document().documentLayout().blockBoundingRect(block)
            for chip in self._set.chips[number]:
                for rect in self._rects(block, place, chip.start, chip.end):
                    spare = max(0.0, (self._theme.size(HIT) - rect.height()) / 2)
                    if rect.adjusted(0, -spare, 0, spare).contains(point):
                        return chip.href
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        plain = event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        href = self.chip_at(event.position()) if plain and not self.anchorAt(event.position().toPoint()) else ""
        super().mouseReleaseEvent(event)
        if href:
            self.followed.emit(href)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_original())
        return data

    def selected_original(self) -> str:
        """The selected text in the characters of its source."""
        cursor = self.textCursor()
        return self._set.original(cursor.selectionStart(), cursor.selectionEnd())

    def has_chips(self) -> bool:
        return any(run.look in CHIPS for para in self._paras for run in para.runs)


def _x(line: QTextLine, position: int) -> float:
    """Where a character begins on its line."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
