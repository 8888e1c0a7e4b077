"""A sentence-transformers folder as embedder, where the office has brought one and the library is installed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govdesk.knowledge.embed import Vectors

MODULES = "modules.json"


def usable(folder: Path) -> bool:
    """Whether `folder` is a sentence-transformers model in safetensors and the library is there to run it."""
    if not (folder / MODULES).is_file() or not any(folder.rglob("*.safetensors")):
        return False
    return find_spec("sentence_transformers") is not None


class TransformerEmbedder:
    """Loads the library (seconds, hundreds of megabytes) at the first text; never touches the network."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: Any = None
        marks = sorted((path.name, path.stat().st_size) for path in folder.rglob("*") if path.is_file())
        self._id = f"{folder.name}-{blake2b(repr(marks).encode(), digest_size=6).hexdigest()}"

    @property
    def id(self) -> str:
        return self._id

    @property
    def dimension(self) -> int:
        return int(self._ready().get_sentence_embedding_dimension())

    def encode(self, texts: Sequence[str], words: Sequence[Sequence[str]]) -> Vectors:  # noqa: ARG002
        import numpy as np

        found = self._ready().encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, np.float32)

    def _ready(self) -> Any:
        if self._model is None:
            os.environ["HF_HUB_OFFLINE"] = "1"
            library = import_module("sentence_transformers")
            self._model = library.SentenceTransformer(
                str(self._folder), device="cpu", local_files_only=True, model_kwargs={"use_safetensors": True}
            )
        return self._model
