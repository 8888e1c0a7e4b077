"""The progress card of an import."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govdesk.ui.kit import Button, Card, ElidedLabel, FlowLayout, Icon, ProgressLine, Text, follow
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.run import Phase, Running
from govdesk.ui.theme import Theme, Type

CALM_MS = 80
"""Several reports within this time are drawn once."""
FIGURES = {
    "count": Type.CONTROL_STRONG,
    "percent": Type.CONTROL_STRONG,
    "rate": Type.CONTROL,
    "left": Type.CONTROL,
}
HEADS = {
    Phase.WAITING: ("가져올 준비를 하는 중", "refresh", "acc_text"),
    Phase.RUNNING: ("가져오는 중", "refresh", "acc_text"),
    Phase.STOPPING: ("멈추는 중", "pause", "sub"),
    Phase.PAUSED: ("잠시 멈춤", "pause", "warn"),
    Phase.DONE: ("다 가져왔습니다", "check-circle", "ok"),
}


class ImportCard(Card):
    """``show_run(Running | None)``; `paused`, `resumed`, `stopped`, `dismissed`."""

    paused = Signal()
    resumed = Signal()
    stopped = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=14, spacing=8, parent=parent)
        self.set_ground("surface", "acc_line")
        self.setAccessibleName(self.tr("가져오기"))
        self._run: Running | None = None
        self._timer = QTimer(self, singleShot=True, interval=CALM_MS)
        self._timer.timeout.connect(self._draw)
        self._build(theme)
        self.hide()
        follow(theme, self._refit)

    def show_run(self, run: Running | None) -> None:
        """A new phase is shown at once, figures a little later, together."""
        fresh = (run.phase if run else None) != (self._run.phase if self._run else None)
        self._run = run
        if fresh:
            self._timer.stop()
            self._draw()
        elif not self._timer.isActive():
            self._timer.start()

    def _build(self, theme: Theme) -> None:
        self._icon = Icon(theme, "refresh", role="acc_text", size=16)
        self.headline = Text(theme, "", Type.BODY_STRONG, wrap=False)
        self._title = ElidedLabel(theme, "", Type.CONTROL, role="sub", middle=True)
        self.pause_button = Button(theme, self.tr("잠시 멈춤"), icon="pause")
        self.stop_button = Button(theme, self.tr("그만두기"), icon="stop")
        self.line = ProgressLine(theme, name=self.tr("가져오기"))
        self.figures = {key: Text(theme, "", kind, wrap=False) for key, kind in FIGURES.items()}
        self.failed = Text(theme, "", Type.CONTROL_STRONG, role="danger_text", wrap=False)
        self._name = ElidedLabel(theme, "", Type.CAPTION, role="sub", middle=True)
        self.note = ElidedLabel(theme, "", Type.CAPTION, role="ok_text")
        words_row = QHBoxLayout()
        words_row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words_row.addWidget(self.headline)
        words_row.addWidget(self._title, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.pause_button)
        self._buttons.addWidget(self.stop_button)
        self._top = QHBoxLayout()
        self._top.addLayout(words_row, 1)
        self._top.addLayout(self._buttons)
        figures = QWidget()
        self._figures = FlowLayout(figures, gap=18, row_gap=2)
        for label in (*self.figures.values(), self.failed):
            self._figures.addWidget(label)
        self._bottom = QHBoxLayout()
        self._bottom.addWidget(self._name, 1)
        self._bottom.addWidget(self.note)
        self.body.addLayout(self._top)
        self.body.addWidget(self.line)
        self.body.addWidget(figures)
        self.body.addLayout(self._bottom)
        self._rows: list[QHBoxLayout] = [words_row, self._buttons]
        self.pause_button.clicked.connect(self._on_pause)
        self.stop_button.clicked.connect(self._on_stop)

    def _refit(self) -> None:
        for row in self._rows:
            row.setSpacing(self._theme.gap(8))
        self._top.setSpacing(self._theme.gap(8))

    def _on_pause(self) -> None:
        if self._run is not None and self._run.phase is Phase.PAUSED:
            self.resumed.emit()
        else:
            self.paused.emit()

    def _on_stop(self) -> None:
        done = self._run is not None and self._run.phase is Phase.DONE
        (self.dismissed if done else self.stopped).emit()

    def _draw(self) -> None:
        run = self._run
        self.setVisible(run is not None)
        if run is None:
            return
        head, icon, role = HEADS[run.phase]
        self.headline.set(head)
        self._icon.set(icon, role)
        self._title.set(run.title + (f" · 다음에 가져올 것 {run.waiting:,}" if run.waiting else ""))
        self.line.setVisible(run.phase is not Phase.DONE)
        self.line.setRange(0, max(1, run.total))
        self.line.setValue(run.done)
        self._draw_figures(run)
        self._draw_buttons(run)
        self.note.set(run.note)

    def _draw_figures(self, run: Running) -> None:
        counted = run.total > 0 and run.phase is not Phase.DONE
        moving = counted and run.phase is Phase.RUNNING
        texts = {
            "count": f"{run.done:,} / {run.total:,}개" if counted else run.summary,
            "percent": f"{run.percent}%" if counted else "",
            "rate": f"{run.rate:,.0f}개/초" if moving and run.rate >= 1 else "",
            "left": f"{words.lasting(run.remaining)} 남음" if moving and run.remaining is not None else "",
        }
        for key, text in texts.items():
            self.figures[key].set(text)
            self.figures[key].setVisible(bool(text))
        self.failed.set(f"{run.failed:,}개 못 가져옴" if run.failed else "")
        self.failed.setVisible(bool(run.failed))
        here = words.placed(run.name) or run.stage
        self._name.set(f"지금 {here}" if here and run.phase is Phase.RUNNING else "")

    def _draw_buttons(self, run: Running) -> None:
        done, paused = run.phase is Phase.DONE, run.phase is Phase.PAUSED
        self.pause_button.setVisible(not done)
        self.pause_button.set_text(self.tr("이어서") if paused else self.tr("잠시 멈춤"))
        self.pause_button.set_icon_name("refresh" if paused else "pause")
        self.stop_button.set_text(self.tr("닫기") if done else self.tr("그만두기"))
        self.stop_button.set_icon_name("close" if done else "stop")
        if run.phase is Phase.STOPPING:
            self.pause_button.disable(self.tr("읽던 파일까지 마치고 멈춥니다"))
        else:
            self.pause_button.enable()
