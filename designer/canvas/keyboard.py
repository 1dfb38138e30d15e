"""Keys of the canvas, in addition to those of the view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from designer.canvas.picture.surface import Surface
from designer.canvas.routes.walking import Direction, neighbour
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.theme import GRID

IN_VIEW_PX = 48  # around a node that was walked to

SHORTCUTS = (
    Shortcut("Arrows", "Nudge what is selected; Shift by the grid", "Placing"),
    Shortcut(
        "Ctrl+arrows",
        "Walk along the wires and between neighbours; with nothing selected, arrows do",
        "Seeing",
    ),
    Shortcut("Enter in a field", "Accept it, and go back to the canvas", "Numbers"),
    Shortcut("Esc in a field", "Undo it, and go back to the canvas", "Numbers"),
    Shortcut("Tab in a field", "Go on to the next field", "Numbers"),
    Shortcut("Ctrl+Up, Ctrl+Down in a list of inputs", "Change their order", "Wiring"),
    Shortcut("Esc", "Cancel the gesture; else select nothing", "Placing"),
)

_ARROWS: Mapping[int, tuple[Direction, int, int]] = {
    Qt.Key.Key_Up: ("up", 0, -1),
    Qt.Key.Key_Down: ("down", 0, 1),
    Qt.Key.Key_Left: ("left", -1, 0),
    Qt.Key.Key_Right: ("right", 1, 0),
}


def press_key(scene: Surface, event: QKeyEvent) -> bool:
    """Handle a key; returns False for unused keys."""
    key, selected = event.key(), scene.selected_nodes()
    if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        scene.delete_selected()
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(selected) == 1:
        scene.activated.emit(selected[0])
    elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return scene.write_selected()
    elif key in _ARROWS:
        direction, x, y = _ARROWS[key]
        if (
            scene.selected_things()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            fine = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = 1 if fine else GRID
            _nudge(scene, step * x, step * y)
        else:
            _walk(scene, selected, direction)
    else:
        return False
    return True


def _nudge(scene: Surface, x: int, y: int) -> None:
    places = {}
    for thing in scene.selected_things():
        at_x, at_y = scene.place_of(thing)
        places[thing] = at_x + x, at_y + y
    scene.place(places)
    scene.nudge_requested.emit(places)


def _walk(scene: Surface, selected: tuple[str, ...], direction: Direction) -> None:
    to = (
        neighbour(scene.state, selected[-1], direction, scene.options)
        if selected
        else next(iter(scene.state.nodes), None)
    )
    item = None if to is None else scene.node_item(to)
    if item is not None:
        scene.select((item.node.id,))
        for view in scene.views():
            view.ensureVisible(item.body, IN_VIEW_PX, IN_VIEW_PX)
