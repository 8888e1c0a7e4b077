"""The go-to box."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from govdesk.knowledge.model import DocumentId
from govdesk.ui.main.finding import by_title, find
from govdesk.ui.main.recent import SLOT, Recent
from govdesk.ui.requests import ImportFiles, OpenArticle
from tests.ui.main.conftest import DECREE, LAW, MANUAL, ScriptedStore


def test_the_named_article_comes_first_then_titles_that_hold_the_words() -> None:
    found = find(ScriptedStore(), "돌봄 4조", date(2026, 11, 20))  # type: ignore[arg-type]
    assert [each.title for each in found.suggestions] == ["반려식물 돌봄에 관한 법률 제4조제2항"]
    assert found.suggestions[0].note == "담당자의 지정"
    found = find(ScriptedStore(), "돌봄", date(2026, 11, 20))  # type: ignore[arg-type]
    assert [each.title for each in found.suggestions] == [LAW.title, DECREE.title, MANUAL.title]


def test_titles_are_found_without_their_spaces_and_once_each() -> None:
    twice = [LAW, DECREE, LAW]
    assert by_title(twice, "식물돌봄에") == [LAW, DECREE]
    assert by_title(twice, " ") == []


def test_initial_consonants_find_titles_that_begin_with_them_first() -> None:
    found = find(ScriptedStore(), "ㅂㄹㅅㅁ", date(2026, 11, 20))  # type: ignore[arg-type]
    assert [each.title for each in found.suggestions][:2] == [LAW.title, DECREE.title]
    assert find(ScriptedStore(), "ㅋㅋㅋ", date(2026, 11, 20)).suggestions == ()  # type: ignore[arg-type]


def test_what_was_typed_in_the_other_keyboard_state_is_understood() -> None:
    found = find(ScriptedStore(), "ehfqha", date(2026, 11, 20))  # type: ignore[arg-type]
    assert [each.title for each in found.suggestions] == [LAW.title, DECREE.title, MANUAL.title]


def test_an_empty_store_says_so() -> None:
    assert find(ScriptedStore(documents_held=[]), "돌봄", date(2026, 11, 20)).empty_store  # type: ignore[arg-type]


def test_typing_offers_places_and_enter_opens_the_marked_one(qtbot, opened) -> None:
    box = opened.shell.goto
    qtbot.keyClick(opened.window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()
    box.setText("돌봄")
    qtbot.waitUntil(box.results.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert opened.panes["regulations"].opened == [OpenArticle(DocumentId("bbbbbbbbbbbb"))]
    assert box.text() == "" and not box.results.isVisible()


def test_enter_before_the_results_are_there_opens_the_first_one(qtbot, opened) -> None:
    box = opened.shell.goto
    box.start()
    qtbot.waitUntil(box.hasFocus)
    box.setText("식물법 4조")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "regulations" in opened.panes)
    assert opened.panes["regulations"].opened[0].article == "제4조"


def test_escape_closes_the_results_then_empties_the_box(qtbot, opened) -> None:
    box = opened.shell.goto
    box.start()
    box.setText("돌봄")
    qtbot.waitUntil(box.results.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.results.isVisible() and box.text() == "돌봄"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_an_empty_box_offers_where_one_was_last(qtbot, opened) -> None:
    box = opened.shell.goto
    box.start()
    assert not box.results.isVisible(), "nowhere yet"
    for text in ("식물법 4조", "돌봄", "식물법 4조"):
        box.setText(text)
        qtbot.waitUntil(lambda text=text: box.results.isVisible() and box.results.found.text == text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert not box.results.isVisible()
        box.start()
        qtbot.waitUntil(box.hasFocus)
    assert box.results.isVisible() and box.results.found.recent
    titles = [one.title for one in box.results.found.suggestions]
    assert len(titles) == 2 and "제4조" in titles[0]
    before = len(opened.panes["regulations"].opened)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert opened.panes["regulations"].opened[before].article == "제4조"
    assert Recent(opened.shell.memory).places()[0].title == titles[0]
    opened.shell.memory.put(SLOT, '[{"kind": 3}]')
    assert Recent(opened.shell.memory).places() == ()


def test_without_documents_enter_leads_to_the_import(qtbot, opened) -> None:
    opened.desk.scripted.documents_held = []
    box = opened.shell.goto
    box.start()
    box.setText("돌봄 4조")
    qtbot.waitUntil(box.results.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert opened.panes["documents"].opened == [ImportFiles()]


def test_at_large_text_the_box_is_an_icon_until_it_is_used(qtbot, opened) -> None:
    opened.shell.theme.switch(text_percent=200)
    bar = opened.shell.top_bar
    assert not bar.goto.isVisible() and bar._open_goto.isVisible()
    qtbot.keyClick(opened.window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert bar.goto.isVisible() and bar.goto.hasFocus()
    opened.panes["chat"].button.setFocus()
    assert not bar.goto.isVisible() and bar._open_goto.isVisible()
