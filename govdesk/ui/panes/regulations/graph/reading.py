"""What the drawn 위임 tree shows of a store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from govdesk.knowledge.delegation import Filled
from govdesk.knowledge.model import Backlinks, Document
from govdesk.ui.panes.regulations.graph.model import CITING, GraphNode, nodes_of
from govdesk.ui.panes.regulations.related import Entry, citing_rows

if TYPE_CHECKING:
    from govdesk.knowledge.store import Store


def read_graph(store: Store, tree: Filled, reader: Document, as_of: date) -> tuple[GraphNode, ...]:
    """The nodes of `tree` with the first articles outside it that cite each. Raises DocumentNotFound."""
    inside = {(one.document.id, one.name) for one in _walk(tree) if one.document is not None}
    law = store.law

    def citing(document: Document, article: str) -> tuple[tuple[Entry, ...], int]:
        found = law.cited_by(document.id, as_of, article=article, limit=2 * CITING + len(inside))
        links = tuple(link for link in found.links if (link.document.id, link.passage.article) not in inside)
        rows = list(citing_rows(Backlinks(found.count, links, found.ms), reader))
        return tuple(rows), found.count - (len(found.links) - len(links))

    return nodes_of(tree, reader, citing)


def _walk(node: Filled) -> Iterator[Filled]:
    yield node
    for child in node.children:
        yield from _walk(child)
