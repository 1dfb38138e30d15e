"""Highlights the item under the pointer: a port with its wires, or a wire alone."""

from __future__ import annotations

from designer.canvas.items.wire_item import WireItem
from designer.canvas.picture.pointing import DotRef, Pointer, under
from designer.canvas.picture.surface import Surface
from designer.canvas.values.scene_state import PortRef
from designer.canvas.values.shortcut import Shortcut
from designer.model.document import Edge

SHORTCUTS = (
    Shortcut(
        "Rest on a port or wire",
        "Light its wires; say shape, bytes and what it feeds",
        "Wiring",
    ),
)


class Hovering:
    """Highlights one item at a time."""

    def __init__(self, scene: Surface) -> None:
        self._scene = scene
        self._on: PortRef | Edge | None = None

    def rest(self, pointer: Pointer) -> None:
        """Highlight the item under the pointer; no button is pressed."""
        _, thing = under(self._scene, pointer)
        if isinstance(thing, WireItem):
            thing = thing.wire.edge
        elif isinstance(thing, DotRef):
            thing = thing.edge
        self._light(thing if isinstance(thing, (PortRef, Edge)) else None)

    def clear(self) -> None:
        """Remove the highlight."""
        self._light(None)

    def _light(self, thing: PortRef | Edge | None) -> None:
        if thing == self._on:
            return
        for lit, on in ((self._on, False), (thing, True)):
            if isinstance(lit, PortRef):
                item = self._scene.node_item(lit.node)
                if item is not None:
                    ink = self._scene.look.wire_lit if on else None
                    item.light_port(lit.side, lit.key, ink)
                    self._light_wires(self._scene.edges_at_port(lit), on)
            elif lit is not None:
                self._light_wires((lit,), on)
        self._on = thing

    def _light_wires(self, edges: tuple[Edge, ...], on: bool) -> None:
        for item in map(self._scene.wire_item, edges):
            if item is not None:
                item.light(on)
