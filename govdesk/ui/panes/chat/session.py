"""The conversation on screen: its turns, which of them stand before the first on screen, which is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdesk.ui.panes.chat.cards import Card, cards_of

if TYPE_CHECKING:
    from govdesk.assistant.model import Turn
    from govdesk.records.chats import ChatId, TurnId
    from govdesk.ui.panes.chat.asked import Asked

PAGE = 8
"""Turns set at once; earlier ones on request (a turn takes some milliseconds to lay out)."""


class Session:
    """Plain state; `chat` is None until the first question is stored."""

    def __init__(self) -> None:
        self.chat: ChatId | None = None
        self.turns: list[Asked] = []
        self.earlier: list[Asked] = []
        self.selected: TurnId | None = None

    def begin(self, chat: ChatId | None, turns: list[Asked]) -> None:
        """Take up a conversation; its last page is on screen."""
        self.chat, self.turns, self.earlier = chat, turns[-PAGE:], turns[:-PAGE]

    def page_back(self) -> list[Asked]:
        """Move the page before those on screen to them."""
        page, self.earlier = self.earlier[-PAGE:], self.earlier[:-PAGE]
        self.turns = page + self.turns
        return page

    def turn(self, turn: TurnId | None) -> Asked | None:
        return next((t for t in (*self.turns, *self.earlier) if t.id == turn), None)

    def put(self, asked: Asked) -> None:
        """Add a turn at the end, or replace the one with its id."""
        for index, turn in enumerate(self.turns):
            if turn.id == asked.id:
                self.turns[index] = asked
                return
        self.turns.append(asked)

    @property
    def running(self) -> Asked | None:
        return next((t for t in reversed(self.turns) if t.phase.running), None)

    def before(self, turn: TurnId) -> tuple[Turn, ...]:
        """The answered turns before `turn`, for a follow-up to lean on."""
        from govdesk.assistant.model import Turn

        older = (t for t in (*self.earlier, *self.turns) if t.id < turn)
        return tuple(Turn(t.question, t.answer) for t in older if t.answer is not None)

    def cards(self) -> tuple[Card, ...]:
        """The evidence of the turn looked at."""
        asked = self.turn(self.selected)
        return cards_of(asked.evidence, asked.answer) if asked else ()

    def card(self, number: int) -> Card | None:
        return next((card for card in self.cards() if card.number == number), None)
