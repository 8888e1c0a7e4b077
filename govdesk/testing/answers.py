"""Invented documents and answers: what tests and screenshots of the chat pane show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from govdesk.assistant.model import (
    Answer,
    Citation,
    CitationStatus,
    Confidence,
    EvidenceFound,
    GuideCard,
    GuideStep,
    Refusal,
    RefusalReason,
    TableRow,
)
from govdesk.jobs import Finished, TextPiece
from govdesk.knowledge.model import (
    Collection,
    Document,
    DocumentId,
    DocumentState,
    Evidence,
    Expansion,
    Hit,
    Passage,
    Query,
    Role,
)

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 12)
QUESTION = "휴가 다 썼는데 내년 거 당겨 쓸 수 있나요?"

RULE = Document(
    DocumentId("a1b2c3d4e5f6"),
    "990001",
    "공공사무 휴가규정",
    "대통령령",
    Collection.STATUTES,
    "공공사무휴가규정/대통령령.md",
    date(2025, 12, 4),
)
LOCAL = replace(
    RULE, id=DocumentId("a1b2c3d4e5f7"), series="990002", title="지방공공사무 휴가규정", effective=date(2025, 7, 22)
)
COMING = replace(
    RULE, id=DocumentId("a1b2c3d4e5f8"), series="990003", title="휴가보상 규정", effective=date(2027, 1, 1)
)
MANUAL = Document(
    DocumentId("b1b2c3d4e5f6"),
    "휴가 길잡이",
    "휴가 길잡이",
    "매뉴얼",
    Collection.MANUALS,
    "휴가 길잡이.docx",
    date(2026, 1, 1),
)
EXAMPLE = replace(MANUAL, id=DocumentId("b1b2c3d4e5f7"), title="한빛시 휴가 안내서", collection=Collection.EXAMPLES)

SIXTEEN = """① 부서의 장은 해마다 1월 안에 소속 직원의 휴가계획을 세워야 한다.
④ 부서의 장은 휴가 신청을 받았을 때에는 창구 운영에 큰 어려움이 없으면 받아들여야 한다.
⑥ 부서의 장은 제15조제1항에 따른 휴가를 모두 쓴 직원에게 다음 해 휴가의 범위에서 각 호의 일수를 미리 쓰게 할 수 있다.
1. 근무기간 1년 미만: 5일
2. 근무기간 1년 이상 2년 미만: 6일"""
FIFTEEN = """① 직원의 근무기간별 휴가 일수는 다음과 같다. 근무기간은 2026. 12. 1.(화)을 기준으로 셈한다.
1. 근무기간 1개월 이상 1년 미만: 11일
2. 근무기간 1년 이상 3년 미만: 15일"""
GUIDE = (
    "당겨 쓴 휴가는 다음 해가 시작되는 날 먼저 뺍니다. 그만두거나 쉴 예정인 직원은 남은 일수를 살핀 뒤 받아들입니다."
)


def passage(
    document: Document, article: str, heading: str, text: str, *, place: str = "", page: int | None = None
) -> Passage:
    role = Role.ARTICLE if article else Role.SECTION
    path = ("제3장 휴가",) if article else ("2 휴가",)
    return Passage(
        f"{document.id}-{article or heading}", document.id, 1, role, article, heading, path, place, text, page
    )


def hit(
    rank: int, document: Document, found: Passage, *, place: str = "", state: DocumentState = DocumentState.IN_FORCE
) -> Hit:
    return Hit(rank, 1 / rank, document, found, place, state)


HITS = (
    hit(1, RULE, passage(RULE, "제16조", "휴가계획 및 승인", SIXTEEN), place="제6항"),
    hit(2, RULE, passage(RULE, "제15조", "휴가 일수", FIFTEEN)),
    hit(3, MANUAL, passage(MANUAL, "", "2.3 휴가 당겨쓰기", GUIDE, page=14)),
    hit(
        4, LOCAL, passage(LOCAL, "제7조의3", "휴가 당겨쓰기", "휴가 일수가 없으면 다음 해 휴가를 미리 쓰게 할 수 있다.")
    ),
)


def evidence(hits: tuple[Hit, ...] = HITS, question: str = QUESTION) -> Evidence:
    return Evidence(Query(question, TODAY), hits, 31.0)


def span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def citation(number: int, found: Hit, place: str, words: str, **changes: Any) -> Citation:
    made = Citation(
        number,
        found,
        place,
        words,
        (span(found.passage.text, words),),
        CitationStatus.VERIFIED,
        Confidence.SURE,
    )
    return replace(made, **changes)


ALLOWED = citation(
    1,
    HITS[0],
    "제6항",
    "휴가를 모두 쓴 직원에게 다음 해 휴가의 범위에서 각 호의 일수를 미리 쓰게 할 수 있다.",
)
GRANTED = citation(1, HITS[0], "제4항", "휴가 신청을 받았을 때에는 창구 운영에 큰 어려움이 없으면 받아들여야 한다.")

ANSWER = Answer(
    question=QUESTION,
    as_of=TODAY,
    evidence=evidence(),
    decision="네, 미리 쓸 수 있습니다. 휴가를 모두 썼으면 다음 해 휴가 일수의 범위에서 미리 씁니다.",
    citations=(ALLOWED, GRANTED),
    table_title="근무기간별 한도",
    table=(
        TableRow(("1년 미만", "5일"), mine=True),
        TableRow(("1–2년", "6일")),
        TableRow(("2–3년", "7일")),
        TableRow(("3–4년", "8일")),
        TableRow(("4년 이상", "10일")),
    ),
    card=GuideCard(
        "2.3 휴가 당겨쓰기",
        "휴가 길잡이",
        None,
        (
            GuideStep("근거", ("공공사무 휴가규정 제16조제6항",)),
            GuideStep("절차", ("남은 휴가 확인", "근무 시스템에서 ‘휴가(당겨쓰기)’ 신청", "부서장 승인")),
            GuideStep("기한", ("쓰기 전날까지 신청. 급한 일은 그날 먼저 알리고 신청",)),
            GuideStep("서식", ("근무상황부(시스템 입력). 따로 정한 서식 없음",)),
            GuideStep("유의", ("당겨 쓴 일수만큼 다음 해 휴가에서 빠집니다.",)),
        ),
    ),
    next_line="저축한 휴가가 남아 있는지는 제16조제7항을 보세요.",
    twin_note="지방공공사무 휴가규정도 같은 내용입니다. 프로필이 국가직이라 공공사무 휴가규정으로 답했습니다.",
    expansions=(Expansion("연차", "연가", "쉬운 말"),),
    follow_ups=("당겨 쓴 휴가는 내년에 어떻게 빠지나요?", "휴가보상비가 줄어드나요?", "지방직도 같나요?"),
    retrieval_ms=31.0,
    first_piece_ms=44.0,
    total_ms=60.0,
)

REFUSED = Answer(
    question="출장 숙박비는 하루에 얼마까지 나오나요?",
    as_of=TODAY,
    evidence=evidence(HITS[:2]),
    refusal=Refusal(
        RefusalReason.ANNEX_ONLY,
        "숙박비 금액은 별표에 있는데 별표 내용이 자료에 없습니다.",
        "별표 파일(HWP, PDF)을 가져오면 답할 수 있습니다.",
        HITS[:2],
    ),
)


def pieces(answer: Answer) -> Iterator[object]:
    """What the answering job yields for an answer."""
    yield EvidenceFound(answer.evidence, answer.rewritten)
    for word in (answer.decision or (answer.refusal.headline if answer.refusal else "")).split(" "):
        yield TextPiece(word + " ")
    yield Finished(answer)
