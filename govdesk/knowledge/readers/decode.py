"""Bytes of a text file to characters: UTF-8 with or without BOM, UTF-16, CP949."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TRIED = ("utf-8", "cp949")
_BROKEN_EVERY = 200
"""Characters for each broken byte that a text may have."""
_KOREAN = re.compile("[\\t\\n\\r -~가-힣ㄱ-ㅣ\\u2000-\\u27bf\\u3000-\\u303f\\uff00-\\uffef]")
_STRANGE = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd]")


def decode(data: bytes) -> str | None:
    """The text of `data`, or None if it is no text in any of the encodings Korean offices use."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if b"\x00" in data:
        text = _decoded(data, _utf16_without_mark(data))
        return text if text and _is_korean_or_ascii(text) else None
    whole = (text for encoding in _TRIED if (text := _decoded(data, encoding)) is not None)
    return next(whole, None) or _nearly(data)


def _nearly(data: bytes) -> str | None:
    """Text with a few broken bytes, as old programs leave where they cut a syllable: each shows as U+FFFD."""
    text = min((data.decode(encoding, "replace") for encoding in _TRIED), key=lambda text: text.count("\ufffd"))
    return text if text.count("\ufffd") * _BROKEN_EVERY <= len(text) and _is_text(text) else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if _is_text(text) else None


def _utf16_without_mark(data: bytes) -> str:
    """Little or big endian, told by where the zero bytes of line feeds, spaces and digits lie."""
    return "utf-16-be" if data[0:400:2].count(0) > data[1:400:2].count(0) else "utf-16-le"


def _is_text(text: str) -> bool:
    """Whether control and unassigned characters are as rare as in text (one in a hundred)."""
    sample = text[:20_000]
    return len(_STRANGE.findall(sample)) * 100 <= len(sample)


def _is_korean_or_ascii(text: str) -> bool:
    """Whether most of `text` is Hangul, ASCII or punctuation: what any two bytes are in UTF-16 says nothing."""
    sample = text[:20_000]
    return len(_KOREAN.findall(sample)) * 10 >= 7 * len(sample)
