"""The base of all gestures. A gesture starts when it is made, shows feedback, and makes its request at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt

from designer.canvas.picture.pointing import ANYTHING, Kind, Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge

SLOP_PX = 4  # a click may move this far

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Press:
    """A press that starts a gesture: what is under the pointer, the keys held, the button."""

    on: Kind = ANYTHING
    keys: Qt.KeyboardModifier = NONE
    button: Qt.MouseButton = Qt.MouseButton.LeftButton


class Gesture:
    """The base of all gestures; it does nothing.

    A new gesture is one module in this package, with a class that says what it is in `shortcut` and which presses
    start it in `presses`.

    Args:
        scene: where it happens; requests are its signals.
        pointer: where it began.
        target: what was under the pointer: a PortRef, a NodeItem, a WireItem, ...
    """

    shortcut: ClassVar[Shortcut]
    presses: ClassVar[tuple[Press, ...]] = ()

    def __init__(self, scene: Surface, pointer: Pointer, target: Any = None) -> None:
        self.scene = scene
        self.started = pointer
        self.moved = False

    def move(self, pointer: Pointer) -> None:
        """The pointer moved."""
        way = (pointer.at - self.started.at) * pointer.scale
        if self.moved or way.manhattanLength() > SLOP_PX:
            self.moved = True
            self.drag(pointer)

    def drag(self, pointer: Pointer) -> None:
        """The pointer moved further than in a click."""

    def end(self, pointer: Pointer) -> bool:
        """The button was released; False keeps the gesture going until the next click."""
        return True

    def cancel(self) -> None:
        """Cancel: Escape was pressed, or its items are gone; everything is restored."""

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        """Whether it depends on one of these nodes, frames, notes and wires."""
        return False

    def held_nodes(self) -> frozenset[Thing]:
        """Dragged nodes, which a new state does not move."""
        return frozenset()

    def held_wires(self) -> frozenset[Edge]:
        """Wires whose dots are dragged."""
        return frozenset()
