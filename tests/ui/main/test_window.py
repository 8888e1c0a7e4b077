"""The main window: panes, routing, keys, state, memory."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from govdesk.errors import StoreDamaged
from govdesk.jobs import CancelToken, Finished, Job
from govdesk.knowledge.model import Collection, DocumentId
from govdesk.settings.profile import Profile, Sector
from govdesk.ui.kit import Banner
from govdesk.ui.main.datechip import dated
from govdesk.ui.main.statusbar import counted, indexed
from govdesk.ui.requests import Ask, ImportFiles, OpenArticle, OpenPane, OpenReference


def press(opened, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    from PySide6.QtTest import QTest

    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(opened.window.windowHandle(), key, held)


CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_only_the_first_pane_is_made_at_the_start(opened) -> None:
    assert list(opened.panes) == ["chat"] and opened.shell.router.current == "chat"


def test_the_rail_shows_a_pane_and_the_top_bar_names_it(qtbot, opened) -> None:
    opened.shell.window.rail.chosen.emit("regulations")
    assert opened.shell.router.current == "regulations"
    assert opened.shell.top_bar._title.source == "법령" and opened.shell.top_bar._subtitle.source == "열린 것"


def test_number_keys_show_panes(opened) -> None:
    press(opened, Qt.Key.Key_3, CTRL)
    assert opened.shell.router.current == "documents"
    press(opened, Qt.Key.Key_Comma, CTRL)
    assert opened.shell.router.current == "settings"
    assert opened.shell.window.status._place.source == "설정은 이 PC의 내 계정에만 적용"


@pytest.mark.parametrize(
    ("request_", "pane"),
    [
        (OpenArticle(DocumentId("a"), "제4조"), "regulations"),
        (Ask("며칠인가요?"), "chat"),
        (ImportFiles((Path("x"),)), "documents"),
        (OpenPane("settings", "chat"), "settings"),
    ],
)
def test_a_request_is_carried_to_its_pane(opened, request_: object, pane: str) -> None:
    opened.panes["chat"].context.request(request_)
    assert opened.shell.router.current == pane and opened.panes[pane].opened[-1] == request_


def test_showing_a_pane_without_a_section_asks_nothing_of_it(opened) -> None:
    opened.shell.router.route(OpenPane("documents"))
    assert opened.panes["documents"].opened == []


def test_a_request_for_a_pane_that_is_not_there_changes_nothing(opened) -> None:
    opened.shell.router.route(OpenPane("draft", "x"))
    assert opened.shell.router.current == "chat"


def test_a_typed_reference_opens_its_article(qtbot, opened) -> None:
    opened.shell.router.route(OpenReference("식물법 4조 2항"))
    qtbot.waitUntil(lambda: "regulations" in opened.panes)
    assert opened.panes["regulations"].opened == [OpenArticle(DocumentId("aaaaaaaaaaaa"), "제4조", "제2항")]


def test_a_reference_that_is_nowhere_is_said_calmly(qtbot, opened) -> None:
    opened.shell.router.route(OpenReference("없는법 99조"))
    qtbot.waitUntil(lambda: bool(opened.shell.window.status.said()))
    assert "없는법 99조" in opened.shell.window.status.said() and opened.shell.router.current == "chat"


def test_ctrl_n_and_ctrl_l_reach_the_chat_from_anywhere(opened) -> None:
    opened.shell.router.show("documents")
    press(opened, Qt.Key.Key_N, CTRL)
    opened.shell.router.show("documents")
    press(opened, Qt.Key.Key_L, CTRL)
    assert opened.panes["chat"].opened[-2:] == [OpenPane("chat", "new"), OpenPane("chat", "question")]


def test_ctrl_b_folds_the_left_column_of_the_pane_in_sight(opened) -> None:
    split = opened.panes["chat"].split
    press(opened, Qt.Key.Key_B, CTRL)
    assert split.is_folded("left")
    press(opened, Qt.Key.Key_B, CTRL)
    assert not split.is_folded("left")


def test_f6_walks_rail_top_bar_and_columns_and_back(qtbot, opened) -> None:
    pane, window = opened.panes["chat"], opened.window
    pane.button.setFocus()
    qtbot.waitUntil(pane.button.hasFocus)
    press(opened, Qt.Key.Key_F6)
    assert pane.middle.hasFocus()
    press(opened, Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(QApplication.focusWidget())
    press(opened, Qt.Key.Key_F6, SHIFT)
    assert pane.middle.hasFocus()


def test_text_size_keys_change_and_keep_the_size(opened) -> None:
    press(opened, Qt.Key.Key_Plus, CTRL)
    assert opened.shell.theme.text_percent == opened.desk.settings.values.appearance.text_percent == 125
    press(opened, Qt.Key.Key_Minus, CTRL)
    press(opened, Qt.Key.Key_Minus, CTRL)
    assert opened.shell.theme.text_percent == 100
    press(opened, Qt.Key.Key_Plus, CTRL)
    press(opened, Qt.Key.Key_0, CTRL)
    assert opened.shell.theme.text_percent == 100 and opened.shell.window.status.said() == "글자 100%"


def test_after_first_paint_the_rest_is_loaded_and_missing_vectors_are_made(qtbot, opened) -> None:
    status = opened.shell.window.status
    qtbot.waitUntil(lambda: opened.desk.warmed == 1 and bool(status._counts.source))
    assert status._counts.source == "법령 2 · 매뉴얼 1"
    qtbot.waitUntil(lambda: status._index.source == "색인 최신", timeout=5000)
    assert opened.desk.scripted.told == ["examples", "vectors"]


def test_answers_wait_until_the_examples_are_in(qtbot, open_shell: Callable) -> None:
    opened = open_shell(show=False)
    may_go_on = threading.Event()
    told_when_warmed: list[list[str]] = []

    def slowly(cancel: CancelToken) -> Job:
        may_go_on.wait(5)
        opened.desk.scripted.told.append("examples")
        yield Finished(None)

    opened.desk.scripted.ensure_examples = slowly
    opened.desk.warm = lambda: told_when_warmed.append(list(opened.desk.scripted.told))
    opened.shell.start()
    qtbot.wait(150)
    assert told_when_warmed == []
    may_go_on.set()
    qtbot.waitUntil(lambda: told_when_warmed == [["examples"]])


def test_a_reading_window_makes_no_vectors(qtbot, open_shell: Callable) -> None:
    opened = open_shell(show=False)
    opened.desk.scripted.writable = False
    opened.shell.indexing._timer.setInterval(1)
    opened.shell.start()
    qtbot.waitUntil(lambda: opened.desk.warmed == 1 and opened.shell.window.status._index.source.endswith("41%"))
    qtbot.waitUntil(lambda: opened.shell.runner.live == 0)
    assert opened.desk.scripted.told == []


def test_a_store_that_does_not_open_is_told_in_a_banner_with_the_next_step(qtbot, open_shell: Callable) -> None:
    opened = open_shell(show=False)
    opened.desk.opening = StoreDamaged(Path("색인"))
    opened.shell.start()
    qtbot.waitUntil(lambda: opened.shell._fault_banner is not None)
    assert "색인을 열지 못했습니다" in opened.shell._fault_banner.headline.source
    assert opened.shell._fault_banner.text.source


def test_a_bug_is_written_down_and_told_without_stopping(qtbot, opened) -> None:
    secret = " ".join(("비밀", "내용"))
    try:
        raise ZeroDivisionError(secret)
    except ZeroDivisionError as error:
        opened.shell.faults.report(error)
    banner = opened.window.findChild(Banner)
    assert banner is not None and "예상하지 못한 문제" in banner.headline.source
    log = (opened.desk.folder.logs / "errors.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log and secret not in log
    opened.shell._close_banner()
    assert opened.window.findChild(Banner) is None and not opened.window._banners.isVisible()


def test_another_date_turns_the_chip_into_a_warning_and_back(qtbot, opened) -> None:
    chip, working = opened.shell.top_bar.date_chip, opened.shell.working_date
    assert chip.text() == "기준일 2026. 11. 20.(금)"
    plain = chip.grab().toImage().pixelColor(chip.width() // 2, 3)
    working.choose(date(2025, 3, 2))
    assert chip.text() == "기준일 2025. 3. 2.(일)" and "오늘이 아님" in chip.accessibleName()
    assert chip.grab().toImage().pixelColor(chip.width() // 2, 3) == opened.shell.theme.colour("warn_bg") != plain
    working.choose(date(2026, 11, 20))
    assert working.is_today and "오늘이 아님" not in chip.accessibleName()


def test_the_date_sheet_takes_a_typed_date_and_refuses_a_wrong_one(qtbot, opened) -> None:
    chip = opened.shell.top_bar.date_chip
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    sheet = chip.sheet
    sheet.field.setText("2026. 2. 30.")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible() and sheet.field.error and opened.shell.working_date.is_today
    sheet.field.setText("2024-05-07")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert opened.shell.working_date.date == date(2024, 5, 7)
    qtbot.waitUntil(lambda: chip.sheet is None)


def test_the_month_is_walked_with_the_keyboard(qtbot, opened) -> None:
    chip = opened.shell.top_bar.date_chip
    chip.open_sheet()
    grid = chip.sheet.month.grid
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(grid, key)
    assert opened.shell.working_date.date == date(2026, 10, 14)
    qtbot.waitUntil(lambda: chip.sheet is None)


def test_a_change_of_profile_is_saved_and_shown(qtbot, opened) -> None:
    assert opened.shell.top_bar.profile_chip.text() == "기초 · 민원"
    opened.shell.top_bar.profile_chip.changed.emit(Profile(asked=True, sector=Sector.NATIONAL))
    assert opened.desk.settings.profile.sector is Sector.NATIONAL
    assert opened.shell.top_bar.profile_chip.text() == "국가"


def test_at_large_text_the_profile_chip_leads_to_the_settings(qtbot, opened) -> None:
    chip = opened.shell.top_bar.profile_chip
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.sheet is not None and chip.sheet.isVisible()
    chip.sheet.close()
    opened.shell.theme.switch(text_percent=200)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert opened.panes["settings"].opened == [OpenPane("settings", "profile")]


def test_pane_column_and_window_are_found_again_after_a_restart(qtbot, open_shell: Callable) -> None:
    first = open_shell()
    first.shell.router.show("documents")
    first.shell.window.resize(970, 640)
    first.panes["documents"].split.fold("left", True)
    first.shell.window.close()
    first.shell.close()
    again = open_shell()
    assert again.shell.router.current == "documents" and again.shell.window.height() == 640
    assert again.panes["documents"].split.is_folded("left") and first.panes["documents"].closed


def test_a_status_word_goes_again(qtbot, opened) -> None:
    status = opened.shell.window.status
    status._timer.setInterval(10)
    opened.panes["chat"].context.say("복사했습니다")
    assert status.said() == "복사했습니다" and status._said.isVisible()
    qtbot.waitUntil(lambda: not status._said.isVisible())


def test_counts_and_index_in_words() -> None:
    assert counted({Collection.STATUTES: 5674, Collection.EXAMPLES: 10}) == "법령 5,674"
    assert counted({Collection.EXAMPLES: 10}) == "예시 10"
    assert counted({}) == "가져온 자료 없음"
    assert indexed(10, 10) == "색인 최신" and indexed(41, 100) == "낱말 찾기 됨 · 뜻 찾기 41%"
    assert dated(date(2026, 6, 1)) == "2026. 6. 1.(월)"
