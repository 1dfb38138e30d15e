"""Blocks: adding and arranging them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from designer.app.commands import Command
from designer.app.translation import tr
from designer.canvas.geometry import node_sizes
from designer.layout import arrange as arranged
from designer.model.edits import move_nodes

if TYPE_CHECKING:
    from designer.app.window import MainWindow


def add(window: MainWindow) -> None:
    """The search popup where the hand points."""
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


def arrange(window: MainWindow) -> None:
    """Lay out the selected nodes, or all."""
    controller = window.controller
    chosen = controller.state.selection
    only = chosen if len(chosen) > 1 else None
    places = arranged(
        controller.document,
        node_sizes(controller.state.scene),
        wrap=window.shape(),
        only=only,
    )
    controller.apply(tr("Arrange"), lambda document: move_nodes(document, places))
    if only is None:
        window.view.fit_all()


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
        "search",
        "Search blocks",
        search,
        "mdi6.magnify",
        ("Ctrl+F",),
        menu="Edit/find",
    ),
    Command(
        "arrange",
        "Arrange",
        arrange,
        "mdi6.file-tree-outline",
        ("Ctrl+L",),
        "Lay out all nodes, or those selected",
        menu="Block/arrange",
        context=("ground", "several"),
    ),
)
