"""The look: tokens in one place, the `Theme` that widgets are given, fonts and the stylesheet."""

from govdesk.ui.theme.theme import Mode, Theme
from govdesk.ui.theme.tokens import Colours, Type

__all__ = ["Colours", "Mode", "Theme", "Type"]
