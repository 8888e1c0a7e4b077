"""Tables and drawn grids set for drawing."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from govdesk.text.boxes import is_box
from govdesk.ui.kit.display import shown
from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.panes.regulations.measures import Measures, Style
from govdesk.ui.panes.regulations.page import Block
from govdesk.ui.panes.regulations.setting import Overlay, broken, ranged
from govdesk.ui.theme.tokens import SPACE

PADDING = 10
ROW_PADDING = 5
LEAST_COLUMN = 48
MOST_CELL = 13
"""Width of a full-width sign in a grid, px at 100 %; smaller where the column is too narrow."""
LEAST_CELL = 7


class _Whole:
    """What is selected, copied and clicked as one piece."""

    height: int
    before: int
    _block: Block

    def position(self, _x: float, y: float) -> int:
        return 1 if y > self.height / 2 else 0

    def length(self) -> int:
        return 1

    def copied(self, start: int, end: int, *, labelled: bool) -> str:  # noqa: ARG002  (a table has no label)
        return self._block.text if end > start else ""

    def link_at(self, _x: float, _y: float) -> int:
        return -1

    def goals(self) -> tuple[Goal, ...]:
        return ()


class SetTable(_Whole):
    """Rows and columns with rules; a row of one cell runs across."""

    def __init__(self, block: Block, measures: Measures, style: Style) -> None:
        theme = measures.theme
        self._block = block
        self._measures = measures
        self.before = theme.gap(style.before)
        self._x = measures.text_left(block, style)
        self._padding = theme.gap(PADDING)
        self._row_padding = theme.gap(ROW_PADDING)
        self._line = theme.px(style.line)
        metrics = measures.metrics(style.type)
        self._ascent = (self._line - metrics.height()) / 2 + metrics.ascent()
        self._widths = self._fit(metrics, measures.left + measures.width - self._x)
        self._cells: list[list[QTextLayout]] = []
        self._tops = [0]
        for number, row in enumerate(block.rows):
            self._tops.append(self._tops[-1] + self._set_row(number, row.cells, measures, style))
        self.height = self.before + self._tops[-1] + 1

    def _fit(self, metrics: QFontMetricsF, room: int) -> list[float]:
        """Column widths: what the longest cell asks for, the widest ones cut down until all fit."""
        count = max(len(row.cells) for row in self._block.rows)
        asked = [
            max(
                (metrics.horizontalAdvance(row.cells[at]) for row in self._block.rows if len(row.cells) == count),
                default=0,
            )
            + 2 * self._padding
            + 8
            for at in range(count)
        ]
        least = min(self._measures.theme.px(LEAST_COLUMN), room / count)
        asked = [max(width, least) for width in asked]
        while sum(asked) > room + 1:
            widest = max(asked)
            others = [width for width in asked if width < widest]
            wide = count - len(others)
            target = max((room - sum(others)) / wide, max(others, default=least), least)
            asked = [min(width, target) for width in asked]
            if target <= least + 0.5:
                break
        return asked

    def _set_row(self, number: int, cells: tuple[str, ...], measures: Measures, style: Style) -> int:
        font = measures.font(style.type, 600 if number == 0 else 0)
        made: list[QTextLayout] = []
        height = self._line
        widths = self._widths if len(cells) == len(self._widths) else [sum(self._widths)]
        for cell, width in zip(cells, widths, strict=False):
            layout = QTextLayout(shown(cell), font)
            height = max(height, broken(layout, width - 2 * self._padding, self._line, self._ascent))
            made.append(layout)
        self._cells.append(made)
        return height + 2 * self._row_padding

    def paint(self, painter: QPainter, top: float, over: Overlay) -> None:
        theme = self._measures.theme
        y = top + self.before
        whole = QRectF(self._x, y, sum(self._widths), self._tops[-1])
        head = QRectF(self._x, y, whole.width(), self._tops[1])
        painter.fillRect(whole, theme.colour("acc_bg2" if over.selection else "surface"))
        if not over.selection:
            painter.fillRect(head, theme.colour("sunken"))
        self._draw_rules(painter, whole)
        painter.setPen(theme.colour("text"))
        seen = 0
        for cells, row_top in zip(self._cells, self._tops, strict=False):
            x = float(self._x)
            for layout, width in zip(cells, self._widths, strict=False):
                marks, seen = self._marks(layout, over, seen)
                layout.draw(painter, QPointF(x + self._padding, y + row_top + self._row_padding), marks)
                x += width

    def _marks(self, layout: QTextLayout, over: Overlay, seen: int) -> tuple[list[QTextLayout.FormatRange], int]:
        found: list[QTextLayout.FormatRange] = []
        if over.pattern is None:
            return found, seen
        for match in over.pattern.finditer(layout.text()):
            form = QTextCharFormat()
            current = seen == over.current
            form.setBackground(self._measures.theme.colour("acc" if current else "hl"))
            form.setForeground(self._measures.theme.colour("on_acc" if current else "text"))
            found.append(ranged(*match.span(), form))
            seen += 1
        return found, seen

    def _draw_rules(self, painter: QPainter, whole: QRectF) -> None:
        theme = self._measures.theme
        painter.setPen(QPen(theme.colour("hair"), 1))
        for row, top in zip(self._block.rows[1:], self._tops[1:], strict=False):
            if row.ruled:
                painter.drawLine(QPointF(whole.left(), whole.top() + top), QPointF(whole.right(), whole.top() + top))
        x = whole.left()
        for width in self._widths[:-1]:
            x += width
            painter.drawLine(QPointF(x, whole.top()), QPointF(x, whole.bottom()))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))

    def match_box(self, pattern: re.Pattern[str], number: int) -> QRectF | None:
        for cells, top in zip(self._cells, self._tops, strict=False):
            for layout in cells:
                count = sum(1 for _ in pattern.finditer(layout.text()))
                if number < count:
                    return QRectF(self._x, self.before + top, self._widths[0], self._line)
                number -= count
        return None


def cells_of(text: str) -> list[tuple[int, int, str]]:
    """(column, width, sign) of a line on a grid of half-width cells; box signs and Hangul take two."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for sign in text:
        width = 2 if unicodedata.east_asian_width(sign) in "WFA" else 1
        found.append((at, width, sign))
        at += width
    return found


