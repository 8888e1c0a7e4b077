"""Buttons, marks, labels: sizes, names, states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from govdesk.ui.kit import (
    Banner,
    Button,
    Card,
    ChipState,
    ChipToggle,
    CitationChip,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    IconButton,
    NavItem,
    NavList,
    State,
    StateTag,
    Switch,
    TabStrip,
    Text,
    shown,
)
from govdesk.ui.theme import Theme, Type


def every_control(theme: Theme) -> list[QAbstractButton]:
    return [
        *(Button(theme, "가", kind=kind) for kind in ("primary", "secondary", "quiet", "link")),
        Button(theme, "가", small=True),
        IconButton(theme, "search", "찾기"),
        IconButton(theme, "search", "찾기", small=True),
        ChipToggle(theme, "가"),
        Switch(theme, "가"),
        CitationChip(theme, "가", number=1),
    ]


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_nothing_clickable_is_under_28(qtbot, theme: Theme, percent: int) -> None:
    theme.switch(text_percent=percent)
    for control in every_control(theme):
        qtbot.addWidget(control)
        assert control.sizeHint().height() >= 28 and control.sizeHint().width() >= 28, type(control).__name__


def test_an_icon_without_a_label_needs_a_name(theme: Theme) -> None:
    with pytest.raises(ValueError):
        IconButton(theme, "search", "")


def test_an_icon_button_tells_its_name_and_key(qtbot, theme: Theme) -> None:
    button = IconButton(theme, "search", "대화 찾기", shortcut="Ctrl+F")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("대화 찾기", "대화 찾기 (Ctrl+F)")


def test_a_disabled_button_says_why(qtbot, theme: Theme) -> None:
    button = Button(theme, "가져오기")
    qtbot.addWidget(button)
    button.disable("다른 가져오기가 끝나야 합니다")
    assert not button.isEnabled() and button.toolTip() == "다른 가져오기가 끝나야 합니다"
    button.enable()
    assert button.isEnabled() and button.toolTip() == ""


def test_a_chip_shows_a_tick_only_while_it_is_on(qtbot, theme: Theme) -> None:
    chip = ChipToggle(theme, "법령")
    qtbot.addWidget(chip)
    off = chip.sizeHint().width()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked() and chip.sizeHint().width() > off


@pytest.mark.parametrize("state", list(ChipState))
def test_a_citation_chip_says_its_state_in_words(qtbot, theme: Theme, state: ChipState) -> None:
    chip = CitationChip(theme, "여비 규정 제3조", number=2, state=state)
    qtbot.addWidget(chip)
    words = state.value[4]
    assert "여비 규정 제3조" in chip.accessibleName() and words in chip.accessibleName()
    assert bool(words) or state is ChipState.VERIFIED


def test_a_cut_citation_tells_the_whole_in_its_tooltip(qtbot, theme: Theme) -> None:
    chip = CitationChip(theme, "아주 긴 이름을 가진 시행규칙 제178조의12제3항", number=1)
    qtbot.addWidget(chip)
    chip.show()
    chip.resize(120, 28)
    assert "제178조의12제3항" in chip.toolTip()
    chip.resize(chip.sizeHint())
    assert chip.toolTip() == ""


def test_states_have_words_and_looks_of_their_own(qtbot, theme: Theme) -> None:
    tag = StateTag(theme, State.SURE)
    qtbot.addWidget(tag)
    assert tag.text() == "확실"
    tag.set_state(State.FUTURE, "2027. 1. 1. 시행 예정")
    assert tag.text() == tag.accessibleName() == "2027. 1. 1. 시행 예정"
    assert len({(state.tone, state.icon, state.word) for state in State}) == len(State)


def test_an_elided_label_tells_what_was_cut(qtbot, theme: Theme) -> None:
    name = "공공기관의 정보공개에 관한 법률 시행규칙 일부개정령안 신구조문대비표.hwp"
    label = ElidedLabel(theme, name)
    qtbot.addWidget(label)
    label.show()
    label.resize(160, 20)
    assert label.text() != name and label.toolTip() == name and label.accessibleName() == name
    label.resize(2000, 20)
    assert label.toolTip() == ""


def test_wrapped_text_takes_its_line_height_and_copies_its_source(qtbot, theme: Theme) -> None:
    source = "연가ㆍ병가는 2026. 12. 1.(화)까지 쓸 수 있다"
    text = Text(theme, source, Type.BODY, selectable=True)
    qtbot.addWidget(text)
    text.resize(120, text.heightForWidth(120))
    text.show()
    assert text.heightForWidth(120) % 22 == 0 and text.heightForWidth(120) >= 44
    text.setSelection(0, len(shown(source)))
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == source


def test_a_text_asks_for_as_many_lines_as_it_needs(qtbot, theme: Theme) -> None:
    short, long = Text(theme, "한 줄입니다"), Text(theme, "긴 문장을 여러 번 되풀이합니다. " * 12)
    for text in (short, long):
        qtbot.addWidget(text)
    assert short.sizeHint().height() == 22
    assert long.sizeHint().height() == long.heightForWidth(long.sizeHint().width()) > 44


def test_markup_in_a_text_is_shown_as_it_stands(qtbot, theme: Theme) -> None:
    text = Text(theme, "<개정 2024. 3. 5.> & 그 밖")
    qtbot.addWidget(text)
    assert "&lt;개정" in text.text() and text.source == "<개정 2024. 3. 5.> & 그 밖"


def test_a_banner_has_its_actions_in_order(qtbot, theme: Theme) -> None:
    banner = Banner(theme, "danger", "읽지 못했습니다.", "암호를 풀어 주세요.")
    qtbot.addWidget(banner)
    first, second = banner.add_action("다시 시도"), banner.add_action("건너뛰기")
    pressed: list[str] = []
    first.clicked.connect(lambda: pressed.append("다시"))
    banner.resize(700, banner.sizeHint().height())
    banner.show()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert pressed == ["다시"] and first.x() < second.x()
    banner.set("끝났습니다.")
    assert not banner.text.isVisible() and banner.accessibleName() == "끝났습니다."


def test_a_card_tells_of_a_press(qtbot, theme: Theme) -> None:
    card = Card(theme)
    qtbot.addWidget(card)
    card.resize(100, 60)
    with qtbot.waitSignal(card.pressed):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(50, 30))


def test_an_empty_pane_offers_one_button(qtbot, theme: Theme) -> None:
    empty = EmptyState(theme, "아직 없습니다", "폴더를 고르세요.", action="폴더 고르기")
    qtbot.addWidget(empty)
    assert [button.text() for button in empty.findChildren(QAbstractButton)] == ["폴더 고르기"]


def test_a_flow_wraps_and_grows_downwards(qtbot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=6, row_gap=6)
    for number in range(6):
        flow.addWidget(ChipToggle(theme, f"아주 긴 칩 {number}"))
    assert flow.heightForWidth(2000) < flow.heightForWidth(300) < flow.heightForWidth(130)
    flow.clear()
    assert flow.count() == 0


def test_tabs_move_with_arrows_and_close_with_delete(qtbot, theme: Theme) -> None:
    strip = TabStrip(theme, name="문서")
    qtbot.addWidget(strip)
    for key in ("가", "나", "다"):
        strip.add(key, key, closable=True)
    strip.show()
    chosen: list[str] = []
    closed: list[str] = []
    strip.chosen.connect(chosen.append)
    strip.close_asked.connect(closed.append)
    qtbot.keyClick(strip.button("가"), Qt.Key.Key_Left)
    assert (strip.current(), chosen) == ("다", ["다"])
    qtbot.keyClick(strip.button("다"), Qt.Key.Key_Delete)
    assert closed == ["다"]
    strip.remove("다")
    assert strip.current() == "나" and strip.keys() == ["가", "나"]


def test_a_tab_count_is_read_out(qtbot, theme: Theme) -> None:
    strip = TabStrip(theme, name="근거")
    qtbot.addWidget(strip)
    strip.add("a", "근거")
    strip.set_count("a", 12345)
    assert strip.button("a").accessibleName() == "근거 12,345"


def test_a_list_of_entries_is_walked_with_the_arrows(qtbot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    entries = NavList(theme, name="묶음")
    QVBoxLayout(holder).addWidget(entries)
    entries.fill([NavItem("a", "가"), NavItem("b", "나", count="3", locked=True)])
    entries.choose("a")
    chosen: list[str] = []
    entries.chosen.connect(chosen.append)
    holder.show()
    holder.activateWindow()
    button = entries.findChildren(QAbstractButton)[0]
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Down)
    assert entries.current() == "b" and chosen == ["b"]
