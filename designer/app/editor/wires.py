"""Answers requests about wires: judge, connect, cut, bend, insert, pull out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from designer.app.editor.conversion_popup import ConversionPopup
from designer.app.editor.request_handler import RequestHandler
from designer.app.edits import wires as rewiring
from designer.app.edits.conversions import (
    Conversion,
    ProposedWire,
    conversions,
    flowing,
    propose_wire,
)
from designer.app.session.state import as_sentence
from designer.app.workbench import Workbench
from designer.canvas.values.geometry import node_size, node_sizes
from designer.canvas.values.scene_state import PortRef, Verdict, block_state, shape_text
from designer.canvas.values.translation import told, tr
from designer.canvas.values.values import Insertion
from designer.model.document import Document, Edge
from designer.model.edits import Refusal, connect, disconnect, set_via


class WireRequests(RequestHandler):
    """Judges, connects and cuts wires."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        scene = self.scene
        self.popup = ConversionPopup(self.view)
        self._proposed: tuple[int, Edge, ProposedWire] | None = None
        scene.judge = self.judge
        scene.judge_insertion = self.judge_insertion
        scene.connect_requested.connect(self.connect_ports)
        scene.disconnect_requested.connect(self.cut)
        scene.rewire_requested.connect(self.rewire)
        scene.bend_requested.connect(self.bend)
        scene.insert_requested.connect(self.insert)
        scene.pull_out_requested.connect(self.pull_out)

    def judge(
        self, source: str, source_port: str, target: str, target_port: str
    ) -> Verdict:
        """Whether a wire is valid, its shape, and the error that its target would have."""
        edge = Edge(source, target, source_port, target_port)
        try:
            proposed = self._propose(edge)
        except Refusal as refusal:
            return Verdict(False, as_sentence(str(refusal)))
        shape = flowing(proposed, self.controller.signatures)
        said = [as_sentence(told(issue.message)) for issue in proposed.issues[:1]]
        parts = ["" if shape is None else shape_text(shape), *said]
        return Verdict(True, ": ".join(filter(None, parts)), doubtful=bool(said))

    def judge_insertion(self, ids: Collection[str], edge: Edge) -> Insertion:
        """Whether nodes can be inserted into a wire, and the wires after that."""
        controller = self.controller
        if controller.state.read_only:
            return Insertion(Verdict(False))
        try:
            made, *_ = rewiring.spliced(
                controller.document, edge, ids, catalog=controller.signatures
            )
        except Refusal as refusal:
            return Insertion(Verdict(False, as_sentence(told(str(refusal)))))
        return Insertion(Verdict(True), made.edges)

    def _propose(self, edge: Edge) -> ProposedWire:
        """The design with a proposed wire; the last one is cached, because a wire is judged before it is drawn."""
        controller = self.controller
        document = controller.document
        if self._proposed is None or self._proposed[:2] != (id(document), edge):
            proposed = propose_wire(
                document, controller.analysis, edge, catalog=controller.signatures
            )
            self._proposed = id(document), edge, proposed
        return self._proposed[2]

    def connect_ports(
        self, source: str, source_port: str, target: str, target_port: str
    ) -> None:
        """Connect two ports; where the shapes do not match, offer conversions if there are any."""
        edge = Edge(source, target, source_port, target_port)
        controller = self.controller
        try:
            proposed = self._propose(edge)
        except Refusal:
            self._connect(edge, None)  # which shows the reason
            return
        offers = conversions(proposed, catalog=controller.signatures)
        if not offers or controller.state.read_only:
            self._connect(edge, None)
            return
        port = self.scene.port_position(PortRef(target, "input", target_port))
        self.popup.ask(
            self.view.viewport().mapToGlobal(self.view.mapFromScene(port)),
            as_sentence(told(proposed.issues[0].message)),
            offers,
            lambda chosen: self._connect(edge, chosen),
        )

    def _connect(self, edge: Edge, through: Conversion | None) -> None:
        nodes = self.controller.document.nodes
        label = tr("Connect {source} to {target}").format(
            source=nodes[edge.source].name, target=nodes[edge.target].name
        )
        if through is not None:
            label = f"{label}: {told(through.title)}"

        def edit(document: Document) -> rewiring.Edited:
            wired = connect(
                document,
                edge.source,
                edge.target,
                source_port=edge.source_port,
                target_port=edge.target_port,
                catalog=self.controller.signatures,
                replace=True,
            )
            if through is None:
                return wired, self.controller.state.selection
            return self._with_room(wired, through.edit(wired))

        self.ask(label, edit)
        self.view.setFocus()

    def _with_room(self, before: Document, after: Document) -> rewiring.Edited:
        """Move added nodes to places where they cover nothing."""
        added = tuple(id for id in after.nodes if id not in before.nodes)
        options = self.scene.options
        sizes = node_sizes(self.controller.state.scene, options)
        for id in added:
            state = block_state(after.nodes[id].block, self.scene.catalog)
            sizes = {**sizes, id: node_size(state, options)}
            after, _ = rewiring.settled(after, id, sizes, options.direction)
        return after, added or self.controller.state.selection

    def rewire(self, edges: tuple[Edge, ...], port: PortRef) -> None:
        """Move ends of wires to another port."""
        name = self.controller.document.nodes[port.node].name
        label = (
            tr("Move a wire to {node}").format(node=name)
            if len(edges) == 1
            else tr("Move {count} wires to {node}").format(count=len(edges), node=name)
        )
        self.ask(
            label,
            lambda document: rewiring.move_wires(
                document, edges, port, catalog=self.controller.signatures
            ),
        )

    def bend(self, edge: Edge, dots: tuple[tuple[float, float], ...]) -> None:
        """Route a wire through dots."""
        more = len(dots) - len(self.scene.state.wires[edge].via)
        label = (
            tr("Put a dot on a wire")
            if more > 0
            else tr("Take a dot away")
            if more < 0
            else tr("Move a dot")
        )
        self.ask(label, lambda document: set_via(document, edge, dots))

    def insert(self, places: Mapping[str, tuple[float, float]], edge: Edge) -> None:
        """Insert an existing node, or a chain of nodes, into a wire."""
        controller, options = self.controller, self.scene.options
        self.ask(
            tr("Insert {node} into a wire").format(node=self.called(tuple(places))),
            lambda document: rewiring.insert_nodes(
                document,
                edge,
                places,
                catalog=controller.signatures,
                sizes=node_sizes(controller.state.scene, options),
                direction=options.direction,
            ),
        )

    def pull_out(self, places: Mapping[str, tuple[float, float]]) -> None:
        """Pull nodes out of their wires, and move them."""
        self.ask(
            tr("Pull out {nodes}").format(nodes=self.called(tuple(places))),
            lambda document: rewiring.pull_out(document, places),
        )

    def cut(self, edges: tuple[Edge, ...]) -> None:
        """Remove wires."""
        label = (
            tr("Cut a wire")
            if len(edges) == 1
            else tr("Cut {count} wires").format(count=len(edges))
        )
        self.ask(label, lambda document: disconnect(document, edges))
