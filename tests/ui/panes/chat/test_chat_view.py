"""The chat pane on screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from govdesk.errors import StoreFull
from govdesk.knowledge.model import Collection
from govdesk.testing.answers import ANSWER, FIFTEEN, HITS, NOW, QUESTION, REFUSED, RULE, SIXTEEN, TODAY
from govdesk.testing.desk import FakeDesk, FakeStore
from govdesk.ui.main.datechip import DateSheet
from govdesk.ui.panes.chat import waiting
from govdesk.ui.panes.chat.prosebox import ProseBox
from govdesk.ui.panes.chat.refusalbox import RefusalBox
from govdesk.ui.panes.chat.turnbox import TurnBox
from govdesk.ui.panes.chat.waiting import Waiting
from govdesk.ui.requests import Ask, ImportFiles, OpenArticle, OpenPane

Made = Callable[..., Any]
LEFT = Qt.MouseButton.LeftButton


def proses(within: QWidget) -> list[ProseBox]:
    return [box for box in within.findChildren(ProseBox) if not box.isHidden()]


def words(within: QWidget) -> str:
    """Everything a person can read in `within`."""
    labels = [label.accessibleName() or label.text() for label in within.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(box.plain() for box in proses(within))]).replace("\u00a0", " ")


def chip_point(box: ProseBox, href: str) -> QPoint:
    """The middle of a chip, in the box's viewport."""
    area = box.viewport().rect()
    points = [QPoint(x, y) for y in range(0, area.height(), 2) for x in range(0, area.width(), 4)]
    inside = [point for point in points if box.chip_at(point.toPointF()) == href]
    assert inside, f"no chip {href}"
    return inside[len(inside) // 2]


def compose(target: QWidget, syllable: str) -> None:
    QApplication.sendEvent(target, QInputMethodEvent(syllable, []))


def typed(target: QWidget, text: str) -> None:
    """Hangul as an input method hands it over; `QTest` types Latin letters only."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(target, event)


def last(pane: Any) -> TurnBox:
    return pane.view.conversation.boxes()[-1]


def test_typing_and_enter_ask_and_the_answer_stands_with_its_quotes(qtbot: Any, pane: Any) -> None:
    pane.view.ask_box.input.setFocus()
    typed(pane.view.ask_box.input, QUESTION)
    qtbot.keyClick(pane.view.ask_box.input, Qt.Key.Key_Return)
    pane.work.jobs[-1].run()
    QApplication.processEvents()
    assert pane.view.question() == ""
    shown = words(last(pane))
    assert ANSWER.decision in shown and ANSWER.citations[0].quote in shown
    assert "자료에서 뽑음" in shown and "인용 2건 확인됨" in shown and "2026. 11. 20. 기준" in shown
    assert "‘연차’ → ‘연가’로도 찾음" in shown and ANSWER.twin_note in shown
    assert [chip.accessibleName() for chip in pane.view.follow_ups.chips()] == [
        f"이어서 묻기: {question}" for question in ANSWER.follow_ups
    ]


def test_enter_ends_a_composition_and_the_button_takes_the_open_syllable_with_it(qtbot: Any, pane: Any) -> None:
    box = pane.view.ask_box.input
    box.setFocus()
    box.set_value("휴가를 쓸 수 있나")
    compose(box, "요")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert pane.work.jobs == []
    qtbot.mouseClick(pane.view.ask_box.button, LEFT)
    pane.work.jobs[-1].step()
    assert pane.desk.made_answerer.calls[0]["question"] == "휴가를 쓸 수 있나요"


def test_evidence_is_there_before_the_answer(pane: Any) -> None:
    pane.chat.presenter.ask(QUESTION)
    pane.work.jobs[-1].step()
    assert len(pane.view.evidence.cards) == 4
    assert ANSWER.decision not in words(last(pane))


def test_the_answer_grows_below_the_question_without_moving_the_view(qtbot: Any, pane: Any) -> None:
    for _ in range(2):
        pane.ask()
    pane.chat.presenter.ask("그럼 며칠까지 되나요?")
    QApplication.processEvents()
    bar = pane.view.conversation.verticalScrollBar()
    stood = bar.value()
    assert last(pane).mapTo(pane.view.conversation.viewport(), QPoint(0, 0)).y() == 0
    job = pane.work.jobs[-1]
    while job.step():
        QApplication.processEvents()
        assert bar.value() == stood
    qtbot.wait(20)
    assert bar.value() == stood


def test_stop_stands_where_ask_stood_and_keeps_what_stands(qtbot: Any, pane: Any) -> None:
    button = pane.view.ask_box.button
    right = button.geometry().right()
    assert button.text() == "묻기"
    pane.chat.presenter.ask(QUESTION)
    for _ in range(4):
        pane.work.jobs[-1].step()
    QApplication.processEvents()
    assert button.text() == "멈춤" and button.geometry().right() == right
    qtbot.mouseClick(button, LEFT)
    assert button.text() == "묻기"
    assert "멈춤" in words(last(pane)) and "네, 미리 쓸" in words(last(pane))
    assert any(b.text() == "다시 묻기" and b.isVisible() for b in last(pane).findChildren(QAbstractButton))


def test_control_and_full_stop_stops(qtbot: Any, pane: Any) -> None:
    pane.chat.presenter.ask(QUESTION)
    pane.view.ask_box.input.setFocus()
    qtbot.keyClick(pane.view.ask_box.input, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert not pane.chat.presenter.busy


def test_waiting_shows_nothing_at_first_then_what_is_done_then_a_count(
    qtbot: Any, pane: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "COUNT_MS", 400)
    pane.chat.presenter.ask(QUESTION)
    pane.work.jobs[-1].step()
    (wait,) = last(pane).findChildren(Waiting)
    assert wait.isHidden()
    qtbot.waitUntil(lambda: not wait.isHidden())
    assert wait.words == "근거 4건을 찾음 · 문장을 고르는 중"
    qtbot.waitUntil(lambda: wait.words.endswith("초"))
    (stop,) = [b for b in wait.findChildren(QAbstractButton) if b.isVisible()]
    qtbot.mouseClick(stop, LEFT)
    assert wait.isHidden() and not pane.chat.presenter.busy


def test_an_error_is_a_banner_in_the_pane_with_the_question_kept(qtbot: Any, pane: Any, tmp_path: Any) -> None:
    pane.desk.made_answerer.error = StoreFull(tmp_path)
    pane.view.ask_box.input.set_value(QUESTION)
    pane.view.ask_box.input.submit()
    pane.work.jobs[-1].run()
    assert pane.view.banner.isVisible() and "디스크" in pane.view.banner.headline.source
    assert pane.view.banner.text.source
    assert pane.view.question() == QUESTION
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    pane.desk.made_answerer.error = None
    qtbot.mouseClick(pane.view.retry_button, LEFT)
    pane.work.jobs[-1].run()
    assert not pane.view.banner.isVisible() and ANSWER.decision in words(last(pane))


def test_a_chip_brings_its_card_into_sight_and_flashes_it(qtbot: Any, made: Made) -> None:
    pane = made(size=(1302, 420))
    third = replace(
        ANSWER.citations[1], number=4, hit=HITS[3], quote="다음 해 휴가를 미리 쓰게 할 수 있다.", spans=((13, 34),)
    )
    pane.ask(answer=replace(ANSWER, citations=(ANSWER.citations[0], third)))
    qtbot.wait(10)
    card = pane.view.evidence.widget_of(4)
    box = next(box for box in proses(last(pane)) if third.quote in box.plain())
    qtbot.mouseClick(box.viewport(), LEFT, pos=chip_point(box, "chip:4"))
    assert card.flashing and card.selected
    assert not card.visibleRegion().isEmpty()
    qtbot.waitUntil(lambda: not card.flashing)


def test_chips_answer_in_28_px_and_by_key(qtbot: Any, pane: Any) -> None:
    pane.ask()
    box = proses(last(pane))[0]
    point = chip_point(box, "chip:1")
    high = [y for y in range(-8, box.height() + 8) if box.chip_at(QPoint(point.x(), y).toPointF()) == "chip:1"]
    assert len(high) >= 28
    followed = []
    box.followed.connect(followed.append)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert followed == ["chip:1"]


def test_copying_a_selection_gives_the_source_and_not_what_is_drawn(pane: Any) -> None:
    quoted = "보고ㆍ검토를 마치면 2026. 12. 1.(화)까지 쓸 수 있다."
    cited = replace(ANSWER.citations[0], quote=quoted)
    pane.ask(answer=replace(ANSWER, citations=(cited,), table=(), card=None))
    box = next(box for box in proses(last(pane)) if quoted in box.plain())
    drawn = box.document().toRawText()
    assert "쓸\u00a0수\u00a0있다" in drawn and "2026.\u00a012.\u00a01.\u2060(화)" in drawn
    box.selectAll()
    box.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied == f"{ANSWER.decision}\n“{quoted}” [1 공공사무 휴가규정 제16조제6항]"
    cursor = box.textCursor()
    start = drawn.index("보고")
    cursor.setPosition(start)
    cursor.setPosition(start + 5, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    assert box.selected_original() == "보고ㆍ검토"


def test_the_copy_button_takes_the_whole_answer(qtbot: Any, pane: Any) -> None:
    pane.ask()
    copy = next(b for b in last(pane).findChildren(QAbstractButton) if b.accessibleName() == "답변 복사")
    qtbot.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == ANSWER.text
    assert pane.said == ["복사했습니다."]


def test_the_own_row_of_a_table_and_the_steps_are_shown(pane: Any) -> None:
    pane.ask()
    names = [widget.accessibleName() for widget in last(pane).findChildren(QWidget)]
    assert "1년 미만 5일, 내 줄" in names and "4년 이상 10일" in names
    shown = words(last(pane))
    assert "프로필: 재직 1년 미만" in shown
    for label in ("근거", "절차", "기한", "서식", "유의"):
        assert label in shown
    assert "1 남은 휴가 확인 → 2 근무 시스템에서" in shown


def test_a_reference_in_the_steps_opens_its_article(qtbot: Any, pane: Any) -> None:
    pane.ask()
    box = next(box for box in proses(last(pane)) if box.accessibleName() == "근거")
    qtbot.mouseClick(box.viewport(), LEFT, pos=QPoint(40, box.height() // 2))
    assert pane.requests == [OpenArticle(RULE.id, "제16조", "제6항", as_of=TODAY)]


def test_the_steps_lead_to_the_card_of_their_manual(qtbot: Any, pane: Any) -> None:
    pane.ask()
    link = next(b for b in last(pane).findChildren(QAbstractButton) if b.accessibleName().startswith("근거 3"))
    qtbot.mouseClick(link, LEFT)
    assert pane.view.evidence.widget_of(3).flashing


def test_a_card_opens_unfolds_folds_and_copies(qtbot: Any, pane: Any) -> None:
    pane.ask()
    card = pane.view.evidence.widget_of(2)
    card.setFocus(Qt.FocusReason.TabFocusReason)
    assert card.selected
    buttons = {b.text(): b for b in card.findChildren(QAbstractButton) if b.isVisible()}
    assert set(buttons) == {"조문 열기", "복사", "펼치기"}
    qtbot.mouseClick(buttons["펼치기"], LEFT)
    assert proses(card)[0].plain() == FIFTEEN and buttons["펼치기"].text() == "접기"
    qtbot.mouseClick(buttons["펼치기"], LEFT)
    assert proses(card)[0].plain() != FIFTEEN
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert pane.requests == [OpenArticle(RULE.id, "제15조", "", HITS[1].passage.id, TODAY)]
    qtbot.keyClick(card, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text().startswith(FIFTEEN)


def test_the_answering_sentences_are_marked_in_their_article(pane: Any) -> None:
    pane.ask()
    (box,) = proses(pane.view.evidence.widget_of(1))
    marked = [run.text for para in box.paras() for run in para.runs if run.look.name == "MARK"]
    assert ANSWER.citations[0].quote in marked and ANSWER.citations[1].quote in marked
    assert box.plain() != SIXTEEN  # lines that do not answer are left out until it is unfolded


def test_the_filter_keeps_sure_cards(qtbot: Any, pane: Any) -> None:
    pane.ask()
    chips = {chip.text(): chip for chip in pane.view.evidence.findChildren(QAbstractButton) if chip.isCheckable()}
    assert set(chips) == {"전체", "확실 1", "참고 3"}
    qtbot.mouseClick(chips["확실 1"], LEFT)
    seen = [n for n in range(1, 5) if pane.view.evidence.widget_of(n).isVisible()]
    assert seen == [1]
    pane.view.flash_card(3)
    assert pane.view.evidence.widget_of(3).isVisible()


def test_arrows_walk_through_the_cards_and_escape_leads_back_to_the_question(qtbot: Any, pane: Any) -> None:
    pane.ask()
    first, second = (pane.view.evidence.widget_of(n) for n in (1, 2))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus() and second.selected and not first.selected
    qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert pane.view.ask_box.input.hasFocus()


def test_a_refusal_says_why_shows_what_is_near_and_helps(qtbot: Any, pane: Any) -> None:
    pane.ask(REFUSED.question, REFUSED)
    (box,) = last(pane).findChildren(RefusalBox)
    refusal = REFUSED.refusal
    assert refusal is not None
    assert refusal.headline in words(box) and refusal.help in words(box) and "답하지 않음" in words(box)
    buttons = {b.text(): b for b in box.findChildren(QAbstractButton)}
    qtbot.mouseClick(buttons["공공사무 휴가규정 제15조(휴가 일수)"], LEFT)
    qtbot.mouseClick(buttons["별표 파일 가져오기"], LEFT)
    assert pane.requests == [OpenArticle(RULE.id, "제15조", "", HITS[1].passage.id, TODAY), ImportFiles()]
    assert "자료에서 뽑음" not in words(last(pane))


def test_feedback_is_one_of_two(qtbot: Any, pane: Any) -> None:
    pane.ask()
    up, down = (
        next(b for b in last(pane).findChildren(QAbstractButton) if b.accessibleName() == name)
        for name in ("도움이 됨", "도움이 안 됨")
    )
    qtbot.mouseClick(up, LEFT)
    assert up.isChecked() and not down.isChecked()
    qtbot.mouseClick(down, LEFT)
    assert down.isChecked() and not up.isChecked()
    chat = pane.desk.chats().summaries()[0].id
    assert pane.desk.chats().load(chat)[0].helpful is False


def test_a_follow_up_is_asked_at_once(qtbot: Any, pane: Any) -> None:
    pane.ask()
    qtbot.mouseClick(pane.view.follow_ups.chips()[0], LEFT)
    assert last(pane).asked.question == ANSWER.follow_ups[0]
    assert pane.view.follow_ups.isHidden()


def test_first_questions_are_asked_and_import_is_offered_without_statutes(
    qtbot: Any, made: Made, tmp_path: Any
) -> None:
    folder = tmp_path / "starters"
    folder.mkdir()
    (folder / "leave.yaml").write_text("인사·복무:\n- 휴가를 며칠 쓰나요?\n", encoding="utf-8")
    pane = made(desk=FakeDesk(tmp_path, store=FakeStore({Collection.EXAMPLES: 10})))
    assert pane.view.opening.isVisible() and pane.view.opening.offers_import
    qtbot.mouseClick(pane.view.opening.import_button, LEFT)
    assert pane.requests == [ImportFiles()]
    qtbot.mouseClick(pane.view.opening.starters()[0], LEFT)
    assert last(pane).asked.question == "휴가를 며칠 쓰나요?" and not pane.view.opening.isVisible()


def test_the_history_opens_renames_deletes_and_takes_back_by_key(qtbot: Any, pane: Any) -> None:
    for days, question in ((40, "오래된 질문"), (0, "오늘 질문")):
        pane.desk.clock.append(NOW - timedelta(days=days))
        pane.chat.presenter.new_chat()
        pane.ask(question)
    rows = pane.view.history.list
    shown = [rows.history.index(row, 0).data() for row in range(rows.history.rowCount())]
    assert shown == ["오늘", "오늘 질문", "지난달", "오래된 질문"]
    old = rows.history.index(3, 0)
    qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(old).center())
    assert last(pane).asked.question == "오래된 질문"
    assert rows.currentIndex().data() == "오래된 질문" and pane.chat.subtitle() == "오래된 질문"
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert pane.view.history.undo_text == "‘오래된 질문’ 대화를 지웠습니다."
    assert rows.history.rowCount() == 2 and pane.view.opening.isVisible()
    qtbot.mouseClick(pane.view.history.undo_button, LEFT)
    assert rows.history.rowCount() == 4 and last(pane).asked.question == "오래된 질문"
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    editor.selectAll()
    typed(editor, "새 이름")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows.currentIndex().data() == "새 이름")
    menu = rows.menu_for(rows.currentIndex())
    assert [action.text().split("\t")[0] for action in menu.actions()] == ["이름 바꾸기", "지우기"]
    menu.deleteLater()


def test_the_history_is_searched(qtbot: Any, pane: Any) -> None:
    pane.ask("출장 여비")
    pane.chat.presenter.new_chat()
    pane.ask("초과근무")
    qtbot.mouseClick(pane.view.history.find_button, LEFT)
    assert pane.view.history.search.hasFocus()
    typed(pane.view.history.search, "여비")
    rows = pane.view.history.list.history
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == ["오늘", "출장 여비"]


def test_the_scope_chips_say_where_to_look_and_one_stays(qtbot: Any, pane: Any) -> None:
    for key in ("statutes", "manuals", "own"):
        qtbot.mouseClick(pane.view.ask_box.chip(key), LEFT)
    chips = {key: pane.view.ask_box.chip(key) for key in ("statutes", "manuals", "own")}
    assert [chip.isChecked() for chip in chips.values()] == [False, False, True]
    assert chips["own"].toolTip()
    pane.ask()
    assert pane.desk.made_answerer.calls[-1]["collections"] == {Collection.OWN}


def test_another_day_is_chosen_in_the_chip_and_warns(qtbot: Any, pane: Any) -> None:
    assert pane.view.ask_box.date.text() == "기준일 오늘"
    qtbot.mouseClick(pane.view.ask_box.date, LEFT)
    sheet = next(w for w in pane.view.findChildren(DateSheet) if w.isVisible())
    sheet.field.setText("2026. 2. 30.")
    sheet.field.submitted.emit(sheet.field.value())
    assert sheet.isVisible() and sheet.error.sentence
    sheet.field.setText("2026. 6. 1.")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert pane.view.ask_box.date.text() == "기준일 2026. 6. 1." and pane.view.ask_box.date.stale
    pane.ask()
    assert pane.desk.made_answerer.calls[-1]["as_of"].isoformat() == "2026-06-01"
    pane.context.working_date.choose(None)
    assert not pane.view.ask_box.date.stale


def test_the_window_can_ask_and_go_to_the_question_box(pane: Any) -> None:
    pane.chat.open(Ask("어디서 온 질문"))
    assert pane.view.question() == "어디서 온 질문" and pane.work.jobs == []
    pane.chat.open(Ask("바로 묻는 질문", send=True))
    assert last(pane).asked.question == "바로 묻는 질문"
    pane.view.history.list.setFocus()
    pane.chat.open(OpenPane("chat", "question"))
    assert pane.view.ask_box.input.hasFocus()
    pane.chat.open(OpenPane("chat", "new"))
    assert pane.view.conversation.boxes() == [] and pane.view.ask_box.input.hasFocus()


def test_a_rewritten_question_is_shown_and_can_be_mended(qtbot: Any, pane: Any) -> None:
    pane.ask("지방직은요?", replace(ANSWER, rewritten="지방직 휴가 당겨쓰기"))
    assert "‘지방직 휴가 당겨쓰기’로 찾음" in words(last(pane))
    edit = next(b for b in last(pane).findChildren(QAbstractButton) if b.text() == "고쳐 묻기")
    qtbot.mouseClick(edit, LEFT)
    assert pane.view.question() == "지방직 휴가 당겨쓰기" and pane.view.ask_box.input.hasFocus()


def test_a_long_conversation_is_set_bit_by_bit_and_earlier_turns_come_on_request(qtbot: Any, pane: Any) -> None:
    for number in range(10):
        pane.ask(f"질문 {number}")
    chat = pane.desk.chats().summaries()[0].id
    pane.chat.presenter.new_chat()
    pane.chat.presenter.open_chat(chat)
    assert last(pane).asked.question == "질문 9"
    qtbot.waitUntil(lambda: len(pane.view.conversation.boxes()) == 8)
    qtbot.wait(20)
    top = last(pane).mapTo(pane.view.conversation.viewport(), QPoint(0, 0)).y()
    assert top == 0
    more = next(b for b in pane.view.conversation.findChildren(QAbstractButton) if b.text() == "앞선 질문 2개 보기")
    pane.view.conversation.verticalScrollBar().setValue(0)
    more.click()
    qtbot.waitUntil(lambda: len(pane.view.conversation.boxes()) == 10)
    assert [box.asked.question for box in pane.view.conversation.boxes()] == [f"질문 {n}" for n in range(10)]


def test_large_text_turns_columns_into_tabs_and_a_chip_brings_the_evidence(qtbot: Any, made: Made) -> None:
    pane = made(percent=200, size=(1282, 597))
    pane.ask()
    assert pane.view.columns.narrow and not pane.view.evidence.isVisible()
    tabs = pane.view.columns.tab_strip
    assert tabs.button("history").accessibleName() == "지난 대화"
    assert "4" in tabs.button("evidence").accessibleName()
    box = proses(last(pane))[0]
    qtbot.mouseClick(box.viewport(), LEFT, pos=chip_point(box, "chip:1"))
    assert pane.view.evidence.isVisible() and pane.view.evidence.widget_of(1).flashing
    pane.view.columns.show_column("answer")
    assert pane.view.ask_box.isVisible()
    button = pane.view.ask_box.button
    assert button.mapTo(pane.view, button.rect().bottomRight()).y() < pane.view.height()


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_that_can_be_pressed_is_named_and_large_enough(qtbot: Any, made: Made, percent: int) -> None:
    pane = made(percent=percent)
    pane.ask()
    pane.ask(REFUSED.question, REFUSED)
    qtbot.wait(20)
    for button in pane.view.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text(), button
        if button.isVisible():
            assert button.height() >= 28 and button.width() >= 28, (button.text(), button.size())


def test_a_screen_reader_hears_the_parts(pane: Any) -> None:
    pane.ask()
    assert last(pane).accessibleName() == f"질문: {QUESTION}"
    card = pane.view.evidence.widget_of(1)
    assert card.accessibleName() == "근거 1, 공공사무 휴가규정 제16조(휴가계획 및 승인), 확실"
    assert card.accessibleDescription() == "공공사무 휴가규정 › 제3장 휴가 · 2025. 12. 4. 시행"
    told = QAccessible.queryAccessibleInterface(proses(last(pane))[0])
    heard = told.textInterface()
    assert "공공사무" in heard.text(0, heard.characterCount())


@pytest.mark.parametrize(("percent", "width"), [(100, 1302), (100, 1216), (125, 1302), (150, 1302), (200, 1282)])
def test_nothing_is_cut_sideways(qtbot: Any, made: Made, percent: int, width: int) -> None:
    pane = made(percent=percent, size=(width, 600))
    pane.ask()
    qtbot.wait(10)
    for scroll in (pane.view.conversation, pane.view.evidence._scroll):
        if scroll.isVisible():
            assert scroll.widget().width() <= scroll.viewport().width()
            for child in scroll.widget().findChildren(QWidget):
                if child.isVisible() and child.parentWidget() is not None:
                    assert child.geometry().right() <= child.parentWidget().width(), (child, percent)
    for box in proses(pane.view):
        if box.isVisible():
            assert box.document().idealWidth() <= box.viewport().width() + 1
            assert box.document().size().height() <= box.height() + 1
