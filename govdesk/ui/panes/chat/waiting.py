"""`Waiting`: nothing for 150 ms, then grey lines and what is being done; after 3 s a count and 멈춤."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui.kit.base import follow
from govdesk.ui.kit.buttons import Button
from govdesk.ui.kit.progress import Skeleton
from govdesk.ui.kit.text import Text
from govdesk.ui.theme import Theme, Type

QUIET_MS = 150
COUNT_MS = 3000
"""Both from the mock-ups' page, "Waiting"."""


class Waiting(QWidget):
    """``start()`` when a question is sent, ``say("찾는 중")`` as it goes on, ``end()``. `stopped`: its button."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._doing = ""
        self._since = QElapsedTimer()
        self._label = Text(theme, self.tr("답변"), Type.CAPTION_STRONG, role="mute", wrap=False)
        self._words = Text(theme, "", Type.CAPTION, role="sub", wrap=False)
        self._stop = Button(theme, self.tr("멈춤"), kind="quiet", icon="stop", small=True)
        self._stop.clicked.connect(self.stopped)
        self._lines = Skeleton(theme, widths=(0.86, 0.64, 0.76))
        self._row = QHBoxLayout()
        self._row.addWidget(self._label)
        self._row.addWidget(self._words)
        self._row.addStretch(1)
        self._row.addWidget(self._stop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._lines)
        self._timer = QTimer(self, interval=QUIET_MS)
        self._timer.timeout.connect(self._tick)
        follow(theme, self._restyle)
        self.setVisible(False)

    def start(self) -> None:
        """Begin to wait; shown only if it lasts."""
        if not self._timer.isActive():
            self._since.start()
            self._timer.setInterval(QUIET_MS)
            self._timer.start()

    def say(self, doing: str) -> None:
        self._doing = doing
        self._write()

    def end(self) -> None:
        self._timer.stop()
        self.setVisible(False)

    @property
    def words(self) -> str:
        return self._words.source

    def _tick(self) -> None:
        self._timer.setInterval(1000 if self._since.elapsed() >= COUNT_MS else QUIET_MS)
        self._write()
        self.setVisible(True)

    def _write(self) -> None:
        passed = self._since.elapsed() if self._since.isValid() else 0
        late = passed >= COUNT_MS
        counted = self.tr("{doing} · {seconds}초").format(doing=self._doing, seconds=passed // 1000)
        self._words.set(counted if late else self._doing)
        self._stop.setVisible(late)

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.gap(8))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.gap(6))
        self._row.addSpacing(0)
        self.setMinimumHeight(self._theme.size(28))
