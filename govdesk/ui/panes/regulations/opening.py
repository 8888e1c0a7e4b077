"""Reading what the pane shows out of the store; runs on a lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govdesk.knowledge.model import Document, DocumentId
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
    """The library with the names its statutes answer to: ``series_of(title)`` is ``""`` for what is not there."""

    library: Library
    series_of: Callable[[str], str]


def read_catalogue(store: Store, as_of: date) -> Catalogue:
    library = gather(store.documents(), store.states(as_of), as_of)
    return Catalogue(library, store.law.series_named)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document read and laid out in blocks, with its article tree, where its citations lead, and its editions."""

    page: Page
    outline: tuple[Node, ...]
    reader: Reader
    editions: tuple[Document, ...] = ()

    def dated(self) -> tuple[list[Document], int]:
        """The editions with a 시행일, and which of them this is (-1: none)."""
        dated = [one for one in self.editions if one.effective is not None]
        here = (number for number, one in enumerate(dated) if one.id == self.page.document.id)
        return dated, next(here, -1)


def read_document(store: Store, identity: DocumentId, series_of: Callable[[str], str]) -> Opened:
    """Raises DocumentNotFound."""
    page = build(store.document(identity), store.passages(identity))
    return Opened(page, tuple(outline(page)), Reader(page, series_of), tuple(store.law.editions(identity)))
