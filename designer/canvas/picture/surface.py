"""The surface that gestures and keys work on: the selection, and the requests as signals."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Signal

from blocks.definition import Block
from designer.canvas.items.mark_items import MarkItem
from designer.canvas.items.node_item import NodeItem
from designer.canvas.items.wire_item import WireItem
from designer.canvas.picture.picture import NetworkPicture
from designer.canvas.picture.pointing import Pointer, node_at, wire_at
from designer.canvas.values.scene_state import Verdict
from designer.canvas.values.theme import LIGHT, Theme
from designer.canvas.values.values import Insertion, MarkRef, TextRef, Thing
from designer.model.document import Edge

Judge = Callable[[str, str, str, str], Verdict]
JudgeInsertion = Callable[[Collection[str], Edge], Insertion]


def _anything(source: str, source_port: str, target: str, target_port: str) -> Verdict:
    return Verdict(True)


def _any_insertion(nodes: Collection[str], edge: Edge) -> Insertion:
    return Insertion(Verdict(True))


class Held(Protocol):
    """The current gesture as the surface sees it: gestures import the surface, not the surface gestures."""

    def held_nodes(self) -> frozenset[Thing]: ...

    def held_wires(self) -> frozenset[Edge]: ...


class Surface(NetworkPicture):
    """A picture whose parts can be selected, and the requests of gestures and keys as signals.

    `judge` tells, before the button is released, whether a wire from (source, source port) to (target, target port)
    may be drawn; `judge_insertion` whether nodes may go into a wire, and which wires there would be.
    """

    selection_changed = Signal(object)  # tuple of node ids, in the document's order
    delete_requested = Signal(object, object, object)  # ids, edges, frames and notes
    text_requested = Signal(object)  # TextRef of what is to be written in place
    connect_requested = Signal(str, str, str, str)  # source, its port, target, its port
    disconnect_requested = Signal(object)  # tuple of edges
    rewire_requested = Signal(object, object)  # tuple of edges, PortRef they go to
    bend_requested = Signal(object, object)  # edge, the dots that it runs through
    insert_requested = Signal(object, object)  # {node id: (x, y)}, edge they go into
    pull_out_requested = Signal(object)  # {node id: (x, y)}
    move_requested = Signal(object)  # {node id, frame or note: (x, y)}, once a drag
    nudge_requested = Signal(object)  # the same, once a key
    resize_requested = Signal(object, object, object)  # frame or note, place, size
    up_to_requested = Signal(str)  # node id
    drop_requested = Signal(str, QPointF, object)  # block id, top left, edge or None
    search_requested = Signal(QPointF, object)  # where, port to connect to or None
    context_requested = Signal(
        QPointF, object, object
    )  # where, on screen, id/edge/None
    activated = Signal(str)  # a node was double-clicked, or Enter pressed on it

    gesture: Held | None = None  # under way

    def __init__(
        self,
        catalog: Mapping[str, Block],
        theme: Theme = LIGHT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.catalog = catalog
        self.judge: Judge = _anything
        self.judge_insertion: JudgeInsertion = _any_insertion
        self._told: tuple[str, ...] = ()

    def held_nodes(self) -> frozenset[Thing]:
        return self.gesture.held_nodes() if self.gesture else frozenset()

    def held_wires(self) -> frozenset[Edge]:
        return self.gesture.held_wires() if self.gesture else frozenset()

    def selected_nodes(self) -> tuple[str, ...]:
        """Ids of the selected nodes, in the document's order."""
        found = {
            item.node.id for item in self.selectedItems() if isinstance(item, NodeItem)
        }
        return tuple(id for id in self.state.nodes if id in found) if found else ()

    def selected_edges(self) -> tuple[Edge, ...]:
        return tuple(
            item.wire.edge
            for item in self.selectedItems()
            if isinstance(item, WireItem)
        )

    def selected_marks(self) -> tuple[MarkRef, ...]:
        """The selected frames and notes."""
        return tuple(
            item.ref for item in self.selectedItems() if isinstance(item, MarkItem)
        )

    def selected_things(self) -> tuple[Thing, ...]:
        """All selected things that have a position."""
        return (*self.selected_nodes(), *self.selected_marks())

    def select(
        self,
        nodes: Iterable[str],
        edges: Iterable[Edge] = (),
        marks: Iterable[MarkRef] = (),
    ) -> None:
        """Select these and nothing else."""
        wanted = [
            *(self._nodes[id] for id in nodes if id in self._nodes),
            *(self._wires[edge] for edge in edges if edge in self._wires),
            *(self.marks[ref] for ref in marks if ref in self.marks),
        ]
        keep = set(map(id, wanted))
        for item in self.selectedItems():
            if id(item) not in keep:
                item.setSelected(False)
        for item in wanted:
            item.setSelected(True)
        self.tell_selection()

    def toggle_node(self, id: str) -> None:
        """Toggle a node in the selection."""
        item = self._nodes[id]
        item.setSelected(not item.isSelected())
        self.tell_selection()

    def toggle_mark(self, ref: MarkRef) -> None:
        """Toggle a frame or note in the selection."""
        item = self.marks[ref]
        item.setSelected(not item.isSelected())

    def tell_selection(self) -> None:
        """Emit the selected nodes, if they have changed."""
        selected = self.selected_nodes()
        if selected != self._told:
            self._told = selected
            self.selection_changed.emit(selected)

    def delete_selected(self) -> None:
        """Request the deletion of the selection."""
        chosen = self.selected_nodes(), self.selected_edges(), self.selected_marks()
        if any(chosen):
            self.delete_requested.emit(*chosen)

    def write_selected(self) -> bool:
        """Request a field over the name, title or text of the single selected thing; returns whether there is one."""
        things = self.selected_things()
        if len(things) == 1:
            self.text_requested.emit(TextRef(things[0]))
        return len(things) == 1

    def ask_menu(self, pointer: Pointer) -> None:
        """Select the item under the pointer, and request its menu."""
        target: str | Edge | MarkRef | None = None
        if node := node_at(self, pointer):
            target = node.node.id
            if not node.isSelected():
                self.select((target,))
        elif wire := wire_at(self, pointer):
            target = wire.wire.edge
            self.select((), (target,))
        elif found := self.marks.at(pointer.at, pointer.scale):
            target = found[0].ref
            if not found[0].isSelected():
                self.select((), (), (target,))
        view = self.views()[0]
        at = view.viewport().mapToGlobal(view.mapFromScene(pointer.at))
        self.context_requested.emit(pointer.at, at, target)
