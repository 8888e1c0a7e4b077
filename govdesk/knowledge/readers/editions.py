"""Title and edition date of a document that does not declare them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from govdesk.knowledge.readers.clean import one_line
from govdesk.knowledge.readers.headings import reads_like_sentence

_YEAR = r"(?P<y>(?:19|20)\d{2})"
_FULL = re.compile(_YEAR + r"\s?[.\-/년_]\s?(?P<m>\d{1,2})\s?[.\-/월_]\s?(?P<d>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y>20\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH = re.compile(r"(?<!\d)" + _YEAR + r"\s?(?:[.\-/_]|년)\s?(?P<m>1[0-2]|0?[1-9])\s?(?:\.|월|(?=[)\]\s_판]|$))")
_EDITION_YEAR = re.compile(
    r"(?<!\d)" + _YEAR + r"\s?(?:년도?|학년도)?\s?(?:판|개정판|년판|년도판|년도|년|개정|\)|\]|$|(?=[\s_]))"
)
_LABELLED = re.compile(
    r"(?:개\s?정|발\s?행|발\s?간|시\s?행|작\s?성|제\s?정|배\s?포|기\s?준)\s?(?:일자|연월일|년월일|연월|일)?\s?[:：]?\s{0,3}"
    + _FULL.pattern
)
_LONE_DATE = re.compile(
    r"^[<(\[]?\s?"
    + _YEAR
    + r"\s?(?:[.년]|\s)\s?(?P<m>1[0-2]|0?[1-9])\s?(?:\.|월)?\s?(?:(?P<d>\d{1,2})\s?[.일]?)?\s?[>)\]]?$"
)
_SUBJECT = re.compile(r"^제\s{0,4}목\s*[:：]?\s+(\S.{3,})$")
_EMPTY_TITLES = re.compile(
    r"^(?:|제목\s?없음.*|빈\s?문서.*|문\s?내용|untitled.*|document\d*|microsoft word.*|powerpoint.*|새\s?문서.*|무제.*|"
    r"sheet\d*|\d+|.*\.(?:hwpx?|docx?|pdf|xlsx?)|[\W_]*)$",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    {
        "보도자료",
        "보도참고자료",
        "보도시점",
        "보도일시",
        "입법예고",
        "행정예고",
        "공고문",
        "시행문",
        "회의자료",
        "업무보고",
    }
    | {"목차", "차례", "시행일시", "배포일시", "참고자료", "설명자료", "붙임", "머리말ㆍ꼬리말", "수신", "경유"}
)
_NO_TITLE = re.compile(r"^[-–(◦○●□ㆍ·※*①-⑳]|제\s?\d{4}\s?-\s?\d*\s?호|\d{4}\s?\.\s?\d|\d{1,2}:\d\d|\?|^\d+[.)]")
"""Decorated subtitles, bullets, items, questions, 공고번호, dates and times."""
_RUNS_ON = re.compile(r"(?:및|의|에|관한|위한|따른|등)$")
_FIRST_LINES = 40


def from_name(path: Path) -> str:
    """The file name without suffix, NFC (macOS stores decomposed Hangul), underscores as spaces."""
    stem = unicodedata.normalize("NFC", path.stem)
    return one_line(stem.replace("_", " ")) or stem


def title_of(path: Path, declared: str, lines: Sequence[str], prose: Sequence[str]) -> str:
    """The document's title.

    The declared title (core properties) counts only where the first lines of the text confirm it: office files
    carry the title of the file they were once copied from. Then a line ``제목 …`` of an official letter, then
    the file name, and for a name without Hangul the first line outside tables that reads like a title. `lines`
    are all lines of the text, `prose` those outside tables.
    """
    declared = one_line(declared)
    first = [line for line in lines[:_FIRST_LINES] if line]
    if not _EMPTY_TITLES.match(declared) and _tight(declared) in _tight(" ".join(first)):
        return declared
    for line, after in pairwise([*first, ""]):
        if found := _SUBJECT.match(one_line(line)):
            return found[1]
        if _tight(line) == "제목" and after:
            return one_line(after)
    name = from_name(path)
    if _has_hangul(name):
        return name
    return _first_title([one_line(line) for line in prose[:12]]) or name


def _first_title(lines: Sequence[str]) -> str:
    """The first line that reads like a title, with the next one where it plainly runs on."""
    for line, after in pairwise([*lines, ""]):
        if _reads_like_title(line):
            return f"{line} {after}" if _RUNS_ON.search(line) and after else line
    return ""


def edition_of(title: str, path: Path, lines: Sequence[str]) -> date | None:
    """The edition date: from the title, the file name, a dated label or a lone date among the first lines."""
    for text in (title, from_name(path)):
        if found := dated(text):
            return found
    first = [one_line(line) for line in lines[:_FIRST_LINES]]
    for line in first:
        if match := _LABELLED.search(line):
            return _date(match)
    return next((_date(match) for line in first if (match := _LONE_DATE.match(line))), None)


def dated(text: str) -> date | None:
    """A date, month or edition year named in a title or file name; the first day where day or month is not said."""
    text = unicodedata.normalize("NFC", text)
    for pattern in (_FULL, _COMPACT, _MONTH, _EDITION_YEAR):
        if (match := pattern.search(text)) and (found := _date(match)):
            return found
    return None


def parse_day(value: object) -> date | None:
    """A date of a frontmatter: a YAML date, or text such as ``2026-07-01``, ``2026. 7.``."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    return dated(str(value)) if value else None


def _date(match: re.Match[str]) -> date | None:
    named = match.groupdict()
    try:
        return date(int(named["y"]), int(named.get("m") or 1), int(named.get("d") or 1))
    except ValueError:
        return None


def _tight(text: str) -> str:
    return "".join(text.split())


def _has_hangul(text: str) -> bool:
    return any("가" <= sign <= "힣" for sign in text)


def _reads_like_title(line: str) -> bool:
    if _tight(line) in _GENERIC or _NO_TITLE.search(line) or reads_like_sentence(line):
        return False
    return 4 <= len(line) <= 60 and _has_hangul(line) and not line.endswith((".", ",", ":"))
