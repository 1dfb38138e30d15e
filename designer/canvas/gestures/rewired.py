"""Previews the wires as a gesture would leave them."""

from __future__ import annotations

from collections.abc import Collection

from designer.canvas.picture.overlays import LooseWire
from designer.canvas.picture.surface import Surface
from designer.canvas.values.scene_state import PortRef
from designer.canvas.values.values import Thing
from designer.model.document import Edge


class Rewired:
    """Marks the wires that would be removed, and draws those that would be added on top.

    Args:
        after: all wires of the design as they would be.
        quiet: wires that would go and are not marked, for they show something else.
    """

    def __init__(
        self, scene: Surface, after: Collection[Edge], quiet: Collection[Edge] = ()
    ) -> None:
        self._scene = scene
        before, kept = scene.state.document.edges, set(after)
        self._gone = [e for e in before if e not in kept and e not in quiet]
        self._mark(True)
        there = set(before)
        self._coming = [
            (edge, LooseWire(scene.look)) for edge in after if edge not in there
        ]
        for _, wire in self._coming:
            scene.addItem(wire)
        self.follow()

    def follow(self) -> None:
        """Update the ends of added wires after nodes have moved."""
        for edge, wire in self._coming:
            ports = (
                PortRef(edge.source, "output", edge.source_port),
                PortRef(edge.target, "input", edge.target_port),
            )
            start, end = map(self._scene.port_position, ports)
            wire.span(start, end, self._scene.look.success, dashed=False)

    def clear(self) -> None:
        """Show the unchanged wires."""
        self._mark(False)
        for _, wire in self._coming:
            self._scene.removeItem(wire)
        self._gone, self._coming = [], []

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        """Whether it depends on one of these nodes and wires."""
        ends = {id for edge, _ in self._coming for id in (edge.source, edge.target)}
        return not (things.isdisjoint(ends) and edges.isdisjoint(self._gone))

    def _mark(self, on: bool) -> None:
        for item in map(self._scene.wire_item, self._gone):
            if item is not None:
                item.mark_removed(on)
