"""`HistoryList`: the list view of past conversations, drawn as the mock-ups have it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from govdesk.records.chats import ChatId
from govdesk.ui import icons
from govdesk.ui.kit.display import shown
from govdesk.ui.panes.chat.history import Group
from govdesk.ui.panes.chat.models import HEADING, HistoryModel
from govdesk.ui.theme import Theme, Type
from govdesk.ui.theme.tokens import SIZES

Index = QModelIndex | QPersistentModelIndex


class HistoryDelegate(QStyledItemDelegate):
    """Headings small over their rows; the open conversation on accent ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = self._theme.size(30 if index.data(HEADING) else SIZES.list_row)
        return QSize(self._theme.px(120), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, QRect(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        words = shown(str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(HEADING):
            painter.setFont(theme.font(Type.CAPTION_STRONG))
            painter.setPen(theme.colour("mute"))
            rect.adjust(theme.gap(10), theme.gap(8), 0, 0)
        else:
            taken = bool(state & QStyle.StateFlag.State_Selected)
            over = bool(state & QStyle.StateFlag.State_MouseOver)
            if taken or over:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("acc_bg" if taken else "hover"))
                painter.drawRoundedRect(rect, 4, 4)
            painter.setFont(theme.font(Type.CONTROL_MEDIUM if taken else Type.CONTROL))
            painter.setPen(theme.colour("text" if taken else "sub"))
            rect.adjust(theme.gap(10), 0, -theme.gap(8), 0)
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setAccessibleName(self.tr("대화 이름"))
            editor.setFont(self._theme.font(Type.CONTROL))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]


class HistoryList(QListView):
    """`chosen(ChatId)`, `renamed(ChatId, str)`, `deleted(ChatId)`: by pointer, by F2, Delete and the menu key."""

    chosen = Signal(object)
    renamed = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = HistoryModel()
        self._model.renamed.connect(self.renamed)
        self.setModel(self._model)
        self.setItemDelegate(HistoryDelegate(theme, self))
        self.setAccessibleName(self.tr("지난 대화"))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_groups(self, groups: tuple[Group, ...], selected: ChatId | None) -> None:
        """Show the conversations; `selected` is the open one."""
        self._model.set_groups(groups)
        index = self._model.index_of(selected)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    @property
    def history(self) -> HistoryModel:
        return self._model

    def menu_for(self, index: QModelIndex) -> QMenu | None:
        """The menu of a conversation."""
        if self._model.chat_at(index) is None:
            return None
        menu = QMenu(self)
        rename = menu.addAction(icons.icon(self._theme, "edit"), self.tr("이름 바꾸기\tF2"))
        delete = menu.addAction(icons.icon(self._theme, "trash"), self.tr("지우기\tDelete"))
        self.setCurrentIndex(index)
        rename.triggered.connect(self._rename)
        delete.triggered.connect(self._delete)
        return menu

    def _menu(self, point: QPoint) -> None:
        menu = self.menu_for(self.indexAt(point))
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(point))

    def _choose(self, index: QModelIndex) -> None:
        chat = self._model.chat_at(index)
        if chat is not None:
            self.chosen.emit(chat)

    def _rename(self) -> None:
        self.edit(self.currentIndex())

    def _delete(self) -> None:
        chat = self._model.chat_at(self.currentIndex())
        if chat is not None:
            self.deleted.emit(chat)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if not editing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif not editing and event.key() == Qt.Key.Key_Delete:
            self._delete()
        elif not editing and event.key() == Qt.Key.Key_Menu:
            self._menu(self.visualRect(self.currentIndex()).center())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())  # type: ignore[attr-defined]
            words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            room = self.viewport().width() - self._theme.gap(18)
            if not index.isValid() or self.fontMetrics().horizontalAdvance(words) <= room:
                return True
        return super().viewportEvent(event)
