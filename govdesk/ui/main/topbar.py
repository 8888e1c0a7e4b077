"""The top bar: name of the pane, go-to box, 기준일, profile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from govdesk.settings.profile import Profile
from govdesk.ui.kit import Button, ElidedLabel, IconButton, Line, Panel, Popup, Text, follow
from govdesk.ui.main.datechip import DateChip
from govdesk.ui.main.goto import GoTo
from govdesk.ui.pane import WorkingDate
from govdesk.ui.profileform import ProfileForm
from govdesk.ui.profiletext import summary
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

GOTO_WIDTH = 300


class ProfileChip(Button):
    """Shows the profile in a few words; a click opens the form. `changed(Profile)`.

    At large text the form is higher than the screen: `settings_asked` leads to the settings instead.
    """

    changed = Signal(object)
    settings_asked = Signal()

    def __init__(self, theme: Theme, profile: Profile) -> None:
        super().__init__(theme, "", icon="user", trailing="chevron-down")
        self._profile = profile
        self.sheet: Popup | None = None
        self.clicked.connect(self.open_sheet)
        theme.changed.connect(self._fill)
        self._fill()

    def set_profile(self, profile: Profile) -> None:
        self._profile = profile
        self._fill()

    def open_sheet(self) -> None:
        if self._theme.compact:
            self.settings_asked.emit()
            return
        self.sheet = Popup(self._theme, self, padding=16)
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form = ProfileForm(self._theme, self._profile)
        form.setFixedWidth(min(self._theme.size(440), self.window().width() - 60))
        form.changed.connect(self.changed)
        note = Text(
            self._theme, self.tr("국가직과 지방직은 규정이 달라 답이 달라집니다."), Type.CAPTION, role="sub", wrap=False
        )
        self.sheet.body.addWidget(note)
        self.sheet.body.addWidget(form)
        self.sheet.closed.connect(self._on_closed)
        self.sheet.open_under(self, right=True)
        form.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_closed(self) -> None:
        self.sheet = None
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        words = summary(self._profile)
        self._trailing = "" if self._theme.compact else "chevron-down"
        self.set_text("" if self._theme.compact else words)
        self.setAccessibleName(self.tr("프로필: {words}").format(words=words))
        self.setToolTip(self.tr("내 소속과 업무: {words}").format(words=words))


class TopBar(Panel):
    """``set_pane(title, subtitle)``; parts: ``goto``, ``date_chip``, ``profile_chip``.

    At large text the go-to box is an icon until it is used.
    """

    def __init__(self, theme: Theme, goto: GoTo, working_date: WorkingDate, profile: Profile) -> None:
        super().__init__(theme, "surface", edge="bottom", row=True)
        self.goto = goto
        self.date_chip = DateChip(theme, working_date)
        self.profile_chip = ProfileChip(theme, profile)
        self._title = Text(theme, "", Type.TITLE, wrap=False)
        self._rule = Line(theme, vertical=True, role="line")
        self._subtitle = ElidedLabel(theme, "", Type.CONTROL, role="sub")
        self._open_goto = IconButton(theme, "search", self.tr("조문 바로 가기"), kind="secondary", shortcut="Ctrl+K")
        self._open_goto.clicked.connect(self.start_goto)
        for part, stretch in (
            (self._title, 0), (self._rule, 0), (self._subtitle, 1), (self.goto, 0),
            (self._open_goto, 0), (self.date_chip, 0), (self.profile_chip, 0),
        ):  # fmt: skip
            self.body.addWidget(part, stretch)
        goto.left.connect(self._refit)
        follow(theme, self._refit)
        self.set_pane("", "")

    def set_pane(self, title: str, subtitle: str) -> None:
        self._title.set(title)
        self._subtitle.set(subtitle)
        self._rule.setVisible(bool(subtitle))

    def start_goto(self) -> None:
        """Give the keyboard to the go-to box, bringing it into sight first."""
        self._open_goto.hide()
        self.goto.show()
        self.goto.start()

    def _refit(self) -> None:
        theme = self._theme
        self.setFixedHeight(round(SIZES.top_bar * (1 + 0.52 * (theme.text_percent / 100 - 1))))
        self.set_margins(theme.gap(16), 0, theme.gap(12), 0)
        self.body.setSpacing(theme.gap(8))
        self._rule.setFixedHeight(theme.size(16))
        self.goto.setFixedWidth(theme.size(GOTO_WIDTH))
        self.goto.setVisible(not theme.compact)
        self._open_goto.setVisible(theme.compact)
