"""Scrolls the canvas while something is dragged at its edges."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from designer.canvas.view.navigating import NavigableView

BORDER_PX = 28
SCROLL_MS = 16


class EdgeScroller(QObject):
    """Scrolls a view, which reports every move of the pointer to it."""

    def __init__(self, view: NavigableView) -> None:
        super().__init__(view)
        self._view = view
        self._at = QPoint()
        self._keys = Qt.KeyboardModifier.NoModifier
        self._timer = QTimer(self)
        self._timer.setInterval(SCROLL_MS)
        self._timer.timeout.connect(self._scroll)

    def watch(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """Update for a move of the pointer in the viewport."""
        self._at, self._keys = at, keys
        gesture = self._view.canvas.gesture
        if gesture is None or not gesture.moved or self._way().isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _way(self) -> QPoint:
        """The scroll step: larger, the nearer the pointer is to the edge."""
        rect = self._view.viewport().rect()

        def way(low: int, high: int, value: int) -> int:
            if value < low + BORDER_PX:
                return -min(low + BORDER_PX - value, BORDER_PX) // 2
            return min(max(value - high + BORDER_PX, 0), BORDER_PX) // 2

        return QPoint(
            way(rect.left(), rect.right(), self._at.x()),
            way(rect.top(), rect.bottom(), self._at.y()),
        )

    def _scroll(self) -> None:
        gesture = self._view.canvas.gesture
        if gesture is None:
            self._timer.stop()
            return
        way = self._way()
        self._view.scroll_by(way.x(), way.y())
        gesture.move(self._view.pointer_at(self._at, self._keys))
