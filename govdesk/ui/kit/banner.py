"""`Banner`: something to know in a pane, with its next step. Never a modal window."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui import icons
from govdesk.ui.kit.base import box, follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.text import Text
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE

BannerTone = Literal["info", "warn", "danger", "ok"]

BANNER_ICONS: dict[BannerTone, str] = {"info": "info", "warn": "warning", "danger": "alert", "ok": "check-circle"}


class Icon(QWidget):
    """``Icon(theme, "alert", role="danger", size=18)``: a drawing alone, decorative (not read out)."""

    def __init__(
        self, theme: Theme, name: str, *, role: str = "sub", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._role = role
        self._size = size
        follow(theme, self._restyle)

    def set(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self.update()

    def _restyle(self) -> None:
        side = self._theme.px(self._size)
        self.setFixedSize(side, side)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self._name, self._theme.colour(self._role), QRect(0, 0, self.width(), self.height()))
        painter.end()


class Banner(QFrame):
    """``Banner(theme, "danger", "읽지 못했습니다.", "암호를 푼 뒤 …")``; ``add_action("다시 시도")`` -> Button.

    Tones: info, warn, danger, ok. The first action is secondary, later ones quiet (`kind` overrides).
    ``set(headline, text)`` changes the words, ``set_tone`` the tone. Strong edge for a pane's error: ``strong=True``.
    """

    def __init__(
        self,
        theme: Theme,
        tone: BannerTone,
        headline: str,
        text: str = "",
        *,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: BannerTone = tone
        self._strong = strong
        self._icon = Icon(theme, BANNER_ICONS[tone], role=tone, size=18)
        self.headline = Text(theme, headline, Type.BODY_STRONG)
        self.text = Text(theme, text, Type.CONTROL, role="sub")
        self.text.setVisible(bool(text))
        self._words = QVBoxLayout()
        self._words.addWidget(self.headline)
        self._words.addWidget(self.text)
        self._actions = QHBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._actions)
        self.setAccessibleName(headline)
        follow(theme, self._restyle)

    def set(self, headline: str, text: str = "") -> None:
        self.headline.set(headline)
        self.text.set(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(headline)

    def set_tone(self, tone: BannerTone) -> None:
        self._tone = tone
        self._icon.set(BANNER_ICONS[tone], tone)
        self.update()

    def add_action(self, text: str, *, icon: str = "", kind: Literal["secondary", "quiet"] | None = None) -> Button:
        """Add a button at the right and return it."""
        chosen = kind or ("quiet" if self._actions.count() else "secondary")
        button = Button(self._theme, text, kind=chosen, icon=icon)
        self._actions.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def _restyle(self) -> None:
        gap = self._theme.gap
        self._row.setContentsMargins(gap(14), gap(8), gap(10), gap(8))
        self._row.setSpacing(gap(8))
        self._words.setSpacing(0)
        self._actions.setSpacing(gap(4))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self._tone if self._strong else f"{self._tone}_line"
        box(painter, self, self._theme.colour(f"{self._tone}_bg"), self._theme.colour(edge), radius=SPACE.radius_card)
        painter.end()
