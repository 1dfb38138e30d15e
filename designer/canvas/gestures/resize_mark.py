"""Resizes frames and notes by their edges."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from designer.canvas.gestures.base import Gesture, Press
from designer.canvas.items.mark_items import SMALLEST, MarkItem
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.geometry import snapped
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge


class ResizeMark(Gesture):
    """Drag an edge or a corner; it snaps to the grid."""

    shortcut = Shortcut("Drag the edge of a frame or note", "Give it a size", "Placing")
    presses = (Press("edge"),)

    def __init__(self, scene: Surface, pointer: Pointer, target: MarkItem) -> None:
        super().__init__(scene, pointer, target)
        self._item = target
        self._from = QRectF(target.body)
        self._sides = target.sides_at(pointer.at, pointer.scale)
        scene.select((), (), (target.ref,))

    def held_nodes(self) -> frozenset[Thing]:
        return frozenset((self._item.ref,))

    def drag(self, pointer: Pointer) -> None:
        way = pointer.at - self.started.at
        body = QRectF(self._from)
        aside, along = self._sides
        corner = body.bottomRight() + way
        opposite = body.topLeft() + way
        right, bottom = snapped(*corner.toTuple())
        left, top = snapped(*opposite.toTuple())
        if aside > 0:
            body.setRight(max(right, body.left() + SMALLEST))
        elif aside < 0:
            body.setLeft(min(left, body.right() - SMALLEST))
        if along > 0:
            body.setBottom(max(bottom, body.top() + SMALLEST))
        elif along < 0:
            body.setTop(min(top, body.bottom() - SMALLEST))
        self._item.span(body)

    def end(self, pointer: Pointer) -> bool:
        body = self._item.body
        if self.moved and body != self._from:
            size = (body.width(), body.height())
            self.scene.resize_requested.emit(
                self._item.ref, body.topLeft().toTuple(), size
            )
        return True

    def cancel(self) -> None:
        self._item.span(self._from)

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        return self._item.ref in things
