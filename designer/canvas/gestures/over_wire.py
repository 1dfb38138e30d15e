"""The wire that a node in the hand would go into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem

from designer.canvas.node_item import NodeItem
from designer.canvas.pointing import Pointer, wire_at, wire_in
from designer.model.document import Edge

if TYPE_CHECKING:
    from designer.canvas.scene import CanvasScene

HEART = 0.15  # of a node's width and height, on either side of its middle


class OverWire:
    """Lights the wire under the pointer, or under the middle of the node that the hand holds. Alt prevents it."""

    def __init__(self, scene: CanvasScene, item: QGraphicsItem | None) -> None:
        self._scene = scene
        self._fits = (
            isinstance(item, NodeItem)
            and bool(item.node.inputs and item.node.outputs)
            and not scene.edges_at(item.node.id)
        )
        self.edge: Edge | None = None

    def watch(self, pointer: Pointer, body: QRectF) -> None:
        """The hand has moved; the node's body is there now."""
        wire = None
        if self._fits and not pointer.modifiers & Qt.KeyboardModifier.AltModifier:
            wide, high = HEART * body.width(), HEART * body.height()
            middle = body.center()
            heart = QRectF(middle.x() - wide, middle.y() - high, 2 * wide, 2 * high)
            wire = wire_at(self._scene, pointer) or wire_in(self._scene, heart)
        self._light(wire.wire.edge if wire else None)

    def clear(self) -> None:
        """No wire is lit any more."""
        self._light(None)

    def _light(self, edge: Edge | None) -> None:
        if edge == self.edge:
            return
        for lit, on in ((self.edge, False), (edge, True)):
            item = lit and self._scene.wire_item(lit)
            if item:
                item.light(on)
        self.edge = edge
