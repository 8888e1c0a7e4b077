"""The window's font: the bundled Pretendard GOV, or the first Korean font the system has."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

BUNDLED = "Pretendard GOV"
FALLBACKS = ("Malgun Gothic", "Noto Sans CJK KR", "NanumGothic", "NanumBarunGothic")
"""Windows since 7; Debian's fonts-noto-cjk; Debian's fonts-nanum."""

PROBE = "한ㆍ①"
"""Glyphs that statute text cannot do without."""


def has_korean(family: str) -> bool:
    """Whether `family` itself (no fallback) draws Hangul and the circled numbers."""
    raw = QRawFont.fromFont(QFont(family))
    return raw.isValid() and all(raw.supportsCharacter(ord(sign)) for sign in PROBE)


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register the fonts in `folder`; the families to use, best first; ``()`` if no Korean font is there.

    Call once a process, after the QApplication is made: registering twice costs 15 MB again.
    """
    families = set(QFontDatabase.families())
    if BUNDLED not in families:
        for file in sorted(folder.glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))
        families = set(QFontDatabase.families())
    return tuple(name for name in (BUNDLED, *FALLBACKS) if name in families and has_korean(name))
