"""The list of past conversations, grouped by how long ago they were used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdesk.records.chats import ChatId, ChatSummary


@dataclass(frozen=True, slots=True)
class Entry:
    """A conversation in the list."""

    id: ChatId
    title: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading (``오늘``), newest first."""

    heading: str
    entries: tuple[Entry, ...]


def heading_of(day: date, today: date) -> str:
    """``오늘``, ``이번 주`` (from Monday), ``이번 달``, ``지난달``, else the month (``2026년 9월``)."""
    if day >= today:
        return "오늘"
    if day >= today - timedelta(days=today.weekday()):
        return "이번 주"
    months = (today.year - day.year) * 12 + today.month - day.month
    if months == 0:
        return "이번 달"
    return "지난달" if months == 1 else f"{day.year}년 {day.month}월"


def grouped(summaries: Iterable[ChatSummary], today: date) -> tuple[Group, ...]:
    """The conversations newest first, under their headings; their times are local and naive."""
    groups: dict[str, list[Entry]] = {}
    for summary in sorted(summaries, key=lambda s: s.updated, reverse=True):
        day = summary.updated.date()
        groups.setdefault(heading_of(day, today), []).append(Entry(summary.id, summary.title))
    return tuple(Group(heading, tuple(entries)) for heading, entries in groups.items())
