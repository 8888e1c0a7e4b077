"""`RefusalBox`: why nothing is answered, what is near, what would help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govdesk.assistant.model import Refusal, RefusalReason
from govdesk.knowledge.model import Hit
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.card import Card
from govdesk.ui.kit.flow import FlowLayout
from govdesk.ui.kit.tags import State, StateTag
from govdesk.ui.kit.text import Text
from govdesk.ui.panes.chat.cards import title_of
from govdesk.ui.theme import Theme, Type

WHY = {
    RefusalReason.NOT_IN_DOCUMENTS: "자료에서 확인되지 않음",
    RefusalReason.ANNEX_ONLY: "별표 내용이 자료에 없음",
    RefusalReason.OUT_OF_SCOPE: "법령과 매뉴얼로 답할 물음이 아님",
}
BRING = {
    RefusalReason.NOT_IN_DOCUMENTS: "자료 가져오기",
    RefusalReason.ANNEX_ONLY: "별표 파일 가져오기",
}
"""The button that helps; none for what no document would answer."""


class Near(Button):
    """One of the nearest articles; `chosen` carries its hit."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, hit: Hit, parent: QWidget | None = None) -> None:
        super().__init__(theme, title_of(hit), icon="book", small=True, parent=parent)
        self._hit = hit
        self.setAccessibleName(self.tr("가까운 조문: {title}").format(title=title_of(hit)))
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._hit)


class RefusalBox(Card):
    """``RefusalBox(theme, refusal)``. `chosen(Hit)` opens a near article; `bring` asks for import."""

    chosen = Signal(object)
    bring = Signal()

    def __init__(self, theme: Theme, refusal: Refusal, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(refusal.headline)
        self._head = QHBoxLayout()
        self._head.addWidget(Text(theme, self.tr("답변"), Type.CAPTION_STRONG, role="mute", wrap=False))
        self._head.addWidget(StateTag(theme, State.REFUSED))
        self._head.addWidget(Text(theme, self.tr(WHY[refusal.reason]), Type.CAPTION, role="sub", wrap=False))
        self._head.addStretch(1)
        self.body.addLayout(self._head)
        self.body.addWidget(Text(theme, refusal.headline, Type.ANSWER, selectable=True))
        self.body.addWidget(Text(theme, refusal.help, Type.BODY, role="sub", selectable=True))
        self._buttons = FlowLayout(gap=theme.gap(6), row_gap=theme.gap(6))
        for hit in refusal.nearest:
            near = Near(theme, hit)
            near.chosen.connect(self.chosen)
            self._buttons.addWidget(near)
        if refusal.reason in BRING:
            bring = Button(theme, self.tr(BRING[refusal.reason]), icon="plus", small=True)
            bring.clicked.connect(self.bring)
            self._buttons.addWidget(bring)
        self.body.addLayout(self._buttons)
        follow(theme, self._space)

    def _space(self) -> None:
        self._head.setSpacing(self._theme.gap(8))
