"""The tool bar of a chart: matplotlib's, with our icons."""

from __future__ import annotations

from typing import Any

from matplotlib.backends.backend_qt import NavigationToolbar2QT
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from designer.app.text.translation import later, tr
from designer.app.widgets.appearance import icon
from designer.canvas.values.theme import Theme

ICONS = {
    "Home": ("mdi6.fit-to-page-outline", later("Show all points")),
    "Back": ("mdi6.arrow-left", later("Back to the view before")),
    "Forward": ("mdi6.arrow-right", later("On to the view after")),
    "Pan": (
        "mdi6.cursor-move",
        later("Drag to move, with the right button to stretch"),
    ),
    "Zoom": ("mdi6.magnify-plus-outline", later("Drag a box to look closer")),
    "Save": ("mdi6.content-save-outline", later("Save the chart as a picture")),
}


class ChartTools(NavigationToolbar2QT):
    """Home, back and forward, pan, zoom, save."""

    def __init__(self, canvas: Any, parent: QWidget, theme: Theme) -> None:
        self.toolitems = [item for item in self.toolitems if item[0] in ICONS]
        super().__init__(canvas, parent, coordinates=True)
        self.setAccessibleName(tr("chart tools"))
        self.setIconSize(QSize(20, 20))
        for action in self._named():
            tip = tr(ICONS[action.text()][1])
            action.setToolTip(tip)
            self.widgetForAction(action).setAccessibleName(
                tr("chart: {tip}").format(tip=tip)
            )
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        for action in self._named():
            action.setIcon(icon(ICONS[action.text()][0], theme))

    def _named(self) -> list[Any]:
        return [action for action in self.actions() if action.text() in ICONS]
