"""Editions of one statute (one 법령ID) and where each stands on a day (기준일)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govdesk.law.model import Revision, Statute


class Standing(StrEnum):
    """Where an edition stands on a day."""

    IN_FORCE = "in_force"
    FUTURE = "future"
    """Not in force yet, and nothing of the statute is: it answers, marked 시행 예정."""
    FUTURE_HIDDEN = "future_hidden"
    """Not in force yet; another edition answers."""
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    """The text in force only repeals the statute: neither it nor what was before answers."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of a statute as far as time is concerned."""

    revision: Revision
    repeals: bool = False

    @classmethod
    def of(cls, statute: Statute) -> Edition:
        return cls(statute.revision, statute.repeals)


def in_force(revisions: Iterable[Revision], as_of: date) -> Revision | None:
    """The revision in force on `as_of`, or None where all of them come later.

    Of two that came into force on one day the later promulgated counts: it contains the other.
    """
    begun = [revision for revision in revisions if _begun(revision, as_of)]
    return max(begun, key=_order, default=None)


def first_day(revisions: Iterable[Revision]) -> date | None:
    """The earliest 시행일 among `revisions`, or None where no day is fixed."""
    return min((revision.in_force for revision in revisions if revision.in_force), default=None)


def standings(editions: Sequence[Edition], as_of: date) -> list[Standing]:
    """Where each edition stands on `as_of`, in the order given.

    A text without a fixed day (9999) is in the future. When none is in force, the first to come answers.
    """
    current = in_force((edition.revision for edition in editions), as_of)
    gone = any(edition.repeals for edition in editions if edition.revision == current)
    coming = None if current and not gone else _first_to_come(editions, as_of)
    return [_standing(edition.revision, as_of, current, coming, gone=gone) for edition in editions]


def _standing(
    revision: Revision, as_of: date, current: Revision | None, coming: Revision | None, *, gone: bool
) -> Standing:
    if not _begun(revision, as_of):
        return Standing.FUTURE if revision == coming else Standing.FUTURE_HIDDEN
    if gone:
        return Standing.REPEALED
    return Standing.IN_FORCE if revision == current else Standing.SUPERSEDED


def _first_to_come(editions: Iterable[Edition], as_of: date) -> Revision | None:
    ahead = [edition.revision for edition in editions if not _begun(edition.revision, as_of)]
    return min(ahead, key=_order, default=None)


def _begun(revision: Revision, as_of: date) -> bool:
    return revision.in_force is not None and revision.in_force <= as_of


def _order(revision: Revision) -> tuple[date, date, str]:
    return revision.in_force or date.max, revision.promulgated or date.min, revision.number.zfill(6)
