"""The LanceDB database of one data folder: tables, schema version, translation of its errors.

Tables: ``passages`` (ranked roles, words indexed), ``supplements`` (부칙 and 별표, scanned on request), ``citations``
(what passages cite), ``documents``, ``vectors``, ``questions`` (expected questions), ``proposals``, ``failures``. A
passage row carries its document's generation; a row counts only while ``documents`` names that generation, which is
what makes an import atomic (see `recover`).
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govdesk.errors import CpuTooOld, StoreDamaged, StoreError, StoreFull, StoreRefused, StoreTooNew
from govdesk.files import write_text
from govdesk.knowledge.cpu import lancedb_runs
from govdesk.knowledge.schemas import FTS_COLUMNS, KEYS, MEANING, SPARE, schema_of

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA_VERSION = 1
MANIFEST = "manifest.json"
RANKED = "passages"
EXTRA = "supplements"
CITATIONS = "citations"
VECTORS, QUESTIONS = MEANING
OF_DOCUMENTS = (RANKED, EXTRA, CITATIONS, VECTORS, VECTORS + SPARE)
"""Tables whose rows belong to a document and its generation."""
SCALAR = {
    RANKED: ("id", "document_id"),
    EXTRA: ("id", "document_id"),
    CITATIONS: ("name", "document_id"),
    VECTORS: ("document_id",),
}
"""Columns that rows are looked up by."""
INDEX_CACHE, METADATA_CACHE = 64 << 20, 16 << 20
"""Bytes that LanceDB keeps of indexes and metadata in memory, instead of its gigabytes; the system caches the files."""
KEEP = timedelta(minutes=1)
"""Age at which an old version is forgotten; a search by another thread or process may still read a younger one."""
MANY_VERSIONS = 3
FULL_DISK = (
    "No space left",
    "os error 28",
    "os error 112",
    "not enough space",
    "Disk quota",
    "os error 122",
    "os error 27)",
)
REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG})
REFUSED_SIGNS = ("Permission denied", "Read-only file system", "os error 5)", "os error 13)", "os error 30)")


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what LanceDB and the system raise into `StoreFull`, `StoreRefused` or `StoreDamaged`."""
    try:
        yield
    except StoreError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        raise _meaning(error, folder) from error


def _meaning(error: Exception, folder: Path) -> StoreError:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOSPC or any(sign in str(error) for sign in FULL_DISK):
        return StoreFull(folder)
    if number in REFUSED or any(sign in str(error) for sign in REFUSED_SIGNS):
        return StoreRefused(folder)
    return StoreDamaged(folder)


