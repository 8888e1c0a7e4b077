"""Open documents and the way through them: tabs, each with its own back and forward. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field

from govdesk.knowledge.model import DocumentId

MOST_TABS = 8
MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document: a section by name and order (the name outlives a new import), and the place below it."""

    document: DocumentId
    section: str = ""
    order: int = -1
    place: str = ""
    passage: str = ""


@dataclass(slots=True)
class Tab:
    key: str
    spot: Spot
    back: list[Spot] = field(default_factory=list)
    forward: list[Spot] = field(default_factory=list)

    def visit(self, spot: Spot) -> None:
        """Go on to `spot`; where one was can be gone back to."""
        if (spot.document, spot.section, spot.place) != (self.spot.document, self.spot.section, self.spot.place):
            self.back.append(self.spot)
            del self.back[:-MOST_STEPS]
            self.forward.clear()
        self.spot = spot

    def step_back(self) -> Spot | None:
        if not self.back:
            return None
        self.forward.append(self.spot)
        self.spot = self.back.pop()
        return self.spot

    def step_forward(self) -> Spot | None:
        if not self.forward:
            return None
        self.back.append(self.spot)
        self.spot = self.forward.pop()
        return self.spot


class Tabs:
    """The open documents in order; the least recently used gives way to a ninth."""

    def __init__(self) -> None:
        self._tabs: list[Tab] = []
        self._used: list[str] = []
        self._made = 0

    @property
    def current(self) -> Tab | None:
        return next((tab for tab in self._tabs if self._used and tab.key == self._used[-1]), None)

    def all(self) -> tuple[Tab, ...]:
        return tuple(self._tabs)

    def showing(self, document: DocumentId) -> Tab | None:
        return next((tab for tab in self._tabs if tab.spot.document == document), None)

    def open(self, spot: Spot) -> Tab:
        """A new tab at `spot`, current."""
        self._made += 1
        tab = Tab(f"t{self._made}", spot)
        self._tabs.append(tab)
        self._used.append(tab.key)
        if len(self._tabs) > MOST_TABS:
            self.close(self._used[0])
        return tab

    def choose(self, key: str) -> Tab | None:
        if key in self._used:
            self._used.remove(key)
            self._used.append(key)
        return self.current

    def close(self, key: str) -> None:
        self._tabs = [tab for tab in self._tabs if tab.key != key]
        self._used = [used for used in self._used if used != key]
