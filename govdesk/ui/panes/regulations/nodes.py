"""`Node`: a row of a tree, before Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """A row: `key` names what it opens (``""`` only unfolds), `count` stands at the right, `note` is the tooltip.

    `mark` is the name of an icon at the right in the colour role `mark_role`; `spoken` is added for screen readers.
    """

    text: str
    key: str = ""
    count: str = ""
    note: str = ""
    mark: str = ""
    mark_role: str = "sub"
    spoken: str = ""
    muted: bool = False
    strong: bool = False
    open: bool = False
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This node and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()
