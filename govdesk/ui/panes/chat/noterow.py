"""Small rows around an answer: `NoteRow`, `RewrittenRow`."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.text.particles import attach
from govdesk.ui.kit.banner import Icon
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.text import Text
from govdesk.ui.theme import Theme, Type


class NoteRow(QWidget):
    """``NoteRow(theme, "…", icon="info")``: a sentence the person should know, with a small icon."""

    def __init__(self, theme: Theme, text: str, *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = Icon(theme, icon, role="mute", size=14)
        self._words = Text(theme, text, Type.CONTROL, role="sub", selectable=True)
        self._side = QVBoxLayout()
        self._side.addWidget(self._icon)
        self._side.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._side)
        self._row.addWidget(self._words, 1)
        follow(theme, self._space)

    def _space(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.gap(6))
        line = self._words.heightForWidth(100_000)
        self._side.setContentsMargins(0, max(0, (line - self._icon.height()) // 2), 0, 0)


class RewrittenRow(QWidget):
    """The question as it was searched, where that differs, with a way to mend it: `edited`."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = Text(theme, "", Type.CONTROL, role="sub", selectable=True)
        edit = Button(theme, self.tr("고쳐 묻기"), kind="link", small=True)
        edit.clicked.connect(self.edited)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon(theme, "search", role="mute", size=14))
        self._row.addWidget(self._words, 1)
        self._row.addWidget(edit)
        follow(theme, self._space)
        self.setVisible(False)

    def set(self, rewritten: str) -> None:
        """Show `rewritten`; ``""`` hides the row."""
        words = self.tr("{question} 찾음").format(question=attach(f"‘{rewritten}’", "으로/로"))
        self._words.set(words if rewritten else "")
        self.setVisible(bool(rewritten))

    def _space(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.gap(6))
