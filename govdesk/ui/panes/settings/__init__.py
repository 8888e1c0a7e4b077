"""The settings pane: made from the declarations in `govdesk.settings.schema`."""

from __future__ import annotations

from govdesk.ui.pane import Pane, PaneContext


def create(context: PaneContext) -> Pane:
    from govdesk.ui.panes.settings.view import SettingsPane

    return SettingsPane(context)
