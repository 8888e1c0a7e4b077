"""What follows the quotes: one pointer to what was not quoted, further questions, a short table, the how-to card."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdesk.assistant import slots
from govdesk.assistant.blocks import Part
from govdesk.assistant.compose import Chosen, Composition
from govdesk.assistant.decide import Decider
from govdesk.assistant.model import GuideCard, GuideStep, TableRow
from govdesk.assistant.question import Kind, Question
from govdesk.assistant.quotes import Picked
from govdesk.assistant.units import ScoredBlock
from govdesk.knowledge.model import Evidence, Hit, Role
from govdesk.settings.profile import Profile, Tenure
from govdesk.text.numbers import find_spans
from govdesk.text.particles import attach

POINTER = 60
"""Characters of the pointer line's sentence."""
LABELS = ("근거", "절차", "기한", "서식", "유의")
STEPS = 4
SPEAKS = 0.6
"""Share of the answering article's coverage from which a manual section speaks of the question too."""

_LABELLED = re.compile(r"^\s*[-*]\s*(근거|절차|기한|서식|유의)\s*:\s*(.+)$", re.MULTILINE)
_NUMBERED = re.compile(r"\s*\d+\)\s*")
_FORM = re.compile(r"별지 제\d+호(?:의\d+)?서식")
_ACTION = re.compile(r"(?:하여야|해야|어야|아야) 한다|한다\.?$|할 수 있다\.?$")


def pointer(composition: Composition, decider: Decider) -> str:
    """``연장하면 … 통지하여야 합니다(제3항).``: the next unit of the same article, in short, or ``""``."""
    taken = {
        one.picked.block.order for one in composition.chosen if one.hit.passage.id == composition.main.hit.passage.id
    }
    rest = sorted((b for b in composition.main.blocks if b.block.order not in taken), key=lambda b: -b.points)
    for scored in rest[:3]:
        if not scored.block.heads or not scored.block.place or slots.DELEGATION.search(scored.block.heads[0].text):
            continue
        first = next((i for i, c in enumerate(scored.block.clauses) if c.part is Part.MAIN), None)
        if first is None:
            continue
        sentence = decider.sentence(Picked(scored.block, (first,)))
        if sentence and len(sentence) <= POINTER and "각 호" not in sentence:
            return f"{sentence.rstrip('.')}({scored.block.place})."
    return _left_out(composition.chosen)


def _left_out(chosen: Sequence[Chosen]) -> str:
    first = chosen[0].picked
    hidden = [c for i, c in enumerate(first.block.clauses) if i not in first.chosen]
    if any(clause.part is Part.PROVISO for clause in hidden):
        return f"단서가 있습니다({first.block.hit.passage.article}{first.block.place} 단서)."
    items = [clause for clause in hidden if clause.part is Part.ITEM and clause.parent < 0]
    if items:
        return f"그 밖에 {len(items)}개 호가 더 있습니다({first.block.hit.passage.article}{first.block.place})."
    return ""


def follow_ups(question: Question, composition: Composition, neighbours: Sequence[str]) -> tuple[str, ...]:
    """Up to three questions that the same article or its neighbours answer."""
    asked: list[str] = []
    chosen = {one.picked.block.order for one in composition.chosen}
    rest = " ".join(
        clause.clause.text
        for block in composition.main.blocks
        if block.block.order not in chosen
        for clause in block.clauses
    )
    topic = _topic(composition.main.hit) if composition.main.hit.passage.article else ""
    for kind, pattern, wording in _WORDINGS:
        if topic and not question.asks(kind) and pattern.search(rest):
            asked.append(wording.format(topic=topic, topic_은=attach(topic, "은/는")))
    for heading in neighbours:
        asked.append(_asking(heading))
    return tuple(dict.fromkeys(asked))[:3]


def _asking(heading: str) -> str:
    """A heading as a question."""
    if heading.endswith(("나", "까", "나요")):
        return f"{heading}?"
    return (
        f"{heading} 어떻게 하나요?"
        if heading.endswith(("때", "경우"))
        else f"{attach(heading, '은/는')} 어떻게 하나요?"
    )


_WORDINGS = (
    (Kind.EXTENSION, slots.EXTENSION, "{topic} 기간을 늘릴 수 있나요?"),
    (Kind.DEADLINE, slots.PERIOD, "{topic_은} 언제까지 해야 하나요?"),
    (Kind.EXCEPTION, re.compile(r"그러하지 아니|적용하지 아니|아니할 수 있다"), "{topic}에 예외가 있나요?"),
    (Kind.PROCEDURE, re.compile(r"통지하여야|통지해야|알려야"), "{topic} 결과는 어떻게 알리나요?"),
    (Kind.FAILURE, slots.CONSEQUENCE, "{topic_은} 어기면 어떻게 되나요?"),
)


def _topic(hit: Hit) -> str:
    """The article's title as a noun: without brackets, ``등`` and what follows a list."""
    heading = re.sub(r"\([^)]*\)", "", hit.passage.heading)
    heading = re.split(r"[ㆍ,]| 및 ", heading)[0]
    return re.sub(r"\s*등(?:의 특례)?$", "", heading).strip() or hit.document.title


