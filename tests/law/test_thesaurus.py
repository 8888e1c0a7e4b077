"""The names that ship: their form, and that each 법령ID has the title it is given (needs ../shared/data)."""

from __future__ import annotations

from collections import defaultdict

import pytest

from govdesk.law.names import NameIndex, load_names
from govdesk.text.normalise import searchable
from tests.law.snapshot import Snapshot

NAMES = load_names()


def test_there_are_many_and_each_says_something() -> None:
    assert len(NAMES) >= 250
    assert [entry.title for entry in NAMES if not entry.aliases] == []


def test_ids_have_six_digits_and_stand_once() -> None:
    assert all(len(entry.id) == 6 and entry.id.isdecimal() for entry in NAMES)
    assert len({entry.id for entry in NAMES}) == len(NAMES)


def test_short_names_belong_to_one_statute() -> None:
    shorts = [entry.short for entry in NAMES if entry.short]
    assert len(set(shorts)) == len(shorts)


def test_no_statute_has_one_name_twice_or_its_own_title() -> None:
    for entry in NAMES:
        keys = [searchable(name) for name in (*entry.aliases, entry.title)]
        spaced_title_only = [key for key in keys if keys.count(key) > 1 and key != searchable(entry.short)]
        assert spaced_title_only == [], entry.title


@pytest.mark.data
def test_ids_have_the_titles_of_the_snapshot(national: Snapshot) -> None:
    assert [entry.title for entry in NAMES if national.statutes[entry.id].title != entry.title] == []
    assert [entry.title for entry in NAMES if national.statutes[entry.id].repeals] == []


@pytest.mark.data
def test_no_name_is_the_title_of_another_statute(national: Snapshot) -> None:
    titles = defaultdict(set)
    for key, statute in national.statutes.items():
        titles[searchable(statute.title)].add(key)
    taken = [(entry.title, name) for entry in NAMES for name in entry.aliases if titles[searchable(name)] - {entry.id}]
    assert taken == []


@pytest.mark.data
def test_what_people_say_finds_the_statute(national: Snapshot) -> None:
    index = NameIndex(((key, statute.title) for key, statute in national.statutes.items()), NAMES)
    for entry in NAMES:
        for name in entry.aliases:
            assert entry.id in index.resolve(name, loosely=False), name
    said = {
        "정보공개법": "공공기관의 정보공개에 관한 법률",
        "김영란법 시행령": "부정청탁 및 금품등 수수의 금지에 관한 법률 시행령",
        "국공법": "국가공무원법",
        "지방계약법 규칙": "지방자치단체를 당사자로 하는 계약에 관한 법률 시행규칙",
        "행정 효율과 협업 촉진에 관한 규정 시행규칙": "행정업무의 운영 및 혁신에 관한 규정 시행규칙",
        "공무원 여비규정": "공무원 여비 규정",
    }
    assert {text: [national.statutes[key].title for key in index.resolve(text)] for text in said} == {
        text: [title] for text, title in said.items()
    }
