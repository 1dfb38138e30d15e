"""Cuts all wires of a port."""

from __future__ import annotations

from designer.canvas.gestures.base import ALT, CTRL, Gesture, Press
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.scene_state import PortRef
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge


class BreakWires(Gesture):
    """Alt-click on a port removes its wires."""

    shortcut = Shortcut(
        "Alt+click on a port",
        "Break its wires",
        "Wiring",
        "Where the window manager takes Alt, hold Ctrl as well.",
    )
    presses = Press("port", ALT), Press("port", CTRL | ALT)

    def __init__(self, scene: Surface, pointer: Pointer, target: PortRef) -> None:
        super().__init__(scene, pointer, target)
        self._port = target

    def end(self, pointer: Pointer) -> bool:
        edges = self.scene.edges_at_port(self._port)
        if edges and not self.moved:
            self.scene.disconnect_requested.emit(edges)
        return True

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        return self._port.node in things
