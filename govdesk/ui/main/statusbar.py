"""The status bar: model, counts, index, a word about what was just done, and where everything runs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from govdesk.knowledge.model import Collection
from govdesk.ui.kit import ElidedLabel, Line, Panel, follow
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

SAY_MS = 6000

NAMES: dict[Collection, str] = {
    Collection.STATUTES: "법령",
    Collection.MANUALS: "매뉴얼",
    Collection.CASES: "사례",
    Collection.OWN: "내 문서",
    Collection.EXAMPLES: "예시",
}


def counted(counts: Mapping[Collection, int]) -> str:
    """``법령 228 · 매뉴얼 10 · 내 문서 37``; the examples are named only while there is nothing else."""
    keys = [key for key in NAMES if counts.get(key)]
    if len(keys) > 1:
        keys = [key for key in keys if key != Collection.EXAMPLES]
    return " · ".join(f"{NAMES[key]} {counts[key]:,}" for key in keys) or "가져온 자료 없음"


def indexed(done: int, total: int, *, words_only: bool = False) -> str:
    """``색인 최신`` or ``낱말 찾기 됨 · 뜻 찾기 41%``; `words_only` when no more vectors can be made."""
    if words_only and done < total:
        return "낱말 찾기 됨"
    return "색인 최신" if done >= total else f"낱말 찾기 됨 · 뜻 찾기 {100 * done // total}%"


class Dot(QWidget):
    """The state of the model as a dot beside its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.role = "ctl"
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        side = self._theme.size(8)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour(self.role))
        painter.setBrush(self._theme.colour(self.role))
        painter.drawEllipse(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class StatusBar(Panel):
    """``set_counts``, ``set_index``, ``say(words)`` (gone after six seconds), ``set_place(words)`` at the right end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg", edge="top", row=True)
        self.setAccessibleName(self.tr("상태"))
        self._model = ElidedLabel(theme, self.tr("모델 없음 · 기본 답변"), Type.CAPTION_STRONG, role="text")
        self._counts = ElidedLabel(theme, "", Type.CAPTION, role="sub")
        self._index = ElidedLabel(theme, "", Type.CAPTION, role="sub")
        self._said = ElidedLabel(theme, "", Type.CAPTION_STRONG, role="acc_text")
        self._place = ElidedLabel(theme, "", Type.CAPTION, role="sub")
        self._rules = [Line(theme, vertical=True, role="line") for _ in range(3)]
        self._timer = QTimer(self, singleShot=True, interval=SAY_MS)
        self._timer.timeout.connect(self._hush)
        self.body.addWidget(Dot(theme))
        self.body.addWidget(self._model)
        for rule, part in zip(self._rules, (self._counts, self._index, self._said), strict=True):
            self.body.addWidget(rule)
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self._place)
        self.set_place("")
        follow(theme, self._refit)

    def set_counts(self, words: str) -> None:
        self._counts.set(words)
        self._refit()

    def set_index(self, words: str) -> None:
        self._index.set(words)
        self._refit()

    def set_place(self, words: str) -> None:
        self._place.set(words or self.tr("모든 작업이 이 PC 안에서 처리"))

    def say(self, words: str) -> None:
        self._said.set(words)
        self._said.setAccessibleDescription(words)
        self._timer.start()
        self._refit()

    def said(self) -> str:
        return self._said.source

    def _hush(self) -> None:
        self._said.set("")
        self._refit()

    def _refit(self) -> None:
        theme = self._theme
        self.setFixedHeight(round(SIZES.status_bar * (1 + 0.54 * (theme.text_percent / 100 - 1))))
        self.set_margins(theme.gap(16), 0, theme.gap(16), 0)
        self.body.setSpacing(theme.gap(9))
        wide = not theme.compact
        for rule, part, shown in zip(
            self._rules, (self._counts, self._index, self._said), (wide, True, True), strict=True
        ):
            rule.setFixedHeight(theme.size(12))
            rule.setVisible(shown and bool(part.source))
            part.setVisible(shown and bool(part.source))
        self._place.setVisible(wide)
