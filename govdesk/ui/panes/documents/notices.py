"""Card and banners above the table; they scroll when there is no room for all of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from govdesk.text.dates import korean_date
from govdesk.text.particles import attach
from govdesk.ui.kit import Banner, Scroll, follow
from govdesk.ui.panes.documents.holdings import Proposed
from govdesk.ui.panes.documents.importcard import ImportCard
from govdesk.ui.theme import Theme


class Notices(QWidget):
    """`retried(path)`, `skipped(path)` (``""``: all of them), `listed`; `accepted`, `kept`; `dismissed`; `resized`."""

    retried = Signal(str)
    skipped = Signal(str)
    listed = Signal()
    accepted = Signal(object)
    kept = Signal(object)
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path = ""
        self._proposed: Proposed | None = None
        self.card = ImportCard(theme)
        self.trouble = Banner(theme, "danger", "", strong=True)
        self.close_button = self.trouble.add_action(self.tr("닫기"), kind="quiet")
        self.failure = Banner(theme, "danger", "")
        self.list_button = self.failure.add_action(self.tr("목록 보기"), icon="list")
        self.retry_button = self.failure.add_action(self.tr("다시 시도"), icon="refresh", kind="secondary")
        self.skip_button = self.failure.add_action(self.tr("건너뛰기"), kind="quiet")
        self.edition = Banner(theme, "info", "")
        self.accept_button = self.edition.add_action(self.tr("새 판으로 바꾸기"))
        self.keep_button = self.edition.add_action(self.tr("따로 두기"))
        self._column = QVBoxLayout(self)
        for part in (self.trouble, self.card, self.failure, self.edition):
            self._column.addWidget(part)
        for banner in (self.trouble, self.failure, self.edition):
            banner.hide()
        self._connect()
        follow(theme, self._refit)

    def show_trouble(self, headline: str, text: str, closable: bool) -> None:
        self.trouble.set(headline, text)
        self.trouble.set_tone("danger" if closable else "warn")
        self.close_button.setVisible(closable)
        self.trouble.setVisible(bool(headline))

    def show_failure(self, headline: str, text: str, path: str) -> None:
        """`path` is the one file it is about; several fold into one banner that leads to the list."""
        self._path = path
        self.failure.set(headline, text)
        self.list_button.setVisible(not path)
        self.retry_button.set_text(self.tr("다시 시도") if path else self.tr("모두 다시 시도"))
        self.skip_button.set_text(self.tr("건너뛰기") if path else self.tr("모두 건너뛰기"))
        self.failure.setVisible(bool(headline))

    def show_proposal(self, proposed: Proposed | None, more: int) -> None:
        self._proposed = proposed
        self.edition.setVisible(proposed is not None)
        if proposed is None:
            return
        newer, older = _called(proposed.newer.title, proposed.newer.effective), _edition(proposed.older.effective)
        waiting = self.tr(" (이런 자료가 {count}건 더 있습니다)").format(count=f"{more:,}") if more else ""
        self.edition.set(
            self.tr("{newer} {older}의 새 판으로 보입니다.").format(newer=attach(newer, "은/는"), older=older),
            self.tr("바꾸면 답변은 새 판만 씁니다. 옛 판은 기준일을 옮기면 볼 수 있습니다.") + waiting,
        )

    def _connect(self) -> None:
        self.retry_button.clicked.connect(self._retry)
        self.skip_button.clicked.connect(self._skip)
        self.list_button.clicked.connect(self.listed)
        self.accept_button.clicked.connect(self._accept)
        self.keep_button.clicked.connect(self._keep)
        self.close_button.clicked.connect(self.dismissed)

    def _retry(self) -> None:
        self.retried.emit(self._path)

    def _skip(self) -> None:
        self.skipped.emit(self._path)

    def _accept(self) -> None:
        if self._proposed is not None:
            self.accepted.emit(self._proposed)

    def _keep(self) -> None:
        if self._proposed is not None:
            self.kept.emit(self._proposed)

    def _refit(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.gap(8))


class NoticesScroll(Scroll):
    """As high as the notices, never so high that `least` px for the table below are not left."""

    def __init__(self, theme: Theme, notices: Notices) -> None:
        super().__init__(theme, notices, name=notices.tr("알림"))
        self._notices = notices
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def fit(self, most: int) -> None:
        """Take the height the notices ask for at this width, at most `most` px."""
        shown = any(not part.isHidden() for part in self._parts())
        self.setVisible(shown)
        layout = self._notices.layout()
        if shown and layout is not None:
            wanted = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
            self.setFixedHeight(max(1, min(max(wanted, layout.totalMinimumSize().height()), most)))

    def _parts(self) -> tuple[QWidget, ...]:
        one = self._notices
        return one.card, one.trouble, one.failure, one.edition

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _called(title: str, day: date | None) -> str:
    """`title` with its edition, unless it names the year itself."""
    return title if day is None or str(day.year) in title else f"{title}({korean_date(day)})"


def _edition(day: date | None) -> str:
    return f"{korean_date(day)} 판" if day else "지금 있는 것"
