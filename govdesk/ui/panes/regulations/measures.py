"""Where things stand in the reading column and in what type: one `Measures` a theme, width and way of showing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from govdesk.knowledge.model import Role
from govdesk.ui.panes.regulations.page import Block, Kind
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE

MOST_TEXT = 720
"""Text is never set wider, px at 100 %."""
STEP = 24
"""One hanging step: 항, 호, 목 each stand this far right of the one above."""
TERM = 52
"""Column of the terms of a definition list."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind is set; `before` is the distance above in px at 100 %."""

    type: Type
    role: str
    line: int
    before: int


TEXT = Style(Type.ARTICLE, "text", 26, SPACE.paragraph)
SMALL = Style(Type.BODY, "text", 22, SPACE.paragraph)
"""부칙: read rarely, by the page."""
STYLES = {
    Kind.TITLE: Style(Type.ARTICLE_NAME, "text", 30, 20),
    Kind.META: Style(Type.CAPTION, "mute", 18, 2),
    Kind.HEADING: Style(Type.TITLE, "sub", 24, 28),
    Kind.NAME: Style(Type.ARTICLE_NAME, "text", 28, 24),
    Kind.TEXT: TEXT,
    Kind.GONE: Style(Type.BODY, "mute", 22, 16),
    Kind.FIELD: TEXT,
    Kind.TABLE: Style(Type.BODY, "text", 22, 10),
    Kind.GRID: Style(Type.BODY, "text", 22, 10),
    Kind.NOTICE: Style(Type.CONTROL, "mute", 20, SPACE.paragraph),
}
INNER_HEADING = Style(Type.BODY_STRONG, "sub", 22, 20)
SMALL_NAME = Style(Type.TITLE, "text", 24, 20)


class Measures:
    """Geometry and fonts for a viewport `width` px wide."""

    def __init__(self, theme: Theme, width: int, *, marks_shown: bool) -> None:
        self.theme = theme
        self.marks_shown = marks_shown
        self.left = theme.gap(SPACE.reading)
        self.width = max(theme.px(160), min(width - self.left - theme.gap(SPACE.reading), theme.px(MOST_TEXT)))
        self.view_width = width
        self.step = theme.px(STEP)
        self.term = theme.px(TERM)
        self._fonts: dict[tuple[Type, int], QFont] = {}
        self._metrics: dict[Type, QFontMetricsF] = {}
        self._guesses: dict[tuple[Kind, int, bool], tuple[int, int, int]] = {}

    def style(self, block: Block, role: Role) -> Style:
        small = role is Role.SUPPLEMENT
        if block.kind is Kind.HEADING and block.depth:
            return INNER_HEADING
        if block.kind is Kind.NAME and small:
            return SMALL_NAME
        return SMALL if small and block.kind is Kind.TEXT else STYLES[block.kind]

    def font(self, type_: Type, weight: int = 0) -> QFont:
        key = (type_, weight)
        if key not in self._fonts:
            self._fonts[key] = self.theme.font(type_, weight=weight or None)
        return self._fonts[key]

    def metrics(self, type_: Type) -> QFontMetricsF:
        if type_ not in self._metrics:
            self._metrics[type_] = QFontMetricsF(self.font(type_))
        return self._metrics[type_]

    def label_left(self, block: Block) -> int:
        return self.left + self.step * block.depth

    def text_left(self, block: Block, style: Style) -> int:
        """Where the words of a block begin."""
        if block.kind is Kind.FIELD:
            return self.left + max(self.term, self._label_room(block, style))
        if block.kind is Kind.GONE:
            return self.left + self._label_room(block, style)
        hangs = block.label or block.place or block.depth
        if block.kind in (Kind.TITLE, Kind.META, Kind.HEADING, Kind.NAME) or not hangs:
            return self.left
        return self.label_left(block) + max(self.step, self._label_room(block, style))

    def _label_room(self, block: Block, style: Style) -> int:
        if not block.label:
            return 0
        return round(self.metrics(style.type).horizontalAdvance(block.label)) + self.theme.gap(8)

    def estimate(self, block: Block, role: Role) -> int:
        """About how high `block` will be, without setting it."""
        kind = (block.kind, block.depth, role is Role.SUPPLEMENT)
        if kind not in self._guesses:
            self._guesses[kind] = self._guess(block, role)
        before, line, signs = self._guesses[kind]
        if block.kind is Kind.TABLE:
            return before + len(block.rows) * self.theme.px(34)
        if block.kind is Kind.GRID:
            return before + (block.plain.count("\n") + 1) * line + self.theme.px(16)
        return before + max(1, -(-len(block.plain) // signs)) * line

    def _guess(self, block: Block, role: Role) -> tuple[int, int, int]:
        """Distance above, line height, signs a line of blocks of this kind and depth."""
        style = self.style(block, role)
        room = self.width - self.step * block.depth
        # Hangul with its spaces averages 0.8 em in the bundled font (measured on the national snapshot).
        signs = max(1, int(room / (self.theme.px(style.type.pixels) * 0.8)))
        return self.theme.gap(style.before), self.theme.px(style.line), signs
