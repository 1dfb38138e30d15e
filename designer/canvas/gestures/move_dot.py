"""Moves a dot of a wire."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPointF

from designer.canvas.gestures.base import CTRL, SHIFT, Gesture, Press
from designer.canvas.picture.pointing import DotRef, Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.geometry import snapped
from designer.canvas.values.scene_state import PortRef
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge

ALIGNS = 7.0  # nearer than this, a dot snaps into line with its neighbour


class MoveDot(Gesture):
    """Drag a dot: the wire follows. A click selects the wire."""

    shortcut = Shortcut("Drag a dot of a wire", "Lead the wire another way", "Wiring")
    presses: ClassVar[tuple[Press, ...]] = (
        Press("dot"),
        Press("dot", CTRL),
        Press("dot", SHIFT),
    )

    def __init__(self, scene: Surface, pointer: Pointer, target: DotRef) -> None:
        super().__init__(scene, pointer, target)
        self._hold(target.edge, scene.dots_of(target.edge), target.index)

    def _hold(
        self, edge: Edge, dots: tuple[tuple[float, float], ...], index: int
    ) -> None:
        self._edge, self._dots, self._index = edge, dots, index

    def drag(self, pointer: Pointer) -> None:
        dots = list(self._dots)
        dots[self._index] = self._aligned(pointer.at)
        self._dots = tuple(dots)
        self.scene.bend(self._edge, self._dots)

    def _aligned(self, at: QPointF) -> tuple[float, float]:
        """Align with the dot or port before or after if close, else snap to the grid."""
        edge, scene = self._edge, self.scene
        start = scene.port_position(PortRef(edge.source, "output", edge.source_port))
        end = scene.port_position(PortRef(edge.target, "input", edge.target_port))
        way = [start.toTuple(), *self._dots, end.toTuple()]
        near = way[self._index], way[self._index + 2]
        x, y = snapped(*at.toTuple())
        x = next((one for one, _ in near if abs(one - at.x()) < ALIGNS), x)
        y = next((one for _, one in near if abs(one - at.y()) < ALIGNS), y)
        return x, y

    def end(self, pointer: Pointer) -> bool:
        if self.moved:
            self.scene.bend_requested.emit(self._edge, self._dots)
        else:
            self.scene.select((), (self._edge,))
        return True

    def cancel(self) -> None:
        self.scene.bend(self._edge, None)

    def held_wires(self) -> frozenset[Edge]:
        return frozenset((self._edge,))

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        return self._edge in edges
