"""`Shell`: joins the window, the panes and the services of one `Desk`."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from govdesk.settings.profile import Profile
from govdesk.ui.appearance import apply_appearance
from govdesk.ui.jobrunner import Failure, JobRunner, Lane
from govdesk.ui.kit import Banner, Columns, first_focusable
from govdesk.ui.main.faults import Faults, explain
from govdesk.ui.main.finding import Found, Suggestion, find
from govdesk.ui.main.goto import GoTo
from govdesk.ui.main.indexing import Indexing
from govdesk.ui.main.keys import bind, step_column
from govdesk.ui.main.recent import Recent
from govdesk.ui.main.registry import Entry, entries
from govdesk.ui.main.router import Router
from govdesk.ui.main.topbar import TopBar
from govdesk.ui.main.window import MainWindow
from govdesk.ui.memory import Memory
from govdesk.ui.pane import Ledger, PaneContext, WorkingDate
from govdesk.ui.requests import ImportFiles, OpenArticle, OpenPane
from govdesk.ui.theme import Theme

if TYPE_CHECKING:
    from govdesk.app import Desk

TEXT_STEP = 25
UNSEEN_MS = 3000
"""A window that was opened minimised is never painted: work starts after this time all the same."""


class Shell(QObject):
    """``Shell(desk, theme, faults)``, ``start()`` shows the window; ``close()`` ends jobs and keeps what is to be kept.

    Nothing here reads the store before the window has been painted.
    """

    def __init__(self, desk: Desk, theme: Theme, faults: Faults, panes: Sequence[Entry] | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.theme = theme
        self.faults = faults
        self.memory = Memory(desk.folder.root / "window.json")
        self.runner = JobRunner(on_bug=faults.report, parent=self)
        self.runner.hold()
        self.working_date = WorkingDate(desk.today, self)
        self.ledger = Ledger(self)
        self.indexing = Indexing(desk, self.runner, self)
        self._recent = Recent(self.memory)
        self.goto = GoTo(theme, self.runner, self._find, self._recent.places)
        self.top_bar = TopBar(theme, self.goto, self.working_date, desk.settings.profile)
        self.window = MainWindow(theme, self.memory, self.top_bar)
        self.router = Router(self.window.panes, entries() if panes is None else panes, self)
        self.router.resolve = self._resolve
        self._fault_banner: Banner | None = None
        self._connect()
        self._fill_rail(entries() if panes is None else panes)
        self.router.start(self._context())
        self._keys = bind(self.window, self._keymap())

    def start(self) -> None:
        """Show the window: the first page for a new person, else the pane last shown."""
        first = self.memory.text("window/pane", "chat")
        if not (self.router.has(first) and self.router.show(first)):
            self.router.show(self.router.first())
        if not self.desk.settings.profile.asked:
            self._show_first_start()
        self.window.restore()
        self.window.show()
        QTimer.singleShot(UNSEEN_MS, self, self._on_first_painted)
        if self.window.page is not None:
            self.window.page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.router.current == "chat":
            self._to_question()

    def close(self) -> None:
        """Close panes, cancel and join jobs, save the window's memory. The desk is closed by its owner."""
        self.router.close()
        self.runner.close()
        self.memory.put("window/pane", self.router.current)
        self.memory.save()

    def _context(self) -> PaneContext:
        return PaneContext(
            desk=self.desk,
            theme=self.theme,
            runner=self.runner,
            working_date=self.working_date,
            ledger=self.ledger,
            memory=self.memory,
            request=self.router.route,
            say=self.window.status.say,
            explain=explain,
            retitle=self._retitle,
        )

    def _connect(self) -> None:
        self.window.rail.chosen.connect(self._on_rail)
        self.router.shown.connect(self._on_shown)
        self.goto.chosen.connect(self._on_chosen)
        self.goto.import_asked.connect(self._on_import_asked)
        self.top_bar.profile_chip.changed.connect(self.take_profile)
        self.top_bar.profile_chip.settings_asked.connect(self._to_profile)
        self.window.first_painted.connect(self._on_first_painted)
        self.indexing.counts.connect(self.window.status.set_counts)
        self.indexing.index.connect(self.window.status.set_index)
        self.indexing.documents_changed.connect(self.ledger.documents_changed)
        self.indexing.failed.connect(self._on_store_failed)
        self.indexing.warmed.connect(self._settle)
        self.indexing.told.connect(self.window.status.say)
        self.ledger.documents_changed.connect(self.indexing.refresh)
        self.ledger.profile_changed.connect(self._on_profile_changed)
        self.ledger.settings_changed.connect(self._on_settings_changed)
        self.faults.happened.connect(self._on_fault)

    def _on_first_painted(self) -> None:
        self.runner.release()
        self.indexing.start()

    def _fill_rail(self, panes: Sequence[Entry]) -> None:
        for entry in panes:
            self.window.rail.add(entry.name, entry.title, entry.icon, entry.shortcut, bottom=entry.bottom)

    def _keymap(self) -> dict[str, Callable[[], None]]:
        panes = {entry.shortcut: partial(self._on_rail, entry.name) for entry in self.router.entries()}
        return {
            **panes,
            "Ctrl+K": self.top_bar.start_goto,
            "Ctrl+L": self._to_question,
            "Ctrl+N": self._new_chat,
            "Ctrl+B": self._toggle_left,
            "Ctrl+Alt+B": self._toggle_right,
            "F6": self._next_column,
            "Shift+F6": self._previous_column,
            "Ctrl++ Ctrl+=": self._larger,
            "Ctrl+-": self._smaller,
            "Ctrl+0": self._plain_size,
        }

    def _settle(self) -> None:
        """Leave what has been loaded for good out of the garbage collector's full rounds: going through it stops every
        thread for 0.1 s (190,000 objects, measured with the national snapshot), and none of it is garbage."""
        gc.freeze()

    # -- panes ---------------------------------------------------------------

    def _on_rail(self, name: str) -> None:
        self.router.show(name)

    def _on_shown(self, name: str) -> None:
        self.window.rail.show_chosen(name)
        self._retitle()
        self._keep_focus_in_sight()
        self.window.status.set_place(self.tr("설정은 이 PC의 내 계정에만 적용") if name == "settings" else "")

    def _keep_focus_in_sight(self) -> None:
        """Give the keyboard to the pane when what had it went out of sight; the rail keeps it."""
        pane, held = self.router.pane(), QApplication.focusWidget()
        if pane is None or self.window.page is not None:
            return
        middle = pane.widget()
        if held is not None and (middle.isAncestorOf(held) or self.window.rail.isAncestorOf(held)):
            return
        if (target := first_focusable(middle)) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retitle(self) -> None:
        pane = self.router.pane()
        if pane is not None:
            self.top_bar.set_pane(self.router.entry(self.router.current).title, pane.subtitle())

    def _find(self, text: str) -> Found:
        """On the IO lane."""
        return find(self.desk.store(), text, self.working_date.date)

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self._recent.add(suggestion)
        self.router.route(OpenArticle(suggestion.document, suggestion.article, suggestion.place))

    def _on_import_asked(self) -> None:
        self.router.route(ImportFiles())

    def _resolve(self, text: str) -> None:
        day = self.working_date.date
        self.runner.call(
            Lane.IO,
            lambda: self.desk.store().resolve(text, day),
            on_finished=self._on_resolved,
            on_error=self._on_unresolved,
        )

    def _on_resolved(self, target: object) -> None:
        document, article, place = target.document, target.article, target.place  # type: ignore[attr-defined]
        self.router.route(OpenArticle(document.id, article, place))

    def _on_unresolved(self, failure: Failure) -> None:
        self.window.status.say(" ".join(explain(failure)))

    # -- first start and profile ----------------------------------------------

    def _show_first_start(self) -> None:
        from govdesk.ui.panes.firststart import create

        page = create(self._context())
        page.done.connect(self._on_first_start_done)
        self.window.show_page(page)

    def _on_first_start_done(self, profile: Profile, imports: tuple[ImportFiles, ...]) -> None:
        self.take_profile(profile.model_copy(update={"asked": True}))
        self.window.show_page(None)
        for request in imports:
            self.router.route(request)
        if not imports:
            self.router.route(OpenPane("chat", "question"))

    def take_profile(self, profile: Profile) -> None:
        """Save the profile and tell everyone; a disk that refuses keeps the old one and says so."""
        try:
            self.desk.settings.set_profile(profile)
        except OSError:
            self.window.status.say(self.tr("프로필을 저장하지 못했습니다. 디스크 자리와 권한을 확인하세요."))
            return
        self.ledger.profile_changed.emit()

    def _on_profile_changed(self) -> None:
        self.top_bar.profile_chip.set_profile(self.desk.settings.profile)

    def _on_settings_changed(self) -> None:
        """Off the GUI thread: the desk may be opening its store."""
        self.runner.call(Lane.IO, self.desk.take_settings, on_finished=self._on_settings_taken, on_error=_nothing)

    def _on_settings_taken(self, _nothing: object) -> None:
        self.indexing.refresh()

    # -- keys ------------------------------------------------------------------

    def _to_question(self) -> None:
        self.router.route(OpenPane("chat", "question"))

    def _to_profile(self) -> None:
        self.router.route(OpenPane("settings", "profile"))

    def _new_chat(self) -> None:
        self.router.route(OpenPane("chat", "new"))

    def _columns(self) -> Columns | None:
        pane = self.router.pane()
        return pane.widget().findChild(Columns) if pane is not None else None

    def _toggle_left(self) -> None:
        if (columns := self._columns()) is not None:
            columns.toggle("left")

    def _toggle_right(self) -> None:
        if (columns := self._columns()) is not None:
            columns.toggle("right")

    def _next_column(self) -> None:
        self._step_column(1)

    def _previous_column(self) -> None:
        self._step_column(-1)

    def _step_column(self, by: int) -> None:
        pane = self.router.pane()
        middle = pane.columns() if pane is not None else []
        step_column([self.window.rail, self.top_bar, *middle, self.window.status], by)

    def _larger(self) -> None:
        self.set_text_percent(self.theme.text_percent + TEXT_STEP)

    def _smaller(self) -> None:
        self.set_text_percent(self.theme.text_percent - TEXT_STEP)

    def _plain_size(self) -> None:
        self.set_text_percent(100)

    # -- look ------------------------------------------------------------------

    def set_text_percent(self, percent: int) -> None:
        """Switch and remember the text size (100 to 200) unless the office's policy fixes it."""
        percent = min(200, max(100, percent))
        if self.desk.settings.fixed_by_policy("appearance", "text_percent"):
            self.window.status.say(self.tr("글자 크기는 기관 정책이 정했습니다."))
            return
        self.desk.settings.update("appearance", "text_percent", percent)
        self.apply_appearance()
        self.window.status.say(self.tr("글자 {percent}%").format(percent=percent))

    def apply_appearance(self) -> None:
        """Bring the theme in line with the settings."""
        apply_appearance(self.theme, self.desk.settings)

    # -- trouble ---------------------------------------------------------------

    def _on_store_failed(self, failure: Failure) -> None:
        headline, step = explain(failure)
        self._show_banner(headline, step)

    def _on_fault(self) -> None:
        self._show_banner(
            self.tr("예상하지 못한 문제가 생겼습니다."),
            self.tr("하던 일은 그대로 있습니다. 되풀이되면 기록 파일을 전산 담당자에게 보내 주세요."),
            with_log=True,
        )

    def _show_banner(self, headline: str, text: str, *, with_log: bool = False) -> None:
        if self._fault_banner is not None:
            self._fault_banner.set(headline, text)
            return
        banner = Banner(self.theme, "danger", headline, text, strong=True)
        if with_log:
            banner.add_action(self.tr("기록 폴더 열기"), icon="folder").clicked.connect(self._open_log)
        banner.add_action(self.tr("닫기"), kind="quiet").clicked.connect(self._close_banner)
        self._fault_banner = banner
        self.window.add_banner(banner)

    def _close_banner(self) -> None:
        if self._fault_banner is not None:
            self.window.drop_banner(self._fault_banner)
            self._fault_banner = None

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.faults.folder)))


def _nothing(_told: object) -> None:
    return None
