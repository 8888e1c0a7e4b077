"""The regulation pane: statutes and manuals in a tree, their text set for reading, open at an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdesk.ui.pane import Pane, PaneContext


def create(context: PaneContext) -> Pane:
    """The pane for the main window. Imports nothing heavy and reads nothing before the event loop runs."""
    from govdesk.ui.panes.regulations.pane import Regulations

    return Regulations(context)
