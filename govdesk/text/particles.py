"""Particles (조사) that fit the word before them: 법률은, 규칙은, 제11조로, 3개월로."""

from __future__ import annotations

import re

PAIRS = (
    "은/는",
    "이/가",
    "을/를",
    "과/와",
    "으로/로",
    "이라/라",
    "이라고/라고",
    "이란/란",
    "이나/나",
    "아/야",
    "이며/며",
)
"""The pairs that `attach` knows, the form after a final consonant first."""

_DIGIT_FINALS = {"0": "ㅇ", "1": "ㄹ", "2": "", "3": "ㅁ", "4": "", "5": "", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ", "9": ""}
"""Final consonants of 영 일 이 삼 사 오 육 칠 팔 구."""

_LETTER_FINALS = {"l": "ㄹ", "r": "ㄹ", "m": "ㅁ", "n": "ㄴ"}
"""Letters whose Korean names end in a consonant: 엘 알 엠 엔."""

_WORD_ENDS = re.compile(r"[a-z]*$")
_CLOSING = "」』”’\"')]}>〉》 .…"


def attach(word: str, pair: str) -> str:
    """`word` with the fitting half of `pair` (one of `PAIRS`): ``attach("법률", "은/는")`` → ``법률은``.

    Digits and Latin letters count as they are read in Korean; closing marks and brackets are skipped.
    """
    after_consonant, after_vowel = pair.split("/")
    final = final_consonant(word)
    if pair.startswith("으로") and final == "ㄹ":
        final = ""
    return word + (after_consonant if final else after_vowel)


def final_consonant(word: str) -> str:
    """The final consonant of the word as spoken: ``ㄹ``, ``ㅁ`` …, another consonant as ``ㅇ``, none as ``""``."""
    spoken = word.rstrip(_CLOSING) or word
    spoken = re.sub(r"\([^()]*$|\([^()]*\)$", "", spoken) or spoken
    last = spoken[-1:].lower()
    code = ord(last) - 0xAC00 if last else -1
    if 0 <= code < 11172:
        return {0: "", 8: "ㄹ"}.get(code % 28, "ㅇ")
    if last.isdigit():
        return _digit_final(spoken)
    if last in ("%", "％"):
        return ""
    return _latin_final(spoken.lower())


def _digit_final(spoken: str) -> str:
    """Round numbers end in 십, 백, 천, 만, 억; all but those read by their last digit."""
    digits = re.search(r"\d[\d,]*$", spoken)
    text = digits.group().replace(",", "") if digits else spoken[-1]
    if text.endswith("0") and text.strip("0"):
        return "ㅇ"
    return _DIGIT_FINALS.get(text[-1], "")


def _latin_final(spoken: str) -> str:
    match = _WORD_ENDS.search(spoken)
    word = match.group() if match else ""
    if len(word) == 1 or word.isupper():
        return _LETTER_FINALS.get(word[-1:], "")
    if word.endswith(("ng", "m", "n", "b", "p", "k", "ck")):
        return "ㅇ"
    return "ㄹ" if word.endswith("l") else ""
