"""Files in, rows out: what is new, changed, moved or gone, written a batch of whole documents at a time (`writing`)."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from govdesk.errors import FileError, FileTooLarge
from govdesk.jobs import Cancelled, CancelToken, FileFailed, Finished, Job, Progress
from govdesk.knowledge import editions
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.documents import make_document, make_passages
from govdesk.knowledge.index import CITATIONS, EXTRA, RANKED, Index, quoted
from govdesk.knowledge.model import (
    Collection,
    Document,
    DocumentId,
    EditionProposal,
    ImportReport,
    ParsedDocument,
    Passage,
)
from govdesk.knowledge.pace import Pace
from govdesk.knowledge.readers.kinds import limit_of
from govdesk.knowledge.scan import Candidate, Scan, hash_of, scan
from govdesk.knowledge.schemas import (
    RANKED_ROLES,
    StoredDocument,
    citation_rows,
    passage_rows,
    schema_of,
)
from govdesk.knowledge.writing import DIRTY, recover, write_batch

READER_VERSION = 3
"""Raised when a reader's output changes, so that unchanged files are read anew."""
BATCH_CHARACTERS = 6_000_000
BATCH_DOCUMENTS = 400
INDEXED_EVERY = 100_000
"""Passages after which their words are indexed, so that a large import can be searched, or stopped, in between;
each time the table is written anew."""

ReadMany = Callable[[Sequence[Path]], Iterator[tuple[Path, ParsedDocument | FileError]]]


@dataclass
class _Batch:
    documents: list[StoredDocument] = field(default_factory=list)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {RANKED: [], EXTRA: [], CITATIONS: []})
    outdated: list[tuple[str, str]] = field(default_factory=list)
    gone: list[DocumentId] = field(default_factory=list)
    characters: int = 0

    @property
    def full(self) -> bool:
        return self.characters >= BATCH_CHARACTERS or len(self.documents) >= BATCH_DOCUMENTS


@dataclass
class _Tally:
    added: list[DocumentId] = field(default_factory=list)
    replaced: list[DocumentId] = field(default_factory=list)
    unchanged: int = 0
    removed: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    errors: list[tuple[FileError, str]] = field(default_factory=list)


