"""Draws a wire from port to port."""

from __future__ import annotations

from designer.canvas.gestures.aiming import Aiming, ends
from designer.canvas.gestures.base import SHIFT, Press
from designer.canvas.picture.pointing import Pointer, node_at
from designer.canvas.picture.surface import Surface
from designer.canvas.values.scene_state import PortRef, Side
from designer.canvas.values.shortcut import Shortcut

SHORTCUTS = (
    Shortcut("Click a port, then another", "Connect them", "Wiring"),
    Shortcut(
        "Let a wire go over the ground",
        "Search for a block that can take it",
        "Wiring",
    ),
    Shortcut(
        "Draw a wire that does not fit",
        "Choose what it goes through: a projection, a pool; Esc draws none",
        "Wiring",
    ),
)


class DrawWire(Aiming):
    """From a port to a port: drag, or click, move and click. The verdict shows before the button is released."""

    shortcut = Shortcut("Drag from a port to a port", "Connect them", "Wiring")
    presses = Press("port"), Press("port", SHIFT)

    def __init__(self, scene: Surface, pointer: Pointer, target: PortRef) -> None:
        side: Side = "input" if target.side == "output" else "output"
        super().__init__(scene, pointer, target, (target,), side)

    def end(self, pointer: Pointer) -> bool:
        if not self.moved:
            return False  # a click: the wire hangs at the cursor until the next one
        target, verdict = self.target, self.verdict
        self.cancel()
        if target is None:
            if node_at(self.scene, pointer) is None:  # a node is not the background
                self.scene.search_requested.emit(pointer.at, self.origin)
        elif verdict and verdict.ok:
            self.scene.connect_requested.emit(*ends(self.origin, target))
        return True
