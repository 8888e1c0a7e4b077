"""Text as drawn: unbroken where Korean must not break, and the source comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from govdesk.ui.kit.display import DOT, JOINER, NO_BREAK, Shown, restore, shown
from govdesk.ui.theme import Theme, Type

WHOLE = (
    "2026. 12. 1.",
    "2026. 12. 1.(화)",
    "2026. 12.",
    "승인할 수 있다",
    "할 수 없다",
    "쓸 수는 있으나",
    "18:00~21:00",
    "제178조의12",
)


def lines(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


@pytest.mark.parametrize("phrase", WHOLE)
def test_a_line_never_breaks_inside(theme: Theme, phrase: str) -> None:
    font = theme.font(Type.BODY)
    text = shown(f"담당자는 미리 {phrase} 그리고 다음 사람에게 {phrase} 알린다")
    drawn = shown(phrase)
    for width in range(140, 520, 7):
        assert "".join(lines(text, font, width)).count(drawn) == 2
        assert sum(line.count(drawn) for line in lines(text, font, width)) == 2, width


def test_words_of_a_sentence_stay_whole(theme: Theme) -> None:
    text = shown("공무 수행에 특별한 지장이 없으면 승인하여야 한다")
    for width in range(100, 300, 9):
        assert [word for line in lines(text, theme.font(Type.BODY), width) for word in line.split()] == text.split()


def test_the_wide_middle_dot_is_drawn_narrow(theme: Theme) -> None:
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(theme.font(Type.BODY))
    assert metrics.horizontalAdvance(shown("ㆍ")) < metrics.horizontalAdvance("ㆍ") / 2


@given(st.text(alphabet="가나수있없다는 할.()화~:0123456789ㆍ\n", max_size=60))
def test_what_is_drawn_turns_back_into_the_source(text: str) -> None:
    assert restore(shown(text)) == text
    drawn = Shown.of(text)
    assert drawn.original(0, len(drawn.text)) == text


@given(st.text(alphabet="가수 있다할2026.(화)~1ㆍ", max_size=40), st.data())
def test_a_slice_of_what_is_drawn_is_a_slice_of_the_source(text: str, data: st.DataObject) -> None:
    drawn = Shown.of(text)
    start = data.draw(st.integers(0, len(drawn.text)))
    end = data.draw(st.integers(start, len(drawn.text)))
    assert drawn.original(start, end) == restore(drawn.text[start:end])


def test_source_positions_map_to_drawn_ones() -> None:
    source = "2026. 12. 1.(화) 회의"
    drawn = Shown.of(source)
    at = source.index("회의")
    assert drawn.text[drawn.position(at) :] == "회의"
    assert JOINER in drawn.text and NO_BREAK in drawn.text and DOT not in drawn.text
