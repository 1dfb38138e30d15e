"""Makes dialogs fit the screen: their content scrolls, their buttons stay visible."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

SHARE = 0.9  # of the screen that a dialog takes at most


def scrolled(content: QWidget) -> QScrollArea:
    """A frameless area in which a widget is as wide as the area, and scrolls where it is higher."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows its fields
    area.setWidget(content)
    return area


def fit_screen(dialog: QDialog, size: QSize) -> None:
    """Give a dialog a size, or as much of it as the screen has room for."""
    dialog.resize(size.boundedTo(dialog.screen().availableSize() * SHARE))
