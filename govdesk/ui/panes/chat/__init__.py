"""The chat pane: questions, answers with checked citations, and the evidence beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdesk.ui.pane import Pane, PaneContext


def create(context: PaneContext) -> Pane:
    """The pane for the main window. Imports nothing heavy and reads nothing before the event loop runs."""
    from govdesk.ui.panes.chat.pane import Chat, Lanes

    return Chat(context, Lanes(context.runner))
