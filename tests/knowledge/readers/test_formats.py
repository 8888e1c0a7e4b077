"""What each format yields, on invented documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from govdesk.knowledge.model import ParsedDocument, ParsedPassage, Role
from govdesk.knowledge.readers.registry import read
from govdesk.testing import documents as made
from govdesk.testing import pdffile


def parsed(folder: Path, name: str, data: bytes | str) -> ParsedDocument:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read(path)


def under(document: ParsedDocument, heading: str) -> list[ParsedPassage]:
    return [passage for passage in document.passages if passage.heading == heading]


def everything(document: ParsedDocument) -> str:
    return "\n".join(passage.text for passage in document.passages)


# -- statutes ---------------------------------------------------------------------------------------------------


def test_a_statute_gives_articles_supplements_and_annex_titles(tmp_path: Path) -> None:
    document = parsed(tmp_path, "이름과 다른 파일.md", made.STATUTE)
    assert document.is_statute
    assert (document.series, document.title, document.kind) == ("990001", "한빛시험법", "법률")
    assert (document.effective, document.promulgated) == (date(2026, 6, 1), date(2025, 12, 1))
    assert document.ministries == ("한빛부",)
    assert [(p.role, p.article, p.heading) for p in document.passages] == [
        (Role.ARTICLE, "제1조", "목적"),
        (Role.ARTICLE, "제2조", "시험의 종류"),
        (Role.ARTICLE, "제3조", ""),
        (Role.SUPPLEMENT, "", "부칙 <제1호, 2025. 12. 1.>"),
        (Role.ANNEX, "", "별표 1"),
    ]
    assert document.passages[0].path == ("제1장 총칙",)
    assert document.passages[2].text.startswith("삭제")
    assert document.passages[4].text == "시험 수수료(제3조 관련)"


def test_a_long_article_is_cut_at_its_paragraphs(tmp_path: Path) -> None:
    long = "".join(f"\n**{sign}** {'담당자는 시험 결과를 알린다. ' * 30}\n" for sign in "①②③④⑤")
    text = made.STATUTE.replace("**②** 시장은 시험의 이름을 바꿀 수 있다.", "").replace(
        "이 법은 한빛시의 시험 문서를 정하는 것을 목적으로 한다.", long
    )
    parts = [p for p in parsed(tmp_path, "긴 법.md", text).passages if p.article == "제1조"]
    assert [p.place for p in parts] == ["제1항~제2항", "제3항~제4항", "제5항"]
    assert all(p.heading == "목적" and len(p.text) <= 1_500 for p in parts)


# -- Markdown ---------------------------------------------------------------------------------------------------


def test_a_manual_keeps_its_field_list_in_one_passage(tmp_path: Path) -> None:
    document = parsed(tmp_path, "파일 이름.md", made.MANUAL)
    assert (document.title, document.effective) == ("한빛시 시험 매뉴얼", date(2026, 7, 1))
    assert document.ministries == ("한빛시 총무과",)
    (section,) = under(document, "1.1 신청서를 받았을 때")
    assert section.path == ("1. 접수",)
    assert section.text.split("\n") == [
        "신청서가 들어오면 그날 접수합니다.",
        "- 근거: 「한빛시험법」 제2조제1항",
        "- 절차: 1) 이름을 봅니다. 2) 번호를 붙입니다.",
        "- 기한: 3일",
    ]


def test_a_pipe_table_becomes_labelled_rows(tmp_path: Path) -> None:
    (table,) = (p for p in parsed(tmp_path, "a.md", made.MANUAL).passages if p.role is Role.TABLE)
    assert table.heading == "2. 수수료"
    assert table.text == "구분: 읽기 | 금액: 1,000원 | 비고: 현금\n구분: 쓰기 | 금액: 2,000원 | 비고: 카드"


def test_markdown_without_frontmatter_takes_its_first_heading_as_title(tmp_path: Path) -> None:
    document = parsed(tmp_path, "b.md", "# 당직 안내(2025년판)\n\n글입니다.\n")
    assert (document.title, document.effective) == ("당직 안내(2025년판)", date(2025, 1, 1))
    assert document.passages[0].path == ()


def test_a_long_section_is_cut_at_paragraphs_under_the_same_heading(tmp_path: Path) -> None:
    paragraphs = "\n\n".join(f"{n}번째 문단입니다. " + "담당자는 내용을 확인합니다. " * 20 for n in range(9))
    pieces = under(parsed(tmp_path, "c.md", f"# 글\n\n## 긴 절\n\n{paragraphs}\n"), "긴 절")
    assert len(pieces) > 3
    assert all(len(piece.text) <= 1_500 for piece in pieces)
    assert [n for n in range(9) if f"{n}번째 문단" in "".join(p.text for p in pieces)] == list(range(9))


def test_broken_frontmatter_is_read_as_text(tmp_path: Path) -> None:
    document = parsed(tmp_path, "당직 안내.md", "---\ntitle: [\n---\n본문입니다.\n")
    assert "본문입니다." in everything(document)


def test_a_frontmatter_cannot_make_objects(tmp_path: Path) -> None:
    text = "---\ntitle: !!python/object/apply:os.getcwd []\n---\n본문입니다.\n"
    assert "본문입니다." in everything(parsed(tmp_path, "당직 안내.md", text))


# -- text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_every_encoding_of_korean_offices(tmp_path: Path, encoding: str) -> None:
    document = parsed(tmp_path, "안내.txt", made.TEXT.encode(encoding))
    assert [p.heading for p in document.passages] == ["", "1. 신청 방법", "2. 처리 기간"]
    assert document.passages[1].text == "창구에서 신청서를 냅니다."


def test_csv_rows_carry_the_names_of_their_columns(tmp_path: Path) -> None:
    (table,) = parsed(tmp_path, "여비.csv", made.CSV.encode("cp949")).passages
    assert table.text.split("\n")[1] == "구분: 국외 | 일비: 30000 | 숙박비: 90000"


def test_loose_lines_are_gathered_to_groups(tmp_path: Path) -> None:
    lines = [f"{n}번 서류를 창구에 낸 사람에게 접수증을 드렸습니다." for n in range(100)]
    passages = parsed(tmp_path, "기록.txt", "\n".join(lines)).passages
    assert "\n".join(p.text for p in passages).split("\n") == lines
    assert all(400 < len(p.text) <= 700 for p in passages[:-1])


# -- PDF --------------------------------------------------------------------------------------------------------

LINE = "이 문서는 한빛시 총무과가 만든 시험용 문서이며 한 줄의 너비를 넘기는 글은 이렇게 다음 줄로"


def test_pdf_lines_are_joined_and_running_heads_removed(tmp_path: Path) -> None:
    pages = [
        [
            "한빛시 정보공개 편람",
            "제1장 청구의 접수",
            LINE,
            "이어집니다.",
            "□ 확인할 것",
            "○ 이름이 적혔는지 봅니다.",
            "- 1 -",
        ],
        ["한빛시 정보공개 편람", "제2장 결정과 통지", "둘째 쪽의 글입니다.", "- 2 -"],
        ["한빛시 정보공개 편람", "제3장 불복", "셋째 쪽의 글입니다.", "- 3 -"],
    ]
    document = parsed(tmp_path, "정보공개 편람(2026. 3.).pdf", pdffile.pdf(pages))
    assert document.pages == 3
    assert document.effective == date(2026, 3, 1)
    assert under(document, "제1장 청구의 접수")[0].text == f"{LINE} 이어집니다."
    assert under(document, "□ 확인할 것")[0].path == ("제1장 청구의 접수",)
    assert under(document, "제3장 불복")[0].page == 3
    assert "정보공개 편람" not in everything(document)
    assert "- 2 -" not in everything(document)


def test_a_title_of_the_metadata_counts_where_the_text_says_it_too(tmp_path: Path) -> None:
    page = ["한빛시 당직 편람", "당직은 저녁에 시작합니다."]
    assert parsed(tmp_path, "scan0001.pdf", pdffile.pdf([page], title="한빛시 당직 편람")).title == "한빛시 당직 편람"
    assert parsed(tmp_path, "당직 요령.pdf", pdffile.pdf([page], title="옛 문서의 제목")).title == "당직 요령"


def test_a_scanned_page_among_text_pages_does_no_harm(tmp_path: Path) -> None:
    document = parsed(tmp_path, "섞인.pdf", pdffile.pdf([["첫 쪽의 글입니다."], [], ["셋째 쪽의 글입니다."]]))
    assert document.pages == 3
    assert "셋째 쪽의 글입니다." in everything(document)


# -- Word -------------------------------------------------------------------------------------------------------


def test_word_headings_tables_and_order(tmp_path: Path) -> None:
    document = parsed(tmp_path, "출장.docx", made.docx())
    assert document.title == "한빛시 출장 안내"
    assert [(p.role, p.heading) for p in document.passages] == [
        (Role.SECTION, ""),
        (Role.SECTION, "제1장 출장 전에 할 일"),
        (Role.TABLE, "여비 기준"),
        (Role.SECTION, "여비 기준"),
    ]
    assert document.passages[2].path == ("제1장 출장 전에 할 일",)
    assert document.passages[2].text.split("\n")[0] == "구분: 국내 | 일비: 25,000원 | 숙박비: 70,000원"


def test_word_notes_boxes_changes_and_margins(tmp_path: Path) -> None:
    box = "<w:drawing><x><w:txbxContent><w:p><w:r><w:t>글상자</w:t></w:r></w:p></w:txbxContent></x></w:drawing>"
    body = (
        "<w:p><w:r><w:t>사흘 안에</w:t></w:r><w:ins><w:r><w:t> 꼭</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> 되도록</w:delText></w:r></w:del><w:r><w:t> 냅니다.</w:t>"
        f'<w:footnoteReference w:id="2"/></w:r><w:r>{box}</w:r></w:p>'
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>빈칸</w:t><w:tab/><w:t>채움</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    parts = {
        "word/footnotes.xml": made.word_part(
            "footnotes", '<w:footnote w:id="2"><w:p><w:r><w:t>휴일은 뺍니다.</w:t></w:r></w:p></w:footnote>'
        ),
        "word/header1.xml": made.word_part("hdr", "<w:p><w:r><w:t>내부 자료</w:t></w:r></w:p>"),
        "word/footer1.xml": made.word_part("ftr", "<w:p><w:r><w:t>12</w:t></w:r></w:p>"),
    }
    document = parsed(tmp_path, "안내.docx", made.docx_of(body, parts))
    assert document.passages[0].text.split("\n") == [
        "사흘 안에 꼭 냅니다.",
        "(각주) 휴일은 뺍니다.",
        "글상자",
        "빈칸	채움",
    ]
    assert under(document, "머리말ㆍ꼬리말")[0].text == "내부 자료"


def test_word_numbers_that_are_not_in_the_text(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "decimal", "%1.") + level.format(1, "ganada", "%2)")
    numbering = made.word_part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    line = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    )
    body = "".join(
        line.format(depth, text) for depth, text in ((0, "봄꽃"), (1, "벚꽃"), (1, "목련"), (0, "겨울"), (1, "눈"))
    )
    document = parsed(tmp_path, "목록.docx", made.docx_of(body, {"word/numbering.xml": numbering}))
    assert [(p.heading, p.text) for p in document.passages] == [
        ("1. 봄꽃", "가) 벚꽃\n나) 목련"),
        ("2. 겨울", "가) 눈"),
    ]


def test_a_word_cell_over_two_rows_counts_in_both(tmp_path: Path) -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (("", "구분", "지역", "금액"), (start, "국내", "시내", "20,000원"), (more, "", "시외", "25,000원"))
    body = "".join(
        f"<w:tr>{cell.format(merge, first)}{cell.format('', second)}{cell.format('', third)}</w:tr>"
        for merge, first, second, third in rows
    )
    (table,) = parsed(tmp_path, "표.docx", made.docx_of(f"<w:tbl>{body}</w:tbl>")).passages
    assert table.text.split("\n")[1] == "구분: 국내 | 지역: 시외 | 금액: 25,000원"


# -- Hangul -----------------------------------------------------------------------------------------------------


def test_hangul_package_with_outline_table_note_box_and_margin(tmp_path: Path) -> None:
    document = parsed(tmp_path, "출장.hwpx", made.hwpx())
    assert (document.title, document.effective) == ("한빛시 출장 안내", date(2026, 3, 2))
    assert under(document, "1. 출장 전에 할 일")[0].text.split("\n")[1] == "(각주) 시장이 따로 정합니다."
    (table,) = under(document, "표 1 여비 기준")
    assert (table.role, table.path) == (Role.TABLE, ("2. 여비를 받는 법",))
    assert table.text == "구분: 국내 | 일비: 25,000원\n구분: 국외 | 일비: 30달러"
    assert under(document, "2. 여비를 받는 법")[0].text == "영수증은 ① 2주 안에 냅니다.\n글상자 안의 글"
    assert under(document, "머리말ㆍ꼬리말")[0].text == "한빛시 내부 자료"


def test_what_tracked_changes_deleted_in_hangul_is_left_out(tmp_path: Path) -> None:
    text = "<hp:t>사흘<hp:deleteBegin/> 나흘<hp:deleteEnd/> 안에<hp:insertBegin/> 꼭<hp:insertEnd/> 냅니다.</hp:t>"
    body = f'<hp:p paraPrIDRef="2"><hp:run>{text}</hp:run></hp:p>'
    assert everything(parsed(tmp_path, "a.hwpx", made.hwpx_of(body))) == "■ 사흘 안에 꼭 냅니다."


def test_a_picture_without_text_in_hangul_is_image_only(tmp_path: Path) -> None:
    from govdesk.errors import FileImageOnly

    body = "<hp:p><hp:run><hp:pic><hp:img/></hp:pic></hp:run></hp:p>"
    with pytest.raises(FileImageOnly):
        parsed(tmp_path, "a.hwpx", made.hwpx_of(body))


def test_an_encrypted_hangul_package_is_password_protected(tmp_path: Path) -> None:
    from govdesk.errors import FilePasswordProtected

    parts = {"Contents/header.xml": b"\x01\x02", "META-INF/manifest.xml": "<m><encryption-data/></m>"}
    with pytest.raises(FilePasswordProtected):
        parsed(tmp_path, "a.hwpx", made.zipped(parts))


def test_an_old_hangul_binary(tmp_path: Path) -> None:
    document = parsed(tmp_path, "당직 안내.hwp", made.hwp())
    assert everything(document).split("\n") == ["한빛시 당직 안내", "당직은 저녁 여섯 시에 시작합니다."]


# -- Excel ------------------------------------------------------------------------------------------------------


def test_sheets_titles_merged_cells_and_numbers(tmp_path: Path) -> None:
    document = parsed(tmp_path, "여비.xlsx", made.xlsx())
    assert [(p.role, p.heading, p.text) for p in document.passages] == [
        (Role.SECTION, "여비", "2026년 여비 기준"),
        (Role.TABLE, "여비", "구분: 국내 | 지역: 시내 | 금액: 20,000\n구분: 국내 | 지역: 시외 | 금액: 25000.5"),
        (Role.TABLE, "합계", "항목 | 값\n항목: 총액"),
    ]


def test_long_tables_are_cut_in_row_groups_that_keep_their_labels(tmp_path: Path) -> None:
    rows = "\n".join(f"{n},홍보과,{n * 10}" for n in range(300))
    tables = parsed(tmp_path, "목록.csv", f"연번,부서,건수\n{rows}\n").passages
    assert len(tables) > 5
    lines = [line for table in tables for line in table.text.split("\n")]
    assert len(lines) == 300
    assert all(line.startswith("연번: ") and " | 건수: " in line for line in lines)
    assert all(len(table.text) <= 850 for table in tables)


# -- regulations of an office -------------------------------------------------------------------------------------


def test_an_office_regulation_is_cut_into_articles(tmp_path: Path) -> None:
    text = (
        "한빛시 당직 규정\n제1장 총칙\n제1조(목적) 이 규정은 당직을 정한다.\n"
        "제2조(정의) 당직이란 밤에 남는 일을 말한다.\n"
        "① 일직은 낮이다.\n제3조의2(시간) 저녁 여섯 시부터 한다.\n부칙 <2026. 1. 2.>\n제1조(시행일) 바로 시행한다.\n"
    )
    document = parsed(tmp_path, "당직 규정.txt", text)
    articles = [(p.article, p.heading, p.text) for p in document.passages if p.role is Role.ARTICLE]
    assert articles == [
        ("제1조", "목적", "이 규정은 당직을 정한다."),
        ("제2조", "정의", "당직이란 밤에 남는 일을 말한다.\n① 일직은 낮이다."),
        ("제3조의2", "시간", "저녁 여섯 시부터 한다."),
    ]
    assert [p.text for p in document.passages if p.role is Role.SUPPLEMENT] == ["바로 시행한다."]
    assert not document.is_statute


def test_a_manual_that_quotes_articles_is_no_regulation(tmp_path: Path) -> None:
    text = (
        "편람\n제11조(공개) 열흘 안에 정한다.\n해설입니다.\n제9조(비공개) 여덟 가지가 있다.\n제17조(비용) 돈을 낸다.\n"
    )
    assert all(p.role is Role.SECTION for p in parsed(tmp_path, "편람.txt", text).passages)
