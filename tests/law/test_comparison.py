"""Two revisions side by side; every statute here is invented but the history of the snapshot."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdesk.law.alignment import Side
from govdesk.law.comparison import Comparison, Kind, compare
from govdesk.law.markdown import PICTURE
from govdesk.law.model import Article, Number, Statute
from govdesk.text.worddiff import old_side
from tests.law.snapshot import statutes_of

HISTORY = Path(__file__).resolve().parents[3] / "shared" / "data" / "statutes-history.tar.xz"
WATER = (
    "① 시장은 화분에 물을 날마다 주어야 한다.\n1. 아침에 한 번\n2. 저녁에 한 번\n"
    "② 비가 오는 날에는 물을 주지 아니할 수 있다."
)
SUN = "화분은 볕이 드는 창가에 두되, 한여름 낮에는 그늘로 옮겨야 한다."


def article(number: int, title: str, text: str, branch: int = 0) -> Article:
    return Article(Number(number, branch), title, (), text)


def told(found: Comparison) -> list[tuple[Kind, str, str]]:
    return [(pair.kind, pair.old.name if pair.old else "", pair.new.name if pair.new else "") for pair in found.pairs]


def test_what_is_the_same_is_no_change() -> None:
    one = article(1, "물", WATER)
    marked = article(1, "(물)", WATER.replace("한다.", "한다. <개정 2020.1.1>"))
    assert compare([one], [marked]).changed() == []


def test_an_article_that_moved_is_found_again() -> None:
    old = [article(1, "물", WATER), article(2, "볕", SUN)]
    new = [article(1, "물", WATER), article(2, "거름", "거름은 봄과 가을에 준다."), article(2, "볕", SUN, 2)]
    assert told(compare(old, new)) == [
        (Kind.SAME, "제1조", "제1조"),
        (Kind.ADDED, "", "제2조"),
        (Kind.MOVED, "제2조", "제2조의2"),
    ]


def test_added_removed_and_deleted_articles() -> None:
    old = [article(1, "물", WATER), article(2, "볕", SUN), article(3, "", "삭제 <2010.1.1>")]
    new = [article(1, "물", WATER), article(2, "", "삭제 <2020.1.1>"), article(3, "", "삭제 <2010.1.1>")]
    assert told(compare(old, new)) == [(Kind.SAME, "제1조", "제1조"), (Kind.REMOVED, "제2조", "")]
    assert told(compare(new, old)) == [(Kind.SAME, "제1조", "제1조"), (Kind.ADDED, "", "제2조")]


def test_a_rewritten_article_keeps_its_number() -> None:
    old, new = article(5, "물", "아주 다른 말"), article(5, "바람", "전혀 겹치지 않는 문장")
    assert told(compare([old], [new])) == [(Kind.CHANGED, "제5조", "제5조")]


def rows(old: str, new: str) -> list[tuple[Kind, str, str]]:
    (pair,) = compare([article(1, "물", old)], [article(1, "물", new)]).pairs
    return [(row.kind, row.old_label, row.new_label) for row in pair.rows()]


def test_paragraphs_keep_their_partner_when_one_is_put_in() -> None:
    new = (
        "① 시장은 화분에 물을 날마다 주어야 한다.\n1. 아침에 한 번\n1의2. 낮에 한 번\n2. 저녁에 두 번\n"
        "② 담당자를 둔다.\n③ 비가 오는 날에는 물을 주지 아니할 수 있다."
    )
    assert rows(WATER, new) == [
        (Kind.SAME, "①", "①"),
        (Kind.SAME, "1.", "1."),
        (Kind.ADDED, "", "1의2."),
        (Kind.CHANGED, "2.", "2."),
        (Kind.ADDED, "", "②"),
        (Kind.MOVED, "②", "③"),
    ]


def test_a_deleted_item_is_a_change_of_its_row() -> None:
    assert (Kind.CHANGED, "2.", "2.") in rows(WATER, WATER.replace("저녁에 한 번", "삭제 <2020.1.1>"))


def test_a_table_that_is_only_a_picture_is_told_not_compared() -> None:
    drawn = f"물은 다음과 같다.\n{PICTURE}\n┌─┐\n│물│\n└─┘"
    (pair,) = compare([article(1, "물", f"물은 다음과 같다.\n{PICTURE}")], [article(1, "물", drawn)]).pairs
    assert (pair.kind, pair.changed) == (Kind.SAME, False)
    assert pair.rows()[0].unseen


texts = st.lists(
    st.sampled_from(["물을 준다.", "볕을 쬔다.", "삭제 <2020.1.1>", "바람을 막고 흙을 고른다."]), max_size=6
)


@given(texts, texts)
def test_every_article_of_both_sides_is_there_once(old: list[str], new: list[str]) -> None:
    left = [article(number, "", text) for number, text in enumerate(old, 1)]
    right = [article(number, "", text) for number, text in enumerate(new, 1)]
    assert_whole(compare(left, right), left, right)


def assert_whole(found: Comparison, left: list[Article], right: list[Article]) -> None:
    assert sorted(pair.old.name for pair in found.pairs if pair.old) == sorted(_live(left))
    assert [pair.new.name for pair in found.pairs if pair.new] == _live(right)
    for pair in found.changed():
        for row in pair.rows():
            old = "".join(piece.text for piece in old_side(list(row.pieces)))
            assert row.kind is not Kind.CHANGED or old == row.old


def _live(articles: list[Article]) -> list[str]:
    return [one.name for one in articles if not Side(one).deleted]


@pytest.mark.skipif(not HISTORY.is_file(), reason="no shared data")
def test_every_revision_of_the_history_compares_with_the_next() -> None:
    series: dict[str, list[Statute]] = defaultdict(list)
    for _, statute in statutes_of(HISTORY):
        series[statute.id].append(statute)
    compared = 0
    for revisions in series.values():
        ordered = sorted(revisions, key=lambda one: (str(one.revision.in_force), one.revision.number.zfill(6)))
        for old, new in pairwise(ordered):
            assert_whole(compare(old.articles, new.articles), list(old.articles), list(new.articles))
            compared += 1
    assert (sum(map(len, series.values())), compared) == (437, 415)
