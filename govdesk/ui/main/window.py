"""The main window: its parts and how they are laid out. `Shell` joins them to the program."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from govdesk.ui import icons
from govdesk.ui.kit import Banner, FocusRing, Panel, discard
from govdesk.ui.main.rail import Rail
from govdesk.ui.main.statusbar import StatusBar
from govdesk.ui.main.topbar import TopBar
from govdesk.ui.memory import Memory
from govdesk.ui.theme import Theme

WIDTH, HEIGHT = 1366, 689
"""The inside of a window on a 1366×768 screen with title bar and task bar."""
LEAST = (960, 600)


class MainWindow(QWidget):
    """Rail, top bar, banner place, pane stack, status bar; or one page over all of it (`show_page`).

    `first_painted` once, after the first paint; `closing` before it closes.
    """

    first_painted = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, memory: Memory, top_bar: TopBar) -> None:
        super().__init__()
        self._memory = memory
        self._painted = False
        self.setObjectName("MainWindow")
        self.setWindowTitle("GovDesk")
        self.setWindowIcon(app_icon(theme))
        self.rail = Rail(theme)
        self.top_bar = top_bar
        self.status = StatusBar(theme)
        self.panes = QStackedWidget()
        self._banners = Panel(theme, "bg")
        self._banners.set_margins(8, 8, 8, 8)
        self._banners.hide()
        self._pages = QStackedWidget()
        self._shell = Panel(theme, "bg")
        self._build()
        self._page: QWidget | None = None
        self.ring = FocusRing(theme, self)
        self.setMinimumSize(*LEAST)
        theme.dress(self)

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self._banners)
        right.addWidget(self.panes, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(right, 1)
        self._shell.body.addLayout(upper, 1)
        self._shell.body.addWidget(self.status)
        self._pages.addWidget(self._shell)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def show_page(self, page: QWidget | None) -> None:
        """Lay `page` over everything (first start); None returns to the panes and deletes it."""
        if page is not None:
            self._page = page
            self._pages.addWidget(page)
            self._pages.setCurrentWidget(page)
            return
        self._pages.setCurrentWidget(self._shell)
        if self._page is not None:
            self._pages.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

    @property
    def page(self) -> QWidget | None:
        """The page over the panes, if any."""
        return self._page

    def add_banner(self, banner: Banner) -> None:
        """Show a banner between the top bar and the pane."""
        self._banners.body.addWidget(banner)
        self._banners.show()

    def drop_banner(self, banner: Banner) -> None:
        self._banners.body.removeWidget(banner)
        discard(banner)
        self._banners.setVisible(self._banners.body.count() > 0)

    def restore(self) -> None:
        """Take the size and place of the last time, or the designed size inside the screen."""
        saved = self._memory.text("window/geometry")
        if saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii"))):
            return
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ring.attach()

    def come_forward(self) -> None:
        """A second start of the program asks for this window."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = self.saveGeometry().toBase64().data()
        self._memory.put("window/geometry", bytes(geometry).decode("ascii"))
        self.closing.emit()
        super().closeEvent(event)


def app_icon(theme: Theme) -> QIcon:
    """The open book on the accent ground, at the sizes that task bars ask for."""
    made = QIcon()
    for side in (16, 32, 64):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("acc_hover" if not theme.dark else "acc_press"))
        painter.drawRoundedRect(picture.rect(), side / 6, side / 6)
        inner = QRect(0, 0, round(side * 0.68), round(side * 0.68))
        inner.moveCenter(picture.rect().center())
        icons.paint(painter, "book", theme.colour("on_acc_press"), inner)
        painter.end()
        made.addPixmap(picture)
    return made
