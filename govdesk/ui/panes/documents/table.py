"""The table of documents: ten thousand rows through one model and one delegate."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from govdesk.ui.kit import follow, shown
from govdesk.ui.panes.documents.delegate import RowDelegate
from govdesk.ui.panes.documents.model import EDITION, HEADS, NAME, SHELF, SIZE, STATE, DocumentsModel
from govdesk.ui.panes.documents.rows import Row
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

WIDTHS = {SHELF: 110, EDITION: 150, SIZE: 92, STATE: 150}
FLAGS = QItemSelectionModel.SelectionFlag
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DocumentsTable(QTableView):
    """`opened(key)` on Enter or a double click, `removal_asked` on Delete, `chosen` when another row is selected.

    ``keys()`` are the selected rows' keys in the order seen. Space ticks a row, letters jump to a name.
    """

    opened = Signal(str)
    removal_asked = Signal()
    chosen = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._kept: tuple[list[str], str, int] = ([], "", 0)
        self._painter = RowDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("자료 목록"))
        self.setProperty("ring", "inside")
        self.setProperty("hovered", -1)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_asked)
        self.doubleClicked.connect(self._on_double)
        self.selectionModel().selectionChanged.connect(self.chosen)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self._head()
        follow(theme, self._restyle)

    def keys(self) -> list[str]:
        return [row.key for row in self.rows()]

    def rows(self) -> list[Row]:
        """The selected rows in the order seen."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for number in numbers if (row := self._model.row_at(number)) is not None]

    def select(self, keys: Iterable[str]) -> None:
        """Select the rows of `keys` and bring the first into sight."""
        numbers = self._model.numbers_of(keys)
        self.selectionModel().select(self._stretch(numbers), FLAGS.ClearAndSelect)
        if numbers:
            first = self._model.index(numbers[0], NAME)
            self.selectionModel().setCurrentIndex(first, FLAGS.NoUpdate)
            self.scrollTo(first)

    def _head(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(SIZES.hit)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._model.sort)
        head.setAccessibleName(self.tr("열 머리"))

    def _restyle(self) -> None:
        theme = self._theme
        self.verticalHeader().setDefaultSectionSize(theme.size(SIZES.table_row))
        metrics = QFontMetrics(theme.font(Type.CAPTION_STRONG))
        for column, width in WIDTHS.items():
            least = metrics.horizontalAdvance(HEADS[column]) + theme.gap(24) + theme.px(16)
            self.setColumnWidth(column, max(theme.px(width), least))
        for column in (EDITION, SIZE):
            self.setColumnHidden(column, theme.compact)
        self.viewport().update()

    def _stretch(self, numbers: list[int]) -> QItemSelection:
        picked = QItemSelection()
        last = len(HEADS) - 1
        for number in numbers:
            picked.select(self._model.index(number, 0), self._model.index(number, last))
        return picked

    def _keep(self) -> None:
        row = self._model.row_at(self.currentIndex().row())
        self._kept = (self.keys(), row.key if row else "", self.verticalScrollBar().value())

    def _restore(self) -> None:
        keys, current, at = self._kept
        numbers = self._model.numbers_of([current]) if current else []
        if numbers:
            self.selectionModel().setCurrentIndex(self._model.index(numbers[0], NAME), FLAGS.NoUpdate)
        if keys:
            self.selectionModel().select(self._stretch(self._model.numbers_of(keys)), FLAGS.ClearAndSelect)
        self.verticalScrollBar().setValue(at)
        self.chosen.emit()

    def _on_double(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row is not None:
            self.opened.emit(row.key)

    def _hover(self, number: int) -> None:
        if self.property("hovered") != number:
            self.setProperty("hovered", number)
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._model.row_at(self.currentIndex().row())
        if event.key() in ENTER and row is not None:
            self.opened.emit(row.key)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif event.key() == Qt.Key.Key_Space and row is not None:
            self.selectionModel().select(self.currentIndex(), FLAGS.Toggle | FLAGS.Rows)
        elif event.key() == Qt.Key.Key_Menu and row is not None:
            self.menu_asked.emit(self.visualRect(self.currentIndex()).center())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip: the whole name when it is cut, and what the model has to say."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            parts = [self._cut_name(index), str(index.data(Qt.ItemDataRole.ToolTipRole) or "")]
            QToolTip.showText(event.globalPos(), "\n".join(part for part in parts if part), self)
            return True
        return bool(super().viewportEvent(event))

    def _cut_name(self, index: QModelIndex) -> str:
        if index.column() != NAME:
            return ""
        name = shown(str(index.data()))
        wide = QFontMetrics(self._theme.font(Type.CONTROL_MEDIUM)).horizontalAdvance(name)
        return name if wide > self._painter.room(self.columnWidth(NAME)) else ""
