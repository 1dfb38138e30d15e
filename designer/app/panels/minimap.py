"""The whole network in a dock; M shows it in the corner of the canvas."""

from __future__ import annotations

from designer.app.panel import Panel
from designer.app.session.state import State
from designer.app.text.translation import later
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme
from designer.canvas.view.minimap import Minimap


class MinimapPanel(Minimap):
    """A minimap of the canvas; it needs no updates, because it reads the canvas's scene."""

    def show_state(self, state: State) -> None:
        """Do nothing: the canvas has the state already."""

    def set_theme(self, theme: Theme) -> None:
        """Redraw; the canvas may get the theme after the panels."""
        self.redraw()


def make(workbench: Workbench) -> MinimapPanel:
    """Make the minimap of the window's canvas."""
    made = MinimapPanel(workbench.view)
    made.setMinimumHeight(12 * GRID)
    return made


PANEL = Panel(
    "minimap",
    later("Minimap"),
    "mdi6.map-outline",
    "right",
    make,
    shown=False,
    place=90,
)
