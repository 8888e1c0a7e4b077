"""Small values of the window kept over restarts: geometry, column widths, the pane last shown."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path


class Memory:
    """A flat JSON file of numbers, texts and booleans. A broken file is forgotten: nothing of worth is in it."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values: dict[str, object] = {}
        if path is not None:
            with contextlib.suppress(OSError, ValueError):
                found = json.loads(path.read_text(encoding="utf-8"))
                self._values = found if isinstance(found, dict) else {}

    def number(self, key: str, default: int) -> int:
        value = self._values.get(key)
        return value if isinstance(value, int) else default

    def text(self, key: str, default: str = "") -> str:
        value = self._values.get(key)
        return value if isinstance(value, str) else default

    def put(self, key: str, value: int | str | bool) -> None:
        """Keep `value` until `save`."""
        self._values[key] = value

    def save(self) -> None:
        """Write the file; a disk that refuses loses column widths and nothing else."""
        if self._path is None:
            return
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._path)
