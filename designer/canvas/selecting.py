"""What is selected on the canvas: nodes, wires, frames and notes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from designer.canvas.mark_items import MarkItem
from designer.canvas.node_item import NodeItem
from designer.canvas.picture import NetworkPicture
from designer.canvas.shown import MarkRef, TextRef, Thing
from designer.canvas.wire_item import WireItem
from designer.model.document import Edge


class SelectablePicture(NetworkPicture):
    """A picture whose parts can be selected, and what is asked of those that are."""

    selection_changed = Signal(object)  # tuple of node ids, in the document's order
    delete_requested = Signal(object, object, object)  # ids, edges, frames and notes
    text_requested = Signal(object)  # TextRef of what is to be written in place
    _told: tuple[str, ...] = ()

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
        """All that is selected and has a place of its own."""
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
        """Take a node into the selection, or out of it."""
        item = self._nodes[id]
        item.setSelected(not item.isSelected())
        self.tell_selection()

    def toggle_mark(self, ref: MarkRef) -> None:
        """Take a frame or note into the selection, or out of it."""
        item = self.marks[ref]
        item.setSelected(not item.isSelected())

    def tell_selection(self) -> None:
        """Tell which nodes are selected, where that changed."""
        selected = self.selected_nodes()
        if selected != self._told:
            self._told = selected
            self.selection_changed.emit(selected)

    def delete_selected(self) -> None:
        """Ask for what is selected to be deleted."""
        chosen = self.selected_nodes(), self.selected_edges(), self.selected_marks()
        if any(chosen):
            self.delete_requested.emit(*chosen)

    def write_selected(self) -> bool:
        """Ask for a field over the name, title or text of the one thing that is selected; whether there is one."""
        things = self.selected_things()
        if len(things) == 1:
            self.text_requested.emit(TextRef(things[0]))
        return len(things) == 1