class Importer:
    """One import; made anew for each. `publish` is called with a new catalog after every batch."""

    def __init__(
        self,
        index: Index,
        catalog: Catalog,
        read_many: ReadMany,
        collection: Collection | None,
        publish: Callable[[], Catalog],
    ) -> None:
        self._index = index
        self._catalog = catalog
        self._read_many = read_many
        self._collection = collection
        self._publish = publish
        self._batch = _Batch()
        self._tally = _Tally()
        self._present: frozenset[str] = frozenset()
        self._by_origin = {item.origin: item for item in catalog.stored.values() if item.origin}
        self._by_id = dict(catalog.stored)

    def run(self, paths: Sequence[Path], cancel: CancelToken) -> Job:
        """Yield Progress and FileFailed, then Finished[ImportReport]. Raises PathNotFound, StoreFull."""
        started = time.monotonic()
        found = scan(paths)
        self._present = frozenset(candidate.origin for candidate in found.files)
        recover(self._index)
        self._index.set_note(DIRTY, True)
        for fault in found.faults:
            yield self._failed(fault)
        try:
            self._drop_vanished(found)
            yield from self._take_all(found.files, cancel)
        except Cancelled:
            self._flush()
            self._index.tidy()
            raise
        self._flush()
        self._store_failures()
        yield Progress("낱말 색인", len(found.files), len(found.files))
        self._index.tidy()
        proposals = self._propose()
        self._index.set_note(DIRTY, False)
        yield Finished(self._report(proposals, time.monotonic() - started))

    # -- one file after another ------------------------------------------------------------------------------

    def _take_all(self, files: Sequence[Candidate], cancel: CancelToken) -> Job:
        total = len(files)
        waiting: dict[Path, tuple[Candidate, str]] = {}
        for candidate in files:
            cancel.check()
            try:
                digest = self._digest_if_new(candidate)
            except FileError as error:
                yield self._failed(error)
                continue
            if digest is None:
                self._tally.unchanged += 1
            else:
                waiting[candidate.path] = (candidate, digest)
        done = total - len(waiting)
        pace = Pace(done, total)
        yield pace.progress(done, "")
        if not waiting:
            return
        for path, result in self._read_many(list(waiting)):
            cancel.check()
            candidate, digest = waiting[path]
            if isinstance(result, ParsedDocument):
                self._take(candidate, digest, result)
            else:
                yield self._failed(result)
            done += 1
            yield pace.progress(done, candidate.source)
            if self._batch.full:
                self._flush()

    def _digest_if_new(self, candidate: Candidate) -> str | None:
        """The file's hash, or None if the document in the store is already of these bytes."""
        known = self._by_origin.get(candidate.origin)
        if known and self._same_kind(known) and (known.size, known.mtime_ns) == (candidate.size, candidate.mtime_ns):
            return None
        limit = limit_of(candidate.path)
        if candidate.size > limit:
            raise FileTooLarge(candidate.path, candidate.size, limit)
        digest = hash_of(candidate.path)
        if known and self._same_kind(known) and known.file_hash == digest:
            self._restat(known, candidate)
            return None
        twin = next((item for item in self._by_id.values() if item.file_hash == digest and self._same_kind(item)), None)
        if twin is None or (known is not None and known.document.id != twin.document.id):
            return digest
        if not twin.origin or not _there(twin.origin):
            self._restat(twin, candidate, moved=True)
        return None

    def _same_kind(self, known: StoredDocument) -> bool:
        wanted = self._collection
        return known.reader == READER_VERSION and wanted in (None, known.document.collection)

    def _restat(self, known: StoredDocument, candidate: Candidate, *, moved: bool = False) -> None:
        document = replace(known.document, source=candidate.source) if moved else known.document
        updated = replace(
            known, document=document, origin=candidate.origin, size=candidate.size, mtime_ns=candidate.mtime_ns
        )
        self._remember(updated)
        self._batch.documents.append(updated)

    def _take(self, candidate: Candidate, digest: str, parsed: ParsedDocument) -> None:
        document = self._named(make_document(candidate, digest, parsed, self._collection), candidate)
        passages = make_passages(document, parsed)
        document = replace(document, passages=sum(passage.role in RANKED_ROLES for passage in passages))
        before = self._by_id.get(document.id)
        if (
            before
            and before.origin != candidate.origin
            and (before.origin in self._present or _fuller(before, candidate))
        ):
            self._tally.unchanged += 1  # two files of one revision: the first stays, or they would take turns
            return
        self._let_go(self._by_origin.get(candidate.origin), document)
        if before:
            self._batch.outdated.append((document.id, before.generation))
        (self._tally.replaced if before else self._tally.added).append(document.id)
        superseded = before.superseded_by if before else ""
        stored = StoredDocument(
            document=document,
            origin=candidate.origin,
            size=candidate.size,
            mtime_ns=candidate.mtime_ns,
            file_hash=digest,
            reader=READER_VERSION,
            generation=token_hex(6),
            superseded_by=superseded,
        )
        self._remember(stored)
        self._batch.documents.append(stored)
        self._add_rows(stored, passages)
        self._batch.rows[CITATIONS] += citation_rows(document, stored.generation, parsed)

    def _add_rows(self, stored: StoredDocument, passages: Sequence[Passage]) -> None:
        ranked = [passage for passage in passages if passage.role in RANKED_ROLES]
        extra = [passage for passage in passages if passage.role not in RANKED_ROLES]
        self._batch.rows[RANKED] += passage_rows(stored.document, stored.generation, ranked)
        self._batch.rows[EXTRA] += passage_rows(stored.document, stored.generation, extra)
        self._batch.characters += sum(len(passage.text) for passage in passages)

    def _named(self, document: Document, candidate: Candidate) -> Document:
        """`document` with another id if its own is taken by a different file that is still there."""
        other = self._by_id.get(document.id)
        foreign = other is not None and other.origin not in ("", candidate.origin)
        if not foreign or document.collection is Collection.STATUTES or not _there(other.origin):  # type: ignore[union-attr]
            return document
        from hashlib import blake2b

        return replace(document, id=DocumentId(blake2b(candidate.origin.encode(), digest_size=6).hexdigest()))

    def _let_go(self, former: StoredDocument | None, document: Document) -> None:
        """What becomes of the document that this file held before, if it was another one."""
        if former is None or former.document.id == document.id:
            return
        revision = former.document.collection is Collection.STATUTES and former.document.series == document.series
        if revision and document.collection is Collection.STATUTES:
            kept = replace(former, origin="")
            self._remember(kept)
            self._batch.documents.append(kept)
        else:
            self._forget(former)

    # -- what is gone ----------------------------------------------------------------------------------------

    def _drop_vanished(self, found: Scan) -> None:
        """Documents whose file lay below an imported folder and is no longer on the disk."""
        blocked = [fault.path for fault in found.faults]
        for item in list(self._by_origin.values()):
            path = Path(item.origin)
            below = any(path.is_relative_to(folder) for folder in found.folders)
            hidden = any(path.is_relative_to(fault) for fault in blocked)
            if below and not hidden and item.origin not in self._present and not _there(item.origin):
                self._forget(item)
                self._tally.removed += 1
        if self._batch.gone:
            self._flush()

    def _forget(self, item: StoredDocument) -> None:
        self._batch.gone.append(item.document.id)
        self._by_id.pop(item.document.id, None)
        self._by_origin.pop(item.origin, None)

    def _remember(self, stored: StoredDocument) -> None:
        former = self._by_id.get(stored.document.id)
        if former and former.origin != stored.origin:
            self._by_origin.pop(former.origin, None)
        self._by_id[stored.document.id] = stored
        if stored.origin:
            self._by_origin[stored.origin] = stored

    # -- writing ---------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        batch, self._batch = self._batch, _Batch()
        write_batch(self._index, batch.rows, batch.documents, batch.outdated, batch.gone)
        if self._index.unindexed(RANKED) >= INDEXED_EVERY:
            self._index.tidy([RANKED])
        if batch.documents or batch.gone:
            self._catalog = self._publish()

    def _failed(self, error: FileError) -> FileFailed:
        self._tally.failed.append((str(error.path), error.code))
        self._tally.errors.append((error, datetime.now().isoformat(timespec="seconds")))
        return FileFailed(error.path, error)

    def _store_failures(self) -> None:
        """Keep this import's failures; forget those of files that are in the store or gone."""
        import pyarrow as pa

        names = {row["path"] for row in self._index.read("failures", columns=["path"]).to_pylist()}
        cured = {name for name in names if name in self._by_origin or not _there(name)}
        if cured:
            self._index.delete("failures", f"path IN {quoted(cured)}")
        rows = {
            str(error.path): {
                "path": str(error.path),
                "code": error.code,
                "fields": json.dumps(_fields_of(error), ensure_ascii=False),
                "when": when,
                "collection": self._collection.value if self._collection else "",
            }
            for error, when in self._tally.errors
        }
        if rows:
            self._index.upsert("failures", pa.Table.from_pylist(list(rows.values()), schema_of("failures")))

    def _propose(self) -> tuple[EditionProposal, ...]:
        import pyarrow as pa

        rows = self._index.read("proposals").to_pylist()
        known = {(row["older"], row["newer"]) for row in rows}
        added = [self._by_id[one].document for one in self._tally.added + self._tally.replaced if one in self._by_id]
        fresh = editions.proposals_for(added, self._by_id.values(), known)
        if fresh:
            new = [{"older": one.older, "newer": one.newer, "status": "open"} for one in fresh]
            self._index.upsert("proposals", pa.Table.from_pylist(new, schema_of("proposals")))
        return tuple(fresh)

    def _report(self, proposals: tuple[EditionProposal, ...], seconds: float) -> ImportReport:
        tally = self._tally
        return ImportReport(
            added=tuple(tally.added),
            replaced=tuple(tally.replaced),
            unchanged=tally.unchanged,
            removed=tally.removed,
            failed=tuple(tally.failed),
            proposals=proposals,
            seconds=seconds,
        )


def _fuller(before: StoredDocument, candidate: Candidate) -> bool:
    """Whether the revision is in the store from a file of the law service, which has annexes that Markdown lacks."""
    return before.origin.lower().endswith(".xml") and candidate.path.suffix.lower() != ".xml" and _there(before.origin)


def _there(path: str) -> bool:
    """Whether the file is there, as far as the system lets us look; what it hides has not vanished."""
    try:
        return Path(path).exists()
    except OSError:
        return True


def _fields_of(error: FileError) -> dict[str, str]:
    return {one.name: str(getattr(error, one.name)) for one in fields(error) if one.name != "path"}
