"""A block dragged from the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from designer.canvas.geometry import snapped
from designer.canvas.gestures.base import Gesture
from designer.canvas.node_item import NodeItem
from designer.canvas.overlays import OVER
from designer.canvas.pointing import Pointer, wire_at
from designer.canvas.shortcut import Shortcut
from designer.canvas.state import block_state
from designer.canvas.wire_item import WireItem
from designer.model.document import Edge

if TYPE_CHECKING:
    from designer.canvas.scene import CanvasScene


class DropBlock(Gesture):
    """A block from the palette: its ghost hangs at the cursor; over a wire, it would go into it. Alt prevents that."""

    shortcut = Shortcut(
        "Drag a block onto a wire", "Insert it; hold Alt to place it beside", "Wiring"
    )

    def __init__(self, scene: CanvasScene, pointer: Pointer, target: str) -> None:
        super().__init__(scene, pointer, target)
        self.block = block = target
        self.wire: WireItem | None = None
        state = block_state(block, scene.catalog)
        self._inserts = bool(state.inputs and state.outputs)
        self._ghost = NodeItem(scene.look, state)
        self._ghost.setOpacity(0.75)
        self._ghost.setZValue(OVER)
        scene.addItem(self._ghost)
        self.drag(pointer)

    def drag(self, pointer: Pointer) -> None:
        body = self._ghost.body
        self._ghost.setPos(
            *snapped(
                pointer.at.x() - body.width() / 2, pointer.at.y() - body.height() / 2
            )
        )
        prevented = pointer.modifiers & Qt.KeyboardModifier.AltModifier
        wire = None
        if self._inserts and not prevented:
            wire = wire_at(self.scene, pointer)
        if wire is not self.wire:
            self._over(wire)

    def end(self, pointer: Pointer) -> bool:
        self.drag(pointer)
        edge = self.wire.wire.edge if self.wire else None
        at = self._ghost.pos()
        self.cancel()
        self.scene.drop_requested.emit(self.block, at, edge)
        return True

    def cancel(self) -> None:
        self._over(None)
        self.scene.removeItem(self._ghost)

    def needs(self, nodes: frozenset[str], edges: frozenset[Edge]) -> bool:
        return self.wire is not None and self.wire.wire.edge in edges

    def _over(self, wire: WireItem | None) -> None:
        if self.wire is not None:
            self.wire.light(False)
        self.wire = wire
        if wire is not None:
            wire.light(True)
