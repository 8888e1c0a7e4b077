"""Passages as blocks: articles, tables, deleted ones, manuals with their terms; the article tree."""

from __future__ import annotations

from types import ModuleType

from govdesk.knowledge.model import Role
from govdesk.text.boxes import framed_lines, rows_of
from govdesk.ui.panes.regulations.article import article_lines, section_lines, table_lines
from govdesk.ui.panes.regulations.building import build, meta_line
from govdesk.ui.panes.regulations.links import Reader
from govdesk.ui.panes.regulations.outline import outline
from govdesk.ui.panes.regulations.page import Kind, Page


def page_of(given: ModuleType) -> Page:
    return build(given.ACT, given.act_passages())


def test_an_article_is_set_by_its_units_with_hanging_depth(given: ModuleType) -> None:
    lines = list(article_lines(given.SECOND))
    assert [(line.label, line.depth, line.place) for line in lines[:6]] == [
        ("①", 0, "제1항"),
        ("②", 0, "제2항"),
        ("③", 0, "제3항"),
        ("1.", 1, "제3항제1호"),
        ("가.", 2, "제3항제1호가목"),
        ("2.", 1, "제3항제2호"),
    ]


def test_marks_stay_in_the_text_and_out_of_what_is_searched(given: ModuleType) -> None:
    first = next(article_lines(given.SECOND))
    assert "<개정 2020.1.1, 2023.5.2>" in first.text
    assert first.plain == "등대장은 매일 저녁 등을 켠다."


def test_a_drawn_table_becomes_rows_and_the_notice_of_its_picture_goes(given: ModuleType) -> None:
    lines = list(article_lines(given.SECOND))
    assert lines[-1].kind is Kind.TABLE
    assert [row.cells for row in lines[-1].rows] == [("등급", "밝기"), ("1등급", "10"), ("2등급", "20")]
    assert lines[-1].text == given.BOX
    assert not any(line.kind is Kind.NOTICE for line in lines)


def test_a_picture_without_a_table_is_told_once() -> None:
    lines = list(article_lines("다음 식과 같다.\n[그림/수식: 원문 확인]\n[그림/수식: 원문 확인]"))
    assert [line.kind for line in lines] == [Kind.TEXT, Kind.NOTICE]


def test_lines_of_a_table_without_rules_stay_side_by_side() -> None:
    drawn = ["┌──┬──┐", "│이름│뜻  │", "├──┼──┤", "│가등│붉은│", "│나등│등불│", "└──┴──┘"]
    rows = rows_of(drawn)
    assert [(row.cells, row.ruled) for row in rows] == [
        (("이름", "뜻"), True),
        (("가등", "붉은"), True),
        (("나등", "등불"), False),
    ]


def test_a_single_cell_that_goes_on_is_joined() -> None:
    drawn = ["┌──┬──┐", "│이름│긴  │", "│    │제목│", "├──┼──┤", "│가등│10  │", "└──┴──┘"]
    assert rows_of(drawn)[0].cells == ("이름", "긴 제목")


def test_a_fraction_in_a_cell_is_left_as_drawn() -> None:
    drawn = ["┌──┬──┐", "│이름│식  │", "├──┼──┤", "│가등│ A  │", "│    │──│", "│    │ B  │", "└──┴──┘"]
    assert rows_of(drawn) == ()


def test_an_article_within_a_supplement_hangs_below_nothing() -> None:
    lines = list(article_lines("제1조(시행일) 바로 시행한다.\n1. 갑\n제2조(경과조치) 남는다."))
    assert [(line.depth, line.place, line.lead) for line in lines] == [(0, "", 8), (1, "제1호", 0), (0, "", 9)]


def test_a_table_with_uneven_columns_is_left_as_drawn() -> None:
    drawn = ["┌──┬──┐", "│이름│뜻  │", "│    ├──┤", "│    │a│b│", "└──┴──┘"]
    assert rows_of(drawn) == ()
    (line,) = article_lines("\n".join(drawn))
    assert line.kind is Kind.GRID and line.plain == line.text


def test_a_frame_round_a_formula_is_taken_off() -> None:
    assert framed_lines(["┌────┐", "│        │", "│ A × 2 │", "└────┘"]) == (" A × 2",)


def test_a_deleted_article_is_one_quiet_line(given: ModuleType) -> None:
    page = page_of(given)
    order = page.find(article="제3조")
    assert order is not None and page.sections[order].deleted
    kinds = [page.blocks[number].kind for number in page.blocks_of(order)]
    assert kinds == [Kind.GONE]


def test_the_parts_of_a_long_article_are_one_section(given: ModuleType) -> None:
    page = page_of(given)
    order = page.find(article="제4조")
    assert order is not None
    assert page.sections[order].passages == ("act-3", "act-4")
    assert page.sections[order].text == "① 앞부분이다.\n② 뒷부분이다."
    assert page.find(passage="act-4") == order


def test_a_chapter_is_headed_where_it_begins(given: ModuleType) -> None:
    page = page_of(given)
    headings = [block.text for block in page.blocks if block.kind is Kind.HEADING]
    assert headings == ["제1장 총칙", "제2장 등불", "부칙", "별표·서식"]