class Index:
    """The open database. Reading is safe from any thread; only one thread of one process writes."""

    def __init__(self, folder: Path, *, write: bool) -> None:
        """Open `folder`, making it if `write`. Raises StoreDamaged, StoreTooNew, StoreFull, StoreRefused, CpuTooOld."""
        self.folder = folder
        self.write = write
        if not lancedb_runs():
            raise CpuTooOld
        with translated(folder):
            self._manifest = self._read_manifest()
            self._db: Any = None
            self._tables: dict[str, Any] = {}
            self._open_tables()

    def _read_manifest(self) -> dict[str, Any]:
        path = self.folder / MANIFEST
        if not path.is_file():
            return {"schema": SCHEMA_VERSION}
        try:
            manifest = json.loads(path.read_text(encoding="utf-8"))
            version = int(manifest["schema"])
        except (ValueError, KeyError, TypeError) as error:
            raise StoreDamaged(self.folder) from error
        if version > SCHEMA_VERSION:
            raise StoreTooNew(self.folder)
        return dict(manifest)

    def _connect(self) -> Any:
        os.environ.setdefault("LANCEDB_LOG", "error")
        from govdesk.knowledge.offline import import_lancedb

        if self.write:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_text(self.folder / MANIFEST, json.dumps(self._manifest))
        fresh = None if self.write else timedelta(0)
        lancedb = import_lancedb()
        caches = lancedb.Session(index_cache_size_bytes=INDEX_CACHE, metadata_cache_size_bytes=METADATA_CACHE)
        return lancedb.connect(self.folder, read_consistency_interval=fresh, session=caches)

    def _open_tables(self) -> None:
        """Open what is there and, when writing, make what is not; a reader connects once there is a folder, since
        connecting would make one."""
        if not self.write and not self.folder.is_dir():
            return
        if self._db is None:
            self._db = self._connect()
        for name in KEYS:
            if self._begun(name):
                self._tables[name] = self._db.open_table(name)
            elif self.write:
                shutil.rmtree(self.folder / f"{name}.lance", ignore_errors=True)
                self._tables[name] = self._make(name)

    def _begun(self, name: str) -> bool:
        """Whether a first version was written; not so where a crash, or a writer at work just now, left a folder."""
        return any((self.folder / f"{name}.lance").rglob("*.manifest"))

    def _make(self, name: str) -> Any:
        table = self._db.create_table(name, schema=schema_of(name))
        self._make_word_indices(table, name)
        return table

    # -- reading ---------------------------------------------------------------------------------------------

    def has(self, name: str) -> bool:
        return name in self._tables

    def table(self, name: str) -> Any:
        """The LanceDB table, for queries."""
        if name not in self._tables and not self.write:
            with translated(self.folder):
                self._open_tables()
        return self._tables.get(name)

    def pinned(self, name: str) -> Any:
        """A handle of its own on the table as it is now, whatever is written meanwhile; None where there is none."""
        if self.table(name) is None:
            return None
        with translated(self.folder):
            handle = self._db.open_table(name)
            handle.checkout(handle.version)
            return handle

    def unindexed(self, name: str) -> int:
        """Rows that the table's word index does not hold yet; every word search reads them one by one."""
        table = self.table(name)
        if table is None:
            return 0
        wanted = FTS_COLUMNS.get(name, {})
        with translated(self.folder):
            indices = [one for one in table.list_indices() if one.columns[0] in wanted]
        return max((one.num_unindexed_rows or 0 for one in indices), default=0)

    def version(self, name: str) -> int:
        """The table's version number; it rises with every change by any process. 0 where there is no table."""
        table = self.table(name)
        with translated(self.folder):
            return int(table.version) if table is not None else 0

    def count(self, name: str, where: str | None = None) -> int:
        table = self.table(name)
        with translated(self.folder):
            return int(table.count_rows(where)) if table is not None else 0

    def read(self, name: str, *, columns: Sequence[str] | None = None, where: str | None = None) -> pa.Table:
        """Rows as an Arrow table, in no set order."""
        table = self.table(name)
        if table is None:
            schema = schema_of(name)
            empty = schema.empty_table()
            return empty.select(list(columns)) if columns else empty
        with translated(self.folder):
            query = table.search()
            if columns:
                query = query.select(list(columns))
            if where:
                query = query.where(where)
            return query.limit(None).to_arrow() if where is None else query.limit(2**31 - 1).to_arrow()

    # -- writing ---------------------------------------------------------------------------------------------

    def add(self, name: str, rows: pa.Table) -> None:
        """Append rows in one atomic step."""
        with translated(self.folder):
            self._tables[name].add(rows)

    def upsert(self, name: str, rows: pa.Table) -> None:
        """Insert or replace rows by the table's key in one atomic step."""
        with translated(self.folder):
            merge = self._tables[name].merge_insert(KEYS[name])
            merge.when_matched_update_all().when_not_matched_insert_all().execute(rows)

    def delete(self, name: str, where: str) -> None:
        with translated(self.folder):
            self._tables[name].delete(where)

    def remake(self, name: str, dimension: int) -> None:
        """Empty a table and give its vectors another dimension."""
        with translated(self.folder):
            self._tables[name] = self._db.create_table(name, schema=schema_of(name, dimension), mode="overwrite")
            self._make_word_indices(self._tables[name], name)

    def tidy(self, names: Iterable[str] = tuple(KEYS)) -> None:
        """Index new rows, join small files, forget old versions."""
        with translated(self.folder):
            for name in names:
                self._ensure_indices(name)
                self._tables[name].optimize(cleanup_older_than=KEEP)

    def sweep(self) -> None:
        """Forget old versions where they have piled up: those too young at the end of the last import."""
        with translated(self.folder):
            for table in self._tables.values():
                if len(table.list_versions()) > MANY_VERSIONS:
                    table.optimize(cleanup_older_than=KEEP)

    def _ensure_indices(self, name: str) -> None:
        """Make the indices that are missing, and anew those made when the table was empty: that is faster."""
        from lancedb.index import BTree

        table = self._tables[name]
        if not table.count_rows():
            return
        full = {index.columns[0] for index in table.list_indices() if index.num_indexed_rows}
        for column in set(SCALAR.get(name, ())) - full:
            table.create_index(column, config=BTree(), replace=True)
        self._make_word_indices(table, name, full)

    @staticmethod
    def _make_word_indices(table: Any, name: str, full: Collection[str] = ()) -> None:
        """A word search over a table without the index finds nothing, so an empty table has one too."""
        from lancedb.index import FTS

        for column, tokenizer in FTS_COLUMNS.get(name, {}).items():
            if column not in full:
                table.create_index(column, config=FTS(**tokenizer), replace=True)

    # -- embedders -------------------------------------------------------------------------------------------

    def serving(self, name: str) -> str:
        """The table of `MEANING` that answers now; which one, says the manifest."""
        return name + str(self.note("slot") or "")

    def filling(self, name: str, embedder: str, dimension: int) -> str:
        """The table for the vectors of `embedder`: the serving one if it is its own, else the spare one."""
        if self.note("embedder") in (None, embedder):
            if self.note("embedder") is None:
                self._remake_all("", dimension)
                self.set_notes({"embedder": embedder, "slot": ""})
            return self.serving(name)
        spare = "" if self.note("slot") else SPARE
        if self.note("next") != embedder:
            self._remake_all(spare, dimension)
            self.set_note("next", embedder)
        return name + spare

    def serve(self, embedder: str) -> None:
        """Let the filled tables of `embedder` answer from now on, and empty the others."""
        if self.note("embedder") != embedder:
            former = str(self.note("slot") or "")
            self.set_notes({"embedder": embedder, "slot": "" if former else SPARE, "next": None})
            self._remake_all(former, 1)

    def _remake_all(self, slot: str, dimension: int) -> None:
        for name in MEANING:
            self.remake(name + slot, dimension)

    # -- manifest --------------------------------------------------------------------------------------------

    def note(self, key: str) -> Any:
        """A value of the manifest, or None; a reader looks again each time."""
        if not self.write:
            self._manifest = self._read_manifest()
        return self._manifest.get(key)

    def set_note(self, key: str, value: object) -> None:
        self.set_notes({key: value})

    def set_notes(self, notes: dict[str, object]) -> None:
        """All of `notes` or none: the manifest is replaced whole."""
        self._manifest.update(notes)
        with translated(self.folder):
            write_text(self.folder / MANIFEST, json.dumps(self._manifest))

    def close(self) -> None:
        self._tables.clear()
        with suppress(AttributeError):
            del self._db


def quoted(values: Iterable[str]) -> str:
    """An SQL list of strings: ``('a','b')``."""
    return "(" + ",".join("'" + value.replace("'", "''") + "'" for value in values) + ")"
