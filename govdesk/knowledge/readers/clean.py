"""Characters of office documents made fit for storing: NFC, no control characters, no private-use glyphs."""

from __future__ import annotations

import re
import unicodedata

# Symbol and Wingdings glyphs as Word and Hangul store them (U+F000 + code), and the supplementary private-use
# glyphs of Hancom's fonts seen in published documents. The rest is dropped.
_GLYPHS: dict[int, str] = {
    0xF06C: "●",
    0xF06E: "■",
    0xF06F: "□",
    0xF071: "❑",
    0xF075: "◆",
    0xF076: "❖",
    0xF09F: "•",
    0xF0A0: "·",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0DF: "←",
    0xF0E0: "→",
    0xF0E8: "➔",
    0xF0F0: "⇨",
    0xF0FC: "✓",
    0xF0FE: "☑",
    0xF02EC: "◇",
    0xF02EF: "·",
}
_BOXED_ONE = 0xF02B1
"""Hancom's boxed 1 to 9 lie from here, then left halves 1 to 9, then right halves 0 to 9, seen as pairs for 10 and more
in published press releases; they become ①, ② …"""
_LEFT_HALF, _RIGHT_HALF = 0xF02BA, 0xF02C3
_GLYPHS |= {_BOXED_ONE + n: chr(0x2460 + n) for n in range(20)}
_PAIR = re.compile(f"([{chr(_LEFT_HALF)}-{chr(_LEFT_HALF + 8)}])([{chr(_RIGHT_HALF)}-{chr(_RIGHT_HALF + 9)}])")

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029\x85]")
_SPACES = str.maketrans({"\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " "})


def clean(text: str) -> str:
    """`text` in NFC with line breaks as ``\\n``, control and private-use characters mapped or dropped."""
    text = _CONTROL.sub("", _BREAKS.sub("\n", text)).translate(_SPACES)
    if _PRIVATE.search(text):
        text = _PAIR.sub(_boxed_pair, text)
        text = _PRIVATE.sub(lambda found: _GLYPHS.get(ord(found[0]), ""), text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _boxed_pair(found: re.Match[str]) -> str:
    number = 10 * (ord(found[1]) - _LEFT_HALF + 1) + ord(found[2]) - _RIGHT_HALF
    return chr(0x245F + number) if number <= 20 else str(number)


def one_line(text: str) -> str:
    """`clean` text with every run of white space as one space, trimmed."""
    return " ".join(clean(text).split())


def tidy(text: str) -> str:
    """`clean` text, each line trimmed on the right and inner runs of spaces kept short, no blank lines at the ends."""
    lines = (re.sub(r"[ \t]{2,}", "  ", line).rstrip() for line in clean(text).split("\n"))
    return "\n".join(lines).strip("\n").strip()
