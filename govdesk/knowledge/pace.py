"""How fast an import goes."""

from __future__ import annotations

import time

from govdesk.jobs import Progress


class Pace:
    """Files a second and what remains, from the files read in this run."""

    def __init__(self, skipped: int, total: int) -> None:
        self._skipped = skipped
        self._total = total
        self._started = time.monotonic()

    def progress(self, done: int, name: str) -> Progress:
        seconds = time.monotonic() - self._started
        rate = (done - self._skipped) / seconds if seconds > 0.5 else 0.0
        remaining = (self._total - done) / rate if rate else None
        return Progress("파일 읽기", done, self._total, name, rate, remaining)
