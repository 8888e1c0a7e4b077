"""A scripted store and work that the test steps, for the documents pane."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from govdesk.errors import FilePasswordProtected, GovDeskError
from govdesk.jobs import Cancelled, CancelToken, FileFailed, Finished, Job, Progress
from govdesk.knowledge.model import (
    Collection,
    Document,
    DocumentId,
    DocumentState,
    EditionProposal,
    Failure,
    ImportReport,
)
from govdesk.ui.panes.documents.presenter import DocumentsPresenter

TODAY = date(2026, 11, 20)


def document(number: int, title: str, collection: Collection = Collection.STATUTES, **given: Any) -> Document:
    return Document(
        id=DocumentId(f"{number:012x}"), series=title, title=title, kind="법률", collection=collection,
        source=f"{title}.md", effective=date(2026, 3, 1), passages=5, **given,
    )  # fmt: skip


@dataclass
class FakeStore:
    """Imports `files` one by one; those whose name holds ``암호`` fail."""

    held: list[Document] = field(default_factory=list)
    writable: bool = True
    marks: dict[DocumentId, DocumentState] = field(default_factory=dict)
    kept: list[Failure] = field(default_factory=list)
    open_proposals: list[EditionProposal] = field(default_factory=list)
    told: list[tuple[Any, ...]] = field(default_factory=list)
    seen: set[Path] = field(default_factory=set)
    error: GovDeskError | None = None

    def documents(self) -> list[Document]:
        return list(self.held)

    def document(self, identity: DocumentId) -> Document:
        return next(one for one in self.held if one.id == identity)

    def states(self, _as_of: date) -> dict[DocumentId, DocumentState]:
        return {one.id: self.marks.get(one.id, DocumentState.IN_FORCE) for one in self.held}

    def article_counts(self) -> dict[DocumentId, int]:
        return {one.id: 12 for one in self.held if one.collection is Collection.STATUTES}

    def counts(self) -> dict[Collection, int]:
        return {key: sum(one.collection is key for one in self.held) for key in Collection}

    def failures(self) -> list[Failure]:
        return list(self.kept)

    def proposals(self) -> list[EditionProposal]:
        return list(self.open_proposals)

    def vectors_done(self) -> tuple[int, int]:
        return 41, 100

    def origins(self) -> dict[DocumentId, str]:
        return {one.id: f"/nowhere/{one.source}" for one in self.held}

    def import_paths(
        self, paths: Sequence[Path], collection: Collection | None, cancel: CancelToken, *, words_only: bool
    ) -> Job:
        self.told.append(("import", tuple(paths), collection, words_only))
        if self.error is not None:
            raise self.error
        failed, added = [], []
        self.kept = [one for one in self.kept if Path(one.path) not in paths]
        for number, path in enumerate(paths, start=1):
            cancel.check()
            if "암호" in path.name:
                failed.append((str(path), "file_password"))
                yield FileFailed(path, FilePasswordProtected(path))
            elif path not in self.seen:
                self.seen.add(path)
                added.append(document(len(self.held) + 1, path.stem, collection or Collection.MANUALS))
                self.held.append(added[-1])
            yield Progress("파일 읽기", number, len(paths), path.name, 62.0, 36.0)
        self.kept += [Failure(path, code, {}, "2026-11-20T10:00:00", collection) for path, code in failed]
        ids = tuple(one.id for one in added)
        yield Finished(ImportReport(ids, (), len(paths) - len(ids), 0, tuple(failed), (), 3.0))

    def remove(self, ids: Sequence[DocumentId]) -> None:
        self.held = [one for one in self.held if one.id not in ids]

    def forget_failure(self, path: str) -> None:
        self.kept = [one for one in self.kept if one.path != path]

    def accept_edition(self, proposal: EditionProposal) -> None:
        self.told.append(("accept", proposal))
        self.open_proposals.remove(proposal)

    def keep_both(self, proposal: EditionProposal) -> None:
        self.told.append(("keep", proposal))
        self.open_proposals.remove(proposal)


class Step:
    """A job that the test drives."""

    def __init__(self, make: Callable[[CancelToken], Job], told: dict[str, Callable[..., None]]) -> None:
        self.token = CancelToken()
        self._make, self._told = make, told
        self._job: Iterator[object] | None = None
        self.over = False

    def cancel(self) -> None:
        self.token.cancel()

    def step(self) -> bool:
        """Deliver one event; False when the job is over."""
        if self.over:
            return False
        try:
            self.token.check()
            self._job = self._job or self._make(self.token)
            event = next(self._job)
        except Cancelled:
            self._end("on_cancelled")
        except GovDeskError as error:
            self._end("on_error", error)
        else:
            if isinstance(event, Finished):
                self._end("on_finished", event.value)
            else:
                self._told["on_event"](event)
        return not self.over

    def run(self) -> None:
        while self.step():
            pass

    def _end(self, name: str, *given: object) -> None:
        self.over = True
        self._told[name](*given)


class FakeWork:
    """Reads happen at once; jobs and writes wait in one line until the test runs it, as on the STORE lane."""

    def __init__(self) -> None:
        self.line: list[Step] = []

    def job(self, make: Callable[[CancelToken], Job], **told: Callable[..., None]) -> Step:
        self.line.append(Step(make, told))
        return self.line[-1]

    def write(self, fn: Callable[[], Any], **told: Callable[..., None]) -> None:
        def make(_token: CancelToken) -> Job:
            yield Finished(fn())

        self.line.append(Step(make, told))

    def read(self, fn: Callable[[], Any], *, on_finished: Any, on_error: Any) -> None:
        try:
            value = fn()
        except GovDeskError as error:
            on_error(error)
        else:
            on_finished(value)

    @property
    def now(self) -> Step:
        return next(step for step in self.line if not step.over)

    def run(self) -> None:
        while any(not step.over for step in self.line):
            self.now.run()


class FakeView:
    """Keeps what it was last told, by the method's name."""

    def __init__(self) -> None:
        self.last: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Callable[..., None]:
        def take(*given: Any) -> None:
            self.last[name] = given if len(given) != 1 else given[0]

        return take

    @property
    def rows(self) -> list[str]:
        return [row.title for row in self.last["show_rows"]]


def desk_with(store: FakeStore, folder: Path, use: str = "auto") -> SimpleNamespace:
    values = SimpleNamespace(examples=SimpleNamespace(use=SimpleNamespace(value=use)))
    return SimpleNamespace(
        store=lambda: store,
        today=lambda: TODAY,
        settings=SimpleNamespace(values=values),
        folder=SimpleNamespace(root=folder),
    )


@dataclass
class Bench:
    presenter: DocumentsPresenter
    view: FakeView
    store: FakeStore
    work: FakeWork
    said: list[str]
    changes: list[int]

    def add(self, *documents: Document) -> None:
        self.store.held += documents
        self.presenter.refresh()


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def bench(tmp_path: Path, store: FakeStore) -> Bench:
    view, work, said, changes = FakeView(), FakeWork(), [], []
    presenter: DocumentsPresenter

    def changed() -> None:
        changes.append(1)
        presenter.refresh()

    presenter = DocumentsPresenter(
        view,
        desk_with(store, tmp_path),  # type: ignore[arg-type]
        work,
        explain=lambda error: (f"탈: {type(error).__name__}", "다시 하세요."),
        changed=changed,
        say=said.append,
        clock=lambda: 0.0,
    )
    presenter.start()
    return Bench(presenter, view, store, work, said, changes)
