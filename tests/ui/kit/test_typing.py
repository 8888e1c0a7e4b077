"""Fields and Korean input methods: nothing typed is lost, nothing is sent too early."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from govdesk.ui.kit import Choice, FieldError, LineInput, QuestionInput, SearchField
from govdesk.ui.theme import Theme


def compose(widget: QWidget, syllable: str, committed: str = "") -> None:
    event = QInputMethodEvent(syllable, [])
    event.setCommitString(committed)
    QApplication.sendEvent(widget, event)


def test_enter_sends_the_question_trimmed(qtbot, theme: Theme) -> None:
    box = QuestionInput(theme, name="질문")
    qtbot.addWidget(box)
    sent: list[str] = []
    box.submitted.connect(sent.append)
    qtbot.keyClicks(box, "  abc ")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert sent == ["abc"]


def test_shift_enter_makes_a_line_and_an_empty_question_is_not_sent(qtbot, theme: Theme) -> None:
    box = QuestionInput(theme, name="질문")
    qtbot.addWidget(box)
    sent: list[str] = []
    box.submitted.connect(sent.append)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert sent == [] and box.toPlainText() == "\n"


def test_enter_while_composing_ends_the_composition_only(qtbot, theme: Theme) -> None:
    box = QuestionInput(theme, name="질문")
    qtbot.addWidget(box)
    sent: list[str] = []
    box.submitted.connect(sent.append)
    compose(box, "가")
    assert box.composing
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert sent == []
    compose(box, "", "가")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert sent == ["가"]


def test_the_open_syllable_is_sent_with_the_rest(qtbot, theme: Theme) -> None:
    box = QuestionInput(theme, name="질문")
    qtbot.addWidget(box)
    sent: list[str] = []
    box.submitted.connect(sent.append)
    compose(box, "", "연")
    compose(box, "차")
    box.submit()
    assert sent == ["연차"] and not box.composing


def test_the_open_syllable_stays_when_the_focus_goes(qtbot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    line, box, other = LineInput(theme, name="이름"), QuestionInput(theme, name="질문"), QPushButton("다른 곳")
    for part in (line, box, other):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    for field in (line, box):
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        compose(field, "글")
        other.setFocus()
        qtbot.waitUntil(other.hasFocus)
    assert (line.text(), box.toPlainText()) == ("글", "글")


def test_the_question_box_grows_to_six_lines(qtbot, theme: Theme) -> None:
    box = QuestionInput(theme, name="질문")
    qtbot.addWidget(box)
    box.resize(400, 30)
    box.show()
    one = box.height()
    box.set_value("\n".join("가나다"))
    three = box.height()
    box.set_value("\n".join("가" * 40))
    assert one < three < box.height() < one * 7
    box.clear()
    assert box.height() == one


def test_only_text_is_pasted(qtbot, theme: Theme) -> None:
    box = QuestionInput(theme, name="질문")
    qtbot.addWidget(box)
    QGuiApplication.clipboard().setText("붙인 글")
    box.paste()
    assert box.toPlainText() == "붙인 글"


def test_tab_leaves_the_question_box(qtbot, theme: Theme) -> None:
    box = QuestionInput(theme, name="질문")
    qtbot.addWidget(box)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.toPlainText() == ""


def test_a_line_is_taken_whole_with_its_open_syllable(qtbot, theme: Theme) -> None:
    line = LineInput(theme, name="이름")
    qtbot.addWidget(line)
    compose(line, "", "홍길")
    compose(line, "동")
    assert line.text() == "홍길" and line.value() == "홍길동"


def test_a_line_ignores_enter_while_composing(qtbot, theme: Theme) -> None:
    line = LineInput(theme, name="이름")
    qtbot.addWidget(line)
    sent: list[str] = []
    line.submitted.connect(sent.append)
    compose(line, "가")
    qtbot.keyClick(line, Qt.Key.Key_Enter)
    assert sent == []
    compose(line, "", "가")
    qtbot.keyClick(line, Qt.Key.Key_Enter)
    assert sent == ["가"]


def test_a_wrong_value_keeps_its_text_and_is_described(qtbot, theme: Theme) -> None:
    line, error = LineInput(theme, name="기준일"), FieldError(theme)
    qtbot.addWidget(line)
    qtbot.addWidget(error)
    line.setText("2026. 2. 30.")
    line.set_error("없는 날짜입니다")
    error.set("없는 날짜입니다")
    assert (line.text(), line.accessibleDescription(), error.sentence) == (
        "2026. 2. 30.",
        "없는 날짜입니다",
        "없는 날짜입니다",
    )
    line.set_error("")
    assert line.accessibleDescription() == "" and line.property("invalid") is False


def test_a_search_hears_the_syllable_being_composed(qtbot, theme: Theme) -> None:
    field = SearchField(theme, name="찾기")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.changed.connect(heard.append)
    compose(field, "", "연")
    compose(field, "ㄱ")
    compose(field, "가")
    assert heard[-2:] == ["연ㄱ", "연가"]


def test_escape_empties_a_search(qtbot, theme: Theme) -> None:
    field = SearchField(theme, name="찾기")
    qtbot.addWidget(field)
    field.setText("연가")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_scrolling_over_a_choice_changes_nothing(qtbot, theme: Theme) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    choice = Choice(theme, name="기관", items=("가", "나"))
    qtbot.addWidget(choice)
    choice.show()
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        buttons,
        Qt.KeyboardModifier.NoModifier,
        phase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.currentText() == "가"
