"""What the hand asks of wires."""

from __future__ import annotations

from collections.abc import Mapping

from designer.analysis import analyse
from designer.app import rewiring
from designer.app.canvas_binding.asking import Asking
from designer.app.controller import Controller
from designer.app.state import as_sentence
from designer.canvas.geometry import node_sizes
from designer.canvas.scene import CanvasScene
from designer.canvas.state import PortRef, Verdict, shape_text
from designer.canvas.translation import tr
from designer.canvas.view import CanvasView
from designer.model.document import Edge
from designer.model.edits import Refusal, connect, disconnect, set_via


class Wires(Asking):
    """Judges, connects and cuts."""

    def __init__(
        self, controller: Controller, scene: CanvasScene, view: CanvasView
    ) -> None:
        super().__init__(controller, scene, view)
        scene.judge = self.judge
        scene.connect_requested.connect(self.connect_ports)
        scene.disconnect_requested.connect(self.cut)
        scene.rewire_requested.connect(self.rewire)
        scene.bend_requested.connect(self.bend)
        scene.insert_requested.connect(self.insert)
        scene.pull_out_requested.connect(self.pull_out)

    def judge(
        self, source: str, source_port: str, target: str, target_port: str
    ) -> Verdict:
        """Whether a wire may be drawn, and the shape that would flow, with what the target would say to it."""
        controller = self.controller
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
        report = self.controller.analysis.nodes[node]
        signature = self.controller.signatures.signature(
            self.controller.document.nodes[node].block
        )
        index = (signature.output_index(port) if signature else 0) or 0
        return shape_text(report.outputs[index]) if index < len(report.outputs) else ""

    def connect_ports(
        self, source: str, source_port: str, target: str, target_port: str
    ) -> None:
        """Draw a wire."""
        nodes = self.controller.document.nodes
        self.ask(
            tr("Connect {source} to {target}").format(
                source=nodes[source].name, target=nodes[target].name
            ),
            lambda document: connect(
                document,
                source,
                target,
                source_port=source_port,
                target_port=target_port,
                catalog=self.controller.signatures,
                replace=True,
            ),
        )

    def rewire(self, edges: tuple[Edge, ...], port: PortRef) -> None:
        """Let wires begin or end at another port."""
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
        """Lead a wire through dots."""
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
        """Put a node that is there into a wire."""
        ((id, at),) = places.items()
        controller, options = self.controller, self.scene.options
        self.ask(
            tr("Insert {node} into a wire").format(node=self.called((id,))),
            lambda document: rewiring.insert_node(
                document,
                edge,
                id,
                catalog=controller.signatures,
                at=at,
                sizes=node_sizes(controller.state.scene, options),
                direction=options.direction,
            ),
        )

    def pull_out(self, places: Mapping[str, tuple[float, float]]) -> None:
        """Take nodes out of their wires, and put them elsewhere."""
        self.ask(
            tr("Pull out {nodes}").format(nodes=self.called(tuple(places))),
            lambda document: rewiring.pull_out(document, places),
        )

    def cut(self, edges: tuple[Edge, ...]) -> None:
        """Take wires away."""
        label = (
            tr("Cut a wire")
            if len(edges) == 1
            else tr("Cut {count} wires").format(count=len(edges))
        )
        self.ask(label, lambda document: disconnect(document, edges))
