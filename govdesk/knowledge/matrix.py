"""Unit vectors in memory, a byte a component: a quarter of float32, and faster to multiply than float16.

Each row is scaled by its largest component; against float32 a cosine is off by under 0.005.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROWS = 4096
"""Rows widened to float32 at a time (4 MB)."""
STEPS = 127


class Matrix:
    """`rows` vectors of `dimension` components, 0 until `put`."""

    def __init__(self, rows: int, dimension: int) -> None:
        import numpy as np

        self._bytes = np.zeros((rows, dimension), np.int8)
        self._scales = np.zeros(rows, np.float32)

    def __len__(self) -> int:
        return len(self._scales)

    def put(self, places: NDArray[np.intp], vectors: NDArray[Any]) -> None:
        """Set the rows at `places`; `vectors` are `(len(places), dimension)` of any float type."""
        import numpy as np

        for start in range(0, len(places), ROWS):
            some = vectors[start : start + ROWS].astype(np.float32)
            largest = np.maximum(np.abs(some).max(axis=1), 1e-9)
            at = places[start : start + ROWS]
            self._bytes[at] = np.rint(some * (STEPS / largest)[:, None])
            self._scales[at] = largest / STEPS

    def dot(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The product of every row with `vector`, `(rows,)`."""
        import numpy as np

        result = np.empty(len(self), np.float32)
        wide = np.empty((min(ROWS, len(self)), len(vector)), np.float32)
        for start in range(0, len(self), ROWS):
            some = self._bytes[start : start + ROWS]
            np.copyto(wide[: len(some)], some)
            result[start : start + ROWS] = wide[: len(some)] @ vector
        result *= self._scales
        return result
