"""The drawn 위임 tree: bands, lanes, citing articles, keys."""

from __future__ import annotations

from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from govdesk.knowledge.delegation import Filled
from govdesk.knowledge.model import DocumentId
from govdesk.ui.panes.regulations.graph.layout import Measures, laid
from govdesk.ui.panes.regulations.graph.model import GraphNode, nodes_of
from govdesk.ui.panes.regulations.graph.view import GraphPanel
from govdesk.ui.panes.regulations.related import Entry
from govdesk.ui.theme import Theme

MEASURES = Measures(strip=60, box=44, chip=28, line=20, lane=10, gap=12)


@pytest.fixture
def nodes(given: ModuleType) -> tuple[GraphNode, ...]:
    rule = given.document("rule", "등대 관리에 관한 법률 시행규칙", "한빛부령")
    table = Filled(rule, "별표 1", "수수료", annex=True)
    first = Filled(
        given.DECREE,
        "제1조",
        "손님",
        "법 제2조에 따른 손님은",
        children=(Filled(rule, "제5조", "요금", "영 제1조의 요금", children=(table,)),),
    )
    second = Filled(given.DECREE, "제3조", "밝기", "법 제2조의 밝기는")
    tree = Filled(given.ACT, "제2조", "점등", children=(first, second, Filled(None, "조례", "", "조례로 정한다.")))
    rows = tuple(Entry(f"다른 법 제{n}조", "인용한다", document=DocumentId("act")) for n in range(5))
    return nodes_of(tree, given.ACT, lambda _document, article: (rows, 9) if article == "제2조" else ((), 0))


def test_levels_follow_one_another_and_parents_are_kept(nodes: tuple[GraphNode, ...]) -> None:
    assert [(node.title, node.level, node.parent) for node in nodes] == [
        ("이 법 제2조", 0, -1),
        ("영 제1조", 1, 0),
        ("영 제3조", 1, 0),
        ("규칙 제5조", 2, 1),
        ("규칙 별표 1", 3, 3),
        ("조례", 3, 0),
    ]
    assert (len(nodes[0].citing), nodes[0].more) == (3, 6)


@pytest.mark.parametrize("width", [284, 476, 1200])
def test_nothing_overlaps_and_lines_run_left_of_the_boxes(nodes: tuple[GraphNode, ...], width: int) -> None:
    found = laid(nodes, width, MEASURES)
    for above, below in pairwise(found.nodes):
        assert above.box.y + above.box.height <= below.words.y
    for placed in found.nodes:
        assert MEASURES.strip <= placed.lane < placed.box.x
        for chip in placed.chips:
            assert chip.x > placed.box.x + placed.box.width and chip.x + chip.width <= width
        for above, below in pairwise(placed.chips):
            assert above.y + above.height <= below.y
    assert len({found.nodes[1].lane, found.nodes[3].lane, found.nodes[4].lane}) == 3, "a lane for each that has others"
    assert [level for level, _, _ in found.bands] == [0, 1, 2, 3]
    assert found.height == found.bands[-1][2]


def test_without_room_citing_articles_are_left_out(nodes: tuple[GraphNode, ...]) -> None:
    narrow = Measures(strip=60, box=44, chip=28, line=20, lane=10, gap=12, chips=False)
    assert all(not placed.chips for placed in laid(nodes, 284, narrow).nodes)


def test_keys_move_and_open(nodes: tuple[GraphNode, ...], qtbot: Any, theme: Theme) -> None:
    panel = GraphPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(theme.size(520), 700)
    panel.show()
    panel.show_nodes(nodes)
    canvas = panel.canvas
    taken: list[Entry] = []
    panel.opened.connect(lambda entry, _tab: taken.append(entry))
    for key, at in (("Right", (0, 0)), ("Down", (0, 1)), ("Left", (0, -1)), ("Down", (1, -1)), ("Up", (0, -1))):
        QTest.keyClick(canvas, getattr(Qt.Key, f"Key_{key}"))
        assert canvas.at == at
    for _ in range(9):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.at == (5, -1) and not panel.open_button.isEnabled()
    assert "자료에 없습니다" in canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert taken == []
    canvas.look_at((1, -1))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert (taken[-1].document, taken[-1].section) == ("decree", "제1조")
    canvas.look_at((0, 3))
    assert "그 밖의 6곳" in canvas.accessibleDescription() and not panel.open_button.isEnabled()


def test_a_click_chooses_and_beside_is_asked(nodes: tuple[GraphNode, ...], qtbot: Any, theme: Theme) -> None:
    panel = GraphPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(theme.size(520), 700)
    panel.show()
    panel.show_nodes(nodes)
    box = panel.canvas._laid.nodes[2].box
    QTest.mouseClick(panel.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.x + 5, box.middle))
    assert panel.canvas.at == (2, -1)
    with qtbot.waitSignal(panel.held) as held:
        QTest.mouseClick(panel.hold_button, Qt.MouseButton.LeftButton)
    assert held.args[0].section == "제3조"
