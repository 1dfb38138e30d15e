"""Moves nodes, frames and notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from designer.canvas.gestures.base import CTRL, NONE, SHIFT, Gesture, Press
from designer.canvas.gestures.over_wire import OverWire
from designer.canvas.items.mark_items import MarkItem
from designer.canvas.items.node_item import NodeItem
from designer.canvas.picture.guides import Guides
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.routes.routing import Box, Point
from designer.canvas.routes.snapping import Snap, snap
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge

NEAR_PX = 6.0  # a neighbour's line draws what is moved from so far
MOST_NEIGHBOURS = 300  # in view: zoomed out further, alignment is not visible


SHORTCUTS = (
    Shortcut(
        "Drag a node, or a chain of selected nodes, onto a wire",
        "Insert it, and heal the wires it had; hold Alt to leave it beside",
        "Wiring",
    ),
)


class MoveNodes(Gesture):
    """Drag the selection: it snaps to the grid, or into line with a neighbour.

    A frame takes along what lies in it. A node, or a chain of nodes, goes into the wire that it is let go on; the
    wires that it had are healed.
    """

    shortcut = Shortcut(
        "Drag a node, a note or a frame's title",
        "Move it, and all that is selected",
        "Placing",
    )
    presses = tuple(
        Press(on, keys)
        for on in ("node", "frame", "note")
        for keys in (NONE, CTRL, SHIFT)
    )

    def __init__(
        self, scene: Surface, pointer: Pointer, target: NodeItem | MarkItem
    ) -> None:
        super().__init__(scene, pointer, target)
        self._item = target
        self.grabbed = target.node.id if isinstance(target, NodeItem) else target.ref
        self._was_selected = target.isSelected()
        if pointer.adding:
            self._toggle()
        elif not self._was_selected:
            self._select_alone()
        self._from = {thing: scene.place_of(thing) for thing in self._things()}
        self._wire = OverWire(scene, nodes=self._insertable())
        self._lifted: list[NodeItem] = []
        self._neighbours: list[Box] = []
        self._seen: QRectF | None = None
        self._guides = Guides(scene.look)
        scene.addItem(self._guides)

    def _things(self) -> list[Thing]:
        """The selection, and what lies in a selected frame."""
        found = dict.fromkeys(self.scene.selected_things())
        for ref in self.scene.selected_marks():
            if ref.kind == "frame":
                body = self.scene.marks[ref].body
                inside = self.scene.node_items_near(body)
                found.update(
                    (item.node.id, None)
                    for item in inside
                    if body.contains(item.body.center())
                )
                found.update((other, None) for other in self.scene.marks.inside(body))
        return list(found)

    def _insertable(self) -> tuple[str, ...]:
        """The nodes that can be inserted into a wire: none while frames or notes are dragged."""
        nodes = tuple(thing for thing in self._from if isinstance(thing, str))
        return nodes if len(nodes) == len(self._from) else ()

    def _toggle(self) -> None:
        if isinstance(self._item, NodeItem):
            self.scene.toggle_node(self._item.node.id)
        else:
            self.scene.toggle_mark(self._item.ref)

    def _select_alone(self) -> None:
        if isinstance(self._item, NodeItem):
            self.scene.select((self._item.node.id,))
        else:
            self.scene.select((), (), (self._item.ref,))

    def held_nodes(self) -> frozenset[Thing]:
        return frozenset(self._from)

    def drag(self, pointer: Pointer) -> None:
        if self.grabbed not in self._from:  # Ctrl removed it from the selection
            return
        self._lift()
        snapped = self._snapped(pointer)
        self._guides.show_lines(snapped.guides)
        x, y = self._from[self.grabbed]
        to_x, to_y = snapped.at
        self.scene.place(
            {
                thing: (from_x + to_x - x, from_y + to_y - y)
                for thing, (from_x, from_y) in self._from.items()
            }
        )
        self._wire.watch(pointer, self._item.body)

    def _lift(self) -> None:
        """Raise dragged nodes above all others."""
        if not self._lifted:
            items = (self.scene.node_item(t) for t in self._from if isinstance(t, str))
            self._lifted = [item for item in items if item is not None]
            for item in self._lifted:
                item.lift(True)

    def _let_go(self) -> None:
        self.scene.removeItem(self._guides)
        self._wire.clear()
        for item in self._lifted:
            item.lift(False)
        self._lifted = []

    def _snapped(self, pointer: Pointer) -> Snap:
        way = pointer.at - self.started.at
        x, y = self._from[self.grabbed]
        left, top = x + way.x(), y + way.y()
        size = self._item.body.size()
        box = (left, top, left + size.width(), top + size.height())
        neighbours = self._near(pointer) if self.scene.options.guides else []
        return snap(box, neighbours, NEAR_PX / pointer.scale)

    def _near(self, pointer: Pointer) -> list[Box]:
        """The nodes in view that are not dragged."""
        if pointer.visible != self._seen:
            self._seen = pointer.visible
            items = self.scene.node_items_near(pointer.visible)
            still = [item.box for item in items if item.node.id not in self._from]
            self._neighbours = still if len(still) <= MOST_NEIGHBOURS else []
        return self._neighbours

    def end(self, pointer: Pointer) -> bool:
        if self.moved:  # Alt may have been pressed since the last move
            self._wire.watch(pointer, self._item.body)
        edge = self._wire.edge
        self._let_go()
        if self.moved:
            self.ask(self.places(), edge)
        elif self._was_selected and not pointer.adding:
            self._select_alone()
        return True

    def ask(self, places: dict[Thing, Point], edge: Edge | None) -> None:
        """Request the move or insertion at the final position."""
        if edge is not None:
            self.scene.insert_requested.emit(places, edge)
        elif places != self._from:
            self.scene.move_requested.emit(places)

    def places(self) -> dict[Thing, Point]:
        """The current positions of all moved things."""
        return {thing: self.scene.place_of(thing) for thing in self._from}

    def cancel(self) -> None:
        self._let_go()
        self.scene.place(self._from)

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        held = not things.isdisjoint(self._from)
        return held or self._wire.needs(things, edges)
