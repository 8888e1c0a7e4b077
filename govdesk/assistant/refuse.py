"""When nothing is answered, and what is said then: not in the documents, only in an annex, not office work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdesk.assistant import slots, wording
from govdesk.assistant.blocks import Part
from govdesk.assistant.compose import Composition
from govdesk.assistant.library import Library
from govdesk.assistant.matching import Matcher, Term
from govdesk.assistant.model import Refusal, RefusalReason
from govdesk.assistant.question import Kind, Question
from govdesk.assistant.units import ScoredArticle
from govdesk.errors import QuestionEmpty
from govdesk.knowledge.model import Evidence, Hit, Query
from govdesk.text.normalise import searchable
from govdesk.text.particles import attach

# Thresholds: the shares were chosen on eval_dev, over a search by words; `subject`, `this_year` and the wordings on
# tests/bench/everyday.py (93 answerable questions, 32 unanswerable), where they refuse 9 more of the unanswerable and
# none of the others. eval_dev was looked at when choosing among such rules, and is no held-out check. Shares of words
# alone do not part the two (an unanswerable question shares more words with its nearest article than a newcomer's
# with the right one), hence signs that are plain by themselves and weak ones that count together. All of them stand
# in this one place.
FAINT = 0.45
"""Strength of a word below which an article does not speak of it."""
TOGETHER = 0.6
"""Strength of the weakest part of a compound in one clause from which the clause speaks of the compound."""
WEAK_COVERAGE = 0.22
"""Weighted share of the question's words held by the best article, below which it is a weak sign."""
WEAK_UNIT = 0.18
"""The same for the clauses that decide."""
MANUAL_COVERAGE = 0.5
"""The coverage that a manual needs: it is written in everyday words, so that what it lacks it does not speak of."""
UNKNOWN = 0.34
"""Share of the question's noun weight that stands nowhere in the documents, from which it is a weak sign."""
ENOUGH = 2
"""Weak signs that together refuse."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What the decision is made of, kept together so that they are seen together.

    `coverage` and `unit` as the thresholds above; `missing` nouns the article does not speak of; `unknown` the weight
    share of nouns found nowhere in the documents; `filled` whether a picked clause holds the asked value,
    `astray` whether that clause hardly speaks of what the value is asked of;
    `foreign` the compound right before the asking word of which no clause speaks, or ``""``; `this_year` whether a
    value of this year is asked; `off_topic` whether the phrase before the asking word is missing whole;
    `manual` whether a manual would answer, whose words are everyday ones; `subject` the noun that opens both the
    question and the phrase before the asking word, where a number is asked and the article does not speak of it.
    """

    coverage: float
    unit: float
    missing: tuple[str, ...]
    unknown: float
    filled: bool
    astray: bool
    foreign: str
    this_year: bool
    off_topic: bool
    manual: bool
    subject: str


