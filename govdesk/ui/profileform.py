"""`ProfileForm`: the four questions of the profile, used by the first page, the settings and the top bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from govdesk.settings.profile import JOBS, Profile, Sector, Tenure
from govdesk.ui.kit import ChipToggle, Choice, FlowLayout, Text, box, follow
from govdesk.ui.profiletext import AGENCIES, SECTORS, TENURES
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SPACE


class SectorCard(QPushButton):
    """A radio button in the form of a card: name and explanation."""

    def __init__(self, theme: Theme, name: str, explanation: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._explanation = explanation
        self.setCheckable(True)
        self.setAccessibleName(f"{name}: {explanation}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(theme, self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _lead(self) -> int:
        return self._theme.gap(12) + self._theme.px(16) + self._theme.gap(10)

    def sizeHint(self) -> QSize:
        small = self._theme.font(Type.CAPTION)
        width = self._lead() + QFontMetrics(small).horizontalAdvance(self._explanation) + self._theme.gap(8)
        return QSize(width, self._theme.line(Type.BODY_STRONG) + self._theme.line(Type.CAPTION) + self._theme.gap(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour, on = self._theme.colour, self.isChecked()
        painter = QPainter(self)
        ground = "acc_bg" if on else "hover" if self.underMouse() else "surface"
        box(painter, self, colour(ground), colour("acc" if on else "ctl"), radius=SPACE.radius)
        side = self._theme.px(16)
        top = self._theme.gap(9)
        line = self._theme.line(Type.BODY_STRONG)
        circle = QRectF(self._theme.gap(12), top + (line - side) / 2, side, side)
        painter.setPen(QPen(colour("acc" if on else "ctl"), 1.5))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(circle)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("acc"))
            painter.drawEllipse(circle.adjusted(4, 4, -4, -4))
        x = self._lead()
        painter.setFont(self._theme.font(Type.CONTROL_STRONG))
        painter.setPen(colour("acc_text" if on else "text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(x, top, self.width() - x, line), middle, self._name)
        painter.setFont(self._theme.font(Type.CAPTION))
        painter.setPen(colour("sub"))
        below = QRect(x, top + line, self.width() - x, self._theme.line(Type.CAPTION))
        painter.drawText(below, middle, self._explanation)
        painter.end()


class ProfileForm(QWidget):
    """``ProfileForm(theme, profile)``; `changed(Profile)` at every choice. ``profile()`` is what is chosen now."""

    changed = Signal(object)

    def __init__(self, theme: Theme, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._profile = profile
        self._filling = False
        self._sectors = {key: SectorCard(theme, *words) for key, words in SECTORS.items()}
        self._agency = Choice(theme, name=self.tr("기관 종류"))
        self._jobs = {job: ChipToggle(theme, job, checked=job in profile.jobs, small=False) for job in JOBS}
        self._tenures = {key: ChipToggle(theme, words, tick=False, small=False) for key, words in TENURES.items()}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        self._show(profile)
        self._agency.currentTextChanged.connect(self._on_agency)
        follow(theme, self._restyle)

    def profile(self) -> Profile:
        return self._profile

    def first(self) -> QWidget:
        """What takes the keyboard first."""
        return next(iter(self._sectors.values()))

    def set_profile(self, profile: Profile) -> None:
        """Show another profile; emits nothing."""
        self._profile = profile
        self._show(profile)

    def _build(self) -> None:
        self._sector_row = QHBoxLayout()
        self._group(self.tr("소속"), "", self._sector_row)
        sectors = QButtonGroup(self)
        for card in self._sectors.values():
            sectors.addButton(card)
            self._sector_row.addWidget(card, 1)
            card.toggled.connect(self._on_choice)
        self._group(self.tr("기관 종류"), "", self._agency)
        self._job_flow = FlowLayout(gap=6, row_gap=6)
        self._group(self.tr("주로 하는 일"), self.tr("여러 개 고르기"), self._job_flow)
        for chip in self._jobs.values():
            self._job_flow.addWidget(chip)
            chip.toggled.connect(self._on_choice)
        self._tenure_row = QHBoxLayout()
        self._group(self.tr("재직기간"), self.tr("고르지 않아도 됩니다"), self._tenure_row)
        for chip in self._tenures.values():
            chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._tenure_row.addWidget(chip, 1)
            chip.clicked.connect(self._on_tenure)

    def _group(self, title: str, note: str, content: QWidget | QHBoxLayout | FlowLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(self._theme, title, Type.CONTROL_STRONG, wrap=False))
        head.addWidget(Text(self._theme, note, Type.CAPTION, role="mute", wrap=False))
        head.addStretch(1)
        self._column.addLayout(head)
        if isinstance(content, QWidget):
            self._column.addWidget(content)
        else:
            self._column.addLayout(content)
        self._column.addSpacing(self._theme.gap(14))

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.gap(6))
        self._sector_row.setSpacing(self._theme.gap(8))
        self._tenure_row.setSpacing(self._theme.gap(4))

    def _show(self, profile: Profile) -> None:
        self._filling = True
        for sector, card in self._sectors.items():
            card.setChecked(sector is profile.sector)
        self._fill_agencies(profile.sector, profile.agency)
        for job, chip in self._jobs.items():
            chip.setChecked(job in profile.jobs)
        for tenure, chip in self._tenures.items():
            chip.setChecked(tenure is profile.tenure)
        self._filling = False

    def _fill_agencies(self, sector: Sector | None, chosen: str) -> None:
        self._agency.clear()
        self._agency.addItem(self.tr("고르지 않음"))
        self._agency.addItems(list(AGENCIES[sector]) if sector is not None else [])
        self._agency.setCurrentIndex(max(0, self._agency.findText(chosen)) if chosen else 0)
        self._agency.setEnabled(sector is not None)
        self._agency.setToolTip("" if sector is not None else self.tr("소속을 먼저 고르세요"))

    def _on_choice(self) -> None:
        if self._filling:
            return
        sector = next((key for key, card in self._sectors.items() if card.isChecked()), None)
        jobs = tuple(job for job, chip in self._jobs.items() if chip.isChecked())
        moved = sector is not self._profile.sector
        self._take(sector=sector, jobs=jobs, agency="" if moved else self._profile.agency)
        if moved:
            self._filling = True
            self._fill_agencies(sector, "")
            self._filling = False

    def _on_agency(self, words: str) -> None:
        if not self._filling:
            self._take(agency=words if self._agency.currentIndex() > 0 else "")

    def _on_tenure(self) -> None:
        """One at most: choosing the chosen one again takes it back."""
        pressed = self.sender()
        for chip in self._tenures.values():
            if chip is not pressed:
                chip.setChecked(False)
        self._take(tenure=next((key for key, chip in self._tenures.items() if chip.isChecked()), None))

    def _take(self, **changes: Sector | Tenure | tuple[str, ...] | str | None) -> None:
        self._profile = self._profile.model_copy(update=changes)
        self.changed.emit(self._profile)