def neighbour_topics(hit: Hit, headings: Sequence[tuple[str, str]]) -> list[str]:
    """Titles of the articles before and after `hit`'s (``headings``: article and title in order), fit for a
    question."""
    own = (hit.passage.article, hit.passage.heading)
    if own not in headings:
        return []
    at = list(headings).index(own)
    near = [headings[i][1] for i in (at + 1, at - 1) if 0 <= i < len(headings)]
    plain = [re.sub(r"^[\d.]+\s+|\([^)]*\)", "", title).strip() for title in near]
    return [title for title in plain if title and len(title) <= 26 and title not in ("목적", "정의", "벌칙", "과태료")]


def table(composition: Composition, profile: Profile, question: Question) -> tuple[str, tuple[TableRow, ...]]:
    """A drawn table of the quoted unit, or items that are intervals: the person's own row marked."""
    block = composition.chosen[0].picked.block
    rows = [clause for clause in block.rows if len([cell for cell in clause.cells if cell]) >= 2]
    ranged = [clause.cells for clause in rows if find_spans(clause.cells[0])]
    if len(ranged) < 2:
        ranged = [_two(item.text) for item in block.items if ": " in item.text and find_spans(item.text.split(": ")[0])]
    if len(ranged) < 2:
        return "", ()
    title = next((row.cells[-1] for row in rows if not find_spans(row.cells[0])), composition.main.hit.passage.heading)
    return title, tuple(TableRow(cells, _mine(cells[0], profile, question)) for cells in ranged[:8])


def _two(text: str) -> tuple[str, str]:
    left, _, right = text.partition(": ")
    return left.strip(), right.strip()


_YEARS = {Tenure.UNDER_1: 0.5, Tenure.FROM_1_TO_3: 2.0, Tenure.FROM_3_TO_5: 4.0, Tenure.OVER_5: 6.0}


def _mine(cell: str, profile: Profile, question: Question) -> bool:
    if slots.interval_of(cell, question):
        return True
    if question.quantities or profile.tenure is None or profile.tenure in (Tenure.FROM_1_TO_3, Tenure.FROM_3_TO_5):
        return False
    return any(span.unit == "년" and span.holds(_YEARS[profile.tenure]) for span in find_spans(cell))


def card(
    question: Question, composition: Composition, evidence: Evidence, numbers: dict[str, int], decider: Decider
) -> GuideCard | None:
    """이렇게 하세요: from the best manual section found, else from the article's own steps where a procedure
    is asked."""
    manuals = [hit for hit in evidence.hits[:5] if hit.passage.role is Role.SECTION and _steps_of(hit)]
    manual = next((hit for hit in manuals if _near(hit, composition)), None)
    if manual is not None:
        number = numbers.get(manual.passage.id)
        return GuideCard(manual.passage.heading, manual.document.title, number, _steps_of(manual))
    if question.asks(Kind.PROCEDURE) and composition.main.hit.passage.article:
        return _from_articles(composition, decider)
    return None


def _near(manual: Hit, composition: Composition) -> bool:
    """Whether the section is the answer itself, or speaks of the question and names the article that answers."""
    main = composition.main
    if manual.passage.id == main.hit.passage.id:
        return True
    held = next((one.coverage for one in composition.articles if one.hit.passage.id == manual.passage.id), 0.0)
    if held < SPEAKS * main.coverage:
        return False
    named = rf"「{re.escape(main.hit.document.title)}」[^「]*{re.escape(main.hit.passage.article)}(?!의\d)"
    return bool(main.hit.passage.article) and bool(re.search(named, manual.passage.text))


def _steps_of(hit: Hit) -> tuple[GuideStep, ...]:
    found = {match.group(1): match.group(2).strip() for match in _LABELLED.finditer(hit.passage.text)}
    return tuple(GuideStep(label, _lines(label, found[label])) for label in LABELS if label in found)


def _lines(label: str, text: str) -> tuple[str, ...]:
    if label == "절차":
        parts = [part.strip() for part in _NUMBERED.split(text) if part.strip()]
        return tuple(part.rstrip(".") for part in parts)
    return (text,)


def _from_articles(composition: Composition, decider: Decider) -> GuideCard | None:
    """Steps from the article's own 항, in their order."""
    lines = []
    for scored in composition.main.blocks:
        line = _step(scored, decider)
        if line:
            lines.append(line)
    if len(lines) < 2:
        return None
    steps = [GuideStep("절차", tuple(lines[:STEPS]))]
    forms = list(dict.fromkeys(_FORM.findall(composition.main.hit.passage.text)))
    if forms:
        steps.append(GuideStep("서식", (", ".join(forms[:2]),)))
    return GuideCard(composition.main.hit.passage.heading, "", None, tuple(steps))


def _step(scored: ScoredBlock, decider: Decider) -> str:
    first = next((i for i, c in enumerate(scored.block.clauses) if c.part is Part.MAIN), None)
    if first is None or not scored.block.place:
        return ""
    text = scored.block.clauses[first].text
    if slots.DELEGATION.search(text) or "말한다" in text or not slots.STEPS.search(text) or not _ACTION.search(text):
        return ""
    sentence = decider.sentence(Picked(scored.block, (first,)))
    short = bool(sentence) and len(sentence) <= 90 and "각 호" not in sentence
    return f"{sentence.rstrip('.')}({scored.block.place})" if short else ""
