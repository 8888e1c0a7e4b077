"""The state sheet: every control of the kit in its states, light beside dark."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govdesk.ui.kit import (
    Banner,
    Button,
    Card,
    ChipState,
    ChipToggle,
    CitationChip,
    EmptyState,
    FieldError,
    FlowLayout,
    LineInput,
    SectionTitle,
    Skeleton,
    State,
    StateTag,
    Tag,
    Text,
)
from govdesk.ui.theme import Mode, Theme, Type

WIDTH, HEIGHT = 683, 920


class Ringed(QWidget):
    """A control with the ring the window draws round what has the focus."""

    def __init__(self, theme: Theme, control: QWidget) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.addWidget(control)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()


def states_of(theme: Theme, make: type[Button], text: str, **given: object) -> list[QWidget]:
    """The five states of a button: plain, hovered, focused, pressed, disabled."""
    plain, hovered, focused, pressed, off = (make(theme, text, **given) for _ in range(5))  # type: ignore[arg-type]
    hovered.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    pressed.setDown(True)
    off.disable("지금은 쓸 수 없습니다")
    for button in (plain, hovered, focused, pressed, off):
        button.setMinimumWidth(76)
    return [plain, hovered, Ringed(theme, focused), pressed, off]


class StateSheet(QWidget):
    """One theme's column."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(WIDTH, HEIGHT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(6)
        self._column.addWidget(Text(theme, title, Type.TITLE, wrap=False))
        self._controls()
        self._marks()
        self._blocks()
        self._column.addStretch(1)
        theme.dress(self)

    @staticmethod
    def save(theme: Theme, path: Path) -> None:
        """Both themes side by side in one picture."""
        families = theme.font().families()
        picture = QPixmap(2 * WIDTH, HEIGHT)
        for number, (mode, title) in enumerate(((Mode.LIGHT, "밝은 화면"), (Mode.DARK, "어두운 화면"))):
            sheet = StateSheet(Theme(mode, 100, families), title)
            sheet.show()
            sheet.render(picture, QPoint(number * WIDTH, 0))
            sheet.close()
        picture.save(str(path))

    def _row(self, title: str, parts: list[QWidget]) -> None:
        if title:
            self._column.addWidget(SectionTitle(self._theme, title))
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._column.addLayout(row)

    def _controls(self) -> None:
        theme = self._theme
        self._row("단추: 기본 · 올림 · 초점 · 누름 · 못 씀", states_of(theme, Button, "묻기", kind="primary"))
        self._row("", states_of(theme, Button, "폴더"))
        chips = states_of(theme, ChipToggle, "내 문서")
        self._row("범위 칩: 켬 · 끔 · 올림 · 초점 · 못 씀", [ChipToggle(theme, "법령", checked=True), *chips])
        wrong, off = (LineInput(theme, name="기준일") for _ in range(2))
        plain = LineInput(theme, name="기준일")
        for field in (plain, wrong, off):
            field.setText("2026. 11. 20.")
            field.setFixedWidth(148)
        wrong.setText("2026. 2. 30.")
        wrong.set_error("없는 날짜입니다")
        off.setEnabled(False)
        self._row("칸: 기본 · 오류 · 못 씀", [plain, wrong, off])
        error = FieldError(theme)
        error.set("없는 날짜입니다")
        self._column.addWidget(error)

    def _marks(self) -> None:
        theme = self._theme
        self._column.addWidget(SectionTitle(theme, "인용 칩의 다섯 상태"))
        holder = QWidget()
        flow = FlowLayout(holder, gap=6, row_gap=2)
        for text, state, detail in (
            ("정보공개법 제11조", ChipState.VERIFIED, ""),
            ("제16조의9", ChipState.NO_SUCH_ARTICLE, ""),
            ("제12조", ChipState.REPEALED, ""),
            ("제21조", ChipState.NOT_IN_FORCE, "2027. 1. 1. 시행 예정"),
            ("주차장법 제6조", ChipState.NOT_IN_STORE, ""),
        ):
            flow.addWidget(CitationChip(theme, text, number=1, state=state, detail=detail))
        self._column.addWidget(holder)
        tags = [StateTag(theme, state) for state in State]
        self._row("꼬리표", [*tags[:6]])
        self._row("", [*tags[6:], Tag(theme, "모델이 씀", "info")])

    def _blocks(self) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(8)
        empty = Card(theme)
        empty.body.addWidget(
            EmptyState(
                theme, "아직 가져온 법령이 없습니다", "폴더를 고르면 몇 분이면 찾을 수 있습니다.", action="폴더 고르기",
                action_icon="folder",
            )
        )  # fmt: skip
        waiting = Card(theme)
        waiting.body.addWidget(Text(theme, "근거 4건을 찾음 · 문장을 고르는 중", Type.CAPTION, role="sub", wrap=False))
        waiting.body.addWidget(Skeleton(theme))
        waiting.body.addStretch(1)
        row.addWidget(empty, 1)
        row.addWidget(waiting, 1)
        self._column.addLayout(row)
        strong = Banner(
            theme,
            "danger",
            "디스크가 가득 차 저장하지 못했습니다.",
            "글은 남아 있습니다. 자리를 비운 뒤 다시 저장하세요.",
            strong=True,
        )
        strong.add_action("다시 저장")
        info = Banner(theme, "info", "여비 정산 매뉴얼의 새 판으로 보입니다.", "바꾸면 답변은 새 판만 씁니다.")
        info.add_action("새 판으로 바꾸기")
        info.add_action("따로 두기")
        for banner in (
            strong,
            info,
            Banner(theme, "warn", "기준일이 오늘이 아닙니다."),
            Banner(theme, "ok", "가져왔습니다."),
        ):
            self._column.addWidget(banner)
