"""The example manuals as shipped."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path


def examples_hash(folder: Path) -> str:
    """A hash of the names and bytes of the files below `folder`; "" if there are none."""
    digest = blake2b(digest_size=16)
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest() if files else ""
