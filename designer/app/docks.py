"""The docks of a window: one for every panel, and the places that they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QTabWidget

from designer.app.dock import Dock
from designer.app.panels import panels
from designer.app.state import State
from designer.canvas.theme import Theme

if TYPE_CHECKING:
    from designer.app.window import MainWindow

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Docks(dict[str, Dock]):
    """Every dock, by the id of its panel."""

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        super().__init__()
        self._window = window
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, _AREAS["left"])
        window.setCorner(Qt.Corner.BottomRightCorner, _AREAS["right"])
        for area in _AREAS.values():
            window.setTabPosition(area, QTabWidget.TabPosition.North)
        for panel in panels().values():
            dock = self[panel.id] = Dock(panel, theme, window)
            dock.folding.connect(self.fold)
        self.arrange()

    def arrange(self) -> None:
        """Every dock where it is the first time: those of an area behind each other."""
        first: dict[str, Dock] = {}
        for dock in self.values():
            panel = dock.panel
            dock.setFloating(False)
            self._window.addDockWidget(_AREAS[panel.area], dock)
            if panel.area in first:
                self._window.tabifyDockWidget(first[panel.area], dock)
            else:
                first[panel.area] = dock
            dock.setVisible(panel.shown)
        for area, dock in first.items():
            way = (
                Qt.Orientation.Vertical
                if area == "bottom"
                else Qt.Orientation.Horizontal
            )
            self._window.resizeDocks([dock], [dock.panel.width], way)
            dock.raise_()

    def bring(self, id: str) -> Dock:
        """Show a panel in front of those that share its place."""
        dock = self[id]
        dock.show()
        dock.raise_()
        if dock.folded:
            self.fold(False)
        return dock

    def show_state(self, state: State) -> None:
        """Tell the panels that are seen; the others when they are."""
        for dock in self.values():
            dock.show_state(state)

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        for dock in self.values():
            dock.set_theme(theme)

    @property
    def folded(self) -> bool:
        """Whether the panels at the bottom show only their titles."""
        return any(dock.folded for dock in self.values())

    def fold(self, folded: bool) -> None:
        """Leave only the titles of the panels at the bottom, or show them."""
        for dock in self.values():
            if dock.panel.area == "bottom":
                dock.fold(folded)

    def toggles(self) -> list[QAction]:
        """An entry for each panel that shows or hides it."""
        return [QDockWidget.toggleViewAction(dock) for dock in self.values()]
