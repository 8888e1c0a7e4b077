"""Which clauses of a block are quoted: the sentence that answers with its 단서, and the items that fit."""

from __future__ import annotations

import re

from govdesk.assistant import slots
from govdesk.assistant.blocks import Part
from govdesk.assistant.matching import Matcher
from govdesk.assistant.question import Kind, Question
from govdesk.assistant.quotes import Picked
from govdesk.assistant.units import ScoredBlock

ROOM = 260
"""Characters that the clauses of one quote share; a first sentence may be longer by itself."""
LEAST = 0.5
"""Points below which an item says nothing to the question."""
MATCHED = 2.5
"""Points from which an item holds what the question says."""
NEW = 0.6
"""Strength from which an item holds a word of the question."""
APART = 0.75
"""Share of the best item's points from which another item stands beside it."""
ALL_ITEMS = 4
"""Lists up to this length are quoted whole where the question asks for the list or nothing sets items apart."""

_CONTENTS = re.compile(r"다음 각 호의 (?:사항|서류|자료|내용)")
_LISTING = re.compile(r"다음|각 호|각 목")
_TURNS = re.compile(r"그러하지 아니|그렇지 않|적용하지 아니|수 있다|수 없다|아니 ?된다|\d")
_BACK = re.compile(r"그러하지 아니하다|그렇지 않다")


