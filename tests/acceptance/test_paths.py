"""Paths of every kind: Hangul, blanks, three hundred characters, links in circles, names no one can read."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from govdesk.knowledge.model import Failure
from tests.acceptance.conftest import Program, Typed, manual

LONG = "가나다라 마바사 (최종) 1"


@pytest.fixture
def far(tmp_path: Path) -> Path:
    """A folder whose path has Hangul, blanks and more than three hundred characters."""
    folder = tmp_path / "한글 폴더"
    while len(str(folder)) < 300:
        folder /= LONG
    return folder


def test_a_path_of_three_hundred_characters_with_hangul_and_blanks_is_taken_in(
    govdesk: Typed, far: Path, tmp_path: Path
) -> None:
    manual(far / "썰매 지침.md", "썰매는 다락에 둔다.")
    assert govdesk("import", tmp_path / "한글 폴더") == 0
    assert govdesk("ask", "썰매는 어디에 두나요?") == 0
    assert "다락" in govdesk.out
    assert govdesk("import", far / "썰매 지침.md") == 0
    assert "그대로 1" in govdesk.out


def test_the_data_folder_may_lie_as_far_away(
    far: Path, tmp_path: Path, govdesk: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVDESK_HOME", str(far / "집"))
    assert govdesk("import", manual(tmp_path / "썰매 지침.md", "썰매는 다락에 둔다.")) == 0
    assert govdesk("search", "--exact", "다락") == 0
    assert "정확히 일치 1건" in govdesk.out


def test_decomposed_names_are_found_by_what_is_read(govdesk: Typed, tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "썰매 지침.txt")
    (tmp_path / "자료").mkdir()
    (tmp_path / "자료" / name).write_text("썰매는 다락에 둔다.\n", encoding="utf-8")
    assert govdesk("import", tmp_path / "자료") == 0
    for typed in ("썰매 지침", unicodedata.normalize("NFD", "썰매 지침")):
        assert govdesk("show", typed) == 0
        assert "다락" in govdesk.out
    assert govdesk("documents", "list") == 0
    assert govdesk.out.rstrip().endswith("\t썰매 지침.txt")
    assert govdesk("import", tmp_path / "자료") == 0
    assert "그대로 1" in govdesk.out


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
def test_odd_names_are_taken_in_and_shown_on_one_line(govdesk: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "자료"
    manual(folder / "줄\n바꿈\x1b[31m 지침.md", "썰매는 다락에 둔다.", title="썰매 지침")
    manual(folder / '따옴표\'s "지침"; DROP.md', "물지게는 헛간에 둔다.")
    (folder / "나쁜\n것\x1b[2J.docx").write_bytes(b"PK\x03\x04")
    assert govdesk("import", folder) == 0
    assert "새로 2" in govdesk.out
    assert len(govdesk.err.splitlines()) == 1
    assert govdesk("documents", "list") == 0
    assert [len(line.split("\t")) for line in govdesk.out.splitlines()] == [7, 7]
    for printed in (govdesk.out, govdesk.err):
        assert "\x1b" not in printed
    assert govdesk("search", "--exact", "헛간") == 0
    assert "정확히 일치 1건" in govdesk.out


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
def test_a_name_that_is_no_text_is_named_and_the_others_go_on(govdesk: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "자료"
    manual(folder / "썰매 지침.md", "썰매는 다락에 둔다.")
    try:
        (Path(os.fsdecode(os.fsencode(folder) + b"/\xb3\xaa.md"))).write_text("# 나\n\n물지게\n", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    assert govdesk("import", folder) == 0
    assert "이름에 글자가 아닌 것이 있어" in govdesk.err
    assert "새로 1" in govdesk.out
    assert govdesk("import", folder) == 0
    assert "그대로 1" in govdesk.out


@pytest.mark.skipif(os.name != "posix", reason="links need no permission there only")
def test_links_in_circles_and_into_nothing_do_no_harm(govdesk: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "자료"
    manual(folder / "안" / "썰매 지침.md", "썰매는 다락에 둔다.")
    (folder / "안" / "위로").symlink_to(folder)
    (folder / "자기.md").symlink_to(folder / "자기.md")
    (folder / "없음.md").symlink_to(tmp_path / "없는 곳")
    assert govdesk("import", folder) == 0
    assert "새로 1" in govdesk.out
    assert len(govdesk.err.splitlines()) == 2
    assert govdesk("import", folder / "자기.md") == 1
    assert "찾을 수 없습니다" in govdesk.err


@pytest.mark.skipif(os.name != "posix", reason="paths of that length")
def test_folders_a_thousand_deep_are_looked_through(
    govdesk: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "깊은 곳").mkdir()
    monkeypatch.chdir(tmp_path / "깊은 곳")
    for _ in range(1_050):
        Path("d").mkdir()
        os.chdir("d")
    Path("썰매 지침.md").write_text("# 썰매 지침\n\n썰매는 다락에 둔다.\n", encoding="utf-8")
    for _ in range(1_200):  # beyond what a path may have, where only what is too deep is left out
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(tmp_path)
    assert govdesk("import", tmp_path / "깊은 곳") == 0
    assert "새로 1 · 바뀜 0 · 그대로 0 · 빠짐 0 · 못 가져옴 1" in govdesk.out
    assert govdesk("import", tmp_path / "깊은 곳") == 0
    assert "그대로 1 · 빠짐 0 · 못 가져옴 1" in govdesk.out
    os.system(f"rm -rf '{tmp_path / '깊은 곳'}'")  # shutil.rmtree calls itself for each level


def test_paths_that_lead_nowhere_are_told_in_one_line(govdesk: Typed, tmp_path: Path) -> None:
    for path in (tmp_path / "없는 폴더", tmp_path / ("긴" * 300), "널\x00문자", "x" * 5_000):
        assert govdesk("import", path) == 1
        assert "찾을 수 없습니다" in govdesk.err
        assert len(govdesk.err.splitlines()) == 1
    assert govdesk("import", "") == 2


@pytest.mark.usefixtures("permissions_hold")
def test_what_may_not_be_read_is_named_and_the_others_are_taken_in(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "자료"
    manual(folder / "썰매 지침.md", "썰매는 다락에 둔다.")
    manual(folder / "잠긴 폴더" / "물지게 지침.md", "물지게는 헛간에 둔다.")
    locked = manual(folder / "잠긴 지침.md", "외발수레는 마당에 둔다.")
    try:
        (folder / "잠긴 폴더").chmod(0)
        locked.chmod(0)
        code, out, err = program("import", folder, powerless=True)
    finally:
        (folder / "잠긴 폴더").chmod(0o700)
        locked.chmod(0o600)
    assert code == 0
    assert "새로 1 · 바뀜 0 · 그대로 0 · 빠짐 0 · 못 가져옴 2" in out
    assert "잠긴 폴더'에 접근하지 못했습니다" in err
    assert "잠긴 지침.md'에 접근하지 못했습니다" in err
    assert "읽기 권한이 있는지" in err


@pytest.mark.usefixtures("permissions_hold")
def test_what_went_out_of_sight_is_neither_forgotten_nor_in_the_way(
    stocked: Typed, program: Program, failures: Callable[[], list[Failure]], tmp_path: Path
) -> None:
    hidden = manual(tmp_path / "남의 자료" / "외발수레 지침.md", "외발수레는 마당에 둔다.")
    (hidden.parent / "빈 파일.md").write_bytes(b"")
    assert stocked("import", hidden.parent) == 0
    manual(tmp_path / "남의 자료" / "안" / "지게 지침.md", "지게는 광에 둔다.")
    assert stocked("import", hidden.parent / "안") == 0
    twin = manual(tmp_path / "내 자료" / "외발수레 지침.md", "외발수레는 마당에 둔다.")
    try:
        hidden.parent.chmod(0)
        code, out, err = program("import", hidden.parent, twin.parent, powerless=True)
    finally:
        hidden.parent.chmod(0o700)
    assert code == 0
    assert "그대로 1 · 빠짐 0 · 못 가져옴 1" in out
    assert "남의 자료'에 접근하지 못했습니다" in err
    assert {Path(failure.path).name for failure in failures()} == {"빈 파일.md", "남의 자료"}
    for words in ("외발수레는 마당에", "지게는 광에"):
        assert stocked("search", "--exact", words) == 0
        assert "정확히 일치 1건" in stocked.out
