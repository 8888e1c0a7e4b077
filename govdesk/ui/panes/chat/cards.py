"""The evidence of a question as cards: what the right column says of each hit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from govdesk.assistant.model import Confidence
from govdesk.knowledge.model import Collection, DocumentState
from govdesk.law.names import short_name
from govdesk.text.dates import korean_date
from govdesk.ui.panes.chat.article import excerpt, whole

if TYPE_CHECKING:
    from govdesk.assistant.model import Answer
    from govdesk.knowledge.model import Evidence, Hit
    from govdesk.ui.panes.chat.prose import Para

COLLECTION_NAMES = {
    Collection.MANUALS: "우리 기관 매뉴얼",
    Collection.CASES: "처리 사례",
    Collection.OWN: "내 문서",
    Collection.EXAMPLES: "예시 매뉴얼",
}


class CardState(Enum):
    """What a card says about its text; names are those of the kit's `State`."""

    SURE = auto()
    REFERENCE = auto()
    FUTURE = auto()
    REPEALED = auto()
    SUPERSEDED = auto()
    EXAMPLE = auto()


@dataclass(frozen=True, slots=True)
class Card:
    """One hit. `number` is the chips' number; `sure` what the filter 확실 keeps; `spans` the answering slices."""

    number: int
    hit: Hit
    title: str
    where: str
    state: CardState
    sure: bool
    spans: tuple[tuple[int, int], ...]

    @property
    def is_statute(self) -> bool:
        return self.hit.document.collection is Collection.STATUTES

    @property
    def reference(self) -> str:
        """``국가공무원 복무규정 제16조`` or the manual's title and heading."""
        passage = self.hit.passage
        return f"{self.hit.document.title} {passage.article or passage.heading}".strip()

    def short(self) -> tuple[Para, ...]:
        """The lines that answer, or the opening of what was only found."""
        return excerpt(self.hit.passage.text, self.spans, self.hit.document.title if self.is_statute else "")

    def full(self, text: str = "") -> tuple[Para, ...]:
        """The whole passage, or the whole article `text` that it is a part of."""
        own = self.hit.passage.text
        shift = text.find(own) if text else 0
        spans = tuple((a + shift, b + shift) for a, b in self.spans) if shift >= 0 else ()
        return whole(text or own, spans, self.hit.document.title if self.is_statute else "")


def cards_of(evidence: Evidence | None, answer: Answer | None) -> tuple[Card, ...]:
    """Every hit once: cited ones under their chips' number, the rest in rank order on the numbers left."""
    placed: dict[int, Hit] = {}
    spans: dict[int, list[tuple[int, int]]] = {}
    sure: set[int] = set()
    for citation in answer.citations if answer else ():
        placed.setdefault(citation.number, citation.hit)
        spans.setdefault(citation.number, []).extend(citation.spans)
        if citation.confidence is Confidence.SURE:
            sure.add(citation.number)
    seen = {hit.passage.id for hit in placed.values()}
    free = (number for number in range(1, 1000) if number not in placed)
    rest = {next(free): hit for hit in (evidence.hits if evidence else ()) if hit.passage.id not in seen}
    every = sorted({**placed, **rest}.items())
    return tuple(_card(number, hit, tuple(spans.get(number, ())), number in sure) for number, hit in every)


def guide_number(answer: Answer) -> int | None:
    """The evidence card that the how-to card was made of."""
    guide = answer.card
    if guide is None or guide.number is not None or not guide.source:
        return guide.number if guide else None
    for card in cards_of(answer.evidence, answer):
        if (card.hit.document.title, card.hit.passage.heading) == (guide.source, guide.title):
            return card.number
    return None


def _card(number: int, hit: Hit, spans: tuple[tuple[int, int], ...], sure: bool) -> Card:
    return Card(number, hit, title_of(hit), where_of(hit), _state(hit, sure), sure, spans)


def title_of(hit: Hit) -> str:
    """``복무규정 제16조(연가계획 및 승인)``; a manual's title with its section."""
    passage = hit.passage
    if not passage.article:
        return " ".join(part for part in (hit.document.title, passage.heading) if part)
    named = f"({passage.heading})" if passage.heading else ""
    return f"{short_name(hit.document.title)} {passage.article}{named}"


def where_of(hit: Hit) -> str:
    """``국가공무원 복무규정 › 제3장 휴가 · 2025. 12. 4. 시행`` or ``우리 기관 매뉴얼 · 2026년판 14쪽``."""
    document, passage = hit.document, hit.passage
    if document.collection is Collection.STATUTES:
        dated = f"{korean_date(document.effective)} 시행" if document.effective else "시행일 미정"
        return " · ".join((" › ".join((document.title, *passage.path)), dated))
    edition = f"{document.effective.year}년판" if document.effective else ""
    page = f"{passage.page}쪽" if passage.page else ""
    name = COLLECTION_NAMES[document.collection]
    return " · ".join(part for part in (name, *passage.path, f"{edition} {page}".strip()) if part)


def _state(hit: Hit, sure: bool) -> CardState:
    if hit.state is DocumentState.REPEALED:
        return CardState.REPEALED
    if hit.state in (DocumentState.FUTURE, DocumentState.FUTURE_HIDDEN):
        return CardState.FUTURE
    if hit.state is DocumentState.SUPERSEDED:
        return CardState.SUPERSEDED
    if hit.document.collection is Collection.EXAMPLES:
        return CardState.EXAMPLE
    return CardState.SURE if sure else CardState.REFERENCE
