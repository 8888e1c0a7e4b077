"""What an answer is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govdesk.knowledge.model import Evidence, Expansion, Hit

QUESTION_LIMIT = 2000
"""Characters of a question after trimming."""


class CitationStatus(StrEnum):
    VERIFIED = "verified"
    NO_SUCH_ARTICLE = "no_such_article"
    REPEALED = "repealed"
    NOT_IN_FORCE = "not_in_force"
    NOT_IN_STORE = "not_in_store"


class Confidence(StrEnum):
    SURE = "확실"
    """Quote checked and in force on the 기준일."""
    REFERENCE = "참고"
    """Manual, other profile, or weak match."""


class RefusalReason(StrEnum):
    NOT_IN_DOCUMENTS = "not_in_documents"
    ANNEX_ONLY = "annex_only"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote with its source. `number` is the chip's number = the evidence card's (1-based).

    `quote` is word for word from the source except that ``…`` stands for what was left out; `spans`
    are the slices of `hit.passage.text` it was taken from; `place` is ``제1항제2호``.
    """

    number: int
    hit: Hit
    place: str
    quote: str
    spans: tuple[tuple[int, int], ...]
    status: CitationStatus
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a short table picked from the evidence; `mine` marks the row of the person's profile."""

    cells: tuple[str, ...]
    mine: bool = False


@dataclass(frozen=True, slots=True)
class GuideStep:
    """A field of the how-to card: `label` is 근거, 절차, 기한, 서식 or 유의."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideCard:
    """이렇게 하세요: from a manual section (`number` of its evidence card) or from the articles' own steps."""

    title: str
    source: str
    number: int | None
    steps: tuple[GuideStep, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is answered, what would help, and the nearest articles (at most two, not an answer)."""

    reason: RefusalReason
    headline: str
    help: str
    nearest: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer or a refusal (exactly one of `decision` and `refusal` is set).

    `decision` is the sentence that decides, polite; `citations` in the order shown, at most three;
    `next_line` one pointer to what was not quoted; `twin_note` says which twin statute was chosen and why.
    `rewritten` is the question as it was searched when it differs from what was typed.
    """

    question: str
    as_of: date
    evidence: Evidence
    decision: str = ""
    citations: tuple[Citation, ...] = ()
    table_title: str = ""
    table: tuple[TableRow, ...] = ()
    card: GuideCard | None = None
    next_line: str = ""
    twin_note: str = ""
    notices: tuple[str, ...] = ()
    refusal: Refusal | None = None
    rewritten: str = ""
    expansions: tuple[Expansion, ...] = ()
    follow_ups: tuple[str, ...] = ()
    engine: str = "basic"
    retrieval_ms: float = 0.0
    first_piece_ms: float = 0.0
    total_ms: float = 0.0

    @property
    def text(self) -> str:
        """The whole answer as plain text, as `govdesk ask` prints it and as copy takes it."""
        from govdesk.assistant.plain import render

        return render(self)


@dataclass(frozen=True, slots=True)
class EvidenceFound:
    """Event: what the search found, shown before the answer."""

    evidence: Evidence
    rewritten: str


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation with what answered it."""

    question: str
    answer: Answer | None
