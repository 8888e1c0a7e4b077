"""What is printed: Korean code pages, closed and full outputs, and no traceback whatever happens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import Program, Typed, manual


def test_a_korean_code_page_loses_single_signs_and_no_command(asked: Typed, program: Program, tmp_path: Path) -> None:
    program.environment |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp949", "GOVDESK_HOME": os.environ["GOVDESK_HOME"]}
    for arguments, words in (
        (("show", "돛단배 관리법 2조"), "돛단배를 모는 사람은"),
        (("search", "썰매", "--as-of", "언젠가 🙂"), "'언젠가 ?'은(는) 날짜가 아닙니다"),
    ):
        child = subprocess.run(
            [sys.executable, "-m", "govdesk", *arguments], env=program.environment, capture_output=True, check=False
        )
        printed = (child.stdout + child.stderr).decode("cp949")
        assert words in printed
        assert "Traceback" not in printed


def test_json_is_always_utf_8(asked: Typed, program: Program) -> None:
    program.environment |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp949", "GOVDESK_HOME": os.environ["GOVDESK_HOME"]}
    code, out, err = program("documents", "list", "--json")
    assert (code, err) == (0, "")
    assert "돛단배 관리법" in out


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_has_seen_enough_ends_the_command_quietly(
    stocked: Typed, program: Program, tmp_path: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with program.start("documents", "list", stdout=writing) as child:
        os.close(writing)
        _, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_without_room_is_told(stocked: Typed, program: Program) -> None:
    with Path("/dev/full").open("w") as full:
        code, _, err = program("documents", "list", stdout=full)
    assert code == 1
    assert err == "오류: 결과를 내보내지 못했습니다. 디스크에 자리가 있는지 확인한 뒤 다시 하세요.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_results_without_room_are_told(asked: Typed, tmp_path: Path) -> None:
    source = tmp_path / "물음.jsonl"
    source.write_text('{"id": 1, "query": "썰매"}\n', encoding="utf-8")
    assert asked("search", "--batch", source, "--out", "/dev/full") == 1
    assert "디스크가 가득 차" in asked.err


FAULT = """
import sys
from govdesk.__main__ import main
import govdesk.cli.show
def fail(*_): raise ZeroDivisionError("비밀스러운 질문")
govdesk.cli.show.opening.reading = fail
sys.exit(main(["show", "비밀스러운 질문"]))
"""


def test_a_fault_of_the_program_goes_to_the_log_and_not_to_the_person(home: Path, program: Program) -> None:
    child = subprocess.run(
        [sys.executable, "-c", FAULT], env=program.environment, capture_output=True, encoding="utf-8", check=False
    )
    assert child.returncode == 1
    assert child.stdout == ""
    log = home / "logs" / "errors.log"
    assert child.stderr == (
        "예상하지 못한 문제가 생겼습니다. 저장된 것은 그대로입니다. "
        f"되풀이되면 기록 파일({log})을 전산 담당자에게 보내 주세요.\n"
    )
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    assert "비밀스러운" not in written


def test_usage_is_explained_in_korean(govdesk: Typed) -> None:
    for arguments, words in (
        (("없는명령",), "'없는명령'은(는) 없습니다. 고를 수 있는 것: 'import'"),
        (("documents",), "빠진 것이 있습니다: 할일"),
        (("search", "연가", "일수"), "빈칸이 든 말은 따옴표로"),
        (("search", "연가", "-k"), "-k 뒤에 값이 있어야 합니다."),
        (("search", "연가", "-k", "0"), "-k: 1 이상의 수를 적으세요."),
        (("search", "연가", "--collection", "없음"), "고를 수 있는 것: 'statutes'"),
        (("search", "연가", "--ex"), "여럿을 뜻할 수 있습니다"),
        (("ask", "연가", "--json=참"), "--json에는 값을 적지 않습니다."),
        (("import",), "빠진 것이 있습니다: 경로"),
    ):
        assert govdesk(*arguments) == 2
        assert govdesk.err.startswith("쓰는 법: govdesk")
        assert words in govdesk.err
        assert govdesk.out == ""


def test_an_evaluation_folder_without_questions_is_named(asked: Typed, tmp_path: Path) -> None:
    assert asked("eval", tmp_path) == 1
    assert "평가 자료" in asked.err
    (tmp_path / "questions.jsonl").write_text('{"query": "번호 없는 물음"}\n', encoding="utf-8")
    assert asked("eval", tmp_path) == 1
    assert "questions.jsonl" in asked.err


def test_a_manual_with_every_sign_of_the_first_plane_is_printed(govdesk: Typed, tmp_path: Path) -> None:
    signs = "".join(chr(code) for code in range(0x2000, 0x2070) if chr(code).isprintable())
    assert govdesk("import", manual(tmp_path / "부호 지침.md", f"부호는 {signs} 들이다.")) == 0
    assert govdesk("show", "부호 지침") == 0
    assert "부호는" in govdesk.out
