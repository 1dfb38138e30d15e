"""Blocks: finding and adding them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from designer.app.commands import Command

if TYPE_CHECKING:
    from designer.app.window import MainWindow


def add(window: MainWindow) -> None:
    """The search popup where the hand points; the start page makes way for the canvas."""
    window.start_page.leave()
    window.binding.search(window.where(), None)


def add_from_palette(window: MainWindow, block: str) -> None:
    """Enter in the palette: after the selected node, else in the middle of what is seen."""
    window.binding.place(block, QPointF(window.binding.centre()))


def search(window: MainWindow) -> None:
    """Into the palette's search."""
    window.docks.bring("palette")
    line = window.panel("palette").search
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
        lambda window: window.find_bar.ask(),
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
