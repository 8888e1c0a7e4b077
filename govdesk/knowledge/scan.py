"""Finding the files of an import."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from govdesk.errors import FileError, FileUnreadable, PathNotFound
from govdesk.knowledge.readers.kinds import OLD_SUFFIXES, SUFFIXES

OFFERED = SUFFIXES | OLD_SUFFIXES
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to take in. `source` is the POSIX path below the folder given; `origin` the absolute path."""

    path: Path
    source: str
    size: int
    mtime_ns: int

    @property
    def origin(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Scan:
    """What a look at the disk gave: files, faults, and the folders looked through completely."""

    files: tuple[Candidate, ...]
    faults: tuple[FileError, ...]
    folders: tuple[Path, ...]


def scan(paths: Sequence[Path]) -> Scan:
    """Look at files and folders; within folders hidden files and files of unknown kind are passed over.

    Raises PathNotFound if one of `paths` does not exist.
    """
    files: dict[str, Candidate] = {}
    faults: list[FileError] = []
    folders = []
    for given in paths:
        root = given.absolute()
        if root.is_dir():
            folders.append(root)
            found: Iterable[tuple[Path, str]] = _below(root, faults)
        elif root.exists():
            found = [(root, root.name)]
        else:
            raise PathNotFound(given)
        for path, source in found:
            _take(path, source, files, faults)
    return Scan(tuple(files.values()), tuple(faults), tuple(folders))


def _below(root: Path, faults: list[FileError]) -> Iterator[tuple[Path, str]]:
    def failed(error: OSError) -> None:
        faults.append(FileUnreadable(Path(str(error.filename or root))))

    for folder, subfolders, names in os.walk(root, onerror=failed):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if not name.startswith((".", "~$")) and path.suffix.lower() in OFFERED:
                yield path, path.relative_to(root).as_posix()


def _take(path: Path, source: str, files: dict[str, Candidate], faults: list[FileError]) -> None:
    try:
        status = path.stat()
    except OSError:
        faults.append(FileUnreadable(path))
        return
    files.setdefault(str(path), Candidate(path, source, status.st_size, status.st_mtime_ns))


def hash_of(path: Path) -> str:
    """32 hex digits of the bytes. Raises FileUnreadable."""
    digest = blake2b(digest_size=16)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise FileUnreadable(path) from error
    return digest.hexdigest()
