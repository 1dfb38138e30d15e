"""Answers requests about nodes: move, delete, add."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF

from designer.app.editor.block_popup import SearchPopup
from designer.app.editor.request_handler import RequestHandler
from designer.app.edits import marks as marking
from designer.app.edits import nodes as editing
from designer.app.edits import wires as rewiring
from designer.app.edits.fitting import Compatibility
from designer.app.workbench import Workbench
from designer.canvas.values.geometry import node_size, node_sizes
from designer.canvas.values.scene_state import PortRef, block_state
from designer.canvas.values.translation import tr
from designer.canvas.values.values import MarkRef, Thing
from designer.model.document import Document, Edge
from designer.model.edits import (
    add_node,
)


class NodeRequests(RequestHandler):
    """Moves, deletes and adds nodes.

    Args:
        popup: finds a block at the cursor.
    """

    def __init__(self, workbench: Workbench, popup: SearchPopup) -> None:
        super().__init__(workbench)
        self._popup = popup
        scene = self.scene
        scene.move_requested.connect(self.move)
        scene.nudge_requested.connect(self.nudge)
        scene.resize_requested.connect(self.resize)
        scene.delete_requested.connect(self.delete)
        scene.drop_requested.connect(self.drop)
        scene.search_requested.connect(self.search)

    def move(
        self, places: Mapping[Thing, marking.Point], *, merge: Hashable | None = None
    ) -> None:
        """Move nodes, frames and notes."""
        self.ask(
            tr("Move {nodes}").format(nodes=self.called(tuple(places))),
            lambda document: marking.move(document, places),
            merge=merge,
        )

    def nudge(self, places: Mapping[Thing, marking.Point]) -> None:
        """Move by keys; consecutive presses make one step."""
        self.move(places, merge=("nudge", *places))

    def resize(self, mark: MarkRef, at: marking.Point, size: marking.Point) -> None:
        """Resize a frame or note."""
        self.ask(
            tr("Resize {nodes}").format(nodes=self.called((mark,))),
            lambda document: marking.reshape(document, mark, at=at, size=size),
        )

    def delete(
        self,
        ids: tuple[str, ...],
        edges: tuple[Edge, ...],
        marks: tuple[MarkRef, ...],
    ) -> None:
        """Delete the selection; the neighbours of its nodes are connected."""
        if not ids and not marks:
            self.scene.disconnect_requested.emit(edges)
            return
        self.ask(
            tr("Delete {nodes}").format(nodes=self.called((*ids, *marks))),
            lambda document: (marking.remove(document, ids, edges, marks), ()),
        )

    def drop(self, block: str, at: QPointF, edge: Edge | None) -> None:
        """Add a dropped block, into a wire if it was dropped over one."""
        controller, options = self.controller, self.scene.options
        place = (at.x(), at.y())

        def edit(document: Document) -> editing.Edited:
            if edge is None:
                made, id = add_node(
                    document,
                    block,
                    catalog=controller.signatures,
                    at=place,
                    params=controller.new_params(block),
                )
                return made, (id,)
            return rewiring.insert_block(
                document,
                edge,
                block,
                catalog=controller.signatures,
                at=place,
                size=node_size(block_state(block, self.scene.catalog), options),
                sizes=node_sizes(controller.state.scene, options),
                direction=options.direction,
            )

        self.ask_block(block, edit)
        self.view.setFocus()

    def search(self, where: QPointF, port: PortRef | None) -> None:
        """Ask for a block at a place of the scene, for the loose end of a wire if there is one.

        Does nothing where something covers the canvas.
        """
        if not self.view.isVisible():
            return
        controller = self.controller
        at = self.view.viewport().mapToGlobal(self.view.mapFromScene(where))
        wires = self.scene.selected_edges()
        if port is None and len(wires) == 1 and not self.scene.selected_nodes():
            self._search_into(wires[0], at)
            return
        if port is None:
            self._popup.ask(
                at,
                lambda block: True,
                lambda block: self.workbench.place_block(block, where),
            )
            return
        loose = (
            Edge(port.node, "", source_port=port.key)
            if port.side == "output"
            else Edge("", port.node, target_port=port.key)
        )
        self._popup.ask(
            at,
            Compatibility(loose, controller.analysis, controller.blocks),
            lambda block: self._place_at_wire(block, where, loose),
        )

    def _search_into(self, edge: Edge, at: QPoint) -> None:
        """Ask for a block that goes into a wire."""
        controller = self.controller
        begin = replace(edge, target="", target_port="")
        end = replace(edge, source="", source_port="")
        takes, gives = (
            Compatibility(loose, controller.analysis, controller.blocks)
            for loose in (begin, end)
        )

        def put(block: str) -> None:
            wire = self.scene.wire_item(edge)
            middle = wire.pill.center() if wire else self.workbench.centre()
            size = node_size(block_state(block, self.scene.catalog), self.scene.options)
            self.drop(block, middle - QPointF(size[0] / 2, size[1] / 2), edge)
            self.workbench.show_selection()

        self._popup.ask(at, lambda block: takes(block) and gives(block), put)

    def _place_at_wire(self, block: str, where: QPointF, loose: Edge) -> None:
        options = self.scene.options
        width, height = node_size(block_state(block, self.scene.catalog), options)
        if options.direction == "right":
            at = (where.x() - (0 if loose.source else width), where.y() - height / 2)
        else:
            at = (where.x() - width / 2, where.y() - (0 if loose.source else height))
        self.ask_block(
            block,
            lambda document: editing.add_at_wire(
                document,
                block,
                catalog=self.controller.signatures,
                at=at,
                loose=loose,
            ),
        )
        self.workbench.show_selection()
