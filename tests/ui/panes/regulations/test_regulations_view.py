"""The regulation pane on screen: what is drawn where, keys, names, sizes, large text, no stalls."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from govdesk.knowledge.model import DocumentId, Role
from govdesk.ui.jobrunner import JobRunner
from govdesk.ui.memory import Memory
from govdesk.ui.pane import Ledger, PaneContext, WorkingDate
from govdesk.ui.panes.regulations import create
from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.requests import Ask, OpenArticle
from govdesk.ui.theme import Mode, Theme


class Shown:
    """The pane over an invented store, at the size it has in a 1366×689 window."""

    def __init__(self, theme: Theme, store: Any, today: date, memory: Memory | None) -> None:
        self.theme = theme
        self.store = store
        self.requests: list[object] = []
        self.said: list[str] = []
        self.runner = JobRunner()
        self.context = PaneContext(
            desk=SimpleNamespace(store=lambda: store),  # type: ignore[arg-type]
            theme=theme,
            runner=self.runner,
            working_date=WorkingDate(lambda: today),
            ledger=Ledger(),
            memory=memory or Memory(),
            request=self.requests.append,
            say=self.said.append,
            explain=lambda error: (type(error).__name__, ""),
        )
        self.pane: Any = create(self.context)
        self.widget = self.pane.widget()
        theme.dress(self.widget)
        self.widget.resize(1302 if not theme.compact else 1282, 615 if not theme.compact else 559)
        self.widget.show()

    @property
    def view(self) -> Any:
        return self.pane.view

    @property
    def page(self) -> Any:
        return self.pane.view.reading.page

    def open(self, qtbot: Any, article: str = "", place: str = "", document: str = "act") -> None:
        self.pane.open(OpenArticle(DocumentId(document), article, place))
        qtbot.waitUntil(lambda: self.pane.presenter._opened is not None and self.runner.live == 0)
        qtbot.waitUntil(lambda: self.view.documents.chosen() == f"doc:{document}")

    def close(self) -> None:
        self.widget.close()
        self.runner.close()
        self.widget.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def make(qtbot: Any, theme: Theme, given: ModuleType) -> Iterator[Callable[..., Shown]]:
    made: list[Shown] = []

    def build(store: Any = None, memory: Memory | None = None) -> Shown:
        shown = Shown(theme, store or given.FakeStore.full(), given.TODAY, memory)
        made.append(shown)
        qtbot.waitUntil(lambda: shown.pane.presenter.library._catalogue is not None)
        return shown

    yield build
    for shown in made:
        shown.close()


def long_store(given: ModuleType, articles: int = 700) -> Any:
    """A statute about as long as the longest of the snapshot."""
    store = given.FakeStore.full()
    text = "\n".join(
        f"① {'등대장은 매일 저녁 등을 켠다. ' * (3 + n % 9)}\n1. {'선장에게 보인다. ' * 4}" for n in range(6)
    )
    owner = given.document("long", "긴 등대법")
    store.add(
        owner,
        [
            given.passage(owner, n, Role.ARTICLE, text, article=f"제{n + 1}조", heading="점등", path=("제1장 총칙",))
            for n in range(articles)
        ],
    )
    return store


def test_a_request_shows_the_place_in_sight(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제4조", "제2항")
    page = shown.pane.presenter._opened.page
    order = page.find(article="제4조")
    assert page.section_of(shown.page.reading_block()) == order
    assert [page.blocks[number].label for number in shown.page._flashed] == ["②"]
    assert shown.view.reading.sticky.source == "제4조(긴 조)"
    assert shown.view.articles.chosen() == page.sections[order].key
    assert shown.pane.subtitle() == "등대 관리에 관한 법률"


def test_the_keyboard_is_in_the_text_after_a_request(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제4조")
    assert shown.page.hasFocus() and not shown.page._ringed
    shown.view.filter_field.setFocus()
    QTest.keyClick(shown.view.filter_field, Qt.Key.Key_Backtab)
    shown.open(qtbot, "제2조")
    assert shown.page.hasFocus()


def test_what_was_read_last_is_open_again(make: Callable[..., Shown], qtbot: Any) -> None:
    first = make()
    first.open(qtbot, "제4조")
    first.pane.close()
    again = make(memory=first.context.memory)
    qtbot.waitUntil(lambda: again.pane.subtitle() == "등대 관리에 관한 법률")
    assert again.view.reading.sticky.source == "제4조(긴 조)"


def test_the_highlight_goes_by_itself(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제4조")
    shown.page._fading.setInterval(10)
    shown.page.flash(frozenset({1}))
    qtbot.waitUntil(lambda: not shown.page._flashed)


def test_scrolling_moves_the_strip_and_the_tree(make: Callable[..., Shown], qtbot: Any, given: ModuleType) -> None:
    shown = make(long_store(given))
    shown.open(qtbot, document="long")
    bar = shown.page.verticalScrollBar()
    for _ in range(60):
        bar.setValue(bar.value() + 78)
    assert shown.view.reading.sticky.source.startswith("제")
    chosen = shown.pane.presenter._opened.page.sections[shown.page._tagged].key
    assert shown.view.articles.chosen() == chosen != "s0"


def test_what_is_read_stays_while_heights_become_known(
    make: Callable[..., Shown], qtbot: Any, given: ModuleType
) -> None:
    """Scrolling up into blocks that were never set must not make the text jump."""
    shown = make(long_store(given))
    shown.open(qtbot, "제400조", document="long")
    bar = shown.page.verticalScrollBar()
    for _ in range(40):
        block, within = shown.page._block, shown.page._within
        y = shown.page.shelf.heights.offset(block) + within - shown.page.top()
        bar.setValue(bar.value() - 100)
        after = shown.page.shelf.heights.offset(block) + within - shown.page.top()
        assert (y, after) == (0, 100)


def test_the_end_can_be_reached_and_left(make: Callable[..., Shown], qtbot: Any, given: ModuleType) -> None:
    shown = make(long_store(given))
    shown.open(qtbot, document="long")
    QTest.keyClick(shown.page, Qt.Key.Key_End)
    bar = shown.page.verticalScrollBar()
    assert bar.value() == bar.maximum()
    assert shown.page.reading_block() > len(shown.pane.presenter._opened.page.blocks) - 40
    QTest.keyClick(shown.page, Qt.Key.Key_Home)
    assert shown.page.top() == 0


def test_a_long_statute_scrolls_without_a_stall(make: Callable[..., Shown], qtbot: Any, given: ModuleType) -> None:
    """Time of the window's own thread, so that a busy machine does not decide; the goal is 50 ms."""
    shown = make(long_store(given))
    shown.open(qtbot, document="long")
    bar = shown.page.verticalScrollBar()
    spent = []
    for step in range(400):
        started = time.thread_time()
        bar.setValue(bar.value() + 78 if step % 40 else (step * 997 * 40) % bar.maximum())
        QApplication.processEvents()
        spent.append(time.thread_time() - started)
    assert sorted(spent)[-2] < 0.05


