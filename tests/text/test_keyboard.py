"""Wrong keyboard state and initial consonants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdesk.text.keyboard import _KEYS, _LEADS, _PAIRS, _TAILS, _VOWELS, hangul_of, initials, only_initials


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("wjdqhrhdro", "정보공개"),
        ("wlrPqjq 9", "지계법 9"),
        ("rnrrhdqjq63wh", "국공법63조"),
        ("dhlrnr dnjffur", "외국 월력"),
        ("gksrmf", "한글"),
        ("dlfrrl", "읽기"),
        ("2026 (a)", "2026 (ㅁ)"),
    ],
)
def test_keys_type_what_was_meant(keys: str, meant: str) -> None:
    assert hangul_of(keys) == meant


def typed(syllable: str) -> str:
    """The keys of one syllable on the two-set layout."""
    back = {jamo: key for key, jamo in _KEYS.items()}
    split = {joined: pair for pair, joined in _PAIRS.items()}
    code = ord(syllable) - 0xAC00
    jamo = _LEADS[code // 588] + _VOWELS[code % 588 // 28] + _TAILS[code % 28].strip()
    return "".join(back[one] for sign in jamo for one in split.get(sign, sign))


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8))
def test_every_word_comes_back_from_its_keys(word: str) -> None:
    assert hangul_of("".join(map(typed, word))) == word


def test_initials_of_a_title() -> None:
    assert initials("지방계약법 시행령") == "ㅈㅂㄱㅇㅂ ㅅㅎㄹ"
    assert only_initials("ㅈㅂ ㄱㄱ")
    assert not only_initials("ㅈ방")
    assert not only_initials(" ")
