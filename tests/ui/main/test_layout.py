"""The real panes in the real window, measured: nothing cut, overlapping, too small or nameless."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from govdesk.ui.main.registry import entries
from govdesk.ui.theme import Mode
from tests.ui.geometry import cut, cut_words, interactive, nameless, overlapping, too_small

SIZES = [(1366, 689, 100), (1280, 720, 100), (1920, 1080, 100), (1366, 689, 125), (1366, 689, 200), (1280, 720, 200)]
NAMES = [entry.name for entry in entries()]


@pytest.fixture
def real(qtbot, open_shell: Callable):
    opened = open_shell(probe=False)
    qtbot.waitUntil(lambda: opened.shell.runner.live == 0, timeout=20_000)
    return opened


def settle(opened, width: int, height: int, percent: int) -> QWidget:
    opened.shell.theme.switch(text_percent=percent)
    opened.window.resize(width, height)
    for _ in range(5):
        QApplication.processEvents()
    return opened.window


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_or_overlapped_at_any_size(real, name: str) -> None:
    for width, height, percent in SIZES:
        real.shell.router.show(name)
        window = settle(real, width, height, percent)
        assert window.size().toTuple() == (width, height), "the window does not fit"
        at = (name, width, height, percent)
        assert (at, cut(window)) == (at, [])
        assert (at, cut_words(window)) == (at, [])
        assert (at, overlapping(window)) == (at, [])


@pytest.mark.parametrize("name", NAMES)
def test_everything_clickable_is_large_enough_and_has_a_name(real, name: str) -> None:
    real.shell.router.show(name)
    window = settle(real, 1366, 689, 100)
    assert len(interactive(window)) > 5
    assert too_small(window) == []
    assert nameless(window) == []


@pytest.mark.parametrize("name", NAMES)
def test_tab_reaches_every_control_of_the_pane_and_comes_round(real, name: str) -> None:
    real.shell.router.show(name)
    window = settle(real, 1366, 689, 100)
    pane = real.shell.router.pane().widget()
    wanted = {w for w in interactive(pane) if w.focusPolicy().value & 1 and w.isEnabled()}
    reached: set[QWidget] = set()
    at = window.focusWidget() or pane
    for _ in range(400):
        at = at.nextInFocusChain()
        reached.add(at)
    assert wanted <= reached


def test_every_pane_is_drawn_in_both_themes(real) -> None:
    for name in NAMES:
        real.shell.router.show(name)
        grounds = set()
        for mode in (Mode.LIGHT, Mode.DARK):
            real.shell.theme.switch(mode)
            picture = settle(real, 1366, 689, 100).grab().toImage()
            grounds.add(picture.pixelColor(30, 400).name())
        assert grounds == {"#ffffff", "#1e2124"}
