"""The strip above the columns: open documents, and what acts on the one that is read."""

from __future__ import annotations

from govdesk.ui.kit import Button, Panel, TabStrip
from govdesk.ui.theme import Theme


class DocumentBar(Panel):
    """`tabs` of the open documents; `exact`, `beside` and `compare` buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sunken", edge="bottom", row=True)
        self.tabs = TabStrip(theme, name=self.tr("열린 문서"))
        self.exact = Button(theme, self.tr("전체 찾기"), kind="quiet", icon="search", small=True)
        self.exact.setToolTip(self.tr("모든 법령과 매뉴얼에서 그 글자가 든 곳 (Ctrl+Shift+F)"))
        self.beside = Button(theme, self.tr("나란히"), kind="quiet", icon="panel-right", small=True)
        self.beside.setToolTip(self.tr("지금 읽는 곳을 옆에 두고 다른 곳을 읽습니다 (Ctrl+\\)"))
        self.compare = Button(theme, self.tr("신구대조"), kind="quiet", icon="columns", small=True)
        self.body.addWidget(self.tabs)
        self.body.addStretch(1)
        for button in (self.exact, self.beside, self.compare):
            self.body.addWidget(button)