class Judge:
    """Decides whether to answer one question."""

    def __init__(self, question: Question, matcher: Matcher, library: Library, query: Query) -> None:
        self._question = question
        self._matcher = matcher
        self._library = library
        self._query = query

    def before(self, evidence: Evidence) -> Refusal | None:
        """A refusal that the words of the question decide alone."""
        tight = self._question.tight
        if re.search(wording.PRIVATE, tight) or re.search(wording.WRITING, tight):
            return out_of_scope()
        if re.search(wording.OFF_TOPIC, tight):
            return out_of_scope()
        foreign = not re.search(r"[가-힣]", tight) and len(re.findall(r"[A-Za-z]{2,}", self._question.text)) > 1
        if foreign or not (self._question.words or self._question.kinds):
            return too_little(tight)
        if not evidence.hits:
            return not_in_documents("", "")
        return None

    def after(self, composition: Composition, signals: Signals) -> Refusal | None:
        """A refusal for lack of evidence, or None."""
        nearest = tuple(one.hit for one in composition.articles[:2])
        annex = self._annex(composition, signals)
        if annex is not None:
            return annex
        if self._internal():
            return not_in_documents(
                "법령이 아니라 기관 안내에 있는 내용입니다.", "우리 기관의 안내나 업무 매뉴얼", nearest[:1]
            )
        if self._by_ordinance(composition, signals):
            return not_in_documents(
                "지방자치단체의 조례로 정하는데 조례가 자료에 없습니다.", "우리 시ㆍ군ㆍ구 조례", nearest
            )
        if self._weak(signals):
            subject = signals.foreign or signals.subject or " ".join(signals.missing[:1])
            why = f"{attach(subject, '을/를')} 정한 내용이 자료에 없습니다." if subject else ""
            return not_in_documents(
                why, f"{subject} 관련 법령이나 매뉴얼" if subject else "관련 법령이나 매뉴얼", nearest
            )
        return None

    def signals(self, composition: Composition) -> Signals:
        """The features of this question over the article that would answer."""
        main = composition.main
        unit = self._unit_coverage(composition)
        missing = self._missing(main)
        values = self._values(composition)
        names = tuple(term.form for term in missing)
        return Signals(
            coverage=main.coverage,
            unit=unit,
            missing=names,
            unknown=self._unknown(missing),
            filled=bool(values) or not self._question.wants_number,
            astray=self._astray(composition, values),
            foreign=self._foreign(main),
            this_year=self._of_this_year(),
            subject=self._subject(names),
            manual=not main.hit.passage.article,
            off_topic=bool(self._question.topic) and self._topic_strength(main) < FAINT,
        )

    def _of_this_year(self) -> bool:
        """Whether a value is asked that changes by the year: no statute says how much it is this year."""
        value = self._question.asks(Kind.AMOUNT) and not self._question.asks(Kind.DEADLINE)
        return value and bool(re.search(wording.THIS_YEAR, self._question.tight))

    def _subject(self, missing: Sequence[str]) -> str:
        question = self._question
        if not (question.wants_number and question.topic and question.nouns and question.topic[0] == question.nouns[0]):
            return ""
        form = question.topic[0].rsplit("/", 1)[0]
        return form if form in missing else ""

    def _topic_strength(self, main: ScoredArticle) -> float:
        """The strongest word of the topic in the article."""
        topic = set(self._question.topic)
        held = [s for term, s in zip(self._matcher.terms, main.strengths, strict=True) if term.word in topic]
        return max(held, default=1.0)

    def _foreign(self, main: ScoredArticle) -> str:
        """A compound of the topic (종합검사) that neither stands in the article nor has its parts in one clause."""
        if not self._question.wants_number:
            return ""
        passage = main.hit.passage
        text = searchable(main.hit.document.title + passage.heading + passage.text)
        rows = [main.head, *(clause.strengths for block in main.blocks for clause in block.clauses)]
        for parts in self._question.compounds:
            word = "".join(part.rsplit("/", 1)[0] for part in parts)
            places = [i for i, term in enumerate(self._matcher.terms) if term.word in parts]
            together = max((min((row[i] for i in places), default=1.0) for row in rows), default=0.0)
            if word not in text and together < TOGETHER:
                return word
        return ""

    def _unit_coverage(self, composition: Composition) -> float:
        scored = composition.chosen[0].scored
        if scored is None:
            return 0.0
        rows = [scored.clauses[i].strengths for i in composition.chosen[0].picked.chosen]
        best = tuple(map(max, zip(*rows, strict=True))) if rows else ()
        return self._matcher.coverage(best) if best else 0.0

    def _missing(self, main: ScoredArticle) -> list[Term]:
        return [
            term
            for term, held in zip(self._matcher.terms, main.strengths, strict=True)
            if held < FAINT and self._names(term) and len(term.form) > 1
        ]

    def _names(self, term: Term) -> bool:
        """Whether the term names something, rather than what happens to it."""
        return term.word.endswith(("/NNG", "/NNP", "/SL")) and term.word not in self._question.acts

    def _unknown(self, missing: Sequence[Term]) -> float:
        nouns = [term for term in self._matcher.terms if self._names(term)]
        whole = sum(term.weight for term in nouns)
        return sum(term.weight for term in missing if not self._known(term)) / whole if whole else 0.0

    def _known(self, term: Term) -> bool:
        """Whether the word, or what it was also searched as, stands anywhere in the documents asked."""
        forms = [term.form, *(other.rsplit("/", 1)[0] for other in term.others)]
        return any(self._count(form) > 0 for form in forms)

    def _count(self, form: str) -> int:
        try:
            query = Query(form, self._query.as_of, 1, self._query.collections, self._query.sector)
            return self._library.literal(query).count
        except QuestionEmpty:
            return 0

    def _values(self, composition: Composition) -> list[tuple[float, ...]]:
        """What the picked clauses that hold the asked value hold of the terms, with their block's first sentence."""
        numeric = [kind for kind in self._question.kinds if kind in (Kind.DEADLINE, Kind.EFFECT, Kind.AMOUNT)]
        rows = []
        for one in composition.chosen:
            if one.scored is None:
                continue
            clauses = one.scored.clauses
            head = next((c.strengths for c in clauses if c.clause.part is Part.MAIN), ())
            for index in one.picked.chosen:
                text = clauses[index].clause.text
                punishes = bool(slots.PENALTY.search(text)) and not self._question.asks(Kind.FAILURE)
                if not punishes and any(slots.fits(k, text, self._question) >= slots.HELPS for k in numeric):
                    own = clauses[index].strengths
                    rows.append(tuple(map(max, own, head)) if head else own)
        return rows

    def _astray(self, composition: Composition, values: Sequence[tuple[float, ...]]) -> bool:
        """Whether a topic of several nouns (화장장 사용료) is hardly spoken of where the value stands."""
        topic = [i for i, term in enumerate(self._matcher.terms) if term.word in self._question.topic]
        if len(topic) < 2 or not values:
            return False
        head = composition.main.head
        return all(sum(max(row[i], head[i]) for i in topic) / len(topic) < FAINT for row in values)

    def _annex(self, composition: Composition, signals: Signals) -> Refusal | None:
        """The deciding sentence only points at an annex whose content is not in the documents."""
        if not self._question.wants_number or signals.coverage < WEAK_COVERAGE:
            return None
        picked = composition.chosen[0].picked
        found = slots.ANNEX.search(picked.text)
        if found is None or slots.MONEY.search(picked.text) or slots.PERIOD.search(picked.text):
            return None
        return annex_only(composition.main.hit, picked.block.place, found.group())

    def _internal(self) -> bool:
        return bool(re.search(wording.INTERNAL, self._question.tight))

    def _by_ordinance(self, composition: Composition, signals: Signals) -> bool:
        if signals.filled or not self._question.wants_number:
            return False
        text = " ".join(clause.clause.text for block in composition.main.blocks for clause in block.clauses)
        return bool(slots.BY_ORDINANCE.search(text))

    def _weak(self, signals: Signals) -> bool:
        """A plain sign, or several weak ones together."""
        if signals.foreign or signals.subject or signals.astray or signals.this_year:
            return True
        if not signals.filled and self._question.counted:
            return True
        if signals.manual and (signals.unknown > 0 or signals.coverage < MANUAL_COVERAGE):
            return True
        signs = (
            bool(self._matcher.terms) and (signals.coverage < WEAK_COVERAGE or signals.unit < WEAK_UNIT),
            signals.unknown >= UNKNOWN,
            signals.off_topic,
        )
        return sum(signs) >= ENOUGH


