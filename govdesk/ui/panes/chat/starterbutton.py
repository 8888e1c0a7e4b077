"""Buttons that ask a ready question: `StarterButton` (a row), `FollowUps` (chips over the question box)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from govdesk.ui import icons
from govdesk.ui.kit.base import box, follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.display import shown
from govdesk.ui.kit.flow import FlowLayout
from govdesk.ui.kit.text import Text
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE


class StarterButton(QPushButton):
    """``StarterButton(theme, "출장 여비는 언제까지 정산하나요?")``: a whole row to press; `picked(str)`."""

    picked = Signal(str)

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick)
        follow(theme, self._restyle)

    def _pick(self) -> None:
        self.picked.emit(self.text())

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.BODY))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.size(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.size(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour, gap = self._theme.colour, self._theme.gap
        painter = QPainter(self)
        ground = colour("press" if self.isDown() else "hover" if self.underMouse() else "surface")
        box(painter, self, ground, colour("line"), radius=SPACE.radius_card)
        side = self._theme.px(16)
        arrow = QRect(self.width() - side - gap(12), (self.height() - side) // 2, side, side)
        icons.paint(painter, "chevron-right", colour("mute"), arrow)
        area = self.rect().adjusted(gap(14), 0, -side - gap(20), 0)
        words = painter.fontMetrics().elidedText(shown(self.text()), Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip("" if words == shown(self.text()) else self.text())
        painter.setPen(colour("text"))
        painter.setFont(self.font())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()


class FollowUp(Button):
    """A chip that asks a question that follows; long ones are cut, the whole is the tooltip."""

    picked = Signal(str)

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        self._question = question
        super().__init__(theme, question, small=True, parent=parent)
        self.setAccessibleName(self.tr("이어서 묻기: {question}").format(question=question))
        self.clicked.connect(self._pick)

    def _pick(self) -> None:
        self.picked.emit(self._question)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.width() - 2 * self._padding()
        words = self.fontMetrics().elidedText(self._question, Qt.TextElideMode.ElideRight, room + 1)
        self.setToolTip("" if words == self._question else self._question)
        if words != self.text():
            self.setText(words)
        super().paintEvent(event)

    def _width(self) -> int:
        return 2 * self._padding() + self.fontMetrics().horizontalAdvance(self._question)


class FollowUps(QWidget):
    """``show_questions(questions)``: hidden without any. `picked(str)`."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = Text(theme, self.tr("이어서 묻기"), Type.CAPTION, role="mute", wrap=False)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=theme.gap(6), row_gap=theme.gap(4))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._chips, 1)
        follow(theme, self._space)
        self.setVisible(False)

    def show_questions(self, questions: tuple[str, ...]) -> None:
        self._flow.clear()
        for question in questions:
            chip = FollowUp(self._theme, question)
            chip.picked.connect(self.picked)
            self._flow.addWidget(chip)
        self.setVisible(bool(questions))

    def chips(self) -> list[FollowUp]:
        """The chips in order."""
        found = (self._flow.itemAt(at) for at in range(self._flow.count()))
        return [w for item in found if item is not None and isinstance(w := item.widget(), FollowUp)]

    def _space(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.gap(8))
        self._label.setFixedHeight(self._theme.size(28))
        self._label.setVisible(not self._theme.compact)
