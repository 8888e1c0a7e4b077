"""What belongs beside the unit that answers: twins, the decree behind a delegation, what a 항 refers back to,
penalties."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from govdesk.assistant import slots
from govdesk.assistant.library import Library
from govdesk.assistant.quotes import squeezed
from govdesk.knowledge.model import Document, DocumentState, Hit, Passage, Role

SHINGLE = 14
"""Characters of the pieces by which two articles are compared."""
TWIN = 0.8
"""Share of equal pieces from which two articles are twins."""
PENALTY_SHARE = 0.6
"""Penalties stand in the last part of a statute: passages after this share of it are looked through."""

_DELEGATED = re.compile(r"(?:대통령령|총리령|[가-힣]{2,6}부령|규칙)으로 정하는 ([가-힣]{1,12}(?:의 [가-힣]{1,8})?)")
_OF_ACT = re.compile(
    r"법 (제\d+조(?:의\d+)?)(제\d+항)?(제\d+호)?[^\"]{0,14}에서 \"(?:대통령령|총리령|[가-힣]{2,6}부령)으로 정하는"
)
_BACK = re.compile(r"(제\d+항)(?:에 규정된|에 따른|의) (?:[가-힣]+ ?){0,2}(?:기간|기한|금액|비율|처리기간)")
_LOCAL = re.compile(r"지방|자치단체|공유재산|시ㆍ도")


def shingles(text: str) -> frozenset[str]:
    """The overlapping pieces of a text without marks and spaces."""
    tight = squeezed(text)
    return frozenset(tight[i : i + SHINGLE] for i in range(max(1, len(tight) - SHINGLE + 1)))


def are_twins(one: Hit, other: Hit) -> bool:
    """Whether two articles of different statutes say nearly the same."""
    if one.document.id == other.document.id or not (one.passage.article and other.passage.article):
        return False
    if one.document.series == other.document.series:
        return False
    left, right = shingles(one.passage.text), shingles(other.passage.text)
    return len(left & right) >= TWIN * min(len(left), len(right)) and min(len(left), len(right)) > 3


def sector_of(document: Document) -> str:
    """``local`` for a statute about local governments and their officials, else ``national``."""
    return "local" if _LOCAL.search(document.title) else "national"


def as_hit(hit: Hit, document: Document, passage: Passage) -> Hit:
    """A passage that was not searched for, standing behind `hit`."""
    return replace(hit, document=document, passage=passage, place=passage.place, score=0.0, features={})


def delegated(hit: Hit, text: str, evidence: Sequence[Hit], library: Library) -> list[Hit]:
    """The decree's passages that fill ``대통령령으로 정하는 …`` of `text`, best first (the found ones before
    others)."""
    if not _DELEGATED.search(text) or not hit.passage.article:
        return []
    family = [one for one in library.siblings(hit.document) if one.id != hit.document.id]
    ids = {one.id for one in family}
    near = [other for other in evidence if other.document.id in ids and answers_act(other.passage.text, hit)]
    if near:
        return near
    found: list[Hit] = []
    for document in family:
        for passage in library.passages(document.id, frozenset({Role.ARTICLE})):
            if answers_act(passage.text, hit):
                found.append(as_hit(hit, document, passage))
        if found:
            break
    return found[:2]


def answering(hits: Sequence[Hit], act: Hit) -> Callable[[str], bool]:
    """What tells the units of `hits` that fill the act's article: those that define its words, if there are any."""
    defining = any(_defines(hit.passage.text, act) for hit in hits)
    return lambda text: _defines(text, act) if defining else answers_act(text, act)


def _defines(text: str, hit: Hit) -> bool:
    return any(found.group(1) == hit.passage.article for found in _OF_ACT.finditer(text))


def answers_act(text: str, hit: Hit) -> bool:
    """Whether `text` of a decree says what the act's article leaves to it."""
    named = "영" if hit.document.title.endswith("시행령") else "법"
    opening = rf"^[①\s]*{named} {re.escape(hit.passage.article)}(?:제\d+항)?[^,]{{0,12}}(?:에 따른|에 따라|에서)"
    return _defines(text, hit) or bool(re.match(opening, text))


def act_of(hit: Hit, text: str, library: Library) -> tuple[Hit, str] | None:
    """The article of the act (and its 항) that the decree's `text` fills out."""
    found = _OF_ACT.search(text)
    if found is None:
        return None
    for document in library.siblings(hit.document):
        if document.id == hit.document.id:
            break
        passages = library.articles_named(document.id, found.group(1))
        place = found.group(2) or ""
        for passage in passages:
            if not place or place in passage.place or len(passages) == 1:
                return as_hit(hit, document, passage), place
    return None


def referred_back(text: str) -> str:
    """The 항 whose period or amount `text` only refers to (``제3항에 규정된 기간``), or ``""``."""
    found = _BACK.search(text)
    return found.group(1) if found else ""


def penalties(hit: Hit, library: Library) -> list[Hit]:
    """Passages near the statute's end that punish breaking `hit`'s article, or set a consequence in money."""
    if not hit.passage.article:
        return []
    documents = [hit.document]
    if hit.document.kind != "법률":
        documents = [one for one in library.siblings(hit.document) if one.kind == "법률"] or documents
    for document in documents:
        passages = library.passages(document.id, frozenset({Role.ARTICLE}))
        late = passages[int(len(passages) * PENALTY_SHARE) :]
        punishing = [passage for passage in late if slots.PENALTY.search(passage.text)]
        naming = [passage for passage in punishing if _names(passage.text, hit.passage.article)]
        found = naming or [p for p in punishing if "하지 아니한" in p.text and "이 법에 따른" in p.text]
        if found:
            return [as_hit(hit, document, passage) for passage in found[:3]]
    return []


def _names(text: str, article: str) -> bool:
    return bool(re.search(re.escape(article) + r"(?!의\d)", text))


def state_notice(hit: Hit) -> str:
    """What must be said of a text that is not in force, or ``""``."""
    from govdesk.text.dates import korean_date

    if hit.state is DocumentState.FUTURE:
        day = korean_date(hit.document.effective) if hit.document.effective else "시행일 미정"
        return f"{hit.document.title}: 시행 예정({day}), 현행 조문은 자료에 없음"
    if hit.state is DocumentState.REPEALED:
        return f"{hit.document.title}: 폐지된 법령입니다."
    return ""
