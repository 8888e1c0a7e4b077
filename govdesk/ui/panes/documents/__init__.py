"""The documents pane: import with progress, what failed and why, newer editions, the list of everything stored."""

from __future__ import annotations

from govdesk.ui.pane import Pane, PaneContext


def create(context: PaneContext) -> Pane:
    from govdesk.ui.panes.documents.pane import Documents, Lanes

    return Documents(context, Lanes(context.runner))
