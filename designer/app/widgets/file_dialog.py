"""Qt's own file dialog in the theme; the platform's has no accessible name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFileDialog,
    QFileIconProvider,
    QHeaderView,
    QLineEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.canvas.values.theme import Theme

# Qt's names for the dialog's buttons, which have outdated icons otherwise.
BUTTONS = {
    "backButton": "mdi6.arrow-left",
    "forwardButton": "mdi6.arrow-right",
    "toParentButton": "mdi6.arrow-up",
    "newFolderButton": "mdi6.folder-plus-outline",
    "listModeButton": "mdi6.view-list-outline",
    "detailModeButton": "mdi6.view-headline",
}


class FileIcons(QFileIconProvider):
    """Folders and files in the theme's colours.

    Qt calls `icon` in the thread that reads the folder: it only returns icons that exist already.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._folder = _drawn(icon("mdi6.folder-outline", theme, theme.accent))
        self._file = _drawn(icon("mdi6.file-outline", theme, theme.muted))
        self._disk = _drawn(icon("mdi6.harddisk", theme, theme.muted))

    def icon(self, what: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        kinds = QFileIconProvider.IconType
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        if what in (kinds.Computer, kinds.Desktop, kinds.Drive, kinds.Network):
            return self._disk
        return self._folder if what is kinds.Folder else self._file


def file_dialog(parent: QWidget, title: str, folder: Path, theme: Theme) -> QFileDialog:
    """Make a file dialog, to be shown with `open`; it is deleted when it is closed."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setAccessibleName(title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setIconProvider(_icons(theme))
    for name, sign in BUTTONS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(sign, theme))
            button.setAccessibleName(button.toolTip())
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    if line is not None:
        line.setAccessibleName(tr("file name"))
    tree = dialog.findChild(QTreeView)
    if tree is not None:
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    dialog.resize(760, 480)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


@cache
def _icons(theme: Theme) -> FileIcons:
    """The icon provider, cached: Qt does not own it, and its thread can outlive the dialog's wrapper."""
    return FileIcons(theme)


def _drawn(source: QIcon) -> QIcon:
    """The icon in fixed sizes: the dialog also requests an empty size, which a font cannot draw."""
    made = QIcon()
    for size in (16, 32, 64):
        made.addPixmap(source.pixmap(size, size))
    return made
