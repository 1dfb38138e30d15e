"""A click on a wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.canvas.gestures.base import CTRL, SHIFT, Gesture, Press
from designer.canvas.pointing import Pointer
from designer.canvas.shortcut import Shortcut
from designer.canvas.wire_item import WireItem

if TYPE_CHECKING:
    from designer.canvas.scene import CanvasScene


class SelectWire(Gesture):
    """Select a wire; with Ctrl or Shift, besides those selected."""

    shortcut = Shortcut("Click on a wire", "Select it", "Wiring")
    presses = Press("wire"), Press("wire", CTRL), Press("wire", SHIFT)

    def __init__(self, scene: CanvasScene, pointer: Pointer, target: WireItem) -> None:
        super().__init__(scene, pointer, target)
        if pointer.adding:
            target.setSelected(not target.isSelected())
        else:
            scene.select((), (target.wire.edge,))
