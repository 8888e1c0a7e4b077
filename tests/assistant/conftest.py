"""One Kiwi for the room, and an answerer over the invented harbour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from govdesk.assistant.answering import Answerer
from govdesk.assistant.model import Answer, Turn
from govdesk.jobs import CancelToken, Finished
from govdesk.paths import Resources
from govdesk.settings.profile import Profile
from govdesk.testing.harbour import MANUAL, STATUTES
from govdesk.testing.library import FakeLibrary
from govdesk.text.morphemes import Morphemes

TODAY = date(2026, 11, 20)
Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def morphemes() -> Morphemes:
    return Morphemes()


@pytest.fixture
def library() -> FakeLibrary:
    made = FakeLibrary()
    for source, text in STATUTES:
        made.add_statute(source, text)
    made.add_manual("물결 나루 안내서", MANUAL)
    return made


@pytest.fixture
def ask(library: FakeLibrary, morphemes: Morphemes, tmp_path: Path) -> Ask:
    """``ask("…", profile=…, history=…)`` gives the answer."""
    answerer = Answerer(library, morphemes, Resources(tmp_path))

    def asked(question: str, *, profile: Profile | None = None, history: Sequence[Turn] = ()) -> Answer:
        job = answerer.ask(question, as_of=TODAY, profile=profile or Profile(), history=history, cancel=CancelToken())
        finished = [event for event in job if isinstance(event, Finished)]
        answer: Answer = finished[-1].value
        return answer

    return asked
