"""One look at the store: everything the pane shows, read off the GUI thread."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.knowledge.model import Collection, Document, DocumentId, EditionProposal, Failure
from govdesk.ui.panes.documents.rows import Row, rows_of

if TYPE_CHECKING:
    from govdesk.app import Desk
    from govdesk.knowledge.store import Store


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal with the documents it is about."""

    proposal: EditionProposal
    older: Document
    newer: Document


@dataclass(frozen=True, slots=True)
class Holdings:
    """`rows` are documents only; `vectors` passages with vectors and all; `used` and `free` bytes on the disk."""

    rows: tuple[Row, ...] = ()
    articles: Mapping[DocumentId, int] = field(default_factory=dict)
    counts: Mapping[Collection, int] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    proposals: tuple[Proposed, ...] = ()
    vectors: tuple[int, int] = (0, 0)
    writable: bool = True
    used: int = 0
    free: int = 0


def look(desk: Desk, as_of: date, articles: Mapping[DocumentId, int] | None = None) -> Holdings:
    """Read everything. Raises what opening the store raises.

    `articles` are numbers from an earlier look: counting them anew is nearly all of the work (half a second with all
    national statutes).
    """
    store = desk.store()
    counts = store.counts()
    use = desk.settings.values.examples.use.value
    brought = any(number for key, number in counts.items() if key is not Collection.EXAMPLES)
    articles = store.article_counts() if articles is None else articles
    rows = rows_of(
        store.documents(),
        store.states(as_of),
        articles,
        examples=use == "always" or (use == "auto" and not brought),
    )
    used, free = _space(desk.folder.root)
    return Holdings(
        articles=articles,
        rows=tuple(rows),
        counts=counts,
        failures=tuple(store.failures()),
        proposals=_proposed(store),
        vectors=store.vectors_done(),
        writable=store.writable,
        used=used,
        free=free,
    )


def _proposed(store: Store) -> tuple[Proposed, ...]:
    known: dict[DocumentId, Document] = {one.id: one for one in store.documents()}
    return tuple(
        Proposed(one, known[one.older], known[one.newer])
        for one in store.proposals()
        if one.older in known and one.newer in known
    )


def _space(folder: Path) -> tuple[int, int]:
    """Bytes of the data folder, and free on its disk; 0 where the system does not tell."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return 0, 0
    return _weight(folder), free


def _weight(folder: Path) -> int:
    total = 0
    for where, _folders, names in os.walk(folder):
        for name in names:
            try:
                total += Path(where, name).stat().st_size
            except OSError:  # gone meanwhile
                continue
    return total
