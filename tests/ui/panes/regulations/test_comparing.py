"""신구대조: rows, folds, editions, export; the widgets over an invented statute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from govdesk.errors import OutputRefused
from govdesk.knowledge.model import Collection, Document, DocumentId
from govdesk.law.comparison import Comparison, compare
from govdesk.law.model import Article, Number
from govdesk.text.worddiff import Change, Piece
from govdesk.ui.panes.regulations.compare.model import Table, long_gone, table
from govdesk.ui.panes.regulations.compare.presenter import ComparePresenter
from govdesk.ui.panes.regulations.compare.view import ComparePane
from govdesk.ui.theme import Theme

OLD = "① 등대지기는 저녁에 등을 켠다.\n② 아침에 끈다.\n③ 유리를 닦는다."
NEW = "① 등대지기는 해 질 무렵에 등을 켠다.\n② 아침에 끈다.\n③ 유리를 닦는다.\n④ 일지를 쓴다."


def article(number: int, title: str, text: str) -> Article:
    return Article(Number(number), title, (), text)


def compared() -> Comparison:
    old = [article(1, "점등", OLD), article(2, "휴무", "한 달에 두 번 쉰다."), article(3, "이름", "등대라 한다.")]
    new = [article(1, "점등", NEW), article(3, "이름", "등대라 한다."), article(4, "나팔", "안개가 끼면 나팔을 분다.")]
    return compare(old, new)


def test_changes_are_listed_and_equal_rows_fold() -> None:
    shown = table(compared())
    assert [(one.name, one.word) for one in shown.changes] == [
        ("제1조 ① 점등", "고침"),
        ("제1조 ④ 점등", "신설"),
        ("제2조 휴무", "삭제"),
        ("제4조 나팔", "신설"),
    ]
    assert [row.title for row in shown.rows if row.fold] == ["②–③ 같음 · 2개 펼치기"]
    assert [row.title for row in shown.rows if row.head] == ["제1조(점등)", "제2조(휴무)", "제4조(나팔)"]


def test_reasons_stand_beside_the_first_row_of_their_article(qtbot: Any, theme: Theme) -> None:
    found = replace(compared(), reasons={"제1조": "등을 일찍 켜게 함.", "제4조": "안개를 알림."})
    shown = table(found)
    assert shown.reasons and not table(compared()).reasons
    told = {at: row.reason for at, row in enumerate(shown.rows) if row.reason}
    assert list(told.values()) == ["등을 일찍 켜게 함.", "안개를 알림."]
    assert all(shown.rows[at - 1].head for at in told)
    pane = ComparePane(theme)
    qtbot.addWidget(pane)
    pane.resize(1200, 600)
    pane.show()
    pane.show_table(shown, keep=False)
    assert pane._heads[2].isVisible()
    pane.show_table(table(compared()), keep=False)
    assert not pane._heads[2].isVisible()


def test_a_fold_opens_and_unchanged_articles_are_shown_on_request() -> None:
    key = next(row.key for row in table(compared()).rows if row.fold)
    opened = table(compared(), opened=frozenset({key}))
    assert len(opened.rows) == len(table(compared()).rows) + 2
    assert "제3조(이름)" in [row.title for row in table(compared(), whole=True).rows]


def test_only_short_gone_runs_are_struck_through() -> None:
    assert not long_gone(Piece(Change.GONE, "두 번"))
    assert long_gone(Piece(Change.GONE, "이 경우 필요한 사항은 등대장이 정한다."))


def edition(name: str, day: date | None) -> Document:
    return Document(DocumentId(name), "s", "등대법", "법률", Collection.STATUTES, "", day, promulgation_number="00012")


EDITIONS = [edition("a", date(2020, 1, 1)), edition("b", date(2022, 1, 1)), edition("c", date(2024, 1, 1))]


class Law:
    """A store with three editions of one statute."""

    def __init__(self, editions: list[Document]) -> None:
        self._editions = editions
        self.asked: list[tuple[str, str]] = []

    @property
    def law(self) -> Law:
        return self

    def store(self) -> Law:
        return self

    def editions(self, _document: DocumentId) -> list[Document]:
        return self._editions

    def compare(self, old: DocumentId, new: DocumentId) -> Comparison:
        self.asked.append((old, new))
        return compared()


class Told:
    """A view that keeps what it was told."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.shown = False
        self.chosen = (-1, -1)
        self.table: Table | None = None
        self.change = -1
        self.note = ""

    def show_editions(self, _title: str, _editions: Sequence[Document], old: int, new: int) -> None:
        self.chosen = (old, new)

    def show_table(self, shown: Table, *, keep: bool) -> None:
        self.table, self.note = shown, ""

    def show_change(self, number: int) -> None:
        self.change = number

    def show_note(self, words: str) -> None:
        self.note = words

    def show_compare(self, shown: bool) -> None:
        self.shown = shown

    def ask_file(self, _suggested: str) -> Path | None:
        return self.path


