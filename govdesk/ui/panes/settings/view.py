"""The settings pane: groups at the left, the rows of one group at the right."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.settings.profile import Profile
from govdesk.ui.appearance import apply_appearance
from govdesk.ui.kit import (
    Banner,
    Button,
    Card,
    Columns,
    Icon,
    Line,
    NavItem,
    NavList,
    Panel,
    Scroll,
    SearchField,
    Text,
    discard,
    follow,
)
from govdesk.ui.pane import PaneContext
from govdesk.ui.panes.settings.presenter import Row, SettingsPresenter
from govdesk.ui.panes.settings.rows import SettingRow
from govdesk.ui.profileform import ProfileForm
from govdesk.ui.requests import OpenPane, Request
from govdesk.ui.theme import Type
from govdesk.ui.theme.tokens import SIZES

PROFILE = "profile"


class SettingsPane(QObject):
    """Every change is saved at once; a value out of bounds stays in its field and is not applied."""

    def __init__(self, context: PaneContext) -> None:
        super().__init__()
        self._context = context
        self._theme = context.theme
        self._presenter = SettingsPresenter(context.desk.settings)
        self._group = ""
        self._rows: list[SettingRow] = []
        self._columns = Columns(self._theme, context.memory, "settings")
        self._columns.add(self._make_list(), key="groups", title=self.tr("설정"), side="left", width=216, icon="list")
        self._columns.add(self._make_page(), key="page", title=self.tr("값"), side="centre", least=560)
        self._columns.narrow_changed.connect(self._on_narrow)
        follow(self._theme, self._refit)
        self._theme.changed.connect(self._reread)
        context.ledger.profile_changed.connect(self._on_profile_changed)
        self._fill_groups("")
        self.show_group(self._nav.keys()[0])

    # -- Pane ------------------------------------------------------------------

    def widget(self) -> QWidget:
        return self._columns

    def columns(self) -> list[QWidget]:
        return self._columns.visible_columns()

    def subtitle(self) -> str:
        return self._nav.title(self._group)

    def open(self, request: Request) -> None:
        if isinstance(request, OpenPane) and self._nav.has(request.section):
            self.show_group(request.section)

    def close(self) -> None:
        return None

    # -- parts -----------------------------------------------------------------

    def _make_list(self) -> QWidget:
        panel = Panel(self._theme, "surface")
        self._search = SearchField(self._theme, name=self.tr("설정 찾기"))
        self._search.changed.connect(self._fill_groups)
        self._nav = NavList(self._theme, name=self.tr("설정 묶음"))
        self._nav.chosen.connect(self._on_chosen)
        self._policy = Text(self._theme, "", Type.CAPTION, role="sub")
        self._search_row = QHBoxLayout()
        self._search_row.addWidget(self._search)
        self._policy_row = QHBoxLayout()
        self._policy_row.addWidget(self._policy)
        panel.body.addLayout(self._search_row)
        panel.body.addWidget(Line(self._theme))
        panel.body.addWidget(self._nav, 1)
        panel.body.addLayout(self._policy_row)
        return panel

    def _make_page(self) -> QWidget:
        page = Panel(self._theme, "bg")
        self._head = Panel(self._theme, "surface", edge="bottom", row=True)
        self._title = Text(self._theme, "", Type.BODY_STRONG, wrap=False)
        saved = Text(self._theme, self.tr("바꾸면 바로 저장됩니다"), Type.CAPTION, role="sub", wrap=False)
        self._reset = Button(self._theme, self.tr("이 묶음 기본값으로"), kind="quiet", icon="undo")
        self._reset.clicked.connect(self._on_reset)
        for part in (self._title, saved, self._reset):
            self._head.body.addWidget(part)
        self._head.body.insertStretch(1, 1)
        content = QWidget()
        self._content = QVBoxLayout(content)
        page.body.addWidget(self._head)
        page.body.addWidget(Scroll(self._theme, content, name=self.tr("설정 값")), 1)
        return page

    def _refit(self) -> None:
        gap = self._theme.gap
        self._search_row.setContentsMargins(gap(8), gap(8), gap(8), gap(8))
        self._policy_row.setContentsMargins(gap(16), gap(8), gap(12), gap(10))
        self._content.setContentsMargins(gap(16), gap(12), gap(16), gap(16))
        self._content.setSpacing(gap(8))
        self._head.setFixedHeight(self._theme.size(SIZES.tool_bar))
        self._head.set_margins(gap(16), 0, gap(12), 0)
        self._head.body.setSpacing(gap(12))

    # -- groups ----------------------------------------------------------------

    def _fill_groups(self, containing: str) -> None:
        items = [
            NavItem(line.key, line.title, line.icon, f"{line.locked}" if line.locked else "", locked=line.locked > 0)
            for line in self._presenter.groups(containing.strip())
        ]
        if not containing.strip() or containing.strip() in self.tr("프로필과 업무 소속 기관 재직기간"):
            items.insert(min(1, len(items)), NavItem(PROFILE, self.tr("프로필과 업무"), "user"))
        self._nav.fill(items)
        self._nav.choose(self._group)
        locked = self._presenter.locked()
        self._policy.setVisible(locked > 0)
        self._policy.set(self.tr("기관 정책이 {n}개를 정했습니다. 여기서는 볼 수만 있습니다.").format(n=locked))

    def _on_narrow(self, narrow: bool) -> None:
        """The tab names the group then."""
        self._title.setVisible(not narrow)

    def _on_chosen(self, key: str) -> None:
        self.show_group(key)
        if self._columns.narrow:
            self._columns.show_column("page")

    def show_group(self, key: str) -> None:
        """Show the settings of one group."""
        self._group = key
        self._nav.choose(key)
        self._title.set(self._nav.title(key))
        self._columns.tab_strip.rename("page", self._nav.title(key))
        self._reset.setVisible(key != PROFILE)
        self._clear()
        if key == PROFILE:
            self._show_profile()
        else:
            self._show_rows(key)
        self._content.addStretch(1)
        self._context.retitle()

    def _clear(self) -> None:
        self._rows = []
        while (item := self._content.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)

    def _show_rows(self, key: str) -> None:
        recovered = self._context.desk.settings.recovered
        if recovered is not None:
            self._content.addWidget(
                Banner(
                    self._theme,
                    "warn",
                    self.tr("설정 파일이 깨져 있어 기본값으로 시작했습니다."),
                    self.tr("옛 파일은 {name}에 남겨 두었습니다.").format(name=recovered.name),
                )
            )
        card = Card(self._theme, padding=0, spacing=0)
        for number, row in enumerate(self._presenter.rows(key)):
            if number:
                card.body.addWidget(Line(self._theme))
            shown = SettingRow(self._theme, row)
            shown.changed.connect(self._on_changed)
            shown.undone.connect(self._on_undone)
            card.body.addWidget(shown)
            self._rows.append(shown)
        self._content.addWidget(card)

    def _show_profile(self) -> None:
        card = Card(self._theme, padding=16)
        form = ProfileForm(self._theme, self._context.desk.settings.profile)
        form.setMaximumWidth(self._theme.px(560))
        form.changed.connect(self._on_profile)
        card.body.addWidget(form)
        line = QHBoxLayout()
        line.addWidget(Icon(self._theme, "lock", role="sub", size=16))
        words = self.tr("국가직과 지방직의 규정이 다를 때 어느 쪽으로 답할지 정합니다. 이 PC에만 저장됩니다.")
        line.addWidget(Text(self._theme, words, Type.CAPTION, role="sub"), 1)
        card.body.addLayout(line)
        self._form = form
        self._content.addWidget(card)

    # -- changes ---------------------------------------------------------------

    def _on_changed(self, value: object) -> None:
        shown = self.sender()
        if isinstance(shown, SettingRow):
            self._settle(shown, self._presenter.change(shown.row, value))

    def _on_undone(self) -> None:
        shown = self.sender()
        if isinstance(shown, SettingRow):
            self._settle(shown, self._presenter.reset(shown.row))

    def _on_reset(self) -> None:
        trouble = self._presenter.reset_group(self._group)
        self._reread()
        apply_appearance(self._theme, self._context.desk.settings)
        self._context.ledger.settings_changed.emit()
        self._context.say(trouble or self.tr("기본값으로 되돌렸습니다"))

    def _settle(self, shown: SettingRow, trouble: str) -> None:
        if trouble:
            shown.refuse(trouble)
            return
        self._reread()
        if shown.row.group == "appearance":
            apply_appearance(self._theme, self._context.desk.settings)
        self._context.ledger.settings_changed.emit()

    def _reread(self) -> None:
        """Show the values as they are now; a refused one stays in its field."""
        if self._group == PROFILE:
            return
        fresh: dict[str, Row] = {row.field: row for row in self._presenter.rows(self._group)}
        for shown in self._rows:
            if not shown.error or fresh[shown.row.field] != shown.row:
                shown.show_row(fresh[shown.row.field])

    def _on_profile(self, profile: Profile) -> None:
        self._context.desk.settings.set_profile(profile)
        self._context.ledger.profile_changed.emit()

    def _on_profile_changed(self) -> None:
        if self._group == PROFILE and self._form.profile() != self._context.desk.settings.profile:
            self._form.set_profile(self._context.desk.settings.profile)
