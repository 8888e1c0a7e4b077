"""A processor without AVX2 gets a message instead of an illegal instruction."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdesk.errors import CpuTooOld
from govdesk.knowledge import cpu
from tests.knowledge.conftest import Opener


def test_flags_of_the_processor_are_read(tmp_path: Path) -> None:
    info = tmp_path / "cpuinfo"
    info.write_text("processor : 0\nflags\t\t: fpu sse4_2 avx avx2 bmi1\n", encoding="utf-8")
    assert cpu.avx2_in(info)
    info.write_text("processor : 0\nflags\t\t: fpu sse4_2 avx\n", encoding="utf-8")
    assert not cpu.avx2_in(info)
    assert not cpu.avx2_in(tmp_path / "없음")


def test_an_old_processor_is_an_error(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cpu, "avx2_shown", lambda: False)
    monkeypatch.setattr(cpu, "trial_import", lambda: False)
    monkeypatch.setattr(cpu.platform, "machine", lambda: "x86_64")
    with pytest.raises(CpuTooOld):
        opened()


def test_an_unknown_processor_may_prove_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cpu, "avx2_shown", lambda: False)
    monkeypatch.setattr(cpu, "trial_import", lambda: True)
    assert cpu.lancedb_runs()


def test_the_trial_fails_where_the_child_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cpu, "_import_lancedb", _die)
    assert not cpu.trial_import()


def _die() -> None:
    import os

    os.abort()
