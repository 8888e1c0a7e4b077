"""What this program is: version, licences of the bundled parts, where data lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui.kit import Button, Card, ElidedLabel, Line, Text, follow
from govdesk.ui.panes.help.presenter import Part
from govdesk.ui.theme import Theme, Type


class About(QWidget):
    """Cards: the program, its data folder, the parts it is made of."""

    def __init__(self, theme: Theme, version: str, folder: Path, parts: list[Part]) -> None:
        super().__init__()
        self._theme = theme
        self._folder = folder
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._program(version))
        self._column.addWidget(self._data())
        self._column.addWidget(self._bundled(parts))
        self._column.addStretch(1)
        follow(theme, self._refit)

    def _program(self, version: str) -> Card:
        card = Card(self._theme, padding=16)
        card.body.addWidget(Text(self._theme, f"GovDesk {version}".strip(), Type.TITLE, wrap=False))
        words = self.tr(
            "공무원 업무를 이 PC 안에서 돕는 프로그램입니다. 인터넷에 연결하지 않으며 통신 기능이 없습니다."
        )
        card.body.addWidget(Text(self._theme, words, Type.BODY, role="sub"))
        note = self.tr(
            "답변은 가져온 자료에서 뽑은 것이며 법적 효력이 없습니다. 중요한 결정 앞에는 원문과 시행일을 확인하세요."
        )
        card.body.addWidget(Text(self._theme, note, Type.BODY, role="sub"))
        return card

    def _data(self) -> Card:
        card = Card(self._theme, padding=16)
        card.body.addWidget(Text(self._theme, self.tr("자료 폴더"), Type.BODY_STRONG, wrap=False))
        row = QHBoxLayout()
        row.addWidget(ElidedLabel(self._theme, str(self._folder), Type.CONTROL, role="sub", middle=True), 1)
        self.open_button = Button(self._theme, self.tr("폴더 열기"), icon="folder", small=True)
        self.open_button.clicked.connect(self._open)
        row.addWidget(self.open_button)
        card.body.addLayout(row)
        words = self.tr("색인, 대화 기록, 설정이 모두 이 폴더에 있습니다. 옮기거나 지울 때는 프로그램을 먼저 닫으세요.")
        card.body.addWidget(Text(self._theme, words, Type.CONTROL, role="sub"))
        return card

    def _bundled(self, parts: list[Part]) -> Card:
        card = Card(self._theme, padding=16)
        card.body.addWidget(Text(self._theme, self.tr("함께 실린 것과 사용권"), Type.BODY_STRONG, wrap=False))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.gap(16))
        grid.setVerticalSpacing(self._theme.gap(4))
        for number, part in enumerate(parts):
            grid.addWidget(ElidedLabel(self._theme, part.name, Type.CONTROL_MEDIUM), number, 0)
            grid.addWidget(ElidedLabel(self._theme, part.version, Type.CONTROL, role="sub"), number, 1)
            grid.addWidget(ElidedLabel(self._theme, part.use, Type.CONTROL, role="sub"), number, 2)
            grid.addWidget(ElidedLabel(self._theme, part.licence, Type.CONTROL, role="sub"), number, 3)
        for column, stretch in enumerate((3, 2, 3, 4)):
            grid.setColumnStretch(column, stretch)
        card.body.addWidget(Line(self._theme))
        card.body.addLayout(grid)
        return card

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _refit(self) -> None:
        gap = self._theme.gap(16)
        self._column.setContentsMargins(gap, self._theme.gap(12), gap, gap)
        self._column.setSpacing(self._theme.gap(8))
