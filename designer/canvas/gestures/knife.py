"""Cuts the wires that a drawn line crosses."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt

from designer.canvas.gestures.base import CTRL, Gesture, Press
from designer.canvas.items.wire_item import WireItem
from designer.canvas.picture.overlays import CutLine
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge


class Knife(Gesture):
    """Ctrl and a drag with the right button draw a line; the wires that it crosses are cut when it ends."""

    shortcut = Shortcut(
        "Ctrl+right drag",
        "Cut the wires that the line crosses",
        "Wiring",
        "With one button: select wires and press Delete.",
    )
    presses = (Press(keys=CTRL, button=Qt.MouseButton.RightButton),)

    def __init__(self, scene: Surface, pointer: Pointer, target: object = None) -> None:
        super().__init__(scene, pointer, target)
        self._at = pointer.at
        self._doomed: dict[Edge, WireItem] = {}
        self._line = CutLine(scene.look)
        self._line.start(pointer.at)
        scene.addItem(self._line)

    def drag(self, pointer: Pointer) -> None:
        step = QLineF(self._at, pointer.at)
        self._at = pointer.at
        self._line.go_to(pointer.at)
        box = QRectF(step.p1(), step.p2()).normalized().adjusted(-1, -1, 1, 1)
        for item in self.scene.items(
            box, Qt.ItemSelectionMode.IntersectsItemBoundingRect
        ):
            if isinstance(item, WireItem) and item.crossed_by(step):
                item.mark_removed(True)
                self._doomed[item.wire.edge] = item

    def end(self, pointer: Pointer) -> bool:
        edges = tuple(self._doomed)
        self.cancel()
        if edges:
            self.scene.disconnect_requested.emit(edges)
        elif not self.moved:
            self.scene.ask_menu(pointer)
        return True

    def cancel(self) -> None:
        self.scene.removeItem(self._line)
        for item in self._doomed.values():
            item.mark_removed(False)
        self._doomed = {}

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        return not edges.isdisjoint(self._doomed)
