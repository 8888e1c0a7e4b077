"""Brings the theme in line with the settings."""

from __future__ import annotations

from govdesk.settings.store import Settings
from govdesk.ui.theme import Mode, Theme


def apply_appearance(theme: Theme, settings: Settings) -> None:
    """Switch `theme` to the mode and text size that `settings` hold."""
    appearance = settings.values.appearance
    theme.switch(Mode(appearance.theme.value), appearance.text_percent)
