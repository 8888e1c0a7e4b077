"""The forms of a text for searching, and what becomes of pasted text."""

from __future__ import annotations

import unicodedata

import pytest

from govdesk.text.normalise import cleaned, searchable, spaced


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        (unicodedata.normalize("NFD", "자전거는 어디에"), "자전거는 어디에"),
        ("등\u200b록\u00ad 기\ufeff한", "등록 기한"),
        ("등록\x00기한\x1b", "등록 기한 "),
        ("\u202e등록\ud800", "등록"),
        ("첫 줄\n둘째\t줄", "첫 줄\n둘째\t줄"),
        ("㎡ ① ㆍ · 🙂", "㎡ ① ㆍ · 🙂"),
    ],
)
def test_pasted_text_loses_what_cannot_be_seen(pasted: str, kept: str) -> None:
    assert cleaned(pasted) == kept


def test_spaces_and_middle_dots_do_not_count_when_searching() -> None:
    assert searchable("개인 정보ㆍA") == searchable("개인정보·a") == "개인정보a"
    assert spaced(" 개인  정보・처리 ") == "개인 정보ㆍ처리"
