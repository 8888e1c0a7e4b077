"""One setting as a row of the card: name and sentence, the control, unit, bounds and default, undo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui.kit import ChipToggle, FieldError, Icon, IconButton, LineInput, State, StateTag, Switch, Text, follow
from govdesk.ui.panes.settings.presenter import Kind, Row
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES


class NumberInput(LineInput):
    """A whole number; Up and Down step it. `settled(str)` when it is to be taken: Enter, a step, or leaving."""

    settled = Signal(str)

    def __init__(self, theme: Theme, name: str, step: int = 1) -> None:
        super().__init__(theme, name=name)
        self._step = step
        self.submitted.connect(self.settled)
        self.editingFinished.connect(self._on_left)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _on_left(self) -> None:
        self.settled.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}.get(Qt.Key(event.key()))
        digits = self.text().replace(",", "").strip()
        if by is None or not digits.lstrip("-").isdigit():
            super().keyPressEvent(event)
            return
        self.setText(f"{int(digits) + by:,}")
        self.settled.emit(self.text())


class SettingRow(QWidget):
    """``SettingRow(theme, row)``: `changed(object)` with the new value, `undone()`; ``show_row(row)``, ``refuse(why)``.

    A setting fixed by policy is plain text with a lock, never a dead control.
    """

    changed = Signal(object)
    undone = Signal()

    def __init__(self, theme: Theme, row: Row) -> None:
        super().__init__()
        self._theme = theme
        self.row = row
        self._chips: dict[object, ChipToggle] = {}
        self._input: NumberInput | None = None
        self._switch: Switch | None = None
        self._tag = StateTag(theme, State.CHANGED)
        self._error = FieldError(theme)
        self._undo = IconButton(theme, "undo", self.tr("{title} 기본값으로").format(title=row.title), small=True)
        self._undo.clicked.connect(self.undone)
        self._grid = QGridLayout(self)
        self._bounds = Text(theme, row.bounds, Type.CONTROL, role="sub", wrap=False)
        self._build()
        self.show_row(row)
        follow(theme, self._refit)

    def show_row(self, row: Row) -> None:
        """Show the values of `row`, which is the same setting."""
        self.row = row
        self._tag.setVisible(row.changed)
        self._undo.setVisible(row.changed)
        self.refuse("")
        for value, chip in self._chips.items():
            chip.setChecked(value == row.value)
        if self._input is not None:
            self._input.setText(f"{row.value:,}")
        if self._switch is not None:
            self._switch.setChecked(bool(row.value))

    def refuse(self, why: str) -> None:
        """Say why the value in the field is not applied; the text stays."""
        self._error.set(why)
        if self._input is not None:
            self._input.set_error(why)

    @property
    def error(self) -> str:
        return self._error.sentence

    def control(self) -> QWidget | None:
        """What takes the keyboard."""
        return self._input or self._switch or next(iter(self._chips.values()), None)

    def _build(self) -> None:
        theme, row = self._theme, self.row
        title = QHBoxLayout()
        title.setSpacing(theme.gap(8))
        title.addWidget(Text(theme, row.title, Type.BODY_MEDIUM, wrap=False))
        title.addWidget(self._tag)
        title.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(title)
        words.addWidget(Text(theme, row.sentence, Type.CONTROL, role="sub"))
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(self._bounds)
        side.addWidget(self._error)
        self._parts = [_boxed(words), _boxed(self._make_control()), _boxed(side)]
        if row.fixed:
            self._bounds.set(self.tr("기관 정책이 정함"))

    def _make_control(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.gap(6))
        if self.row.fixed:
            line.addWidget(Icon(self._theme, "lock", role="sub", size=16))
            line.addWidget(Text(self._theme, self.row.words(), Type.CONTROL_MEDIUM, wrap=False))
        elif self.row.kind is Kind.CHOICE:
            self._add_chips(line)
        elif self.row.kind is Kind.SWITCH:
            self._switch = Switch(self._theme, "")
            self._switch.setAccessibleName(self.row.title)
            self._switch.clicked.connect(self.changed)
            line.addWidget(self._switch)
        else:
            self._input = NumberInput(self._theme, self.row.title)
            self._input.settled.connect(self._on_settled)
            line.addWidget(self._input)
            line.addWidget(Text(self._theme, self.row.unit, Type.CONTROL, role="sub", wrap=False))
        line.addStretch(1)
        return line

    def _add_chips(self, line: QHBoxLayout) -> None:
        exclusive = QButtonGroup(self)
        for value, words in self.row.choices:
            chip = ChipToggle(self._theme, words, tick=False)
            chip.setAccessibleName(f"{self.row.title}: {words}")
            chip.clicked.connect(self._on_chip)
            exclusive.addButton(chip)
            self._chips[value] = chip
            line.addWidget(chip)

    def _on_chip(self) -> None:
        pressed = self.sender()
        value = next((value for value, chip in self._chips.items() if chip is pressed), None)
        if value is not None and value != self.row.value:
            self.changed.emit(value)

    def _on_settled(self, text: str) -> None:
        if text.replace(",", "").strip() != str(self.row.value):
            self.changed.emit(text)
        else:
            self.refuse("")

    def _refit(self) -> None:
        """Side by side; below each other when the text is large."""
        theme, gap = self._theme, self._theme.gap
        for number, part in enumerate(self._parts):
            row, column = (number, 0) if theme.compact else (0, number)
            self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._undo, 0, 3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for number, stretch in enumerate((5, 4, 3)):
            self._grid.setColumnStretch(number, stretch if not theme.compact else int(number == 0))
        self._grid.setColumnMinimumWidth(3, theme.size(SIZES.hit))
        self._grid.setContentsMargins(gap(16), gap(7), gap(12), gap(7))
        self._grid.setHorizontalSpacing(gap(12))
        self.setMinimumHeight(theme.size(SIZES.setting_row))
        if self._input is not None:
            self._input.setFixedWidth(theme.px(104))


def _boxed(content: QHBoxLayout | QVBoxLayout) -> QWidget:
    """A widget round a layout, so that it can be moved between the two forms of the row."""
    content.setContentsMargins(0, 0, 0, 0)
    widget = QWidget()
    widget.setLayout(content)
    return widget
