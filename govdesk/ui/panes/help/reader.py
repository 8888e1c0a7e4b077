"""Shows Markdown in the types and colours of the theme; links stay inside the program."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from govdesk.ui.kit import follow, shown
from govdesk.ui.theme import Theme, Type

HEADINGS = {1: Type.ARTICLE_NAME, 2: Type.TITLE, 3: Type.BODY_STRONG}
MEASURE = 720
"""Longest line of text, px at 100 %."""


class Reader(QTextBrowser):
    """``show_markdown(text)``; ``mark(words)`` highlights what was searched; `link(str)` when one is followed."""

    link = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._words: list[str] = []
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setProperty("ring", "inside")
        self.anchorClicked.connect(self._on_anchor)
        follow(theme, self._render)

    def show_markdown(self, text: str) -> None:
        self._text = text
        self._render()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark(self, words: list[str]) -> int:
        """Highlight every occurrence; returns how many and brings the first into sight."""
        self._words = words
        found: list[QTextEdit.ExtraSelection] = []
        for word in words:
            cursor = QTextCursor(self.document())
            while not (cursor := self.document().find(word, cursor)).isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = QTextCursor(cursor)  # type: ignore[attr-defined]
                selection.format.setBackground(self._theme.colour("hl"))  # type: ignore[attr-defined]
                found.append(selection)
        self.setExtraSelections(found)
        if found:
            self.setTextCursor(found[0].cursor)  # type: ignore[attr-defined]
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        return len(found)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._set_measure()

    def _set_measure(self) -> None:
        side = self._theme.gap(28)
        room = max(0, self.viewport().width() - 2 * side - self._theme.px(MEASURE))
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(side)
        form.setRightMargin(side + room)
        form.setTopMargin(self._theme.gap(20))
        form.setBottomMargin(self._theme.gap(28))
        frame.setFrameFormat(form)

    def _render(self) -> None:
        document = QTextDocument(self)
        document.setDefaultFont(self._theme.font(Type.BODY))
        document.setMarkdown(shown(self._text), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        document.setDocumentMargin(0)
        dress(document, self._theme)
        self.setDocument(document)
        self._set_measure()
        if self._words:
            self.mark(self._words)

    def _on_anchor(self, url: object) -> None:
        self.link.emit(url.toString())  # type: ignore[attr-defined]


def dress(document: QTextDocument, theme: Theme) -> None:
    """Give every block of `document` its type, line height and colours."""
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        _dress_table(frame, theme)


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    level = block.blockFormat().headingLevel()
    kind = HEADINGS.get(level, Type.BODY_STRONG if level else Type.BODY)
    cursor = QTextCursor(block)
    form = QTextBlockFormat()
    form.setLineHeight(theme.px(kind.line or kind.pixels * 1.45), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    in_list = block.textList() is not None
    above = {1: 0, 2: 22, 3: 14}.get(level, 0)
    form.setTopMargin(theme.gap(above))
    form.setBottomMargin(theme.gap(6 if level else 3 if in_list else 8))
    cursor.mergeBlockFormat(form)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        big = QTextCharFormat()
        big.setFont(theme.font(kind))
        big.setForeground(theme.colour("text"))
        cursor.setCharFormat(big)  # not merged: Markdown headings carry a size adjustment that would stay
        return
    _dress_fragments(block, theme)


def _dress_fragments(block: QTextBlock, theme: Theme) -> None:
    """Bold, code and links in the theme's weights and colours."""
    spans = []
    walker = block.begin()
    while not walker.atEnd():
        fragment = walker.fragment()
        spans.append((fragment.position(), fragment.length(), fragment.charFormat()))
        walker += 1
    for position, length, given in spans:
        form = QTextCharFormat()
        weight = 600 if given.fontWeight() >= QFont.Weight.Bold.value else 400
        form.setFont(theme.font(Type.BODY, weight=weight))
        if given.isAnchor():
            form.setForeground(theme.colour("acc_text"))
            form.setFontUnderline(True)
        elif given.fontFixedPitch():
            form.setForeground(theme.colour("text"))
            form.setBackground(theme.colour("hover"))
        else:
            form.setForeground(QColor(theme.hex("text")))
        cursor = QTextCursor(block.document())
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)


def _dress_table(frame: QTextFrame, theme: Theme) -> None:
    if not isinstance(frame, QTextTable):
        return
    form = frame.format()
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(theme.gap(6))
    form.setTopMargin(theme.gap(4))
    form.setBottomMargin(theme.gap(12))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    frame.setFormat(form)
    for row in range(frame.rows()):
        for column in range(frame.columns()):
            _dress_cell(frame, row, column, theme)


def _dress_cell(table: QTextTable, row: int, column: int, theme: Theme) -> None:
    """A rule below each row, the head on its ground."""
    form = QTextTableCellFormat()
    form.setPadding(theme.gap(6))
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(theme.colour("hair" if row else "line"))
    if row == 0:
        form.setBackground(theme.colour("sunken"))
    table.cellAt(row, column).setFormat(form)
