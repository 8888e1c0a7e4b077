"""What is drawn round the text of a block: the band of a place gone to, the state tag, the number of a page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from govdesk.ui import icons
from govdesk.ui.kit.tags import TONES, Tone
from govdesk.ui.panes.regulations.measures import Measures
from govdesk.ui.panes.regulations.setting import SetBlock, SetText
from govdesk.ui.theme import Type
from govdesk.ui.theme.tokens import SIZES, SPACE


@dataclass(frozen=True, slots=True)
class StateMark:
    """The state tag as drawn; no words, no tag."""

    words: str = ""
    tone: Tone = "plain"
    icon: str = ""


def paint_band(painter: QPainter, measures: Measures, made: SetBlock, y: int, *, joined: bool) -> None:
    """Behind a block that stands out for a moment; `joined` to the band of the block above, else below its distance."""
    gap = measures.theme.gap(8)
    top = 0 if joined else made.before - 4
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(measures.theme.colour("hl"))
    painter.drawRect(QRectF(measures.left - gap, y + top, measures.width + 2 * gap, made.height - top + 4))


def paint_tag(painter: QPainter, measures: Measures, made: SetText, y: int, tag: StateMark) -> None:
    """Behind the last word of an article's name, looking like `kit.StateTag`."""
    theme = measures.theme
    painter.setFont(theme.font(Type.CAPTION_STRONG))
    side = theme.px(14)
    words_left = theme.gap(6) + (side + theme.gap(3) if tag.icon else 0)
    width = QFontMetricsF(painter.font()).horizontalAdvance(tag.words) + words_left + theme.gap(6)
    height = theme.size(SIZES.tag)
    end = made.words_end
    x = min(end.x() + theme.gap(12), measures.left + measures.width - width)
    where = QRectF(x, y + end.y() + (made.line_height - height) / 2, width, height)
    ground, ink = TONES[tag.tone]
    painter.setPen(QPen(theme.colour("line"), 1) if tag.tone == "edge" else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground or "surface"))
    painter.drawRoundedRect(where, SPACE.radius_tag, SPACE.radius_tag)
    if tag.icon:
        at = QRectF(x + theme.gap(6), where.center().y() - side / 2, side, side)
        icons.paint(painter, tag.icon, theme.colour(ink), at.toRect())
    painter.setPen(theme.colour(ink))
    painter.drawText(where.adjusted(words_left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tag.words)


def paint_page_number(painter: QPainter, measures: Measures, words: str, height: int, y: int) -> None:
    """``12쪽`` where a page begins: right of the text if there is room, else at its right edge."""
    theme = measures.theme
    painter.setFont(theme.font(Type.CAPTION, tabular=True))
    painter.setPen(theme.colour("mute"))
    width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2
    room = measures.view_width - measures.left - measures.width
    x = measures.left + measures.width + (theme.gap(8) if room > width + 16 else -width)
    flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextDontClip)
    painter.drawText(QRectF(x, y, width, height), flags, words)
