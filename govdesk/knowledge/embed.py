"""Text to unit vectors: the embedder shipped with the program, or one the office brings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from govdesk.errors import EmbedderRefused
from govdesk.knowledge.model_folder import looks_like_one

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

STATIC = "embedder"
"""Folder below `models/` with the embedder that `models/train_embedder.py` writes."""
VECTORS, VOCABULARY, CONFIG = "vectors.safetensors", "vocabulary.txt", "config.json"


class Embedder(Protocol):
    """Two implement it: `StaticEmbedder` and `embed_transformer.TransformerEmbedder`."""

    @property
    def id(self) -> str:
        """Changes whenever the vectors would."""
        ...

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str], words: Sequence[Sequence[str]]) -> Vectors:
        """`(n, dimension)` float32, each row of length 1, or 0 where nothing of the text is known.

        `words` are the content morphemes of each text (`text.morphemes.Morphemes.content`).
        """
        ...


class StaticEmbedder:
    """The weighted mean of morpheme vectors. A query costs a few microseconds and needs numpy only."""

    def __init__(self, folder: Path) -> None:
        """Load `folder`. Raises OSError or ValueError if it is not an embedder's."""
        from safetensors.numpy import load_file

        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        tensors = load_file(folder / VECTORS)
        words = (folder / VOCABULARY).read_text(encoding="utf-8").split("\n")
        self._vectors = tensors["vectors"]
        self._scales = tensors["scales"].astype("float32")
        self._weights = tensors["weights"].astype("float32")
        self._rows = {word: row for row, word in enumerate(words) if word}
        if len(self._rows) != len(self._vectors):
            raise ValueError(f"{folder}: vocabulary and vectors do not match")
        self._id = str(config["id"])

    @property
    def id(self) -> str:
        return self._id

    @property
    def dimension(self) -> int:
        return int(self._vectors.shape[1])

    def encode(self, texts: Sequence[str], words: Sequence[Sequence[str]]) -> Vectors:  # noqa: ARG002
        return self.of_bags([dict(Counter(some)) for some in words])

    def of_bags(self, bags: Sequence[Mapping[str, float]]) -> Vectors:
        """Vectors of words with their counts; a count works through its logarithm, a fraction as it is."""
        import numpy as np

        result = np.zeros((len(bags), self.dimension), np.float32)
        for place, bag in enumerate(bags):
            known = [(self._rows[word], count) for word, count in bag.items() if word in self._rows]
            if known:
                rows = np.array([row for row, _ in known])
                counts = np.array([count for _, count in known], np.float32)
                gain = np.where(counts > 1, 1 + np.log(np.maximum(counts, 1)), counts)
                weights = self._weights[rows] * self._scales[rows] * gain
                vector = weights @ self._vectors[rows].astype(np.float32)
                result[place] = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return result


class Embedders:
    """The embedders below `models`: the shipped one, and one the office has put there."""

    def __init__(self, models: Path, *, own: bool = True) -> None:
        """`own` False wants the shipped one whatever lies there; it may be changed at any time."""
        self._models = models
        self.own = own
        self.refused: EmbedderRefused | None = None
        self._loaded: dict[str, Embedder] = {}

    def wanted(self) -> Embedder | None:
        """The office's where there is one that can be used, else the shipped one; `refused` says why not."""
        return next(self._each(self.own), None)

    def of(self, identity: object) -> Embedder | None:
        """The one whose vectors the index holds; the folders are looked at only until it is loaded."""
        loaded = (one for one in self._loaded.values() if one.id == identity)
        return next(loaded, None) or next((one for one in self._each(True) if one.id == identity), None)

    def _each(self, own: bool) -> Iterator[Embedder]:
        self.refused = None
        folders = sorted(self._models.iterdir()) if own and self._models.is_dir() else []
        for folder in folders:
            if looks_like_one(folder) and folder.name != STATIC and (one := self._usable(folder)) is not None:
                yield one
        if (self._models / STATIC / CONFIG).is_file():
            yield self._kept(STATIC, lambda: StaticEmbedder(self._models / STATIC))

    def _usable(self, folder: Path) -> Embedder | None:
        from govdesk.knowledge.embed_transformer import TransformerEmbedder

        try:
            return self._kept(folder.name, lambda: TransformerEmbedder(folder))
        except EmbedderRefused as error:
            self.refused = self.refused or error
            return None

    def _kept(self, name: str, make: Callable[[], Embedder]) -> Embedder:
        if name not in self._loaded:
            self._loaded[name] = make()
        return self._loaded[name]


def query_vector(embedder: Embedder, text: str, words: Sequence[str], also: Sequence[tuple[str, float]]) -> Any:
    """The vector of a question; `also` are words of its expansions with their weights."""
    if isinstance(embedder, StaticEmbedder):
        bag: dict[str, float] = dict(Counter(words))
        for word, weight in also:
            bag[word] = max(bag.get(word, 0.0), weight)
        return embedder.of_bags([bag])[0]
    return embedder.encode([text], [words])[0]
