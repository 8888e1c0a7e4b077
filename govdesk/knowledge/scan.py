"""Finding the files of an import."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from govdesk.errors import FileError, FileNameInvalid, FileUnreadable, PathNotFound
from govdesk.knowledge.readers.kinds import OLD_SUFFIXES, SUFFIXES
from govdesk.text.normalise import nfc

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
        status = _status(root)
        if status is None:
            raise PathNotFound(given)
        if S_ISDIR(status.st_mode):
            folders.append(root)
            found: Iterable[tuple[Path, str]] = _below(root, faults)
        else:
            found = [(root, root.name)]
        for path, source in found:
            _take(path, source, files, faults)
    return Scan(tuple(files.values()), tuple(faults), tuple(folders))


def _status(path: Path) -> os.stat_result | None:
    """None for what is not there, be it that its name is too long or holds a sign that no name may hold."""
    try:
        return path.stat()
    except (OSError, ValueError):
        return None


def _below(root: Path, faults: list[FileError]) -> Iterator[tuple[Path, str]]:
    """The files of offered kinds below `root`, a folder's own before those of its subfolders, by name.

    One level of `os.walk` at a time, since it calls itself for each level; links to folders are not followed, and no
    folder is looked through twice (a Windows junction may lead back up).
    """

    def failed(error: OSError) -> None:
        faults.append(FileUnreadable(_readable(Path(str(error.filename or root)))))

    waiting, seen = [root], set()
    while waiting:
        for folder, subfolders, names in itertools.islice(os.walk(waiting.pop(), onerror=failed), 1):
            status = _status(Path(folder))
            if status is None or (key := (status.st_dev, status.st_ino)) in seen:
                continue
            seen.add(key)
            for name in sorted(names):
                path = Path(folder) / name
                if not name.startswith((".", "~$")) and path.suffix.lower() in OFFERED:
                    yield path, path.relative_to(root).as_posix()
            inner = (Path(folder) / name for name in sorted(subfolders, reverse=True) if not name.startswith("."))
            waiting += [path for path in inner if not _is_link(path)]


def _is_link(path: Path) -> bool:
    """False also where the path is too long to tell; looking into it then fails and is reported."""
    try:
        return path.is_symlink()
    except OSError:
        return False


def _readable(path: Path) -> Path:
    """`path` with U+FFFD for bytes that are no characters; the index and the console take nothing else."""
    return Path(os.fsencode(path).decode("utf-8", "replace"))


def _take(path: Path, source: str, files: dict[str, Candidate], faults: list[FileError]) -> None:
    status = _status(path)
    readable = _readable(path)
    if readable != path:
        faults.append(FileNameInvalid(readable))
    elif status is None or not S_ISREG(status.st_mode):
        faults.append(FileUnreadable(path))
    else:
        files.setdefault(str(path), Candidate(path, nfc(source), status.st_size, status.st_mtime_ns))


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
