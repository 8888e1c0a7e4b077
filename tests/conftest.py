"""What holds for every test: a home of its own, no network socket."""

from __future__ import annotations

import socket  # noqa: TID251  (to forbid it)
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVDESK_HOME", str(tmp_path / "한글 집 (1)"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    made = socket.socket.__init__

    def guarded(self: socket.socket, family: int = -1, *rest: object, **named: object) -> None:
        if family in (-1, socket.AF_INET, socket.AF_INET6):
            raise AssertionError("a network socket was opened")
        made(self, family, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "__init__", guarded)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """`../shared/data`, or skip."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data")
    return folder
