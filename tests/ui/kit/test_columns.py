"""Columns fold, remember, and become tabs when it is tight; the focus ring is where the focus is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from govdesk.ui.kit import Button, Columns, FocusRing, Popup, Scroll
from govdesk.ui.memory import Memory
from govdesk.ui.theme import Mode, Theme


@pytest.fixture
def columns(qtbot, theme: Theme) -> Columns:
    return make(qtbot, theme, Memory())


def make(qtbot, theme: Theme, memory: Memory) -> Columns:
    made = Columns(theme, memory, "시험")
    qtbot.addWidget(made)
    made.resize(1200, 600)
    for key, side, width, least in (
        ("left", "left", 190, 160),
        ("mid", "centre", 0, 400),
        ("right", "right", 412, 240),
    ):
        made.add(QWidget(), key=key, title=key, side=side, width=width, least=least)
    made.show()
    return made


def widths(columns: Columns) -> list[int]:
    return [column.width() for column in columns.visible_columns()]


def test_side_columns_have_their_width_and_the_middle_takes_the_rest(columns: Columns) -> None:
    assert widths(columns) == [190, 1200 - 190 - 412 - 2, 412]
    columns.resize(1300, 600)
    assert widths(columns)[0] == 190 and widths(columns)[2] == 412


def test_folding_gives_the_room_to_the_middle_and_back(columns: Columns) -> None:
    told: list[tuple[str, bool]] = []
    columns.folded.connect(lambda key, on: told.append((key, on)))
    columns.toggle("left")
    QApplication.processEvents()
    assert widths(columns) == [1200 - 412 - 1, 412] and columns.is_folded("left")
    columns.toggle("left")
    assert widths(columns)[0] == 190 and told == [("left", True), ("left", False)]


def test_width_and_fold_are_kept_over_a_restart(qtbot, theme: Theme) -> None:
    memory = Memory()
    first = make(qtbot, theme, memory)
    first._splitter.setSizes([300, 490, 408])
    first._keep(0, 1)
    first.fold("right", True)
    again = make(qtbot, theme, memory)
    assert again.is_folded("right") and widths(again)[0] == pytest.approx(300, abs=2)


@pytest.mark.parametrize("tight", ["text", "window"])
def test_when_it_is_tight_one_column_is_shown_under_tabs(columns: Columns, theme: Theme, tight: str) -> None:
    if tight == "text":
        theme.switch(text_percent=200)
    else:
        columns.resize(700, 600)
    assert columns.narrow and columns.tab_strip.isVisible()
    assert columns.tab_strip.current() == "mid"
    columns.show_column("right")
    assert columns.visible_columns()[1].width() == columns.width()
    columns.toggle("right")
    assert columns.tab_strip.current() == "mid"
    theme.switch(text_percent=100)
    columns.resize(1200, 600)
    assert not columns.narrow and len(columns.visible_columns()) == 3


def test_the_ring_is_round_what_has_the_keyboard_and_not_after_a_click(qtbot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = Button(theme, "하나"), Button(theme, "둘")
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(theme, window)
    window.show()
    window.activateWindow()
    ring.attach()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(first.hasFocus)
    assert ring.target is first
    assert ring.geometry() == QRect(first.pos(), first.size()).adjusted(-3, -3, 3, 3)
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=second.geometry().center())
    assert second.hasFocus() and ring.target is None
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert ring.target is not None


def test_the_ring_follows_scrolling_and_goes_with_its_control(qtbot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    content = QWidget()
    rows = QVBoxLayout(content)
    buttons = [Button(theme, f"단추 {number}") for number in range(30)]
    for button in buttons:
        rows.addWidget(button)
    scroll = Scroll(theme, content, name="목록")
    QVBoxLayout(window).addWidget(scroll)
    window.resize(200, 200)
    ring = FocusRing(theme, window)
    window.show()
    window.activateWindow()
    buttons[1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(buttons[1].hasFocus)
    before = ring.geometry()
    scroll.verticalScrollBar().setValue(20)
    assert ring.geometry().top() == before.top() - 20
    scroll.verticalScrollBar().setValue(600)
    assert ring.target is None
    buttons[1].setParent(None)
    buttons[1].deleteLater()
    assert ring.target is not buttons[1]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_pop_up_opens_inside_the_screen_and_closes_with_escape(qtbot, theme: Theme, mode: Mode) -> None:
    theme.switch(mode)
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    button = Button(theme, "열기", parent=window)
    window.resize(300, 200)
    window.show()
    popup = Popup(theme, button)
    popup.body.addWidget(Button(theme, "고르기"))
    popup.open_under(button)
    assert popup.isVisible()
    assert popup.mapToGlobal(QPoint(0, popup.height())).y() > button.mapToGlobal(QPoint(0, 0)).y()
    with qtbot.waitSignal(popup.closed):
        qtbot.keyClick(popup, Qt.Key.Key_Escape)


@pytest.mark.parametrize("where", ["mid", "left"])
def test_the_keyboard_stays_in_sight_when_columns_become_tabs(qtbot, theme: Theme, where: str) -> None:
    columns = Columns(theme, Memory(), "시험")
    qtbot.addWidget(columns)
    columns.resize(1200, 600)
    buttons = {}
    for key, side in (("left", "left"), ("mid", "centre")):
        buttons[key] = Button(theme, key)
        columns.add(buttons[key], key=key, title=key, side=side, width=200, least=100)
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(columns)
    holder.resize(1200, 600)
    holder.show()
    holder.activateWindow()
    buttons[where].setFocus()
    qtbot.waitUntil(buttons[where].hasFocus)
    theme.switch(text_percent=200)
    assert columns.tab_strip.current() == "mid"
    assert buttons["mid"].hasFocus() and buttons["mid"].isVisible()
