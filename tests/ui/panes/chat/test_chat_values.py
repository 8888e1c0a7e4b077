"""What the chat pane shows, as values: cards, quotes, articles, links, history, first questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdesk.assistant.model import CitationStatus, TableRow
from govdesk.knowledge.model import DocumentState
from govdesk.testing.answers import (
    ALLOWED,
    ANSWER,
    COMING,
    EXAMPLE,
    FIFTEEN,
    HITS,
    LOCAL,
    SIXTEEN,
    citation,
    hit,
    passage,
)
from govdesk.ui.panes.chat.article import excerpt, whole
from govdesk.ui.panes.chat.cards import CardState, cards_of, guide_number
from govdesk.ui.panes.chat.history import heading_of
from govdesk.ui.panes.chat.layout import boxes_fit, closing, guide, opening, streamed, verified
from govdesk.ui.panes.chat.links import links_in, reference_in
from govdesk.ui.panes.chat.prose import Kind, Look, marked
from govdesk.ui.panes.chat.scope import Scope
from govdesk.ui.panes.chat.starters import starters


def test_cited_hits_keep_their_number_and_the_rest_follow_in_rank_order() -> None:
    cited = replace(ANSWER.citations[0], number=1, hit=HITS[3], spans=((0, 5),))
    cards = cards_of(ANSWER.evidence, replace(ANSWER, citations=(cited,)))
    assert [(card.number, card.hit.rank) for card in cards] == [(1, 4), (2, 1), (3, 2), (4, 3)]
    assert [card.sure for card in cards] == [True, False, False, False]


def test_a_cited_article_that_the_search_did_not_find_gets_a_card_too() -> None:
    other = hit(1, LOCAL, passage(LOCAL, "제9조", "벌칙", "어긴 사람은 주의를 받는다."))
    cards = cards_of(ANSWER.evidence, replace(ANSWER, citations=(citation(1, other, "", "주의를 받는다."),)))
    assert len(cards) == 5 and cards[0].hit is other


def test_cards_say_where_their_text_stands() -> None:
    first, _, third, _ = cards_of(ANSWER.evidence, ANSWER)
    assert first.title == "공공사무 휴가규정 제16조(휴가계획 및 승인)"
    assert first.where == "공공사무 휴가규정 › 제3장 휴가 · 2025. 12. 4. 시행"
    assert third.title == "휴가 길잡이 2.3 휴가 당겨쓰기"
    assert third.where == "우리 기관 매뉴얼 · 2 휴가 · 2026년판 14쪽"


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (DocumentState.IN_FORCE, CardState.REFERENCE),
        (DocumentState.FUTURE, CardState.FUTURE),
        (DocumentState.FUTURE_HIDDEN, CardState.FUTURE),
        (DocumentState.SUPERSEDED, CardState.SUPERSEDED),
        (DocumentState.REPEALED, CardState.REPEALED),
    ],
)
def test_a_card_is_marked_by_the_state_of_its_document(state: DocumentState, expected: CardState) -> None:
    found = hit(1, COMING, passage(COMING, "제3조", "보상", "휴가를 보상한다."), state=state)
    (card,) = cards_of(replace(ANSWER.evidence, hits=(found,)), None)
    assert card.state is expected


def test_an_example_is_marked_as_one() -> None:
    found = hit(1, EXAMPLE, passage(EXAMPLE, "", "1.1 시작", "예시다."))
    (card,) = cards_of(replace(ANSWER.evidence, hits=(found,)), None)
    assert card.state is CardState.EXAMPLE and card.where.startswith("예시 매뉴얼")


def test_the_how_to_card_finds_the_evidence_it_was_made_of() -> None:
    assert guide_number(ANSWER) == 3
    assert ANSWER.card is not None
    assert guide_number(replace(ANSWER, card=replace(ANSWER.card, source="없는 책"))) is None
    assert guide_number(replace(ANSWER, card=None)) is None


def test_an_excerpt_keeps_the_answering_lines_and_marks_the_answering_words() -> None:
    start = SIXTEEN.index("휴가 신청을")
    paras = excerpt(SIXTEEN, ((start, start + 6),), "공공사무 휴가규정")
    assert [para.text for para in paras] == [SIXTEEN.split("\n")[1] + "\u00a0…"]
    assert [run.text for run in paras[0].runs if run.look is Look.MARK] == ["휴가 신청을"]


def test_an_excerpt_says_where_lines_were_left_out() -> None:
    lines = SIXTEEN.split("\n")
    last = SIXTEEN.index(lines[4])
    paras = excerpt(SIXTEEN, ((0, 3), (last, last + 3)), "")
    assert [para.text for para in paras] == [lines[0], "…", lines[4]]


def test_the_opening_of_a_hit_ends_at_a_word_and_never_in_a_number() -> None:
    (para,) = excerpt("① 가나다라 " * 4 + "2. 마바사 " + "아자차카 " * 20, (), "")
    assert para.text.endswith("\u00a0…") and len(para.text) <= 62
    (cut,) = excerpt("가나다라마바 " * 8 + "1. 사아자차카타파하", (), "")
    assert not cut.text.removesuffix("\u00a0…").endswith("1.")


def test_the_whole_article_hangs_items_and_sets_amendment_marks_back() -> None:
    text = "① 다음과 같다. <개정 2020.1.1>\n1. 첫째\n가. 작은 것\n1) 더 작은 것"
    paras = whole(text, (), "")
    assert [(para.text, para.depth) for para in paras] == list(zip(text.split("\n"), (0, 1, 2, 3), strict=True))
    assert [run.text for run in paras[0].runs if run.look is Look.DIM] == ["<개정 2020.1.1>"]
    assert all(para.kind is Kind.LAW for para in paras)


def test_references_in_an_article_are_links_to_their_own_statute_or_the_one_they_name() -> None:
    (para, *_) = whole("⑥ 제15조제1항과 「예시법」 제3조에 따른다.", (), "공공사무 휴가규정")
    assert [run.href for run in para.runs if run.look is Look.LINK] == [
        "ref:공공사무 휴가규정 제15조제1항",
        "ref:예시법 제3조",
    ]
    assert links_in("제3조에 따른다.") == ()


def test_a_line_that_is_one_reference_links_as_a_whole() -> None:
    assert reference_in("공공사무 휴가규정 제16조제6항") == ((0, 17, "ref:공공사무 휴가규정 제16조제6항"),)
    assert reference_in("예시법 제1조, 제2조") == ()
    assert reference_in("서식은 따로 없음") == ()


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_marking_never_changes_a_text(text: str, slices: list[tuple[int, int]]) -> None:
    marks = tuple((min(a, b, len(text)), min(max(a, b), len(text))) for a, b in slices)
    assert "".join(run.text for run in marked(text, marks, ())) == text


def test_an_answer_opens_with_its_decision_and_one_quote() -> None:
    decision, quote = opening(ANSWER)
    assert decision.kind is Kind.DECISION and decision.text == ANSWER.decision
    assert quote.kind is Kind.QUOTE and quote.text.startswith(f"“{ALLOWED.quote}”")
    assert quote.runs[-1].text == "1 공공사무 휴가규정 제16조제6항" and quote.runs[-1].href == "chip:1"
    assert len(closing(ANSWER)) == 1


def test_twins_with_the_same_words_share_a_quote_with_two_chips() -> None:
    twin = replace(ALLOWED, number=2, hit=HITS[3])
    answer = replace(ANSWER, citations=(ALLOWED, twin))
    (_, quote) = opening(answer)
    assert [run.href for run in quote.runs if run.href] == ["chip:1", "chip:2"]
    assert closing(answer) == () and str(verified(answer)) == "인용 1건 확인됨"


def test_what_the_decision_repeats_is_strong_in_the_quote_unless_it_is_most_of_it() -> None:
    (_, quote) = opening(ANSWER)
    assert [run.text for run in quote.runs if run.look is Look.STRONG] == ["휴가를 모두", " 다음 해"]
    (_, same) = opening(replace(ANSWER, decision=ALLOWED.quote))
    assert not [run for run in same.runs if run.look is Look.STRONG]


@pytest.mark.parametrize(
    ("status", "look", "words"),
    [
        (CitationStatus.NO_SUCH_ARTICLE, Look.CHIP_BAD, " · 없는 조문"),
        (CitationStatus.REPEALED, Look.CHIP_BAD, " · 폐지"),
        (CitationStatus.NOT_IN_FORCE, Look.CHIP_WARN, " · 2025. 12. 4. 시행 예정"),
        (CitationStatus.NOT_IN_STORE, Look.CHIP_OFF, " · 자료에 없음"),
    ],
)
def test_a_chip_says_what_is_wrong_with_its_citation(status: CitationStatus, look: Look, words: str) -> None:
    (_, quote) = opening(replace(ANSWER, citations=(replace(ALLOWED, status=status),)))
    assert quote.runs[-1].look is look and quote.runs[-1].text.endswith(words)


def test_quotes_that_were_not_found_are_counted() -> None:
    bad = replace(ANSWER.citations[1], status=CitationStatus.NO_SUCH_ARTICLE)
    assert str(verified(replace(ANSWER, citations=(ALLOWED, bad)))) == "인용 2건 가운데 1건 확인됨"


def test_several_steps_become_one_numbered_line() -> None:
    assert ANSWER.card is not None
    (steps,) = next(line for line in guide(ANSWER.card) if line.label == "절차").paras
    assert steps.text == "1\u00a0남은 휴가 확인 → 2\u00a0근무 시스템에서 ‘휴가(당겨쓰기)’ 신청 → 3\u00a0부서장 승인"


def test_a_line_that_repeats_the_rewritten_question_is_not_taken_for_the_decision() -> None:
    first, second = streamed("(이렇게 찾았습니다: 고친 물음)\n네, 됩니다.\n“인용”", "고친 물음")
    assert (first.kind, first.text) == (Kind.DECISION, "네, 됩니다.") and second.text == "“인용”"


def test_only_short_tables_of_two_cells_stand_side_by_side() -> None:
    assert boxes_fit(ANSWER.table)
    assert not boxes_fit((*ANSWER.table, *ANSWER.table))
    assert not boxes_fit((TableRow(("가", "나", "다")), TableRow(("라", "마", "바"))))
    assert not boxes_fit((TableRow(("아주 긴 머리글이라 상자에 들어가지 않음", "1일")),) * 2)


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        (date(2026, 11, 20), "오늘"),
        (date(2026, 11, 21), "오늘"),
        (date(2026, 11, 16), "이번 주"),
        (date(2026, 11, 15), "이번 달"),
        (date(2026, 10, 31), "지난달"),
        (date(2026, 9, 30), "2026년 9월"),
        (date(2025, 11, 20), "2025년 11월"),
    ],
)
def test_conversations_stand_under_how_long_ago_they_were(day: date, heading: str) -> None:
    assert heading_of(day, date(2026, 11, 20)) == heading


def test_january_follows_december() -> None:
    assert heading_of(date(2026, 12, 30), date(2027, 1, 4)) == "지난달"


def test_first_questions_are_mixed_from_the_persons_jobs(tmp_path: Path) -> None:
    jobs = ("일반", "민원", "복지")
    text = "\n".join(f"{job}:\n" + "\n".join(f"- {job} 질문 {n}" for n in range(4)) for job in jobs)
    (tmp_path / "first.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("민원: [", encoding="utf-8")
    assert starters(tmp_path, ("복지", "민원"))[:3] == ("복지 질문 0", "민원 질문 0", "복지 질문 1")
    assert starters(tmp_path, ("복지",))[3:] == ("복지 질문 3", "일반 질문 0", "일반 질문 1")
    assert starters(tmp_path, ()) == tuple(f"일반 질문 {n}" for n in range(4))
    assert starters(tmp_path / "none", ("복지",)) == ()


def test_all_scopes_leave_the_choice_to_the_store() -> None:
    assert Scope().collections(examples=True) is None
    chosen = Scope().toggled("statutes").collections(examples=False)
    assert chosen is not None and {c.value for c in chosen} == {"manuals", "cases", "own"}


def test_dates_and_items_of_a_card_are_read_from_the_canonical_text() -> None:
    assert [para.depth for para in whole(FIFTEEN, (), "")] == [0, 1, 1]
