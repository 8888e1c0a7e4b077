"""Two forms of a text for searching; what is shown and quoted is always the text itself.

Both are NFC and never NFKC: compatibility folding would turn ㆍ into U+119E, ① into 1 and ㎡ into m2.
"""

from __future__ import annotations

import re
import unicodedata

MIDDLE_DOTS = "\u00b7\u318d\u30fb\u2027\u22c5\uff65"
"""Characters that stand for 가운뎃점; statutes mix U+318D and U+00B7."""

_BLANK = " \t\n\r\v\f\u00a0\u3000\u00ad\u200b\u200c\u200d\ufeff"
_TIGHT = {ord(sign): None for sign in MIDDLE_DOTS + _BLANK} | {
    upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)
}
_DOTTED = {ord(sign): "\u318d" for sign in MIDDLE_DOTS} | {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\ufeff"}
_PIECE = 5_000
"""Characters folded in one call, some 0.3 ms: the interpreter is not shared meanwhile, and a 부칙 may have 600,000."""
_SPACES = re.compile(r"\s+")


def nfc(text: str) -> str:
    """`text` in NFC."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def cleaned(text: str) -> str:
    """What a person typed or pasted, in NFC: control signs as spaces, invisible format signs and halves of
    surrogate pairs left out; line ends and tabs stay."""
    return "".join(map(_sign, nfc(text)))


def _sign(char: str) -> str:
    if char.isprintable() or char in "\t\n":
        return char
    kind = unicodedata.category(char)
    return " " if kind == "Cc" else "" if kind in ("Cf", "Cs") else char


def searchable(text: str) -> str:
    """NFC without white space and middle dots, ASCII letters lower: `개인 정보ㆍA` -> `개인정보a`."""
    plain = nfc(text)
    if len(plain) <= _PIECE:
        return plain.translate(_TIGHT)
    return "".join(plain[start : start + _PIECE].translate(_TIGHT) for start in range(0, len(plain), _PIECE))


def spaced(text: str) -> str:
    """NFC with every middle dot as ㆍ (U+318D) and runs of white space as one space."""
    return _SPACES.sub(" ", nfc(text).translate(_DOTTED)).strip()
