"""Blocks set for drawing: `SetText` here, tables and grids in `tableset`."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from govdesk.ui.panes.regulations.drawn import Drawn, Span
from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.panes.regulations.measures import Measures, Style
from govdesk.ui.panes.regulations.page import Block, Kind
from govdesk.ui.theme import Type
from govdesk.ui.theme.tokens import SPACE


class SetBlock(Protocol):
    """A block set at the width of its `Measures`. `height` px includes the distance above it."""

    height: int
    before: int
    """The distance above it, px."""

    def paint(self, painter: QPainter, top: float, over: Overlay) -> None: ...

    def position(self, x: float, y: float) -> int:
        """The position in the drawn text nearest to a point (y from the block's top)."""
        ...

    def length(self) -> int: ...

    def copied(self, start: int, end: int, *, labelled: bool) -> str:
        """The source of a drawn slice, with the label before it if `labelled`."""
        ...

    def link_at(self, x: float, y: float) -> int:
        """Which link a point is on; -1 for none."""
        ...

    def goals(self) -> tuple[Goal, ...]: ...

    def match_box(self, pattern: re.Pattern[str], number: int) -> QRectF | None:
        """Where match `number` stands, from the block's top."""
        ...


class Overlay:
    """What is laid over a block when it is painted: selection, matches, own highlights, the link one is on."""

    __slots__ = ("current", "hovered", "pattern", "picked", "selection")

    def __init__(
        self,
        selection: Span | None = None,
        pattern: re.Pattern[str] | None = None,
        current: int = -1,
        hovered: int = -1,
        picked: re.Pattern[str] | None = None,
    ) -> None:
        self.picked = picked
        self.selection = selection
        self.pattern = pattern
        self.current = current
        self.hovered = hovered


PLAIN = Overlay()


def ranged(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form  # type: ignore[attr-defined]
    return made


def broken(layout: QTextLayout, width: float, line: int, ascent: float) -> int:
    """Break `layout` into lines of `width` at words, baselines `line` px apart; returns the height.

    `ascent` is from the top of a line to its baseline. A word wider than the column is cut.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    height = _lines(layout, width, line, ascent)
    if layout.maximumWidth() > width and _too_wide(layout, width):
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = _lines(layout, width, line, ascent)
    return height


def _lines(layout: QTextLayout, width: float, line: int, ascent: float) -> int:
    layout.beginLayout()
    y = 0
    while (made := layout.createLine()).isValid():
        made.setLineWidth(width)
        made.setPosition(QPointF(0, y + ascent - made.ascent()))
        y += line
    layout.endLayout()
    return max(y, line)


def _too_wide(layout: QTextLayout, width: float) -> bool:
    return any(layout.lineAt(number).naturalTextWidth() > width + 1 for number in range(layout.lineCount()))


class SetText:
    """A paragraph with its label hanging left of it."""

    def __init__(self, block: Block, drawn: Drawn, measures: Measures, style: Style) -> None:
        self._block = block
        self._drawn = drawn
        self._measures = measures
        self._style = style
        self.before = measures.theme.gap(style.before)
        self._x = measures.text_left(block, style)
        self._line = measures.theme.px(style.line)
        metrics = measures.metrics(style.type)
        self._ascent = (self._line - metrics.height()) / 2 + metrics.ascent()
        self._layout = QTextLayout(drawn.text, measures.font(style.type))
        self._layout.setCacheEnabled(True)
        self._layout.setFormats(self._formats())
        room = measures.left + measures.width - self._x
        self.height = self.before + broken(self._layout, room, self._line, self._ascent)

    @property
    def text(self) -> str:
        return self._drawn.text

    @property
    def words_end(self) -> QPointF:
        """Right of the last word, on the top of its line."""
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        y = self.before + (self._layout.lineCount() - 1) * self._line
        return QPointF(self._x + (last.naturalTextWidth() if last.isValid() else 0), y)

    @property
    def line_height(self) -> int:
        return self._line

    def _formats(self) -> list[QTextLayout.FormatRange]:
        theme = self._measures.theme
        made: list[QTextLayout.FormatRange] = []
        if self._block.lead:
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.DemiBold)
            made.append(ranged(0, self._block.lead, strong))
        small = QTextCharFormat()
        small.setFont(self._measures.font(Type.CAPTION))
        small.setForeground(theme.colour("mute"))
        made += [ranged(a, b, small) for a, b in (*self._drawn.chips, *self._drawn.quiet)]
        link = QTextCharFormat()
        link.setForeground(theme.colour("acc_text"))
        link.setFontUnderline(True)
        nowhere = QTextCharFormat()
        nowhere.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        nowhere.setUnderlineColor(theme.colour("mute"))
        made += [ranged(a, b, nowhere if goal.why else link) for a, b, goal in self._drawn.links]
        return made

    def paint(self, painter: QPainter, top: float, over: Overlay) -> None:
        theme = self._measures.theme
        y = top + self.before
        self._draw_boxes(painter, y)
        self._draw_label(painter, y)
        painter.setPen(theme.colour(self._style.role))
        self._layout.draw(painter, QPointF(self._x, y), self._laid_over(over))

    def _laid_over(self, over: Overlay) -> list[QTextLayout.FormatRange]:
        theme = self._measures.theme
        found: list[QTextLayout.FormatRange] = []
        if over.hovered >= 0 and over.hovered < len(self._drawn.links):
            a, b, _ = self._drawn.links[over.hovered]
            ground = QTextCharFormat()
            ground.setBackground(theme.colour("acc_bg2"))
            found.append(ranged(a, b, ground))
        if over.picked is not None:
            lit = QTextCharFormat()
            lit.setBackground(theme.colour("hl"))
            found += [ranged(a, b, lit) for a, b in self._drawn.matches(over.picked)]
        if over.pattern is not None:
            for number, (a, b) in enumerate(self._drawn.matches(over.pattern)):
                mark = QTextCharFormat()
                current = number == over.current
                mark.setBackground(theme.colour("acc" if current else "hl"))
                mark.setForeground(theme.colour("on_acc" if current else "text"))
                found.append(ranged(a, b, mark))
        if over.selection is not None:
            chosen = QTextCharFormat()
            chosen.setBackground(theme.colour("acc_bg2"))
            chosen.setForeground(theme.colour("text"))
            found.append(ranged(*over.selection, chosen))
        return found

    def _draw_boxes(self, painter: QPainter, y: float) -> None:
        """The edges of chips."""
        if not self._drawn.chips:
            return
        theme = self._measures.theme
        height = theme.px(18)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for start, end in self._drawn.chips:
            box = self._box(start, end)
            middle = y + box.center().y()
            where = QRectF(self._x + box.x(), middle - height / 2, box.width(), height)
            painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), SPACE.radius_tag, SPACE.radius_tag)

    def _draw_label(self, painter: QPainter, y: float) -> None:
        block, theme = self._block, self._measures.theme
        if not block.label:
            return
        term = block.kind is Kind.FIELD
        gone = block.kind is Kind.GONE
        weight = 600 if term or gone else 0
        painter.setFont(self._measures.font(Type.BODY if term else self._style.type, weight))
        painter.setPen(theme.colour("sub" if term else self._style.role))
        x = self._measures.left if term or gone else self._measures.label_left(block)
        painter.drawText(QPointF(x, y + self._ascent), block.label)

    def _box(self, start: int, end: int) -> QRectF:
        """The rectangle of a span on the line where it starts, from the text's top left corner."""
        line = self._layout.lineForTextPosition(start)
        if not line.isValid():
            return QRectF()
        left = _x_of(line.cursorToX(start))
        last = min(end, line.textStart() + line.textLength())
        return QRectF(left, line.lineNumber() * self._line, _x_of(line.cursorToX(last)) - left, self._line)

    def position(self, x: float, y: float) -> int:
        number = int(max(0.0, y - self.before) // self._line)
        line = self._layout.lineAt(min(number, self._layout.lineCount() - 1))
        if not line.isValid():
            return 0
        at = line.xToCursor(x - self._x)
        return int(at[0] if isinstance(at, tuple) else at)

    def length(self) -> int:
        return len(self._drawn.text)

    def copied(self, start: int, end: int, *, labelled: bool) -> str:
        words = self._drawn.copied(start, end)
        return f"{self._block.label} {words}".strip() if labelled and self._block.label else words

    def link_at(self, x: float, y: float) -> int:
        if not self._drawn.links:
            return -1
        at = self.position(x, y)
        for number, (start, end, _) in enumerate(self._drawn.links):
            if start <= at <= end and self._over(start, end, x - self._x, y - self.before):
                return number
        return -1

    def _over(self, start: int, end: int, x: float, y: float) -> bool:
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            a, b = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if a < b and number * self._line - 1 <= y <= (number + 1) * self._line + 1:
                return bool(_x_of(line.cursorToX(a)) <= x <= _x_of(line.cursorToX(b)))
        return False

    def link_box(self, number: int) -> QRectF:
        start, end, _ = self._drawn.links[number]
        return self._box(start, end).translated(self._x, self.before)

    def goals(self) -> tuple[Goal, ...]:
        return tuple(goal for _, _, goal in self._drawn.links)

    def match_box(self, pattern: re.Pattern[str], number: int) -> QRectF | None:
        found = self._drawn.matches(pattern)
        return self._box(*found[number]).translated(self._x, self.before) if number < len(found) else None


def _x_of(found: object) -> float:
    """`QTextLine.cursorToX` gives a pair in PySide6."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
