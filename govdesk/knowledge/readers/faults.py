"""Translating what parsers raise into leaves of `FileError`."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from govdesk.errors import FileDamaged, FileUnreadable

MALFORMED: tuple[type[Exception], ...] = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    SyntaxError,
    RecursionError,
    NotImplementedError,
    MemoryError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
)
"""What pure-Python parsers raise on bytes that break their format (`SyntaxError` is ElementTree's ParseError;
`MemoryError` comes from a declared size that is absurd). Found with the mutation tests of each reader."""


@contextmanager
def translated(path: Path, *more: type[Exception]) -> Iterator[None]:
    """Raise `FileDamaged` for malformed bytes and `FileUnreadable` for refused access; `more` adds a library's own."""
    try:
        yield
    except OSError as error:
        raise FileUnreadable(path) from error
    except (*MALFORMED, *more) as error:
        raise FileDamaged(path) from error
