"""Finding words in the page that is open: spaces and middle dots aside, letters of either case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdesk.text.normalise import MIDDLE_DOTS, searchable
from govdesk.ui.panes.regulations.page import Block, Kind

GAP = rf"[\s\u00a0\u2060{MIDDLE_DOTS}]*"
"""What may stand between two signs of the query: spaces, what `kit.display` draws for them, middle dots."""


def pattern_of(query: str) -> re.Pattern[str] | None:
    """What finds `query`; None when nothing of it can be searched for."""
    signs = searchable(query)
    return re.compile(GAP.join(re.escape(sign) for sign in signs), re.IGNORECASE) if signs else None


@dataclass(frozen=True, slots=True)
class Matches:
    """Matches by block in the order of the page: `blocks[i]` holds `counts[i]`; `total` of all."""

    blocks: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()
    total: int = 0

    def at(self, number: int) -> tuple[int, int]:
        """(block, which match in it) of the match `number`, counted from 0."""
        for block, count in zip(self.blocks, self.counts, strict=True):
            if number < count:
                return block, number
            number -= count
        raise IndexError(number)

    def first_from(self, block: int) -> int:
        """The number of the first match at or after `block`; 0 if there is none."""
        passed = 0
        for where, count in zip(self.blocks, self.counts, strict=True):
            if where >= block:
                return passed
            passed += count
        return 0


def count_matches(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Matches:
    """All matches of the page."""
    where: list[int] = []
    counts: list[int] = []
    for number, block in enumerate(blocks):
        if block.kind is Kind.NOTICE:
            continue
        count = sum(1 for found in pattern.finditer(block.plain) if found.group())
        if count:
            where.append(number)
            counts.append(count)
    return Matches(tuple(where), tuple(counts), sum(counts))
