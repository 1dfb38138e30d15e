"""Which press starts which gesture: one table, collected from the gestures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from PySide6.QtCore import Qt

from designer.canvas.gestures.base import ALT, CTRL, NONE, SHIFT, Gesture, Press
from designer.canvas.picture.pointing import ANYTHING, Kind

HELD = CTRL | SHIFT | ALT  # a number pad's or a layout's own modifiers do not count


@cache
def table() -> Mapping[Press, type[Gesture]]:
    """Every press that starts a gesture. Two gestures for the same press are a programming error."""
    package = __name__.rpartition(".")[0]
    found: dict[Press, type[Gesture]] = {}
    for info in iter_modules(import_module(package).__path__, f"{package}."):
        for kind in vars(import_module(info.name)).values():
            if not isinstance(kind, type) or kind.__module__ != info.name:
                continue
            for press in getattr(kind, "presses", ()):
                if found.setdefault(press, kind) is not kind:
                    raise ValueError(f"{press} starts {found[press]} and {kind}")
    return MappingProxyType(found)


def gesture_for(
    on: Kind, keys: Qt.KeyboardModifier, button: Qt.MouseButton
) -> type[Gesture] | None:
    """The gesture of a press, None where it starts none.

    The item under the pointer has priority over gestures that start anywhere. For the left button, unused modifiers
    are ignored.
    """
    keys &= HELD
    presses = [Press(on, keys, button), Press(ANYTHING, keys, button)]
    if button is Qt.MouseButton.LeftButton:
        presses.append(Press(on, NONE, button))
    return next((table()[press] for press in presses if press in table()), None)
