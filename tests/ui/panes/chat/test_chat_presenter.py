"""The chat presenter against a real history, a scripted answerer and a view that keeps what it is shown."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from govdesk.assistant.contract import load
from govdesk.errors import QuestionEmpty, ReferenceNotFound, StoreDamaged
from govdesk.knowledge.model import Collection
from govdesk.testing.answers import ANSWER, GUIDE, HITS, NOW, QUESTION, RULE, SIXTEEN, TODAY
from govdesk.testing.desk import FakeAnswerer, FakeDesk, FakeStore, FakeWork
from govdesk.ui.panes.chat.asked import STOPPED_ENGINE, Asked, Phase
from govdesk.ui.panes.chat.cards import Card
from govdesk.ui.panes.chat.presenter import ChatPresenter
from govdesk.ui.requests import OpenArticle


class FakeView:
    """Keeps the last of everything; `log` the names of calls in order."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.turns: dict[Any, Asked] = {}
        self.earlier = 0
        self.box = ""
        self.cards: tuple[Card, ...] = ()
        self.cards_of: Any = None
        self.problem: Any = None
        self.retry = False
        self.busy = False
        self.clipboard = ""
        self.requests: list[object] = []
        self.given: dict[str, Any] = {}

    def show_turns(self, turns: tuple[Asked, ...], earlier: int) -> None:
        self.turns = {turn.id: turn for turn in turns}
        self.earlier = earlier

    def show_earlier(self, turns: tuple[Asked, ...], earlier: int) -> None:
        self.turns = {**{turn.id: turn for turn in turns}, **self.turns}
        self.earlier = earlier

    def show_turn(self, turn: Asked) -> None:
        self.log.append(f"turn {turn.phase.value}")
        self.turns[turn.id] = turn

    def show_cards(self, turn: Any, cards: tuple[Card, ...]) -> None:
        self.log.append(f"cards {len(cards)}")
        self.cards_of, self.cards = turn, cards

    def show_problem(self, message: Any, retry: bool) -> None:
        self.problem, self.retry = message, retry

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def question(self) -> str:
        return self.box

    def set_question(self, text: str) -> None:
        self.box = text

    def put_on_clipboard(self, text: str) -> None:
        self.clipboard = text

    def request(self, request: object) -> None:
        self.requests.append(request)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith(("show_", "flash_", "unfold_")):
            raise AttributeError(name)

        def keep(*values: Any, **named: Any) -> None:
            self.given[name] = (*values, *named.values())

        return keep

    @property
    def last(self) -> Asked:
        return list(self.turns.values())[-1]

    @property
    def titles(self) -> list[str]:
        return [entry.title for group in self.given["show_history"][0] for entry in group.entries]


class Set:
    """A presenter with everything round it."""

    def __init__(self, folder: Path) -> None:
        self.answerer = FakeAnswerer()
        self.store = FakeStore()
        self.desk = FakeDesk(folder, answerer=self.answerer, store=self.store)
        self.work = FakeWork()
        self.view = FakeView()
        self.presenter = ChatPresenter(self.view, self.desk, self.work, now=lambda: self.desk.clock[-1])  # type: ignore[arg-type]
        self.presenter.start()

    def ask(self, question: str = QUESTION) -> None:
        """Ask and let the answer come."""
        self.presenter.ask(question)
        self.work.jobs[-1].run()

    def stored(self) -> list[Any]:
        chats = self.desk.chats()
        return [turn for summary in reversed(chats.summaries()) for turn in chats.load(summary.id)]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Set]:
    made = Set(tmp_path)
    yield made
    made.presenter.close()
    made.desk.close()


def test_the_presenter_does_without_qt() -> None:
    code = "import sys, govdesk.ui.panes.chat.presenter; print([m for m in sys.modules if m.startswith('PySide6')])"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[4]
    )
    assert told.stdout.strip() == "[]"


