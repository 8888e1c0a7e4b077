"""How a document's state on the 기준일 is said."""

from __future__ import annotations

from datetime import date

from govdesk.knowledge.model import Collection, Document, DocumentState
from govdesk.text.dates import korean_date

ORDER = (
    DocumentState.IN_FORCE,
    DocumentState.FUTURE,
    DocumentState.REPEALED,
    DocumentState.FUTURE_HIDDEN,
    DocumentState.SUPERSEDED,
)
"""Which edition of a series stands in the tree: the first of these that there is."""

FUTURE_STATES = (DocumentState.FUTURE, DocumentState.FUTURE_HIDDEN)


def dated(day: date | None) -> str:
    """``2027. 1. 1.`` or ``날짜 미정``."""
    return korean_date(day) if day else "날짜 미정"


def state_words(document: Document, state: DocumentState) -> str:
    """The words of the state tag; ``""`` for a manual that simply answers."""
    if state in FUTURE_STATES:
        return f"시행 예정({dated(document.effective)})"
    if state is DocumentState.REPEALED:
        return "폐지"
    if state is DocumentState.SUPERSEDED:
        return "옛 판"
    if document.collection is Collection.STATUTES:
        return "시행 중"
    return "예시" if document.collection is Collection.EXAMPLES else ""


def warning(document: Document, state: DocumentState, as_of: date, current: Document | None) -> tuple[str, str]:
    """Headline and next step shown above a text that does not simply answer; two empty texts for one that does."""
    if state in FUTURE_STATES:
        headline = f"{dated(document.effective)}부터 시행될 조문입니다."
        if state is DocumentState.FUTURE:
            return headline, "현행 조문은 자료에 없습니다."
        return headline, f"기준일({korean_date(as_of)})에는 다른 판이 시행 중입니다."
    if state is DocumentState.REPEALED:
        return f"{dated(document.effective)}에 폐지되었습니다.", "지나간 일에만 참고하세요."
    if state is DocumentState.SUPERSEDED:
        newer = f"{dated(current.effective)} 판" if current else "새 판"
        return "옛 판입니다.", f"기준일({korean_date(as_of)})에는 {newer}을 봅니다."
    return "", ""
