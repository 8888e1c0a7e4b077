"""The tree of documents: families, one edition of each, the filter, thousands of statutes."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from govdesk.knowledge.model import DocumentId
from govdesk.ui.panes.regulations.arranging import Arrangement, initial
from govdesk.ui.panes.regulations.library import document_of, gather, tree
from govdesk.ui.panes.regulations.nodes import Node


def tree_of(
    given: ModuleType,
    *extra: object,
    filter_text: str = "",
    as_of: date | None = None,
    how: Arrangement = Arrangement.NAME,
) -> list[Node]:
    store = given.FakeStore.full()
    for one in extra:
        store.add(one, [])
    day = as_of or given.TODAY
    return tree(gather(store.documents(), store.states(day), day), filter_text, how)


def test_the_decree_stands_below_its_act(given: ModuleType) -> None:
    statutes, manuals = tree_of(given)
    assert (statutes.text, statutes.count) == ("법률·시행령·시행규칙", "3")
    act = statutes.children[0]
    assert (act.text, [child.text for child in act.children]) == ("등대 관리에 관한 법률", ["시행령"])
    assert document_of(act.children[0].key) == DocumentId("decree")
    assert (manuals.text, manuals.count) == ("매뉴얼", "1")


def test_one_edition_of_a_statute_stands_in_the_tree(given: ModuleType) -> None:
    def shown(day: date) -> str:
        return tree_of(given, given.OLD_ACT, given.NEXT_ACT, as_of=day)[0].children[0].key

    assert shown(date(2026, 11, 20)) == "doc:act"
    assert shown(date(2022, 1, 1)) == "doc:act-old"
    assert shown(date(2027, 4, 1)) == "doc:act-next"


def test_what_is_not_in_force_is_marked_by_sign_and_word(given: ModuleType) -> None:
    future = replace(given.NEXT_ACT, id=DocumentId("new"), series="new", title="새 등대법")
    rows = {node.text: node for node in tree_of(given, future)[0].walk()}
    assert rows["새 등대법"].mark == "clock"
    assert rows["새 등대법"].spoken == "시행 예정(2027. 3. 1.)"
    assert rows["봉화 관리법"].count == "폐지" and rows["봉화 관리법"].muted


@pytest.mark.parametrize("typed", ["등대관리", "등대 관리", "대 관리에관한"])
def test_the_filter_does_not_mind_spaces(given: ModuleType, typed: str) -> None:
    (statutes,) = tree_of(given, filter_text=typed)
    assert statutes.count == "2"
    assert statutes.children[0].open


def test_the_filter_finds_a_decree_alone(given: ModuleType) -> None:
    (statutes,) = tree_of(given, filter_text="법률 시행령")
    assert [node.text for node in statutes.children] == ["등대 관리에 관한 법률 시행령"]
    assert tree_of(given, filter_text="고래") == []


def test_many_families_are_grouped_by_first_consonant(given: ModuleType) -> None:
    many = [given.document(f"d{n}", f"{sign}등법 {n}") for n, sign in enumerate("가까나다마바사아자차" * 5)]
    statutes = tree_of(given, *many)[0]
    assert [node.text for node in statutes.children] == ["ㄱ", "ㄴ", "ㄷ", "ㅁ", "ㅂ", "ㅅ", "ㅇ", "ㅈ", "ㅊ"]
    assert statutes.children[0].count == "10"


def test_the_first_consonant_of_anything() -> None:
    assert [initial(title) for title in ("각", "쌀", "힣", "1980년", "")] == ["ㄱ", "ㅅ", "ㅎ", "#", "#"]


def test_6000_statutes_are_gathered_and_filtered_quickly(given: ModuleType) -> None:
    many = [given.document(f"d{n}", f"제{n}호 등대법") for n in range(6000)]
    states = {one.id: given.FakeStore.full().states(given.TODAY)[DocumentId("act")] for one in many}
    library = gather(many, states, given.TODAY)
    started = time.thread_time()
    assert tree(library, "59")[0].count == f"{sum('59' in str(n) for n in range(6000))}"
    assert time.thread_time() - started < 0.05


def test_statutes_stand_below_their_ministries_joint_ones_below_each(given: ModuleType) -> None:
    joint = given.document("joint", "항로 표지법", ministries=("한빛부", "새벽부"))
    lone = given.document("lone", "돛 관리법", ministries=())
    statutes = tree_of(given, joint, lone, how=Arrangement.MINISTRY)[0]
    assert [(node.text, node.count) for node in statutes.children] == [
        ("새벽부", "1"),
        ("한빛부", "4"),
        ("소관 부처 모름", "1"),
    ]
    act = next(node for node in statutes.children[1].children if node.key == "doc:act")
    assert [child.text for child in act.children] == ["시행령"], "families stay together"


def test_by_kind_acts_come_before_decrees_and_rules(given: ModuleType) -> None:
    rule = given.document("rule", "등대 관리에 관한 법률 시행규칙", "한빛부령")
    statutes = tree_of(given, rule, how=Arrangement.KIND)[0]
    assert [(node.text, node.count) for node in statutes.children] == [
        ("법률", "2"),
        ("대통령령", "1"),
        ("한빛부령", "1"),
    ]
    assert [node.key for node in tree_of(given, rule, filter_text="시행규칙", how=Arrangement.KIND)[0].children] == [
        "doc:rule"
    ]
