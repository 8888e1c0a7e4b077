"""Damaged, locked, empty, huge, misnamed and picture-only files among good ones."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from govdesk.knowledge.model import Failure
from govdesk.testing import documents, pdffile
from tests.acceptance.conftest import Typed, manual, statute

HUGE = 500_000_000

BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "깨진 워드.docx": (lambda: documents.truncated(documents.docx()), "file_damaged", "깨져 읽지 못했습니다"),
    "깨진 엑셀.xlsx": (lambda: documents.truncated(documents.xlsx()), "file_damaged", "깨져 읽지 못했습니다"),
    "깨진 한글.hwp": (lambda: documents.truncated(documents.hwp()), "file_damaged", "깨져 읽지 못했습니다"),
    "깨진 한글.hwpx": (lambda: documents.truncated(documents.hwpx()), "file_damaged", "깨져 읽지 못했습니다"),
    "깨진 피디에프.pdf": (lambda: b"%PDF-1.7\n1 0 obj", "file_damaged", "깨져 읽지 못했습니다"),
    "글이 아닌 것.txt": (lambda: bytes(range(256)) * 20, "file_damaged", "깨져 읽지 못했습니다"),
    "잠긴 피디에프.pdf": (pdffile.locked_pdf, "file_password", "암호가 걸려"),
    "잠긴 한글.hwp": (lambda: documents.hwp(flags=2), "file_password", "암호가 걸려"),
    "잠긴 엑셀.xlsx": (lambda: documents.compound("EncryptedPackage"), "file_password", "암호가 걸려"),
    "배포용.hwp": (lambda: documents.hwp(flags=4), "file_distribution_only", "배포용 문서"),
    "빈 파일.md": (lambda: b"", "file_empty", "글자가 없습니다"),
    "빈칸뿐.txt": (lambda: b" \r\n\t\r\n", "file_empty", "글자가 없습니다"),
    "그림뿐.pdf": (lambda: pdffile.image_pdf(3), "file_image_only", "그림으로만"),
    "사진.docx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "file_type_mismatch", "그림(PNG)"),
    "압축.hwpx": (lambda: documents.zipped({"안.bin": b"0"}), "file_type_mismatch", "압축(ZIP)"),
    "실행.pdf": (lambda: b"MZ" + b"\0" * 200, "file_type_mismatch", "실행 파일"),
    "옛 워드.doc": (lambda: documents.compound("WordDocument"), "file_format_old", "옛 형식(DOC)"),
    "부푸는 것.docx": (documents.bomb, "file_too_large", "너무 큽니다"),
}
"""File, code kept by the store, words on standard error."""


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Good and bad files in one folder, with one of 500 MB in every format (sparse: it takes no room)."""
    folder = tmp_path / "섞인 자료"
    statute(folder / "법령")
    manual(folder / "썰매 지침.md", "썰매는 다락에 둔다.")
    (folder / "안내.docx").write_bytes(documents.docx())
    (folder / "이름만 워드.docx").write_bytes(pdffile.pdf([["물지게는 헛간에 둔다."]]))
    (folder / "옛 글자.txt").write_bytes("외발수레는 마당에 둔다.\r\n".encode("cp949"))
    for name, (content, _, _) in BAD.items():
        (folder / name).write_bytes(content())
    for suffix in ("pdf", "docx", "xlsx", "hwp", "hwpx", "md", "txt"):
        with (folder / f"큰 파일.{suffix}").open("wb") as file:
            file.truncate(HUGE)
    return folder


def test_each_bad_file_is_named_with_its_reason_and_the_good_ones_answer(
    govdesk: Typed, mixed: Path, failures: Callable[[], list[Failure]]
) -> None:
    assert govdesk("import", mixed) == 0
    assert f"새로 5 · 바뀜 0 · 그대로 0 · 빠짐 0 · 못 가져옴 {len(BAD) + 7}" in govdesk.out
    told = dict(line.removeprefix("못 가져옴: ").split(": ", 1) for line in govdesk.err.splitlines())
    assert set(told) == {str(mixed / name) for name in BAD} | {str(path) for path in mixed.glob("큰 파일.*")}
    for name, (_, _, words) in BAD.items():
        assert words in told[str(mixed / name)]
    for path in mixed.glob("큰 파일.*"):
        assert "500 MB, 한도" in told[str(path)]

    kept = {failure.path: failure.code for failure in failures()}
    assert set(kept) == set(told)
    assert {Path(path).name: code for path, code in kept.items() if Path(path).name in BAD} == {
        name: code for name, (_, code, _) in BAD.items()
    }

    assert govdesk("documents", "list") == 0
    listed = {line.split("\t")[-1] for line in govdesk.out.splitlines()}
    assert listed == {
        "법령/돛단배 관리법 2024-03-01.md",
        "썰매 지침.md",
        "안내.docx",
        "이름만 워드.docx",
        "옛 글자.txt",
    }
    for words in ("썰매는 다락에", "출장 명령을 먼저", "물지게는 헛간에", "외발수레는 마당에", "등록 수수료"):
        assert govdesk("search", "--exact", words) == 0
        assert "정확히 일치 1건" in govdesk.out


def test_a_mended_file_is_taken_in_and_no_longer_named(
    govdesk: Typed, tmp_path: Path, failures: Callable[[], list[Failure]]
) -> None:
    folder = tmp_path / "자료"
    manual(folder / "썰매 지침.md", "썰매는 다락에 둔다.")
    (folder / "안내.docx").write_bytes(documents.truncated(documents.docx()))
    assert govdesk("import", folder) == 0
    assert [failure.code for failure in failures()] == ["file_damaged"]
    (folder / "안내.docx").write_bytes(documents.docx())
    assert govdesk("import", folder) == 0
    assert "새로 1" in govdesk.out
    assert failures() == []


def test_a_good_file_that_became_bad_keeps_its_last_good_state(govdesk: Typed, tmp_path: Path) -> None:
    path = manual(tmp_path / "자료" / "썰매 지침.md", "썰매는 다락에 둔다.")
    assert govdesk("import", path.parent) == 0
    path.write_bytes(b"")
    assert govdesk("import", path.parent) == 1
    assert "글자가 없습니다" in govdesk.err
    assert govdesk("search", "--exact", "다락") == 0
    assert "정확히 일치 1건" in govdesk.out


def test_only_bad_files_exit_with_one_and_leave_an_empty_list(govdesk: Typed, tmp_path: Path) -> None:
    (tmp_path / "자료").mkdir()
    (tmp_path / "자료" / "빈 파일.md").write_bytes(b"")
    assert govdesk("import", tmp_path / "자료") == 1
    assert "빈 파일.md" in govdesk.err
    assert govdesk("documents", "list") == 0
    assert govdesk.out == ""


@pytest.mark.skipif(os.name != "posix", reason="device files")
def test_what_is_no_ordinary_file_is_refused_and_never_waited_for(govdesk: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "자료"
    manual(folder / "썰매 지침.md", "썰매는 다락에 둔다.")
    os.mkfifo(folder / "관.txt")
    (folder / "끝없는 것.txt").symlink_to("/dev/zero")
    assert govdesk("import", folder) == 0
    assert "관.txt'에 접근하지 못했습니다" in govdesk.err
    assert "끝없는 것.txt'에 접근하지 못했습니다" in govdesk.err
    assert govdesk("import", "/dev/zero") == 1
