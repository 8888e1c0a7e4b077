"""The one stylesheet, generated from the tokens. Kit widgets that paint themselves need none of it.

Dynamic properties that panes may set: ``ground`` on a QWidget/QFrame = surface | sunken | bg | raised
(with `WA_StyledBackground`), ``edge`` = top | bottom | left | right (a column line on that side).
"""

from __future__ import annotations

from string import Template

from govdesk.ui.theme.theme import Theme
from govdesk.ui.theme.tokens import SIZES, Type

SHEET = Template("""
QWidget { color: $text; outline: 0; }
QMainWindow, QDialog { background: $bg; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="sunken"] { background: $sunken; }
QWidget[ground="bg"] { background: $bg; }
QWidget[ground="raised"] { background: $raised; }
QWidget[edge="top"] { border: 0 solid $line; border-top-width: 1px; }
QWidget[edge="bottom"] { border: 0 solid $line; border-bottom-width: 1px; }
QWidget[edge="left"] { border: 0 solid $line; border-left-width: 1px; }
QWidget[edge="right"] { border: 0 solid $line; border-right-width: 1px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; font-size: ${caption}px; }
QLabel { background: transparent; }

QLineEdit, QPlainTextEdit[field="true"], QSpinBox, QDateEdit {
    background: $surface; color: $text; border: 1px solid $ctl; border-radius: 4px; padding: 0 8px;
    selection-background-color: $acc_bg2; selection-color: $text; placeholder-text-color: $mute;
    font-size: ${control}px; min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit[field="true"]:focus, QSpinBox:focus, QDateEdit:focus {
    border: 2px solid $focus; padding: 0 7px; min-height: ${field_focus}px; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"], QDateEdit[invalid="true"] { border: 1px solid $danger; }
QLineEdit[invalid="true"]:focus, QSpinBox[invalid="true"]:focus { border: 2px solid $danger; }
QLineEdit:disabled, QSpinBox:disabled, QDateEdit:disabled { background: $sunken; color: $off; border-color: $hair; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"] {
    background: transparent; border: 0; padding: 0; }

QComboBox { background: $surface; color: $text; border: 1px solid $ctl; border-radius: 4px; padding: 0 8px;
    min-height: ${field}px; font-size: ${control}px; }
QComboBox:hover { background: $hover; }
QComboBox:disabled { color: $off; border-color: $hair; background: $surface; }
QComboBox::drop-down { border: 0; width: ${size28}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: 4px; outline: 0;
    selection-background-color: $acc_bg; selection-color: $text; font-size: ${control}px; }
QComboBox QAbstractItemView::item { min-height: ${size28}px; padding: 0 8px; border-radius: 4px; }

QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0; font-size: ${control}px;
    selection-background-color: $acc_bg; selection-color: $text; alternate-background-color: $sunken; }
QTreeView::item, QListView::item { min-height: ${tree_row}px; padding: 0 8px; border-radius: 4px; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected { background: $acc_bg; color: $text; }
QTreeView::item:selected:!active, QListView::item:selected:!active { background: $hover; }
QTreeView::branch { background: transparent; image: none; border-image: none; }
QTableView { gridline-color: $hair; }
QTableView::item { padding: 0 12px; border-bottom: 1px solid $hair; }
QTableView::item:selected { background: $acc_bg; color: $text; }
QTableView::item:selected:!active { background: $hover; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; color: $sub; border: 0; border-bottom: 1px solid $line; padding: 0 12px;
    font-size: ${caption}px; font-weight: 600; min-height: ${size30}px; }

QMenu { background: $raised; border: 1px solid $line; border-radius: 6px; padding: 4px; font-size: ${control}px; }
QMenu::item { min-height: ${size28}px; padding: 0 ${gap24}px 0 ${gap12}px; border-radius: 4px; }
QMenu::item:selected { background: $acc_bg; color: $text; }
QMenu::item:disabled { color: $off; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 8px; }

QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ctl; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $acc; }
QTextBrowser, QTextEdit, QPlainTextEdit { background: transparent; border: 0; color: $text;
    placeholder-text-color: $mute;
    selection-background-color: $acc_bg2; selection-color: $text; }
""")


def build(theme: Theme) -> str:
    """The stylesheet for the theme as it stands."""
    field = theme.size(SIZES.control) - 2
    return SHEET.substitute(
        {name: theme.hex(name) for name in theme.colours.__slots__},
        caption=theme.px(Type.CAPTION.pixels),
        control=theme.px(Type.CONTROL.pixels),
        field=field,
        field_focus=field - 2,
        size28=theme.size(28),
        size30=theme.size(30),
        tree_row=theme.size(SIZES.tree_row),
        gap12=theme.gap(12),
        gap24=theme.gap(24),
    )
