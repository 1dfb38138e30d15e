"""Returns the focus to the canvas on Enter and Esc in the fields and panels of a window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from designer.app.widgets.tab_stops import is_field
from designer.app.workbench import Workbench

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def to_canvas(workbench: Workbench) -> bool:
    """Give the canvas the focus, or the start page that covers it; the selection stays."""
    home = workbench.cover or workbench.view
    if not home.isVisible():
        return False
    home.setFocus(Qt.FocusReason.OtherFocusReason)
    if QApplication.activeWindow() is not workbench.window:  # from a floating panel
        workbench.window.activateWindow()
    return True


def leave_hidden(workbench: Workbench) -> bool:
    """Give the canvas the focus where the widget that has it is hidden; Qt would give it to the next one.

    Qt asks for the next widget when a card, a row or a whole panel with the focus is hidden.
    """
    focus = QApplication.focusWidget()
    return focus is not None and not focus.isVisible() and to_canvas(workbench)


class CanvasReturn(QObject):
    """Moves the focus to the canvas on an Enter or Esc that no widget has accepted.

    Args:
        windows: the main window, and its docks: one that floats is a window of its own.
    """

    def __init__(self, workbench: Workbench, windows: Iterable[QWidget]) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        for window in windows:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._returns(event) and to_canvas(self._workbench)
        return super().eventFilter(watched, event)

    def _returns(self, event: QKeyEvent) -> bool:
        focus = QApplication.focusWidget()
        if event.modifiers() not in PLAIN or focus in (None, self._workbench.view):
            return False
        if event.key() == Qt.Key.Key_Escape:
            return True
        return event.key() in ENTER and is_field(focus)
