"""Question in, answer out: the one entry to answering without a language model."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from govdesk.assistant import annexes, extras, gate, refuse
from govdesk.assistant.compose import Chosen, Composer, Composition, deciding
from govdesk.assistant.conversation import Whole, complete
from govdesk.assistant.decide import Decider
from govdesk.assistant.library import Library
from govdesk.assistant.matching import Matcher, terms_of
from govdesk.assistant.model import (
    QUESTION_LIMIT,
    Answer,
    Citation,
    CitationStatus,
    Confidence,
    EvidenceFound,
    Refusal,
    RefusalReason,
    Turn,
)
from govdesk.assistant.plain import pieces
from govdesk.assistant.question import Question, read_question
from govdesk.assistant.quotes import quote
from govdesk.assistant.units import UnitScorer
from govdesk.errors import QuestionEmpty, QuestionTooLong
from govdesk.jobs import CancelToken, Finished, Job, TextPiece
from govdesk.knowledge.model import Collection, Evidence, Query, Role
from govdesk.paths import Resources
from govdesk.settings.profile import Profile
from govdesk.text.morphemes import Morphemes
from govdesk.text.normalise import cleaned

SAY_YES = 0.35
"""Share of the question's words in the deciding clauses from which yes or no is said."""
EVIDENCE = 10
"""Hits shown beside an answer."""


class Answerer:
    """Answers over a library. One object serves all questions; nothing of a question is kept."""

    def __init__(self, library: Library, morphemes: Morphemes, resources: Resources) -> None:
        self._library = library
        self._morphemes = morphemes
        self._resources = resources

    def rewrite(self, turns: Sequence[str]) -> str:
        """The last of `turns` made whole with the subject of those before it."""
        history = [Turn(question, None) for question in turns[:-1]]
        return complete(turns[-1], history, self._morphemes).text

    def ask(
        self,
        question: str,
        *,
        as_of: date,
        profile: Profile,
        collections: frozenset[Collection] | None = None,
        history: Sequence[Turn] = (),
        cancel: CancelToken,
    ) -> Job:
        """Yields `EvidenceFound`, the answer's text as `TextPiece`s, then ``Finished[Answer]``.

        Raises QuestionEmpty, QuestionTooLong.
        """
        started = time.perf_counter()
        typed = _checked(question)
        whole = complete(typed, [turn for turn in history if turn.question.strip()], self._morphemes)
        read = read_question(whole.text, self._morphemes)
        if whole.sector and not read.sector:
            read = replace(read, sector=whole.sector)
        sector = read.sector or (profile.sector.query_sector if profile.sector else "")
        query = Query(whole.text, as_of, EVIDENCE, collections, sector)
        evidence = self._searched(query)
        rewritten = whole.text if whole.leans else ""
        retrieved = _since(started)
        yield EvidenceFound(evidence, rewritten)
        cancel.check()
        answer = self._answer(Answer(typed, as_of, evidence), read, whole, query, profile)
        cancel.check()
        answer = replace(answer, rewritten=rewritten, expansions=evidence.expansions, retrieval_ms=retrieved)
        first = _since(started)
        for piece in pieces(answer):
            cancel.check()
            yield TextPiece(piece)
        yield Finished(replace(answer, first_piece_ms=first, total_ms=_since(started)))

    def _searched(self, query: Query) -> Evidence:
        """The search's result; a question of which nothing is left to search for has none."""
        try:
            return self._library.search(query)
        except QuestionEmpty:
            return Evidence(query, (), 0.0)

    def _answer(self, blank: Answer, read: Question, whole: Whole, query: Query, profile: Profile) -> Answer:
        matcher = Matcher(terms_of(read, blank.evidence.expansions, self._morphemes), self._morphemes)
        judge = refuse.Judge(read, matcher, self._library, query)
        refusal = judge.before(blank.evidence)
        if refusal is not None:
            return _refused(blank, refusal)
        scorer = UnitScorer(read, matcher, self._morphemes)
        composer = Composer(read, matcher, scorer, self._library, profile, whole.favoured)
        composition = composer.compose(blank.evidence)
        if composition is None:
            return _refused(blank, refuse.not_in_documents("", "", blank.evidence.hits[:2]))
        signals = judge.signals(composition)
        refusal = judge.after(composition, signals)
        if refusal is None:
            return self._composed(blank, read, composition, signals, profile)
        if refusal.reason is RefusalReason.ANNEX_ONLY:
            evidence = annexes.opened(blank.evidence, refusal, self._library)
            told = composer.compose(evidence) if evidence is not None else None
            if evidence is not None and told is not None:
                signals = judge.signals(told)
                # The article that names the annex has been judged already; its rows need only speak of what was asked.
                if signals.coverage >= refuse.WEAK_COVERAGE:
                    return self._composed(replace(blank, evidence=evidence), read, told, signals, profile)
        return _refused(blank, refusal)

    def _composed(
        self, blank: Answer, read: Question, composition: Composition, judged: refuse.Signals, profile: Profile
    ) -> Answer:
        citations = _citations(composition.chosen)
        if not citations:
            return _refused(blank, refuse.not_in_documents("", "", [one.hit for one in composition.articles[:2]]))
        need = tuple(word for one in composition.chosen for word in one.picked.need)
        decider = Decider(read, self._morphemes, need, sure=judged.unit >= SAY_YES)
        decision = decider.decide(deciding(composition.chosen)).text
        if not gate.decision_holds(decision, citations, [one.picked.text for one in composition.chosen]):
            decision = ""
        numbers = {citation.hit.passage.id: citation.number for citation in citations}
        card = extras.card(read, composition, blank.evidence, numbers, decider)
        title, rows = extras.table(composition, profile, read)
        answer = replace(
            blank,
            decision=decision,
            citations=citations,
            table_title=title,
            table=rows,
            card=card,
            next_line="" if card else extras.pointer(composition, decider),
            twin_note=composition.twin_note,
            notices=composition.notices,
            follow_ups=extras.follow_ups(read, composition, self._neighbours(composition)),
        )
        return _within_length(answer)

    def _neighbours(self, composition: Composition) -> list[str]:
        hit = composition.main.hit
        passages = self._library.passages(hit.document.id, frozenset({Role.ARTICLE, Role.SECTION}))
        headings = list(dict.fromkeys((one.article, one.heading) for one in passages))
        return extras.neighbour_topics(hit, headings)


