"""Every colour, type size and measure of the window. Nothing else in `ui` names a colour or a size of type.

Colour roles and measures follow the project's mock-ups; the ramp is that of KRDS, the Korean government's
design system (https://www.krds.go.kr). Colours are ``#rrggbb``; measures are logical px at 100 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colour roles. `off` is for disabled text only; every other text pair reads at 4.5:1."""

    bg: str
    """The window behind the columns."""
    surface: str
    sunken: str
    """Column heads, table heads."""
    raised: str
    """Pop-ups."""
    line: str
    """Column edge."""
    hair: str
    """Row rule."""
    ctl: str
    """Edge of anything that can be clicked."""
    text: str
    sub: str
    mute: str
    off: str
    hover: str
    press: str
    """Pressed secondary control: one step darker than `hover`."""
    acc: str
    on_acc: str
    acc_hover: str
    acc_press: str
    on_acc_press: str
    acc_text: str
    acc_bg: str
    acc_bg2: str
    acc_line: str
    focus: str
    danger: str
    danger_text: str
    danger_bg: str
    danger_line: str
    warn: str
    warn_text: str
    warn_bg: str
    warn_line: str
    ok: str
    ok_text: str
    ok_bg: str
    ok_line: str
    info: str
    info_text: str
    info_bg: str
    info_line: str
    ins_text: str
    ins_bg: str
    del_text: str
    del_bg: str
    hl: str
    """Ground of the sentence that answers."""
    current: str
    """Block with the cursor."""
    shadow: str
    track: str
    """Ground of progress lines and waiting lines."""
    thumb: str
    """Scroll bar."""


LIGHT = Colours(
    bg="#f4f5f6", surface="#ffffff", sunken="#f4f5f6", raised="#ffffff",
    line="#cdd1d5", hair="#e6e8ea", ctl="#6d7882",
    text="#1e2124", sub="#464c53", mute="#58616a", off="#8a949e",
    hover="#e6e8ea", press="#cdd1d5",
    acc="#256ef4", on_acc="#ffffff", acc_hover="#0b50d0", acc_press="#083891", on_acc_press="#ffffff",
    acc_text="#0b50d0", acc_bg="#ecf2fe", acc_bg2="#d8e5fd", acc_line="#b1cefb", focus="#256ef4",
    danger="#de3412", danger_text="#bd2c0f", danger_bg="#fdefec", danger_line="#f5c9c0",
    warn="#9e6a00", warn_text="#8a5c00", warn_bg="#fff3db", warn_line="#e8cf9c",
    ok="#228738", ok_text="#1f7a33", ok_bg="#eaf6ec", ok_line="#b5d8bd",
    info="#0b78cb", info_text="#096ab3", info_bg="#e7f4fe", info_line="#a9d2f3",
    ins_text="#083891", ins_bg="#d8e5fd", del_text="#a3260d", del_bg="#fdefec",
    hl="#fff0c2", current="#f7faff", shadow="#1e2124", track="#e6e8ea", thumb="#b1b8be",
)  # fmt: skip

DARK = Colours(
    bg="#131416", surface="#1e2124", sunken="#17191b", raised="#272a2e",
    line="#3b4046", hair="#2d3136", ctl="#6d7882",
    text="#f4f5f6", sub="#cdd1d5", mute="#b1b8be", off="#8a949e",
    hover="#33363d", press="#3b4046",
    acc="#4c87f6", on_acc="#0b0d10", acc_hover="#86aff9", acc_press="#256ef4", on_acc_press="#ffffff",
    acc_text="#86aff9", acc_bg="#14264a", acc_bg2="#1b3566", acc_line="#2f4f8c", focus="#86aff9",
    danger="#f05f42", danger_text="#f78d77", danger_bg="#3a1710", danger_line="#7a3526",
    warn="#e0a53a", warn_text="#f0bd5c", warn_bg="#33270d", warn_line="#6d5420",
    ok="#4fb365", ok_text="#6cc77f", ok_bg="#12301a", ok_line="#2c6239",
    info="#4aa3e8", info_text="#73b9ee", info_bg="#0d2a3f", info_line="#27557a",
    ins_text="#b1cefb", ins_bg="#1b3566", del_text="#f5a08d", del_bg="#3f1a12",
    hl="#4a3a0c", current="#1d2533", shadow="#000000", track="#33363d", thumb="#58616a",
)  # fmt: skip

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "sub", "mute") for ground in ("bg", "surface", "sunken", "raised")),
    *((text, ground) for text in ("text", "sub") for ground in ("hover", "acc_bg", "hl", "current")),
    ("mute", "hover"), ("mute", "acc_bg"), ("text", "press"), ("text", "acc_bg2"), ("text", "hl"),
    ("on_acc", "acc"), ("on_acc", "acc_hover"), ("on_acc_press", "acc_press"),
    *(("acc_text", ground) for ground in ("bg", "surface", "sunken", "raised", "acc_bg", "acc_bg2", "hover")),
    *((f"{tone}_text", ground) for tone in ("danger", "warn", "ok", "info")
      for ground in ("bg", "surface", "sunken", "raised", f"{tone}_bg")),
    *((text, f"{tone}_bg") for tone in ("danger", "warn", "ok", "info") for text in ("text", "sub")),
    ("ins_text", "ins_bg"), ("del_text", "del_bg"), ("sub", "del_bg"), ("acc_text", "hl"),
)  # fmt: skip
"""(text, ground) roles that stand on each other; measured at 4.5:1 or more in both themes by a test."""

EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    *(("ctl", ground) for ground in ("bg", "surface", "sunken", "raised")),
    *(("focus", ground) for ground in ("bg", "surface", "sunken", "raised", "hover", "acc_bg")),
    *(("acc", ground) for ground in ("bg", "surface", "sunken", "raised", "acc_bg")),
    *((tone, ground) for tone in ("danger", "warn", "ok", "info") for ground in ("bg", "surface", f"{tone}_bg")),
)
"""(mark, ground) roles measured at 3:1 or more: control edges, focus, icons that carry meaning."""


class Type(Enum):
    """Roles of text: size, line height (0 = natural) in px at 100 %, weight."""

    CAPTION = (12, 18, 400)
    CAPTION_STRONG = (12, 18, 600)
    CONTROL = (13, 20, 400)
    CONTROL_MEDIUM = (13, 20, 500)
    CONTROL_STRONG = (13, 20, 600)
    BODY = (14, 22, 400)
    BODY_MEDIUM = (14, 22, 500)
    BODY_STRONG = (14, 22, 600)
    DRAFT = (15, 24, 400)
    ARTICLE = (16, 26, 400)
    TITLE = (16, 0, 700)
    """Pane name."""
    ANSWER = (18, 26, 600)
    ARTICLE_NAME = (20, 0, 700)

    @property
    def pixels(self) -> int:
        return int(self.value[0])

    @property
    def line(self) -> int:
        return int(self.value[1])

    @property
    def weight(self) -> int:
        return int(self.value[2])


@dataclass(frozen=True, slots=True)
class Sizes:
    """Measures in logical px at 100 %; `Theme.size` scales them with the text."""

    rail: int = 64
    rail_item: int = 54
    top_bar: int = 48
    status_bar: int = 26
    tool_bar: int = 48
    column_head: int = 40
    tab: int = 36
    tree_row: int = 28
    list_row: int = 32
    table_row: int = 34
    table_row_reason: int = 52
    setting_row: int = 54
    control: int = 32
    control_small: int = 28
    hit: int = 28
    """Nothing that can be clicked is smaller."""
    tag: int = 20
    chip: int = 22


@dataclass(frozen=True, slots=True)
class Space:
    """Distances (grid 4) and radii; they grow by a quarter of the text's growth (`Theme.gap`)."""

    column: int = 16
    list: int = 12
    reading: int = 28
    card: int = 12
    card_gap: int = 8
    paragraph: int = 6
    article: int = 16
    radius: int = 4
    radius_card: int = 6
    radius_tag: int = 3


SIZES = Sizes()
SPACE = Space()
