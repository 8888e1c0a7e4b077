"""The theme gives sizes, fonts and colours, and what is dressed follows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

from govdesk.ui import icons
from govdesk.ui.kit import Button, Icon, QuestionInput
from govdesk.ui.theme import Mode, Theme, Type
from govdesk.ui.theme.fonts import BUNDLED, has_korean, load_fonts
from govdesk.ui.theme.stylesheet import build


def test_the_bundled_font_is_used_and_draws_korean(families: tuple[str, ...], theme: Theme) -> None:
    assert families[0] == BUNDLED
    assert has_korean(BUNDLED)
    for role in Type:
        info = QFontInfo(theme.font(role))
        assert (info.family(), info.weight()) == (BUNDLED, role.weight)


def test_a_font_without_hangul_is_not_taken() -> None:
    assert not has_korean("DejaVu Sans Mono") and not has_korean("no such family")


def test_without_the_bundled_files_a_korean_font_of_the_system_is_found(qapp: object, tmp_path: Path) -> None:
    assert load_fonts(tmp_path)


@pytest.mark.parametrize(("percent", "text", "control", "gap"), [(100, 14, 32, 8), (150, 21, 44, 9), (200, 28, 56, 10)])
def test_text_grows_most_and_distances_least(theme: Theme, percent: int, text: int, control: int, gap: int) -> None:
    theme.switch(text_percent=percent)
    assert (theme.px(14), theme.size(32), theme.gap(8)) == (text, control, gap)
    assert theme.font(Type.BODY).pixelSize() == text


def test_the_text_size_stays_within_its_bounds(theme: Theme) -> None:
    theme.switch(text_percent=500)
    assert theme.text_percent == 200 and theme.compact
    theme.switch(text_percent=10)
    assert theme.text_percent == 100 and not theme.compact


def test_a_switch_is_told_once_and_no_switch_is_not_told(theme: Theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.switch(Mode.DARK, 125)
    theme.switch(Mode.DARK, 125)
    assert told == [True]


def test_a_dressed_window_changes_ground_with_the_theme(qtbot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    window.resize(60, 40)
    for mode in (Mode.LIGHT, Mode.DARK, Mode.LIGHT):
        theme.switch(mode)
        assert window.grab().toImage().pixelColor(30, 20) == theme.colour("bg")


def test_controls_follow_size_and_colour_while_they_are_shown(qtbot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    button = Button(theme, "묻기", kind="primary", parent=window)
    before = button.sizeHint()
    theme.switch(Mode.DARK, 200)
    button.resize(button.sizeHint())
    assert button.sizeHint().height() == 56 and button.sizeHint().width() > before.width()
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == theme.colour("acc")


def test_the_question_box_keeps_its_type_after_the_text_size_went_up_and_down(qtbot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    box = QuestionInput(theme, name="질문", parent=window)
    window.show()
    theme.switch(text_percent=200)
    theme.switch(text_percent=100)
    assert box.viewport().font().pixelSize() == box.font().pixelSize() == 14


def test_the_stylesheet_leaves_no_placeholder(theme: Theme) -> None:
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.switch(mode)
        sheet = build(theme)
        assert "$" not in sheet and theme.hex("surface") in sheet


@pytest.mark.parametrize("name", sorted(icons.SHAPES))
def test_every_icon_draws_in_the_colour_asked_for_and_stays_inside_its_square(qtbot, theme: Theme, name: str) -> None:
    picture = icons.pixmap(name, theme.colour("acc"), 20, 4).toImage()
    inked = [(x, y) for x in range(80) for y in range(80) if picture.pixelColor(x, y).alpha() > 128]
    assert len(inked) > 60
    assert all(2 <= x < 78 and 2 <= y < 78 for x, y in inked)
    asked = theme.colour("acc").getRgb()
    for x, y in inked:
        got = picture.pixelColor(x, y).getRgb()
        assert got[3] < 255 or all(abs(one - other) <= 1 for one, other in zip(got, asked, strict=True))


def test_an_icon_is_crisp_at_each_size_and_screen_ratio(theme: Theme) -> None:
    for size in (14, 16, 18, 20):
        for ratio in (1.0, 1.5, 2.0):
            made = icons.pixmap("search", theme.colour("text"), size, ratio)
            assert made.width() == round(size * ratio) and made.devicePixelRatio() == ratio


def test_a_themed_icon_follows_the_theme_without_being_set_again(qtbot, theme: Theme) -> None:
    made = icons.icon(theme, "search", "text")
    light = made.pixmap(20, 20).toImage()
    theme.switch(Mode.DARK)
    assert made.pixmap(20, 20).toImage() != light


def test_an_unknown_icon_is_refused(theme: Theme) -> None:
    with pytest.raises(KeyError):
        icons.icon(theme, "unicorn")


def test_an_icon_widget_grows_with_the_text(qtbot, theme: Theme) -> None:
    mark = Icon(theme, "alert", size=16)
    qtbot.addWidget(mark)
    theme.switch(text_percent=200)
    assert mark.width() == mark.height() == 32
