"""What can go wrong and be acted on by the person or the office.

::

    GovDeskError
    ├── FileError                 one file could not be taken in; the rest of an import goes on
    │   ├── FileDamaged           the bytes are not what the format promises
    │   ├── FilePasswordProtected
    │   ├── FileDistributionOnly  배포용 HWP, DRM: text is locked by its author
    │   ├── FileEmpty             no bytes, or no text in a readable file
    │   ├── FileImageOnly         pages hold pictures and no text
    │   ├── FileTooLarge          above the size limit of its format
    │   ├── FileTypeUnknown       no reader for this kind
    │   ├── FileFormatOld         a known older format without a reader (HWP 3, DOC, XLS)
    │   ├── FileTypeMismatch      the content is of another kind than the name says
    │   ├── FileUnreadable        permission or a path the system refuses
    │   ├── FileNameInvalid       a name with bytes that are no characters (Linux)
    │   └── FileTimedOut          reading took longer than the limit
    ├── StoreError
    │   ├── StoreBusy             another process writes to this data folder
    │   ├── StoreFull             no disk space left
    │   ├── StoreRefused          the system refuses to read or write the data folder
    │   ├── StoreDamaged          the database does not open
    │   └── StoreTooNew           written by a newer version of the program
    ├── RequestError
    │   ├── QuestionEmpty         nothing to search for is left of the question
    │   ├── QuestionTooLong
    │   ├── DateInvalid
    │   ├── DateBeforeFirst       --as-of lies before every revision in the store
    │   ├── ReferenceNotFound     no such statute or article
    │   ├── ReferenceAmbiguous    several statutes answer to the name
    │   ├── DocumentNotFound
    │   ├── PathNotFound
    │   ├── OutputRefused         the file for the results cannot be written
    │   └── InputInvalid          a batch line, option value or settings value that cannot be used
    └── MachineError
        └── CpuTooOld             no AVX2

Anything that is not a `GovDeskError` is a bug of the program. Lack of evidence is a
result (`assistant.model.Refusal`), not an error. `messages.text_of` turns a leaf's
``code`` and fields into Korean text with the next step.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


class GovDeskError(Exception):
    """Root of everything the person or the office can act on."""

    code: ClassVar[str] = ""


@dataclass(eq=False)
class FileError(GovDeskError):
    """A file that could not be read; `path` is as the person gave it."""

    path: Path


class FileDamaged(FileError):
    code = "file_damaged"


class FilePasswordProtected(FileError):
    code = "file_password"


class FileDistributionOnly(FileError):
    code = "file_distribution_only"


class FileEmpty(FileError):
    code = "file_empty"


class FileImageOnly(FileError):
    code = "file_image_only"


@dataclass(eq=False)
class FileTooLarge(FileError):
    """`size` and `limit` in bytes."""

    size: int
    limit: int
    code = "file_too_large"


class FileTypeUnknown(FileError):
    code = "file_type_unknown"


@dataclass(eq=False)
class FileFormatOld(FileError):
    """`found` names the older format (for example ``"한글 3.0"``)."""

    found: str
    code = "file_format_old"


@dataclass(eq=False)
class FileTypeMismatch(FileError):
    """`found` names the kind that the content shows (for example ``"PDF"``)."""

    found: str
    code = "file_type_mismatch"


class FileUnreadable(FileError):
    code = "file_unreadable"


class FileNameInvalid(FileError):
    """`path` shows the bytes that are no characters as U+FFFD."""

    code = "file_name_invalid"


@dataclass(eq=False)
class FileTimedOut(FileError):
    """`seconds` is the limit that passed."""

    seconds: float
    code = "file_timed_out"


class StoreError(GovDeskError):
    """The index or the records could not be used."""


class StoreBusy(StoreError):
    code = "store_busy"


@dataclass(eq=False)
class StoreFull(StoreError):
    """`folder` is on the disk that has no room."""

    folder: Path
    code = "store_full"


@dataclass(eq=False)
class StoreRefused(StoreError):
    """No permission, a read-only disk, or something in the way where `folder` should be."""

    folder: Path
    code = "store_refused"


@dataclass(eq=False)
class StoreDamaged(StoreError):
    folder: Path
    code = "store_damaged"


@dataclass(eq=False)
class StoreTooNew(StoreError):
    folder: Path
    code = "store_too_new"


@dataclass(eq=False)
class EmbedderRefused(StoreError):
    """The model in `folder` is not used: `reason` is ``pickle``, ``code``, ``weights``, ``tokenizer``, ``library``
    or ``damaged`` (also: its vectors are of another dimension than its weights say)."""

    folder: Path
    reason: str
    code = "embedder_refused"


@dataclass(eq=False)
class ThesaurusFaulty(StoreError):
    """Entries of the thesaurus at `path` are passed over: an empty side, no list, or the word itself."""

    path: Path
    words: str
    code = "thesaurus_faulty"


class RequestError(GovDeskError):
    """A request that cannot be met as it stands."""


class QuestionEmpty(RequestError):
    code = "question_empty"


@dataclass(eq=False)
class QuestionTooLong(RequestError):
    """Lengths in characters."""

    length: int
    limit: int
    code = "question_too_long"


@dataclass(eq=False)
class DateInvalid(RequestError):
    text: str
    code = "date_invalid"


@dataclass(eq=False)
class DateBeforeFirst(RequestError):
    """`first` is the earliest in-force date known, ISO 8601."""

    asked: str
    first: str
    code = "date_before_first"


@dataclass(eq=False)
class ReferenceNotFound(RequestError):
    """`statute` is the title that was found, if the article alone is missing."""

    text: str
    statute: str | None = None
    code = "reference_not_found"


@dataclass(eq=False)
class ReferenceAmbiguous(RequestError):
    text: str
    candidates: tuple[str, ...]
    code = "reference_ambiguous"


@dataclass(eq=False)
class DocumentNotFound(RequestError):
    id: str
    code = "document_not_found"


@dataclass(eq=False)
class PathNotFound(RequestError):
    path: Path
    code = "path_not_found"


@dataclass(eq=False)
class OutputRefused(RequestError):
    path: Path
    code = "output_refused"


@dataclass(eq=False)
class InputInvalid(RequestError):
    """`what` names the option, field or line; `why` says what it should have been (Korean)."""

    what: str
    why: str
    code = "input_invalid"


class MachineError(GovDeskError):
    """The computer lacks something the program needs."""


class CpuTooOld(MachineError):
    code = "cpu_too_old"
