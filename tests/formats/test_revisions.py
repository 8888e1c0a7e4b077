"""The official table of old and new articles, and its files read back."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from govdesk.errors import InputInvalid, OutputRefused
from govdesk.formats.export import export
from govdesk.formats.revisions import Paragraph, Sheet, sheet
from govdesk.knowledge.readers.registry import read
from govdesk.law.comparison import compare
from govdesk.law.model import Article, Number

OLD = "① 시장은 화분에 물을 준다.\n② 볕을 쬔다.\n③ 거름을 준다.\n④ 흙을 고른다."
NEW = "① 시장은 화분에 찬물을 준다.\n② 볕을 쬔다.\n③ 거름을 준다.\n④ 바람을 막아 준다.\n⑤ 흙을 고른다."


def article(number: int, title: str, text: str) -> Article:
    return Article(Number(number), title, (), text)


@pytest.fixture
def table() -> Sheet:
    old = [article(1, "물", OLD), article(2, "그늘", "한여름에는 그늘에 둔다."), article(3, "이름", "이름을 붙인다.")]
    new = [article(1, "물", NEW), article(3, "이름", "이름을 붙인다."), article(4, "노래", "아침마다 노래를 들려준다.")]
    found = replace(compare(old, new), reasons={"제1조": "물을 차게 함"})
    return sheet(found, "화분법 신ㆍ구조문대비표", "현행", "개정")


def told(side: Paragraph) -> str:
    return "".join(f"_{run.text}_" if run.underlined else run.text for run in side)


def test_the_table_follows_the_custom_of_bills(table: Sheet) -> None:
    assert [(told(line.left), told(line.right)) for line in table.lines] == [
        ("제1조(물)", "제1조(물)"),
        ("① 시장은 화분에 _물을_ 준다.", "① ------_찬물을_---"),
        ("② ∼ ③ (생  략)", "② ∼ ③ (현행과 같음)"),
        ("<신  설>", "④ _바람을 막아 준다._"),
        ("④ (생  략)", "_⑤_ (현행 제4항과 같음)"),
        ("_제2조(그늘)_", "<삭  제>"),
        ("_한여름에는 그늘에 둔다._", ""),
        ("<신  설>", "_제4조(노래)_"),
        ("", "_아침마다 노래를 들려준다._"),
    ]
    assert table.note == "조문 고침 1, 신설 1, 삭제 1"
    assert table.lines[0].reason == "물을 차게 함"


@pytest.mark.parametrize("name", ["대비표.docx", "대비표.hwpx", "한글 이름 (2).DOCX"])
def test_the_files_are_read_back_with_all_their_words(table: Sheet, tmp_path: Path, name: str) -> None:
    export(table, tmp_path / name)
    text = "\n".join(passage.text for passage in read(tmp_path / name).passages).replace("\u00a0", " ")
    for words in ("시장은 화분에 물을 준다.", "바람을 막아 준다.", "(현행 제4항과 같음)", "물을 차게 함"):
        assert words in text


def test_changed_words_are_underlined_in_word(table: Sheet, tmp_path: Path) -> None:
    from docx import Document

    export(table, tmp_path / "표.docx")
    document = Document(BytesIO((tmp_path / "표.docx").read_bytes()))
    runs = [run for row in document.tables[0].rows for cell in row.cells for run in cell.paragraphs[0].runs]
    assert {run.text for run in runs if run.underline} >= {"물을", "찬물을", "바람을 막아 준다."}


def test_another_ending_and_a_folder_that_refuses_are_told(table: Sheet, tmp_path: Path) -> None:
    with pytest.raises(InputInvalid):
        export(table, tmp_path / "표.pdf")
    (tmp_path / "파일").write_text("", encoding="utf-8")
    with pytest.raises(OutputRefused):
        export(table, tmp_path / "파일" / "표.docx")


def test_nothing_changed_is_said() -> None:
    one = [article(1, "물", OLD)]
    empty = sheet(compare(one, one), "화분법", "현행", "개정")
    assert (empty.lines, empty.note, empty.reasons) == ((), "바뀐 조문이 없습니다", False)
