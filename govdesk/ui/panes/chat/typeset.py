"""Sets paragraphs into a QTextDocument and remembers which source character each drawn one stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from govdesk.ui.kit.display import Shown
from govdesk.ui.panes.chat.prose import CHIPS, Kind, Look, Para, Run
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE

TYPES = {
    Kind.BODY: Type.BODY,
    Kind.DECISION: Type.ANSWER,
    Kind.QUOTE: Type.BODY,
    Kind.LAW: Type.BODY,
    Kind.NOTE: Type.CAPTION,
}
QUOTE_INDENT = 12
LAW_INDENT = 14
"""Left margin a level of an article's lines, px."""

SPACE_IN_CHIP = "\u00a0"
INK = {
    Look.PLAIN: "text",
    Look.STRONG: "text",
    Look.MARK: "text",
    Look.DIM: "mute",
    Look.LINK: "acc_text",
    Look.CHIP: "acc_text",
    Look.CHIP_BAD: "danger_text",
    Look.CHIP_WARN: "warn_text",
    Look.CHIP_OFF: "sub",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip's slice of its block's drawn text."""

    start: int
    end: int
    look: Look
    href: str


@dataclass(frozen=True, slots=True)
class Typeset:
    """`sources[i]` is the source of drawn sign `i` of the document; `chips` and `marks` are by block."""

    sources: tuple[str, ...]
    chips: tuple[tuple[Chip, ...], ...]
    marks: tuple[tuple[tuple[int, int], ...], ...]

    def original(self, start: int, end: int) -> str:
        """The source of the drawn slice ``start:end`` of the document."""
        return "".join(self.sources[start:end])


class _Writer:
    """Writes blocks at the end of a document."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self._theme = theme
        self._cursor = QTextCursor(document)
        self.sources: list[str] = []
        self.chips: list[tuple[Chip, ...]] = []
        self.marks: list[tuple[tuple[int, int], ...]] = []

    def write(self, para: Para, first: bool) -> None:
        block = _block_format(para, self._theme, first)
        base = _char_format(Look.PLAIN, para.kind, self._theme)
        if first:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(base)
        else:
            self._cursor.insertBlock(block, base)
            self.sources.append("\n")
        chips: list[Chip] = []
        marks: list[tuple[int, int]] = []
        position = 0
        for run, drawn, sources in _drawn(para):
            form = _char_format(run.look, para.kind, self._theme)
            if run.href:
                form.setAnchor(True)
                form.setAnchorHref(run.href)
            self._insert(run, drawn, form)
            self.sources += sources
            end = position + len(drawn)
            if run.look in CHIPS:
                chips.append(Chip(position, end, run.look, run.href))
            elif run.look is Look.MARK:
                marks.append((position, end))
            position = end
        self.chips.append(tuple(chips))
        self.marks.append(tuple(marks))

    def _insert(self, run: Run, drawn: str, form: QTextCharFormat) -> None:
        if run.look not in CHIPS:
            self._cursor.insertText(drawn, form)
            return
        lead = len(drawn) - len(drawn.lstrip(SPACE_IN_CHIP))
        figure = drawn.find(SPACE_IN_CHIP, lead)
        strong = QTextCharFormat(form)
        strong.setFontWeight(QFont.Weight.Bold)
        self._cursor.insertText(drawn[:figure], strong)
        self._cursor.insertText(drawn[figure:], form)


def typeset(document: QTextDocument, paras: Sequence[Para], theme: Theme) -> Typeset:
    """Replace what `document` holds by `paras`."""
    document.clear()
    writer = _Writer(document, theme)
    for index, para in enumerate(paras):
        writer.write(para, index == 0)
    return Typeset(tuple(writer.sources), tuple(writer.chips), tuple(writer.marks))


def _drawn(para: Para) -> list[tuple[Run, str, list[str]]]:
    """Each run as drawn, with the source of every drawn sign (signs put in have ``""``)."""
    whole = Shown.of(para.text)
    out = []
    at = 0
    for run in para.runs:
        end = at + len(run.text)
        start_drawn, end_drawn = whole.position(at), whole.position(end)
        if run.look in CHIPS:
            text = run.text.replace(" ", SPACE_IN_CHIP)
            number, _, rest = text.partition(SPACE_IN_CHIP)
            pad = SPACE_IN_CHIP * 2
            drawn = f"{pad}{number}{pad}{rest}{pad}"
            out.append((run, drawn, [f"[{run.text}]"] + [""] * (len(drawn) - 1)))
        else:
            drawn = whole.text[start_drawn:end_drawn]
            out.append((run, drawn, [whole.original(i, i + 1) for i in range(start_drawn, end_drawn)]))
        at = end
    return out


def _block_format(para: Para, theme: Theme, first: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    role = TYPES[para.kind]
    form.setLineHeight(theme.line(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if not first:
        form.setTopMargin(theme.gap(0 if para.kind is Kind.LAW else SPACE.paragraph + 4))
    if para.kind is Kind.QUOTE:
        form.setLeftMargin(theme.gap(QUOTE_INDENT))
    elif para.kind is Kind.LAW and para.depth:
        label = para.text.split(" ", 1)[0] + " "
        hang = QFontMetricsF(theme.font(role)).horizontalAdvance(label)
        form.setLeftMargin(theme.gap(LAW_INDENT) * (para.depth - 1) + hang)
        form.setTextIndent(-hang)
    return form


def _char_format(look: Look, kind: Kind, theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    role = TYPES[kind]
    weight = None
    if look in CHIPS:
        role, weight = Type.CAPTION, 500
    elif look is Look.STRONG:
        weight = 700 if kind is Kind.DECISION else 600
    form.setFont(theme.font(role, weight=weight))
    ink = "sub" if kind is Kind.NOTE and look is Look.PLAIN else INK[look]
    form.setForeground(theme.colour(ink))
    if look is Look.LINK:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(theme.colour("acc_line"))
    return form
