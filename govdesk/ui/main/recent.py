"""Where one went last through the go-to box, kept over restarts."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict

from govdesk.ui.main.finding import MOST, Suggestion
from govdesk.ui.memory import Memory

SLOT = "goto/recent"


class Recent:
    """``add(suggestion)`` and ``places()``, the newest first, at most `MOST`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def places(self) -> tuple[Suggestion, ...]:
        """What was kept; what another version wrote is forgotten."""
        with contextlib.suppress(ValueError, TypeError):
            return tuple(Suggestion(**one) for one in json.loads(self._memory.text(SLOT, "[]")))
        return ()

    def add(self, suggestion: Suggestion) -> None:
        rest = [one for one in self.places() if one.title != suggestion.title]
        kept = [asdict(one) for one in (suggestion, *rest)][:MOST]
        self._memory.put(SLOT, json.dumps(kept, ensure_ascii=False))
