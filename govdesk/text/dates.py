"""Dates as people and offices write them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from govdesk.errors import DateInvalid

_WRITTEN = re.compile(r"^\s*(\d{4})\s*(?:[-./]|년)\s*(\d{1,2})\s*(?:[-./]|월)\s*(\d{1,2})\s*(?:[.]|일)?\s*$")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})\s*$")
_NAMED = {"오늘": 0, "어제": -1, "내일": 1, "그제": -2, "모레": 2}


def parse_date(text: str, today: date | None = None) -> date:
    """The day that `text` names: ``2026-06-01``, ``2026. 6. 1.``, ``2026년 6월 1일``, ``20260601``, ``오늘``.

    `today` settles the named days (default: the clock's). Raises `DateInvalid`.
    """
    named = _NAMED.get(text.strip())
    if named is not None:
        return (today or date.today()) + timedelta(days=named)
    match = _WRITTEN.match(text) or _COMPACT.match(text)
    if match is None:
        raise DateInvalid(text)
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError as error:
        raise DateInvalid(text) from error


def korean_date(day: date) -> str:
    """``2026. 6. 1.``, the way 행정업무의 운영 및 혁신에 관한 규정 제7조제5항 wants it."""
    return f"{day.year}. {day.month}. {day.day}."
