"""Reports to a gesture when Alt, Ctrl or Shift is pressed or released while the pointer rests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from designer.canvas.gestures.drop_block import DropBlock
from designer.canvas.view.navigating import NavigableView

KEYS = (Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift)
EVENTS = (
    QEvent.Type.ShortcutOverride,  # by which the menu bar learns of Alt
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
)


class HeldKeys(QObject):
    """Watches the keys for a view, only during a gesture; the view reports every move of the pointer.

    It sees the application's events: in a drag from the palette the keys reach no widget, and an Alt that is let go
    would open the menu bar.
    """

    def __init__(self, view: NavigableView) -> None:
        super().__init__(view)
        self._view = view
        self._at = QPoint()
        self._listening = False

    def watch(self, at: QPoint) -> None:
        """Update for a move of the pointer in the viewport."""
        self._at = at
        self._listen(self._view.canvas.gesture is not None)

    def _listen(self, on: bool) -> None:
        application = QCoreApplication.instance()
        if on == self._listening or application is None:
            return
        self._listening = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in EVENTS:
            return False
        gesture = self._view.canvas.gesture
        if gesture is None:
            self._listen(False)
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() not in KEYS:
            return False
        if event.type() is not QEvent.Type.ShortcutOverride:
            pointer = self._view.pointer_at(self._at, event.modifiers())
            if isinstance(gesture, DropBlock):  # it has begun elsewhere
                gesture.drag(pointer)
            else:
                gesture.move(pointer)
        return event.key() == Qt.Key.Key_Alt
