"""The particle follows the sound of the word before it."""

from __future__ import annotations

import pytest

from govdesk.text.particles import attach


@pytest.mark.parametrize(
    ("word", "pair", "joined"),
    [
        ("법률", "은/는", "법률은"),
        ("규칙", "으로/로", "규칙으로"),
        ("서울", "으로/로", "서울로"),
        ("제3조", "을/를", "제3조를"),
        ("제11항", "이/가", "제11항이"),
        ("「나루법」", "과/와", "「나루법」과"),
        ("회의(온라인)", "은/는", "회의(온라인)는"),
        ("문서 3", "을/를", "문서 3을"),
        ("2", "이/가", "2가"),
        ("10", "으로/로", "10으로"),
        ("1", "으로/로", "1로"),
        ("30%", "이/가", "30%가"),
        ("PDF", "을/를", "PDF를"),
        ("HTML", "으로/로", "HTML로"),
        ("Qt", "이라/라", "Qt라"),
        ("팀장", "이란/란", "팀장이란"),
        ("휴가", "이나/나", "휴가나"),
    ],
)
def test_the_fitting_half_is_attached(word: str, pair: str, joined: str) -> None:
    assert attach(word, pair) == joined