def arms(sign: str) -> str:
    """Which ways the lines of a box sign go: letters of ``lrud``."""
    name = unicodedata.name(sign, "")
    words = {"HORIZONTAL": "lr", "VERTICAL": "ud", "LEFT": "l", "RIGHT": "r", "UP": "u", "DOWN": "d"}
    return "".join(ways for word, ways in words.items() if word in name)


class SetGrid(_Whole):
    """A drawing of box signs set cell by cell, as it stands in the source; frameless ones get a frame."""

    def __init__(self, block: Block, measures: Measures, style: Style) -> None:
        theme = measures.theme
        self._block = block
        self._measures = measures
        self.before = theme.gap(style.before)
        self._x = measures.text_left(block, style)
        self._lines = [cells_of(line) for line in block.plain.split("\n")]
        self._framed = block.plain != block.text
        self._inset = theme.gap(10) if self._framed else 0
        columns = max((line[-1][0] + line[-1][1] for line in self._lines if line), default=1)
        room = measures.left + measures.width - self._x - 2 * self._inset
        cell = min(theme.px(MOST_CELL) / 2, room / columns)
        self._cell = max(cell, theme.px(LEAST_CELL) / 2)
        self._row = self._cell * 2 * 1.55
        self._font = QFont(measures.font(style.type))
        self._font.setPixelSize(max(6, round(self._cell * 2 * 1.06)))
        self._width = columns * self._cell
        self.height = self.before + round(len(self._lines) * self._row) + 2 * self._inset

    def paint(self, painter: QPainter, top: float, over: Overlay) -> None:
        theme = self._measures.theme
        y = top + self.before
        height = self.height - self.before
        where = QRectF(self._x, y, self._width + 2 * self._inset, height)
        if over.selection:
            painter.fillRect(where, theme.colour("acc_bg2"))
        if self._framed:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), SPACE.radius, SPACE.radius)
        painter.setFont(self._font)
        lines, text = QPen(theme.colour("ctl"), 1), theme.colour("text")
        matched = self._matched(over)
        for number, line in enumerate(self._lines):
            row = y + self._inset + number * self._row
            for order, (column, width, sign) in enumerate(line):
                box = QRectF(self._x + self._inset + column * self._cell, row, width * self._cell, self._row)
                if is_box(sign):
                    painter.setPen(lines)
                    self._draw_arms(painter, box, arms(sign))
                elif sign != " ":
                    if (found := matched.get((number, order))) is not None:
                        painter.fillRect(box, theme.colour("acc" if found else "hl"))
                        painter.setPen(theme.colour("on_acc" if found else "text"))
                    else:
                        painter.setPen(text)
                    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip), sign)

    def _draw_arms(self, painter: QPainter, box: QRectF, ways: str) -> None:
        middle = box.center()
        ends = {
            "l": QPointF(box.left(), middle.y()),
            "r": QPointF(box.right(), middle.y()),
            "u": QPointF(middle.x(), box.top()),
            "d": QPointF(middle.x(), box.bottom()),
        }
        for way in ways:
            painter.drawLine(middle, ends[way])

    def _matched(self, over: Overlay) -> dict[tuple[int, int], bool]:
        """(line, sign) that a match covers, and whether it is the current one."""
        found: dict[tuple[int, int], bool] = {}
        if over.pattern is None:
            return found
        places = [(n, m) for n, line in enumerate(self._block.plain.split("\n")) for m in range(len(line) + 1)]
        for number, match in enumerate(over.pattern.finditer(self._block.plain)):
            for at in range(*match.span()):
                found[places[at]] = number == over.current
        return found

    def match_box(self, pattern: re.Pattern[str], number: int) -> QRectF | None:
        for order, match in enumerate(pattern.finditer(self._block.plain)):
            if order == number:
                line = self._block.plain.count("\n", 0, match.start())
                y = self.before + self._inset + line * self._row
                return QRectF(self._x, y, self._cell, self._row)
        return None
