"""What the evidence column does: chips, cards, references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdesk.text.dates import korean_date
from govdesk.ui.panes.chat.contract import ChatView, Work
from govdesk.ui.requests import OpenArticle

if TYPE_CHECKING:
    from datetime import date

    from govdesk.app import Desk
    from govdesk.knowledge.model import Hit
    from govdesk.records.chats import TurnId
    from govdesk.ui.panes.chat.asked import Asked
    from govdesk.ui.panes.chat.cards import Card
    from govdesk.ui.panes.chat.guard import Guard
    from govdesk.ui.panes.chat.session import Session


def citation_text(card: Card) -> str:
    """The card's passage in its original characters, with where it stands."""
    effective = card.hit.document.effective
    dated = f", {korean_date(effective)} 시행" if effective and card.is_statute else ""
    return f"{card.hit.passage.text}\n({card.reference}{dated})"


class EvidencePresenter:
    """Acts on the cards of the turn that is looked at."""

    def __init__(self, view: ChatView, desk: Desk, work: Work, session: Session, guard: Guard) -> None:
        self._view = view
        self._desk = desk
        self._work = work
        self._session = session
        self._guard = guard

    def look_at(self, asked: Asked | None) -> None:
        """Show the evidence of a turn beside it."""
        self._session.selected = asked.id if asked else None
        self._view.show_cards(self._session.selected, self._session.cards())

    def select(self, turn: TurnId) -> None:
        """A turn was touched: its evidence comes into the column."""
        if turn != self._session.selected:
            self.look_at(self._session.turn(turn))

    def show_citation(self, turn: TurnId, number: int) -> None:
        """A chip was chosen: its card comes into sight."""
        self.select(turn)
        self._view.flash_card(number)

    def open_card(self, number: int) -> None:
        """조문 열기."""
        card = self._session.card(number)
        if card is not None:
            self.open_hit(card.hit)

    def open_hit(self, hit: Hit) -> None:
        passage = hit.passage
        self._view.request(OpenArticle(hit.document.id, passage.article, hit.place, passage.id, self._day()))

    def copy_card(self, number: int) -> None:
        """The text of a card with its citation."""
        card = self._session.card(number)
        if card is not None:
            self._view.put_on_clipboard(citation_text(card))

    def unfold(self, number: int) -> None:
        """The whole article in its card, read from the store where the card holds only a part of it."""
        card = self._session.card(number)
        if card is None:
            return
        passage, turn = card.hit.passage, self._session.selected
        if not (passage.article and passage.place):
            self._view.unfold_card(number, passage.text)
            return

        def show(text: str) -> None:
            if self._session.selected == turn:
                self._view.unfold_card(number, text or passage.text)

        def read() -> str:
            return "\n".join(p.text for p in self._desk.store().articles_named(passage.document_id, passage.article))

        self._work.read(read, on_finished=show, on_error=self._guard.show)

    def open_reference(self, reference: str) -> None:
        """A reference in a text was chosen: ``정보공개법 제11조제1항``."""
        day = self._day()

        def read() -> OpenArticle:
            target = self._desk.store().resolve(reference, day)
            return OpenArticle(target.document.id, target.article, target.place, as_of=day)

        self._work.read(read, on_finished=self._view.request, on_error=self._guard.show)

    def _day(self) -> date:
        asked = self._session.turn(self._session.selected)
        return asked.as_of if asked else self._desk.today()
