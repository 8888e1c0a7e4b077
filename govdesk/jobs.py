"""What long work says while it runs, and how it is told to stop.

A long operation is a plain generator: it takes a `CancelToken`, yields `Event`
values and ends with `Finished`. The command line iterates it on the spot; the
window runs it on a lane of `ui.jobrunner.JobRunner`. Cancelling is normal: the
generator raises `Cancelled` at its next check and leaves nothing half-written.
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from govdesk.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside a generator whose token was cancelled; never shown as an error."""


class CancelToken:
    """A flag that one thread sets and another checks."""

    def __init__(self) -> None:
        self._flag = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._flag.set()

    @property
    def cancelled(self) -> bool:
        return self._flag.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if `cancel` was called."""
        if self._flag.is_set():
            raise Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units (files, passages); `rate` in units a second; `remaining` in seconds."""

    stage: str
    done: int
    total: int
    name: str = ""
    rate: float = 0.0
    remaining: float | None = None


@dataclass(frozen=True, slots=True)
class FileFailed:
    """One file was skipped; the work goes on."""

    path: Path
    error: FileError


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A piece of text to append to what streams."""

    text: str


@dataclass(frozen=True, slots=True)
class Finished(Generic[T]):
    """The last event of a job, with its result."""

    value: T


Job = Generator[object, None, None]
"""The type of a long operation: yields `Progress`, `FileFailed`, `TextPiece`, subject events, then `Finished`."""
