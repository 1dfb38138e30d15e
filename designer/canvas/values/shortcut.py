"""Keys and gestures of the canvas, described where they are implemented; the shortcuts page is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import walk_packages


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys or a mouse gesture, and their effect.

    Args:
        keys: "Alt+click on a port"; the plus sign joins keys.
        does: what happens, as a command: "Break its wires".
        section: its heading.
        note: where it does not work, and what does instead.
    """

    keys: str
    does: str
    section: str
    note: str = ""


@cache
def gesture_shortcuts() -> tuple[Shortcut, ...]:
    """All shortcuts of the canvas: the `shortcut` of each gesture, and the `SHORTCUTS` of modules, once each."""
    package = import_module("designer.canvas")
    found: dict[Shortcut, None] = {}
    for info in walk_packages(package.__path__, "designer.canvas."):
        module = import_module(info.name)
        for _, kind in getmembers(module, isclass):
            shortcut = vars(kind).get("shortcut")
            if kind.__module__ == info.name and isinstance(shortcut, Shortcut):
                found[shortcut] = None
        for shortcut in getattr(module, "SHORTCUTS", ()):
            found[shortcut] = None
    return tuple(found)
