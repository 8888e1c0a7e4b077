"""Text as drawn: folded marks, links, copying the source, finding across display signs; heights; selections; tabs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govdesk.knowledge.model import DocumentId
from govdesk.law.marks import without_marks
from govdesk.ui.panes.regulations.drawn import draw
from govdesk.ui.panes.regulations.heights import Heights
from govdesk.ui.panes.regulations.links import Goal, Link
from govdesk.ui.panes.regulations.page import Block, Kind
from govdesk.ui.panes.regulations.searching import Matches, count_matches, pattern_of
from govdesk.ui.panes.regulations.selecting import Selection
from govdesk.ui.panes.regulations.tabs import MOST_TABS, Spot, Tabs

MARKED = "등을 켠다. <개정 2020.1.1, 2023.5.2> 다만, 낮에는 켤 수 있다. <신설 2024.1.1>"


def flat(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2060", "")


def test_amendments_fold_to_chips_that_count() -> None:
    drawn = draw(MARKED)
    assert [flat(drawn.text[a:b]).strip() for a, b in drawn.chips] == ["개정 2", "신설"]
    assert drawn.copied(0, len(drawn.text)) == "등을 켠다. 다만, 낮에는 켤 수 있다."


def test_a_chip_never_begins_a_line() -> None:
    drawn = draw(MARKED)
    assert all(drawn.text[start - 1] == "\u00a0" for start, _ in drawn.chips)


def test_a_deletion_always_shows_its_date() -> None:
    for shown in (False, True):
        drawn = draw("삭제 <2015.10.6>", marks_shown=shown)
        assert flat(drawn.text) == "삭제  2015. 10. 6. "


def test_marks_in_full_are_copied_as_in_the_source() -> None:
    drawn = draw(MARKED, marks_shown=True)
    assert not drawn.chips
    assert drawn.copied(0, len(drawn.text)) == MARKED


def test_a_mark_that_changes_the_meaning_is_never_folded() -> None:
    assert "[시행일: 2027.1.1]" in flat(draw("등을 켠다. [시행일: 2027.1.1]").text)


def test_links_keep_their_place_behind_a_mark() -> None:
    text = "앞 <개정 2020.1.1> 제3조를 본다."
    start = text.index("제3조")
    drawn = draw(text, (Link(start, start + 3, Goal("", "제3조")),))
    ((a, b, _),) = drawn.links
    assert drawn.text[a:b] == "제3조"


def test_words_are_found_through_spaces_dots_and_display_signs() -> None:
    pattern = pattern_of("켤수있다")
    assert pattern is not None
    drawn = draw(MARKED)
    ((a, b),) = drawn.matches(pattern)
    assert flat(drawn.text[a:b]) == "켤 수 있다"
    dotted = pattern_of("휴직정직")
    assert dotted is not None
    assert len(draw("휴직ㆍ정직").matches(dotted)) == 1


def test_the_words_of_a_chip_are_not_found() -> None:
    pattern = pattern_of("개정")
    assert pattern is not None
    assert draw(MARKED).matches(pattern) == []


def test_a_match_may_run_across_a_folded_mark() -> None:
    pattern = pattern_of("켠다. 다만")
    assert pattern is not None
    ((a, b),) = draw(MARKED).matches(pattern)
    block = Block(Kind.TEXT, 0, MARKED, without_marks(MARKED).text)
    assert draw(MARKED).text[a:b].startswith("켠다") and count_matches([block], pattern).total == 1


def test_matches_are_counted_and_walked_by_block() -> None:
    blocks = [Block(Kind.TEXT, 0, text, text) for text in ("등대 등불", "없음", "등 등 등")]
    pattern = pattern_of("등")
    assert pattern is not None
    matches = count_matches(blocks, pattern)
    assert (matches.total, matches.blocks, matches.counts) == (5, (0, 2), (2, 3))
    assert [matches.at(number) for number in range(5)] == [(0, 0), (0, 1), (2, 0), (2, 1), (2, 2)]
    assert matches.first_from(1) == 2 and matches.first_from(3) == 0
    assert pattern_of(" ㆍ ") is None and Matches().total == 0


@given(st.lists(st.integers(1, 400), min_size=1, max_size=300), st.data())
def test_heights_agree_with_plain_sums(values: list[int], data: st.DataObject) -> None:
    heights = Heights(list(values))
    for _ in range(5):
        index = data.draw(st.integers(0, len(values) - 1))
        height = data.draw(st.integers(1, 400))
        assert heights.put(index, height) == height - values[index]
        values[index] = height
    assert heights.total == sum(values)
    index = data.draw(st.integers(0, len(values)))
    assert heights.offset(index) == sum(values[:index])
    y = data.draw(st.integers(-5, sum(values) + 5))
    found = heights.find(y)
    if 0 <= y < sum(values):
        assert heights.offset(found) <= y < heights.offset(found + 1)
    else:
        assert found == (0 if y < 0 else len(values) - 1)


def test_a_selection_spans_blocks_whichever_way_it_was_drawn() -> None:
    chosen = Selection((3, 4), (1, 2))
    assert [chosen.within(block, 9) for block in range(5)] == [None, (2, 9), (0, 9), (0, 4), None]
    assert Selection((1, 1), (1, 1)).within(1, 5) is None


def test_a_ninth_tab_closes_the_one_longest_unused() -> None:
    tabs = Tabs()
    for number in range(MOST_TABS):
        tabs.open(Spot(DocumentId(f"d{number}")))
    tabs.choose(tabs.all()[0].key)
    tabs.open(Spot(DocumentId("new")))
    held = [tab.spot.document for tab in tabs.all()]
    assert len(held) == MOST_TABS and "d0" in held and "d1" not in held


def test_back_and_forward_within_a_tab() -> None:
    tab = Tabs().open(Spot(DocumentId("a")))
    tab.visit(Spot(DocumentId("a"), "제2조"))
    tab.visit(Spot(DocumentId("a"), "제2조"))
    tab.visit(Spot(DocumentId("b")))
    assert [tab.step_back(), tab.step_back(), tab.step_back()] == [
        Spot(DocumentId("a"), "제2조"),
        Spot(DocumentId("a")),
        None,
    ]
    assert tab.step_forward() == Spot(DocumentId("a"), "제2조")
    tab.visit(Spot(DocumentId("c")))
    assert tab.step_forward() is None
