"""The style sheet, filled in from the theme. Distances are multiples of 4 on the canvas's 8-pixel grid."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from designer.canvas.values.theme import SMALL_PX, TITLE_PX, Theme

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolTip { background: $tooltip; color: $on_tooltip;
  border: 1px solid $tooltip_border; padding: 5px 7px; }

QMenuBar { background: $raised; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QToolBar { background: $raised; border: 0; border-bottom: 1px solid $border; padding: 2px 8px; spacing: 2px; }
QToolBar[quiet="true"] { background: transparent; border: 0; padding: 0; }
QToolBar::separator { background: $border; width: 1px; margin: 4px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent;
  min-width: 16px; min-height: 16px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton { background: $raised; border: 1px solid $border; border-radius: 6px; padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 1px solid $accent; outline: 0; }
QPushButton:disabled { color: $disabled; background: $window; }
QPushButton:default, QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 4px 13px; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled {
  background: $pressed; color: $disabled; border-color: $pressed; }
QPushButton[quiet="true"] { background: transparent; border: 1px solid transparent; text-align: left;
  padding: 4px 8px; }
QPushButton[quiet="true"]:hover { background: $hover; }
QPushButton[quiet="true"]:focus { border: 1px solid $accent; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 0 2px;
  min-height: 16px; font-size: ${small_px}px; text-align: left; margin-left: -3px; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px solid $accent; }
QPushButton[link="true"]:disabled { color: $muted; }
QPushButton[action="true"] { padding: 4px 8px; }
QPushButton[repair="true"] { text-align: left; padding: 6px 10px; background: $base; }
QPushButton[repair="true"]:hover { background: $hover; border-color: $accent; }

QLineEdit, QComboBox, QPlainTextEdit, QTextBrowser { background: $base; border: 1px solid $border;
  border-radius: 6px; selection-background-color: $selection; selection-color: $on_selection; }
QLineEdit, QComboBox { padding: 3px 8px; min-height: 20px; }
QLineEdit:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextBrowser:focus { border: 1px solid $accent; }
QPlainTextEdit[flat="true"], QPlainTextEdit[flat="true"]:focus { border: 0; border-top: 1px solid $border;
  border-radius: 0; }
QPlainTextEdit[flat="true"]:focus { border-top: 1px solid $accent; }
QSpinBox { background: $base; border: 1px solid $border; border-radius: 6px; padding: 3px 0; min-height: 20px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QSpinBox:hover { border-color: $muted; }
QSpinBox:focus { border: 1px solid $accent; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { background: transparent; border: 0; padding: 0 8px;
  min-height: 0; }
QLineEdit:disabled, QComboBox:disabled { color: $disabled; background: $window; }
QLineEdit:read-only { background: $window; }
QLineEdit[changed="true"], QComboBox[changed="true"] { border-color: $accent; font-weight: 600; }
QLineEdit[quiet="true"] { background: transparent; border-color: transparent; padding: 3px 4px; margin-left: -7px; }
QLineEdit[quiet="true"]:hover { border-color: $border; }
QLineEdit[quiet="true"]:focus { background: $base; border-color: $accent; }
QLineEdit[invalid="true"], QLineEdit[invalid="true"]:focus { border: 1px solid $error; background: $error_ground; }
QComboBox[invalid="true"], QComboBox[invalid="true"]:focus { border: 1px solid $error; background: $error_ground; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 4px; outline: 0;
  selection-background-color: $selection; selection-color: $on_selection; }

QTreeView, QListView, QTableView { background: $base; border: 1px solid transparent; border-radius: 6px; outline: 0; }
QTreeView:focus, QListView:focus { border: 1px solid $accent; }
QTreeView::item, QListView::item { padding: 5px 4px; border-radius: 4px; border: 1px solid transparent; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected { background: $selection; color: $on_selection; }
QTreeView::branch { background: transparent; border-image: none; image: none; }

QHeaderView { background: $raised; border: 0; }
QHeaderView::section { background: $raised; color: $muted; border: 0; border-bottom: 1px solid $border;
  padding: 4px 8px; }
QTableView { gridline-color: $border; alternate-background-color: $raised; }
QTableView:focus { border: 1px solid $accent; }
QTableView::item { padding: 0 8px; }
QTableView::item:selected { background: $selection; color: $on_selection; }
QScrollArea { background: transparent; border: 1px solid transparent; }
QScrollArea:focus { border: 1px solid $accent; }
QScrollArea > #qt_scrollarea_viewport { background: transparent; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: 0; width: 0; height: 0; }

QRadioButton { spacing: 8px; padding: 2px 4px; border-radius: 4px; }
QRadioButton:focus { background: $hover; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px; background: $base; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QRadioButton:disabled { color: $disabled; }
QProgressBar { background: $bar; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QStatusBar { background: $raised; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QSlider::groove:horizontal { height: 4px; background: $bar; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { border: 2px solid $text; width: 10px; height: 10px; }

QTabBar { background: $raised; }
QTabBar::tab { background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
  padding: 6px 12px; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { background: $hover; }

QAbstractSpinBox { background: $base; border: 1px solid $border; border-radius: 6px; padding: 3px 8px;
  min-height: 20px; selection-background-color: $selection; selection-color: $on_selection; }
QAbstractSpinBox:hover { border-color: $muted; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: 0; padding: 0 6px; background: transparent; }
QAbstractSpinBox:focus { border: 1px solid $accent; }

#start { background: $window; }
#start QListView { background: $base; border: 1px solid $border; }
#keys { background: $raised; border-top: 1px solid $border; }
#find { background: $raised; border-bottom: 1px solid $border; }
QWidget[rim="true"] { border: 1px solid transparent; }
QWidget[focused="true"] { border: 1px solid $accent; }
CanvasView { border: 1px solid $canvas; }
CanvasView:focus { border: 1px solid $accent; }
#issues { background: $raised; border: 0; border-top: 1px solid $border; }
QLabel[remark="true"] { background: $error_ground; color: $text; border: 1px solid $error; border-radius: 6px;
  padding: 4px 8px; }
#panel { background: $base; }
#dock_title { background: $raised; border-bottom: 1px solid $border; }
/* Text of a user's is in most labels and tooltips, and in message boxes: none of them reads it as HTML. */
QLabel, QToolTip { qproperty-textFormat: PlainText; }
#dock_title QLabel { font-weight: 600; }
QToolButton[role="error"] { color: $error; font-weight: 600; }
QToolButton[role="warning"] { color: $warning; font-weight: 600; }
QToolButton[role="muted"] { color: $muted; }
QLabel[role="title"] { font-size: ${title_px}px; font-weight: 600; }
QLabel[role="section"] { color: $muted; font-weight: 600; font-size: ${small_px}px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small_px}px; }
QLabel[role="figure"] { font-weight: 600; }
QLabel[role="error"] { color: $error; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="success"] { color: $success; }
QLabel[role="changed"] { color: $accent; font-weight: 600; }
QFrame[role="line"] { background: $border; max-height: 1px; min-height: 1px; border: 0; }
QFrame[card="error"] { background: $error_ground; border: 1px solid $error; border-radius: 6px; }
QFrame[card="warning"] { background: $warning_ground; border: 1px solid $warning; border-radius: 6px; }
QFrame[card="success"] { background: $success_ground; border: 1px solid $success; border-radius: 6px; }
QFrame[card="plain"] { background: $raised; border: 1px solid $border; border-radius: 6px; }
#breadcrumb { background: $raised; border-bottom: 1px solid $border; }
#breadcrumb QPushButton[here="true"] { font-weight: 600; }
QFrame#popup { background: $raised; border: 1px solid $border; }
QFrame#popup QListView { background: $raised; }
#totals QToolButton { padding: 2px 8px; }
QPushButton[figure="true"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0;
  min-height: 24px; }
QPushButton[figure="true"]:hover { background: $hover; }
QPushButton[figure="true"]:focus { border: 1px solid $accent; }
""")


def style_sheet(theme: Theme) -> str:
    """The whole application's style sheet in one theme."""
    colours = {
        field.name: getattr(theme, field.name)
        for field in fields(theme)
        if isinstance(getattr(theme, field.name), str)
    }
    return _SHEET.substitute(colours, small_px=SMALL_PX, title_px=TITLE_PX)