def test_a_question_is_stored_before_anything_is_found(at: Set) -> None:
    at.presenter.ask(QUESTION)
    assert [turn.question for turn in at.stored()] == [QUESTION]
    assert at.stored()[0].answer is None
    assert at.view.last.phase is Phase.SEARCHING and at.view.busy


def test_evidence_is_shown_before_the_answer_and_the_answer_replaces_what_streamed(at: Set) -> None:
    at.presenter.ask(QUESTION)
    job = at.work.jobs[-1]
    job.step()
    assert at.view.last.phase is Phase.PICKING and len(at.view.cards) == 4
    assert at.view.last.doing == "근거 4건을 찾음 · 문장을 고르는 중"
    job.step()
    assert at.view.last.phase is Phase.WRITING and at.view.last.streamed == "네, "
    job.run()
    assert at.view.last.phase is Phase.DONE and at.view.last.answer == ANSWER and at.view.last.streamed == ""
    assert not at.view.busy
    assert at.view.log.index("cards 4") < at.view.log.index("turn writing")


def test_a_finished_answer_is_stored_whole_and_its_follow_ups_are_offered(at: Set) -> None:
    at.ask()
    assert load(at.stored()[0].answer) == ANSWER
    assert at.view.given["show_follow_ups"] == (ANSWER.follow_ups,)


def test_the_answerer_gets_the_day_the_profile_the_scope_and_the_earlier_turns(at: Set) -> None:
    at.ask()
    at.presenter.toggle_scope("own")
    at.presenter.set_as_of(TODAY - timedelta(days=30))
    at.ask("그럼 며칠까지요?")
    call = at.answerer.calls[-1]
    assert call["as_of"] == TODAY - timedelta(days=30)
    assert call["profile"] is at.desk.settings.profile
    assert call["collections"] == {Collection.STATUTES, Collection.MANUALS, Collection.CASES}
    assert [turn.question for turn in call["history"]] == [QUESTION]
    assert at.answerer.calls[0]["collections"] is None and at.answerer.calls[0]["history"] == ()


def test_the_example_manuals_stand_in_for_manuals_only_while_nothing_was_brought(at: Set) -> None:
    at.store.counted = {Collection.EXAMPLES: 10}
    at.presenter.refresh_store()
    at.presenter.toggle_scope("statutes")
    at.ask()
    assert Collection.EXAMPLES in at.answerer.calls[-1]["collections"]
    at.store.counted = {Collection.EXAMPLES: 10, Collection.OWN: 1}
    at.presenter.refresh_store()
    at.ask()
    assert Collection.EXAMPLES not in at.answerer.calls[-1]["collections"]


def test_the_last_scope_that_is_on_stays_on(at: Set) -> None:
    for name in ("statutes", "manuals", "own"):
        at.presenter.toggle_scope(name)
    (scope,) = at.view.given["show_scope"]
    assert (scope.statutes, scope.manuals, scope.own) == (False, False, True)


def test_stopping_keeps_what_stands_with_its_evidence(at: Set) -> None:
    at.presenter.ask(QUESTION)
    job = at.work.jobs[-1]
    for _ in range(3):
        job.step()
    at.presenter.stop()
    assert job.token.cancelled and not at.view.busy
    assert at.view.last.phase is Phase.STOPPED and at.view.last.streamed == "네, 미리 "
    kept = load(at.stored()[0].answer)
    assert kept.engine == STOPPED_ENGINE and kept.decision == "네, 미리 " and kept.evidence == ANSWER.evidence


def test_a_stopped_question_comes_back_stopped_and_is_no_context_for_the_next(at: Set) -> None:
    at.presenter.ask(QUESTION)
    for _ in range(3):
        at.work.jobs[-1].step()
    at.presenter.stop()
    chat = at.desk.chats().summaries()[0].id
    at.presenter.new_chat()
    at.presenter.open_chat(chat)
    assert at.view.last.phase is Phase.STOPPED and at.view.last.streamed == "네, 미리 "
    assert len(at.view.cards) == 4
    at.ask("그럼 며칠까지요?")
    assert at.answerer.calls[-1]["history"] == ()


