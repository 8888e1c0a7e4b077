"""The 항, 호 and 목 of an article in two revisions, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property

from govdesk.law.markdown import PICTURE
from govdesk.law.marks import without_marks
from govdesk.law.model import Article, UnitKind
from govdesk.law.structure import units
from govdesk.text.normalise import searchable
from govdesk.text.worddiff import Change, Piece, word_diff

AKIN = 0.3
"""Share of common letter triples from which two texts under one number are one article, changed."""
TITLE = 0.25
"""What one heading adds to the likeness."""
SAME_PLACE = 0.4
"""What one number adds to the likeness of two 호: short ones have little else."""
_DELETED = re.compile(r"삭\s*제\s*[.<]?")
_TRIPLE = 3
_BOX = re.compile(r"[\u2500-\u257f]")
_DRAWN = re.compile(r"^(?:[ \t]*[\u2500-\u257f].*|" + re.escape(PICTURE) + r")$\n?", re.MULTILINE)


class Kind(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    """Another number; `changed` tells whether the words changed too."""
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Side:
    """An article as it is compared."""

    article: Article

    @cached_property
    def text(self) -> str:
        """Heading and words without marks."""
        return without_marks(self.article.text).text

    @cached_property
    def title(self) -> str:
        """The heading; some revisions print it in a second pair of brackets."""
        return searchable(self.article.title).strip("()")

    @cached_property
    def deleted(self) -> bool:
        return len(self.article.text) < 60 and (not self.text or _DELETED.match(self.text) is not None)

    @cached_property
    def tight(self) -> str:
        return searchable(self.text)

    @cached_property
    def triples(self) -> frozenset[str]:
        return frozenset(self.tight[at : at + _TRIPLE] for at in range(max(1, len(self.tight) - _TRIPLE + 1)))


def likeness(old: Side, new: Side) -> float:
    if old.deleted or new.deleted:
        return float(old.deleted and new.deleted)
    if old.tight == new.tight:
        return 1.0 + TITLE * (old.title == new.title)
    common = len(old.triples & new.triples)
    share = common / max(1, min(len(old.triples), len(new.triples)) or 1)
    whole = common / max(1, len(old.triples | new.triples))
    titled = TITLE if old.title and old.title == new.title else 0.0
    return (share + whole) / 2 + titled


@dataclass(frozen=True, slots=True)
class Row:
    """A 항, 호 or 목 (or the words before them) on both sides; ``""`` where a side has none.

    `label` and `depth` are the new side's if there is one; `pieces` the differences of the words. `unseen` is a table
    that one revision has as a picture only, so that nobody can say whether it changed.
    """

    kind: Kind
    old_label: str
    new_label: str
    old: str
    new: str
    depth: int
    pieces: tuple[Piece, ...] = ()
    unseen: bool = False

    @property
    def label(self) -> str:
        return self.new_label if self.new or self.new_label else self.old_label


def comparable(old: str, new: str) -> tuple[str, str, bool]:
    """Both texts without drawn tables where one of them has only a picture of its table, and whether that is so."""
    drawn = [_BOX.search(text) is not None for text in (old, new)]
    only_picture = any(PICTURE in text and not boxes for text, boxes in zip((old, new), drawn, strict=True))
    if drawn[0] == drawn[1] or not only_picture:
        return old, new, False
    return _DRAWN.sub("", old).rstrip(), _DRAWN.sub("", new).rstrip(), True


def rows_of(old: Article | None, new: Article | None) -> list[Row]:
    """The rows of an article, in the new order with what is gone where it stood."""
    return list(_aligned(_lines(old) if old else [], _lines(new) if new else []))


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    text: str
    depth: int
    place: str


def _lines(article: Article) -> list[_Line]:
    depths = {UnitKind.ARTICLE: 0, UnitKind.PARAGRAPH: 0, UnitKind.ITEM: 1, UnitKind.SUBITEM: 2, UnitKind.DEEPER: 3}
    found = [
        _Line(unit.label, without_marks(unit.text).text.strip(), depths[unit.kind], unit.place)
        for unit in units(article.text)
    ]
    return [line for line in found if line.text or line.label]


def _aligned(old: list[_Line], new: list[_Line]) -> Iterator[Row]:
    matcher = SequenceMatcher(None, [line.text for line in old], [line.text for line in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from (_row(one, two) for one, two in zip(old[a:b], new[c:d], strict=True))
        else:
            yield from _matched(old[a:b], new[c:d])


def _matched(old: list[_Line], new: list[_Line]) -> Iterator[Row]:
    """Lines that differ, each with the likest of the other side that keeps the order; the rest are gone or new."""
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    scores = [[_alike(one, two) for two in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            joined = best[i + 1][j + 1] + scores[i][j] if scores[i][j] > 0 else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], joined)
    i = j = 0
    while i < len(old) or j < len(new):
        both = i < len(old) and j < len(new)
        if both and scores[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            yield _row(old[i], new[j])
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and best[i][j] == best[i + 1][j]):
            yield _row(old[i], None)
            i += 1
        else:
            yield _row(None, new[j])
            j += 1


def _alike(old: _Line, new: _Line) -> float:
    """How far two lines are one, changed; 0 where they are not."""
    if old.depth != new.depth:
        return 0.0
    gone, came = _DELETED.match(old.text), _DELETED.match(new.text)
    if (gone or came) and old.place == new.place:
        return 0.5
    if gone or came:
        return 0.0
    left, right = Side(Article(None, "", (), old.text)), Side(Article(None, "", (), new.text))
    found = likeness(left, right) + (SAME_PLACE if old.place == new.place else 0.0)
    return found if found >= AKIN else 0.0


def _row(old: _Line | None, new: _Line | None) -> Row:
    if old is None or new is None:
        line = old or new
        assert line is not None
        kind = Kind.ADDED if old is None else Kind.REMOVED
        change = Change.NEW if old is None else Change.GONE
        return Row(
            kind,
            old.label if old else "",
            new.label if new else "",
            old.text if old else "",
            new.text if new else "",
            line.depth,
            (Piece(change, line.text),),
        )
    before, after, unseen = comparable(old.text, new.text)
    if before == after:
        kind = Kind.SAME if old.label == new.label else Kind.MOVED
        return Row(kind, old.label, new.label, old.text, new.text, new.depth, unseen=unseen)
    pieces = tuple(word_diff(before, after))
    return Row(Kind.CHANGED, old.label, new.label, before, after, new.depth, pieces, unseen)
