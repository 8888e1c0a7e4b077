"""A data folder that cannot be used, an index that is damaged, settings and a policy that are broken."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.conftest import Program, Typed, manual

READING = (
    ("documents", "list"),
    ("search", "썰매 다락"),
    ("search", "--exact", "다락"),
    ("show", "썰매 지침"),
    ("ask", "썰매는 어디에 두나요?"),
)
REFUSED = "자료 폴더를 쓸 수 없습니다"
DAMAGED = "자료 색인을 열지 못했습니다"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return manual(tmp_path / "새 자료" / "외발수레 지침.md", "외발수레는 마당에 둔다.")


def test_a_file_where_the_folder_should_be_is_named_and_left_alone(govdesk: Typed, home: Path, new: Path) -> None:
    home.write_text("내 메모", encoding="utf-8")
    for command in (*READING, ("import", new), ("documents", "remove", "1")):
        assert govdesk(*command) == 1
        assert REFUSED in govdesk.err
        assert str(home) in govdesk.err
    assert home.read_text(encoding="utf-8") == "내 메모"


def test_a_file_in_the_way_of_the_folder_is_named(
    govdesk: Typed, tmp_path: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "메모").write_text("내 메모", encoding="utf-8")
    monkeypatch.setenv("GOVDESK_HOME", str(tmp_path / "메모" / "집"))
    for command in (*READING, ("import", new)):
        assert govdesk(*command) == 1
        assert REFUSED in govdesk.err


@pytest.mark.parametrize("name", ["index", "writer.lock"])
def test_something_else_in_the_place_of_a_part_is_named(govdesk: Typed, home: Path, new: Path, name: str) -> None:
    home.mkdir()
    if name == "index":
        (home / name).write_text("내 메모", encoding="utf-8")
    else:
        (home / name).mkdir()
    assert govdesk("import", new) == 1
    assert REFUSED in govdesk.err


def test_only_looking_makes_no_folder(govdesk: Typed, home: Path) -> None:
    assert govdesk("documents", "list") == 0
    assert govdesk.out == ""
    assert not home.exists()


@pytest.mark.usefixtures("permissions_hold")
def test_a_folder_without_permission_to_write_is_named_and_still_read(
    stocked: Typed, home: Path, program: Program, new: Path
) -> None:
    assert stocked("search", "--exact", "다락") == 0
    everything = [home, *home.rglob("*")]
    modes = {path: path.stat().st_mode for path in everything}
    try:
        for path in everything:
            path.chmod(0o555 if path.is_dir() else 0o444)
        code, out, err = program("import", new, powerless=True)
        assert (code, out) == (1, "")
        assert REFUSED in err
        code, out, err = program("search", "--exact", "다락", powerless=True)
        assert (code, err) == (0, "")
        assert "정확히 일치 1건" in out
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.mark.usefixtures("permissions_hold")
def test_where_no_folder_may_be_made_the_reason_is_given(
    tmp_path: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "남의 폴더"
    closed.mkdir()
    closed.chmod(0o555)
    program = Program(closed / "집")
    try:
        for command in (("import", new), ("ask", "썰매는 어디에 두나요?")):
            code, out, err = program(*command, powerless=True)
            assert (code, out) == (1, "")
            assert REFUSED in err
    finally:
        closed.chmod(0o755)


def cut(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


HARM: dict[str, Callable[[Path], None]] = {
    "deleted": Path.unlink,
    "emptied": lambda path: path.write_bytes(b"") and None,
    "cut": cut,
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
@pytest.mark.parametrize("part", ["passages", "documents"])
def test_an_index_that_lost_its_data_says_what_to_do(
    stocked: Typed, home: Path, new: Path, part: str, harm: Callable[[Path], None]
) -> None:
    for path in (home / "index" / f"{part}.lance" / "data").glob("*.lance"):
        harm(path)
    said = [(stocked(*command), stocked.err) for command in (*READING, ("import", new))]
    assert all((code == 1) == (DAMAGED in err) for code, err in said)
    assert any(code == 1 for code, _ in said)
    assert all("이름을 바꾸어 두고" in err for code, err in said if code)


@pytest.mark.parametrize("content", [b"", b'{"schema": "?"}', b"\xff\xfe\x00"])
def test_a_broken_manifest_is_a_damaged_index(stocked: Typed, home: Path, new: Path, content: bytes) -> None:
    (home / "index" / "manifest.json").write_bytes(content)
    for command in (*READING, ("import", new)):
        assert stocked(*command) == 1
        assert DAMAGED in stocked.err
    (home / "index").rename(home / "옛 색인")
    assert stocked("import", new) == 0
    assert stocked("search", "--exact", "마당에") == 0
    assert "정확히 일치 1건" in stocked.out


def test_a_folder_of_a_later_version_is_refused_and_left_alone(stocked: Typed, home: Path, new: Path) -> None:
    manifest = home / "index" / "manifest.json"
    manifest.write_text(json.dumps({"schema": 99}), encoding="utf-8")
    for command in (("documents", "list"), ("import", new)):
        assert stocked(*command) == 1
        assert "더 새로운 GovDesk" in stocked.err
    assert json.loads(manifest.read_text(encoding="utf-8")) == {"schema": 99}


@pytest.mark.parametrize("content", [b"{broken", b"", b"[]", b"\xff\xfe\x00", b'{"values": {"search": {"limit": -1}}}'])
def test_a_broken_settings_file_is_kept_reported_and_replaced_by_defaults(
    stocked: Typed, home: Path, content: bytes
) -> None:
    (home / "settings.json").write_bytes(content)
    assert stocked("show", "썰매 지침") == 0
    assert "다락" in stocked.out
    assert "설정 파일을 읽지 못해 기본값을 씁니다" in stocked.err
    (kept,) = home.glob("settings.broken-*.json")
    assert kept.read_bytes() == content
    assert kept.name in stocked.err
    assert stocked("show", "썰매 지침") == 0
    assert stocked.err == ""


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b'{"nothing": {}}', b'{"chat": {"history_days": 0}}', b"[" * 99_999]
)
def test_a_broken_office_policy_stops_with_its_name(
    stocked: Typed, tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "기관 정책.json"
    policy.write_bytes(content)
    monkeypatch.setenv("GOVDESK_POLICY", str(policy))
    for command in (("documents", "list"), ("ask", "썰매는 어디에 두나요?")):
        assert stocked(*command) == 1
        assert "기관 정책.json" in stocked.err
        assert "전산 담당자에게" in stocked.err
        assert stocked.out == ""
    policy.unlink()
    assert stocked("documents", "list") == 0


def test_a_lost_index_is_an_empty_one_and_nothing_else_is_touched(stocked: Typed, home: Path, new: Path) -> None:
    (home / "settings.json").write_text("{}", encoding="utf-8")
    shutil.rmtree(home / "index")
    assert stocked("documents", "list") == 0
    assert stocked.out == ""
    assert stocked("import", new) == 0
    assert (home / "settings.json").read_text(encoding="utf-8") == "{}"
