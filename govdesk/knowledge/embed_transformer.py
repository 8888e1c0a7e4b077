"""A sentence-transformers folder as embedder, where the office has brought one and the library is installed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govdesk.errors import EmbedderRefused
from govdesk.knowledge.model_folder import check

if TYPE_CHECKING:
    from govdesk.knowledge.embed import Vectors

OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_DATASETS_OFFLINE")
"""Variables that keep the library from looking for anything on a network."""
TRIAL = "휴가 신청"


class TransformerEmbedder:
    """Loads the library (seconds, hundreds of megabytes) at the first text; never touches the network."""

    def __init__(self, folder: Path) -> None:
        """Look at `folder` without loading it. Raises EmbedderRefused."""
        check(folder)
        if find_spec("sentence_transformers") is None:
            raise EmbedderRefused(folder, "library")
        self._folder = folder
        self._model: Any = None
        marks = sorted(
            (str(path.relative_to(folder)), path.stat().st_size) for path in folder.rglob("*") if path.is_file()
        )
        self._id = f"{folder.name}-{blake2b(repr(marks).encode(), digest_size=6).hexdigest()}"

    @property
    def id(self) -> str:
        return self._id

    @property
    def dimension(self) -> int:
        """Of the vectors it makes, whatever its configuration says. Raises EmbedderRefused if it cannot be loaded."""
        return int(self.encode([TRIAL], [[]]).shape[1])

    def encode(self, texts: Sequence[str], words: Sequence[Sequence[str]]) -> Vectors:  # noqa: ARG002
        import numpy as np

        found = self._ready().encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, np.float32)

    def _ready(self) -> Any:
        if self._model is None:
            self._model = self._load()
        return self._model

    def _load(self) -> Any:
        os.environ.update(dict.fromkeys(OFFLINE, "1"))
        try:
            model = import_module("sentence_transformers").SentenceTransformer(
                str(self._folder),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},
            )
            shape = model.encode([TRIAL], show_progress_bar=False).shape
        except Exception as error:  # the library raises what it likes
            raise EmbedderRefused(self._folder, "damaged") from error
        if len(shape) != 2 or not shape[1]:
            raise EmbedderRefused(self._folder, "damaged")
        return model