def _checked(question: str) -> str:
    typed = " ".join(cleaned(question).split())
    if len(typed) > QUESTION_LIMIT:
        raise QuestionTooLong(len(typed), QUESTION_LIMIT)
    if not any(char.isalnum() for char in typed):
        raise QuestionEmpty
    return typed


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def _refused(blank: Answer, refusal: Refusal) -> Answer:
    return replace(blank, refusal=refusal)


def _citations(chosen: Sequence[Chosen]) -> tuple[Citation, ...]:
    """The quotes that hold; chips are numbered by passage."""
    numbers: dict[str, int] = {}
    citations: list[Citation] = []
    for one in chosen:
        words, spans = quote(one.picked)
        if one.twin and citations:
            words = citations[0].quote
        number = numbers.get(one.hit.passage.id, len(numbers) + 1)
        status = gate.status_of(one.hit)
        sure = status is CitationStatus.VERIFIED and bool(one.hit.passage.article)
        confidence = Confidence.SURE if sure else Confidence.REFERENCE
        citation = Citation(number, one.hit, one.picked.place, words, spans, status, confidence)
        if gate.quote_holds(citation) and gate.place_holds(citation):
            numbers[one.hit.passage.id] = number
            citations.append(citation)
    return tuple(citations[: gate.MOST_CITATIONS])


def _within_length(answer: Answer) -> Answer:
    """`answer` less what makes it longer than `gate.MOST_CHARACTERS`: card, table, third and second quote, in
    that order."""
    slimmer = answer
    for leave_out in (_no_card, _no_pointer, _no_table, _two_quotes, _one_quote):
        if len(slimmer.text) <= gate.MOST_CHARACTERS:
            return slimmer
        slimmer = leave_out(slimmer)
    return slimmer


def _no_card(answer: Answer) -> Answer:
    manual = answer.card is not None and answer.card.source
    return answer if manual else replace(answer, card=None)


def _no_pointer(answer: Answer) -> Answer:
    return replace(answer, next_line="")


def _no_table(answer: Answer) -> Answer:
    return replace(answer, table=(), table_title="")


def _two_quotes(answer: Answer) -> Answer:
    return replace(answer, citations=answer.citations[:2])


def _one_quote(answer: Answer) -> Answer:
    first = [one for one in answer.citations if one.quote == answer.citations[0].quote]
    return replace(answer, citations=tuple(first))
