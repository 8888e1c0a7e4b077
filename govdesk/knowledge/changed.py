"""Which of the person's marked places an update changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from govdesk.knowledge.model import Document, Passage
from govdesk.knowledge.schemas import deleted
from govdesk.law.structure import unit_at


class Fate(StrEnum):
    """What became of a marked place."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    """The article, or the 항, is deleted or no longer there."""
    MOVED = "moved"
    """The same words stand in another article now."""
    NOT_IN_STORE = "not_in_store"


class Marked(Protocol):
    """A mark as far as its fate is concerned (`records.marks.OwnMark`)."""

    @property
    def series(self) -> str: ...
    @property
    def section(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def digest(self) -> str: ...


M = TypeVar("M", bound=Marked)


@dataclass(frozen=True, slots=True)
class Found:
    """A marked place today: `digest` of its words now, `section` where it is (another one if it moved)."""

    fate: Fate
    document: Document | None = None
    section: str = ""
    digest: str = ""


def text_at(passages: Iterable[Passage], section: str, place: str) -> str | None:
    """The words at a place, with what stands below it; None where there is no such section or place."""
    parts = [one.text for one in passages if section in (one.article or one.heading, one.heading)]
    if not parts:
        return None
    text = "\n".join(parts)
    if not place:
        return text
    unit = unit_at(text, place)
    if unit is None:
        return None
    return text[unit.start : max([unit.end, *(child.end for child in unit.children)])]


def fates(
    marks: Iterable[M],
    document_of: Callable[[str], Document | None],
    passages_of: Callable[[Document], list[Passage]],
    digest_of: Callable[[str], str],
) -> list[tuple[M, Found]]:
    """The fate of every mark; each document is read once."""
    read: dict[str, list[Passage]] = {}
    found: list[tuple[M, Found]] = []
    for mark in marks:
        document = document_of(mark.series)
        if document is None:
            found.append((mark, Found(Fate.NOT_IN_STORE)))
            continue
        if mark.series not in read:
            read[mark.series] = passages_of(document)
        found.append((mark, _fate(mark, document, read[mark.series], digest_of)))
    return found


def _fate(mark: Marked, document: Document, passages: list[Passage], digest_of: Callable[[str], str]) -> Found:
    text = text_at(passages, mark.section, mark.place)
    now = digest_of(text) if text is not None and not deleted(text) else ""
    if now == mark.digest:
        return Found(Fate.SAME, document, mark.section, now)
    moved = _elsewhere(mark, passages, digest_of)
    if moved:
        return Found(Fate.MOVED, document, moved, mark.digest)
    return Found(Fate.CHANGED if now else Fate.GONE, document, mark.section, now)


def _elsewhere(mark: Marked, passages: list[Passage], digest_of: Callable[[str], str]) -> str:
    """The other article that has exactly the marked words; ``""`` if none or several do."""
    if mark.place:
        return ""
    names = dict.fromkeys(one.article for one in passages if one.article and one.article != mark.section)
    same = [name for name in names if digest_of(text_at(passages, name, "") or "") == mark.digest]
    return same[0] if len(same) == 1 else ""
