"""Nodes moved by the hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.canvas.geometry import snapped
from designer.canvas.gestures.base import CTRL, SHIFT, Gesture, Press
from designer.canvas.node_item import NodeItem
from designer.canvas.pointing import Pointer
from designer.canvas.shortcut import Shortcut
from designer.model.document import Edge

if TYPE_CHECKING:
    from designer.canvas.scene import CanvasScene


class MoveNodes(Gesture):
    """Drag the selection, the node in the hand on the grid."""

    shortcut = Shortcut("Drag a node", "Move it, and all that is selected", "Placing")
    presses = Press("node"), Press("node", CTRL), Press("node", SHIFT)

    def __init__(self, scene: CanvasScene, pointer: Pointer, target: NodeItem) -> None:
        super().__init__(scene, pointer, target)
        self._grabbed = target.node.id
        self._was_selected = target.isSelected()
        if pointer.adding:
            scene.toggle_node(self._grabbed)
        elif not self._was_selected:
            scene.select((self._grabbed,))
        self._from = {id: scene.place_of(id) for id in scene.selected_nodes()}

    def held_nodes(self) -> frozenset[str]:
        return frozenset(self._from)

    def drag(self, pointer: Pointer) -> None:
        if self._grabbed not in self._from:  # Ctrl took it out of the selection
            return
        way = pointer.at - self.started.at
        x, y = self._from[self._grabbed]
        to_x, to_y = snapped(x + way.x(), y + way.y())
        self.scene.place(
            {
                id: (from_x + to_x - x, from_y + to_y - y)
                for id, (from_x, from_y) in self._from.items()
            }
        )

    def end(self, pointer: Pointer) -> bool:
        if not self.moved:
            if self._was_selected and not pointer.adding:
                self.scene.select((self._grabbed,))
            return True
        places = {id: self.scene.place_of(id) for id in self._from}
        if places != self._from:
            self.scene.move_requested.emit(places)
        return True

    def cancel(self) -> None:
        self.scene.place(self._from)

    def needs(self, nodes: frozenset[str], edges: frozenset[Edge]) -> bool:
        return not nodes.isdisjoint(self._from)
