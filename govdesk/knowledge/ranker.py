"""The learned order of the best candidates: boosted trees over `features.NAMES`, made by `models/train_ranker.py`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govdesk.knowledge.features import NAMES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER, FILE = "ranker", "trees.json"


class Ranker:
    """Trees as arrays `(trees, nodes)`; a leaf points at itself."""

    def __init__(self, model: dict[str, Any]) -> None:
        """`model` as the file has it. Raises ValueError, KeyError if it is not of these features."""
        import numpy as np

        if tuple(model["features"]) != NAMES:
            raise ValueError("the ranker was made for other features")
        trees = model["trees"]
        nodes = max(len(tree["value"]) for tree in trees)

        def padded(name: str, kind: Any) -> Any:
            return np.array([[*tree[name], *[0] * (nodes - len(tree[name]))] for tree in trees], kind)

        self._feature = padded("feature", np.intp)
        self._threshold = padded("threshold", np.float32)
        self._left, self._right = padded("left", np.intp), padded("right", np.intp)
        self._value = padded("value", np.float32)
        self._depth = int(model["depth"])

    @classmethod
    def load(cls, path: Path) -> Ranker:
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def scores(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """A score for each row of features, `(n,)`; only their order and differences mean something."""
        return self._value[self._trees(), self._leaves(rows)].sum(axis=1)  # type: ignore[no-any-return]

    def reasons(self, row: NDArray[np.float32]) -> dict[str, float]:
        """What each feature adds to the score of one row: the change of a tree's mean at each question it asks."""
        import numpy as np

        at = np.zeros(len(self._value), np.intp)
        trees = np.arange(len(at))
        parts = np.zeros(len(NAMES), np.float32)
        for _ in range(self._depth):
            asks = self._feature[trees, at]
            then = self._step(row[None, :], at[None, :])[0]
            np.add.at(parts, asks, self._value[trees, then] - self._value[trees, at])
            at = then
        start = float(self._value[:, 0].sum())
        found = {name: round(float(part), 4) for name, part in zip(NAMES, parts, strict=True) if abs(part) >= 0.005}
        return {**dict(sorted(found.items(), key=lambda one: -abs(one[1]))), "start": round(start, 4)}

    def _trees(self) -> Any:
        import numpy as np

        return np.arange(len(self._value))[None, :]

    def _leaves(self, rows: Any) -> Any:
        import numpy as np

        at = np.zeros((len(rows), len(self._value)), np.intp)
        for _ in range(self._depth):
            at = self._step(rows, at)
        return at

    def _step(self, rows: Any, at: Any) -> Any:
        """From each node to the next; a leaf stays."""
        import numpy as np

        trees = self._trees()
        values = np.take_along_axis(rows, self._feature[trees, at], axis=1)
        return np.where(values <= self._threshold[trees, at], self._left[trees, at], self._right[trees, at])


def find_ranker(models: Path) -> Ranker | None:
    """The shipped ranker; None where there is none or one of another version."""
    try:
        return Ranker.load(models / FOLDER / FILE)
    except (OSError, ValueError, KeyError):
        return None


def order_of(scores: Sequence[float]) -> list[int]:
    """Places of `scores`, best first; ties keep their order."""
    return sorted(range(len(scores)), key=lambda at: -scores[at])
