"""Reading what the pane shows out of the store; runs on a lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govdesk.knowledge.model import Collection, Document, DocumentId
from govdesk.law.names import level_of
from govdesk.text.normalise import searchable
from govdesk.ui.panes.regulations.building import build
from govdesk.ui.panes.regulations.library import Library, gather
from govdesk.ui.panes.regulations.links import Reader
from govdesk.ui.panes.regulations.nodes import Node
from govdesk.ui.panes.regulations.outline import outline
from govdesk.ui.panes.regulations.page import Page

if TYPE_CHECKING:
    from govdesk.knowledge.store import Store


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The library with the names its statutes answer to."""

    library: Library
    series: dict[str, str]

    def series_of(self, title: str) -> str:
        """The series of the statute called `title` (spaces aside); ``""`` if it is not in the store."""
        return self.series.get(searchable(title), "")


def read_catalogue(store: Store, as_of: date) -> Catalogue:
    library = gather(store.documents(), store.states(as_of), as_of)
    names: dict[str, str] = {}
    for group in library.families:
        for entry in group:
            for name in entry.name.split("\n"):
                names.setdefault(name, entry.document.series)
    return Catalogue(library, names)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document read and laid out in blocks, with its article tree and where its citations lead."""

    page: Page
    outline: tuple[Node, ...]
    reader: Reader


def read_document(store: Store, identity: DocumentId, series_of: Callable[[str], str]) -> Opened:
    """Raises DocumentNotFound."""
    document = store.document(identity)
    page = build(document, store.passages(identity))
    articles = frozenset(section.number for section in page.sections if section.number)
    reader = Reader(articles, series_of, _family(store, document))
    return Opened(page, tuple(outline(page)), reader)


def _family(store: Store, document: Document) -> dict[int, str]:
    """Series of the other members of a statute's family by level (법률 0, 시행령 1, 시행규칙 2), one each."""
    if document.collection is not Collection.STATUTES:
        return {}
    found: dict[int, list[str]] = {}
    for member in store.siblings(document):
        if member.id != document.id:
            found.setdefault(level_of(member.title), []).append(member.series)
    return {level: series[0] for level, series in found.items() if len(series) == 1}
