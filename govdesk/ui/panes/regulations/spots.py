"""Where a spot lies on a page."""

from __future__ import annotations

from govdesk.law.places import steps
from govdesk.ui.panes.regulations.page import Kind, Page
from govdesk.ui.panes.regulations.tabs import Spot


def section_at(page: Page, spot: Spot) -> int | None:
    """The section of a spot: by its order if the name agrees, else by passage or name."""
    if 0 <= spot.order < len(page.sections) and spot.section:
        section = page.sections[spot.order]
        if spot.section in (section.number, section.title):
            return spot.order
    return page.find(article=spot.section, passage=spot.passage)


def name_block(page: Page, order: int) -> tuple[int, int]:
    """(first block, block of the name) of a section; they differ where a chapter begins."""
    own = page.blocks_of(order)
    named = (number for number in own if page.blocks[number].kind in (Kind.NAME, Kind.GONE, Kind.FIELD))
    return own.start, next(named, own.start)


def first_step(place: str) -> str:
    """The 항 (or first step) of a place; ``""`` for what is none."""
    try:
        found = steps(place) if place else ()
    except ValueError:
        return ""
    return found[0] if found else ""
