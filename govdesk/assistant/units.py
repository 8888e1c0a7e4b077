"""Which block of which article answers, and which of its clauses: scores made of readable parts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from govdesk.assistant import slots
from govdesk.assistant.blocks import Block, Clause, Part, blocks_of
from govdesk.assistant.matching import Matcher
from govdesk.assistant.question import Kind, Question
from govdesk.knowledge.model import Hit, Role
from govdesk.text.morphemes import Morphemes
from govdesk.text.normalise import searchable

FORM = 3.0
"""Points for a clause in the form that a kind asks for (기한: a number with a bound)."""
WORDS = 6.0
"""Points for a clause that holds all words of the question that set blocks of the article apart."""
SLOT = 2.0
"""Points for form and words in the very same clause."""
INTERVAL = 2.0
"""Points for an interval that holds the question's own number (1년 반 in 1년 이상 2년 미만)."""
SPECIFIC = 2.0
"""Further points for a form that few clauses of an article have (`TELLING`)."""
TELLING = frozenset({Kind.EXTENSION, Kind.EFFECT, Kind.FAILURE})
ACT = 1.5
"""Points where the clause's predicate is the act that is asked about."""
OPENING = 2.0
"""Points for the paragraph that opens a manual section."""
LABELLED = {"근거": 20.0, "절차": 6.0, "서식": 6.0, "기한": 2.0, "유의": 2.0}
"""Taken from the labelled lines of a manual section."""
NUMERIC = frozenset({Kind.DEADLINE, Kind.EFFECT, Kind.AMOUNT})
HELD = 0.15
"""Strength summed over an article's blocks below which a word of the question stands nowhere in it."""
FIRST = 0.6
"""Points for the first 항, other things being equal."""
EMPTY = 3.0
"""Taken from purposes, definitions, bare delegations and 준용."""
PENALTY = 2.0
"""Taken from penalties where the question does not ask for consequences."""
FORBIDDEN = 1.5
"""Points for a prohibition before a permission, where the question asks what is allowed."""


