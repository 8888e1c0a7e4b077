"""Printing that works on every console: CP949 code pages, pipes, and programs without a console."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import sys
from typing import Any, TextIO

from govdesk.errors import GovDeskError
from govdesk.jobs import FileFailed, Progress
from govdesk.messages import plain, text_of

_STEERING = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}
"""Control signs: a document's or a file's name must not steer the terminal."""


_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Signs that JSON leaves as they are and many a reader takes for the end of a line."""


class OutputLost(Exception):
    """Standard output takes no more; `closed` if its reader has seen enough (``| head``)."""

    def __init__(self, closed: bool) -> None:
        super().__init__(closed)
        self.closed = closed


class Console:
    """Standard output and error; characters a code page lacks become ``?`` instead of stopping the program."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = _safe(out if out is not None else sys.stdout)
        self._err = _safe(err if err is not None else sys.stderr)
        self._open_line = False

    def line(self, text: str = "") -> None:
        """Print a line of the result. Raises OutputLost."""
        self._print(text.translate(_STEERING))

    def _print(self, text: str) -> None:
        self._end_progress()
        try:
            print(text, file=self._out, flush=True)
        except OSError as error:
            raise OutputLost(error.errno in (errno.EPIPE, errno.EINVAL)) from error

    def json(self, value: Any) -> None:
        """Print a value as JSON, always in UTF-8."""
        if isinstance(self._out, io.TextIOWrapper):
            self._out.reconfigure(encoding="utf-8", errors="backslashreplace")  # halves of surrogate pairs
        self._print(json_line(value))

    def note(self, text: str) -> None:
        """Print a line on standard error; where that is closed, nowhere."""
        self._end_progress()
        with contextlib.suppress(OSError):
            print(text.translate(_STEERING), file=self._err, flush=True)

    def silence(self) -> None:
        """Throw away what standard output still holds, so that the end of the program does not try again."""
        with contextlib.suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())

    def error(self, error: GovDeskError) -> None:
        self.note(f"오류: {text_of(error)}")

    def progress(self, event: object) -> None:
        """Show a job's event: progress on one line that is written over, a failed file on a line of its own."""
        if isinstance(event, FileFailed):
            self.note(f"못 가져옴: {plain(str(event.path))}: {text_of(event.error)}")
        elif isinstance(event, Progress):
            self._progress(event)

    def _progress(self, event: Progress) -> None:
        left = "" if event.remaining is None else f" · {event.remaining:,.0f}초 남음"
        rate = f" · 초당 {event.rate:,.0f}" if event.rate else ""
        text = f"{event.stage} {event.done:,}/{event.total:,}{rate}{left} {plain(event.name)}"
        if not self._err.isatty():
            return
        with contextlib.suppress(OSError):
            self._err.write("\r\x1b[K" + text[:100])
            self._err.flush()
            self._open_line = True

    def _end_progress(self) -> None:
        if self._open_line:
            self._open_line = False
            with contextlib.suppress(OSError):
                self._err.write("\r\x1b[K")


def json_line(value: Any) -> str:
    """`value` as JSON on one line, whatever counts as the end of a line."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def _safe(stream: TextIO | None) -> TextIO:
    """`stream` made unable to fail on a character; a program without a console writes into the void."""
    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream
