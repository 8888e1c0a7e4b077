"""Ctrl+C in the middle of long work."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from govdesk.jobs import CancelToken


@contextmanager
def cancelling(cancel: CancelToken) -> Iterator[None]:
    """The first Ctrl+C cancels at the next safe place, a second one ends the command where it is.

    The usual KeyboardInterrupt is lost when it comes in a destructor. A command started to ignore it (``nohup``)
    goes on ignoring it.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        yield
        return

    def first(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        cancel.cancel()

    signal.signal(signal.SIGINT, first)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
