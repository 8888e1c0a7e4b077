"""The person's own marks on articles: bookmarks, highlights and notes, that outlive new editions.

A mark hangs on a series (법령ID, or a manual's), an article or section and a place below it, never on a file. It keeps
a digest of the words it was set on, so that what an update changed can be told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import NewType

from govdesk.law.marks import without_marks
from govdesk.records.database import Database
from govdesk.text.normalise import cleaned, searchable

MarkId = NewType("MarkId", int)
NOTE_CHARACTERS = 20_000
"""A note longer than this is cut; about ten pages."""


class MarkKind(StrEnum):
    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    """`words` of the text are picked out."""
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class OwnMark:
    """`section` is ``제16조`` or a heading, `place` ``제1항`` or ``""``; `digest` that of the text when it was seen."""

    id: MarkId
    series: str
    section: str
    place: str
    kind: MarkKind
    words: str
    note: str
    digest: str
    made: datetime


def digest_of(text: str) -> str:
    """16 hex digits that change with the words of `text`, and not with spaces or amendment marks."""
    return blake2b(searchable(without_marks(text).text).encode(), digest_size=8).hexdigest()


_COLUMNS = "id, series, section, place, kind, words, note, digest, made"


class Marks(Database):
    """Stored at once. Used from one thread at a time."""

    def __init__(self, path: Path, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(path)
        self._now = now

    def of(self, series: str) -> list[OwnMark]:
        """The marks on one statute or manual, in the order they were made."""
        return self._marks("where series = ? order by id", (series,))

    def all(self) -> list[OwnMark]:
        """Every mark, the latest first."""
        return self._marks("order by id desc", ())

    def add(
        self, series: str, section: str, kind: MarkKind, text: str, *, place: str = "", words: str = "", note: str = ""
    ) -> MarkId:
        """Mark a place; `text` are the words there now."""
        stamp = self._now().isoformat(timespec="seconds")
        note = cleaned(note)[:NOTE_CHARACTERS]
        values = (series, section, place, kind.value, cleaned(words), note, digest_of(text), stamp)
        with self.writing():
            cursor = self.connection.execute(
                "insert into marks(series, section, place, kind, words, note, digest, made)"
                " values (?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        return MarkId(int(cursor.lastrowid or 0))

    def rewrite(self, mark: MarkId, note: str) -> None:
        """Other words of a note."""
        with self.writing():
            self.connection.execute("update marks set note = ? where id = ?", (cleaned(note)[:NOTE_CHARACTERS], mark))

    def remove(self, *marks: MarkId) -> None:
        with self.writing():
            self.connection.executemany("delete from marks where id = ?", [(one,) for one in marks])

    def seen(self, digests: Iterable[tuple[MarkId, str]]) -> None:
        """The person has looked at what changed: these are the digests of the words now."""
        with self.writing():
            self.connection.executemany("update marks set digest = ? where id = ?", [(d, i) for i, d in digests])

    def _marks(self, clause: str, values: tuple[object, ...]) -> list[OwnMark]:
        rows = self.rows(f"select {_COLUMNS} from marks {clause}", values)  # noqa: S608 -- no value of anyone's
        return [_mark(*row) for row in rows]


def _mark(
    key: int, series: str, section: str, place: str, kind: str, words: str, note: str, digest: str, made: str
) -> OwnMark:
    when = datetime.fromisoformat(made)
    return OwnMark(MarkId(key), series, section, place, MarkKind(kind), words, note, digest, when)
