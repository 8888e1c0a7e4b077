"""What is selected across blocks. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[int, int]
"""(block, position in its drawn text)."""


@dataclass(frozen=True, slots=True)
class Selection:
    """From where the person began to where the pointer is; either may come first."""

    anchor: Point
    head: Point

    @property
    def start(self) -> Point:
        return min(self.anchor, self.head)

    @property
    def end(self) -> Point:
        return max(self.anchor, self.head)

    @property
    def empty(self) -> bool:
        return self.anchor == self.head

    def within(self, block: int, length: int) -> tuple[int, int] | None:
        """The selected span of `block`, whose text is `length` long."""
        if self.empty or not self.start[0] <= block <= self.end[0]:
            return None
        begin = self.start[1] if block == self.start[0] else 0
        stop = min(self.end[1], length) if block == self.end[0] else length
        return (begin, stop) if stop > begin else None
