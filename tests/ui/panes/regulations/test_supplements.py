"""Which provisions of the 부칙 concern an article; everything here is invented."""

from __future__ import annotations

from types import ModuleType

import pytest

from govdesk.knowledge.model import Role
from govdesk.ui.panes.regulations.building import build
from govdesk.ui.panes.regulations.page import Page
from govdesk.ui.panes.regulations.supplements import supplements_of

OLD = (
    "제1조(시행일) 이 법은 공포한 날부터 시행한다. 다만, 제4조 및 제2조제3항의 개정규정은 2021년 7월 1일부터 시행한다."
)
NEW = (
    "제1조(시행일) 이 법은 공포한 날부터 시행한다.\n"
    "제2조(점등에 관한 적용례) 제2조제1항부터 제3항까지의 개정규정은 이 법 시행 이후 켜는 등부터 적용한다.\n"
    "제3조(경과조치) 「항로표지법」 제2조의 개정규정에도 불구하고 종전의 예에 따른다."
)


@pytest.fixture
def page(given: ModuleType) -> Page:
    supplement = Role.SUPPLEMENT
    texts = (
        ("부칙 <제10호, 2021.1.1>", OLD),
        ("부칙 (다른 법) <제15호, 2022.1.1>", OLD),
        ("부칙 <제20호, 2023.1.1>", NEW),
    )
    rows = [
        given.passage(given.ACT, 90 + at, supplement, text, heading=title) for at, (title, text) in enumerate(texts)
    ]
    return build(given.ACT, [*given.act_passages(), *rows])


def told(page: Page, number: str) -> list[tuple[str, str]]:
    section = next(one for one in page.sections if one.number == number)
    return [(entry.section, entry.words[:8]) for entry in supplements_of(page, section)]


def test_the_newest_comes_first_and_those_of_other_statutes_are_left_out(page: Page) -> None:
    assert told(page, "제2조") == [
        ("부칙 <제20호, 2023.1.1>", "제2조(점등에 "),
        ("부칙 <제10호, 2021.1.1>", "제1조(시행일)"),
    ]
    assert told(page, "제4조") == [("부칙 <제10호, 2021.1.1>", "제1조(시행일)")]
    assert told(page, "제1조") == []
