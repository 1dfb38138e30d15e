"""Adds a dot to a wire."""

from __future__ import annotations

from designer.canvas.gestures.base import ALT, CTRL, Press
from designer.canvas.gestures.move_dot import MoveDot
from designer.canvas.items.wire_item import WireItem
from designer.canvas.picture.pointing import DotRef, Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.shortcut import Shortcut


class AddDot(MoveDot):
    """Alt-click on a wire adds a dot, which the same press can drag."""

    shortcut = Shortcut(
        "Alt+click on a wire",
        "Put a dot on it, to lead it another way",
        "Wiring",
        "Or drag the wire. Where the window manager takes Alt, hold Ctrl as well.",
    )
    presses = Press("wire", ALT), Press("wire", CTRL | ALT)

    def __init__(self, scene: Surface, pointer: Pointer, target: WireItem) -> None:
        edge = target.wire.edge
        dots = scene.dots_of(edge)
        index = target.dots_before(pointer.at, dots)
        super().__init__(scene, pointer, DotRef(edge, index))
        self._hold(edge, (*dots[:index], pointer.at.toTuple(), *dots[index:]), index)
        self.drag(pointer)

    def end(self, pointer: Pointer) -> bool:
        self.scene.bend_requested.emit(self._edge, self._dots)
        return True
