"""The kit: every widget that panes are built of. Each takes the `Theme` first; each docstring is its API.

| for | use |
|---|---|
| doing something | `Button`, `IconButton`, `ChipToggle`, `Switch` |
| words | `Text`, `ElidedLabel`, `SectionTitle`; drawn text: `display.shown`, `Shown` |
| marks | `Tag`, `StateTag` (`State`), `CitationChip` (`ChipState`), `Icon` |
| blocks | `Panel` (column ground), `Card`, `Banner`, `EmptyState`, `Line`, `Scroll`, `Popup` |
| typing | `LineInput`, `SearchField`, `QuestionInput`, `FieldError`, `Choice` |
| waiting | `ProgressLine`, `Skeleton` |
| arranging | `Columns`, `TabStrip`, `NavList` (`NavItem`), `FlowLayout`, `FocusRing`; `discard(widget)` takes one out |
"""

from govdesk.ui.kit.banner import Banner, Icon
from govdesk.ui.kit.base import box, discard, follow
from govdesk.ui.kit.buttons import Button, ChipToggle, IconButton, Switch
from govdesk.ui.kit.card import Card, Panel, Scroll
from govdesk.ui.kit.citation import ChipState, CitationChip
from govdesk.ui.kit.columns import Columns
from govdesk.ui.kit.display import Shown, restore, shown
from govdesk.ui.kit.empty import EmptyState
from govdesk.ui.kit.fields import Choice, FieldError, LineInput, SearchField
from govdesk.ui.kit.flow import FlowLayout
from govdesk.ui.kit.focus import FocusRing, first_focusable
from govdesk.ui.kit.navlist import NavItem, NavList
from govdesk.ui.kit.popup import Popup
from govdesk.ui.kit.progress import ProgressLine, Skeleton
from govdesk.ui.kit.question import QuestionInput
from govdesk.ui.kit.tabs import TabStrip
from govdesk.ui.kit.tags import State, StateTag, Tag
from govdesk.ui.kit.text import ElidedLabel, Line, SectionTitle, Text

__all__ = [
    "Banner",
    "Button",
    "Card",
    "ChipState",
    "ChipToggle",
    "Choice",
    "CitationChip",
    "Columns",
    "ElidedLabel",
    "EmptyState",
    "FieldError",
    "FlowLayout",
    "FocusRing",
    "Icon",
    "IconButton",
    "Line",
    "LineInput",
    "NavItem",
    "NavList",
    "Panel",
    "Popup",
    "ProgressLine",
    "QuestionInput",
    "Scroll",
    "SearchField",
    "SectionTitle",
    "Shown",
    "Skeleton",
    "State",
    "StateTag",
    "Switch",
    "TabStrip",
    "Tag",
    "Text",
    "box",
    "discard",
    "first_focusable",
    "follow",
    "restore",
    "shown",
]
