"""Services that the chat pane works with, scripted: a desk, an answerer, a store, and work that the test steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from govdesk.assistant.model import Answer
from govdesk.jobs import CancelToken, Finished
from govdesk.knowledge.model import Collection, DocumentId, Passage
from govdesk.paths import Resources
from govdesk.records.chats import Chats
from govdesk.settings.profile import Profile, Sector, Tenure
from govdesk.testing.answers import ANSWER, HITS, NOW, RULE, TODAY, pieces


@dataclass
class FakeAnswerer:
    """Answers every question with `answer`, or raises `error`; keeps what it was asked with."""

    answer: Answer = ANSWER
    error: Exception | None = None
    calls: list[dict[str, Any]] = field(default_factory=list)

    def ask(self, question: str, **given: Any) -> Iterator[object]:
        self.calls.append({"question": question, **given})
        if self.error is not None:
            raise self.error
        yield from pieces(replace(self.answer, question=question, as_of=given["as_of"]))


@dataclass
class FakeStore:
    counted: dict[Collection, int] = field(default_factory=lambda: {Collection.STATUTES: 3, Collection.MANUALS: 1})
    whole: tuple[Passage, ...] = (HITS[0].passage,)

    def counts(self) -> dict[Collection, int]:
        return self.counted

    def articles_named(self, _document: DocumentId, _article: str) -> list[Passage]:
        return list(self.whole)

    def resolve(self, _text: str, _as_of: date) -> Any:
        return SimpleNamespace(document=RULE, article="제16조", place="제6항")


class FakeDesk:
    """The services, with a real history in a temporary folder."""

    def __init__(self, folder: Path, *, answerer: FakeAnswerer | None = None, store: FakeStore | None = None) -> None:
        self.resources = Resources(folder)
        self.made_answerer = answerer or FakeAnswerer()
        self.made_store = store or FakeStore()
        chat, examples = SimpleNamespace(history_days=90), SimpleNamespace(use=SimpleNamespace(value="auto"))
        self.settings = SimpleNamespace(
            profile=Profile(sector=Sector.NATIONAL, tenure=Tenure.UNDER_1, jobs=("인사·복무",)),
            values=SimpleNamespace(chat=chat, examples=examples),
        )
        self.clock: list[datetime] = [NOW]
        self._chats = Chats(folder / "records.sqlite3", now=lambda: self.clock[-1])

    def today(self) -> date:
        return TODAY

    def chats(self) -> Chats:
        return self._chats

    def store(self) -> FakeStore:
        return self.made_store

    def answerer(self) -> FakeAnswerer:
        return self.made_answerer

    def close(self) -> None:
        self._chats.close()


class Running:
    """An answering job that the test drives: `step` delivers the next event."""

    def __init__(
        self, make: Callable[[CancelToken], Iterator[object]], on_event: Any, on_finished: Any, on_error: Any
    ) -> None:
        self.token = CancelToken()
        self._job = make(self.token)
        self._on_event, self._on_finished, self._on_error = on_event, on_finished, on_error
        self.over = False

    def cancel(self) -> None:
        self.token.cancel()

    def step(self) -> bool:
        """Deliver one event; false when the job is over."""
        if self.token.cancelled or self.over:
            return False
        try:
            event = next(self._job)
        except StopIteration:
            self.over = True
        except Exception as error:  # noqa: BLE001
            self.over = True
            self._on_error(error)
        else:
            if isinstance(event, Finished):
                self.over = True
                self._on_finished(event.value)
            else:
                self._on_event(event)
        return not self.over

    def run(self) -> None:
        while self.step():
            pass


class FakeWork:
    """`contract.Work` on the spot: reads happen at once, answers when the test steps or runs the last job."""

    def __init__(self) -> None:
        self.jobs: list[Running] = []

    def answer(self, make: Any, *, on_event: Any, on_finished: Any, on_error: Any) -> Running:
        running = Running(make, on_event, on_finished, on_error)
        self.jobs.append(running)
        return running

    def read(self, fn: Any, *, on_finished: Any, on_error: Any) -> None:
        try:
            value = fn()
        except Exception as error:  # noqa: BLE001
            on_error(error)
        else:
            on_finished(value)
