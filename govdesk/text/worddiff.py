"""Differences between two Korean texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|[가-힣]+|[A-Za-z]+|\d+(?:[.,]\d+)*|.", re.DOTALL)
_SHORT = 2
"""Equal words fewer than this between two changes are taken into the change: alone they only break it up."""


class Change(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of `text` that is the same in both, only in the old or only in the new one."""

    change: Change
    text: str


def word_diff(old: str, new: str) -> list[Piece]:
    """The pieces of both texts in order: SAME and GONE joined give `old`, SAME and NEW give `new`.

    Where words were replaced, GONE comes before NEW.
    """
    left, right = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    pieces: list[Piece] = []
    gone: list[str] = []
    added: list[str] = []
    for same, a, b in _steps(matcher, left, right):
        if same:
            _flush(pieces, gone, added)
            pieces.append(Piece(Change.SAME, "".join(a)))
        else:
            gone += a
            added += b
    _flush(pieces, gone, added)
    return pieces


def _steps(
    matcher: SequenceMatcher[str], left: list[str], right: list[str]
) -> Iterator[tuple[bool, list[str], list[str]]]:
    codes = matcher.get_opcodes()
    for number, (tag, a, b, c, d) in enumerate(codes):
        words = [token for token in left[a:b] if not token.isspace()]
        between = 0 < number < len(codes) - 1
        kept = tag == "equal" and not (
            between and len(words) < _SHORT and all(len(word) < _SHORT + 1 for word in words)
        )
        yield kept, left[a:b], right[c:d]


def _flush(pieces: list[Piece], gone: list[str], added: list[str]) -> None:
    if gone:
        pieces.append(Piece(Change.GONE, "".join(gone)))
    if added:
        pieces.append(Piece(Change.NEW, "".join(added)))
    gone.clear()
    added.clear()


def old_side(pieces: list[Piece]) -> list[Piece]:
    """The pieces that make up the old text."""
    return [piece for piece in pieces if piece.change is not Change.NEW]


def new_side(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.change is not Change.GONE]
