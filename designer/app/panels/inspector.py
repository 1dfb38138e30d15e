"""The inspector as a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.app.inspector.panel import Inspector
from designer.app.inspector.parts import Hands
from designer.app.panels import Panel
from designer.canvas.theme import GRID

if TYPE_CHECKING:
    from designer.app.window import MainWindow


def make(window: MainWindow) -> Inspector:
    """An inspector that edits the window's design."""
    hands = Hands.of(window)
    inspector = Inspector(hands, window.controller.blocks)
    inspector.setMinimumWidth(38 * GRID)
    return inspector


def inspect(window: MainWindow, node: str) -> None:
    """Into the first field of a node."""
    controller = window.controller
    controller.select((node,))
    window.docks.bring("inspector")
    block = controller.blocks.get(controller.document.nodes[node].block)
    names = list(block.parameters) if block else []
    window.panel("inspector").focus_field(names[0] if names else "name")


PANEL = Panel(
    "inspector", "Inspector", "mdi6.tune-variant", "right", make, width=336, place=0
)
