"""The inspector as a panel."""

from __future__ import annotations

from designer.app.panel import Panel
from designer.app.panel_actions import PanelActions
from designer.app.panels.inspector.view import Inspector
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID


def make(workbench: Workbench) -> Inspector:
    """Make the inspector of the window's design."""
    actions = PanelActions.of(workbench)
    inspector = Inspector(actions, workbench.controller.blocks)
    inspector.setMinimumWidth(38 * GRID)
    return inspector


PANEL = Panel(
    "inspector", "Inspector", "mdi6.tune-variant", "right", make, width=336, place=0
)
