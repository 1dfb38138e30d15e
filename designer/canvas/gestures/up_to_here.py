"""Shows everything up to a node."""

from __future__ import annotations

from designer.canvas.gestures.base import CTRL, SHIFT, Gesture, Press
from designer.canvas.items.node_item import NodeItem
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.shortcut import Shortcut


class UpToHere(Gesture):
    """Ctrl+Shift+click highlights everything up to a node and shows its totals; again, it ends."""

    shortcut = Shortcut(
        "Ctrl+Shift+click on a node",
        "Show shape, receptive field and cost of everything up to it; Esc ends that",
        "Seeing",
    )
    presses = (Press("node", CTRL | SHIFT),)

    def __init__(self, scene: Surface, pointer: Pointer, target: NodeItem) -> None:
        super().__init__(scene, pointer, target)
        self._node = target.node.id

    def end(self, pointer: Pointer) -> bool:
        if not self.moved:
            self.scene.up_to_requested.emit(self._node)
        return True
