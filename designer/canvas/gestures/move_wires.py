"""Moves the wires of a port to another port."""

from __future__ import annotations

from designer.canvas.gestures.aiming import Aiming, ends
from designer.canvas.gestures.base import CTRL, Press
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.scene_state import PortRef, Side
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge


class MoveWires(Aiming):
    """Ctrl-drag from a port to another of the same side moves its wires; from a port without any, draws one."""

    shortcut = Shortcut(
        "Ctrl+drag from a port", "Move its wires to another port", "Wiring"
    )
    presses = (Press("port", CTRL),)

    def __init__(self, scene: Surface, pointer: Pointer, target: PortRef) -> None:
        self._edges = scene.edges_at_port(target)
        far = tuple(_far_end(edge, target) for edge in self._edges)
        held, side = (far, target.side) if far else ((target,), _other(target))
        super().__init__(scene, pointer, target, held, side)

    def drag(self, pointer: Pointer) -> None:
        for item in map(self.scene.wire_item, self._edges):
            if item is not None:
                item.mark_removed(True)
        super().drag(pointer)

    def refused(self, target: PortRef) -> bool:
        return target == self.origin or super().refused(target)

    def end(self, pointer: Pointer) -> bool:
        target, verdict = self.target, self.verdict
        self.cancel()
        if target is None or verdict is None or not verdict.ok:
            return True
        if self._edges:
            self.scene.rewire_requested.emit(self._edges, target)
        else:
            self.scene.connect_requested.emit(*ends(self.origin, target))
        return True

    def cancel(self) -> None:
        super().cancel()
        for item in map(self.scene.wire_item, self._edges):
            if item is not None:
                item.mark_removed(False)

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        return not edges.isdisjoint(self._edges) or super().needs(things, edges)


def _far_end(edge: Edge, port: PortRef) -> PortRef:
    if port.side == "output":
        return PortRef(edge.target, "input", edge.target_port)
    return PortRef(edge.source, "output", edge.source_port)


def _other(port: PortRef) -> Side:
    return "input" if port.side == "output" else "output"
