"""Whether a sentence-transformers folder may be loaded: looked at as files, nothing of it is run."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Any

from govdesk.errors import EmbedderRefused

MODULES, CONFIG = "modules.json", "config.json"
LIBRARY = "sentence_transformers."
"""Prefix of module types that are the library's own."""
PICKLES = frozenset({".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".h5", ".joblib", ".npz"})
"""Endings of weights that can run code when read, or that the safe loader would pass over."""
TOKENIZERS = ("tokenizer.json", "vocab.txt", "sentencepiece.bpe.model", "spiece.model", "tokenizer.model")
MOST_FILES, MOST_JSON = 400, 4_000_000
"""Above these a folder is no model; what is not looked at must not be loaded."""


def looks_like_one(folder: Path) -> bool:
    """Whether somebody meant `folder` to be a model."""
    return folder.is_dir() and (folder / MODULES).is_file()


def check(folder: Path) -> None:
    """Raises EmbedderRefused with why: ``damaged``, ``pickle``, ``code``, ``weights`` or ``tokenizer``."""
    entries = list(islice(folder.rglob("*"), MOST_FILES + 1))
    if len(entries) > MOST_FILES:
        raise EmbedderRefused(folder, "damaged")
    files = [path for path in entries if path.is_file()]
    if any(path.suffix.lower() in PICKLES for path in files):
        raise EmbedderRefused(folder, "pickle")
    if any(path.suffix == ".py" for path in files) or _asks_for_code(folder, files):
        raise EmbedderRefused(folder, "code")
    if not any(path.suffix == ".safetensors" for path in files):
        raise EmbedderRefused(folder, "weights")
    if not any(path.name in TOKENIZERS for path in files):
        raise EmbedderRefused(folder, "tokenizer")


def _asks_for_code(folder: Path, files: list[Path]) -> bool:
    """Module types of another package, or ``auto_map`` (classes from the model's own files)."""
    modules = _json(folder, folder / MODULES)
    if not isinstance(modules, list) or not modules:
        raise EmbedderRefused(folder, "damaged")
    types = [str(one.get("type", "")) if isinstance(one, dict) else "" for one in modules]
    if not all(kind.startswith(LIBRARY) for kind in types):
        return True
    configs = [_json(folder, path) for path in files if path.name == CONFIG]
    return any(isinstance(one, dict) and "auto_map" in one for one in configs)


def _json(folder: Path, path: Path) -> Any:
    try:
        if path.stat().st_size > MOST_JSON:
            raise EmbedderRefused(folder, "damaged")
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EmbedderRefused(folder, "damaged") from error
