"""A turn that leans on the ones before it, made whole by rule; the rewritten question is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdesk.assistant import wording
from govdesk.assistant.model import Turn
from govdesk.assistant.question import Question, read_question, sector_of, tidy
from govdesk.knowledge.model import Hit
from govdesk.text.morphemes import Morphemes

CARRIED = 6
"""Nouns of earlier turns that are carried on."""

_LEANS = re.compile(
    r"^(그럼|그러면|그런데|그건|그거|그게|그래서|그때|그래도|거기|아예|아니면|만약|혹시|그리고|또)|(면요|은요"
    r"|는요|건요|때는요|도요)\?*$"
)
_POINTING = re.compile(r"^(?:그럼|그러면|그런데|그건|그거|그게|그래서|그때|거기|아예|만약|혹시|그리고|네|예)[ ,]+")
_PENAL = ("벌칙", "과태료", "양벌규정")
_SWAPS = re.compile(r"(?:면|은|는|이면|라면|건)요\?*\s*$")


@dataclass(frozen=True, slots=True)
class Whole:
    """The question made whole. `leans` says that it was completed; `favoured` are the hits that answered before."""

    text: str
    leans: bool
    favoured: tuple[Hit, ...]
    sector: str


def complete(question: str, history: Sequence[Turn], morphemes: Morphemes) -> Whole:
    """The question with the subject of earlier turns where it has none of its own."""
    own = tidy(question)
    sector = next((s for s in (sector_of(t) for t in (own, *(turn.question for turn in reversed(history)))) if s), "")
    if not history:
        return Whole(own, False, (), sector)
    read = read_question(own, morphemes)
    if not _leans(read):
        return Whole(own, False, (), sector)
    before = history[-1]
    said = (before.answer.rewritten or before.question) if before.answer else before.question
    earlier = read_question(_chain(history) if before.answer is None else said, morphemes)
    subject = _subject(_phrases(earlier.text, morphemes), read, before, morphemes)
    text = " ".join([*subject, *_asking(earlier, read), _POINTING.sub("", own).strip() or own])
    answered = before.answer is not None and before.answer.refusal is None
    favoured = tuple(citation.hit for citation in before.answer.citations) if answered and before.answer else ()
    return Whole(text, True, favoured, sector)


def _leans(read: Question) -> bool:
    """Whether the turn lacks a subject: no two nouns of its own, or words that point back."""
    pointing = bool(_LEANS.search(read.text))
    return pointing or len(read.nouns) < 2


def _chain(history: Sequence[Turn]) -> str:
    """The questions of turns that were never answered, as one text."""
    return " ".join(turn.question for turn in history)


def _subject(phrases: Sequence[str], read: Question, before: Turn, morphemes: Morphemes) -> list[str]:
    """The earlier noun phrases (and those of the title of the article that answered) that the turn does not say."""
    carried = [phrase for phrase in phrases if phrase not in read.text][:CARRIED]
    answer = before.answer
    if answer is None or answer.refusal is not None or not answer.citations:
        return carried
    heading = re.sub(r"\([^)]*\)", "", answer.citations[0].hit.passage.heading)
    if heading in _PENAL:
        return carried
    said = f"{read.text} {' '.join(carried)}"
    return carried + [phrase for phrase in _phrases(heading, morphemes) if phrase not in said][:2]


def _phrases(text: str, morphemes: Morphemes) -> list[str]:
    """Nouns as written: those that touch stay together (정보공개)."""
    spans: list[list[int]] = []
    for part in morphemes.analyse(text):
        if part.tag not in ("NNG", "NNP", "SL", "XSN") or part.form in wording.EMPTY_WORDS:
            continue
        if spans and spans[-1][1] == part.start:
            spans[-1][1] = part.end
        elif part.tag != "XSN":
            spans.append([part.start, part.end])
    phrases = [text[start:end] for start, end in spans if end - start > 1]
    return list(dict.fromkeys(phrase for phrase in phrases if not re.search(wording.SECTOR_ONLY, phrase)))


def _asking(earlier: Question, read: Question) -> list[str]:
    """The earlier asking word (며칠, 얼마) where the turn only swaps the object: '조례면요?'."""
    if read.kinds or not _SWAPS.search(read.text):
        return []
    for kind in earlier.kinds:
        found = re.search(wording.KINDS[kind.value], earlier.tight)
        if found and len(found.group()) <= 8:
            return [found.group()]
    return []
