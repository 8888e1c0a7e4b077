"""What the chat pane shows of one question, as values without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdesk.assistant.model import Answer
    from govdesk.knowledge.model import Evidence
    from govdesk.records.chats import TurnId

STOPPED_ENGINE = "stopped"
"""`Answer.engine` of what stood when the person pressed 멈춤; such an answer is never quoted later."""


class Phase(StrEnum):
    """How far a question has come."""

    SEARCHING = "searching"
    PICKING = "picking"
    """The evidence is there, no word of the answer yet."""
    WRITING = "writing"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def running(self) -> bool:
        return self in (Phase.SEARCHING, Phase.PICKING, Phase.WRITING)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what stands of its answer.

    `streamed` is what came in so far and is dropped once `answer` is there. `rewritten` is the question
    as it was searched when that differs from what was typed. `asked` is local time.
    """

    id: TurnId
    question: str
    asked: datetime
    as_of: date
    phase: Phase
    evidence: Evidence | None = None
    answer: Answer | None = None
    streamed: str = ""
    rewritten: str = ""
    helpful: bool | None = None

    @property
    def doing(self) -> str:
        """What is being done, for the grey lines; ``""`` when nothing is."""
        if self.phase is Phase.SEARCHING:
            return "자료에서 찾는 중"
        if self.phase is Phase.PICKING:
            found = len(self.evidence.hits) if self.evidence else 0
            return f"근거 {found}건을 찾음 · 문장을 고르는 중"
        return "쓰는 중" if self.phase is Phase.WRITING else ""
