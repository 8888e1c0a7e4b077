"""`TurnFoot`: what can be done with an answer: copy, say whether it helped, ask again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button, IconButton
from govdesk.ui.kit.text import Text
from govdesk.ui.panes.chat.asked import Asked, Phase
from govdesk.ui.theme import Theme, Type


class TurnFoot(QWidget):
    """Hidden while the answer is on its way."""

    copied = Signal()
    helped = Signal(bool)
    again = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._copy = Button(theme, self.tr("복사"), kind="quiet", icon="copy", small=True)
        self._copy.setAccessibleName(self.tr("답변 복사"))
        self._again = Button(theme, self.tr("다시 묻기"), kind="quiet", icon="refresh", small=True)
        self._label = Text(theme, self.tr("도움이 되었나요?"), Type.CAPTION, role="mute", wrap=False)
        self._up = IconButton(theme, "thumb-up", self.tr("도움이 됨"), small=True)
        self._down = IconButton(theme, "thumb-down", self.tr("도움이 안 됨"), small=True)
        for thumb in (self._up, self._down):
            thumb.setCheckable(True)
        self._copy.clicked.connect(self.copied)
        self._again.clicked.connect(self.again)
        self._up.clicked.connect(self._say_up)
        self._down.clicked.connect(self._say_down)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._copy)
        self._row.addWidget(self._again)
        self._row.addStretch(1)
        for part in (self._label, self._up, self._down):
            self._row.addWidget(part)
        follow(theme, self._space)

    def show_turn(self, asked: Asked) -> None:
        answered = asked.answer is not None
        broken = asked.phase in (Phase.STOPPED, Phase.FAILED)
        self.setVisible(answered or broken)
        self._copy.setVisible(answered or bool(asked.streamed))
        self._again.setVisible(broken)
        for part in (self._label, self._up, self._down):
            part.setVisible(answered)
        self._up.setChecked(asked.helpful is True)
        self._down.setChecked(asked.helpful is False)

    def _say_up(self) -> None:
        self.helped.emit(True)

    def _say_down(self) -> None:
        self.helped.emit(False)

    def _space(self) -> None:
        self._row.setContentsMargins(0, self._theme.gap(6), 0, 0)
        self._row.setSpacing(self._theme.gap(4))