def test_annexes_are_named_and_said_to_be_elsewhere(given: ModuleType) -> None:
    page = page_of(given)
    annexes = [section for section in page.sections if section.role is Role.ANNEX]
    assert [section.title for section in annexes] == ["별표 1", "별지 제1호서식"]
    assert sum("원문" in block.text for block in page.blocks if block.kind is Kind.NOTICE) == 1


def test_a_place_is_found_with_what_stands_below_it(given: ModuleType) -> None:
    page = page_of(given)
    order = page.find(article="제2조")
    assert order is not None
    found = [page.blocks[number].label for number in page.blocks_at(order, "제3항제1호")]
    assert found == ["1.", "가."]
    assert [page.blocks[n].label for n in page.blocks_at(order, "제3항제9호")] == ["③", "1.", "가.", "2."]
    assert page.blocks_at(order, "") == []


def test_a_manual_sets_its_terms_as_a_definition_list(given: ModuleType) -> None:
    lines = list(section_lines(given.manual_passages()[0].text))
    assert [(line.kind, line.label, line.text) for line in lines[1:]] == [
        (Kind.FIELD, "근거", "「등대 관리에 관한 법률」 제2조"),
        (Kind.FIELD, "절차", "1) 닦습니다."),
        (Kind.FIELD, "", "2) 켭니다."),
        (Kind.FIELD, "기한", "해넘이"),
    ]


def test_a_table_passage_is_a_table_again(given: ModuleType) -> None:
    (line,) = table_lines(given.manual_passages()[1].text)
    assert [row.cells for row in line.rows] == [("등급", "밝기"), ("1등급", "10"), ("2등급", "20")]


def test_a_table_belongs_to_its_section_and_pages_are_told_where_they_turn(given: ModuleType) -> None:
    page = build(given.MANUAL, given.manual_passages())
    assert [section.title for section in page.sections] == ["1.1 등을 켤 때", "2.1 끌 때"]
    assert [block.page for block in page.blocks if block.page is not None] == [3, 4]


def test_the_head_says_which_text_it_is(given: ModuleType) -> None:
    assert meta_line(given.ACT) == "법률 제123호 · 2025. 12. 1. 공포 · 2026. 1. 1. 시행 · 한빛부"
    assert meta_line(given.MANUAL) == "매뉴얼 · 2026. 10. 1. 판 · 한빛부"


def test_the_article_tree_counts_and_mutes(given: ModuleType) -> None:
    rows = outline(page_of(given))
    assert [(row.text, row.count) for row in rows] == [
        ("제1장 총칙", "1"),
        ("제2장 등불", "3"),
        ("부칙", "1"),
        ("별표·서식", "2"),
    ]
    assert [(row.text, row.muted) for row in rows[1].children] == [
        ("제2조 점등", False),
        ("제3조 삭제", True),
        ("제4조 긴 조", False),
    ]
    assert rows[2].children[0].text == "제1호, 2025. 12. 1. (봉화법)"
    assert rows[3].children[0].text == "별표 1 등불의 종류"


def test_an_old_supplement_without_spaces_keeps_its_paragraphs() -> None:
    lines = list(article_lines("1. 갑\n①(시행일) 공포한 날부터 시행한다."))
    assert [(line.label, line.depth) for line in lines] == [("1.", 1), ("①", 0)]


def test_citations_lead_to_this_document_to_others_and_to_the_family(given: ModuleType) -> None:
    text = (
        "① 제1조, 제9조, 「봉화법」 제3조제2항, 법 제4조 및 「없는 법」 제5조\n② 제1항과 별표 1, 별표 2를 따른다.\n"
        '③ 이 경우 "제1조"는 읽지 아니한다.'
    )
    passages = [
        given.passage(given.DECREE, 0, Role.ARTICLE, text, article="제1조", heading="목적"),
        given.passage(given.DECREE, 1, Role.ANNEX, "등불의 종류", heading="별표 1"),
    ]
    page = build(given.DECREE, passages)
    known = {"봉화법": "s2", given.ACT.title: "s1"}
    reader = Reader(page, lambda title: known.get(title, ""))
    goals = [link.goal for block in range(len(page.blocks)) for link in reader.links(block)]
    assert [(goal.series, goal.article or goal.annex, goal.place) for goal in goals] == [
        ("", "제1조", ""),
        ("", "제9조", ""),
        ("s2", "제3조", "제2항"),
        ("s1", "제4조", ""),
        ("", "제5조", ""),
        ("", "제1조", "제1항"),
        ("", "별표 1", ""),
        ("", "별표 2", ""),
    ]
    assert [bool(goal.why) for goal in goals] == [False, True, False, False, True, False, False, True]


def test_links_lie_on_the_words_of_their_block(given: ModuleType) -> None:
    page = page_of(given)
    reader = Reader(page, lambda _title: "s")
    found = [(block, link) for block in range(len(page.blocks)) for link in reader.links(block)]
    assert [page.blocks[block].text[link.start : link.end] for block, link in found] == ["제1조"]


def test_supplements_are_left_alone(given: ModuleType) -> None:
    page = page_of(given)
    reader = Reader(page)
    section = next(one for one in page.sections if one.role is Role.SUPPLEMENT)
    assert reader.citations(section) == ()
