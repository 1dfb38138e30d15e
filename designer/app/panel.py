"""Defines a panel, and collects the table of all panels.

A new panel is a module of `panels` with a `PANEL`, or a folder there whose `panel.py` has it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from designer.app.workbench import Workbench

Area = Literal["left", "right", "bottom"]


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel: its title, icon, dock area, and the function that makes its widget.

    Args:
        title: over it and in the View menu; translated where it is shown.
        icon: of qtawesome.
        area: where it docks at first. Panels of one area lie behind each other as tabs.
        make: makes the widget, with `show_state(state)` and `set_theme(theme)`, when it is first seen.
            What its signal `counted(text, role)` carries, if it has one, is shown next to the title.
        shown: whether it is open the first time.
        width: its first width in pixels, or at the bottom its first height.
        place: where its tab is among those of its area.
    """

    id: str
    title: str
    icon: str
    area: Area
    make: Callable[[Workbench], Any]
    shown: bool = True
    width: int = 320
    place: int = 100


@cache
def panels() -> Mapping[str, Panel]:
    """All panels by id, in the order of their tabs."""
    package = importlib.import_module("designer.app.panels")
    found = []
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        name = f"{module.name}.panel" if module.ispkg else module.name
        found.append(importlib.import_module(name).PANEL)
    return {panel.id: panel for panel in sorted(found, key=lambda p: (p.place, p.id))}
