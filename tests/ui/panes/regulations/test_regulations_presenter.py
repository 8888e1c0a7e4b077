"""The decisions of the regulation pane, without Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from govdesk.errors import StoreDamaged
from govdesk.knowledge.model import DocumentId, DocumentState
from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.panes.regulations.page import Kind
from govdesk.ui.requests import Ask, ImportFiles, OpenArticle


@pytest.fixture
def ready(case: Any) -> Any:
    case.presenter.refresh()
    return case


def opened(case: Any, article: str = "", place: str = "", document: str = "act") -> Any:
    case.presenter.open_article(OpenArticle(DocumentId(document), article, place))
    return case


def test_an_empty_store_offers_to_import(case: Any) -> None:
    case.store.held.clear()
    case.presenter.refresh()
    assert case.view.empty and case.view.library == []
    case.presenter.taking.bring()
    assert case.requests == [ImportFiles()]


def test_a_request_opens_at_the_place_and_lets_it_stand_out(ready: Any) -> None:
    opened(ready, "제2조", "제3항제1호")
    page = ready.view.page
    lit = [page.blocks[number].label for number in sorted(ready.view.flashed)]
    assert lit == ["1.", "가."]
    assert ready.view.document == "doc:act"
    assert ready.presenter.title == "등대 관리에 관한 법률"


def test_a_request_without_a_place_lets_the_name_stand_out(ready: Any) -> None:
    opened(ready, "제4조")
    (lit,) = ready.view.flashed
    assert ready.view.page.blocks[lit].text == "제4조(긴 조)"
    assert ready.view.place[2] == "제4조(긴 조)"
    assert ready.view.place[3] == "등대 관리에 관한 법률 › 제2장 등불"


def test_an_article_that_the_edition_lacks_is_said(ready: Any) -> None:
    opened(ready, "제99조")
    assert ready.view.block == 0
    assert "제99조" in ready.said[-1]


def test_a_request_opens_a_tab_of_its_own_and_returns_to_it(ready: Any) -> None:
    opened(ready, "제2조")
    opened(ready, document="decree")
    opened(ready, "제4조")
    assert ready.view.tabs == ["등대 관리에 관한 법률", "등대 관리에 관한 법률 시행령"]
    assert ready.view.chosen_tab == "등대 관리에 관한 법률"


def test_the_tree_opens_in_the_same_tab(ready: Any) -> None:
    opened(ready)
    ready.presenter.open_key("doc:manual")
    assert ready.view.tabs == ["등대지기 매뉴얼"]
    ready.presenter.open_key("doc:act", True)
    assert len(ready.view.tabs) == 2
    ready.presenter.open_key("")
    assert len(ready.view.tabs) == 2


def test_back_and_forward_return_to_where_one_read(ready: Any) -> None:
    opened(ready, "제2조")
    ready.presenter.follow(Goal("", "제4조"))
    ready.presenter.open_key("doc:manual")
    assert ready.view.ways == (True, False)
    ready.presenter.back()
    assert ready.view.place[2] == "제4조(긴 조)" and ready.view.flashed == frozenset()
    ready.presenter.back()
    assert ready.view.place[2].startswith("제2조(점등)")
    ready.presenter.forward()
    assert ready.view.place[2] == "제4조(긴 조)"


def test_documents_that_were_read_are_kept_ready(ready: Any) -> None:
    opened(ready)
    ready.presenter.open_key("doc:manual")
    ready.presenter.back()
    assert ready.store.reads == ["act", "manual"]


def test_a_citation_of_another_statute_opens_it(ready: Any) -> None:
    opened(ready, document="decree")
    body = next(number for number, block in enumerate(ready.view.page.blocks) if block.kind is Kind.TEXT)
    goals = [link.goal for link in ready.view.reader.links(body)]
    assert goals[:2] == [Goal("act", "제2조", "제3항"), Goal("act", "제4조")]
    ready.presenter.point(goals[0])
    assert ready.said[-1] == "「등대 관리에 관한 법률」 제2조제3항(으)로 가기"
    ready.presenter.follow(goals[2])
    assert ready.said[-1] == "「없는 법」은(는) 자료에 없습니다."
    ready.presenter.follow(goals[0])
    assert ready.view.page.document.id == "act"
    assert ready.view.place[2].startswith("제2조(점등)")


def test_next_and_previous_article(ready: Any) -> None:
    opened(ready)
    names = []
    for _ in range(4):
        ready.presenter.step_article(1)
        names.append(ready.view.place[2])
    assert [name.partition("(")[0] for name in names] == ["제1조", "제2조", "제3조", "제4조"]
    ready.presenter.step_article(-1)
    assert ready.view.place[2] == "제3조"


def test_previous_goes_to_the_beginning_of_an_article_first(ready: Any) -> None:
    opened(ready, "제2조", "제4항")
    ready.presenter.step_article(-1)
    page = ready.view.page
    assert ready.view.block == page.sections[page.find(article="제2조")].first


def test_the_strip_names_the_paragraph_that_is_read(ready: Any) -> None:
    opened(ready, "제2조")
    page = ready.view.page
    order = page.find(article="제2조")
    ready.view.block = page.blocks_at(order, "제3항제2호")[0]
    ready.presenter.moved()
    assert ready.view.place == (order, page.sections[order].key, "제2조(점등) 제3항", ready.view.place[3])


def test_a_section_near_the_end_is_read_though_it_never_comes_to_the_top(ready: Any) -> None:
    opened(ready)
    page = ready.view.page
    last = page.sections[-1]
    go_to = ready.view.go_to
    ready.view.go_to = lambda block, flash: go_to(min(block, page.sections[-3].first), flash)
    ready.presenter.open_section(last.key)
    assert ready.view.place[1:3] == (last.key, "별지 제1호서식")
    ready.presenter.step_article(-1)
    assert ready.view.place[2] == "별표 1"


def test_the_article_tree_leads_to_its_article(ready: Any) -> None:
    opened(ready)
    page = ready.view.page
    ready.presenter.open_section(page.sections[3].key)
    assert ready.view.block == page.sections[3].first
    assert ready.view.ways[0]


def test_the_state_is_told_with_its_date(ready: Any, given: ModuleType) -> None:
    opened(ready)
    assert ready.view.state == ("시행 중", DocumentState.IN_FORCE) and ready.view.warning[0] == ""
    opened(ready, document="gone")
    assert ready.view.state[0] == "폐지" and "2024. 5. 1." in ready.view.warning[0]
    assert ready.view.warning[2] == ""


def test_an_edition_not_in_force_leads_to_the_one_that_is(ready: Any, given: ModuleType) -> None:
    ready.store.add(given.NEXT_ACT, given.act_passages(given.NEXT_ACT))
    ready.presenter.refresh()
    opened(ready, "제4조", document="act-next")
    assert ready.view.state[0] == "시행 예정(2027. 3. 1.)"
    assert ready.view.warning[2] == "기준일의 판 보기"
    ready.presenter.show_current_edition()
    assert ready.view.page.document.id == "act"
    assert ready.view.place[2] == "제4조(긴 조)"


def test_another_date_shows_the_edition_of_that_date_at_the_same_article(ready: Any, given: ModuleType) -> None:
    ready.store.add(given.OLD_ACT, given.act_passages(given.OLD_ACT))
    ready.presenter.refresh()
    opened(ready, "제4조")
    ready.day[0] = date(2022, 1, 1)
    ready.presenter.refresh()
    assert ready.view.page.document.id == "act-old"
    assert ready.view.place[2] == "제4조(긴 조)"
    assert ready.view.state[0] == "시행 중"


def test_a_document_that_was_removed_loses_its_tab(ready: Any) -> None:
    opened(ready)
    opened(ready, document="manual")
    del ready.store.held[DocumentId("manual")]
    ready.presenter.refresh()
    assert ready.view.tabs == ["등대 관리에 관한 법률"]
    assert ready.view.page.document.id == "act"
    del ready.store.held[DocumentId("act")]
    ready.presenter.refresh()
    assert ready.view.page is None and ready.view.tabs == []


def test_an_import_elsewhere_does_not_move_what_is_read(ready: Any, given: ModuleType) -> None:
    opened(ready, "제2조")
    ready.view.block += 3
    before = ready.view.block
    ready.store.add(given.document("x", "새 법"), [])
    ready.presenter.refresh()
    assert ready.view.block == before
    ready.store.add(replace(given.ACT, content_hash="h2"), given.act_passages())
    ready.presenter.refresh()
    assert ready.view.place[2].startswith("제2조(점등)")
    assert ready.store.reads == ["act", "act"]


def test_a_request_before_the_library_is_known_is_met(case: Any) -> None:
    case.work.held = []
    case.presenter.refresh()
    opened(case, "제4조")
    case.work.release()
    assert case.view.place[2] == "제4조(긴 조)"
    assert case.view.state[0] == "시행 중"
    assert case.view.tabs == ["등대 관리에 관한 법률"]


def test_only_the_last_of_several_documents_asked_for_is_shown(ready: Any) -> None:
    ready.work.held = []
    ready.presenter.open_key("doc:act")
    ready.presenter.open_key("doc:manual")
    ready.work.release()
    assert ready.view.page.document.id == "manual"


def test_a_document_that_is_gone_is_said_and_closed(ready: Any) -> None:
    del ready.store.held[DocumentId("manual")]
    ready.presenter.open_key("doc:manual")
    assert ready.view.problem == ("DocumentNotFound", "다시 여세요.")
    assert ready.view.tabs == []


def test_a_store_that_does_not_open_is_said(case: Any, tmp_path: Any) -> None:
    def broken() -> None:
        raise StoreDamaged(tmp_path)

    case.presenter._shop.store = case.presenter.library._shop.store = broken
    case.presenter.refresh()
    assert case.view.problem[0] == "StoreDamaged"


def test_tabs_are_stepped_chosen_and_closed(ready: Any) -> None:
    opened(ready)
    opened(ready, document="manual")
    ready.presenter.step_tab(1)
    assert ready.presenter.title == "등대 관리에 관한 법률"
    ready.presenter.choose_tab(ready.view.tab_keys[1])
    assert ready.presenter.title == "등대지기 매뉴얼"
    ready.presenter.close_tab()
    assert ready.presenter.title == "등대 관리에 관한 법률"
    ready.presenter.close_tab(ready.view.tab_keys[0])
    assert ready.presenter.title == "" and ready.view.ways == (False, False)


def test_an_article_is_copied_with_its_citation(ready: Any) -> None:
    opened(ready, "제4조")
    ready.presenter.taking.copy()
    assert ready.view.clipboard == (
        "제4조(긴 조)\n① 앞부분이다.\n② 뒷부분이다.\n\n「등대 관리에 관한 법률」 제4조 (법률 제123호, 2026. 1. 1. 시행)"
    )


def test_a_selection_is_cited_by_its_paragraph(ready: Any) -> None:
    opened(ready, "제2조")
    page = ready.view.page
    ready.view.selected = ("저녁 등을", page.blocks_at(page.find(article="제2조"), "제1항")[0])
    ready.presenter.taking.copy()
    assert ready.view.clipboard.startswith("저녁 등을\n\n「등대 관리에 관한 법률」 제2조제1항 (")


def test_an_article_is_taken_into_a_question(ready: Any) -> None:
    opened(ready, "제4조")
    ready.presenter.taking.ask()
    assert ready.requests == [Ask("「등대 관리에 관한 법률」 제4조(긴 조)에 따르면 ")]


def test_nothing_open_copies_and_asks_nothing(ready: Any) -> None:
    ready.presenter.taking.copy()
    ready.presenter.taking.ask()
    ready.presenter.step_article(1)
    assert ready.view.clipboard == "" and ready.requests == []


def test_finding_counts_goes_to_the_next_and_wraps(ready: Any) -> None:
    opened(ready, "제2조")
    finder = ready.presenter.finder
    finder.look_for("등대장")
    assert ready.view.found == "1 / 2"
    finder.step(1)
    assert ready.view.found == "2 / 2"
    finder.step(1)
    assert ready.view.found == "1 / 2"
    finder.look_for("고래")
    assert ready.view.found == "없음"
    finder.stop()
    assert ready.view.pattern is None and ready.view.found == ""


def test_a_query_stays_when_another_document_is_opened(ready: Any) -> None:
    opened(ready)
    ready.presenter.finder.look_for("켭니다")
    assert ready.view.found == "없음"
    ready.presenter.open_key("doc:manual")
    assert ready.view.found == "2곳"


def test_the_filter_keeps_what_is_open_chosen(ready: Any) -> None:
    opened(ready)
    ready.presenter.library.filter("매뉴얼")
    assert [node.text for node in ready.view.library] == ["매뉴얼"]
    assert ready.view.document == "doc:act"