def test_a_question_stopped_before_the_evidence_can_be_asked_again_in_its_place(at: Set) -> None:
    at.presenter.ask(QUESTION)
    at.presenter.stop()
    assert at.stored()[0].answer is None
    at.presenter.retry(at.view.last.id)
    at.work.jobs[-1].run()
    assert len(at.view.turns) == 1 and at.view.last.phase is Phase.DONE
    assert load(at.stored()[0].answer) == ANSWER


def test_late_events_of_a_stopped_question_change_nothing(at: Set) -> None:
    at.presenter.ask(QUESTION)
    job = at.work.jobs[-1]
    at.presenter.stop()
    job._on_finished(ANSWER)
    job._on_error(StoreDamaged(Path("index")))
    assert at.view.last.phase is Phase.STOPPED and at.view.problem is None


def test_an_error_shows_its_next_step_and_gives_the_question_back(at: Set, tmp_path: Path) -> None:
    at.answerer.error = StoreDamaged(tmp_path / "index")
    at.view.box = QUESTION
    at.ask()
    assert at.view.last.phase is Phase.FAILED and not at.view.busy
    assert at.view.box == QUESTION
    assert "색인" in at.view.problem.cause and at.view.problem.next_step and at.view.retry
    at.answerer.error = None
    at.presenter.retry_last()
    at.work.jobs[-1].run()
    assert at.view.last.phase is Phase.DONE and at.view.problem is None


def test_a_question_that_must_change_is_not_offered_again(at: Set) -> None:
    at.answerer.error = QuestionEmpty()
    at.ask("?!")
    assert at.view.problem is not None and not at.view.retry


def test_what_was_typed_meanwhile_is_not_overwritten_by_a_failed_question(at: Set) -> None:
    at.answerer.error = QuestionEmpty()
    at.presenter.ask(QUESTION)
    at.view.box = "다음 질문을 쓰는 중"
    at.work.jobs[-1].run()
    assert at.view.box == "다음 질문을 쓰는 중"


def test_a_fault_of_the_program_gets_a_banner_too(at: Set) -> None:
    at.answerer.error = ZeroDivisionError("bug")
    at.ask()
    assert at.view.problem.cause and at.view.problem.next_step and at.view.retry


def test_a_question_that_is_too_long_stays_in_the_box_and_out_of_the_history(at: Set) -> None:
    at.view.box = "가" * 10_000
    at.presenter.ask(at.view.box)
    assert at.view.box == "가" * 10_000 and at.stored() == []
    assert "10,000" in at.view.problem.cause


def test_nothing_is_asked_while_an_answer_is_on_its_way_nor_without_words(at: Set) -> None:
    at.presenter.ask("   ")
    assert at.work.jobs == []
    at.presenter.ask(QUESTION)
    at.presenter.ask("다른 질문")
    assert len(at.work.jobs) == 1 and len(at.stored()) == 1


def test_a_chip_brings_its_turns_cards_and_flashes_the_right_one(at: Set) -> None:
    at.ask()
    first = at.view.last.id
    at.ask("다음 질문")
    at.presenter.evidence.show_citation(first, 1)
    assert at.view.cards_of == first and at.view.given["flash_card"] == (1,)


def test_opening_a_card_asks_the_window_for_article_and_place_on_the_day_of_the_question(at: Set) -> None:
    at.presenter.set_as_of(TODAY - timedelta(days=30))
    at.ask()
    at.presenter.set_as_of(TODAY)
    at.presenter.evidence.open_card(1)
    expected = OpenArticle(RULE.id, "제16조", "제6항", HITS[0].passage.id, TODAY - timedelta(days=30))
    assert at.view.requests == [expected]


