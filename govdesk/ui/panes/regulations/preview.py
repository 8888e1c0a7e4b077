"""The words behind a link, shown beside the pointer: name, state, two lines. Never over the sentence it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govdesk.knowledge.model import DocumentId, DocumentState
from govdesk.law.marks import without_marks
from govdesk.law.structure import unit_at
from govdesk.ui.kit import ElidedLabel, Popup, StateTag, Text
from govdesk.ui.kit.popup import SHADOW
from govdesk.ui.kit.tags import State
from govdesk.ui.panes.regulations.contract import Shop, Work
from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.theme import Theme, Type

if TYPE_CHECKING:
    from govdesk.knowledge.store import Store

CALM_MS = 350
"""How long the pointer rests on a link before the preview opens."""
WIDTH = 312
WORDS = 150
LOOKS = {
    DocumentState.IN_FORCE: State.IN_FORCE,
    DocumentState.FUTURE: State.FUTURE,
    DocumentState.FUTURE_HIDDEN: State.FUTURE,
    DocumentState.SUPERSEDED: State.SUPERSEDED,
    DocumentState.REPEALED: State.REPEALED,
}


@dataclass(frozen=True, slots=True)
class Glance:
    """What the preview shows: a name, the words, and the state of the text."""

    name: str
    words: str
    state: DocumentState


def read_glance(store: Store, document: DocumentId, goal: Goal, as_of: date) -> Glance | None:
    """The target's own words; None where it has none. Runs on a lane."""
    section = goal.article or goal.annex
    found = [one for one in store.passages(document) if section in (one.article, one.heading)]
    found = found or [one for one in store.passages(document) if f"{section} 1" == one.heading]
    if not found:
        return None
    text = "\n".join(one.text for one in found)
    unit = unit_at(text, goal.place) if goal.place else None
    words = without_marks(unit.text if unit else text).text
    heading = found[0].heading if goal.article and found[0].heading else ""
    name = f"{section}({heading})" if heading else section
    state = store.states(as_of)[document]
    return Glance(f"{name} {goal.place}".strip(), " ".join(words.split())[:WORDS], state)


class Preview:
    """``point(goal, box)`` when the pointer (or Ctrl+Space) is on a link, ``leave()`` when it goes.

    `box` is the link's rectangle on the screen.
    """

    def __init__(
        self,
        owner: QWidget,
        theme: Theme,
        shop: Shop,
        work: Work,
        where: Callable[[Goal], DocumentId | None],
        as_of: Callable[[], date],
    ) -> None:
        self._owner = owner
        self._theme = theme
        self._shop = shop
        self._work = work
        self._where = where
        self._as_of = as_of
        self._goal: Goal | None = None
        self._box = QRect()
        self._popup: Popup | None = None
        self._calm = QTimer(owner, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._read)
        self._gone = QTimer(owner, singleShot=True, interval=CALM_MS)
        self._gone.timeout.connect(self._close_unless_pointed)

    @property
    def shown(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def point(self, goal: Goal, box: QRect, *, at_once: bool = False) -> None:
        self._goal, self._box = goal, box
        if goal.why:
            self._close()
            return
        self._read() if at_once else self._calm.start()

    def leave(self) -> None:
        """The preview stays while it is pointed at."""
        self._goal = None
        self._calm.stop()
        self._gone.start()

    def close(self) -> None:
        self._goal = None
        self._calm.stop()
        self._close()

    def _read(self) -> None:
        goal = self._goal
        document = self._where(goal) if goal is not None else None
        if goal is None or document is None:
            return
        as_of = self._as_of()
        self._work.read(
            lambda: read_glance(self._shop.store(), document, goal, as_of),
            on_finished=lambda glance: self._show(goal, glance),
            on_error=lambda _error: None,
        )

    def _show(self, goal: Goal, glance: Glance | None) -> None:
        if glance is None or goal is not self._goal:
            return
        self._close()
        popup = Popup(self._theme, self._owner, takes_focus=False, padding=10)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(self._theme, glance.name, Type.CONTROL_STRONG), 1)
        head.addWidget(StateTag(self._theme, LOOKS[glance.state]))
        words = Text(self._theme, glance.words, Type.CONTROL, role="sub")
        words.setMaximumHeight(2 * self._theme.line(Type.CONTROL))
        popup.body.addLayout(head)
        popup.body.addWidget(words)
        popup.setFixedWidth(self._theme.px(WIDTH))
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setAccessibleName(f"{glance.name}. {glance.words}")
        popup.fit()
        popup.move(self._place(popup))
        popup.show()
        self._popup = popup
        popup.destroyed.connect(self._forget)

    def _place(self, popup: Popup) -> QPoint:
        """Above the link's line, or below it where there is no room; inside the screen."""
        area = self._owner.screen().availableGeometry()
        x = max(area.left(), min(self._box.left() - SHADOW, area.right() - popup.width()))
        above = self._box.top() - popup.height() + SHADOW - 2
        return QPoint(x, above if above > area.top() else self._box.bottom() - SHADOW + 4)

    def _forget(self) -> None:
        self._popup = None

    def _close_unless_pointed(self) -> None:
        if self._goal is None and self._popup is not None:
            if self._popup.underMouse():
                self._gone.start()
            else:
                self._close()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
