"""What changed, vanished or stayed; what Ctrl+C leaves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.acceptance.conftest import Program, Typed, manual, statute

MANY = 2_000


def test_a_removed_file_is_gone_from_every_answer_at_once(govdesk: Typed, tmp_path: Path) -> None:
    manual(tmp_path / "자료" / "썰매 지침.md", "썰매는 다락에 둔다.")
    gone = manual(tmp_path / "자료" / "물지게 지침.md", "물지게는 헛간에 둔다.")
    assert govdesk("import", tmp_path / "자료") == 0
    assert govdesk("ask", "물지게는 어디에 두나요?") == 0
    assert "헛간" in govdesk.out
    gone.unlink()
    assert govdesk("import", tmp_path / "자료") == 0
    assert "그대로 1 · 빠짐 1" in govdesk.out
    assert govdesk("ask", "물지게는 어디에 두나요?", "--json") == 0
    assert "헛간" not in govdesk.out
    assert "물지게 지침" not in govdesk.out
    assert govdesk("search", "물지게 헛간") == 0
    assert "물지게" not in govdesk.out
    assert govdesk("search", "--exact", "헛간") == 0
    assert "정확히 일치 0건" in govdesk.out
    assert govdesk("show", "물지게 지침") == 1
    assert govdesk("documents", "list") == 0
    assert "물지게" not in govdesk.out


def test_a_changed_file_is_replaced_whole(govdesk: Typed, tmp_path: Path) -> None:
    path = manual(tmp_path / "자료" / "썰매 지침.md", "썰매는 다락에 둔다.\n\n## 손질\n\n날은 기름으로 닦는다.")
    assert govdesk("import", path.parent) == 0
    manual(path, "썰매는 곳간에 둔다.")
    assert govdesk("import", path.parent) == 0
    assert "새로 0 · 바뀜 1 · 그대로 0" in govdesk.out
    for words, count in (("다락", 0), ("기름으로", 0), ("곳간", 1)):
        assert govdesk("search", "--exact", words) == 0
        assert f"정확히 일치 {count}건" in govdesk.out
    assert govdesk("ask", "썰매는 어디에 두나요?") == 0
    assert "곳간" in govdesk.out
    assert "다락" not in govdesk.out
    assert govdesk("documents", "list") == 0
    assert len(govdesk.out.splitlines()) == 1


def test_unchanged_files_are_left_alone_in_no_time(govdesk: Typed, tmp_path: Path) -> None:
    for number in range(100):
        manual(tmp_path / "자료" / f"지침 {number}.md", f"{number}번 썰매는 다락에 둔다.")
    assert govdesk("import", tmp_path / "자료") == 0
    assert "새로 100" in govdesk.out
    assert govdesk("documents", "list") == 0
    before = govdesk.out
    started = time.monotonic()
    assert govdesk("import", tmp_path / "자료") == 0
    assert time.monotonic() - started < 3
    assert "새로 0 · 바뀜 0 · 그대로 100 · 빠짐 0 · 못 가져옴 0" in govdesk.out
    assert govdesk("documents", "list") == 0
    assert govdesk.out == before


def test_a_touched_file_with_the_same_words_is_unchanged(stocked: Typed, tmp_path: Path) -> None:
    path = manual(tmp_path / "자료" / "외발수레 지침.md", "외발수레는 마당에 둔다.")
    assert stocked("import", path.parent) == 0
    os.utime(path, (0, 0))
    assert stocked("import", path.parent) == 0
    assert "새로 0 · 바뀜 0 · 그대로 1" in stocked.out


def test_two_files_of_one_revision_do_not_take_turns(govdesk: Typed, tmp_path: Path) -> None:
    path = statute(tmp_path / "자료" / "가", days=15)
    other = statute(tmp_path / "자료" / "나", days=20)
    for _ in range(3):
        assert govdesk("import", tmp_path / "자료") == 0
        assert "바뀜 0" in govdesk.out
        assert govdesk("show", "돛단배 관리법 2조") == 0
        assert "15일" in govdesk.out
    assert govdesk("import", other.parent) == 0
    assert govdesk("show", "돛단배 관리법 2조") == 0
    assert "20일" in govdesk.out
    path.unlink()
    assert govdesk("import", tmp_path / "자료") == 0
    assert govdesk("show", "돛단배 관리법 2조") == 0
    assert "20일" in govdesk.out


def test_a_removed_document_comes_back_when_its_file_is_imported_again(stocked: Typed, tmp_path: Path) -> None:
    path = manual(tmp_path / "자료" / "외발수레 지침.md", "외발수레는 마당에 둔다.")
    assert stocked("import", path) == 0
    assert stocked("documents", "list") == 0
    identity = next(line.split("\t")[0] for line in stocked.out.splitlines() if "외발수레" in line)
    assert stocked("documents", "remove", identity) == 0
    assert stocked("search", "--exact", "외발수레는") == 0
    assert "정확히 일치 0건" in stocked.out
    assert stocked("documents", "remove", identity) == 1
    assert "자료가 없습니다" in stocked.err
    assert stocked("import", path) == 0
    assert "새로 1" in stocked.out


def test_removing_one_unknown_document_removes_none(stocked: Typed) -> None:
    assert stocked("documents", "list") == 0
    before = stocked.out
    known = before.split("\t")[0]
    assert stocked("documents", "remove", known, "없는 번호") == 1
    assert stocked("documents", "list") == 0
    assert stocked.out == before


def _begun(home: Path, child: subprocess.Popen[str]) -> None:
    """Wait until the import has begun to read."""
    manifest = home / "index" / "manifest.json"
    while child.poll() is None:
        if manifest.exists() and json.loads(manifest.read_text(encoding="utf-8")).get("dirty"):
            return
        time.sleep(0.01)
    raise AssertionError("the import ended too soon")


@pytest.mark.skipif(os.name != "posix", reason="sends a signal to a process group")
def test_ctrl_c_stops_an_import_which_then_goes_on(
    program: Program, govdesk: Typed, home: Path, tmp_path: Path
) -> None:
    for number in range(MANY):
        manual(tmp_path / "자료" / f"지침 {number}.md", f"{number}번 썰매는 다락에 둔다.")
    with program.start("import", tmp_path / "자료", start_new_session=True) as child:
        _begun(home, child)
        time.sleep(0.2)
        os.killpg(child.pid, signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert child.returncode == 1
    assert out == ""
    assert err == "멈췄습니다. 지금까지 저장된 것은 그대로입니다.\n"
    assert govdesk("documents", "list") == 0
    kept = len(govdesk.out.splitlines())
    assert govdesk("search", "--exact", "다락에 둔다") == 0
    assert f"정확히 일치 {kept:,}건" in govdesk.out
    assert govdesk("import", tmp_path / "자료") == 0
    assert f"새로 {MANY - kept:,} · 바뀜 0 · 그대로 {kept:,} · 빠짐 0 · 못 가져옴 0" in govdesk.out
    assert govdesk("search", "--exact", "다락에 둔다") == 0
    assert f"정확히 일치 {MANY:,}건" in govdesk.out
