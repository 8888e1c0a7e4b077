"""`CitationChip`: a numbered source with its checked state."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from govdesk.ui import icons
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.display import shown
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES, SPACE


class ChipState(Enum):
    """Ground, edge, text, icon, and the words that follow the place."""

    VERIFIED = ("acc_bg", "acc_line", "acc_text", "", "")
    NO_SUCH_ARTICLE = ("danger_bg", "danger", "danger_text", "alert", "없는 조문")
    REPEALED = ("danger_bg", "danger", "danger_text", "close", "폐지")
    NOT_IN_FORCE = ("warn_bg", "warn", "warn_text", "clock", "시행 예정")
    NOT_IN_STORE = ("hover", "line", "sub", "help", "자료에 없음")


class CitationChip(QPushButton):
    """``CitationChip(theme, "여비 규정 제16조제6항", number=1, state=ChipState.VERIFIED)``; `clicked` opens it.

    Drawn 22 high inside a 28 high hit area. `state` takes one of five looks and adds its words
    (`detail` replaces them: ``"2027. 1. 1. 시행 예정"``). ``set(text, number, state, detail)`` changes it. Elides when
    the layout is narrower than the text; the whole text is the tooltip then.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        number: int | None = None,
        state: ChipState = ChipState.VERIFIED,
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = ""
        self._words = ""
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set(text, number=number, state=state, detail=detail)
        follow(theme, self._restyle)

    def set(
        self, text: str, *, number: int | None = None, state: ChipState = ChipState.VERIFIED, detail: str = ""
    ) -> None:
        words = detail or state.value[4]
        self._number = "" if number is None else str(number)
        self._words = shown(f"{text} · {words}" if words else text)
        self._state = state
        spoken = f"인용 {number}: " if number is not None else ""
        self.setAccessibleName(f"{spoken}{text}" + (f", {words}" if words else ""))
        self._tell_if_cut()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_if_cut()

    def _tell_if_cut(self) -> None:
        self.setToolTip(self._words if self.width() < self.sizeHint().width() else "")

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.CAPTION, weight=500))
        self.updateGeometry()
        self.update()

    def _lead(self) -> int:
        """Width of number or icon with its gap."""
        if self._state.value[3]:
            return self._theme.px(14) + self._theme.gap(4)
        return self._bold_width() + self._theme.gap(7) if self._number else 0

    def _bold(self) -> QFont:
        return self._theme.font(Type.CAPTION_STRONG, weight=700)

    def _bold_width(self) -> int:
        return QFontMetrics(self._bold()).horizontalAdvance(self._number)

    def sizeHint(self) -> QSize:
        width = 2 * self._theme.gap(7) + self._lead() + self.fontMetrics().horizontalAdvance(self._words)
        return QSize(width, self._theme.size(SIZES.hit))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(72)), self._theme.size(SIZES.hit))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink, icon, _ = self._state.value
        ground = "acc_bg2" if self._state is ChipState.VERIFIED and (self.underMouse() or self.isDown()) else ground
        height = self._theme.size(SIZES.chip)
        area = QRect(0, (self.height() - height) // 2, self.width(), height)
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), SPACE.radius_tag, SPACE.radius_tag)
        self._draw_words(painter, area, self._theme.colour(ink), icon)
        painter.end()

    def _draw_words(self, painter: QPainter, area: QRect, ink: QColor, icon: str) -> None:
        x = self._theme.gap(7)
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        if icon:
            side = self._theme.px(14)
            icons.paint(painter, icon, ink, QRect(x, area.y() + (area.height() - side) // 2, side, side))
        elif self._number:
            painter.setFont(self._bold())
            painter.drawText(QRect(x, area.y(), area.width(), area.height()), middle, self._number)
        x += self._lead()
        room = self.width() - x - self._theme.gap(7)
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room + 1)
        painter.setFont(self.font())
        painter.drawText(QRect(x, area.y(), room + 2, area.height()), middle, words)