@dataclass(frozen=True, slots=True)
class ScoredClause:
    """A clause with its points, what of the question's terms it holds, and the kinds it fits."""

    clause: Clause
    points: float
    strengths: tuple[float, ...]
    kinds: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class ScoredBlock:
    """A block with its points and clauses; `best` indexes the strongest sentence, `items` items by falling points."""

    block: Block
    points: float
    clauses: tuple[ScoredClause, ...]
    best: int
    items: tuple[int, ...]

    def fits(self, kind: Kind) -> bool:
        return any(kind in clause.kinds for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class ScoredArticle:
    """An article's blocks in order. `strengths` is per term over heading and text, `coverage` their weighted
    share; `heading` and `title` the shares that the article's heading and the statute's title hold, `told` the share
    of the heading's own words that the question says, `head` what both hold of each term.
    """

    hit: Hit
    blocks: tuple[ScoredBlock, ...]
    strengths: tuple[float, ...]
    coverage: float
    heading: float
    title: float
    told: float
    head: tuple[float, ...]

    @property
    def best(self) -> ScoredBlock:
        return max(self.blocks, key=lambda block: block.points)


@dataclass(frozen=True, slots=True)
class _Head:
    """What heading and title hold of the terms, and the share of the heading's words that the question says."""

    heading: tuple[float, ...]
    title: tuple[float, ...]
    told: float


class UnitScorer:
    """Scores the articles found for one question. Content words are read in one batch, both cores busy."""

    def __init__(self, question: Question, matcher: Matcher, morphemes: Morphemes) -> None:
        self._question = question
        self._matcher = matcher
        self._morphemes = morphemes

    def articles(self, hits: Sequence[Hit]) -> list[ScoredArticle]:
        """The hits with blocks, scored, in the order given; hits without text are left out."""
        cut = [(hit, blocks_of(hit)) for hit in hits]
        texts = [clause.text for _, blocks in cut for block in blocks for clause in block.clauses]
        headings = [text for hit, _ in cut for text in (hit.passage.heading, hit.document.title)]
        words = iter([frozenset(found) for found in self._morphemes.content_many([*texts, *headings])])
        strengths = {}
        for number, (_, blocks) in enumerate(cut):
            for block in blocks:
                for index, clause in enumerate(block.clauses):
                    strengths[number, block.order, index] = self._strengths(next(words), clause.text)
        heads = [self._head(hit, next(words), next(words)) for hit, _ in cut]
        return [
            self._article(number, hit, blocks, strengths, heads[number])
            for number, (hit, blocks) in enumerate(cut)
            if blocks
        ]

    def _head(self, hit: Hit, heading: frozenset[str], title: frozenset[str]) -> _Head:
        told = self._strengths(heading, hit.passage.heading)
        named = self._strengths(title, hit.document.title)
        return _Head(told, named, min(1.0, sum(told) / max(1, len(heading))))

    def _strengths(self, words: frozenset[str], text: str) -> tuple[float, ...]:
        return self._matcher.strengths(words, searchable(text))

    def _article(
        self,
        number: int,
        hit: Hit,
        blocks: Sequence[Block],
        strengths: dict[tuple[int, int, int], tuple[float, ...]],
        head: _Head,
    ) -> ScoredArticle:
        rows = {block.order: [strengths[number, block.order, i] for i in range(len(block.clauses))] for block in blocks}
        rarity = self._rarity([_highest(found) for found in rows.values()])
        scored = tuple(self._block(block, rows[block.order], rarity) for block in blocks)
        whole = _highest([head.heading, head.title, *(one for found in rows.values() for one in found)])
        coverage = self._matcher.coverage
        named = _highest([head.heading, head.title])
        shares = (coverage(whole), coverage(head.heading), coverage(head.title))
        return ScoredArticle(hit, scored, whole, *shares, head.told, named)

    def _rarity(self, held: list[tuple[float, ...]]) -> list[float]:
        """The weight of each term: its own times how few of the blocks hold it; none if no block does."""
        weights = []
        for index, term in enumerate(self._matcher.terms):
            spread = sum(one[index] for one in held)
            weights.append(term.weight * math.log1p(len(held) / (0.5 + spread)) if spread > HELD else 0.0)
        return weights

    def _block(self, block: Block, rows: list[tuple[float, ...]], rarity: list[float]) -> ScoredBlock:
        clauses = tuple(self._clause(block, clause, rows[index], rarity) for index, clause in enumerate(block.clauses))
        sentences = [i for i, one in enumerate(clauses) if one.clause.part in (Part.MAIN, Part.PROVISO, Part.LATTER)]
        items = sorted(
            (i for i, one in enumerate(clauses) if one.clause.part in (Part.ITEM, Part.ROW)),
            key=lambda i: -clauses[i].points,
        )
        best = max(sentences, key=lambda i: clauses[i].points, default=0)
        points = clauses[best].points if sentences else 0.0
        if items:
            top = clauses[items[0]].points
            points = max(points + 0.6 * max(0.0, top), top)
        points += FIRST if block.order == 0 else 0.0
        points += self._manual(block, any(clause.kinds & NUMERIC for clause in clauses))
        together = _share(_highest(rows), rarity)
        return ScoredBlock(block, points + 0.4 * WORDS * together, clauses, best, tuple(items))

    def _manual(self, block: Block, valued: bool) -> float:
        """A manual section answers with its opening sentence; its labelled lines are shown in the card.

        A line that holds the value (`valued`) that is asked answers too.
        """
        if block.hit.passage.article:
            return 0.0
        label = block.clauses[0].label
        if label != "근거" and label and valued and self._question.wants_number:
            return 0.0
        return OPENING if not label and block.order == 0 else -LABELLED.get(label, 0.0)

    def _clause(self, block: Block, clause: Clause, held: tuple[float, ...], rarity: list[float]) -> ScoredClause:
        question, text = self._question, clause.text
        strengths = {kind: slots.fits(kind, text, question) for kind in question.kinds}
        share = _share(held, rarity)
        if question.instant and slots.INTERVENING.search(text):
            strengths = dict.fromkeys(strengths, 1.0)
        form = max(strengths.values(), default=0.0)
        points = WORDS * share + FORM * form + SLOT * form * share
        points += SPECIFIC * max((fit for kind, fit in strengths.items() if kind in TELLING), default=0.0)
        points += 0.5 * FORM * max(0.0, sum(strengths.values()) - form) / max(1, len(strengths))
        if not question.kinds and (slots.PERIOD.search(text) or slots.MONEY.search(text)):
            points += 0.5 * FORM
        points += self._circumstances(clause)
        points -= self._deductions(block, clause)
        return ScoredClause(clause, points, held, frozenset(kind for kind, fit in strengths.items() if fit >= 0.5))

    def _circumstances(self, clause: Clause) -> float:
        question, text = self._question, clause.text
        points = 0.0
        if question.action and self._acts(text):
            points += ACT
        if question.quantities and (slots.interval_of(text, question) or slots.same_rank(text, question)):
            points += INTERVAL
        if question.asks(Kind.PERMISSION, Kind.EXTENSION) and slots.MAY_NOT.search(slots.ending(text)):
            points += FORBIDDEN
        if question.instant and slots.INTERVENING.search(text):
            points += 2 * FORBIDDEN
        return points

    def _acts(self, text: str) -> bool:
        """Whether the clause's predicate is the act that the question asks about, word for word."""
        return any(word.rsplit("/", 1)[0] in slots.ending(text) for word in self._question.action if len(word) > 5)

    def _deductions(self, block: Block, clause: Clause) -> float:
        question, text = self._question, clause.text
        points = 0.0
        if slots.PURPOSE.search(text) or slots.ONLY_APPLIES.search(text):
            points += EMPTY
        if slots.DELEGATION.search(text) and not slots.LOOSE_PERIOD.search(text) and not slots.MONEY.search(text):
            points += EMPTY
        valued = question.wants_number and any(
            slots.fits(kind, text, question) >= slots.HELPS for kind in question.kinds
        )
        if text.rstrip(".").endswith("말한다") and not valued and not question.asks(Kind.MEANING, Kind.PROCEDURE):
            points += 0.5 * EMPTY if block.items else EMPTY
        if slots.PENALTY.search(text) and not question.asks(Kind.FAILURE, Kind.AMOUNT):
            points += PENALTY
        if clause.part is Part.ITEM and (slots.OTHER_THAN.search(text) or text.startswith("그 밖에")):
            points += PENALTY
        if clause.part is Part.ROW and block.hit.passage.role is Role.ARTICLE:
            points += 0.5 * PENALTY if not slots.interval_of(text, question) else 0.0
        return points


def _highest(rows: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    """The strongest of each term over several texts."""
    return tuple(map(max, zip(*rows, strict=True))) if rows else ()


def _share(held: Sequence[float], weights: Sequence[float]) -> float:
    whole = sum(weights)
    return sum(h * w for h, w in zip(held, weights, strict=True)) / whole if whole and held else 0.0
