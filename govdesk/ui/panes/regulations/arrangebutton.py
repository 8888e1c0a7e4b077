"""The button by which one chooses how the tree is arranged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from govdesk.ui.kit import Button
from govdesk.ui.panes.regulations.arranging import Arrangement
from govdesk.ui.theme import Theme


class ArrangeButton(Button):
    """Says the arrangement and opens a menu of them; `picked(Arrangement)`."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Arrangement.NAME, kind="quiet", trailing="chevron-down", small=True)
        self._how = Arrangement.NAME
        self.setToolTip(self.tr("법령을 묶는 차례"))
        self.clicked.connect(self._open)
        self.show_arrangement(Arrangement.NAME)

    def show_arrangement(self, how: Arrangement) -> None:
        self._how = how
        self.set_text(self.tr(how.value))
        self.setAccessibleName(self.tr("법령을 묶는 차례: {how}").format(how=self.tr(how.value)))

    def menu_of(self) -> QMenu:
        """The arrangements, the present one ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for how in Arrangement:
            action = QAction(self.tr(how.value), menu, checkable=True)
            action.setChecked(how is self._how)
            action.setData(how)
            menu.addAction(action)
        menu.triggered.connect(lambda action: self.picked.emit(Arrangement(action.data())))
        return menu

    def _open(self) -> None:
        self.menu_of().popup(self.mapToGlobal(QPoint(0, self.height())))
