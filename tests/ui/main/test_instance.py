"""One window a data folder."""

from __future__ import annotations

from pathlib import Path

from govdesk.ui.main.instance import SingleInstance, server_name


def test_the_second_window_raises_the_first_and_does_not_stay(qtbot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    try:
        assert first.claim()
        with qtbot.waitSignal(first.raised):
            assert not second.claim()
    finally:
        first.release()


def test_folders_do_not_know_of_each_other(tmp_path: Path) -> None:
    assert server_name(tmp_path / "가") != server_name(tmp_path / "나")
    one, other = SingleInstance(tmp_path / "가"), SingleInstance(tmp_path / "나")
    try:
        assert one.claim() and other.claim()
    finally:
        one.release()
        other.release()


def test_after_the_first_window_closed_the_next_one_opens(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    first.release()
    assert second.claim()
    second.release()
