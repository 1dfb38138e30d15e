"""The inspector as a panel."""

from __future__ import annotations

from designer.app.inspector.panel import Inspector
from designer.app.inspector.parts import Hands
from designer.app.panels import Panel
from designer.app.workbench import Workbench
from designer.canvas.theme import GRID


def make(workbench: Workbench) -> Inspector:
    """An inspector that edits the window's design."""
    hands = Hands.of(workbench)
    inspector = Inspector(hands, workbench.controller.blocks)
    inspector.setMinimumWidth(38 * GRID)
    return inspector


def inspect(workbench: Workbench, node: str) -> None:
    """Into the first field of a node."""
    controller = workbench.controller
    controller.select((node,))
    block = controller.blocks.get(controller.document.nodes[node].block)
    names = list(block.parameters) if block else []
    workbench.show_panel("inspector").focus_field(names[0] if names else "name")


PANEL = Panel(
    "inspector", "Inspector", "mdi6.tune-variant", "right", make, width=336, place=0
)
