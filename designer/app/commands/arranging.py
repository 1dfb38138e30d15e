"""Nodes put in order: laid out, in line, evenly spaced."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from designer.app import marking
from designer.app.commands import Command, always, several_selected
from designer.app.translation import tr
from designer.canvas.alignment import Line, Way, aligned, distributed, straightened
from designer.canvas.geometry import node_sizes
from designer.canvas.routing import Box, Point
from designer.canvas.shown import Thing
from designer.layout import arrange as arranged
from designer.model.document import Document

if TYPE_CHECKING:
    from designer.app.window import MainWindow

_LINES: Mapping[Line, tuple[str, str]] = {
    "left": ("Align left", "mdi6.align-horizontal-left"),
    "centre": ("Align centres", "mdi6.align-horizontal-center"),
    "right": ("Align right", "mdi6.align-horizontal-right"),
    "top": ("Align top", "mdi6.align-vertical-top"),
    "middle": ("Align middles", "mdi6.align-vertical-center"),
    "bottom": ("Align bottom", "mdi6.align-vertical-bottom"),
}
LARGE = 800  # nodes; fewer are laid out before the eye sees it
_WAYS: Mapping[Way, tuple[str, str]] = {
    "across": ("Distribute across", "mdi6.distribute-horizontal-center"),
    "down": ("Distribute down", "mdi6.distribute-vertical-center"),
}


def arrange(window: MainWindow) -> None:
    """Lay out the selected nodes, or all, to the window's shape."""
    state, options = window.controller.state, window.scene.options
    only = state.selection if len(state.selection) > 1 else None
    sizes = node_sizes(state.scene, options)
    lay_out = partial(
        arranged,
        state.document,
        sizes,
        direction=options.direction,
        wrap=window.shape(),
        only=only,
    )

    def put(places: Mapping[str, Point]) -> None:
        if not places.keys() <= window.controller.document.nodes.keys():
            window.controller.say(
                tr("The design has changed meanwhile: arrange it again."), "warning"
            )
            return
        put_in_order = partial(marking.put_in_order, sizes=sizes)
        glide(window, tr("Arrange"), places, put_in_order, fit=only is None)

    if len(state.document.nodes) < LARGE:
        put(lay_out())
    else:
        window.tasks.run(tr("Arrange"), lambda report, stop: lay_out(), put)


def align(line: Line, window: MainWindow) -> None:
    """Bring what is selected into line."""
    glide(window, tr(_LINES[line][0]), aligned(_boxes(window), line))


def distribute(way: Way, window: MainWindow) -> None:
    """Even gaps between what is selected."""
    glide(window, tr(_WAYS[way][0]), distributed(_boxes(window), way))


def straighten(window: MainWindow) -> None:
    """Let the wires among the selected nodes run straight."""
    state = window.controller.state
    places = straightened(state.scene, state.selection, window.scene.options)
    glide(window, tr("Straighten"), places)


def glide(
    window: MainWindow,
    label: str,
    places: Mapping[Any, Point],
    put: Callable[[Document, Mapping[Any, Point]], Document] = marking.move,
    *,
    fit: bool = False,
) -> None:
    """Put things elsewhere as one step of the history, so that the eye can follow."""
    if not places:
        return
    with window.scene.glider.watch():
        window.controller.apply(label, lambda document: put(document, places))
    if fit:
        window.when_shown(window.view.fit_all)


def _boxes(window: MainWindow) -> Mapping[Thing, Box]:
    scene = window.scene
    return {thing: scene.box_of(thing) for thing in scene.selected_things()}


COMMANDS = (
    Command(
        "arrange",
        "Arrange",
        arrange,
        "mdi6.file-tree-outline",
        ("Ctrl+L",),
        "Lay out all nodes, or those selected",
        menu="Block/arrange",
        context=("ground", "several"),
        enabled=always,
    ),
    Command(
        "straighten",
        "Straighten",
        straighten,
        "mdi6.vector-line",
        tip="Let the wires among the selected nodes run straight",
        menu="Block/arrange",
        context=("several",),
        enabled=several_selected,
    ),
    *(
        Command(
            f"align_{line}",
            text,
            partial(align, line),
            icon,
            menu="Block/arrange/Align",
            enabled=several_selected,
        )
        for line, (text, icon) in _LINES.items()
    ),
    *(
        Command(
            f"distribute_{way}",
            text,
            partial(distribute, way),
            icon,
            menu="Block/arrange/Align",
            enabled=several_selected,
        )
        for way, (text, icon) in _WAYS.items()
    ),
)
