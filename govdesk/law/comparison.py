"""Two revisions of a statute side by side: articles kept, changed, moved, added and removed.

Articles are paired by number where their texts are akin, then whatever is left by likeness: that is how an article
that was renumbered or moved is recognised. Amendment marks (``<개정 …>``) are no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from govdesk.law.alignment import AKIN, Kind, Row, Side, comparable, likeness, rows_of
from govdesk.law.model import Article, Number

__all__ = ["Comparison", "Kind", "Pair", "Row", "compare"]

MOVED = 0.6
"""Likeness from which articles with different numbers are one that moved."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One article on both sides; None where a side does not have it (a deleted one counts as not there)."""

    kind: Kind
    old: Article | None
    new: Article | None
    changed: bool

    @property
    def name(self) -> str:
        article = self.new or self.old
        assert article is not None
        return article.name

    @property
    def title(self) -> str:
        article = self.new or self.old
        assert article is not None
        return article.title

    def rows(self) -> list[Row]:
        """The 항, 호 and 목 on both sides."""
        return rows_of(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`pairs` in the order of the new revision, removed articles where they stood; `reasons` by article (``제11조``)
    why it was amended, where that is known.
    """

    pairs: tuple[Pair, ...]
    reasons: Mapping[str, str] = field(default_factory=dict)

    def numbers(self) -> set[Number]:
        """The articles of both sides."""
        sides = (one for pair in self.pairs for one in (pair.old, pair.new))
        return {one.number for one in sides if one is not None and one.number is not None}

    def changed(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.changed or pair.kind is not Kind.SAME]

    def count(self, kind: Kind) -> int:
        return sum(pair.kind is kind for pair in self.pairs)


def compare(old: Iterable[Article], new: Iterable[Article]) -> Comparison:
    """The articles of two revisions paired."""
    left = [Side(article) for article in old]
    right = [Side(article) for article in new]
    partner = _paired(left, right)
    return Comparison(tuple(_in_order(left, right, partner)))


def _paired(left: Sequence[Side], right: Sequence[Side]) -> dict[int, int]:
    """New index to old index."""
    by_name = {side.article.name: at for at, side in enumerate(left)}
    partner: dict[int, int] = {}
    for at, side in enumerate(right):
        other = by_name.get(side.article.name)
        if other is not None and likeness(left[other], side) >= AKIN:
            partner[at] = other
    taken = set(partner.values())
    free_old = [at for at, side in enumerate(left) if at not in taken and not side.deleted]
    free_new = [at for at, side in enumerate(right) if at not in partner and not side.deleted]
    found = ((likeness(left[a], right[b]), a, b) for a in free_old for b in free_new)
    for _, a, b in sorted((one for one in found if one[0] >= MOVED), key=lambda one: (-one[0], one[1], one[2])):
        if a not in taken and b not in partner:
            taken.add(a)
            partner[b] = a
    for at, side in enumerate(right):  # what is left under its number: wholly rewritten, or deleted
        other = by_name.get(side.article.name)
        if at not in partner and other is not None and other not in taken:
            partner[at] = other
            taken.add(other)
    return partner


def _in_order(left: Sequence[Side], right: Sequence[Side], partner: dict[int, int]) -> Iterator[Pair]:
    pending = [at for at in range(len(left)) if at not in set(partner.values())]
    for at, side in enumerate(right):
        other = partner.get(at)
        while pending and other is not None and pending[0] < other:
            yield from _pair(left[pending.pop(0)], None)
        yield from _pair(left[other] if other is not None else None, side)
    for number in pending:
        yield from _pair(left[number], None)


def _pair(old: Side | None, new: Side | None) -> Iterator[Pair]:
    before = old.article if old and not old.deleted else None
    after = new.article if new and not new.deleted else None
    if before is None and after is None:
        return
    if before is None or after is None:
        yield Pair(Kind.ADDED if before is None else Kind.REMOVED, before, after, True)
        return
    assert old is not None
    assert new is not None
    before_text, after_text, _ = comparable(old.text, new.text)
    changed = before_text != after_text or old.title != new.title
    moved = before.name != after.name
    yield Pair(Kind.MOVED if moved else Kind.CHANGED if changed else Kind.SAME, before, after, changed)
