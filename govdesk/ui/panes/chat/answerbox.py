"""`AnswerBox`: a given answer set for reading."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govdesk.assistant.model import Answer
from govdesk.settings.profile import Profile
from govdesk.ui.kit.base import follow
from govdesk.ui.panes.chat.cards import guide_number
from govdesk.ui.panes.chat.guidebox import GuideBox
from govdesk.ui.panes.chat.layout import also_found, closing, notes, opening, pointer, strip
from govdesk.ui.panes.chat.noterow import NoteRow
from govdesk.ui.panes.chat.prose import Para
from govdesk.ui.panes.chat.prosebox import ProseBox
from govdesk.ui.panes.chat.stripbox import StripBox
from govdesk.ui.theme import Theme


class AnswerBox(QWidget):
    """``AnswerBox(theme, answer, profile)``: decision and quotes, table, how-to card, pointer, notes. Never changes."""

    followed = Signal(str)
    touched = Signal()

    def __init__(self, theme: Theme, answer: Answer, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        table = strip(answer, profile)
        if table is None:
            self._add_prose(self.tr("답변"), (*opening(answer), *closing(answer)))
        else:
            self._add_prose(self.tr("답변"), opening(answer))
            self._column.addWidget(StripBox(theme, table))
            self._add_prose(self.tr("인용"), closing(answer))
        if answer.card is not None:
            guide = GuideBox(theme, answer.card, guide_number(answer))
            guide.followed.connect(self.followed)
            guide.touched.connect(self.touched)
            self._column.addWidget(guide)
        self._add_prose(self.tr("다음"), pointer(answer))
        self._add_notes(answer)
        follow(theme, self._space)

    def _add_prose(self, name: str, paras: tuple[Para, ...]) -> None:
        if not paras:
            return
        prose = ProseBox(self._theme, name)
        prose.set_paras(paras)
        prose.followed.connect(self.followed)
        prose.touched.connect(self.touched)
        self._column.addWidget(prose)

    def _add_notes(self, answer: Answer) -> None:
        for note in notes(answer):
            self._column.addWidget(NoteRow(self._theme, note, icon="info"))
        found = also_found(answer.expansions)
        if found:
            self._column.addWidget(NoteRow(self._theme, found, icon="search"))

    def _space(self) -> None:
        self._column.setSpacing(self._theme.gap(8))
