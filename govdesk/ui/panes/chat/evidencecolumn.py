"""`EvidenceColumn`: the cards of the question that is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import ChipToggle
from govdesk.ui.kit.card import Panel, Scroll
from govdesk.ui.kit.text import Text
from govdesk.ui.panes.chat.cards import Card
from govdesk.ui.panes.chat.evidencecard import EvidenceCard
from govdesk.ui.panes.chat.page import Page
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES, SPACE

FILTERS = ("전체", "확실", "참고")


class EvidenceColumn(Panel):
    """``show_cards(cards)``, ``flash(number)``, ``unfold(number, text)``. Signals carry the card's number."""

    opened = Signal(int)
    copied = Signal(int)
    unfolded = Signal(int)
    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg", parent=parent)
        self.setAccessibleName(self.tr("근거"))
        self._cards: list[EvidenceCard] = []
        self._spare: list[EvidenceCard] = []
        self._owner: object = None
        self._wanted: tuple[Card, ...] = ()
        self._done = 0
        self._taken = 0
        self._head = Panel(theme, "sunken", edge="bottom", row=True)
        self._title = Text(theme, self.tr("근거"), Type.BODY_STRONG, wrap=False)
        self._count = Text(theme, "", Type.BODY_STRONG, role="acc_text", wrap=False)
        self._filters = QButtonGroup(self)
        self._chips = [ChipToggle(theme, self.tr(name), checked=not at, tick=False) for at, name in enumerate(FILTERS)]
        self._none = Text(theme, "", Type.CONTROL, role="mute")
        self._list = Page()
        self._column = self._list.column
        self._scroll = Scroll(theme, self._list, name=self.tr("근거 카드"))
        self._build()
        self.show_cards(None, ())
        follow(theme, self._space)

    def _build(self) -> None:
        row = self._head.body
        for part in (self._title, self._count):
            row.addWidget(part)
        row.addStretch(1)
        chips = QHBoxLayout()
        chips.setSpacing(self._theme.gap(4))
        for at, chip in enumerate(self._chips):
            self._filters.addButton(chip, at)
            chips.addWidget(chip)
        if isinstance(row, QHBoxLayout):
            row.addLayout(chips)
        self._filters.idClicked.connect(self._filter)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        self.body.addWidget(self._head)
        self.body.addWidget(self._scroll, 1)

    @property
    def cards(self) -> list[EvidenceCard]:
        """Every card in the column, filtered ones too."""
        self._set_rest()
        return list(self._cards)

    def show_cards(self, owner: object, cards: tuple[Card, ...]) -> None:
        """Show `cards`, the first at once and the rest bit by bit, so that the window never waits for them.

        For another `owner` (turn) the column goes back to its top and to no filter.
        """
        fresh = owner != self._owner
        self._owner, self._wanted, self._done = owner, cards, 0
        while len(self._cards) > len(cards):
            gone = self._cards.pop()
            gone.hide()
            self._spare.append(gone)
        if fresh:
            self._chips[0].setChecked(True)
            self._scroll.verticalScrollBar().setValue(0)
            self._taken = 0
        if cards and not self._taken:
            self._taken = next((card.number for card in cards if card.spans), cards[0].number)
        self._tell(cards)
        self._set_next()

    def _set_next(self) -> None:
        """Bring the next card up to date (5 ms for a new one, 1 ms for one used again), and come back for the rest."""
        if self._done < len(self._wanted):
            self._set_one()
        if self._done < len(self._wanted):
            QTimer.singleShot(0, self, self._set_next)

    def _set_rest(self) -> None:
        while self._done < len(self._wanted):
            self._set_one()

    def _set_one(self) -> None:
        card = self._wanted[self._done]
        if self._done == len(self._cards):
            self._cards.append(self._spare.pop() if self._spare else self._made(card))
        widget = self._cards[self._done]
        if widget.card != card:
            widget.set(card)
        widget.set_taken(card.number == self._taken)
        widget.setVisible(self._passes(card))
        self._done += 1

    def _made(self, card: Card) -> EvidenceCard:
        widget = EvidenceCard(self._theme, card)
        widget.taken.connect(self._on_taken)
        widget.opened.connect(self._on_opened)
        widget.copied.connect(self._on_copied)
        widget.unfolded.connect(self._on_unfolded)
        widget.followed.connect(self.followed)
        widget.stepped.connect(self._on_stepped)
        self._column.insertWidget(len(self._cards), widget)
        return widget

    def _tell(self, cards: tuple[Card, ...]) -> None:
        sure = sum(card.sure for card in cards)
        self._count.set(str(len(cards)) if cards else "")
        for chip, number in zip(self._chips[1:], (sure, len(cards) - sure), strict=True):
            chip.set_text(f"{self.tr(FILTERS[self._chips.index(chip)])} {number}")
        for chip in self._chips:
            chip.setVisible(bool(cards))
        self._none.set("" if cards else self.tr("질문하면 찾은 조문과 매뉴얼이 여기에 나옵니다."))
        self._none.setVisible(not cards)

    def flash(self, number: int) -> None:
        """Bring a card into sight and draw the eye to it."""
        widget = self.widget_of(number)
        if widget is None:
            return
        if widget.isHidden():
            self._chips[0].setChecked(True)
            self._filter(0)
        self._take(number)
        self._column.activate()
        self._scroll.ensureWidgetVisible(widget, 0, self._theme.gap(SPACE.card_gap))
        widget.flash()

    def unfold(self, number: int, text: str) -> None:
        widget = self.widget_of(number)
        if widget is not None:
            widget.unfold(text)

    def widget_of(self, number: int) -> EvidenceCard | None:
        """The widget of a card, made now if it was still to come."""
        self._set_rest()
        return next((widget for widget in self._cards if widget.card.number == number), None)

    def _take(self, number: int) -> None:
        self._taken = number
        for widget in self._cards:
            widget.set_taken(widget.card.number == number)

    def _filter(self, _which: int) -> None:
        self._set_rest()
        for widget in self._cards:
            widget.setVisible(self._passes(widget.card))

    def _passes(self, card: Card) -> bool:
        which = self._filters.checkedId()
        return which <= 0 or card.sure == (which == 1)

    def _number(self) -> int:
        sender = self.sender()
        return sender.card.number if isinstance(sender, EvidenceCard) else 0

    def _on_taken(self) -> None:
        self._take(self._number())

    def _on_opened(self) -> None:
        self.opened.emit(self._number())

    def _on_copied(self) -> None:
        self.copied.emit(self._number())

    def _on_unfolded(self) -> None:
        self.unfolded.emit(self._number())

    def _on_stepped(self, by: int) -> None:
        seen = [widget for widget in self._cards if not widget.isHidden()]
        at = next((at for at, widget in enumerate(seen) if widget is self.sender()), 0)
        nearest = seen[min(max(at + by, 0), len(seen) - 1)]
        nearest.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(nearest, 0, self._theme.gap(SPACE.card_gap))

    def _space(self) -> None:
        gap = self._theme.gap
        self._head.setFixedHeight(self._theme.size(SIZES.column_head + 4))
        self._head.set_margins(gap(16), 0, gap(12), 0)
        self._head.body.setSpacing(gap(6))
        self._column.setContentsMargins(gap(12), gap(10), gap(12), gap(12))
        self._column.setSpacing(gap(SPACE.card_gap))
