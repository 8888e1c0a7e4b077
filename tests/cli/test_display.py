"""Where there is no screen: questions in the terminal, and a self-test that still passes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from govdesk.cli import display

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = ":4711"
"""A display that no server answers for."""


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("platform", "environment", "seen"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_screen_is_told_by_system_and_environment(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], seen: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert display.has_display() is seen


@pytest.mark.skipif(sys.platform != "linux", reason="X servers")
def test_the_self_test_passes_where_no_screen_answers() -> None:
    environment = dict(os.environ, DISPLAY=NOWHERE, PYTHONPATH=str(ROOT), PYTHONUTF8="1")
    done = subprocess.run(
        [sys.executable, "-m", "govdesk", "selftest"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("가지 모두 통과\n")
    assert "[실패]" not in done.stdout
