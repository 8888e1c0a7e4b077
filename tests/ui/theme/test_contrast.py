"""Colours read on what they stand on."""

from __future__ import annotations

import pytest

from govdesk.ui.theme.tokens import DARK, EDGE_PAIRS, LIGHT, TEXT_PAIRS, Colours


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), sorted(set(TEXT_PAIRS)))
def test_text_reads_at_four_and_a_half_to_one(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), sorted(set(EDGE_PAIRS)))
def test_edges_and_marks_stand_out_at_three_to_one(colours: Colours, mark: str, ground: str) -> None:
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= 3.0


def test_every_colour_is_a_whole_hex_value() -> None:
    for colours in (LIGHT, DARK):
        for role in Colours.__slots__:
            assert len(getattr(colours, role)) == 7, role
