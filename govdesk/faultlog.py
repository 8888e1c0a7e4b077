"""Faults of the program, written down for the office's computer staff; window and commands share it."""

from __future__ import annotations

import contextlib
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

LOG = "errors.log"
LARGEST = 1_000_000
"""Bytes after which the log is moved to ``errors.log.1``."""


def write_fault(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    """Append a traceback to the log in `folder`: places in the program, never questions or documents.

    A disk that refuses is passed over: there is nowhere left to say so.
    """
    text = "".join([*traceback.format_tb(trace), kind.__name__, "\n"])
    file = folder / LOG
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LARGEST:
            file.replace(file.with_suffix(".log.1"))
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().isoformat(timespec='seconds')}\n{text}\n")
