"""Commands that arrange nodes: lay out, align, distribute."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from designer.app.command import Command, always, several_selected
from designer.app.edits import marks as marking
from designer.app.text.translation import tr
from designer.app.workbench import Workbench
from designer.canvas.routes.alignment import (
    Line,
    Way,
    aligned,
    distributed,
    straightened,
)
from designer.canvas.routes.routing import Box, Point
from designer.canvas.values.geometry import node_sizes
from designer.canvas.values.values import Thing
from designer.layout import arrange as arranged
from designer.model.document import Document

_LINES: Mapping[Line, tuple[str, str]] = {
    "left": ("Align left", "mdi6.align-horizontal-left"),
    "centre": ("Align centres", "mdi6.align-horizontal-center"),
    "right": ("Align right", "mdi6.align-horizontal-right"),
    "top": ("Align top", "mdi6.align-vertical-top"),
    "middle": ("Align middles", "mdi6.align-vertical-center"),
    "bottom": ("Align bottom", "mdi6.align-vertical-bottom"),
}
LARGE = 800  # nodes; fewer are laid out without a visible delay
_WAYS: Mapping[Way, tuple[str, str]] = {
    "across": ("Distribute across", "mdi6.distribute-horizontal-center"),
    "down": ("Distribute down", "mdi6.distribute-vertical-center"),
}


def arrange(workbench: Workbench) -> None:
    """Lay out the selected nodes, or all, for the aspect ratio of the window."""
    state, options = workbench.controller.state, workbench.scene.options
    only = state.selection if len(state.selection) > 1 else None
    sizes = node_sizes(state.scene, options)
    lay_out = partial(
        arranged,
        state.document,
        sizes,
        direction=options.direction,
        wrap=workbench.files.shape(),
        only=only,
    )

    def put(places: Mapping[str, Point]) -> None:
        if not places.keys() <= workbench.controller.document.nodes.keys():
            workbench.controller.say(
                tr("The design has changed meanwhile: arrange it again."), "warning"
            )
            return
        put_in_order = partial(marking.put_in_order, sizes=sizes)
        glide(workbench, tr("Arrange"), places, put_in_order, fit=only is None)

    if len(state.document.nodes) < LARGE:
        put(lay_out())
    else:
        workbench.tasks.run(tr("Arrange"), lambda report, stop: lay_out(), put)


def align(line: Line, workbench: Workbench) -> None:
    """Align the selection."""
    glide(workbench, tr(_LINES[line][0]), aligned(_boxes(workbench), line))


def distribute(way: Way, workbench: Workbench) -> None:
    """Distribute the selection with even gaps."""
    glide(workbench, tr(_WAYS[way][0]), distributed(_boxes(workbench), way))


def straighten(workbench: Workbench) -> None:
    """Straighten the wires between the selected nodes."""
    state = workbench.controller.state
    places = straightened(state.scene, state.selection, workbench.scene.options)
    glide(workbench, tr("Straighten"), places)


def glide(
    workbench: Workbench,
    label: str,
    places: Mapping[Any, Point],
    put: Callable[[Document, Mapping[Any, Point]], Document] = marking.move,
    *,
    fit: bool = False,
) -> None:
    """Move things as one step of the history, with an animation."""
    if not places:
        return
    with workbench.scene.glider.watch():
        workbench.controller.apply(label, lambda document: put(document, places))
    if fit:
        workbench.when_shown(workbench.view.fit_all)


def _boxes(workbench: Workbench) -> Mapping[Thing, Box]:
    scene = workbench.scene
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
