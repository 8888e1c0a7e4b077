"""Small files beside the database, written whole or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path

TRIES = 20
"""An antivirus scanner on Windows may hold a new file for a moment; tries 50 ms apart."""


def replace_text(path: Path, text: str) -> None:
    """Write `text` to a temporary name in the same folder, flush, and put it in place of `path`."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _replace(part: Path, path: Path) -> None:
    for attempt in range(TRIES):
        try:
            part.replace(path)
            return
        except PermissionError:
            if attempt == TRIES - 1:
                raise
            time.sleep(0.05)
