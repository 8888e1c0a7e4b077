"""The help pane: pages, find, links, what the program is made of."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from govdesk.paths import DataFolder, Resources, resources
from govdesk.ui.kit import ElidedLabel
from govdesk.ui.memory import Memory
from govdesk.ui.pane import Ledger, PaneContext, WorkingDate
from govdesk.ui.panes.help.presenter import HelpPresenter, own_version, parts
from govdesk.ui.panes.help.view import ABOUT, HelpPane
from govdesk.ui.requests import OpenPane
from govdesk.ui.theme import Mode, Theme

FIRST = """# 처음 시작하기

**굵은 말**과 `코드`, [찾기](02-찾기.md), [자료](govdesk:documents), [밖](https://example.invalid).

| 이름 | 뜻 |
|---|---|
| 기준일 | 답하는 날 |
"""
SECOND = "# 찾기\n\n## 낱말로\n\n- 2026. 12. 1.(화)까지 찾을 수 있다\n- 연가ㆍ병가\n"


class Room:
    """A help pane with what it said and asked."""

    def __init__(self, qtbot, theme: Theme, tmp_path: Path) -> None:
        folder = tmp_path / "help"
        folder.mkdir()
        (folder / "01-시작.md").write_text(FIRST, encoding="utf-8")
        (folder / "02-찾기.md").write_text(SECOND, encoding="utf-8")
        self.requests: list[object] = []
        self.said: list[str] = []
        desk = SimpleNamespace(resources=Resources(tmp_path), folder=DataFolder(tmp_path / "자료"))
        context = PaneContext(
            desk, theme, None, WorkingDate(lambda: datetime.date(2026, 1, 1)), Ledger(), Memory(),
            self.requests.append, self.said.append, lambda _e: ("", ""),
        )  # fmt: skip
        self.pane = HelpPane(context)
        qtbot.addWidget(self.pane.widget())
        theme.dress(self.pane.widget())
        self.pane.widget().resize(1300, 600)
        self.pane.widget().show()
        QApplication.processEvents()


@pytest.fixture
def room(qtbot, theme: Theme, tmp_path: Path) -> Room:
    return Room(qtbot, theme, tmp_path)


def test_pages_stand_in_order_and_the_first_is_open(room: Room) -> None:
    assert room.pane._nav.keys() == ["01-시작", "02-찾기", ABOUT]
    assert room.pane.subtitle() == "처음 시작하기"
    assert "굵은 말과 코드" in room.pane._reader.toPlainText()


def test_finding_leaves_the_pages_that_hold_the_words_and_marks_them(room: Room) -> None:
    room.pane._search.setText("병가")
    assert room.pane._nav.keys() == ["02-찾기"] and room.pane.subtitle() == "찾기"
    assert [s.cursor.selectedText() for s in room.pane._reader.extraSelections()] == ["병가"]
    room.pane._search.setText("없는말")
    assert room.pane._pages.currentWidget() is room.pane._nothing
    room.pane._search.setText("")
    assert len(room.pane._nav.keys()) == 3 and room.pane._reader.extraSelections() == []


def test_links_lead_to_pages_and_panes_and_nowhere_else(room: Room) -> None:
    room.pane._on_link("02-찾기.md")
    assert room.pane.subtitle() == "찾기"
    room.pane._on_link("govdesk:settings/chat")
    assert room.requests == [OpenPane("settings", "chat")]
    room.pane._on_link("https://example.invalid")
    assert room.said == ["프로그램 밖의 주소는 열지 않습니다"]


def test_a_page_is_set_in_the_types_and_colours_of_the_theme(room: Room, theme: Theme) -> None:
    for mode, percent in ((Mode.LIGHT, 100), (Mode.DARK, 200)):
        theme.switch(mode, percent)
        cursor = QTextCursor(room.pane._reader.document())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        assert cursor.charFormat().font().pixelSize() == theme.px(20)
        cursor = room.pane._reader.document().find("굵은")
        assert cursor.charFormat().foreground().color() == theme.colour("text")
        assert cursor.charFormat().font().pixelSize() == theme.px(14)


def test_about_names_parts_licences_and_the_data_folder(room: Room, tmp_path: Path) -> None:
    room.pane.open(OpenPane("help", ABOUT))
    assert room.pane._pages.currentWidget() is room.pane._about
    words = {label.source for label in room.pane._about.findChildren(ElidedLabel)}
    assert {"PySide6-Essentials", "LGPL-3.0", "OFL-1.1", str(tmp_path / "자료")} <= words


def test_every_bundled_part_has_version_and_licence() -> None:
    found = parts()
    assert len(found) >= 15 and all(part.licence and part.use for part in found)
    assert all(part.version for part in found if part.name != "Pretendard GOV")
    assert own_version()


def test_the_guide_that_ships_has_a_title_on_every_page() -> None:
    folder = resources() / "help"
    pages = HelpPresenter(folder).pages()
    assert len(pages) == len(list(folder.glob("*.md")))
    assert all(page.title and not page.title.startswith("#") for page in pages)
