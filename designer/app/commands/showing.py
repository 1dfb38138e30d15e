"""Commands that switch options of the canvas, which are saved in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from designer.app.command import Command
from designer.app.workbench import Workbench

# For each option: its values when on and off, its text in menus, its tooltip in the tool bar.
_SWITCHES: Mapping[str, tuple[Any, Any, str, str]] = {
    "parameters": (True, False, "Parameters on nodes", "Show the settings that matter"),
    "shapes": (True, False, "Shapes", "Show shapes on nodes and wires"),
    "costs": (True, False, "Cost bars", "Show each node's share of the MACs"),
    "direction": ("right", "down", "Flow to the right", "Inputs left, outputs right"),
    "wire_style": ("orthogonal", "curved", "Orthogonal wires", "Wires with corners"),
    "guides": (True, False, "Snap to neighbours", "Guides while nodes are moved"),
    "minimap": (True, False, "Minimap", "The whole network in a corner"),
    "motion": (True, False, "Motion", "Nodes glide to their places"),
    "wheel": ("scroll", "zoom", "Wheel scrolls", "Ctrl and the wheel zoom then"),
}

_KEYS = {"minimap": ("M",)}


def switch(option: str, workbench: Workbench) -> None:
    """Switch an option."""
    on, off, *_ = _SWITCHES[option]
    view = workbench.settings_store.settings.view
    value = off if getattr(view, option) == on else on
    workbench.settings_store.keep(view=replace(view, **{option: value}))


def _is_on(option: str, workbench: Workbench) -> bool:
    on, *_ = _SWITCHES[option]
    return bool(getattr(workbench.settings_store.settings.view, option) == on)


COMMANDS = tuple(
    Command(
        f"show_{option}",
        text,
        partial(switch, option),
        keys=_KEYS.get(option, ()),
        on_canvas=option in _KEYS,
        tip=tip,
        menu="View/show/Canvas",
        checked=partial(_is_on, option),
    )
    for option, (_, _, text, tip) in _SWITCHES.items()
)
