"""Where the boxes of the drawn 위임 tree stand; numbers only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from govdesk.ui.panes.regulations.graph.model import GraphNode


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in px: the strip of the bands' names, a box, a citing article, a line of words, a lane, a gap."""

    strip: int
    box: int
    chip: int
    line: int
    lane: int
    gap: int
    chips: bool = True
    """Whether there is room for citing articles beside the boxes."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Placed:
    """A node's box, the line of words above it, the boxes of the citing articles (the last may count the rest), and
    the x at which the line from the node above comes down.
    """

    box: Box
    words: Box
    chips: tuple[Box, ...]
    lane: int


@dataclass(frozen=True, slots=True)
class Laid:
    """Everything placed; `bands` are (level, top, bottom)."""

    nodes: tuple[Placed, ...]
    bands: tuple[tuple[int, int, int], ...]
    height: int


def laid(nodes: Sequence[GraphNode], width: int, measures: Measures) -> Laid:
    """`nodes` in bands below one another in `width` px; lines run in lanes left of the boxes and cross none."""
    lanes = _lanes(nodes)
    left = measures.strip + (max(lanes.values(), default=-1) + 1) * measures.lane + measures.gap
    room = max(80, width - left - measures.gap)
    wide = (room * 41) // 100 if measures.chips else room
    placed: list[Placed] = []
    bands = []
    y = 0
    for level, some in groupby(nodes, key=lambda node: node.level):
        top = y
        y += measures.gap
        for node in some:
            one = _placed(node, left, y, wide, room, measures, lanes)
            placed.append(one)
            y = max(one.box.y + one.box.height, *(chip.y + chip.height for chip in (*one.chips, one.box)))
            y += measures.gap
        bands.append((level, top, y))
    return Laid(tuple(placed), tuple(bands), y)


def _placed(
    node: GraphNode, left: int, y: int, wide: int, room: int, measures: Measures, lanes: dict[int, int]
) -> Placed:
    words = Box(left, y, room, measures.line if node.words and node.parent >= 0 else 0)
    y += words.height
    count = (len(node.citing) + bool(node.more)) if measures.chips else 0
    step = measures.chip + measures.gap // 2
    x = left + wide + 3 * measures.gap
    chips = tuple(Box(x, y + at * step, room - wide - 3 * measures.gap, measures.chip) for at in range(count))
    lane = measures.strip + lanes.get(node.parent, 0) * measures.lane + measures.lane // 2
    return Placed(Box(left, y, wide, measures.box), words, chips, lane)


def _lanes(nodes: Sequence[GraphNode]) -> dict[int, int]:
    """A lane for every node that has others below it; those above run further out, so that lines do not cross."""
    parents = sorted({node.parent for node in nodes if node.parent >= 0})
    return {parent: at for at, parent in enumerate(parents)}
