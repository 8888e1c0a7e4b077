"""The nodes of the drawn 위임 tree, before Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from govdesk.knowledge.delegation import Filled
from govdesk.knowledge.model import Document
from govdesk.law.names import level_of
from govdesk.ui.panes.regulations.related import Entry, called

BANDS = (("법", "법률"), ("영", "대통령령"), ("규칙", "부령"), ("별표", "그 밖의 것"))
"""The levels from above: their names and what stands below those."""
LAST = len(BANDS) - 1
CITING = 3
"""Citing articles drawn beside a node; the rest is counted."""
CITED_NODES = 12
"""Nodes whose citing articles are looked up; each takes some hundredths of a second on a national store."""
NOBODY: tuple[tuple[Entry, ...], int] = ((), 0)
_LOWER = {"대통령령": 1, "총리령": 2}


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A box: `title` over `under` in the band `level`; `parent` is the place of the one above it, -1 for the top.

    `words` led here. `entry` opens it; without a document it is `lacking`. `citing` are articles that cite it, `more`
    how many others do.
    """

    title: str
    under: str
    level: int
    parent: int
    words: str
    entry: Entry
    lacking: bool = False
    citing: tuple[Entry, ...] = ()
    more: int = 0


Citing = Callable[[Document, str], tuple[tuple[Entry, ...], int]]
"""The first articles outside the tree that cite an article, and how many there are."""


def nodes_of(tree: Filled, reader: Document, citing: Citing) -> tuple[GraphNode, ...]:
    """`tree` level by level, each level in the order of the articles that lead to it."""
    order = _by_level(tree)
    places = {id(node): at for at, (node, _) in enumerate(order)}
    made = []
    for at, (node, parent) in enumerate(order):
        above = places[id(parent)] if parent is not None else -1
        asked = at < CITED_NODES and node.document is not None and not node.annex
        links, count = citing(node.document, node.name) if asked and node.document else NOBODY
        made.append(_node(node, above, reader, links[:CITING], max(0, count - len(links[:CITING]))))
    return tuple(made)


def _by_level(tree: Filled) -> list[tuple[Filled, Filled | None]]:
    return sorted(_walk(tree, None), key=lambda pair: _level(pair[0]))


def _walk(node: Filled, parent: Filled | None) -> Iterator[tuple[Filled, Filled | None]]:
    yield node, parent
    for child in node.children:
        yield from _walk(child, node)


def _level(node: Filled) -> int:
    if node.annex:
        return LAST
    if node.document is None:
        return _LOWER.get(node.name, 2 if node.name.endswith("부령") else LAST)
    return min(level_of(node.document.title), LAST - 1)


def _node(node: Filled, parent: int, reader: Document, citing: tuple[Entry, ...], more: int) -> GraphNode:
    document = node.document
    if document is None:
        under = "제목만 있음" if node.annex else "자료에 없음"
        return GraphNode(node.name, under, _level(node), parent, node.why, Entry(node.name, node.why), lacking=True)
    named = node.name.startswith(("제", "별표", "별지"))
    title = f"{called(document, reader)} {node.name}" if named else document.title
    under = (node.heading.split("\n")[0] or title) if named else "든 조문 없음"
    entry = Entry(title, node.why, (0, 0), document.id, node.name if named else "")
    return GraphNode(title, under, _level(node), parent, node.why, entry, False, citing, more)
