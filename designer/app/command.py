"""Defines a command, and collects the table of all commands.

Menus, tool bar, context menus, the command palette and the shortcuts page are made from it. A new command is one entry
in one module of `commands`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QKeySequence

from designer.app.session.state import State
from designer.app.text.translation import later
from designer.app.workbench import Workbench


def always(state: State) -> bool:
    """Enabled in every state."""
    return True


def selected(state: State) -> bool:
    """Whether anything is selected."""
    return bool(state.selection)


def one_selected(state: State) -> bool:
    return len(state.selection) == 1


def several_selected(state: State) -> bool:
    return len(state.selection) > 1


NEEDS: Mapping[Callable[[State], bool], str] = {
    selected: later("Select a node first"),
    one_selected: later("Select one node first"),
    several_selected: later("Select several nodes first"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its text, keys, menu, and the function that runs it.

    Args:
        text: what menus call it; translated where it is shown.
        run: does it.
        icon: of qtawesome.
        keys: the first is shown in menus.
        tip: its tooltip in the tool bar, where that is more than its text.
        on_canvas: its keys work while the canvas has the focus, and are letters elsewhere.
        menu: `Menu/group`, or `Menu/group/Submenu`; empty for none.
        context: the context menus with it: `node`, `several`, `composite`, `wire`, `ground`, `frame`, `note`.
        enabled: whether it can be given now.
        needs: why it is not enabled; by default, the entry of NEEDS for `enabled`.
        checked: for a switch, whether it is on.
        label: what menus call it now, where that varies (already translated).
        repeats: whether it repeats while its key is held.
    """

    id: str
    text: str
    run: Callable[[Workbench], object]
    icon: str = ""
    keys: tuple[str, ...] = ()
    tip: str = ""
    on_canvas: bool = False
    menu: str = ""
    context: tuple[str, ...] = ()
    enabled: Callable[[State], bool] = always
    needs: str = ""
    checked: Callable[[Workbench], bool] | None = None
    label: Callable[[State], str] | None = None
    repeats: bool = True

    @property
    def need(self) -> str:
        """What must be done to enable the command; empty where it always is enabled."""
        return self.needs or NEEDS.get(self.enabled, "")


# Menus in the bar's order, and the groups of each; `>Title` is a submenu that is filled elsewhere. A group that is not
# named here comes last in its menu.
MENUS: Mapping[str, tuple[str, ...]] = {
    "File": ("new", "open", ">Open recent", "save", "export", "print", "quit"),
    "Edit": ("history", "clipboard", "select", "find", "settings"),
    "Block": ("add", "edit", "composite", "rows", "wires", "arrange", "notes"),
    "View": ("zoom", "fit", "show", "look", ">Panels", "places", "problems"),
    "Templates": ("gallery",),
    "Help": ("learn", "keys", "desktop", "about"),
}

TOOLS = (
    "new",
    "new_from_template",
    "open",
    "save",
    "",
    "undo",
    "redo",
    "",
    "add",
    "arrange",
    "",
    "zoom_out",
    "zoom_in",
    "fit",
)


@cache
def commands() -> Mapping[str, Command]:
    """All commands by id, module by module."""
    found: dict[str, Command] = {}
    package = importlib.import_module("designer.app.commands")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        for command in importlib.import_module(module.name).COMMANDS:
            if command.id in found:
                raise ValueError(f"Two commands have the id {command.id}.")
            found[command.id] = command
    return found


def in_groups(menu: str) -> list[tuple[str, list[Command]]]:
    """A menu's commands under its groups, in the order that they are shown in."""
    groups: dict[str, list[Command]] = {group: [] for group in MENUS.get(menu, ())}
    for command in commands().values():
        title, _, place = command.menu.partition("/")
        if title == menu:
            groups.setdefault(place.split("/")[0], []).append(command)
    return list(groups.items())


def menu_titles() -> list[str]:
    """The menus of the bar; one that the table does not name is placed before Help."""
    others = {command.menu.partition("/")[0] for command in commands().values()}
    others -= {"", *MENUS}
    *first, last = MENUS
    return [*first, *sorted(others), last]


def keys_text(command: Command) -> Sequence[str]:
    """Its shortcuts in the platform's notation."""
    native = QKeySequence.SequenceFormat.NativeText
    return [QKeySequence(keys).toString(native) for keys in command.keys]
