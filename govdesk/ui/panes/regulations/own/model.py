"""Own marks as they are shown, before Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govdesk.knowledge.changed import Fate, Found
from govdesk.law.names import short_name
from govdesk.records.marks import MarkId, MarkKind, OwnMark
from govdesk.text.dates import korean_date
from govdesk.ui.panes.regulations.related import Entry

FATES = {
    Fate.CHANGED: "내용이 바뀜",
    Fate.GONE: "없어짐",
    Fate.MOVED: "다른 조로 옮김",
    Fate.NOT_IN_STORE: "자료에 없음",
}
KINDS = {MarkKind.BOOKMARK: "책갈피", MarkKind.HIGHLIGHT: "형광", MarkKind.NOTE: "메모"}
Judged = Sequence[tuple[OwnMark, Found]]


@dataclass(frozen=True, slots=True)
class Note:
    """A note or highlight of the article that is read. `words` are the text it was set on, `warning` its fate."""

    mark: MarkId
    title: str
    text: str
    words: str
    warning: str


@dataclass(frozen=True, slots=True)
class OwnShown:
    """What the column shows: of the article that is read, and of everything."""

    bookmarked: bool
    notes: tuple[Note, ...]
    all: tuple[Entry, ...]


def of_article(judged: Judged, series: str, section: str) -> OwnShown:
    """The marks of `section`, and rows for all of them."""
    here = [(mark, found) for mark, found in judged if mark.series == series and mark.section == section]
    notes = tuple(_note(mark, found) for mark, found in here if mark.kind is not MarkKind.BOOKMARK)
    bookmarked = any(mark.kind is MarkKind.BOOKMARK for mark, _ in here)
    return OwnShown(bookmarked, notes, tuple(rows(judged)))


def _note(mark: OwnMark, found: Found) -> Note:
    title = f"{KINDS[mark.kind]} · {mark.place or mark.section} · {korean_date(mark.made.date())}"
    return Note(mark.id, title, mark.note, mark.words, FATES.get(found.fate, ""))


def rows(judged: Judged) -> Iterable[Entry]:
    """A row each, those that an update touched first."""
    touched = [one for one in judged if one[1].fate in (Fate.CHANGED, Fate.GONE, Fate.MOVED)]
    others = [one for one in judged if one not in touched]
    if touched:
        yield Entry(f"이번 갱신으로 바뀐 내 조문 {len(touched):,}", heading=True)
        yield from (_row(mark, found) for mark, found in touched)
    if others:
        yield Entry(f"내 표시 {len(others):,}", heading=True)
        yield from (_row(mark, found) for mark, found in others)


def _row(mark: OwnMark, found: Found) -> Entry:
    title = short_name(found.document.title) if found.document else mark.series
    moved = f" → {found.section}" if found.fate is Fate.MOVED else ""
    return Entry(
        f"{title} {mark.section}{mark.place}{moved}",
        mark.note or mark.words,
        document=found.document.id if found.document else None,
        section=found.section or mark.section,
        place=mark.place,
        note=FATES.get(found.fate, KINDS[mark.kind]),
    )


def touched(judged: Judged) -> int:
    """How many marked places an update changed, moved or took away."""
    return sum(found.fate in (Fate.CHANGED, Fate.GONE, Fate.MOVED) for _, found in judged)
