"""What a 제정·개정 이유 says of which article; everything here is invented."""

from __future__ import annotations

from govdesk.law.comparison import compare
from govdesk.law.model import Article, Number
from govdesk.law.reasons import joined, reasons

TEXT = """◇ 개정이유
등대의 밝기를 올리려는 것임.
◇ 주요내용
가. 점등 시각을 해 질 무렵으로
앞당김(안 제2조제1항 및 제4조의2 신설).
나. 나팔을 부는 때를 정함(제6조부터 제8조까지).
다. 표현을 다듬음.
라. 등대 수를 늘림(「항로표지법」 제9조 개정에 따름).
◇ 시행일
가. 공포한 날(제1조)
"""
HELD = [Number(n) for n in range(1, 10)] + [Number(4, 2)]


def test_items_belong_to_the_articles_that_end_them() -> None:
    found = reasons(TEXT, HELD)
    assert found["제2조"] == found["제4조의2"] == "점등 시각을 해 질 무렵으로 앞당김."
    assert [name for name in found if "나팔" in found[name]] == ["제6조", "제7조", "제8조"]
    assert "제9조" not in found, "an article of another statute"
    assert reasons("물가가 올라 숙박비를 올리려는 것임.", HELD) == {}


def test_reasons_of_several_amendments_follow_one_another() -> None:
    assert joined([{"제1조": "가."}, {"제1조": "나.", "제2조": "다."}]) == {"제1조": "가.\n나.", "제2조": "다."}


def test_a_comparison_knows_the_articles_of_both_sides() -> None:
    old, new = Article(Number(1), "", (), "켠다."), Article(Number(2), "", (), "아주 다른 말이다.")
    assert compare([old], [new]).numbers() == {Number(1), Number(2)}
