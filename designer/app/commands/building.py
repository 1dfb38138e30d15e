"""Commands that find and add blocks."""

from __future__ import annotations

from designer.app.command import Command
from designer.app.workbench import Workbench


def add(workbench: Workbench) -> None:
    """The search popup at the pointer; the start page gives way to the canvas."""
    workbench.canvas_wanted.emit()
    workbench.scene.search_requested.emit(workbench.where(), None)


def search(workbench: Workbench) -> None:
    """Move the focus to the palette's search."""
    line = workbench.show_panel("palette").search
    line.setFocus()
    line.selectAll()


COMMANDS = (
    Command(
        "add",
        "Add a block…",
        add,
        "mdi6.plus",
        ("Shift+A",),
        "Find a block and place it; Tab does the same",
        on_canvas=True,
        menu="Block/add",
        context=("ground",),
    ),
    Command(
        "find",
        "Find on the canvas…",
        lambda workbench: workbench.find_wanted.emit(),
        "mdi6.text-search",
        ("Ctrl+F",),
        "Nodes by name, block, parameter or problem",
        menu="Edit/find",
    ),
    Command(
        "search",
        "Search blocks",
        search,
        "mdi6.magnify",
        ("Ctrl+Shift+F",),
        "Into the search of the palette",
        menu="Edit/find",
    ),
)
