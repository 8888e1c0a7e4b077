"""Room for something wide beside the text."""

from __future__ import annotations

from govdesk.ui.kit import Columns


class Room:
    """Columns folded for a while, so that something wide has room; ``take(keys)``, ``give_back()``."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._folded: list[str] = []

    def take(self, *keys: str) -> None:
        """Fold those of `keys` that stand open; none where one column is shown at a time anyway."""
        for key in keys:
            if not self._columns.narrow and not self._columns.is_folded(key):
                self._folded.append(key)
                self._columns.fold(key, True)

    def give_back(self) -> None:
        """Unfold what was folded here."""
        for key in self._folded:
            self._columns.fold(key, False)
        self._folded = []
