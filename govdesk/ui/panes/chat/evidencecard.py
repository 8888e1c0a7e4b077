"""`EvidenceCard`: a hit beside the answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.card import Card as Frame
from govdesk.ui.kit.tags import State, StateTag
from govdesk.ui.kit.text import ElidedLabel, Text
from govdesk.ui.panes.chat.cards import Card
from govdesk.ui.panes.chat.prosebox import ProseBox
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE

FLASH_MS = 900
"""How long a card called by its chip stands on accent ground."""

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
KEYS = {Qt.Key.Key_Return: "opened", Qt.Key.Key_Enter: "opened", Qt.Key.Key_Space: "unfolded"}


class EvidenceCard(Frame):
    """``EvidenceCard(theme, card)``; ``set(card)`` brings it up to date.

    `taken`: it was clicked or focused. `opened`, `copied`, `unfolded`: its buttons (Enter opens, Space unfolds,
    Ctrl+Shift+C copies). `followed(str)`: a reference. `stepped(int)`: Up and Down, to the card before or after.
    """

    taken = Signal()
    opened = Signal()
    copied = Signal()
    unfolded = Signal()
    followed = Signal(str)
    stepped = Signal(int)

    def __init__(self, theme: Theme, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=SPACE.card - 1, parent=parent)
        self._card = card
        self._full = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = Text(theme, "", Type.BODY_STRONG, role="acc_text", wrap=False)
        self._title = ElidedLabel(theme, "", Type.BODY_STRONG)
        self._state = StateTag(theme, State.REFERENCE)
        self._where = ElidedLabel(theme, "", Type.CAPTION, role="mute", middle=True)
        self._words = ProseBox(theme, self.tr("조문"))
        self._fold = Button(theme, self.tr("펼치기"), kind="quiet", icon="chevron-down", small=True)
        self._tools = QWidget()
        self._head = QHBoxLayout()
        self._row = QHBoxLayout(self._tools)
        self._text = QVBoxLayout()
        self._build()
        self.set(card)
        follow(theme, self._space)

    def _build(self) -> None:
        open_ = Button(self._theme, self.tr("조문 열기"), kind="link", icon="external", small=True)
        copy = Button(self._theme, self.tr("복사"), kind="quiet", icon="copy", small=True)
        open_.clicked.connect(self.opened)
        copy.clicked.connect(self.copied)
        self._fold.clicked.connect(self._on_fold)
        self._words.followed.connect(self.followed)
        self._words.touched.connect(self.taken)
        self.pressed.connect(self.taken)
        for part, stretch in ((self._number, 0), (self._title, 1), (self._state, 0)):
            self._head.addWidget(part, stretch)
        for button in (open_, copy, self._fold):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._text.addLayout(self._head)
        self._text.addWidget(self._where)
        self._text.addWidget(self._words)
        self.body.addLayout(self._text)
        self.body.addWidget(self._tools)
        self._tools.setVisible(False)

    @property
    def card(self) -> Card:
        return self._card

    def set(self, card: Card) -> None:
        """Show another hit, or the same one with its answering sentences."""
        self._card = card
        self._full = False
        self._number.set(str(card.number))
        self._title.set(card.title)
        self._state.set_state(State[card.state.name])
        self._where.set(card.where)
        self._words.set_paras(card.short())
        self._show_fold()
        name = self.tr("근거 {number}, {title}, {state}")
        state = State[card.state.name].value[0]
        self.setAccessibleName(name.format(number=card.number, title=card.title, state=state))
        self.setAccessibleDescription(card.where)

    def unfold(self, text: str) -> None:
        """The whole article `text` (canonical) in place."""
        self._full = True
        self._words.set_paras(self._card.full(text))
        self._show_fold()

    def set_taken(self, on: bool) -> None:
        """The one that is looked at: accent edge and its buttons."""
        self.set_selected(on)
        self._tools.setVisible(on)

    def flash(self) -> None:
        """Draw the eye for a moment: ground, not movement."""
        self.set_ground("acc_bg", "line")
        QTimer.singleShot(FLASH_MS, self, self._unflash)

    @property
    def flashing(self) -> bool:
        return self._ground == "acc_bg"

    def _unflash(self) -> None:
        self.set_ground("surface", "line")

    def _on_fold(self) -> None:
        if self._full:
            self._full = False
            self._words.set_paras(self._card.short())
            self._show_fold()
        else:
            self.unfolded.emit()

    def _show_fold(self) -> None:
        self._fold.set_text(self.tr("접기") if self._full else self.tr("펼치기"))
        self._fold.set_icon_name("chevron-up" if self._full else "chevron-down")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        name = KEYS.get(key)
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if name == "opened":
            self.opened.emit()
        elif name == "unfolded":
            self._on_fold()
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key == Qt.Key.Key_C and event.modifiers() == control:
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def _space(self) -> None:
        gap = self._theme.gap
        self._head.setSpacing(gap(8))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap(2))
        self._text.setContentsMargins(gap(8), 0, gap(8), gap(2))
        self._text.setSpacing(gap(4))
        self.body.setContentsMargins(gap(4), gap(9), gap(4), gap(8))
        self.body.setSpacing(gap(2))
