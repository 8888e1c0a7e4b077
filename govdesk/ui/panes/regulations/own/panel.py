"""The 메모 part of the related column: notes of the article, a box for another, all own marks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govdesk.ui.kit import Button, Card, QuestionInput, Text, discard, follow
from govdesk.ui.panes.regulations.entrylist import EntryList
from govdesk.ui.panes.regulations.own.model import Note, OwnShown
from govdesk.ui.theme import Theme, Type


class NoteCard(Card):
    """A note with its date, the words it was set on, and a way to take it off."""

    removed = Signal(int)

    def __init__(self, theme: Theme, note: Note) -> None:
        super().__init__(theme, padding=10, spacing=4)
        self.body.addWidget(Text(theme, note.title, Type.CAPTION, role="mute"))
        if note.warning:
            self.body.addWidget(Text(theme, note.warning, Type.CAPTION, role="warn_text"))
        if note.words:
            self.body.addWidget(Text(theme, f"“{note.words}”", Type.CONTROL, role="sub"))
        if note.text:
            self.body.addWidget(Text(theme, note.text, Type.CONTROL, selectable=True))
        off = Button(theme, self.tr("지우기"), kind="quiet", icon="trash", small=True)
        off.clicked.connect(lambda: self.removed.emit(note.mark))
        self.body.addWidget(off)
        self.setAccessibleName(f"{note.title}. {note.text or note.words}")


class OwnPanel(QWidget):
    """``show_own(shown)``; `noted(str)`, `removed(int)`, `opened(Entry, bool)`."""

    noted = Signal(str)
    removed = Signal(int)
    opened = Signal(object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[NoteCard] = []
        self.box = QuestionInput(
            theme, name=self.tr("이 조에 메모"), placeholder=self.tr("이 조에 메모 (Enter로 저장)")
        )
        self._frame = Card(theme, padding=8, spacing=4)
        self._frame.body.addWidget(self.box)
        self.save = Button(theme, self.tr("메모 남기기"), icon="note", small=True)
        self._frame.body.addWidget(self.save)
        self._notes = QVBoxLayout()
        self.marks = EntryList(theme, name=self.tr("내 표시"))
        self._column = QVBoxLayout(self)
        self._notes.addWidget(self._frame)
        self._column.addLayout(self._notes)
        self._column.addWidget(self.marks, 1)
        self.save.clicked.connect(self.box.submit)
        self.box.submitted.connect(self._on_noted)
        self.marks.opened.connect(self.opened)
        follow(theme, self._refit)

    def _on_noted(self, text: str) -> None:
        self.box.clear()
        self.noted.emit(text)

    def show_own(self, shown: OwnShown) -> None:
        for card in self._cards:
            discard(card)
        self._cards = [NoteCard(self._theme, note) for note in shown.notes]
        for card in self._cards:
            card.removed.connect(self.removed)
            self._notes.addWidget(card)
        self.marks.show_entries(shown.all)

    def _refit(self) -> None:
        gap = self._theme.gap(12)
        self._column.setContentsMargins(0, gap, 0, 0)
        self._column.setSpacing(gap)
        self._notes.setContentsMargins(gap, 0, gap, 0)
        self._notes.setSpacing(self._theme.gap(8))
