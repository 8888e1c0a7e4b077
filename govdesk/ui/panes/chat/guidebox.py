"""`GuideBox`: the how-to card (이렇게 하세요)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from govdesk.assistant.model import GuideCard
from govdesk.ui.kit.banner import Icon
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.card import Card
from govdesk.ui.kit.text import ElidedLabel, Line, Text
from govdesk.ui.panes.chat.layout import guide
from govdesk.ui.panes.chat.prosebox import ProseBox
from govdesk.ui.theme import Theme, Type

TITLE = "이렇게 하세요"


class SourceLink(Button):
    """``3  복무 길잡이 2.3``: cut where the head is narrow, the whole is the tooltip."""

    def __init__(self, theme: Theme, number: int, words: str, parent: QWidget | None = None) -> None:
        self._words = f"{number}  {words}"
        super().__init__(theme, self._words, kind="link", small=True, parent=parent)
        self.setAccessibleName(self.tr("근거 {number}: {words}").format(number=number, words=words))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self.sizeHint().height())

    def _width(self) -> int:
        return 2 * self._padding() + self.fontMetrics().horizontalAdvance(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * self._padding()
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room + 1)
        self.setText(cut)
        self.setToolTip("" if cut == self._words else self._words)


class GuideBox(Card):
    """``GuideBox(theme, card, number)``: head with its source, then a row a field. Signals as `ProseBox`."""

    followed = Signal(str)
    touched = Signal()

    def __init__(self, theme: Theme, card: GuideCard, number: int | None, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self._card = card
        self._number = number
        self.setAccessibleName(self.tr(TITLE))
        self._head = QHBoxLayout()
        self._head.addWidget(Icon(theme, "list", role="sub", size=16))
        self._head.addWidget(Text(theme, self.tr(TITLE), Type.BODY_STRONG, wrap=False))
        self._head.addStretch(1)
        self._head.addWidget(self._source())
        self._labels: list[Text] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for row, line in enumerate(guide(card)):
            label = Text(theme, line.label, Type.BODY_MEDIUM, role="mute", wrap=False)
            self._labels.append(label)
            words = ProseBox(theme, line.label)
            words.set_paras(line.paras)
            words.followed.connect(self.followed)
            words.touched.connect(self.touched)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
        self.body.addLayout(self._head)
        self.body.addWidget(Line(theme))
        self.body.addLayout(self._grid)
        follow(theme, self._space)

    def _source(self) -> QWidget:
        """Where the steps come from; with a number it leads to the evidence."""
        words = " ".join(part for part in (self._card.source, self._card.title) if part)
        if self._number is None:
            return ElidedLabel(self._theme, words, Type.CONTROL, role="mute")
        button = SourceLink(self._theme, self._number, words)
        button.clicked.connect(self._go)
        return button

    def _go(self) -> None:
        self.followed.emit(f"chip:{self._number}")

    def _space(self) -> None:
        gap = self._theme.gap
        for label in self._labels:
            label.setFixedHeight(self._theme.line(Type.BODY))
        self._head.setContentsMargins(gap(12), 0, gap(4), 0)
        self._head.setSpacing(gap(6))
        self._grid.setContentsMargins(gap(12), gap(5), gap(12), gap(7))
        self._grid.setHorizontalSpacing(gap(20))
        self._grid.setVerticalSpacing(gap(5))
        self.body.setContentsMargins(0, 1, 0, 0)
        self.body.setSpacing(0)