class Opened:
    """A presenter over `Law` and `Told`; work is done at once."""

    def __init__(self, editions: list[Document] | None = None, path: Path | None = None) -> None:
        self.law = Law(EDITIONS if editions is None else editions)
        self.view = Told(path)
        self.said: list[str] = []
        self.failed: list[Exception] = []
        self.presenter = ComparePresenter(
            self.view,
            self.law,  # type: ignore[arg-type]
            self,
            as_of=lambda: date(2026, 1, 1),
            say=self.said.append,
            fail=self.failed.append,
        )

    def read(self, fn: Any, *, on_finished: Any, on_error: Any) -> None:
        try:
            found = fn()
        except OutputRefused as error:
            on_error(error)
        else:
            on_finished(found)


def test_the_edition_that_is_read_is_compared_with_the_one_before() -> None:
    opened = Opened()
    opened.presenter.open(DocumentId("b"))
    assert (opened.law.asked, opened.view.chosen, opened.view.change) == ([("a", "b")], (0, 1), 0)
    opened.presenter.choose(new=2)
    opened.presenter.swap()
    assert opened.law.asked[1:] == [("a", "c"), ("c", "a")]


def test_the_first_edition_is_compared_with_the_next() -> None:
    opened = Opened()
    opened.presenter.open(DocumentId("a"))
    assert opened.law.asked == [("a", "b")]


def test_one_edition_and_the_same_edition_twice_are_told() -> None:
    opened = Opened(EDITIONS[:1])
    opened.presenter.open(DocumentId("a"))
    assert "한 판만" in opened.view.note
    opened = Opened()
    opened.presenter.open(DocumentId("b"))
    opened.presenter.choose(old=1)
    assert "같은 판" in opened.view.note


def test_stepping_goes_round_the_changes() -> None:
    opened = Opened()
    opened.presenter.open(DocumentId("b"))
    opened.presenter.step(-1)
    assert opened.view.change == 3
    opened.presenter.step(1)
    assert opened.view.change == 0


def test_the_table_is_written_where_the_person_says(tmp_path: Path) -> None:
    opened = Opened(path=tmp_path / "대비표")
    opened.presenter.open(DocumentId("b"))
    opened.presenter.export()
    assert (tmp_path / "대비표.hwpx").is_file()
    assert "대비표.hwpx" in opened.said[-1]
    (tmp_path / "막힘").write_text("", encoding="utf-8")
    opened.view.path = tmp_path / "막힘" / "표.docx"
    opened.presenter.export()
    assert isinstance(opened.failed[-1], OutputRefused)


@pytest.fixture
def pane(qtbot: Any, theme: Theme) -> ComparePane:
    made = ComparePane(theme)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show_editions("등대법", EDITIONS, 0, 1)
    made.show_table(table(compared()), keep=False)
    made.show()
    return made


def test_the_widgets_lead_to_changes_and_folds(qtbot: Any, pane: ComparePane) -> None:
    with qtbot.waitSignal(pane.gone_to) as gone:
        pane.changes.chosen.emit("2")
    assert gone.args == [2]
    pane.show_change(2)
    assert pane.table.accessibleDescription() == "제2조(휴무)"
    with qtbot.waitSignal(pane.stepped) as stepped:
        QTest.keyClick(pane, Qt.Key.Key_F8)
    assert stepped.args == [1]
    with qtbot.waitSignal(pane.closed):
        QTest.keyClick(pane, Qt.Key.Key_Escape)


def test_a_click_on_a_fold_opens_it(qtbot: Any, pane: ComparePane) -> None:
    row = next(number for number, one in enumerate(table(compared()).rows) if one.fold)
    y = pane.table._tops[row] + 4
    with qtbot.waitSignal(pane.table.folded):
        QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, y))


def test_every_kind_of_row_is_drawn(pane: ComparePane) -> None:
    key = next(row.key for row in table(compared()).rows if row.fold)
    pane.show_table(table(compared(), opened=frozenset({key}), whole=True), keep=False)
    image = pane.grab().toImage()
    assert len({image.pixel(x, y) for x in range(240, 1080, 9) for y in range(90, 580, 7)}) > 5
