"""Two programs on one data folder: one writes, everybody reads."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.conftest import Program, Typed, manual

HOLD = """
import sys
from datetime import date
from govdesk.app import Desk
from govdesk.paths import DataFolder, Resources, default_home, resources
desk = Desk(DataFolder(default_home()), Resources(resources()), date.today)
assert desk.store().writable
print("held", flush=True)
sys.stdin.read()
desk.close()
"""
MANY = 300
SLOWEST_SECONDS = 5.0
"""A bound far above what reading takes, far below what the import takes that it must not wait for."""


@pytest.fixture
def holder(stocked: Typed, program: Program) -> Iterator[subprocess.Popen[str]]:
    """Another program that has opened the folder to write, as the window does."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD],
        env=program.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        yield child
        child.communicate("")


@pytest.mark.usefixtures("holder")
def test_a_second_writer_is_told_who_is_busy_and_readers_go_on(stocked: Typed, tmp_path: Path) -> None:
    assert stocked("import", manual(tmp_path / "새 지침.md", "외발수레는 마당에 둔다.")) == 1
    assert "다른 GovDesk가 이 자료 폴더에 쓰고 있습니다." in stocked.err
    assert stocked("documents", "list") == 0
    assert len(stocked.out.splitlines()) == 4
    assert stocked("documents", "remove", stocked.out.split("\t")[0]) == 1
    assert "다른 GovDesk" in stocked.err
    assert stocked("search", "썰매 다락") == 0
    assert "썰매 지침" in stocked.out
    assert stocked("search", "--exact", "등록 수수료") == 0
    assert "정확히 일치 1건" in stocked.out
    assert stocked("ask", "썰매는 어디에 두나요?") == 0
    assert "다락" in stocked.out
    assert stocked("show", "돛단배 관리법 2조") == 0
    assert "15일" in stocked.out
    lines = tmp_path / "물음.jsonl"
    lines.write_text('{"id": 1, "query": "썰매는 어디에 두나요?"}\n', encoding="utf-8")
    assert stocked("ask", "--batch", lines, "--out", tmp_path / "답.jsonl") == 0


def test_writing_is_free_again_when_the_first_program_ends(
    stocked: Typed, holder: subprocess.Popen[str], tmp_path: Path
) -> None:
    new = manual(tmp_path / "새 지침.md", "외발수레는 마당에 둔다.")
    assert stocked("import", new) == 1
    holder.kill()
    holder.wait()
    assert stocked("import", new) == 0
    assert "새로 1" in stocked.out


def test_readers_never_wait_for_a_writer_and_never_see_half_a_document(
    stocked: Typed, program: Program, tmp_path: Path
) -> None:
    for number in range(MANY):
        text = f"{number}번 외발수레는 마당에 둔다.\n\n## 손질\n\n{number}번 바퀴는 기름으로 닦는다."
        manual(tmp_path / "자료" / f"지침 {number}.md", text)
    looks = 0
    with program.start("import", tmp_path / "자료") as writer:
        while writer.poll() is None:
            started = time.monotonic()
            for arguments in (("documents", "list", "--json"), ("search", "썰매 다락"), ("show", "썰매 지침")):
                assert stocked(*arguments) == 0, stocked.err
                assert "썰매 지침" in stocked.out
            assert stocked("documents", "list", "--json") == 0
            sizes = [json.loads(line)["passages"] for line in stocked.out.splitlines() if "지침 " in line]
            assert set(sizes) <= {1, 2, 3}
            assert time.monotonic() - started < SLOWEST_SECONDS
            looks += 1
        _, err = writer.communicate()
    assert (writer.returncode, err) == (0, "")
    assert looks > 1
    for words in ("마당에 둔다", "기름으로 닦는다"):
        assert stocked("search", "--exact", words) == 0
        assert f"정확히 일치 {MANY:,}건" in stocked.out


def test_a_reader_holds_up_no_writer(stocked: Typed, program: Program, tmp_path: Path) -> None:
    lines, answers = tmp_path / "물음.jsonl", tmp_path / "답.jsonl"
    lines.write_text('{"id": 1, "query": "썰매는 어디에 두나요?"}\n' * 60, encoding="utf-8")
    with program.start("ask", "--batch", lines, "--out", answers) as reader:
        while not answers.exists() and reader.poll() is None:
            time.sleep(0.02)
        assert reader.poll() is None
        assert stocked("import", manual(tmp_path / "새 지침.md", "외발수레는 마당에 둔다.")) == 0
        assert reader.poll() is None
        reader.communicate()
    assert reader.returncode == 0
    results = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert len(results) == 60
    assert all("다락" in result["answer"] for result in results)


def test_two_first_commands_on_a_fresh_folder_both_end_well(program: Program, govdesk: Typed) -> None:
    children = [program.start("search", "정보공개 결정 기한") for _ in range(2)]
    ends = [(*child.communicate(timeout=60), child.returncode) for child in children]
    assert [(err, code) for _, err, code in ends] == [("", 0), ("", 0)]
    assert any("정보공개 처리 매뉴얼" in out for out, _, _ in ends)
    assert govdesk("search", "정보공개 결정 기한") == 0
    assert "정보공개 처리 매뉴얼" in govdesk.out