def test_another_width_keeps_what_is_read(make: Callable[..., Shown], qtbot: Any, given: ModuleType) -> None:
    shown = make(long_store(given))
    shown.open(qtbot, "제300조", document="long")
    block = shown.page._block
    shown.widget.resize(1000, 615)
    QApplication.processEvents()
    assert shown.page._block == block
    shown.view.reading.marks.click()
    assert shown.page._block == block


def test_article_steps_by_key(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제1조")
    QTest.keyClick(shown.page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown.view.reading.sticky.source.startswith("제2조")
    QTest.keyClick(shown.page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown.view.reading.sticky.source.startswith("제1조")


def test_tab_reaches_links_and_enter_follows_them(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, document="decree")
    shown.page.setFocus()
    QTest.keyClick(shown.page, Qt.Key.Key_Tab)
    QTest.keyClick(shown.page, Qt.Key.Key_Tab)
    assert shown.page._pointer.goal.article == "제4조"
    assert "제4조(으)로 가기" in shown.said[-1]
    QTest.keyClick(shown.page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.pane.subtitle() == "등대 관리에 관한 법률")
    assert shown.view.reading.back_button.isEnabled()


def test_tab_leaves_the_page_behind_the_last_link(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, document="decree")
    shown.page.setFocus()
    for _ in range(4):
        QTest.keyClick(shown.page, Qt.Key.Key_Tab)
    assert not shown.page.hasFocus()


def point_in(shown: Shown, label: str, word: str) -> QPoint:
    """A point of the viewport in the middle of `word` in the first block labelled `label`."""
    page = shown.page
    blocks = page.shelf.page.blocks
    index = next(n for n, block in enumerate(blocks) if block.label == label and word in block.text)
    made = page.shelf.at(index)
    at = made.text.index(word)
    box = made._box(at, at + len(word))
    y = page.shelf.heights.offset(index) - page.top() + made.before + box.center().y()
    return QPointF(made._x + box.center().x(), y).toPoint()


def test_a_double_click_selects_a_word_and_a_click_follows_a_link(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제2조")
    QTest.mouseDClick(shown.page.viewport(), Qt.MouseButton.LeftButton, pos=point_in(shown, "③", "각 호의"))
    assert shown.page.selected_text() == "호의"
    QTest.keyClick(shown.page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "호의"
    QTest.mouseClick(shown.page.viewport(), Qt.MouseButton.LeftButton, pos=point_in(shown, "2.", "제1조"))
    assert shown.view.reading.sticky.source.startswith("제1조")


def test_a_drag_selects_across_blocks(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제2조")
    viewport = shown.page.viewport()
    start, end = point_in(shown, "①", "매일"), point_in(shown, "2.", "손님")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(end),
        viewport.mapToGlobal(QPointF(end)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, moved)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    lines = shown.page.selected_text().split("\n")
    assert lines[0].endswith("저녁 등을 켠다.") and not lines[0].startswith("①")
    assert lines[1:5] == [
        "② 삭제",
        "③ 등대장은 다음 각 호의 사람에게 등을 보일 수 있다.",
        "1. 선장",
        "가. 항해 중인 사람",
    ]
    assert lines[5].startswith("2. 제1조에 따른 손")


def test_a_selection_over_blocks_copies_the_source(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제2조")
    QTest.keyClick(shown.page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    text = shown.page.selected_text()
    assert "① 등대장은 매일 저녁 등을 켠다.\n② 삭제\n③" in text
    assert "│1등급     │10      │" in text
    assert "개정" not in text


def test_find_here_marks_and_brings_into_sight(make: Callable[..., Shown], qtbot: Any, given: ModuleType) -> None:
    store = long_store(given)
    owner = given.document("long", "긴 등대법")
    store.held[owner.id][1].append(
        given.passage(owner, 999, Role.ARTICLE, "고 래를 본다.", article="제999조", heading="끝")
    )
    shown = make(store)
    shown.open(qtbot, document="long")
    QTest.keyClick(shown.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = shown.view.reading.find_bar
    assert bar.isVisible() and bar.field.hasFocus()
    bar.field.insert("고래")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.source == "1 / 1"
    assert shown.view.reading.sticky.source != "" and shown.page.top() > 10_000
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible() and shown.page._pattern is None


def test_the_tree_is_used_by_key(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    tree = shown.view.documents
    tree.setFocus()
    tree.setCurrentIndex(tree.nodes().index_of("doc:act"))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.pane.subtitle() == "등대 관리에 관한 법률")
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(tree.nodes().index_of("doc:act"))


def test_a_chevron_folds_and_the_words_open(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    tree = shown.view.documents
    index = tree.nodes().index_of("doc:act")
    row = tree.visualRect(index)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(34, row.center().y()))
    assert tree.isExpanded(index) and shown.pane.presenter._asked is None
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, row.center().y()))
    qtbot.waitUntil(lambda: shown.pane.subtitle() != "")


def test_what_was_unfolded_stays_so_after_a_filter(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    tree = shown.view.documents
    tree.expand(tree.nodes().index_of("doc:act"))
    for words in ("매뉴얼", ""):
        shown.view.filter_field.setText(words)
        shown.view._filter()
    assert tree.isExpanded(tree.nodes().index_of("doc:act"))


def test_the_arrangement_of_the_tree_is_kept(make: Callable[..., Shown], qtbot: Any) -> None:
    first = make()
    button = first.view.arrange_button
    actions = {action.text(): action for action in button.menu_of().actions()}
    assert [text for text, action in actions.items() if action.isChecked()] == ["가나다"]
    actions["소관 부처"].trigger()
    assert button.text() == "소관 부처"
    again = make(memory=first.context.memory)
    assert again.view.arrange_button.text() == "소관 부처"
    assert again.pane.presenter.library.arrangement == "소관 부처"


def test_a_filter_that_finds_nothing_says_so(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.view.filter_field.setText("고래")
    shown.view._filter()
    assert shown.view.library_column.note.isVisible()


def test_the_question_button_asks_about_the_article(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제4조")
    shown.view.reading.ask_button.click()
    assert shown.requests == [Ask("「등대 관리에 관한 법률」 제4조(긴 조)에 따르면 ")]


def test_an_empty_store_shows_what_belongs_here(make: Callable[..., Shown], qtbot: Any, given: ModuleType) -> None:
    shown = make(given.FakeStore())
    assert shown.view.reading._empty.isVisible()
    assert not shown.view.reading.copy_button.isEnabled()


@pytest.mark.parametrize(("mode", "percent"), [(Mode.LIGHT, 100), (Mode.DARK, 150), (Mode.LIGHT, 200)])
def test_nothing_is_cut_small_nameless_or_overlapping(
    make: Callable[..., Shown], qtbot: Any, mode: Mode, percent: int
) -> None:
    geometry = _geometry()
    shown = make()
    shown.theme.switch(mode, percent)
    shown.widget.resize(1282, 559)
    shown.open(qtbot, "제2조")
    shown.view.find_here()
    QApplication.processEvents()
    root = shown.widget
    assert geometry.cut(root) == []
    assert geometry.too_small(root) == []
    assert geometry.nameless(root) == []
    assert geometry.overlapping(root) == []


def _geometry() -> Any:
    import importlib.util
    from pathlib import Path

    path = Path(__file__).parents[2] / "geometry.py"
    spec = importlib.util.spec_from_file_location("ui_geometry", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_at_large_text_the_columns_are_tabs(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.theme.switch(text_percent=200)
    shown.widget.resize(1282, 559)
    QApplication.processEvents()
    assert shown.view.columns.narrow
    shown.open(qtbot, "제2조")
    assert shown.page.isVisible() and not shown.view.documents.isVisible()
    shown.view.columns.show_column("articles")
    assert shown.view.articles.isVisible()
    shown.view.articles.opened.emit(shown.pane.presenter._opened.page.sections[0].key, False)
    assert shown.page.isVisible()


def test_a_place_is_held_beside_while_another_is_read(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제4조")
    beside = shown.view.beside
    QTest.keyClick(shown.page, Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    assert beside.isVisible() and beside.title.source == "등대 관리에 관한 법률 › 제4조(긴 조)"
    QApplication.processEvents()
    assert abs(beside.width() - shown.view.reading.width()) < 4 or shown.view.columns.narrow
    shown.open(qtbot, "제1조", document="decree")
    assert shown.pane.presenter.spot.document == "decree"
    assert beside.title.source == "등대 관리에 관한 법률 › 제4조(긴 조)"
    shown.pane.beside.follow(Goal("", "제2조", "제3항"))
    assert beside.title.source == "등대 관리에 관한 법률 › 제2조(점등)"
    page = shown.pane.beside._opened.page
    assert [page.blocks[number].label for number in beside.page._flashed][:1] == ["③"]
    QTest.mouseClick(beside.close_button, Qt.MouseButton.LeftButton)
    assert beside.isHidden() and shown.pane.beside.held is None


def test_a_link_in_the_held_column_opens_another_statute_there(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제1조", document="decree")
    shown.pane.hold()
    shown.pane.beside.follow(Goal("", "", why="자료에 없는 법령입니다"))
    assert shown.said[-1] == "자료에 없는 법령입니다."
    shown.pane.beside.follow(Goal("act", "제4조"))
    qtbot.waitUntil(lambda: shown.pane.beside.held == "act")
    assert shown.view.beside.title.source == "등대 관리에 관한 법률 › 제4조(긴 조)"
    assert shown.pane.presenter.spot.document == "decree", "what is read stays"
    shown.pane.hold()
    assert shown.pane.beside.held == "decree", "asked again over another text, that text is held"
    shown.pane.hold()
    assert shown.pane.beside.held is None


def test_drawing_makes_room_and_gives_it_back(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    shown.open(qtbot, "제2조")
    columns, related = shown.view.columns, shown.view.related
    if columns.narrow:
        columns.show_column("related")
    before = related.width()
    related.choose("filled")
    QTest.mouseClick(related.draw_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert related.drawing
    assert columns.narrow or (columns.is_folded("library") and related.width() > before)
    related.choose("citing")
    QApplication.processEvents()
    assert not related.drawing
    assert columns.narrow or (not columns.is_folded("library") and related.width() == before)


def test_both_themes_and_all_kinds_of_blocks_are_drawn(make: Callable[..., Shown], qtbot: Any) -> None:
    shown = make()
    for document in ("act", "manual", "gone"):
        shown.open(qtbot, document=document)
        for mode in (Mode.LIGHT, Mode.DARK):
            shown.theme.switch(mode)
            picture = shown.page.viewport().grab().toImage()
            ground = picture.pixelColor(2, picture.height() - 4)
            assert ground == shown.theme.colour("surface")
            assert len({picture.pixel(x, y) for x in range(30, 400, 3) for y in range(0, 300, 3)}) > 8
