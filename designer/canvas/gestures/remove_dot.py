"""Removes a dot from a wire."""

from __future__ import annotations

from designer.canvas.gestures.base import ALT, CTRL, Gesture, Press
from designer.canvas.picture.pointing import DotRef, Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge


class RemoveDot(Gesture):
    """Alt-click on a dot removes it."""

    shortcut = Shortcut(
        "Alt+click on a dot",
        "Take it away",
        "Wiring",
        "Where the window manager takes Alt, hold Ctrl as well.",
    )
    presses = Press("dot", ALT), Press("dot", CTRL | ALT)

    def __init__(self, scene: Surface, pointer: Pointer, target: DotRef) -> None:
        super().__init__(scene, pointer, target)
        self._dot = target

    def end(self, pointer: Pointer) -> bool:
        edge, index = self._dot.edge, self._dot.index
        dots = self.scene.dots_of(edge)
        if not self.moved and index < len(dots):
            self.scene.bend_requested.emit(edge, dots[:index] + dots[index + 1 :])
        return True

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        return self._dot.edge in edges
