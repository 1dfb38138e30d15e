"""Drops a block dragged from the palette."""

from __future__ import annotations

from designer.canvas.gestures.base import CTRL, Gesture
from designer.canvas.gestures.over_wire import OverWire
from designer.canvas.items.node_item import NodeItem
from designer.canvas.picture.overlays import OVER
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.geometry import snapped
from designer.canvas.values.scene_state import block_state
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge

SHORTCUTS = (
    Shortcut(
        "Drag a block onto a wire", "Insert it; hold Alt to place it beside", "Wiring"
    ),
)


class DropBlock(Gesture):
    """Shows a ghost of the block at the cursor; over a wire, the block is inserted into it. Alt prevents that.

    Let go with Ctrl held, it hangs there again: each click places one more.
    """

    shortcut = Shortcut(
        "Drag a block from the palette",
        "Place it; with Ctrl held, go on placing by clicks until Esc",
        "Placing",
    )

    def __init__(self, scene: Surface, pointer: Pointer, target: str) -> None:
        super().__init__(scene, pointer, target)
        self.block = block = target
        state = block_state(block, scene.catalog)
        self._ghost = NodeItem(scene.look, state)
        self._wire = OverWire(scene, ghost=self._ghost)
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
        self._wire.watch(pointer, self._ghost.body)

    def end(self, pointer: Pointer) -> bool:
        self.drag(pointer)
        edge, at = self._wire.edge, self._ghost.pos()
        again = bool(pointer.modifiers & CTRL)
        self._wire.clear()
        if not again:
            self.cancel()
        self.scene.drop_requested.emit(self.block, at, edge)
        return not again

    def cancel(self) -> None:
        self._wire.clear()
        self.scene.removeItem(self._ghost)

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        return self._wire.needs(things, edges)