def not_in_documents(why: str, bring: str, nearest: Sequence[Hit] = ()) -> Refusal:
    """자료에서 답을 찾지 못했습니다, with the reason and what to bring in."""
    bring = bring or "관련 법령이나 매뉴얼"
    help_text = f"{why} {attach(bring, '을/를')} 가져오면 답할 수 있습니다.".strip()
    return Refusal(RefusalReason.NOT_IN_DOCUMENTS, "자료에서 답을 찾지 못했습니다.", help_text, tuple(nearest))


def annex_only(hit: Hit, place: str, annex: str) -> Refusal:
    """The article that names the annex; the value itself is not in the documents."""
    from govdesk.assistant.plain import source_name

    named = source_name(hit, place)
    return Refusal(
        RefusalReason.ANNEX_ONLY,
        "값은 자료에서 확인할 수 없습니다.",
        f"{attach(named, '이/가')} {attach(annex, '으로/로')} 정하는데 별표 내용이 자료에 없습니다. "
        "별표 파일을 가져오면 답할 수 있습니다.",
        (hit,),
    )


def out_of_scope() -> Refusal:
    """Not a question about office work."""
    return Refusal(
        RefusalReason.OUT_OF_SCOPE,
        "업무 규정을 찾는 곳입니다.",
        "업무와 관련된 물음으로 다시 적어 주세요.",
        (),
    )


def too_little(tight: str) -> Refusal:
    """Nothing to look for: no Korean words, or none that carry a subject."""
    if re.search(r"[A-Za-z]{3}", tight) and not re.search(r"[가-힣]", tight):
        return Refusal(RefusalReason.OUT_OF_SCOPE, "한국어 물음에 답합니다.", "물음을 한국어로 적어 주세요.", ())
    return Refusal(
        RefusalReason.NOT_IN_DOCUMENTS,
        "무엇을 찾을지 알 수 없습니다.",
        "무엇을 언제, 어떻게 하려는지 한 문장으로 적어 주세요.",
        (),
    )
