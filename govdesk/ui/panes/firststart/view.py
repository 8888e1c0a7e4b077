"""The first page (profile, then statutes and files)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui import icons
from govdesk.ui.appearance import apply_appearance
from govdesk.ui.kit import Button, Card, Choice, Icon, Line, Panel, Scroll, Tag, Text, follow
from govdesk.ui.panes.firststart.parts import DropPlace, SourceRow, head, note
from govdesk.ui.panes.firststart.presenter import FirstStartPresenter
from govdesk.ui.profileform import ProfileForm
from govdesk.ui.theme import Mode, Theme, Type

WIDTH, HEIGHT = 1080, 548
PERCENTS = (100, 125, 150, 175, 200)
MODES = ((Mode.LIGHT, "밝은 화면"), (Mode.DARK, "어두운 화면"), (Mode.SYSTEM, "컴퓨터 설정대로"))
FILTER = "문서 (*.hwp *.hwpx *.docx *.pdf *.xlsx *.md *.txt)"


class Emblem(Icon):
    """The open book on its ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "book", role="on_acc_press", size=24)

    def _restyle(self) -> None:
        side = self._theme.size(40)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: object) -> None:
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("acc_press" if self._theme.dark else "acc_hover"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        inset = self.width() // 5
        area = self.rect().adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, "book", self._theme.colour("on_acc_press"), area)
        painter.end()


