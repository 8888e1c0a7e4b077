"""Blocks set when they come near, and their heights: what the page view scrolls over."""

from __future__ import annotations

from collections import OrderedDict

from govdesk.knowledge.model import Role
from govdesk.ui.panes.regulations.drawn import draw
from govdesk.ui.panes.regulations.heights import Heights
from govdesk.ui.panes.regulations.links import Reader
from govdesk.ui.panes.regulations.measures import Measures
from govdesk.ui.panes.regulations.page import Block, Kind, Page
from govdesk.ui.panes.regulations.setting import SetBlock, SetText
from govdesk.ui.panes.regulations.tableset import SetGrid, SetTable

KEPT = 400
"""Set blocks kept; a screen shows about 40."""


class Shelf:
    """``Shelf(page, reader, measures)``; `heights` are estimates until a block has been set."""

    def __init__(self, page: Page, reader: Reader, measures: Measures, bottom: int) -> None:
        self.page = page
        self.measures = measures
        self._reader = reader
        self._set: OrderedDict[int, SetBlock] = OrderedDict()
        roles = [self._role(block) for block in page.blocks]
        estimates = [measures.estimate(block, role) for block, role in zip(page.blocks, roles, strict=True)]
        self.heights = Heights([*estimates, bottom])

    def __len__(self) -> int:
        return len(self.page.blocks)

    def at(self, index: int) -> SetBlock:
        """Block `index`, set; its height is exact from now on."""
        made = self._set.get(index)
        if made is None:
            made = self._make(index)
            self._set[index] = made
            if len(self._set) > KEPT:
                self._set.popitem(last=False)
            self.heights.put(index, made.height)
        return made

    def drawn_text(self, index: int) -> str:
        """The text of a block as drawn; a table or grid has none."""
        made = self.at(index)
        return made.text if isinstance(made, SetText) else ""

    def _role(self, block: Block) -> Role:
        sections = self.page.sections
        return sections[block.section].role if sections else Role.SECTION

    def _make(self, index: int) -> SetBlock:
        block = self.page.blocks[index]
        role = self._role(block)
        style = self.measures.style(block, role)
        if block.kind is Kind.TABLE:
            return SetTable(block, self.measures, style)
        if block.kind is Kind.GRID:
            return SetGrid(block, self.measures, style)
        drawn = draw(block.text, self._reader.links(index), marks_shown=self.measures.marks_shown)
        return SetText(block, drawn, self.measures, style)
