"""Selects a wire by a click, or bends it by a drag."""

from __future__ import annotations

from designer.canvas.gestures.add_dot import AddDot
from designer.canvas.gestures.base import CTRL, SHIFT, Gesture, Press
from designer.canvas.items.wire_item import WireItem
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge

SHORTCUTS = (Shortcut("Drag a wire", "Bend it: a dot follows the pointer", "Wiring"),)


class SelectWire(Gesture):
    """Selects a wire; with Ctrl or Shift, adds it to the selection. A drag adds a dot."""

    shortcut = Shortcut("Click on a wire", "Select it", "Wiring")
    presses = Press("wire"), Press("wire", CTRL), Press("wire", SHIFT)

    def __init__(self, scene: Surface, pointer: Pointer, target: WireItem) -> None:
        super().__init__(scene, pointer, target)
        self._wire = target
        self._edge = target.wire.edge
        if pointer.adding:
            target.setSelected(not target.isSelected())
        else:
            scene.select((), (self._edge,))

    def drag(self, pointer: Pointer) -> None:
        bending = AddDot(self.scene, self.started, self._wire)
        bending.moved = True
        bending.drag(pointer)
        self.scene.gesture = bending

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        return self._edge in edges
