"""The parts readers share: cutting articles, tables, headings, characters, titles, editions, archives."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdesk.errors import FileDamaged, FilePasswordProtected, FileTooLarge
from govdesk.knowledge.readers import archive, editions, headings, numbering, pdflines, tables
from govdesk.knowledge.readers.archive import SafeArchive, parse_xml
from govdesk.knowledge.readers.articles import parts
from govdesk.knowledge.readers.blocks import Block, Cell, Heading, Paragraph, Table
from govdesk.knowledge.readers.clean import clean, tidy
from govdesk.knowledge.readers.decode import decode
from govdesk.knowledge.readers.passages import assemble, split_long
from govdesk.testing import documents as made

# -- articles ---------------------------------------------------------------------------------------------------

LINES = st.lists(
    st.builds(
        "{}{}".format,
        st.sampled_from(["① ", "② ", "③ ", "㉑ ", "1. ", "2의2. ", "3. ", "가. ", "", "", "1) "]),
        st.text("가나다라 마바.", min_size=1, max_size=90),
    ),
    min_size=1,
    max_size=60,
)


@given(LINES, st.integers(40, 400))
@settings(max_examples=150, deadline=None)
def test_the_parts_of_an_article_give_the_article_again(lines: list[str], limit: int) -> None:
    text = "\n".join(lines)
    assert "\n".join(piece for _, piece in parts(text, limit)) == text


def test_parts_name_the_range_they_cover() -> None:
    items = "\n".join(f"{n}. {'낱말 ' * 40}" for n in range(1, 9))
    found = parts(f"① {'글 ' * 100}\n② 다음과 같다.\n{items}\n③ 끝.", 700)
    assert next(place for place, _ in found) == "제1항~제2항제3호"
    assert found[-1][0].endswith("~제3항")
    assert all(len(text) <= 700 for _, text in found)


def test_an_article_that_fits_is_one_part_without_a_place() -> None:
    assert parts("① 하나\n② 둘") == [("", "① 하나\n② 둘")]


# -- tables -----------------------------------------------------------------------------------------------------


def cell(row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(row, column, (Paragraph(text),), rows, columns)


def grid(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)))


def test_a_head_of_two_storeys_labels_with_both() -> None:
    head = (cell(0, 0, "구분", rows=2), cell(0, 1, "여비", columns=2), cell(1, 1, "일비"), cell(1, 2, "식비"))
    body = (cell(2, 0, "국내"), cell(2, 1, "1만원"), cell(2, 2, "2만원"))
    assert tables.lines(Table(head + body)) == ["구분: 국내 | 여비 일비: 1만원 | 여비 식비: 2만원"]


def test_a_form_of_names_and_values_has_no_head() -> None:
    assert tables.lines(grid(("행사명", "시민 걷기"), ("일시", "2026. 5. 2."))) == [
        "행사명 | 시민 걷기",
        "일시 | 2026. 5. 2.",
    ]


def test_a_first_row_of_values_is_no_head() -> None:
    assert tables.lines(grid(("총무과", "김한빛", "02-123-4567"), ("재무과", "이시험", "02-123-4568")))[0] == (
        "총무과 | 김한빛 | 02-123-4567"
    )


def test_layout_tables_are_unfolded() -> None:
    box = Table((Cell(0, 0, (Paragraph("상자 안의 글"), Paragraph("둘째 줄"))),))
    decorated = grid(("Ⅰ", "추진 배경"))
    assert list(tables.unfolded([box, decorated])) == [
        Paragraph("상자 안의 글"),
        Paragraph("둘째 줄"),
        Paragraph("Ⅰ 추진 배경"),
    ]


def test_running_text_across_the_width_splits_a_form() -> None:
    long = "이 문단은 표의 너비를 모두 차지하는 긴 글입니다. " * 5
    form = Table(
        (
            cell(0, 0, "수신"),
            cell(0, 1, "한빛시장"),
            cell(1, 0, "참조"),
            cell(1, 1, "총무과장"),
            cell(2, 0, long, columns=2),
        )
    )
    kinds = [type(block) for block in tables.unfolded([form])]
    assert kinds == [Table, Paragraph]


def test_absurd_spans_do_not_fill_the_memory() -> None:
    wide = Table((cell(0, 0, "값", rows=99_999, columns=99_999), cell(1, 0, "다른 값")))
    assert tables.lines(wide)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 4), st.integers(1, 4)), max_size=20))
@settings(max_examples=150, deadline=None)
def test_no_cell_is_lost_whatever_the_spans(places: list[tuple[int, int, int, int]]) -> None:
    unique = {(row, column): (rows, columns) for row, column, rows, columns in places}
    free: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for number, ((row, column), (rows, columns)) in enumerate(sorted(unique.items())):
        covered = {(r, c) for r in range(row, row + rows) for c in range(column, column + columns)}
        if not covered & taken:
            taken |= covered
            free.append(cell(row, column, f"값{number}번", rows, columns))
    made_of = "\n".join(p.text for p in assemble(tables.unfolded([Table(tuple(free))] if free else [])))
    assert all(item.text in made_of for item in free)


# -- headings ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("제2장 청구의 처리", 2),
        ("제1절 접수", 3),
        ("Ⅱ. 추진 방향", 2),
        ("II. 추진 방향", 2),
        ("1. 행사 개요", 4),
        ("1.2 접수 방법", 5),
        ("□ 처리 절차", 5),
        ("【서식 1】", 2),
        ("<신청 서류>", 6),
    ],
)
def test_heading_shapes(line: str, level: int) -> None:
    found = headings.shape(line)
    assert found is not None
    assert found[1] == level


@pytest.mark.parametrize(
    "line",
    [
        "1. 신청서를 창구에 내야 합니다.",
        "□ 민원이 늘고 있음",
        "1. 관련: 총무과-123호",
        "제2장의 규정은 이 경우에도 적용한다.",
        "그냥 한 줄의 글",
        "1. 두 줄로\n된 글",
    ],
)
def test_lines_that_only_look_like_headings(line: str) -> None:
    assert headings.shape(line) is None


def test_lines_of_one_shape_in_a_row_are_a_list() -> None:
    listed = [Paragraph(text) for text in ("1. 주민등록등본", "2. 통장 사본", "3. 신청서", "끝.")]
    assert list(headings.mark(listed)) == listed
    headed: list[Block] = [Paragraph(text) for text in ("1. 준비물", "등본을 가져옵니다.", "2. 장소", "창구입니다.")]
    assert [type(block) for block in headings.mark(headed)] == [Heading, Paragraph, Heading, Paragraph]


def test_a_heading_that_nothing_stands_under_is_not_lost() -> None:
    blocks = [Heading("제1장 비어 있음", 2), Heading("제2장 글", 2), Paragraph("글"), Heading("제3장 끝", 2)]
    assert [p.text for p in assemble(blocks)] == ["제1장 비어 있음", "글", "제3장 끝"]


def test_a_caption_above_a_table_becomes_its_heading() -> None:
    table = grid(("구분", "일비", "비고"), ("국내", "1만원", "-"))
    passages = assemble([Paragraph("표창은 따로 줍니다"), Paragraph("<표 3> 여비 기준"), table])
    assert [(p.heading, p.text) for p in passages] == [
        ("", "표창은 따로 줍니다"),
        ("<표 3> 여비 기준", "구분: 국내 | 일비: 1만원 | 비고: -"),
    ]


@given(st.text("가나다 .\n", min_size=1, max_size=4_000), st.integers(50, 900))
@settings(max_examples=100, deadline=None)
def test_long_text_is_cut_without_losing_a_letter(text: str, limit: int) -> None:
    pieces = split_long(text, limit)
    assert all(len(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


# -- numbers, characters ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (15, "HANGUL_SYLLABLE", "거"),
        (3, "ganada", "다"),
        (4, "CIRCLED_DIGIT", "④"),
        (14, "ROMAN_CAPITAL", "XIV"),
        (9, "lowerRoman", "ix"),
        (2, "LATIN_SMALL", "b"),
        (7, "decimal", "7"),
        (500, "ganada", "500"),
    ],
)
def test_numerals(number: int, form: str, shown: str) -> None:
    assert numbering.numeral(number, form) == shown


def test_private_glyphs_are_mapped_or_dropped() -> None:
    assert clean("\uf06e 항목 \U000f02b2 \U000f02ba\U000f02c4 \ue123끝\x07\u200b") == "■ 항목 ② ⑪ 끝"
    assert clean("\U000f02bb\U000f02c8") == "25"


def test_decomposed_hangul_is_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "한글 편람")) == "한글 편람"


def test_line_ends_and_spaces_are_tidied() -> None:
    assert tidy("가\r\n나\u00a0다   라 \n\n") == "가\n나 다  라"


def test_bytes_that_are_no_text_are_told() -> None:
    assert decode(bytes(range(256)) * 4) is None
    assert decode("한글".encode("cp949")) == "한글"
    assert decode(b"\xff\xfe\x00\xd8") is None


def test_a_broken_byte_costs_one_character_and_not_the_file() -> None:
    for encoding in ("utf-8", "cp949"):
        data = ("한빛시 당직 안내입니다. " * 40).encode(encoding) + b"\xff" + "끝입니다.".encode(encoding)
        text = decode(data)
        assert text is not None
        assert text.endswith("끝입니다.")
        assert text.count("\ufffd") == 1


# -- titles and editions ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("정보공개 편람(2026. 3.)", date(2026, 3, 1)),
        ("정보공개 편람 2026년판", date(2026, 1, 1)),
        ("정보공개편람_2026-03-15", date(2026, 3, 15)),
        ("정보공개편람_20260315_최종", date(2026, 3, 15)),
        ("여비 지침(2025.12.1. 개정)", date(2025, 12, 1)),
        ("여비 지침 2025년 6월", date(2025, 6, 1)),
        ("2026년도 예산 지침", date(2026, 1, 1)),
        ("지침 제2026호", None),
        ("여비 지침", None),
        ("2026. 13. 40.", None),
    ],
)
def test_edition_dates_in_titles(text: str, day: date | None) -> None:
    assert editions.dated(text) == day


def test_an_edition_on_the_first_page() -> None:
    path = Path("편람.pdf")
    assert editions.edition_of("편람", path, ["당직 편람", "개정일: 2026. 3. 2."]) == date(2026, 3, 2)
    assert editions.edition_of("편람", path, ["당직 편람", "2025. 11.", "총무과"]) == date(2025, 11, 1)
    assert editions.edition_of("편람", path, ["회의는 2025. 11. 3. 열린다."]) is None


def test_a_decomposed_file_name_gives_a_composed_title() -> None:
    name = unicodedata.normalize("NFD", "당직_편람.pdf")
    assert editions.title_of(Path(name), "", ["아무 글"], []) == "당직 편람"


def test_the_subject_of_an_official_letter_is_its_title() -> None:
    assert editions.title_of(Path("a.hwp"), "", ["수신", "한빛시장", "제목", "당직 실적 제출"], []) == "당직 실적 제출"
    assert editions.title_of(Path("a.hwp"), "", ["제  목   당직 실적 제출"], []) == "당직 실적 제출"


def test_a_file_name_without_hangul_gives_way_to_the_first_line() -> None:
    lines = ["보도자료", "2026. 3. 2.(월) 12:00", "한빛시 걷기 행사 안내 및", "교통 대책", "글입니다."]
    assert editions.title_of(Path("scan01.pdf"), "Untitled", lines, lines) == "한빛시 걷기 행사 안내 및 교통 대책"
    assert editions.title_of(Path("scan01.pdf"), "", ["12", "34"], ["12", "34"]) == "scan01"


# -- PDF lines --------------------------------------------------------------------------------------------------


def test_kept_spaces_tell_broken_words_from_broken_lines() -> None:
    wide = "가나다라마바사아자차카타파하가나다라마바사아자차"
    kept = list(pdflines.paragraphs([[wide + " ", wide, "끝납니다."]]))
    assert [p.text for p in kept] == [f"{wide} {wide}끝납니다."]


def test_pages_of_nothing_but_repeated_lines_keep_them_and_page_numbers_go() -> None:
    slides = [["한빛시", "걷기 행사", f"- {n} -"] for n in range(1, 5)]
    assert pdflines.without_running_heads(slides) == [["한빛시", "걷기 행사"]] * 4
    assert pdflines.without_running_heads([["- 1 -"], ["2 / 3"], ["iii"]]) == [[], [], []]


def test_hangul_stored_as_latin_is_recovered() -> None:
    stored = ("한빛시 당직 편람입니다. " * 3).encode("cp949").decode("latin-1")
    assert pdflines.recovered(stored) == "한빛시 당직 편람입니다. " * 3
    assert pdflines.recovered("Café à la carte " * 5) == "Café à la carte " * 5


# -- archives ---------------------------------------------------------------------------------------------------


def test_an_archive_with_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 3)
    with pytest.raises(FileDamaged):
        SafeArchive(Path("a"), made.zipped({f"p{n}": "x" for n in range(4)}))


def test_a_part_that_is_larger_than_it_says_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART", 100)
    with pytest.raises(FileTooLarge):
        SafeArchive(Path("a"), made.zipped({"p": "x" * 200})).read("p")


def test_an_encrypted_part_is_password_protected() -> None:
    data = bytearray(made.zipped({"word/document.xml": "<x/>"}))
    central = data.rfind(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    with pytest.raises(FilePasswordProtected):
        SafeArchive(Path("a"), bytes(data))


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16-le"),
        b'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    ],
)
def test_xml_with_a_document_type_is_refused(xml: bytes) -> None:
    with pytest.raises(ValueError, match="DTD"):
        parse_xml(xml)


def test_stray_control_characters_in_xml_are_dropped() -> None:
    assert parse_xml(b"<a>x\x02y</a>").text == "xy"
