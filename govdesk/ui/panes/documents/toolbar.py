"""The tool bar: what to import and where to, filter by name, order."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from govdesk.knowledge.model import Collection
from govdesk.ui.kit import Button, Choice, ElidedLabel, IconButton, Panel, SearchField, follow
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

TARGETS: tuple[tuple[Collection | None, str], ...] = (
    (None, "매뉴얼에 넣기"),
    (Collection.OWN, "내 문서에 넣기"),
    (Collection.CASES, "처리 사례에 넣기"),
)
"""Where office files go. None: statutes are told apart, anything else is a manual (`Store.import_paths`)."""


class ToolBar(Panel):
    """`files_asked`, `folder_asked`, `filtered(str)`, `order_asked`; ``target()`` is the collection to import to."""

    files_asked = Signal()
    folder_asked = Signal()
    filtered = Signal(str)
    order_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", edge="bottom", row=True, parent=parent)
        self.files = Button(theme, self.tr("파일"), kind="primary", icon="plus")
        self.folder = Button(theme, self.tr("폴더"), icon="folder")
        self.where = Choice(theme, name=self.tr("문서를 넣을 모음"), items=[self.tr(name) for _, name in TARGETS])
        self.where.setToolTip(self.tr("법령 파일은 저절로 가려 법령에 넣습니다"))
        self.hint = ElidedLabel(theme, self.tr("또는 여기로 끌어다 놓기"), role="sub")
        self.field = SearchField(theme, name=self.tr("이름 거르기"), hint="Ctrl+F")
        self.order = IconButton(theme, "filter", self.tr("차례 고르기"), kind="secondary")
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self.files, self.folder, self.where, self.hint):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self.field, 1)
        self.body.addWidget(self.order)
        self.files.clicked.connect(self.files_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.order.clicked.connect(self.order_asked)
        self.field.changed.connect(self.filtered)
        follow(theme, self._refit)

    def target(self) -> Collection | None:
        return TARGETS[max(0, self.where.currentIndex())][0]

    def aim(self, shelf: str) -> None:
        """The open shelf is where new documents go."""
        for number, (collection, _name) in enumerate(TARGETS):
            if shelf == (collection or Collection.MANUALS).value:
                self.where.setCurrentIndex(number)

    def block(self, why: str) -> None:
        """Say why nothing can be imported now; ``""`` allows it."""
        for button in (self.files, self.folder):
            if why:
                button.disable(why)
            else:
                button.enable()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.size(SIZES.tool_bar))

    def _refit(self) -> None:
        gap = self._theme.gap
        self.setFixedHeight(self._theme.size(SIZES.tool_bar))
        self.set_margins(gap(16), 0, gap(12), 0)
        self.body.setSpacing(gap(8))
        self.hint.setVisible(not self._theme.compact)
        self.field.setMaximumWidth(self._theme.px(220))
        self.field.setMinimumWidth(self._theme.size(110))
        self.where.setMinimumWidth(0)
        self.setFont(self._theme.font(Type.CONTROL))
