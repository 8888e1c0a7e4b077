"""Which collections a question looks into."""

from __future__ import annotations

from dataclasses import dataclass, replace

from govdesk.knowledge.model import Collection


@dataclass(frozen=True, slots=True)
class Scope:
    """The three chips. All on is the default of the store (examples only while nothing else is there)."""

    statutes: bool = True
    manuals: bool = True
    own: bool = True

    def toggled(self, name: str) -> Scope:
        """With one chip switched; the last one that is on stays on."""
        changed = replace(self, **{name: not getattr(self, name)})
        return changed if changed.statutes or changed.manuals or changed.own else self

    def collections(self, examples: bool) -> frozenset[Collection] | None:
        """For `Answerer.ask`; `examples` says whether the example manuals stand in for manuals now."""
        if self.statutes and self.manuals and self.own:
            return None
        chosen = {Collection.STATUTES} if self.statutes else set()
        if self.manuals:
            chosen |= {Collection.MANUALS, Collection.CASES}
            chosen |= {Collection.EXAMPLES} if examples else set()
        return frozenset(chosen | ({Collection.OWN} if self.own else set()))
