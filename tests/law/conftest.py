from __future__ import annotations

from pathlib import Path

import pytest

from tests.law.snapshot import Snapshot, count


@pytest.fixture(scope="session")
def national(shared_data: Path) -> Snapshot:
    """The national snapshot, read and counted once a session."""
    return count(shared_data / "statutes-national.tar.xz")
