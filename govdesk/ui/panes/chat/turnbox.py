"""`TurnBox`: one question with what stands of its answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.settings.profile import Profile
from govdesk.text.dates import korean_date
from govdesk.ui.kit.base import follow
from govdesk.ui.kit.tags import State, StateTag, Tag, Tone
from govdesk.ui.kit.text import Line, Text
from govdesk.ui.panes.chat.answerbox import AnswerBox
from govdesk.ui.panes.chat.asked import Asked, Phase
from govdesk.ui.panes.chat.layout import streamed, verified
from govdesk.ui.panes.chat.noterow import RewrittenRow
from govdesk.ui.panes.chat.prose import Para
from govdesk.ui.panes.chat.prosebox import ProseBox
from govdesk.ui.panes.chat.refusalbox import RefusalBox
from govdesk.ui.panes.chat.turnfoot import TurnFoot
from govdesk.ui.panes.chat.waiting import Waiting
from govdesk.ui.theme import Theme, Type

ENDED: dict[Phase, tuple[str, Tone, str]] = {
    Phase.STOPPED: ("멈춤", "neutral", "stop"),
    Phase.FAILED: ("답하지 못함", "danger", "alert"),
}
"""Word, tone and icon of a turn without a whole answer."""


class TurnBox(QWidget):
    """``show_turn(asked)`` brings it up to date. Signals name what was chosen, without deciding anything.

    `followed(href)`: a chip or reference. `near(Hit)`: a nearest article. `bring`: import. `copied`, `helped(bool)`,
    `again`: the buttons below. `edited`: the rewritten question. `stopped`: 멈춤. `touched`: a click anywhere.
    """

    followed = Signal(str)
    near = Signal(object)
    bring = Signal()
    copied = Signal()
    helped = Signal(bool)
    again = Signal()
    edited = Signal()
    stopped = Signal()
    touched = Signal()

    def __init__(self, theme: Theme, asked: Asked, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._profile = profile
        self._asked: Asked | None = None
        self._answer: AnswerBox | RefusalBox | None = None
        when = self.tr("질문  {time}").format(time=f"{asked.asked:%H:%M}")
        self._when = Text(theme, when, Type.CAPTION, role="mute", wrap=False)
        self._question = Text(theme, asked.question, Type.BODY_STRONG, role="sub", selectable=True)
        self._rewritten: RewrittenRow | None = None
        self._head = _AnswerHead(theme)
        self._waiting: Waiting | None = None
        self._stream: ProseBox | None = None
        self._foot = TurnFoot(theme)
        self._foot.copied.connect(self.copied)
        self._foot.helped.connect(self.helped)
        self._foot.again.connect(self.again)
        self._column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self._top.addWidget(self._when)
        self._top.addWidget(self._question)
        self._column.addLayout(self._top)
        self._column.addWidget(Line(theme))
        self._column.addWidget(self._head)
        self._column.addWidget(self._foot)
        follow(theme, self._space)
        self.show_turn(asked)

    @property
    def asked(self) -> Asked | None:
        return self._asked

    def show_turn(self, asked: Asked) -> None:
        """Bring the box up to date; parts that have not changed are left alone."""
        self._asked = asked
        self.setAccessibleName(self.tr("질문: {question}").format(question=asked.question))
        self._rewrite(asked.rewritten if asked.rewritten != asked.question else "")
        self._wait(asked)
        self._write(streamed(asked.streamed, asked.rewritten) if asked.streamed else ())
        if asked.answer is not None and self._answer is None:
            self._put_answer(asked)
        elif asked.answer is None and self._answer is not None:
            self._drop_answer()
        self._head.show_turn(asked)
        self._foot.show_turn(asked)

    def _rewrite(self, rewritten: str) -> None:
        if rewritten and self._rewritten is None:
            self._rewritten = RewrittenRow(self._theme)
            self._rewritten.edited.connect(self.edited)
            self._top.addWidget(self._rewritten)
        if self._rewritten is not None:
            self._rewritten.set(rewritten)

    def _wait(self, asked: Asked) -> None:
        waits = asked.phase in (Phase.SEARCHING, Phase.PICKING)
        if waits and self._waiting is None:
            self._waiting = Waiting(self._theme)
            self._waiting.stopped.connect(self.stopped)
            self._column.insertWidget(self._column.indexOf(self._head) + 1, self._waiting)
        if self._waiting is None:
            return
        if waits:
            self._waiting.start()
            self._waiting.say(asked.doing)
        else:
            self._waiting.end()

    def _write(self, paras: tuple[Para, ...]) -> None:
        if paras and self._stream is None:
            self._stream = ProseBox(self._theme, self.tr("답변"))
            self._stream.touched.connect(self.touched)
            self._column.insertWidget(self._column.indexOf(self._foot), self._stream)
        if self._stream is not None:
            self._stream.set_paras(paras)
            self._stream.setVisible(bool(paras))

    def _put_answer(self, asked: Asked) -> None:
        answer = asked.answer
        if answer is None:
            return
        if answer.refusal is not None:
            refusal = RefusalBox(self._theme, answer.refusal)
            refusal.chosen.connect(self.near)
            refusal.bring.connect(self.bring)
            self._answer = refusal
        else:
            box = AnswerBox(self._theme, answer, self._profile)
            box.followed.connect(self.followed)
            box.touched.connect(self.touched)
            self._answer = box
        self._column.insertWidget(self._column.indexOf(self._foot), self._answer)

    def _drop_answer(self) -> None:
        if self._answer is not None:
            self._column.removeWidget(self._answer)
            self._answer.hide()
            self._answer.deleteLater()
            self._answer = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        super().mousePressEvent(event)

    def _space(self) -> None:
        gap = self._theme.gap
        self._column.setContentsMargins(0, gap(8), 0, gap(16))
        self._column.setSpacing(gap(6))
        self._top.setSpacing(gap(1))


class _AnswerHead(QWidget):
    """답변, how it was made, how much of it was checked, its 기준일."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made = Tag(theme, self.tr("자료에서 뽑음"), "neutral")
        self._ended = StateTag(theme, State.REFUSED)
        self._checked = Text(theme, "", Type.CAPTION_STRONG, role="ok_text", wrap=False)
        self._date = Text(theme, "", Type.CAPTION, role="mute", wrap=False)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Text(theme, self.tr("답변"), Type.CAPTION_STRONG, role="mute", wrap=False))
        for part in (self._made, self._ended, self._checked):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._date)
        follow(theme, self._space)

    def show_turn(self, asked: Asked) -> None:
        answer, ended = asked.answer, ENDED.get(asked.phase)
        given = answer is not None and answer.refusal is None
        self._made.setVisible(given)
        if ended:
            self._ended.set(*ended)
        self._ended.setVisible(ended is not None)
        count = verified(answer) if answer is not None and given and answer.citations else None
        self._checked.set(str(count) if count else "")
        self._checked.set_role("ok_text" if count is None or count.checked == count.of else "warn_text")
        self._checked.setVisible(count is not None)
        self._date.set(self.tr("{day} 기준").format(day=korean_date(asked.as_of)))
        self.setVisible(given or ended is not None or asked.phase is Phase.WRITING)

    def _space(self) -> None:
        self._row.setContentsMargins(0, self._theme.gap(2), 0, 0)
        self._row.setSpacing(self._theme.gap(8))
