"""Draws a network, and updates only what differs between states. It takes no mouse events."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject

from designer.canvas.items.node_item import NodeItem
from designer.canvas.items.paint import Look
from designer.canvas.items.wire_item import WireItem, WireLabel
from designer.canvas.picture.item_index import Dots, FindablePicture
from designer.canvas.picture.wire_routes import affected, way_of
from designer.canvas.routes.routing import Box
from designer.canvas.values.geometry import node_size
from designer.canvas.values.options import DEFAULT, ViewOptions
from designer.canvas.values.scene_state import NodeState, SceneState
from designer.canvas.values.theme import LIGHT, Theme
from designer.canvas.values.values import MarkRef, Thing
from designer.model.document import Edge


class NetworkPicture(FindablePicture):
    """Draws states. An item lives as long as the state contains what it draws."""

    def __init__(
        self,
        theme: Theme = LIGHT,
        parent: QObject | None = None,
        *,
        options: ViewOptions = DEFAULT,
    ) -> None:
        super().__init__(Look(theme, options), parent)
        self._labelled = True
        self._displaced: set[str] = set()  # moved by a gesture, not yet by a state

    @property
    def theme(self) -> Theme:
        return self.look.theme

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._apply_look(Look(theme, self.options))

    def set_options(self, options: ViewOptions) -> None:
        """Set the display options: details of nodes, direction of the flow."""
        if options != self.options:
            self._apply_look(Look(self.theme, options))
            self._follow(self._wires.keys())

    def _apply_look(self, look: Look) -> None:
        self.look = look
        items: tuple[NodeItem | WireItem, ...]
        items = (*self._nodes.values(), *self._wires.values())
        for item in items:
            item.apply_look(look)
        for node in self._nodes.values():
            self._place(node)
        for label in self._labels.values():
            label.follow()
        self.marks.apply_look(look)
        self.update()

    def show_labels(self, on: bool) -> None:
        """Show or hide the labels of wires: zoomed out, thousands of them would paint nothing."""
        if on != self._labelled:
            self._labelled = on
            for label in self._labels.values():
                label.setVisible(on)

    def dim_wire(self, edge: Edge, opacity: float) -> None:
        """Set the opacity of a wire and its label."""
        self._wires[edge].setOpacity(opacity)
        self._labels[edge].setOpacity(opacity)

    def show_state(self, state: SceneState) -> None:
        """Show `state`: add new items, remove old ones, and update only those that changed.

        Call it after each request too, also when the request was refused: what a gesture moved returns to its place.
        """
        old, self.state = self.state, state
        for edge in [edge for edge in self._wires if edge not in state.wires]:
            self._remove_wire(edge)
        held_wires = self.held_wires()
        straightened = {edge for edge in self._bent if edge not in held_wires}
        self._bent = {e: via for e, via in self._bent.items() if e in held_wires}
        stirred: list[Box] = []  # where nodes were or are that changed their outline
        for id in [id for id in self._nodes if id not in state.nodes]:
            stirred.append(self._nodes[id].box)
            self.removeItem(self._nodes.pop(id))
            self._places.remove(id)
        moved: set[str] = set()
        held = self.held_nodes()
        for id, node in state.nodes.items():
            item = self._nodes.get(id)
            if item is None:
                item = self._nodes[id] = NodeItem(self.look, node)
                self.addItem(item)
                self._place(item)
                stirred.append(item.box)
                continue
            if item.node is not node and item.node != node:
                before = item.node
                box = item.box
                item.show_node(node)
                self._place(item)
                if self._outline(before) != self._outline(node):
                    stirred += box, item.box
                    moved.add(id)
            away = node.at != old.nodes[id].at or id in self._displaced
            if away and id not in held and item.pos().toTuple() != node.at:
                stirred.append(item.box)
                item.setPos(*node.at)
                self._place(item)
                stirred.append(item.box)
                moved.add(id)
        self._displaced.intersection_update(held)
        self._show_wires(state, moved, stirred, straightened)
        self.marks.show_state(state, self.look, held)

    def held_wires(self) -> Collection[Edge]:
        """Wires whose dots are dragged."""
        return frozenset()

    def held_nodes(self) -> Collection[Thing]:
        """Dragged nodes, frames and notes, which a state does not move."""
        return frozenset()

    def place(self, places: Mapping[Thing, tuple[float, float]]) -> None:
        """Move nodes, frames and notes until the next state sets their positions; wires follow."""
        displaced: set[Edge] = set()
        for thing, at in places.items():
            if isinstance(thing, MarkRef):
                self.marks.place(thing, at)
            else:
                self._nodes[thing].setPos(*at)
                self._place(self._nodes[thing])
                self._displaced.add(thing)
                displaced.update(self.edges_at(thing))
        self._follow(displaced)

    def bend(self, edge: Edge, via: Dots | None) -> None:
        """Route a wire through these dots until the next state; None restores the dots of the state."""
        if via is None:
            self._bent.pop(edge, None)
        else:
            self._bent[edge] = via
        self._follow([edge])

    def _remove_wire(self, edge: Edge) -> None:
        for id in (edge.source, edge.target):
            at = self._wires_at.get(id)
            if at is not None:
                at.discard(edge)
                if not at:
                    del self._wires_at[id]
        self.removeItem(self._labels.pop(edge))
        self.removeItem(self._wires.pop(edge))

    def _show_wires(
        self,
        state: SceneState,
        moved: set[str],
        stirred: list[Box],
        displaced: set[Edge],
    ) -> None:
        fresh = []
        displaced &= self._wires.keys()
        for edge, wire in state.wires.items():
            item = self._wires.get(edge)
            if item is None:
                fresh.append(wire)
            elif item.wire is not wire and item.wire != wire:
                if item.wire.via != wire.via:
                    displaced.add(edge)
                item.show_wire(wire)
                self._labels[edge].follow()
        displaced.update(edge for id in moved for edge in self.edges_at(id))
        if stirred:
            long = (item for item in self._wires.values() if item.long)
            found = affected(long, stirred, self.look.options)
            displaced.update(item.wire.edge for item in found)
        self._follow(displaced)
        if fresh:  # the index spans what this last said: in one that is outgrown, each look goes through all
            self.sceneRect()
        # All routes first: searching nodes between wires' ends would index each new item alone.
        routes = [way_of(self, wire.edge) for wire in fresh]
        for wire, route in zip(fresh, routes, strict=True):
            item = self._wires[wire.edge] = WireItem(self.look, wire, route)
            for id in (wire.edge.source, wire.edge.target):
                self._wires_at.setdefault(id, set()).add(wire.edge)
            self.addItem(item)
            label = self._labels[wire.edge] = WireLabel(item)
            label.setVisible(self._labelled)
            self.addItem(label)

    def _follow(self, edges: Collection[Edge]) -> None:
        routes = {edge: way_of(self, edge) for edge in edges}
        for edge, route in routes.items():
            self._wires[edge].follow(route)
            self._labels[edge].follow()

    def _outline(self, node: NodeState) -> tuple[object, ...]:
        """The properties of a node that its wires depend on."""
        return (
            node_size(node, self.options),
            tuple(port.key for port in node.inputs),
            tuple(port.key for port in node.outputs),
        )
