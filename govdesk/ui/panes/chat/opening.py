"""`Opening`: the empty conversation: first questions to pick, and how to bring in statutes when there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui.kit.banner import Icon
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.card import Scroll
from govdesk.ui.kit.text import SectionTitle, Text
from govdesk.ui.panes.chat.page import Page
from govdesk.ui.panes.chat.starterbutton import StarterButton
from govdesk.ui.theme import Theme, Type

WIDTH = 560


class Opening(Scroll):
    """``show(questions, no_statutes)``. `picked(str)`: a first question. `bring`: import."""

    picked = Signal(str)
    bring = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._page = Page()
        super().__init__(theme, self._page, name="첫 질문", parent=parent)
        self._headline = Text(theme, self.tr("무엇을 도와드릴까요?"), Type.ARTICLE_NAME, wrap=False)
        promise = self.tr("가져온 법령과 매뉴얼에서 답을 찾아, 조문을 그대로 인용해 보여 드립니다.")
        self._promise = Text(theme, promise, Type.BODY, role="sub")
        self._title = SectionTitle(theme, self.tr("이렇게 물어보세요"))
        self._starters = QVBoxLayout()
        self._missing = QWidget()
        self._missing_row = QHBoxLayout(self._missing)
        self._column = self._page.column
        self._questions: tuple[str, ...] = ()
        self._build()
        follow(theme, self._space)

    def _build(self) -> None:
        note = Text(self._theme, self.tr("아직 가져온 법령이 없어 예시 매뉴얼로만 답합니다."), Type.BODY, role="sub")
        self.import_button = Button(self._theme, self.tr("법령 가져오기"), icon="folder", small=True)
        self.import_button.clicked.connect(self.bring)
        self._missing_row.addWidget(Icon(self._theme, "info", role="info", size=18))
        self._missing_row.addWidget(note, 1)
        self._missing_row.addWidget(self.import_button)
        self._column.addStretch(1)
        for part in (self._headline, self._promise, self._missing, self._title):
            self._column.addWidget(part)
        self._column.addLayout(self._starters)
        self._column.addStretch(2)
        self._missing.setVisible(False)

    def show_questions(self, questions: tuple[str, ...], no_statutes: bool) -> None:
        self._missing.setVisible(no_statutes)
        self._title.setVisible(bool(questions))
        if questions == self._questions:
            return
        self._questions = questions
        while (item := self._starters.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for question in questions:
            button = StarterButton(self._theme, question)
            button.picked.connect(self.picked)
            self._starters.addWidget(button)

    def starters(self) -> list[StarterButton]:
        """The buttons in order."""
        found = (self._starters.itemAt(at) for at in range(self._starters.count()))
        return [w for item in found if item is not None and isinstance(w := item.widget(), StarterButton)]

    @property
    def offers_import(self) -> bool:
        return not self._missing.isHidden()

    def _space(self) -> None:
        gap = self._theme.gap
        side = max(gap(20), (self.viewport().width() - self._theme.px(WIDTH)) // 2)
        self._column.setContentsMargins(side, gap(24), side, gap(24))
        self._column.setSpacing(gap(8))
        self._starters.setSpacing(gap(6))
        self._missing_row.setContentsMargins(0, gap(4), 0, 0)
        self._missing_row.setSpacing(gap(8))
        self._title.setContentsMargins(0, gap(12), 0, 0)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._space()
