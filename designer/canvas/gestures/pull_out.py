"""Nodes pulled out of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.canvas.gestures.base import ALT, CTRL, Press
from designer.canvas.gestures.move_nodes import MoveNodes
from designer.canvas.node_item import NodeItem
from designer.canvas.overlays import LooseWire
from designer.canvas.pointing import Pointer
from designer.canvas.routing import Point
from designer.canvas.shortcut import Shortcut
from designer.canvas.shown import Thing
from designer.canvas.state import PortRef
from designer.model.document import Edge
from designer.model.edits import remove_nodes

if TYPE_CHECKING:
    from designer.canvas.scene import CanvasScene


class PullOut(MoveNodes):
    """Alt-drag takes nodes out of their wires; what they were between is wired through."""

    shortcut = Shortcut(
        "Alt+drag a node",
        "Pull it out and heal the wire",
        "Wiring",
        "Where the window manager takes Alt, hold Ctrl as well, or use Block > Pull out.",
    )
    presses = Press("node", ALT), Press("node", CTRL | ALT)

    def __init__(self, scene: CanvasScene, pointer: Pointer, target: NodeItem) -> None:
        super().__init__(scene, pointer, target)
        self._healing: list[tuple[Edge, LooseWire]] = []
        self._cut: list[Edge] = []

    def _things(self) -> list[Thing]:
        return [*self.scene.selected_nodes()]

    def drag(self, pointer: Pointer) -> None:
        if not self._cut:
            self._loosen()
        super().drag(pointer)

    def _loosen(self) -> None:
        """Show which wires go, and which come in their place."""
        scene, held = self.scene, frozenset(self._things())
        self._cut = [
            edge
            for id in held
            for edge in scene.edges_at(id)
            if (edge.source in held) != (edge.target in held)
        ]
        for item in map(scene.wire_item, self._cut):
            if item is not None:
                item.doom(True)
        document = scene.state.document
        there = set(document.edges)
        for edge in remove_nodes(document, held, heal=True).edges:
            if edge not in there:
                wire = LooseWire(scene.look)
                scene.addItem(wire)
                ports = (
                    PortRef(edge.source, "output", edge.source_port),
                    PortRef(edge.target, "input", edge.target_port),
                )
                ink = scene.look.success
                wire.span(*map(scene.port_position, ports), ink, dashed=False)
                self._healing.append((edge, wire))

    def end(self, pointer: Pointer) -> bool:
        self._tidy()
        return super().end(pointer)

    def ask(self, places: dict[Thing, Point], edge: Edge | None) -> None:
        self.scene.pull_out_requested.emit(places)

    def cancel(self) -> None:
        self._tidy()
        super().cancel()

    def needs(self, nodes: frozenset[str], edges: frozenset[Edge]) -> bool:
        ends = {id for edge, _ in self._healing for id in (edge.source, edge.target)}
        if not (nodes.isdisjoint(ends) and edges.isdisjoint(self._cut)):
            return True
        return super().needs(nodes, edges)

    def _tidy(self) -> None:
        for _, wire in self._healing:
            self.scene.removeItem(wire)
        for item in map(self.scene.wire_item, self._cut):
            if item is not None:
                item.doom(False)
        self._healing, self._cut = [], []
