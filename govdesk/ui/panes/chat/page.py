"""`Page`: what scrolls in a column: exactly as tall as its content is at its width."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Page(QWidget):
    """A widget with a vertical layout (`column`) for a resizable scroll area.

    Qt's own minimum of such a widget adds up the heights that wrapped labels need at their narrowest, which leaves
    empty room below the content.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.content_height(self.width()))

    def content_height(self, width: int) -> int:
        """px that the content takes at `width`."""
        column = self.column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()
