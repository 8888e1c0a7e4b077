"""The help pane: the user's guide of `resources/help`, and what this program is made of."""

from __future__ import annotations

from govdesk.ui.pane import Pane, PaneContext


def create(context: PaneContext) -> Pane:
    from govdesk.ui.panes.help.view import HelpPane

    return HelpPane(context)
