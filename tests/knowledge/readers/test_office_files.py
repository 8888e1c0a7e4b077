"""Real HWP 5 and HWPX files, some known to be odd (domain.md §5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdesk.errors import FileEmpty, FilePasswordProtected
from govdesk.knowledge.model import Role
from govdesk.knowledge.readers.registry import read

pytestmark = pytest.mark.data

NAMES = [
    "B_submitted.hwpx",
    "error__20230728__test.hwpx",
    "error__20240626__no_manifest.hwpx",
    "footnote-endnote.hwp",
    "headerfooter.hwp",
    "lists.hwp",
    "mfds_admin_notice.hwpx",
    "note_example.hwpx",
    "public_official_table.hwpx",
    "reader_writer__ChangeTrack.hwpx",
    "reader_writer__HeaderFooter.hwpx",
    "reader_writer__SimpleTable.hwpx",
    "sample-5017.hwp",
    "seoul_sihaengmun.hwpx",
    "table-caption.hwp",
    "textbox.hwp",
    "tool__textextractor__Table.hwpx",
    "tool__textextractor__multipara.hwpx",
]
WITH_TABLES = ["public_official_table.hwpx", "reader_writer__SimpleTable.hwpx", "tool__textextractor__Table.hwpx"]


def test_all_twenty_files_are_accounted_for(shared_data: Path) -> None:
    found = {path.name for path in (shared_data / "documents").iterdir()}
    assert found == {*NAMES, "password-12345.hwp", "table.hwp"}


@pytest.mark.parametrize("name", NAMES)
def test_each_file_yields_text_and_a_title(shared_data: Path, name: str) -> None:
    document = read(shared_data / "documents" / name)
    assert document.kind == "한글 문서"
    assert 2 <= len(document.title) <= 80
    assert sum(len(passage.text) for passage in document.passages) >= 7
    private = [
        sign for p in document.passages for sign in p.text if "\ue000" <= sign <= "\uf8ff" or sign > "\U000effff"
    ]
    assert private == []


@pytest.mark.parametrize("name", WITH_TABLES)
def test_files_with_tables_yield_table_passages(shared_data: Path, name: str) -> None:
    assert any(passage.role is Role.TABLE for passage in read(shared_data / "documents" / name).passages)


def test_the_protected_file_is_told_from_a_broken_one(shared_data: Path) -> None:
    with pytest.raises(FilePasswordProtected):
        read(shared_data / "documents" / "password-12345.hwp")


def test_the_file_whose_table_has_only_empty_cells_is_empty(shared_data: Path) -> None:
    with pytest.raises(FileEmpty):
        read(shared_data / "documents" / "table.hwp")


def test_notes_margins_boxes_and_captions_are_reached(shared_data: Path) -> None:
    folder = shared_data / "documents"
    expected = {
        "footnote-endnote.hwp": ["(각주) ", "(미주) "],
        "headerfooter.hwp": ["Header", "Footer"],
        "textbox.hwp": ["글상자", "캡션"],
        "table-caption.hwp": ["표 위 캡션"],
        "lists.hwp": ["가. 2-1", "1. 1"],
    }
    for name, pieces in expected.items():
        text = "\n".join(f"{p.heading}\n{p.text}" for p in read(folder / name).passages)
        assert [piece for piece in pieces if piece not in text] == [], name


def test_the_official_letter_takes_its_subject_as_title_and_its_date_as_edition(shared_data: Path) -> None:
    document = read(shared_data / "documents" / "seoul_sihaengmun.hwpx")
    assert "실적 제출" in document.title
    assert document.effective is not None
    assert document.effective.year == 2025