class Picker:
    """Picks clauses for one question."""

    def __init__(self, question: Question, matcher: Matcher) -> None:
        self._question = question
        self._matcher = matcher

    def pick(self, scored: ScoredBlock, room: int = ROOM) -> Picked:
        """The clauses of a block to quote, in order, within about `room` characters."""
        chosen = set(self._sentences(scored, room))
        used = sum(len(scored.clauses[index].clause.text) for index in chosen)
        head = " ".join(scored.clauses[index].clause.text for index in chosen)
        if not chosen or _LISTING.search(head):
            chosen |= self._items(scored, max(120, room - used))
        chosen |= self._rows(scored)
        return Picked(scored.block, tuple(sorted(chosen)), self.needs(scored, chosen), *self._key_items(scored, chosen))

    def _key_items(self, scored: ScoredBlock, chosen: set[int]) -> tuple[tuple[int, ...], bool]:
        """The chosen items that stand out (at most two; none where nothing sets them apart), and whether they match."""
        items = [i for i in scored.items if i in chosen and scored.clauses[i].clause.part is Part.ITEM]
        leaves = [i for i in items if not any(scored.clauses[j].clause.parent == i for j in items)]
        if len(leaves) <= 1:
            return tuple(leaves), bool(leaves) and self._adds(scored, leaves[0])
        holding = [i for i in leaves if self._holds_number(scored.clauses[i].clause.text)]
        if holding:
            return tuple(sorted(holding[:2])), True
        points = [scored.clauses[i].points for i in leaves]
        if points[0] <= LEAST or points[-1] >= APART * points[0]:
            return tuple(sorted(leaves)) if len(leaves) == 2 else (), False
        best = [i for i in leaves if scored.clauses[i].points >= APART * points[0]][:2]
        return tuple(sorted(best)), self._adds(scored, best[0])

    def _adds(self, scored: ScoredBlock, index: int) -> bool:
        """Whether an item holds a word of the question that no sentence of the block holds."""
        item = scored.clauses[index]
        heads = [one.strengths for one in scored.clauses if one.clause.part in (Part.MAIN, Part.PROVISO)]
        return item.points >= MATCHED and any(
            own >= NEW > max(column, default=0.0)
            for own, column in zip(item.strengths, zip(*heads, strict=True), strict=False)
        )

    def _holds_number(self, text: str) -> bool:
        return bool(slots.interval_of(text, self._question)) or slots.same_rank(text, self._question)

    def needs(self, scored: ScoredBlock, chosen: set[int]) -> tuple[str, ...]:
        """Surface words of the chosen clauses that must stay readable: those of the question, and numbers asked."""
        words: list[str] = []
        for index in sorted(chosen):
            text = scored.clauses[index].clause.text
            for term in self._matcher.terms:
                forms = [term.form, *(other.rsplit("/", 1)[0] for other in term.others)]
                words.extend(form for form in forms if len(form) > 1 and form in text)
            for kind in self._question.kinds:
                pattern = slots.PERIOD if kind in (Kind.DEADLINE, Kind.EFFECT) else slots.MONEY
                found = pattern.search(text) if kind in (Kind.DEADLINE, Kind.EFFECT, Kind.AMOUNT) else None
                words.extend([found.group()] if found else [])
        return tuple(dict.fromkeys(words))

    def _sentences(self, scored: ScoredBlock, room: int) -> list[int]:
        heads = [i for i, one in enumerate(scored.clauses) if one.clause.part in (Part.MAIN, Part.PROVISO, Part.LATTER)]
        if not heads:
            return []
        best = scored.best if scored.best in heads else heads[0]
        chosen = [best]
        if scored.clauses[best].clause.part is not Part.MAIN and best > heads[0]:
            chosen.insert(0, max(i for i in heads if i < best and scored.clauses[i].clause.part is not Part.LATTER))
        used = sum(len(scored.clauses[i].clause.text) for i in chosen)
        for index in heads:
            clause = scored.clauses[index].clause
            if index in chosen or index < best or not self._belongs(scored, index, best):
                continue
            if used + len(clause.text) <= room + (80 if clause.part is Part.PROVISO else 0):
                chosen.append(index)
                used += len(clause.text)
        return sorted(chosen)

    def _belongs(self, scored: ScoredBlock, index: int, best: int) -> bool:
        """Whether a further sentence changes or completes the answer."""
        one = scored.clauses[index]
        if one.clause.part is Part.PROVISO:
            return bool(_TURNS.search(one.clause.text))
        fresh = one.kinds - scored.clauses[best].kinds
        return bool(fresh) or one.points >= 0.75 * scored.clauses[best].points

    def _items(self, scored: ScoredBlock, room: int) -> set[int]:
        items = [i for i in scored.items if scored.clauses[i].clause.part is Part.ITEM]
        heads = " ".join(clause.text for clause in scored.block.heads)
        if not items:
            return set()
        if _CONTENTS.search(heads) and not self._asks_contents():
            strong = [i for i in items if scored.clauses[i].points >= MATCHED]
            return self._within(scored, strong[:1], room) if strong else set()
        tops = sorted(i for i in items if scored.clauses[i].clause.parent < 0)
        length = sum(len(scored.clauses[i].clause.text) for i in items)
        fits_question = [i for i in items if scored.clauses[i].points > 0.5]
        excepted = any(c.part is Part.PROVISO and _LISTING.search(c.text) for c in scored.block.heads)
        whole = excepted or self._question.lists or len(fits_question) != 1
        if len(items) <= ALL_ITEMS and length <= room and whole:
            return set(items)
        wanted = self._best_items(scored, items)
        if not wanted:
            wanted = tops[:3]
        return self._within(scored, wanted, room)

    def _asks_contents(self) -> bool:
        return self._question.lists or self._question.asks(Kind.PROCEDURE)

    def _best_items(self, scored: ScoredBlock, items: list[int]) -> list[int]:
        top = scored.clauses[items[0]].points
        if top <= 0.5:
            return []
        share = 0.45 if self._question.lists or self._question.asks(Kind.PROCEDURE) else 0.75
        most = ALL_ITEMS if self._question.lists else 2
        return [i for i in items if scored.clauses[i].points >= share * top][:most]

    def _within(self, scored: ScoredBlock, wanted: list[int], room: int) -> set[int]:
        """The wanted items with what stands above them, as many as fit; the first always."""
        chosen: set[int] = set()
        used = 0
        for index in wanted:
            chain = self._chain(scored, index)
            length = sum(len(scored.clauses[i].clause.text) for i in chain - chosen)
            if chosen and used + length > room:
                continue
            chosen |= chain
            used += length
        for index in list(chosen):
            chosen |= self._below(scored, index, room - used)
        return chosen

    def _chain(self, scored: ScoredBlock, index: int) -> set[int]:
        chain = {index}
        parent = scored.clauses[index].clause.parent
        while parent >= 0:
            chain.add(parent)
            parent = scored.clauses[parent].clause.parent
        return chain

    def _below(self, scored: ScoredBlock, index: int, room: int) -> set[int]:
        """Sub-items of a chosen item whose own words only introduce them."""
        children = [
            i for i, one in enumerate(scored.clauses) if one.clause.part is Part.ITEM and one.clause.parent == index
        ]
        if not children or not _LISTING.search(scored.clauses[index].clause.text):
            return set()
        best = sorted(children, key=lambda i: -scored.clauses[i].points)[:ALL_ITEMS]
        kept: set[int] = set()
        used = 0
        for i in best:
            used += len(scored.clauses[i].clause.text)
            if kept and used > max(room, 100):
                break
            kept.add(i)
        return kept

    def _rows(self, scored: ScoredBlock) -> set[int]:
        rows = [i for i, one in enumerate(scored.clauses) if one.clause.part is Part.ROW]
        fitting = [i for i in rows if slots.interval_of(scored.clauses[i].clause.text, self._question)]
        if scored.block.hit.passage.article:
            return set(fitting[:2])
        ranked = sorted(rows, key=lambda i: -scored.clauses[i].points)
        return set(fitting[:2] or [i for i in ranked[:1] if scored.clauses[i].points > 0.5])