class FirstStart(Panel):
    """`done(Profile, tuple[ImportFiles, ...])` when the person starts or skips."""

    done = Signal(object, object)

    def __init__(self, theme: Theme, presenter: FirstStartPresenter) -> None:
        super().__init__(theme, "bg")
        self.presenter = presenter
        self.form = ProfileForm(theme, presenter.profile)
        self.start_button = Button(theme, self.tr("시작하기"), kind="primary")
        self.skip_button = Button(theme, self.tr("건너뛰기"), kind="quiet")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._frame = QWidget()
        self._card = Card(theme, padding=0, spacing=0)
        self._build()
        self._connect()
        self.setFocusProxy(self.form.first())
        follow(theme, self._refit)
        self._tell()

    # -- layout ---------------------------------------------------------------

    def _build(self) -> None:
        content = QWidget()
        content.setLayout(self._sides)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._left = QVBoxLayout()
        self._right = QVBoxLayout()
        self._sides.addLayout(self._left, 1)
        self._middle = Line(self._theme, vertical=True, role="line")
        self._sides.addWidget(self._middle)
        self._sides.addLayout(self._right, 1)
        self._fill_left()
        self._fill_right()
        self._card.body.addWidget(Scroll(self._theme, content, name=self.tr("처음 설정")), 1)
        self._card.body.addWidget(Line(self._theme, role="line"))
        self._card.body.addLayout(self._footer())
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.gap(16))
        column.addLayout(self._header())
        column.addWidget(self._card, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._frame, 1000)
        row.addStretch(1)
        self.body.addStretch(1)
        self.body.addLayout(row, 1000)
        self.body.addStretch(1)

    def _header(self) -> QHBoxLayout:
        theme = self._theme
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Text(theme, "GovDesk", Type.ARTICLE_NAME, wrap=False))
        names.addWidget(Text(theme, self.tr("인터넷 없이 쓰는 공무원 업무 도구"), Type.CONTROL, role="sub", wrap=False))
        self.percent = Choice(
            theme, name=self.tr("글자 크기"), items=[self.tr("글자 {n}%").format(n=n) for n in PERCENTS]
        )
        self.mode = Choice(theme, name=self.tr("화면 밝기"), items=[words for _, words in MODES])
        row = QHBoxLayout()
        row.setSpacing(theme.gap(10))
        row.addWidget(Emblem(theme))
        row.addLayout(names)
        row.addStretch(1)
        row.addWidget(self.percent)
        row.addWidget(self.mode)
        return row

    def _fill_left(self) -> None:
        theme = self._theme
        self._left.addLayout(head(theme, 1, self.tr("내 소속과 업무")))
        hint = self.tr("국가직과 지방직은 규정이 달라서 먼저 묻습니다. 나중에 바꿀 수 있습니다.")
        self._left.addWidget(Text(theme, hint, Type.CONTROL, role="sub"))
        self._left.addSpacing(theme.gap(6))
        self._left.addWidget(self.form)
        self._left.addStretch(1)

    def _fill_right(self) -> None:
        theme = self._theme
        self._right.addLayout(head(theme, 2, self.tr("법령과 자료 가져오기")))
        hint = self.tr("인터넷 없이 씁니다. 받은 자료를 이 PC로 옮겨 오면 됩니다.")
        self._right.addWidget(Text(theme, hint, Type.CONTROL, role="sub"))
        self._right.addSpacing(theme.gap(4))
        self.statutes = SourceRow(
            theme, "book", self.tr("법령 폴더"),
            self.tr("국가법령정보를 옮긴 공개 저장소의 마크다운 폴더입니다. 전국 법령이면 몇 분 걸립니다."),
            self.tr("폴더 고르기"), "acc_text",
        )  # fmt: skip
        self.files = SourceRow(
            theme, "folder", self.tr("우리 기관 파일"),
            self.tr("매뉴얼, 편람, 지침: HWP · HWPX · DOCX · PDF · XLSX"), self.tr("파일 고르기"), "sub",
        )  # fmt: skip
        sources = Card(theme, padding=0, spacing=0)
        sources.body.addWidget(self.statutes)
        sources.body.addWidget(Line(theme))
        sources.body.addWidget(self.files)
        self._right.addWidget(sources)
        self.drop = DropPlace(theme, self.tr("여기로 끌어다 놓아도 됩니다"))
        self._right.addWidget(self.drop)
        self._right.addLayout(self._chosen_row())
        self._right.addLayout(self._example_row())
        self._right.addWidget(Line(theme))
        self._right.addLayout(
            note(theme, "chip", self.tr("언어 모델 없이도 됩니다. 찾기와 인용 답변이 모두 이 PC에서 바로 됩니다."))
        )
        self._right.addLayout(
            note(theme, "lock", self.tr("자료와 기록은 이 PC에만 남습니다. 프로그램에 통신 기능이 없습니다."))
        )
        self._right.addStretch(1)

    def _chosen_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.gap(9))
        self._chosen_icon = Icon(self._theme, "check-circle", role="ok", size=16)
        self._chosen = Text(self._theme, "", Type.CONTROL, role="ok_text")
        self.forget = Button(self._theme, self.tr("취소"), kind="quiet", small=True)
        self.forget.setAccessibleName(self.tr("고른 자료 취소"))
        row.addWidget(self._chosen_icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._chosen, 1)
        row.addWidget(self.forget)
        return row

    def _example_row(self) -> QHBoxLayout:
        text = self.tr("지금 건너뛰면 지어낸 한빛시 매뉴얼 10종으로 써 볼 수 있습니다. 그런 답에는 표시가 붙습니다.")
        row = note(self._theme, "info", text, "info")
        row.addWidget(Tag(self._theme, self.tr("예시"), "edge"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _footer(self) -> QHBoxLayout:
        self._foot = QHBoxLayout()
        hint = self.tr("설정 › 프로필에서 언제든 바꿀 수 있습니다.")
        self._hint = Text(self._theme, hint, Type.CAPTION, role="sub", wrap=False)
        self._foot.addWidget(self._hint)
        self._foot.addStretch(1)
        self._foot.addWidget(self.skip_button)
        self._foot.addWidget(self.start_button)
        return self._foot

    def _refit(self) -> None:
        theme, gap = self._theme, self._theme.gap
        stacked = theme.compact
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._middle.setVisible(not stacked)
        for side in (self._left, self._right):
            side.setContentsMargins(gap(27), gap(20), gap(27), gap(16))
            side.setSpacing(gap(10))
        self._foot.setContentsMargins(gap(27), gap(11), gap(27), gap(11))
        self._foot.setSpacing(gap(8))
        self._hint.setVisible(not stacked)
        margin = gap(16) if stacked else gap(20)
        self.set_margins(margin, margin, margin, margin)
        self._frame.setMaximumSize(QSize(theme.px(WIDTH), theme.px(HEIGHT + 58 + 16)))
        self.start_button.setMinimumWidth(theme.px(112))

    # -- behaviour --------------------------------------------------------------

    def _connect(self) -> None:
        appearance = self.presenter.settings.values.appearance
        self.percent.setCurrentIndex(PERCENTS.index(appearance.text_percent))
        self.mode.setCurrentIndex([mode.value for mode, _ in MODES].index(appearance.theme.value))
        self.percent.activated.connect(self._on_percent)
        self.mode.activated.connect(self._on_mode)
        self.statutes.button.clicked.connect(self._choose_folder)
        self.files.button.clicked.connect(self._choose_files)
        self.drop.dropped.connect(self._on_dropped)
        self.forget.clicked.connect(self._on_forget)
        self.skip_button.clicked.connect(self._skip)
        self.start_button.clicked.connect(self._start)

    def _on_percent(self, index: int) -> None:
        self.presenter.set_appearance("text_percent", PERCENTS[index])
        apply_appearance(self._theme, self.presenter.settings)

    def _on_mode(self, index: int) -> None:
        self.presenter.set_appearance("theme", MODES[index][0].value)
        apply_appearance(self._theme, self.presenter.settings)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("법령 폴더 고르기"))
        if folder:
            self.presenter.add_statutes(Path(folder))
            self._tell()

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("파일 고르기"), filter=FILTER)
        self.presenter.add_files(Path(name) for name in names)
        self._tell()

    def _on_dropped(self, paths: list[Path]) -> None:
        self.presenter.drop(paths)
        self._tell()

    def _on_forget(self) -> None:
        self.presenter.clear()
        self._tell()

    def _tell(self) -> None:
        words = self.presenter.chosen()
        for part in (self._chosen_icon, self._chosen, self.forget):
            part.setVisible(bool(words))
        self._chosen.set(self.tr("시작하면 가져옵니다: {words}").format(words=words) if words else "")

    def _skip(self) -> None:
        """Start with nothing but that the page has been seen."""
        self.done.emit(self.presenter.settings.profile, ())

    def _start(self) -> None:
        self.done.emit(self.form.profile(), self.presenter.imports())
