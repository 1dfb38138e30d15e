"""Commands for frames, notes, colours, and muted or collapsed nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QCursor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from designer.app.command import Command, one_selected, selected
from designer.app.edits import marks as marking
from designer.app.edits.nodes import free_place
from designer.app.session.state import State
from designer.app.text.translation import tr
from designer.app.workbench import Workbench
from designer.canvas.values.geometry import node_sizes, snapped
from designer.canvas.values.theme import GRID, LIGHT
from designer.canvas.values.values import MarkRef, TextRef, Thing
from designer.model.document import Document
from designer.model.edits import (
    add_frame,
    add_note,
    frame_nodes,
    set_collapsed,
    set_colour,
    set_muted,
)

FRAME_SIZE = (48.0 * GRID, 32.0 * GRID)
NOTE_SIZE = (30.0 * GRID, 12.0 * GRID)
SWATCH_PX = 14

_COLOURS = {
    "slate": "Slate",
    "blue": "Blue",
    "teal": "Teal",
    "violet": "Violet",
    "amber": "Amber",
    "green": "Green",
    "rose": "Rose",
    "cyan": "Cyan",
    "brown": "Brown",
}


def frame(workbench: Workbench) -> None:
    """Add a frame around the selected nodes, or an empty one at the pointer; its title is edited at once."""
    controller = workbench.controller
    ids = controller.state.selection
    sizes = node_sizes(controller.state.scene, workbench.scene.options)
    at = _corner(workbench, FRAME_SIZE)

    def edit(document: Document) -> tuple[Document, str]:
        title = tr("Frame")
        if ids:
            return frame_nodes(document, ids, title, sizes=sizes)
        return add_frame(document, title, at=at, size=FRAME_SIZE)

    _add(workbench, "frame", tr("Add a frame"), edit)


def note(workbench: Workbench) -> None:
    """Add a note at the pointer, or next to the nodes there, which would cover it; its text is edited at once."""
    state, options = workbench.controller.state, workbench.scene.options
    at = free_place(
        state.document,
        node_sizes(state.scene, options),
        _corner(workbench, NOTE_SIZE),
        options.direction,
    )
    _add(
        workbench,
        "note",
        tr("Add a note"),
        lambda document: add_note(document, tr("Note"), at=at, size=NOTE_SIZE),
    )


def _add(
    workbench: Workbench,
    kind: Any,
    label: str,
    edit: Callable[[Document], tuple[Document, str]],
) -> None:
    made: list[str] = []

    def applied(document: Document) -> Document:
        document, id = edit(document)
        made.append(id)
        return document

    if workbench.controller.apply(label, applied):
        ref = MarkRef(kind, made[-1])
        workbench.scene.select((), (), (ref,))
        workbench.scene.text_requested.emit(TextRef(ref))


def _corner(workbench: Workbench, size: tuple[float, float]) -> tuple[float, float]:
    where = workbench.where()
    return snapped(where.x() - size[0] / 2, where.y() - size[1] / 2)


def rename(workbench: Workbench) -> None:
    """Edit the name of the selected node, the title of a frame, the text of a note."""
    workbench.scene.write_selected()


def _all(state: State, what: str) -> bool:
    nodes = [state.document.nodes[id] for id in state.selection]
    return bool(nodes) and all(getattr(node, what) for node in nodes)


def mute(workbench: Workbench) -> None:
    """Mute the selected nodes; unmute them where all are muted."""
    controller = workbench.controller
    ids, on = controller.state.selection, not _all(controller.state, "muted")
    controller.apply(
        _mute_text(controller.state), lambda document: set_muted(document, ids, on)
    )


def _mute_text(state: State) -> str:
    return tr("Let work again") if _all(state, "muted") else tr("Mute")


def collapse(workbench: Workbench) -> None:
    """Collapse the selected nodes to their titles; expand them where all are collapsed."""
    controller = workbench.controller
    ids, on = controller.state.selection, not _all(controller.state, "collapsed")
    controller.apply(
        _collapse_text(controller.state),
        lambda document: set_collapsed(document, ids, on),
    )


def _collapse_text(state: State) -> str:
    return tr("Expand") if _all(state, "collapsed") else tr("Collapse")


def up_to_here(workbench: Workbench) -> None:
    """Show the totals of the network up to the selected node."""
    workbench.scene.up_to_requested.emit(workbench.controller.state.selection[0])


def colour(workbench: Workbench) -> None:
    """Choose a colour for the selection."""
    things = workbench.scene.selected_things()
    if not things:
        return
    menu = QMenu(workbench.window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(tr("colours"))
    menu.addAction(tr("Its own colour"), partial(paint, workbench, things, ""))
    menu.addSeparator()
    for hue, text in _COLOURS.items():
        value = LIGHT.categories[hue]
        menu.addAction(
            swatch(value), tr(text), partial(paint, workbench, things, value)
        )
    menu.popup(QCursor.pos())


def paint(workbench: Workbench, things: Iterable[Thing], value: str) -> None:
    """Set the colour of things, `#rrggbb`, or remove it."""
    ids = marking.ids_of(things)
    workbench.controller.apply(
        tr("Colour"), lambda document: set_colour(document, ids, value)
    )


def swatch(value: str) -> QIcon:
    """A colour as an icon."""
    ratio = 4  # sharp at every scale
    pixmap = QPixmap(SWATCH_PX * ratio, SWATCH_PX * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(value))
        painter.drawEllipse(pixmap.rect().adjusted(ratio, ratio, -ratio, -ratio))
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)


COMMANDS = (
    Command(
        "rename",
        "Rename",
        rename,
        "mdi6.rename-box",
        ("F2",),
        "Write the name, title or text where it stands",
        on_canvas=True,
        menu="Block/edit",
        context=("node", "frame", "note"),
    ),
    Command(
        "mute",
        "Mute",
        mute,
        "mdi6.debug-step-over",
        ("B",),
        "Bypass: the network is computed without these nodes",
        on_canvas=True,
        menu="Block/edit",
        context=("node", "several"),
        enabled=selected,
        label=_mute_text,
    ),
    Command(
        "collapse",
        "Collapse",
        collapse,
        "mdi6.unfold-less-horizontal",
        ("H",),
        "Draw nodes as their titles alone",
        on_canvas=True,
        menu="Block/edit",
        context=("node", "several"),
        enabled=selected,
        label=_collapse_text,
    ),
    Command(
        "colour",
        "Colour…",
        colour,
        "mdi6.palette-outline",
        menu="Block/edit",
        context=("node", "several", "frame", "note"),
    ),
    Command(
        "up_to_here",
        "Up to here",
        up_to_here,
        "mdi6.arrow-collapse-down",
        tip="What the network is and costs up to this node; Ctrl+Shift+click does the same",
        menu="View/show",
        context=("node",),
        enabled=one_selected,
    ),
    Command(
        "frame",
        "Frame",
        frame,
        "mdi6.select-group",
        ("Ctrl+Shift+G",),
        "A titled frame around the selection; it moves what it holds",
        menu="Block/notes",
        context=("node", "several", "ground"),
    ),
    Command(
        "note",
        "Note",
        note,
        "mdi6.note-plus-outline",
        ("N",),
        "Text on the canvas",
        on_canvas=True,
        menu="Block/notes",
        context=("ground",),
    ),
)