def test_a_reference_in_the_text_is_resolved_in_the_store(at: Set) -> None:
    at.ask()
    at.presenter.evidence.open_reference("공공사무 휴가규정 제16조제6항")
    assert at.view.requests == [OpenArticle(RULE.id, "제16조", "제6항", as_of=TODAY)]


def test_a_reference_that_is_not_in_the_store_says_so(at: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    at.ask()

    def missing(text: str, as_of: object) -> object:
        raise ReferenceNotFound(text)

    monkeypatch.setattr(at.store, "resolve", missing)
    at.presenter.evidence.open_reference("없는법 제1조")
    assert "없는법 제1조" in at.view.problem.cause and at.view.requests == []


def test_a_card_unfolds_to_the_whole_article_when_it_holds_a_part(at: Set) -> None:
    part = replace(HITS[0], passage=replace(HITS[0].passage, place="제4항–제6항"))
    at.answerer.answer = replace(ANSWER, citations=(), evidence=replace(ANSWER.evidence, hits=(part, *HITS[1:])))
    at.store.whole = (replace(part.passage, text="① 앞부분이다."), part.passage)
    at.ask()
    at.presenter.evidence.unfold(1)
    assert at.view.given["unfold_card"] == (1, "① 앞부분이다.\n" + SIXTEEN)
    at.presenter.evidence.unfold(3)
    assert at.view.given["unfold_card"] == (3, GUIDE)


def test_copying_takes_plain_text_and_a_card_with_its_citation(at: Set) -> None:
    at.ask()
    at.presenter.copy_answer(at.view.last.id)
    assert at.view.clipboard == ANSWER.text
    at.presenter.evidence.copy_card(1)
    assert at.view.clipboard == f"{SIXTEEN}\n(공공사무 휴가규정 제16조, 2025. 12. 4. 시행)"


def test_feedback_is_stored_and_the_same_answer_twice_takes_it_back(at: Set) -> None:
    at.ask()
    turn = at.view.last.id
    at.presenter.say_helpful(turn, True)
    assert at.view.last.helpful is True and at.stored()[0].helpful is True
    at.presenter.say_helpful(turn, True)
    assert at.view.last.helpful is None and at.stored()[0].helpful is None
    at.presenter.say_helpful(turn, False)
    assert at.stored()[0].helpful is False


def test_the_question_as_it_was_searched_can_be_mended(at: Set) -> None:
    at.answerer.answer = replace(ANSWER, rewritten="다음 해 휴가 미리 쓰기")
    at.ask()
    assert at.view.last.rewritten == "다음 해 휴가 미리 쓰기"
    at.presenter.edit_rewritten(at.view.last.id)
    assert at.view.box == "다음 해 휴가 미리 쓰기"


def test_a_conversation_comes_back_as_it_was(at: Set) -> None:
    at.ask()
    at.presenter.say_helpful(at.view.last.id, True)
    before = at.view.last
    chat = at.desk.chats().summaries()[0].id
    at.presenter.new_chat()
    assert at.view.turns == {} and at.view.cards == ()
    at.presenter.open_chat(chat)
    assert at.view.last == before and at.view.given["show_follow_ups"] == (ANSWER.follow_ups,)
    assert at.presenter.title == QUESTION


def test_a_long_conversation_opens_at_its_end_and_earlier_turns_come_on_request(at: Set) -> None:
    for number in range(20):
        at.ask(f"질문 {number}")
    chat = at.desk.chats().summaries()[0].id
    at.presenter.new_chat()
    at.presenter.open_chat(chat)
    assert [turn.question for turn in at.view.turns.values()] == [f"질문 {n}" for n in range(12, 20)]
    assert at.view.earlier == 12
    at.presenter.show_earlier()
    assert next(iter(at.view.turns.values())).question == "질문 4" and at.view.earlier == 4
    at.presenter.ask("이어서")
    assert len(at.answerer.calls) == 20  # the job has not been stepped yet
    at.work.jobs[-1].step()
    assert len(at.answerer.calls[-1]["history"]) == 20


def test_the_history_is_grouped_by_how_long_ago_it_was(at: Set) -> None:
    for days in (100, 75, 30, 12, 3, 0):
        at.desk.clock.append(NOW - timedelta(days=days))
        at.presenter.new_chat()
        at.ask(f"{days}일 전 질문")
    groups = at.view.given["show_history"][0]
    assert [group.heading for group in groups] == ["오늘", "이번 주", "이번 달", "지난달", "2026년 9월", "2026년 8월"]
    assert at.view.given["show_history"][1] == at.desk.chats().summaries()[0].id


def test_searching_the_history_looks_into_questions_and_answers(at: Set) -> None:
    at.ask("출장 여비 정산")
    at.presenter.new_chat()
    at.answerer.answer = replace(ANSWER, decision="정산은 두 주 안에 합니다.")
    at.ask("돌아와서 할 일")
    at.presenter.history.search("두 주 안에")
    assert at.view.titles == ["돌아와서 할 일"]
    at.presenter.history.search("없는 말")
    assert at.view.titles == [] and at.view.given["show_history"][2] is True


def test_a_deleted_chat_can_be_taken_back_until_the_time_is_over(at: Set) -> None:
    at.ask("지울 질문")
    chat = at.desk.chats().summaries()[0].id
    at.presenter.history.delete(chat)
    assert at.view.titles == [] and at.view.turns == {}
    assert at.view.given["show_undo"] == ("‘지울 질문’ 대화를 지웠습니다.",)
    at.presenter.history.undo()
    assert at.view.titles == ["지울 질문"] and at.view.last.question == "지울 질문"
    at.presenter.history.delete(chat)
    at.presenter.history.settle()
    assert at.desk.chats().summaries() == [] and at.view.given["show_undo"] == ("",)


def test_a_delete_that_is_still_pending_is_carried_out_at_the_end(at: Set) -> None:
    at.ask()
    at.presenter.history.delete(at.desk.chats().summaries()[0].id)
    at.presenter.close()
    assert at.desk.chats().summaries() == []


def test_a_new_name_can_be_taken_back(at: Set) -> None:
    at.ask("처음 이름")
    chat = at.desk.chats().summaries()[0].id
    at.presenter.history.rename(chat, "새 이름")
    assert at.view.titles == ["새 이름"]
    at.presenter.history.undo()
    assert at.view.titles == ["처음 이름"]
    at.presenter.history.rename(chat, "   ")
    assert at.view.titles == ["처음 이름"]


def test_closing_while_an_answer_is_on_its_way_keeps_what_stands(at: Set) -> None:
    at.presenter.ask(QUESTION)
    for _ in range(2):
        at.work.jobs[-1].step()
    at.presenter.close()
    assert load(at.stored()[0].answer).decision == "네, "


def test_the_empty_pane_suggests_questions_by_job_and_says_when_there_are_no_statutes(at: Set, tmp_path: Path) -> None:
    folder = tmp_path / "starters"
    folder.mkdir()
    (folder / "leave.yaml").write_text("인사·복무:\n- 휴가를 며칠 쓰나요?\n", encoding="utf-8")
    (folder / "money.yaml").write_text("회계·계약:\n- 여비는 언제 정산하나요?\n", encoding="utf-8")
    at.presenter.new_chat()
    assert at.view.given["show_empty"] == (("휴가를 며칠 쓰나요?",), False)
    at.store.counted = {Collection.EXAMPLES: 10}
    at.presenter.refresh_store()
    assert at.view.given["show_empty"] == (("휴가를 며칠 쓰나요?",), True)


def test_the_date_that_is_not_today_is_marked_and_the_retention_is_said(at: Set) -> None:
    assert at.view.given["show_retention"] == ("기록은 90일 뒤 지움",)
    assert at.view.given["show_as_of"] == (TODAY, False)
    at.presenter.set_as_of(TODAY - timedelta(days=1))
    assert at.view.given["show_as_of"] == (TODAY - timedelta(days=1), True)
