"""Under the table: what can be done with the selected rows, and the confirmation before they go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govdesk.ui.kit import Banner, Button, Panel, Text, follow
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.rows import Row
from govdesk.ui.theme import Theme, Type


class SelectionBar(Panel):
    """``show_rows(selected)``: hidden for none; documents and failed files have buttons of their own."""

    opened = Signal()
    again = Signal()
    removed = Signal()
    retried = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", edge="top", parent=parent)
        self._blocked = ""
        self.words = Text(theme, "", Type.CONTROL, role="sub")
        self.open_button = Button(theme, self.tr("열기"), icon="book", small=True)
        self.again_button = Button(theme, self.tr("다시 가져오기"), icon="refresh", kind="quiet", small=True)
        self.remove_button = Button(theme, self.tr("지우기"), icon="trash", kind="quiet", small=True)
        self.retry_button = Button(theme, self.tr("다시 시도"), icon="refresh", small=True)
        self.skip_button = Button(theme, self.tr("건너뛰기"), kind="quiet", small=True)
        self._line = QHBoxLayout()
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for button, signal in (
            (self.open_button, self.opened),
            (self.again_button, self.again),
            (self.remove_button, self.removed),
            (self.retry_button, self.retried),
            (self.skip_button, self.skipped),
        ):
            self._buttons.addWidget(button)
            button.clicked.connect(signal)
        self._line.addWidget(self.words, 1)
        self._line.addLayout(self._buttons)
        self.body.addLayout(self._line)
        self.hide()
        follow(theme, self._refit)

    def show_rows(self, rows: list[Row]) -> None:
        failed = [row for row in rows if row.failure is not None]
        documents = len(rows) - len(failed)
        self.setVisible(bool(rows))
        self.words.set(self._describe(rows))
        self.open_button.setVisible(documents == 1 and not failed)
        for button in (self.again_button, self.remove_button):
            button.setVisible(documents > 0)
        for button in (self.retry_button, self.skip_button):
            button.setVisible(bool(failed) and not documents)

    def block(self, why: str) -> None:
        """Say why nothing can be written now."""
        for button in (self.again_button, self.remove_button, self.retry_button, self.skip_button):
            if why:
                button.disable(why)
            else:
                button.enable()

    def _describe(self, rows: list[Row]) -> str:
        if len(rows) == 1 and rows[0].failure is not None:
            return str(words.reason(rows[0].failure))
        if len(rows) == 1:
            return rows[0].title
        return self.tr("{count}개를 골랐습니다").format(count=f"{len(rows):,}")

    def _refit(self) -> None:
        gap = self._theme.gap
        self._line.setSpacing(gap(8))
        self._buttons.setSpacing(gap(4))
        self.set_margins(gap(14), gap(5), gap(8), gap(5))


class Confirmation(QWidget):
    """Ask before documents are removed: `confirmed`, `declined`. ``ask(headline, text)``, ``ask("", "")`` hides."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner(theme, "warn", "", strong=True)
        self.yes = self.banner.add_action(self.tr("지우기"), icon="trash")
        self.no = self.banner.add_action(self.tr("그대로 두기"), kind="secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.banner)
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.declined)
        self.hide()

    def ask(self, headline: str, text: str) -> None:
        self.banner.set(headline, text)
        self.setVisible(bool(headline))
        if headline:
            self.no.setFocus()
