"""What holds for tests of the window: offscreen, the bundled font, nothing left behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from govdesk.paths import resources
from govdesk.ui.theme import Mode, Theme
from govdesk.ui.theme.fonts import load_fonts


@pytest.fixture(scope="session")
def families(qapp: QApplication) -> tuple[str, ...]:
    qapp.setStyle("Fusion")
    return load_fonts(resources() / "fonts")


@pytest.fixture
def theme(families: tuple[str, ...]) -> Theme:
    return Theme(Mode.LIGHT, 100, families)


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """No lane thread and no visible window outlives its test."""
    yield
    qapp.processEvents()
    assert [t.name for t in threading.enumerate() if t.name.startswith("govdesk-")] == []
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == []
