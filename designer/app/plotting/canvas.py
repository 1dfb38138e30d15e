"""The widget that matplotlib draws on, with an accessible name, keys and a visible focus."""

from __future__ import annotations

from matplotlib import rcParams
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from designer.app.widgets.labels import mark
from designer.canvas.values.theme import GRID

STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}

ENTER = Qt.Key.Key_Return, Qt.Key.Key_Enter


rcParams["text.parse_math"] = False  # a dollar sign in a name begins no formula


class Canvas(FigureCanvasQTAgg):
    """Draws a figure. Arrow keys step from mark to mark; other keys are passed on to the window.

    Args:
        chooses: whether Enter is the canvas's too.
    """

    stepped = Signal(int)
    entered = Signal()
    resized = Signal()

    def __init__(self, figure: Figure, name: str, *, chooses: bool = False) -> None:
        super().__init__(figure)
        self._chooses = chooses
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(20 * GRID, 10 * GRID)
        self.mpl_connect("resize_event", lambda event: self.resized.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = STEPS.get(Qt.Key(event.key()))
        if steps:
            self.stepped.emit(steps)
        elif event.key() in ENTER and self._chooses:
            self.entered.emit()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        mark(self.parentWidget(), "focused", True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        mark(self.parentWidget(), "focused", False)


def rim(plot: QWidget) -> None:
    """Give the container of a canvas a border that shows whether the canvas has the focus."""
    plot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    mark(plot, "rim", True)
    plot.setContentsMargins(1, 1, 1, 1)
