"""What people call statutes; titles here are invented but for the short names that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdesk.law.model import StatuteId
from govdesk.law.names import NameIndex, StatuteNames, load_names, short_name

TITLES = {
    "100001": "공공온실의 화분공개에 관한 법률",
    "100002": "공공온실의 화분공개에 관한 법률 시행령",
    "100003": "공공온실의 화분공개에 관한 법률 시행규칙",
    "100004": "화분 돌봄ㆍ분갈이 규정",
    "100005": "지방화분 돌봄 규정",
    "100006": "난초법",
    "100007": "난초법",
    "100008": "씨앗의 보관 등에 관한 규정",
}
NAMES = [
    StatuteNames(StatuteId("100001"), TITLES["100001"], "화분공개법", ("화공법",), ("온실의 화분열람에 관한 법률",)),
    StatuteNames(StatuteId("100004"), TITLES["100004"], "돌봄규정", ("돌봄령",)),
    StatuteNames(StatuteId("100005"), TITLES["100005"], "지방돌봄규정", ("돌봄령",)),
    StatuteNames(StatuteId("100099"), "여기 없는 분갈이법", "분갈이", ()),
]
INDEX = NameIndex([(StatuteId(key), title) for key, title in TITLES.items()], NAMES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("공공온실의 화분공개에 관한 법률", ["100001"]),
        ("공공온실의화분공개에관한법률시행령", ["100002"]),
        ("「화분 돌봄·분갈이 규정」", ["100004"]),
        ("화분돌봄분갈이규정", ["100004"]),
        ("화분공개법", ["100001"]),
        ("화공법", ["100001"]),
        ("온실의 화분열람에 관한 법률", ["100001"]),
        ("화분공개법 시행령", ["100002"]),
        ("화공법시행규칙", ["100003"]),
        ("화분공개법 영", ["100002"]),
        ("화분공개법 규칙", ["100003"]),
        ("온실의 화분열람에 관한 법률 시행령", ["100002"]),
        ("돌봄령", ["100004", "100005"]),
        ("난초법", ["100006", "100007"]),
        ("지방돌봄규정 시행규칙", []),
        ("선인장법", []),
        ("", []),
        (" ", []),
    ],
)
def test_a_name_resolves(text: str, expected: list[str]) -> None:
    assert INDEX.resolve(text, loosely=False) == expected
    assert INDEX.resolve(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("공공온실 화분공개법", ["100001"]),
        ("공공온실 화분공개법 시행령", ["100002"]),
        ("씨앗 보관 규정", ["100008"]),
        ("공공온실", ["100001"]),
        ("화분 돌봄", ["100005", "100004"]),
        ("온실", []),
    ],
)
def test_what_a_person_types_may_be_loose_but_a_citation_not(text: str, expected: list[str]) -> None:
    assert INDEX.resolve(text) == expected
    assert INDEX.resolve(text, loosely=False) == []


def test_the_name_of_a_statute_that_is_not_here_stands_for_no_other() -> None:
    assert INDEX.resolve("분갈이") == []


def test_a_statute_keeps_the_titles_of_its_editions() -> None:
    key = StatuteId("200001")
    index = NameIndex([(key, "옛 이끼법"), (key, "이끼법"), (key, "이끼법"), (StatuteId("200002"), "이끼법 시행령")])
    assert index.resolve("옛 이끼법") == index.resolve("이끼법") == [key]
    assert index.resolve("옛 이끼법 시행령") == ["200002"]


def test_too_many_titles_that_contain_the_text_are_none() -> None:
    index = NameIndex((StatuteId(f"30{number:04}"), f"{number}번 화분 규정") for number in range(9))
    assert index.resolve("화분 규정") == []


def test_names_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "이름.yaml"
    path.write_text("'000001':\n  제목: 화분법\n  옛이름: [꽃병법]\n", encoding="utf-8")
    (entry,) = load_names(path)
    assert entry == StatuteNames(StatuteId("000001"), "화분법", former=("꽃병법",))
    assert entry.aliases == ("꽃병법",)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("공공기관의 정보공개에 관한 법률", "정보공개법"),
        ("공공기관의 정보공개에 관한 법률 시행령", "정보공개법 시행령"),
        ("공공기관의정보공개에관한법률 시행규칙", "정보공개법 시행규칙"),
        ("공무원 여비 규정", "여비규정"),
        ("국가공무원법", "국가공무원법"),
        ("화분 돌봄 규정", "화분 돌봄 규정"),
        ("시행령", "시행령"),
    ],
)
def test_a_citation_chip_has_the_short_name_or_the_title(title: str, short: str) -> None:
    assert short_name(title) == short
