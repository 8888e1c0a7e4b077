"""Heights of many blocks, most of them estimated, with sums that stay cheap while they become known."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

CHUNK = 64
"""Heights summed together: a change touches one sum, a search walks at most this many."""


class Heights:
    """``Heights([30, 20, …])`` px: ``offset(i)``, ``find(y)``, ``put(i, h)``, ``total``."""

    def __init__(self, values: list[int]) -> None:
        self._values = values
        self._sums = [sum(values[at : at + CHUNK]) for at in range(0, len(values), CHUNK)]
        self._tops: list[int] = []

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> int:
        return self._values[index]

    @property
    def total(self) -> int:
        return self._prefix()[-1]

    def offset(self, index: int) -> int:
        """Where block `index` begins; ``offset(len)`` is the total."""
        chunk = min(index // CHUNK, len(self._sums))
        return self._prefix()[chunk] + sum(self._values[chunk * CHUNK : index])

    def find(self, y: int) -> int:
        """The block that `y` lies in; the nearest one outside."""
        if not self._values:
            return 0
        tops = self._prefix()
        chunk = min(max(bisect_right(tops, y) - 1, 0), len(self._sums) - 1)
        at = tops[chunk]
        for index in range(chunk * CHUNK, min((chunk + 1) * CHUNK, len(self._values))):
            at += self._values[index]
            if y < at:
                return index
        return min((chunk + 1) * CHUNK, len(self._values)) - 1

    def put(self, index: int, height: int) -> int:
        """Set a height; returns by how much it grew."""
        grown = height - self._values[index]
        if grown:
            self._values[index] = height
            self._sums[index // CHUNK] += grown
            self._tops = []
        return grown

    def _prefix(self) -> list[int]:
        if not self._tops:
            self._tops = list(accumulate(self._sums, initial=0))
        return self._tops
