"""One question on its way: events in, what to show out, the answer stored at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from govdesk.assistant.contract import dump, load
from govdesk.assistant.model import Answer, EvidenceFound
from govdesk.jobs import TextPiece
from govdesk.knowledge.model import Evidence, Query
from govdesk.law.names import short_name
from govdesk.ui.panes.chat.asked import STOPPED_ENGINE, Asked, Phase

if TYPE_CHECKING:
    from govdesk.records.chats import Chats, StoredTurn


def warm() -> None:
    """Load what storing and showing an answer needs (a tenth of a second); call off the window's thread."""
    blank = Answer("", date.min, Evidence(Query("", date.min), (), 0.0))
    load(dump(blank))
    short_name("")


def after(asked: Asked, event: object) -> Asked:
    """`asked` once `event` of the answering job has come; events it does not know change nothing."""
    if not asked.phase.running:
        return asked
    if isinstance(event, EvidenceFound):
        return replace(asked, phase=Phase.PICKING, evidence=event.evidence, rewritten=event.rewritten)
    if isinstance(event, TextPiece):
        return replace(asked, phase=Phase.WRITING, streamed=asked.streamed + event.text)
    return asked


def answered(asked: Asked, answer: Answer) -> Asked:
    """`asked` with its whole answer."""
    return replace(
        asked, phase=Phase.DONE, answer=answer, evidence=answer.evidence, rewritten=answer.rewritten, streamed=""
    )


def stopped(asked: Asked) -> Asked:
    """What stands when the person presses 멈춤."""
    return replace(asked, phase=Phase.STOPPED)


def failed(asked: Asked) -> Asked:
    return replace(asked, phase=Phase.FAILED)


def store(chats: Chats, asked: Asked) -> None:
    """Write the answer, or what stands of it; nothing where not even the evidence came."""
    standing = asked.answer
    if standing is None and asked.evidence is not None and asked.phase is Phase.STOPPED:
        standing = Answer(
            question=asked.question,
            as_of=asked.as_of,
            evidence=asked.evidence,
            decision=asked.streamed,
            rewritten=asked.rewritten,
            engine=STOPPED_ENGINE,
        )
    if standing is not None:
        chats.answer(asked.id, dump(standing))


def restored(turn: StoredTurn, today: date) -> Asked:
    """A turn as it was: answered, or stopped with what stood. `today` is its 기준일 if nothing was stored."""
    answer = load(turn.answer) if turn.answer else None
    bare = Asked(turn.id, turn.question, turn.asked, today, Phase.STOPPED, helpful=turn.helpful)
    if answer is None:
        return bare
    bare = replace(bare, as_of=answer.as_of, evidence=answer.evidence, rewritten=answer.rewritten)
    if answer.engine == STOPPED_ENGINE:
        return replace(bare, streamed=answer.decision)
    return answered(bare, answer)
