"""The documents pane on screen (offscreen): table, keys, banners, drop."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from govdesk.knowledge.model import Collection
from govdesk.ui.memory import Memory
from govdesk.ui.pane import Ledger, PaneContext, WorkingDate
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.model import EDITION, NAME, SIZE, STATE, DocumentsModel
from govdesk.ui.panes.documents.pane import Documents
from govdesk.ui.panes.documents.rows import rows_of
from govdesk.ui.requests import ImportFiles, OpenArticle, ShowDocument
from govdesk.ui.theme import Theme
from tests.ui.panes.documents.conftest import TODAY, FakeStore, FakeWork, desk_with, document

LAW, PLAN = document(1, "가로수 관리 지침"), document(2, "나무 심기 계획", Collection.OWN)
LOCKED = Path("/files/암호 걸린 지침.hwp")


class Shown:
    """A pane in sight with what it works on."""

    def __init__(self, theme: Theme, store: FakeStore, folder: Path) -> None:
        self.store, self.work = store, FakeWork()
        self.requests: list[object] = []
        self.ledger = Ledger()
        self.context = PaneContext(
            desk_with(store, folder),  # type: ignore[arg-type]
            theme,
            None,  # type: ignore[arg-type]
            WorkingDate(lambda: TODAY),
            self.ledger,
            Memory(),
            self.requests.append,
            lambda _words: None,
            lambda error: (type(error).__name__, ""),
        )
        self.pane = Documents(self.context, self.work)
        self.view = self.pane.view
        theme.dress(self.view)
        self.view.resize(1302, 615)

    @property
    def titles(self) -> list[str]:
        model = self.view.model
        return [str(model.index(number, NAME).data()) for number in range(model.rowCount())]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.table, key, modifier)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def shown(qtbot: Any, theme: Theme, store: FakeStore, tmp_path: Path) -> Iterator[Shown]:
    store.held += [LAW, PLAN]
    one = Shown(theme, store, tmp_path)
    one.view.show()
    one.view.activateWindow()
    qtbot.waitExposed(one.view)
    yield one
    one.pane.close()
    one.view.close()
    one.view.deleteLater()
    QApplication.processEvents()


def test_the_table_says_name_collection_edition_length_and_state(shown: Shown) -> None:
    model = shown.view.model
    first = [str(model.index(0, column).data()) for column in range(5)]
    assert first == ["가로수 관리 지침", "법령", "2026. 3. 1. 시행", "12조", "찾을 수 있음"]
    assert "찾을 수 있음" in str(model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole))


def test_enter_opens_the_document_in_the_regulation_pane(shown: Shown) -> None:
    shown.view.table.select([LAW.id])
    shown.press(Qt.Key.Key_Return)
    assert shown.requests == [OpenArticle(LAW.id)]


def test_delete_asks_in_the_pane_and_escape_keeps_everything(shown: Shown) -> None:
    shown.view.table.select([PLAN.id])
    shown.press(Qt.Key.Key_Delete)
    assert shown.view.confirmation.isVisible()
    assert not shown.view.selection.isVisible()
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    assert not shown.view.confirmation.isVisible()
    assert shown.work.line == []
    shown.press(Qt.Key.Key_Delete)
    shown.view.confirmation.yes.click()
    shown.work.run()
    assert shown.titles == ["가로수 관리 지침"]


def test_arrows_and_space_select_several(shown: Shown) -> None:
    table = shown.view.table
    table.select([LAW.id])
    shown.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    shown.press(Qt.Key.Key_Space)
    assert table.keys() == [LAW.id, PLAN.id]
    assert shown.view.selection.words.source == "2개를 골랐습니다"
    shown.press(Qt.Key.Key_Up)
    assert table.keys() == [LAW.id]
    assert shown.view.selection.open_button.isVisible()


def test_a_letter_jumps_to_the_name(shown: Shown) -> None:
    shown.view.table.select([LAW.id])
    shown.view.table.keyboardSearch("나")
    assert shown.view.table.keys() == [PLAN.id]


def test_the_name_filter_and_the_shelf_narrow_the_list(shown: Shown) -> None:
    shown.view.tools.field.setText("나무심기")
    assert shown.titles == ["나무 심기 계획"]
    shown.view.tools.field.clear()
    shown.view.shelves.shelves.chosen.emit("statutes")
    assert shown.titles == ["가로수 관리 지침"]
    shown.view.shelves.shelves.chosen.emit("cases")
    assert shown.view.empty.isVisible()
    shown.view.shelves.shelves.chosen.emit("own")
    assert shown.view.tools.target() is Collection.OWN


def test_a_click_on_a_head_sorts_and_keeps_the_selection(shown: Shown) -> None:
    shown.view.table.select([PLAN.id])
    shown.view.table.horizontalHeader().setSortIndicator(NAME, Qt.SortOrder.DescendingOrder)
    assert shown.titles == ["나무 심기 계획", "가로수 관리 지침"]
    assert shown.view.table.keys() == [PLAN.id]


def test_large_text_drops_edition_and_length_and_keeps_rows_high(shown: Shown, theme: Theme) -> None:
    table = shown.view.table
    theme.switch(text_percent=200)
    assert table.isColumnHidden(EDITION)
    assert table.isColumnHidden(SIZE)
    assert not table.isColumnHidden(STATE)
    assert table.rowHeight(0) == theme.size(34)
    theme.switch(text_percent=100)
    assert table.rowHeight(0) == 34


def test_files_dropped_on_the_pane_are_imported(shown: Shown) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(LOCKED))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    shown.view.dragEnterEvent(enter)
    assert enter.isAccepted()
    shown.view.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    shown.work.run()
    assert shown.store.told[0][1] == (LOCKED,)
    settle()
    assert shown.view.notices.failure.isVisible()
    shown.view.table.select([str(LOCKED)])
    assert shown.view.selection.retry_button.isVisible()
    assert not shown.view.selection.remove_button.isVisible()
    assert shown.view.selection.words.source.startswith("'암호 걸린 지침.hwp'")


def test_requests_start_an_import_show_the_chooser_or_a_document(shown: Shown) -> None:
    shown.pane.open(ImportFiles())
    assert shown.view.tools.folder.hasFocus()
    shown.pane.open(ShowDocument(PLAN.id))
    assert shown.view.table.keys() == [PLAN.id]
    shown.pane.open(ImportFiles((Path("/files/새 지침.hwpx"),), Collection.CASES))
    settle()
    assert shown.view.notices.card.isVisible()
    assert shown.view.notices.card.headline.source == "가져올 준비를 하는 중"
    shown.work.now.step()
    shown.view.notices.card.pause_button.click()
    assert not shown.view.notices.card.pause_button.isEnabled()
    shown.work.run()
    assert shown.view.notices.card.pause_button.text() == "이어서"
    shown.view.notices.card.pause_button.click()
    shown.work.run()
    assert shown.view.notices.card.headline.source == "다 가져왔습니다"
    assert shown.store.told[-1][2] is Collection.CASES


def test_what_is_stored_anew_elsewhere_is_read_again(shown: Shown) -> None:
    shown.store.held.append(document(3, "다리 점검 지침"))
    shown.ledger.documents_changed.emit()
    assert shown.titles[-1] == "다리 점검 지침"


def test_a_store_without_writing_disables_the_buttons_with_the_reason(shown: Shown) -> None:
    shown.store.writable = False
    shown.ledger.documents_changed.emit()
    assert not shown.view.tools.files.isEnabled()
    assert "쓰고 있습니다" in shown.view.tools.files.toolTip()
    settle()
    assert shown.view.notices.trouble.isVisible()


def test_an_empty_store_invites(shown: Shown) -> None:
    shown.store.held.clear()
    shown.ledger.documents_changed.emit()
    assert shown.view.empty.isVisible()
    assert shown.view.empty.button is not None
    shown.view.shelves.states.chosen.emit(words.OLD)
    assert shown.view.model.shelf == words.OLD


def test_ten_thousand_rows_are_filtered_and_painted_without_delay(shown: Shown) -> None:
    many = [document(number, f"지어낸 {number}번째 규정") for number in range(10_000)]
    rows = tuple(rows_of(many, {}, {}, examples=False))
    shown.view.show_rows(rows)
    started = time.perf_counter()
    shown.view.tools.field.setText("99번째")
    QApplication.processEvents()
    shown.view.table.sortByColumn(STATE, Qt.SortOrder.DescendingOrder)
    shown.view.table.scrollToBottom()
    shown.view.grab()
    assert shown.view.model.rowCount() == 100
    assert time.perf_counter() - started < 1.0
    assert shown.view.table.indexWidget(shown.view.model.index(0, 0)) is None


def test_the_model_keeps_its_order_when_rows_come_anew() -> None:
    model = DocumentsModel()
    model.sort(NAME, Qt.SortOrder.DescendingOrder)
    model.set_rows(tuple(rows_of([LAW, PLAN], {}, {}, examples=False)))
    assert [model.row_at(number).title for number in range(2)] == ["나무 심기 계획", "가로수 관리 지침"]  # type: ignore[union-attr]
    assert model.row_at(2) is None
