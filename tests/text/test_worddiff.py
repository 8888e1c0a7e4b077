"""Word differences; the sides always join to the texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govdesk.text.worddiff import Change, Piece, new_side, old_side, word_diff

words = st.lists(st.sampled_from(["물을", "볕", " ", "3일", "제2항", ", ", "화분에", "."]), max_size=12).map("".join)


@given(words, words)
def test_the_sides_are_the_texts(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in old_side(pieces)) == old
    assert "".join(piece.text for piece in new_side(pieces)) == new
    assert all(piece.text for piece in pieces)


def test_only_what_changed_is_marked() -> None:
    assert word_diff("물을 3일 안에 준다.", "물을 5일 안에 준다.") == [
        Piece(Change.SAME, "물을 "),
        Piece(Change.GONE, "3"),
        Piece(Change.NEW, "5"),
        Piece(Change.SAME, "일 안에 준다."),
    ]


def test_equal_texts_are_one_piece() -> None:
    assert word_diff("물", "물") == [Piece(Change.SAME, "물")]
    assert word_diff("", "") == []
