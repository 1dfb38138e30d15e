"""Commands that edit wires from the keyboard: connect, disconnect, pull out, dots."""

from __future__ import annotations

from itertools import pairwise

from designer.app.command import Command, selected, several_selected
from designer.app.edits import nodes as editing
from designer.app.text.translation import tr
from designer.app.workbench import Workbench
from designer.canvas.values.geometry import snapped
from designer.canvas.values.theme import GRID
from designer.model.document import Document, Edge

ASIDE = 5 * GRID  # between a node that was pulled out and where it was


def connect(workbench: Workbench) -> None:
    """Wire the selected nodes one after another, in the order of the flow."""
    scene, controller = workbench.scene, workbench.controller
    along = 0 if scene.options.direction == "right" else 1
    ids = sorted(controller.state.selection, key=lambda id: scene.place_of(id)[along])

    def edit(document: Document) -> editing.Edited:
        for source, target in pairwise(ids):
            document = editing.connect_next(
                document, source, target, catalog=controller.signatures
            )
        return document, controller.state.selection

    controller.apply(tr("Connect {count} nodes").format(count=len(ids)), edit)


def disconnect(workbench: Workbench) -> None:
    """Cut the wires that are selected, and all of the nodes that are."""
    scene = workbench.scene
    edges = dict.fromkeys(scene.selected_edges())
    for id in scene.selected_nodes():
        edges.update(dict.fromkeys(scene.edges_at(id)))
    if edges:
        scene.disconnect_requested.emit(tuple(edges))


def pull_out(workbench: Workbench) -> None:
    """Take the selected nodes out of their wires, reconnect the rest, and place the nodes next to the flow."""
    scene = workbench.scene
    ids = scene.selected_nodes()
    if not ids:
        return
    bounds = scene.bounds_of(ids)
    right = scene.options.direction == "right"
    x, y = (0, bounds.height() + ASIDE) if right else (bounds.width() + ASIDE, 0)
    places = {}
    for id in ids:
        at = scene.place_of(id)
        places[id] = snapped(at[0] + x, at[1] + y)
    scene.pull_out_requested.emit(places)


def insert(workbench: Workbench) -> None:
    """Search a block to insert into the selected wire."""
    if _wire(workbench) is not None:
        workbench.scene.search_requested.emit(workbench.where(), None)


def add_dot(workbench: Workbench) -> None:
    """Add a dot to the selected wire, where its menu was opened."""
    edge = _wire(workbench)
    item = edge and workbench.scene.wire_item(edge)
    if edge is None or not item:
        return
    dots = workbench.scene.dots_of(edge)
    at = workbench.where() if workbench.pointed is not None else item.pill.center()
    place = item.dots_before(at, dots)
    new = snapped(*at.toTuple())
    workbench.scene.bend_requested.emit(edge, (*dots[:place], new, *dots[place:]))


def remove_dots(workbench: Workbench) -> None:
    edge = _wire(workbench)
    if edge is not None and workbench.scene.dots_of(edge):
        workbench.scene.bend_requested.emit(edge, ())


def _wire(workbench: Workbench) -> Edge | None:
    """The selected wire; if there is not exactly one, a notice asks for it."""
    edges = workbench.scene.selected_edges()
    if len(edges) == 1:
        return edges[0]
    workbench.controller.say(tr("Select one wire first: click it."))
    return None


COMMANDS = (
    Command(
        "connect",
        "Connect",
        connect,
        "mdi6.connection",
        ("C",),
        "Wire the selected nodes one after another",
        on_canvas=True,
        menu="Block/wires",
        context=("several",),
        enabled=several_selected,
    ),
    Command(
        "disconnect",
        "Disconnect",
        disconnect,
        "mdi6.power-plug-off-outline",
        ("Shift+C",),
        "Cut all wires of what is selected",
        on_canvas=True,
        menu="Block/wires",
        context=("node", "several"),
    ),
    Command(
        "pull_out",
        "Pull out",
        pull_out,
        "mdi6.arrow-expand-right",
        ("Ctrl+Shift+X",),
        "Take the selected nodes out of their wires, and heal these; Alt+drag does the same",
        menu="Block/wires",
        context=("node", "several"),
        enabled=selected,
    ),
    Command(
        "insert_in_wire",
        "Insert a block…",
        insert,
        "mdi6.plus",
        tip="Find a block that goes into the selected wire; Tab does the same",
        menu="Block/wires",
        context=("wire",),
    ),
    Command(
        "add_dot",
        "Put a dot here",
        add_dot,
        "mdi6.vector-point-plus",
        tip="Lead the wire another way; Alt+click or dragging the wire does the same",
        menu="Block/wires",
        context=("wire",),
    ),
    Command(
        "remove_dots",
        "Take its dots away",
        remove_dots,
        "mdi6.vector-line",
        menu="Block/wires",
        context=("wire",),
    ),
)
