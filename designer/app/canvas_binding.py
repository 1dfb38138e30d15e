"""Between the canvas and the controller: what the hand asks for becomes an edit, and states become pictures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtWidgets import QMenu

from designer.analysis import analyse
from designer.app import editing
from designer.app.controller import Controller
from designer.app.search_popup import SearchPopup
from designer.app.state import State, as_sentence
from designer.canvas.scene import CanvasScene
from designer.canvas.state import PortRef, Verdict, shape_text
from designer.canvas.theme import GRID, NODE_WIDTH
from designer.canvas.view import CanvasView
from designer.model.document import Document, Edge
from designer.model.edits import (
    Refusal,
    add_node,
    connect,
    disconnect,
    insert_on_edge,
    move_nodes,
    remove_nodes,
)


class CanvasBinding(QObject):
    """Answers the scene's requests.

    Args:
        popup: finds a block at the cursor.
    """

    inspect_requested = Signal(str)  # node id

    def __init__(
        self,
        controller: Controller,
        scene: CanvasScene,
        view: CanvasView,
        popup: SearchPopup,
    ) -> None:
        super().__init__(view)
        self._controller, self._scene, self._view = controller, scene, view
        self._popup = popup
        self._showing = False
        scene.judge = self.judge
        scene.connect_requested.connect(self.connect_ports)
        scene.disconnect_requested.connect(self.cut)
        scene.move_requested.connect(self.move)
        scene.delete_requested.connect(self.delete)
        scene.drop_requested.connect(self.drop)
        scene.search_requested.connect(self.search)
        scene.selection_changed.connect(self._selected)
        scene.activated.connect(self.inspect_requested)

    def show_state(self, state: State) -> None:
        """Push the difference."""
        self._showing = True
        try:
            self._scene.show_state(state.scene)
            if self._scene.selected_nodes() != state.selection:
                self._scene.select(state.selection)
        finally:
            self._showing = False

    def _selected(self, ids: tuple[str, ...]) -> None:
        if not self._showing:
            self._controller.select(ids)

    # Wires

    def judge(
        self, source: str, source_port: str, target: str, target_port: str
    ) -> Verdict:
        """Whether a wire may be drawn, and the shape that would flow, with what the target would say to it."""
        controller = self._controller
        try:
            wired = connect(
                controller.document,
                source,
                target,
                source_port=source_port,
                target_port=target_port,
                catalog=controller.signatures,
                replace=True,
            )
        except Refusal as refusal:
            return Verdict(False, as_sentence(str(refusal)))
        text = self._shape(source, source_port)
        before = controller.analysis.nodes[target].issues
        after = analyse(wired, controller.analysis).nodes[target].issues
        new = [i.message for i in after if i.severity == "error" and i not in before]
        parts = [text, *map(as_sentence, new[:1])]
        return Verdict(True, ": ".join(filter(None, parts)), doubtful=bool(new))

    def _shape(self, node: str, port: str) -> str:
        report = self._controller.analysis.nodes[node]
        signature = self._controller.signatures.signature(
            self._controller.document.nodes[node].block
        )
        index = (signature.output_index(port) if signature else 0) or 0
        return shape_text(report.outputs[index]) if index < len(report.outputs) else ""

    def connect_ports(
        self, source: str, source_port: str, target: str, target_port: str
    ) -> None:
        nodes = self._controller.document.nodes
        self._ask(
            f"Connect {nodes[source].name} to {nodes[target].name}",
            lambda document: connect(
                document,
                source,
                target,
                source_port=source_port,
                target_port=target_port,
                catalog=self._controller.signatures,
                replace=True,
            ),
        )

    def cut(self, edges: tuple[Edge, ...]) -> None:
        wires = "a wire" if len(edges) == 1 else f"{len(edges)} wires"
        self._ask(f"Cut {wires}", lambda document: disconnect(document, edges))

    # Nodes

    def move(self, places: Mapping[str, tuple[float, float]]) -> None:
        self._ask(
            f"Move {self._called(tuple(places))}",
            lambda document: move_nodes(document, places),
        )

    def delete(self, ids: tuple[str, ...], edges: tuple[Edge, ...]) -> None:
        if not ids:
            self.cut(edges)
            return

        def edit(document: Document) -> editing.Edited:
            rest = disconnect(document, edges)
            return remove_nodes(rest, ids, heal=True), ()

        self._ask(f"Delete {self._called(ids)}", edit)

    def drop(self, block: str, at: QPointF, edge: Edge | None) -> None:
        controller = self._controller
        place = (at.x(), at.y())

        def edit(document: Document) -> editing.Edited:
            if edge is None:
                made, id = add_node(
                    document, block, catalog=controller.signatures, at=place
                )
            else:
                made, id = insert_on_edge(
                    document, edge, block, catalog=controller.signatures, at=place
                )
            return made, (id,)

        self._ask(f"Add {controller.title_of(block)}", edit)
        self._view.setFocus()

    def search(self, where: QPointF, port: PortRef | None) -> None:
        """Ask for a block at a place of the scene, for the loose end of a wire if there is one."""
        controller = self._controller
        at = self._view.viewport().mapToGlobal(self._view.mapFromScene(where))
        if port is None:
            self._popup.ask(
                at, lambda block: True, lambda block: self.place(block, where)
            )
            return
        loose = (
            Edge(port.node, "", source_port=port.key)
            if port.side == "output"
            else Edge("", port.node, target_port=port.key)
        )
        self._popup.ask(
            at,
            lambda block: editing.can_take(
                controller.document, loose, block, controller.signatures
            ),
            lambda block: self._place_at_wire(block, where, loose),
        )

    def place(self, block: str, where: QPointF) -> None:
        """Add a block there, after the selected node if there is one."""
        self._controller.add_block(
            block, (where.x() - NODE_WIDTH / 2, where.y() - 4 * GRID)
        )
        self._bring_into_view()

    def _place_at_wire(self, block: str, where: QPointF, loose: Edge) -> None:
        height = 0 if loose.source else editing.NEW_HEIGHT
        at = (where.x() - NODE_WIDTH / 2, where.y() - height)
        self._ask(
            f"Add {self._controller.title_of(block)}",
            lambda document: editing.add_at_wire(
                document,
                block,
                catalog=self._controller.signatures,
                at=at,
                loose=loose,
            ),
        )
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        self._view.setFocus()
        bounds = self._scene.bounds_of(self._controller.state.selection or None)
        self._view.ensureVisible(bounds, 6 * GRID, 6 * GRID)

    def centre(self) -> QPointF:
        """The middle of what is seen."""
        return self._view.mapToScene(self._view.viewport().rect().center())

    def cursor(self) -> QPointF:
        """Where the pointer is on the canvas, or the middle while it is elsewhere."""
        viewport = self._view.viewport()
        at: QPoint = viewport.mapFromGlobal(viewport.cursor().pos())
        inside = viewport.rect().contains(at)
        return self._view.mapToScene(at) if inside else self.centre()

    def _ask(self, label: str, edit: object) -> None:
        """Apply, and show the present state again where that was refused: the scene waits for its answer."""
        if not self._controller.apply(label, edit):  # type: ignore[arg-type]
            self.show_state(self._controller.state)

    def _called(self, ids: tuple[str, ...]) -> str:
        nodes = self._controller.document.nodes
        return nodes[ids[0]].name if len(ids) == 1 else f"{len(ids)} nodes"


def fill_menu(menu: QMenu, actions: Mapping[str, object], target: object) -> None:
    """What can be done with a node (its id), a wire, or the ground (None)."""
    if isinstance(target, str):
        names = ["duplicate", "copy", "cut", "", "fit_selection", "", "delete"]
    elif isinstance(target, Edge):
        names = ["delete"]
    else:
        names = ["add", "paste", "", "select_all", "arrange", "fit"]
    for name in names:
        if name:
            menu.addAction(actions[name])  # type: ignore[call-overload]
        else:
            menu.addSeparator()
