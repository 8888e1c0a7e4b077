"""The store: what every room above uses of knowledge."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from govdesk.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreRefused
from govdesk.jobs import CancelToken, Finished, Job
from govdesk.knowledge import fetch, literal, lookup, questions, vectors
from govdesk.knowledge.bank import Bank, Expected
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.examples import examples_hash
from govdesk.knowledge.importer import Importer, ReadMany
from govdesk.knowledge.index import RANKED, VECTORS, Index, quoted, translated
from govdesk.knowledge.lawbook import Lawbook
from govdesk.knowledge.model import (
    Collection,
    Document,
    DocumentId,
    DocumentState,
    EditionProposal,
    Evidence,
    Failure,
    LiteralHits,
    Passage,
    Query,
    Role,
    Target,
)
from govdesk.knowledge.schemas import document_row, schema_of
from govdesk.knowledge.search import Searcher
from govdesk.knowledge.writing import recover, write_batch
from govdesk.paths import Resources
from govdesk.text.morphemes import Morphemes
from govdesk.text.normalise import cleaned

if TYPE_CHECKING:
    from filelock import BaseFileLock

T = TypeVar("T")
EXAMPLES_NOTE = "examples"


class Store:
    """Documents in, evidence out. Reads are safe from other threads while one thread imports."""

    def __init__(
        self,
        index: Index,
        lock: BaseFileLock | None,
        resources: Resources,
        morphemes: Morphemes | None = None,
        read_many: ReadMany | None = None,
        examples: str = "auto",
    ) -> None:
        """Use `open`. `examples` is ``auto``, ``always`` or ``never`` (whether the example manuals answer)."""
        self._index = index
        self._lock = lock
        self._resources = resources
        self.morphemes = morphemes or Morphemes()
        self._reader = read_many
        self.examples = examples
        self._catalog = Catalog.read(index)
        self._refreshing = threading.Lock()
        self._bank = Bank(resources.questions)
        models = resources.root.parent / "models"
        self._searcher = Searcher(index, self.morphemes, resources.thesaurus, models)

    @classmethod
    def open(
        cls,
        folder: Path,
        lock: Path,
        *,
        write: bool,
        resources: Resources,
        morphemes: Morphemes | None = None,
        read_many: ReadMany | None = None,
        examples: str = "auto",
    ) -> Store:
        """Open the index in `folder`; without `write` it need not be there and may be on a read-only disk.

        Raises StoreBusy if `write` and another process writes, StoreDamaged, StoreTooNew, StoreFull, StoreRefused,
        CpuTooOld.
        """
        held = _hold(lock) if write else None
        try:
            index = Index(folder, write=write)
            if write:
                recover(index)
            return cls(index, held, resources, morphemes, read_many, examples)
        except BaseException:
            if held:
                held.release()
            raise

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def close(self) -> None:
        self._index.close()
        if self._lock:
            self._lock.release()

    # -- documents -------------------------------------------------------------------------------------------

    def _fresh(self) -> Catalog:
        """The catalog, read again if another process wrote."""
        catalog = self._catalog
        if not self.writable and self._index.version("documents") != catalog.version:
            with self._refreshing:
                self._catalog = catalog = Catalog.read(self._index)
        return catalog

    def _publish(self) -> Catalog:
        self._catalog = Catalog.read(self._index)
        return self._catalog

    def documents(self) -> list[Document]:
        return self._fresh().documents()

    def document(self, identity: DocumentId) -> Document:
        """Raises DocumentNotFound."""
        return self._fresh().get(identity).document

    def origins(self) -> dict[DocumentId, str]:
        """The path each document was read from; ``""`` once the file holds a later edition."""
        return {identity: item.origin for identity, item in self._fresh().stored.items()}

    def article_counts(self) -> dict[DocumentId, int]:
        """How many articles each document has, those cut into parts counted once; documents without any are left out.

        Reads one column of the index: some tenths of a second with all national statutes, so off the GUI thread.
        """
        rows = self._index.read(RANKED, columns=["document_id", "article"], where="article != ''")
        counted = rows.group_by("document_id").aggregate([("article", "count_distinct")])
        keys, numbers = counted.column("document_id"), counted.column("article_count_distinct")
        return dict(zip(keys.to_pylist(), numbers.to_pylist(), strict=True))

    def states(self, as_of: date) -> dict[DocumentId, DocumentState]:
        return dict(self._fresh().states(as_of))

    def counts(self) -> dict[Collection, int]:
        return self._fresh().counts()

    def passages(self, identity: DocumentId, roles: frozenset[Role] | None = None) -> list[Passage]:
        """The document's passages in order. Raises DocumentNotFound."""
        return fetch.of_document(self._index, self._fresh(), identity, roles)

    def articles_named(self, identity: DocumentId, article: str) -> list[Passage]:
        """The parts of one article (``제16조``) or annex (``별표 2``) in order; empty if there is none."""
        annex = article.startswith(("별표", "별지"))
        roles = frozenset({Role.ANNEX, Role.SECTION, Role.TABLE} if annex else {Role.ARTICLE})
        return [one for one in self.passages(identity, roles) if article == (one.heading if annex else one.article)]

    # -- finding ---------------------------------------------------------------------------------------------

    def search(self, query: Query) -> Evidence:
        """The best passages for a question. Raises QuestionEmpty."""
        return self._steady(lambda: self._search(_cleaned(query)))

    def _search(self, query: Query) -> Evidence:
        catalog = self._fresh()
        wanted = catalog.visible(query.collections, examples=self.examples)
        return self._searcher.search(catalog, query, catalog.searchable(wanted, query.as_of))

    def _steady(self, find: Callable[[], T]) -> T:
        """Run a search; once more if files went away under it because the writer tidied the index meanwhile."""
        try:
            with translated(self._index.folder):
                return find()
        except StoreDamaged:
            self._searcher.forget()
            with translated(self._index.folder):
                return find()

    def literal(
        self, query: Query, *, supplements: bool = False, within: frozenset[DocumentId] | None = None, **how: object
    ) -> LiteralHits:
        """Every passage that contains the words, spacing apart; `how` as in `literal.search` (`each_word`,
        `without`). `within` are the documents to look in (None: all that answer). Raises QuestionEmpty."""
        wanted = _cleaned(query)

        def find() -> LiteralHits:
            catalog = self._fresh()
            allowed = catalog.searchable(catalog.visible(query.collections, examples=self.examples), query.as_of)
            kept = allowed if within is None else {one: allowed[one] for one in allowed.keys() & within}
            return literal.search(self._index, catalog, wanted, kept, supplements=supplements, **how)  # type: ignore[arg-type]

        return self._steady(find)

    def resolve(self, text: str, as_of: date) -> Target:
        """The document and place that a typed reference names, in the edition of `as_of`.

        Raises ReferenceNotFound, ReferenceAmbiguous, DateBeforeFirst.
        """
        catalog = self._fresh()
        return lookup.resolve(catalog, cleaned(text), as_of, self.articles_named)

    @property
    def law(self) -> Lawbook:
        """The statutes as law: editions, comparison, citations."""
        return Lawbook(self._index, self._fresh(), self.examples, self._steady)

    def siblings(self, document: Document) -> list[Document]:
        """The family of a statute in force with it: 법률, 시행령, 시행규칙, in that order, itself included."""
        return lookup.siblings(self._fresh(), document)

    def warm(self) -> None:
        """Load what the first search needs."""
        self._searcher.warm(self._fresh())

    # -- writing ---------------------------------------------------------------------------------------------

    def import_paths(
        self,
        paths: Iterable[Path],
        collection: Collection | None,
        cancel: CancelToken,
        *,
        words_only: bool = False,
    ) -> Job:
        """Take in files and folders; yields Progress, FileFailed, Finished[ImportReport].

        Raises StoreBusy, StoreFull, PathNotFound; Cancelled leaves whole documents, and the same call goes on
        where it stopped.
        """
        self._require_write()
        finished: object = None
        job = Importer(self._index, self._catalog, self._read_many, collection, self._publish).run(list(paths), cancel)
        for event in job:
            if isinstance(event, Finished):
                finished = event
            else:
                yield event
        with translated(self._index.folder):
            self._searcher.count_shares()
        if not words_only:
            yield from (event for event in self.build_vectors(cancel) if not isinstance(event, Finished))
        yield finished

    def _read_many(self, paths: Any) -> Iterator[Any]:
        if self._reader is not None:
            yield from self._reader(paths)
            return
        from govdesk.knowledge.worker_process import ReaderProcess

        with ReaderProcess() as process:
            yield from process.read_many(paths)

    def build_vectors(self, cancel: CancelToken) -> Job:
        """Vectors for passages that have none; yields Progress, Finished[int]."""
        self._require_write()
        embedder = self._searcher.embedders.wanted()
        if embedder is None:
            yield Finished(0)
            return
        yield from questions.attach(self._index, self._catalog, self._bank, embedder, self.morphemes, cancel)
        for event in vectors.build(self._index, self._catalog, embedder, self.morphemes, cancel):
            if isinstance(event, Finished):
                self._searcher.forget()
            yield event

    def questions_without_article(self) -> list[Expected]:
        """Expected questions of statutes in the store for articles that no edition here has; search skips them."""
        catalog = self._fresh()
        files = questions.wanted(catalog, self._bank)
        known = questions.articles_of(self._index, catalog, files)
        return [one for file in files.values() for one in file.questions() if (one.series, one.article) not in known]

    def index_due(self) -> bool:
        """Whether vectors or expected questions are missing, or those there are another embedder's."""
        done, total = self.vectors_done()
        wanted = self._searcher.embedders.wanted()
        other = wanted is not None and total > 0 and wanted.id != self._index.note("embedder")
        return done < total or other or questions.due(self._index, self._catalog, self._bank)

    def use_own_embedder(self, use: bool) -> None:
        """Whether a model that the office put below `models/` makes the vectors, from the next `build_vectors` on."""
        self._searcher.embedders.own = use

    def problems(self) -> list[StoreError]:
        """What of the office's own files is not used: its search model, lines of the thesaurus."""
        self._searcher.embedders.wanted()
        found = (self._searcher.embedders.refused, self._searcher.thesaurus().faulty)
        return [one for one in found if one is not None]

    def vectors_done(self) -> tuple[int, int]:
        """Passages with vectors, and all."""
        catalog = self._fresh()
        total = sum(item.document.passages for item in catalog.stored.values())
        return (min(total, self._index.count(self._index.serving(VECTORS))), total)

    def examples_due(self) -> bool:
        """Whether the example manuals as shipped are not yet in the store."""
        wanted = examples_hash(self._resources.demo)
        return bool(wanted) and self._index.note(EXAMPLES_NOTE) != wanted

    def ensure_examples(self, cancel: CancelToken) -> Job:
        """Import the shipped example manuals if they are not in the store as shipped.

        Their vectors come with them unless others are missing too: those of a whole snapshot take minutes, for which
        no first question waits (`build_vectors` makes all of them later).
        """
        self._require_write()
        if self.examples_due():
            wanted = examples_hash(self._resources.demo)
            done, total = self.vectors_done()
            yield from self.import_paths([self._resources.demo], Collection.EXAMPLES, cancel, words_only=done < total)
            self._index.set_note(EXAMPLES_NOTE, wanted)

    def remove(self, ids: Iterable[DocumentId]) -> None:
        """Remove documents from answers at once. Raises DocumentNotFound, StoreBusy."""
        self._require_write()
        gone = [self._catalog.get(identity).document.id for identity in ids]
        if gone:
            write_batch(self._index, {}, [], [], gone)
            self._index.delete("proposals", f"newer IN {quoted(gone)} OR older IN {quoted(gone)}")
            self._publish()

    def proposals(self) -> list[EditionProposal]:
        """Pairs that look like editions of one manual and wait for the person's word."""
        known = self._fresh().stored
        rows = self._index.read("proposals", where="status = 'open'").to_pylist()
        found = [EditionProposal(DocumentId(row["older"]), DocumentId(row["newer"])) for row in rows]
        return [one for one in found if one.older in known and one.newer in known]

    def accept_edition(self, proposal: EditionProposal) -> None:
        """The newer document supersedes the older one from its date on."""
        import pyarrow as pa

        self._require_write()
        older = replace(self._catalog.get(proposal.older), superseded_by=self._catalog.get(proposal.newer).document.id)
        self._index.upsert("documents", pa.Table.from_pylist([document_row(older)], schema_of("documents")))
        self._decide(proposal, "accepted")

    def keep_both(self, proposal: EditionProposal) -> None:
        """Both documents go on answering."""
        self._require_write()
        self._decide(proposal, "kept")

    def _decide(self, proposal: EditionProposal, status: str) -> None:
        import pyarrow as pa

        row = {"older": proposal.older, "newer": proposal.newer, "status": status}
        self._index.upsert("proposals", pa.Table.from_pylist([row], schema_of("proposals")))
        self._publish()

    def failures(self) -> list[Failure]:
        """Files that could not be taken in, the latest first."""
        rows = self._index.read("failures").to_pylist()
        found = [
            Failure(
                row["path"],
                row["code"],
                json.loads(row["fields"]),
                row["when"],
                Collection(row["collection"]) if row["collection"] else None,
            )
            for row in rows
        ]
        return sorted(found, key=lambda one: one.when, reverse=True)

    def forget_failure(self, path: str) -> None:
        self._require_write()
        self._index.delete("failures", f"path IN {quoted([path])}")

    def _require_write(self) -> None:
        if not self.writable:
            raise StoreBusy


def _cleaned(query: Query) -> Query:
    return replace(query, text=cleaned(query.text))


def _hold(lock: Path) -> BaseFileLock:
    """Raises StoreBusy, StoreRefused, StoreFull."""
    from filelock import FileLock, Timeout

    held = FileLock(lock, thread_local=False)
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        held.acquire(timeout=0)
    except Timeout as error:
        raise StoreBusy from error
    except OSError as error:
        raise (StoreFull if error.errno == ENOSPC else StoreRefused)(lock.parent) from error
    return held
