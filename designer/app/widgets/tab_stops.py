"""The tab order of a panel of fields: field to field, then the buttons, then from the start."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from designer.app.widgets.block_tree import SearchLine
from designer.canvas.values.theme import GRID

FIELDS = (QLineEdit, QComboBox, QCheckBox, QAbstractSlider, QAbstractSpinBox)


def is_field(widget: QWidget) -> bool:
    """Whether a value is edited there, so that Enter commits it."""
    # Enter in a search takes what is found.
    return isinstance(widget, FIELDS) and not isinstance(widget, SearchLine)


def step(panel: QWidget, forward: bool) -> bool:
    """Move the focus within a panel; False where it is not in the panel, or has nowhere to go."""
    focus, stops = QApplication.focusWidget(), _stops(panel)
    if focus not in stops or len(stops) < 2:
        return False
    place = stops.index(focus) + (1 if forward else -1)
    reason = Qt.FocusReason.TabFocusReason
    if not forward:
        reason = Qt.FocusReason.BacktabFocusReason
    stop = stops[place % len(stops)]
    stop.setFocus(reason)
    area = stop.parentWidget()
    while area and area is not panel and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(stop, 0, GRID)
    return True


def _stops(panel: QWidget) -> list[QWidget]:
    """The tab stops in order: fields first, each group in reading order."""
    found = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]

    def place(widget: QWidget) -> tuple[bool, int, int]:
        at = widget.mapTo(panel, QPoint(0, widget.height() // 2))
        return not is_field(widget), at.y(), at.x()

    return sorted(found, key=place)
