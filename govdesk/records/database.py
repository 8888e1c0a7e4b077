"""One SQLite file for the person's own work, with numbered migrations.

Opened in WAL mode so that a reader never waits for the writer and a killed process
loses nothing that was committed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from govdesk.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreRefused, StoreTooNew

MIGRATIONS = (
    """
    create table chats (
        id integer primary key,
        title text not null,
        created text not null,
        updated text not null
    );
    create table turns (
        id integer primary key,
        chat integer not null references chats(id) on delete cascade,
        question text not null,
        asked text not null,
        answer text,
        helpful integer
    );
    create index turns_by_chat on turns(chat, id);
    """,
    """
    create table marks (
        id integer primary key,
        series text not null,
        section text not null,
        place text not null,
        kind text not null,
        words text not null,
        note text not null,
        digest text not null,
        made text not null
    );
    create index marks_by_series on marks(series);
    """,
)
"""Applied in order; `pragma user_version` counts those done. Never edited once released."""


def connect(path: Path) -> sqlite3.Connection:
    """An open database at the newest version.

    Raises StoreDamaged for a file that is no database, StoreTooNew for one of a later
    version, StoreFull when the disk has no room, StoreRefused when the folder cannot be written.
    """
    with translating(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5.0)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma secure_delete = on")
        _migrate(connection, path)
    return connection


class Database:
    """One connection with its reads and its transactions; the base of what keeps records."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.connection = connect(path)

    def close(self) -> None:
        self.connection.close()

    def rows(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        with translating(self._path):
            return self.connection.execute(query, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All of what is done inside, or nothing."""
        with translating(self._path):
            try:
                self.connection.execute("begin immediate")
                yield
                self.connection.execute("commit")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise


@contextmanager
def translating(path: Path) -> Iterator[None]:
    """Turn what the system and SQLite raise about the database file at `path` into a `StoreError`."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        raise _translated(error, path) from error
    except OSError as error:
        raise StoreRefused(path.parent) from error


def _translated(error: sqlite3.DatabaseError, path: Path) -> StoreError:
    if "full" in str(error):
        return StoreFull(path.parent)
    if any(sign in str(error) for sign in ("readonly", "unable to open")):
        return StoreRefused(path.parent)
    if "locked" in str(error):
        return StoreBusy()
    return StoreDamaged(path)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    (done,) = connection.execute("pragma user_version").fetchone()
    if done > len(MIGRATIONS):
        connection.close()
        raise StoreTooNew(path)
    for number, script in enumerate(MIGRATIONS[done:], start=done + 1):
        connection.executescript(f"begin immediate;\n{script}\npragma user_version = {number};\ncommit;")
