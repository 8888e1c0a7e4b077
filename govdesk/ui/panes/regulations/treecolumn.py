"""`TreeColumn`: a head over a tree."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from govdesk.ui.kit import Panel, SearchField, Text, follow
from govdesk.ui.panes.regulations.treelist import TreeList
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES


class TreeColumn(Panel):
    """A head over a tree; `filter_field` where there is one."""

    def __init__(self, theme: Theme, title: str, tree: TreeList, filter_field: SearchField | None = None) -> None:
        super().__init__(theme, "surface")
        self._theme = theme
        self._head = Panel(theme, "surface", edge="bottom", row=True)
        self.title = Text(theme, title, Type.CONTROL_STRONG, wrap=False)
        self._head.body.addWidget(self.title)
        self._head.body.addStretch(1)
        self._field = QVBoxLayout()
        if filter_field is not None:
            self._field.addWidget(filter_field)
        self.note = Text(theme, "", Type.CONTROL, role="mute")
        self.note.hide()
        self._field.addWidget(self.note)
        self.body.addWidget(self._head)
        self.body.addLayout(self._field)
        self.body.addWidget(tree, 1)
        follow(theme, self._refit)

    @property
    def head(self) -> Panel:
        return self._head

    def say(self, note: str) -> None:
        """A line above the tree; ``""`` takes it away."""
        self.note.set(note)
        self.note.setVisible(bool(note))

    def _refit(self) -> None:
        gap = self._theme.gap
        self._head.setFixedHeight(self._theme.size(SIZES.column_head))
        self._head.set_margins(gap(12), 0, gap(8), 0)
        self._field.setContentsMargins(gap(8), gap(8), gap(8), gap(6))
        self._field.setSpacing(gap(6))
