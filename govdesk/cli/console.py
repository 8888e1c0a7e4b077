"""Printing that works on every console: CP949 code pages, pipes, and programs without a console."""

from __future__ import annotations

import io
import json
import sys
from typing import Any, TextIO

from govdesk.errors import GovDeskError
from govdesk.jobs import FileFailed, Progress
from govdesk.messages import text_of


class Console:
    """Standard output and error; characters a code page lacks become ``?`` instead of stopping the program."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = _safe(out if out is not None else sys.stdout)
        self._err = _safe(err if err is not None else sys.stderr)
        self._open_line = False

    def line(self, text: str = "") -> None:
        """Print a line of the result."""
        self._end_progress()
        print(text, file=self._out, flush=True)

    def json(self, value: Any) -> None:
        """Print a value as JSON, always in UTF-8."""
        if isinstance(self._out, io.TextIOWrapper):
            self._out.reconfigure(encoding="utf-8")
        self.line(json.dumps(value, ensure_ascii=False))

    def note(self, text: str) -> None:
        """Print a line on standard error."""
        self._end_progress()
        print(text, file=self._err, flush=True)

    def error(self, error: GovDeskError) -> None:
        self.note(f"오류: {text_of(error)}")

    def progress(self, event: object) -> None:
        """Show a job's event: progress on one line that is written over, a failed file on a line of its own."""
        if isinstance(event, FileFailed):
            self.note(f"못 가져옴: {event.path}: {text_of(event.error)}")
        elif isinstance(event, Progress):
            self._progress(event)

    def _progress(self, event: Progress) -> None:
        left = "" if event.remaining is None else f" · {event.remaining:,.0f}초 남음"
        rate = f" · 초당 {event.rate:,.0f}" if event.rate else ""
        text = f"{event.stage} {event.done:,}/{event.total:,}{rate}{left} {event.name}"
        if not self._err.isatty():
            return
        self._err.write("\r\x1b[K" + text[:100])
        self._err.flush()
        self._open_line = True

    def _end_progress(self) -> None:
        if self._open_line:
            self._err.write("\r\x1b[K")
            self._open_line = False


def _safe(stream: TextIO | None) -> TextIO:
    """`stream` made unable to fail on a character; a program without a console writes into the void."""
    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream
