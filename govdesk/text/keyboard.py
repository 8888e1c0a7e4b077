"""Hangul typed in the wrong keyboard state, and initial consonants (초성).

The keys are those of the standard two-set layout (KS X 5002); composing follows the arithmetic of Hangul syllables
in the Unicode Standard, chapter 3.12.
"""

from __future__ import annotations

import re
import unicodedata

_KEYS = dict(
    zip(
        "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml",
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ",
        strict=True,
    )
)
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_PAIRS = {
    "ㅗㅏ": "ㅘ",
    "ㅗㅐ": "ㅙ",
    "ㅗㅣ": "ㅚ",
    "ㅜㅓ": "ㅝ",
    "ㅜㅔ": "ㅞ",
    "ㅜㅣ": "ㅟ",
    "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ",
    "ㄴㅈ": "ㄵ",
    "ㄴㅎ": "ㄶ",
    "ㄹㄱ": "ㄺ",
    "ㄹㅁ": "ㄻ",
    "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ",
    "ㄹㅎ": "ㅀ",
    "ㅂㅅ": "ㅄ",
}
_VOWEL = "[ㅏ-ㅣ]"
_CONSONANT = "[ㄱ-ㅎ]"
_DOUBLE = "|".join(pair for pair in _PAIRS if pair[0] in _LEADS)
_SYLLABLE = re.compile(
    rf"(?P<lead>{_CONSONANT})(?P<vowel>{'|'.join(p for p in _PAIRS if p[0] in _VOWELS)}|{_VOWEL})"
    rf"(?P<tail>(?:{_DOUBLE})(?!{_VOWEL})|{_CONSONANT}(?!{_VOWEL}))?"
)
_FIRST, _LAST = 0xAC00, 0xD7A3


def hangul_of(text: str) -> str:
    """What the keys of `text` type in the Hangul state: ``wjdqhrhdro`` → ``정보공개``; other signs stay."""
    jamo = "".join(_KEYS.get(sign) or _KEYS.get(sign.lower(), sign) for sign in text)
    return _SYLLABLE.sub(_joined, jamo)


def _joined(found: re.Match[str]) -> str:
    vowel = _PAIRS.get(found["vowel"], found["vowel"])
    tail = _PAIRS.get(found["tail"] or "", found["tail"] or " ")
    if tail not in _TAILS:  # ㄸ, ㅃ and ㅉ end no syllable: they begin the next
        return _syllable(found["lead"], vowel, " ") + tail
    return _syllable(found["lead"], vowel, tail)


def _syllable(lead: str, vowel: str, tail: str) -> str:
    return chr(_FIRST + (_LEADS.index(lead) * 21 + _VOWELS.index(vowel)) * 28 + _TAILS.index(tail))


def initials(text: str) -> str:
    """The initial consonant of each syllable, other signs as they are: ``지방계약법`` → ``ㅈㅂㄱㅇㅂ``."""
    return "".join(_initial(sign) for sign in unicodedata.normalize("NFC", text))


def _initial(sign: str) -> str:
    code = ord(sign)
    return _LEADS[(code - _FIRST) // 588] if _FIRST <= code <= _LAST else sign


def only_initials(text: str) -> bool:
    """Whether `text` is typed in initial consonants alone."""
    tight = "".join(text.split())
    return bool(tight) and all(sign in _LEADS for sign in tight)
