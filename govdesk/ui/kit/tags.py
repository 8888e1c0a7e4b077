"""Tags: small marks of state. Colour never speaks alone: the word is always there, often an icon."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from govdesk.ui import icons
from govdesk.ui.kit.base import box, follow
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES, SPACE

Tone = Literal["neutral", "ok", "warn", "danger", "info", "accent", "plain", "edge"]

TONES: dict[Tone, tuple[str, str]] = {
    "neutral": ("hover", "sub"),
    "ok": ("ok_bg", "ok_text"),
    "warn": ("warn_bg", "warn_text"),
    "danger": ("danger_bg", "danger_text"),
    "info": ("info_bg", "info_text"),
    "accent": ("acc_bg", "acc_text"),
    "plain": ("", "sub"),
    "edge": ("surface", "mute"),
}
"""Ground and text role of each tone; plain has no ground, edge a hair line."""


class Tag(QLabel):
    """``Tag(theme, "자료에서 뽑음", "neutral", icon="")``: 20 high; ``set(text, tone, icon)`` changes it."""

    def __init__(
        self, theme: Theme, text: str, tone: Tone = "neutral", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._tone: Tone = tone
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(theme, self._restyle)

    def set(self, text: str, tone: Tone, icon: str = "") -> None:
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.CAPTION if self._tone == "edge" else Type.CAPTION_STRONG))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = 2 * self._theme.gap(6) + self.fontMetrics().horizontalAdvance(self.text())
        width += self._theme.px(14) + self._theme.gap(3) if self._icon else 0
        return QSize(width, self._theme.size(SIZES.tag))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, ink = TONES[self._tone]
        edge = self._theme.colour("line") if self._tone == "edge" else None
        box(painter, self, self._theme.colour(ground) if ground else None, edge, radius=SPACE.radius_tag)
        x = self._theme.gap(6)
        colour = self._theme.colour(ink)
        if self._icon:
            side = self._theme.px(14)
            icons.paint(painter, self._icon, colour, QRect(x, (self.height() - side) // 2, side, side))
            x += side + self._theme.gap(3)
        painter.setPen(colour)
        painter.setFont(self.font())
        painter.drawText(QRect(x, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class State(Enum):
    """The states that have one look everywhere: word, tone, icon."""

    SURE = ("확실", "ok", "check-circle")
    REFERENCE = ("참고", "neutral", "")
    IN_FORCE = ("시행 중", "ok", "")
    FUTURE = ("시행 예정", "warn", "clock")
    REPEALED = ("폐지", "danger", "close")
    SUPERSEDED = ("옛 판", "neutral", "history")
    EXAMPLE = ("예시", "edge", "")
    NEW = ("신설", "accent", "")
    DRAFT = ("AI 초안 · 검토 전", "warn", "")
    REFUSED = ("답하지 않음", "warn", "")
    CHANGED = ("바꿈", "accent", "")

    def __init__(self, word: str, tone: Tone, icon: str) -> None:
        self.word = word
        self.tone: Tone = tone
        self.icon = icon


class StateTag(Tag):
    """``StateTag(theme, State.SURE)``: the fixed look of a state; ``set_state(state, text="")`` changes it."""

    def __init__(self, theme: Theme, state: State, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, text or state.word, state.tone, icon=state.icon, parent=parent)

    def set_state(self, state: State, text: str = "") -> None:
        self.set(text or state.word, state.tone, state.icon)
