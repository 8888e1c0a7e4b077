"""Writing files so that the old one or the new one stands, never half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from pathlib import Path

_TRIES = 10
_PAUSE_SECONDS = 0.05
"""Antivirus programs hold a fresh file for some tens of milliseconds; ten tries span half a second and more."""


def write_text(path: Path, text: str) -> None:
    """Replace `path` with `text` (UTF-8, ``\\n``) atomically; missing folders are made. Raises OSError."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Replace `path` with `data` atomically; missing folders are made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def replace(source: Path, target: Path) -> None:
    """`os.replace`, tried again while another program holds the target (Windows)."""
    for attempt in range(_TRIES):
        try:
            source.replace(target)
            return
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS * (attempt + 1))
