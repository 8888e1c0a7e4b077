"""The YAML head of a statute in national Markdown: identity, revision and annexes."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from govdesk.law.model import Annex, Revision

NO_DATE_YEAR = 9999
"""시행일자 9999-01-01 stands for a day that is not fixed yet."""

_HEAD = re.compile(r"---\n(.*?\n)---(?:\n|\Z)", re.DOTALL)
_DATE = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})|(\d{4})(\d{2})(\d{2})")


class NotAStatute(ValueError):
    """The text is not a statute in national Markdown; the message says what is missing."""


def split(text: str) -> tuple[Mapping[str, Any], str]:
    """The YAML head as a mapping, and the body after it. Raises `NotAStatute`."""
    found = _HEAD.match(text)
    if found is None:
        raise NotAStatute("no frontmatter")
    head = _load(found.group(1))
    for key in ("제목", "법령ID"):
        if not str(head.get(key) or "").strip():
            raise NotAStatute(f"frontmatter lacks {key}")
    return head, text[found.end() :]


def revision(head: Mapping[str, Any]) -> Revision:
    """공포일자, 공포번호 (zero-padded digits as given), 시행일자."""
    in_force = as_date(head.get("시행일자"))
    if in_force is not None and in_force.year == NO_DATE_YEAR:
        in_force = None
    return Revision(as_date(head.get("공포일자")), str(head.get("공포번호") or ""), in_force)


def ministries(head: Mapping[str, Any]) -> tuple[str, ...]:
    """소관부처, in the order given."""
    given = head.get("소관부처") or ()
    return tuple(str(name) for name in ((given,) if isinstance(given, str) else given))


def annexes(head: Mapping[str, Any]) -> tuple[Annex, ...]:
    """The 첨부파일 list: titles unescaped (``&lt;``), deleted ones marked."""
    return tuple(_annex(item) for item in head.get("첨부파일") or () if isinstance(item, dict))


def as_date(value: object) -> date | None:
    """A date from YAML, ``2026-06-01``, ``2026.6.1`` or ``20260601``; None where there is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _DATE.search(str(value or ""))
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _load(source: str) -> Mapping[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        head = yaml.load(source, loader)  # noqa: S506 (a safe loader, the C one where it was built)
    except (yaml.YAMLError, ValueError) as why:
        raise NotAStatute("frontmatter is not YAML") from why
    if not isinstance(head, dict):
        raise NotAStatute("frontmatter is not a mapping")
    return head


def _annex(item: Mapping[str, Any]) -> Annex:
    title = html.unescape(str(item.get("제목") or "")).strip()
    return Annex(
        kind=str(item.get("별표구분") or "별표"),
        number=_digits(item.get("별표번호")),
        branch=_digits(item.get("별표가지번호")),
        title=title,
        deleted=re.match(r"삭제\s*(?:[<(]|$)", title) is not None,
    )


def _digits(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if text.isdecimal() else 0
