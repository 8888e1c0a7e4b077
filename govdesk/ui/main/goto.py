"""The go-to box (조문 바로 가기): type a statute and article, choose with the arrows, Enter opens it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from govdesk.ui import icons
from govdesk.ui.jobrunner import Failure, Handle, JobRunner, Lane
from govdesk.ui.kit import Popup, SearchField, follow, shown
from govdesk.ui.main.finding import Found, Suggestion
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE

WAIT_MS = 120
"""Typing pause before looking: shorter than a syllable's keystrokes (about 150 ms) wastes work."""


class GoTo(SearchField):
    """``GoTo(theme, runner, find, recent)``: `find(text)` runs on the IO lane. `chosen(Suggestion)`, `import_asked()`.
    While nothing is typed it offers what `recent()` gives.

    Down and Up move through the results, Enter opens the marked one (looking first if nothing is shown yet),
    Esc closes the results, then empties the box.
    """

    chosen = Signal(object)
    import_asked = Signal()
    left = Signal()
    """The keyboard has gone elsewhere."""

    def __init__(
        self,
        theme: Theme,
        runner: JobRunner,
        find: Callable[[str], Found],
        recent: Callable[[], tuple[Suggestion, ...]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name="조문 바로 가기", hint="Ctrl+K", parent=parent)
        self._runner = runner
        self._find = find
        self._recent = recent
        self._handle: Handle | None = None
        self._enter_waits = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._look)
        self.results = Results(theme, self)
        self.results.picked.connect(self._on_picked)
        self.changed.connect(self._on_changed)
        self.setToolTip(self.tr("조문 바로 가기 (Ctrl+K): 정보공개법 11조, 여비규정 16조"))

    def start(self) -> None:
        """Take the keyboard with the text selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if not self.text().strip():
            self._offer()

    def _offer(self) -> None:
        """The places visited last, while nothing is typed."""
        places = self._recent()
        if places and self.hasFocus():
            self.results.fill(Found("", places, recent=True))
            self.results.show_below(self)

    def _on_changed(self, text: str) -> None:
        self._enter_waits = False
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.results.close()
            self._offer()

    def _look(self) -> None:
        text = self.text().strip() or self._preedit
        if self._handle is not None:
            self._handle.cancel()
        if text:
            self._handle = self._runner.call(
                Lane.IO, lambda: self._find(text), on_finished=self._on_found, on_error=self._on_error
            )

    def _on_found(self, found: Found) -> None:
        self._handle = None
        if found.text != (self.text().strip() or self._preedit) or not self.hasFocus():
            return
        self.results.fill(found)
        if self._enter_waits:
            self._enter_waits = False
            self._open_marked()
        else:
            self.results.show_below(self)

    def _on_error(self, _error: Failure) -> None:
        self._handle = None
        self.results.fill(Found(self.text(), (), empty_store=False))
        self.results.show_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.results.isVisible():
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.composing:
            self._open_marked()
        elif key == Qt.Key.Key_Escape and self.results.isVisible():
            self.results.close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.results.close()
        self.left.emit()

    def _open_marked(self) -> None:
        self._timer.stop()
        found = self.results.found
        if found is None or found.text != self.value().strip():
            self._enter_waits = True
            self._look()
        elif found.empty_store:
            self.import_asked.emit()
        elif (marked := self.results.marked()) is not None:
            self._on_picked(marked)
        else:
            self.results.show_below(self)

    def _on_picked(self, suggestion: Suggestion) -> None:
        self.clear()
        self.results.close()  # an empty box offers where one was
        self.chosen.emit(suggestion)


class Results(Popup):
    """The list under the go-to box; it leaves the keyboard with the box."""

    picked = Signal(object)

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(theme, owner, takes_focus=False)
        self.found: Found | None = None
        self._list = ResultList(theme)
        self._list.picked.connect(self.picked)
        self.body.addWidget(self._list)

    def fill(self, found: Found) -> None:
        self.found = found
        self._list.fill(found)

    def marked(self) -> Suggestion | None:
        return self._list.marked()

    def step(self, by: int) -> None:
        self._list.step(by)

    def show_below(self, field: QWidget) -> None:
        self._list.setFixedWidth(max(field.width() - 2 * self._theme.gap(8), self._theme.px(260)))
        self.open_under(field)


class ResultList(QWidget):
    """Paints the suggestions, two lines each, and the line below them."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[Suggestion, ...] = ()
        self._note = ""
        self._marked = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(theme, self.updateGeometry)

    def fill(self, found: Found) -> None:
        self._rows = found.suggestions
        self._marked = 0
        self._note = self.tr("약칭과 옛 이름으로도 찾습니다")
        if found.recent:
            self._note = self.tr("최근에 간 곳")
        elif found.empty_store:
            self._note = self.tr("가져온 법령이 없습니다. Enter를 누르면 자료 가져오기로 갑니다")
        elif not self._rows:
            self._note = self.tr("그런 이름이나 조문이 자료에 없습니다")
        self._tell()
        self.updateGeometry()
        self.update()

    def marked(self) -> Suggestion | None:
        return self._rows[self._marked] if self._rows else None

    def step(self, by: int) -> None:
        if self._rows:
            self._marked = (self._marked + by) % len(self._rows)
            self._tell()
            self.update()

    def _tell(self) -> None:
        marked = self.marked()
        self.setAccessibleName(f"{marked.title}, {marked.note}" if marked else self._note)

    def _row(self) -> int:
        return self._theme.line(Type.CONTROL_STRONG) + self._theme.line(Type.CAPTION) + self._theme.gap(14)

    def sizeHint(self) -> QSize:
        foot = self._theme.line(Type.CAPTION) + self._theme.gap(10)
        return QSize(self._theme.px(280), self._row() * len(self._rows) + foot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() // self._row())
        if row < len(self._rows):
            self._marked = row
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() // self._row())
        if row < len(self._rows):
            self.picked.emit(self._rows[row])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._row()
        for number, suggestion in enumerate(self._rows):
            self._draw_row(painter, QRect(0, number * height, self.width(), height), suggestion, number == self._marked)
        painter.setFont(self._theme.font(Type.CAPTION))
        painter.setPen(self._theme.colour("sub"))
        foot = QRect(
            self._theme.gap(8), height * len(self._rows), self.width(), self.height() - height * len(self._rows)
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, self._note)
        painter.end()

    def _draw_row(self, painter: QPainter, area: QRect, suggestion: Suggestion, marked: bool) -> None:
        theme = self._theme
        if marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("acc_bg"))
            painter.drawRoundedRect(area, SPACE.radius, SPACE.radius)
        side, x = theme.px(16), area.x() + theme.gap(9)
        top = area.y() + theme.gap(7)
        icons.paint(painter, "book", theme.colour("sub"), QRect(x, area.y() + (area.height() - side) // 2, side, side))
        x += side + theme.gap(9)
        room = area.width() - x - theme.gap(8)
        for words, kind, role, line in (
            (suggestion.title, Type.CONTROL_STRONG, "text", theme.line(Type.CONTROL_STRONG)),
            (suggestion.note, Type.CAPTION, "sub", theme.line(Type.CAPTION)),
        ):
            painter.setFont(theme.font(kind))
            painter.setPen(theme.colour(role))
            cut = painter.fontMetrics().elidedText(shown(words), Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(QRect(x, top, room, line), Qt.AlignmentFlag.AlignVCenter, cut)
            top += line
