"""Document -> Analysis. With the analysis before, only what lies downstream of a change is done again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from designer.analysis.catalog import BLOCKS
from designer.analysis.flow import widest
from designer.analysis.memory import peak_activation_bytes
from designer.analysis.report import Analysis, Cost, Issue, NodeReport
from designer.analysis.row import is_source, report_row
from designer.analysis.settings import uses_expressions
from designer.analysis.wiring import Wiring, parts, wire
from designer.model.document import Document, Node
from designer.model.graph import find_cycle, topological_order
from designer.model.signature import Signature
from designer.model.variables import resolve

_NO_PORTS = Signature(inputs=())


def analyse(document: Document, previous: Analysis | None = None) -> Analysis:
    """What a design is and costs, and what is wrong with it.

    Args:
        previous: the analysis of an earlier state of the same design. Reports that come out equal are taken over as
            they are, no block is called again for them, and nothing behind them is looked at.
    """
    return _Pass(document, previous or Analysis(Document())).run()


class _Pass:
    """One walk over a document, producers first."""

    def __init__(self, document: Document, before: Analysis) -> None:
        old = before.document
        self.document = document
        self.before = before
        self.variables = resolve(document.variables)
        self.same_variables = document.variables == old.variables
        self.same_edges = document.edges == old.edges
        grouped = old if self.same_edges else document
        self.incoming, self.outgoing = grouped.incoming, grouped.outgoing
        self.edited = {
            id for id, node in document.nodes.items() if old.nodes.get(id) is not node
        }
        self.altered: set[str] = set()  # what feeds others has become something else
        self.reports: dict[str, NodeReport] = {}
        self.wirings: dict[str, Wiring] = {}

    def run(self) -> Analysis:
        document, order = self.document, self._order()
        for id in order:
            self._visit(document.nodes[id])
        left_out = tuple(id for id in order if self.reports[id].state != "ok")
        total = _total(self.reports.values())
        outputs = tuple(
            id
            for id in order
            if id not in self.outgoing and not is_source(document.nodes[id])
        )
        return Analysis(
            document=document,
            nodes=MappingProxyType(self.reports),
            order=order,
            total=total,
            peak_activation_bytes=peak_activation_bytes(
                order, self.reports, self.wirings
            ),
            receptive_field=widest(
                [self.reports[id].receptive_field for id in outputs]
            ),
            variables=MappingProxyType(self.variables.values),
            issues=(
                *(issue for id in order for issue in self.reports[id].issues),
                *self._issues(),
            ),
            left_out=left_out,
            outputs=outputs,
            wirings=MappingProxyType(self.wirings),
            reference=self.before.reference if left_out else total,
        )

    def _order(self) -> tuple[str, ...]:
        if self.same_edges and tuple(self.document.nodes) == tuple(
            self.before.document.nodes
        ):
            return self.before.order
        order = topological_order(self.document)
        ordered = set(order)  # what lies on a cycle comes last
        return order + tuple(id for id in self.document.nodes if id not in ordered)

    def _visit(self, node: Node) -> None:
        wiring = self.wirings[node.id] = self._wiring(node)
        report = self.before.nodes.get(node.id)
        if report is None or self._stale(node, wiring, report):
            old = self.before.document.nodes.get(node.id)
            made = report_row(
                node,
                wiring,
                self.reports,
                self.variables,
                (old, report) if old and report else None,
            )
            made = self._noted(node, made)
            if report is None or made != report:
                if (
                    old is None
                    or report is None
                    or old.block != node.block
                    or _feeds(made) != _feeds(report)
                ):
                    self.altered.add(node.id)
                report = made
        self.reports[node.id] = report

    def _wiring(self, node: Node) -> Wiring:
        edges = self.incoming.get(node.id, ())
        wiring = self.before.wirings.get(node.id)
        if (
            wiring is not None
            and node.id not in self.edited
            and not any(edge.source in self.edited for edge in edges)
            and (
                self.same_edges
                or edges == self.before.document.incoming.get(node.id, ())
            )
        ):
            return wiring
        signature = BLOCKS.signature(node.block) or _NO_PORTS
        return wire(self.document, node, edges, signature, BLOCKS)

    def _stale(self, node: Node, wiring: Wiring, report: NodeReport) -> bool:
        """Whether a report must be made again, for all that is known before making it."""
        return (
            node.id in self.edited
            or any(source in self.altered for source, _ in wiring.tensors)
            or not (self.same_variables or not uses_expressions(node))
            or wiring != self.before.wirings.get(node.id)
            or self._noted(node, report) is not report
        )

    def _noted(self, node: Node, report: NodeReport) -> NodeReport:
        """The report with the warning that an input feeds nothing, where that is so, and without it elsewhere."""
        if node.id in self.outgoing and not report.issues:
            return report
        unused = (
            is_source(node)
            and node.id not in self.outgoing
            and len(self.document.nodes) > 1
        )
        others = tuple(i for i in report.issues if i.code != "unused_input")
        if unused == (others != report.issues):
            return report
        message = "nothing is wired to this input's output"
        note = (Issue("unused_input", "warning", node.id, message),) if unused else ()
        return replace(report, issues=others + note)

    def _issues(self) -> Iterator[Issue]:
        """What is wrong with the design as a whole."""
        document = self.document
        for name, fault in self.variables.faults.items():
            yield Issue("variable", "error", None, str(fault), name)
        if document.nodes and not any(map(is_source, document)):
            yield Issue(
                "no_input", "error", None, "the design has no input: add an Image block"
            )
        if cycle := self._cycle():
            path = " -> ".join(document.nodes[id].name for id in cycle)
            yield Issue("cycle", "error", None, f"wires run in a circle: {path}")
        if len(pieces := self._pieces()) > 1:
            names = ", ".join(f"'{document.nodes[piece[0]].name}'" for piece in pieces)
            yield Issue(
                "disconnected",
                "warning",
                None,
                f"the design falls into {len(pieces)} networks without a wire between them: "
                f"those of {names}",
            )

    def _cycle(self) -> tuple[str, ...]:
        return () if self.same_edges else find_cycle(self.document)

    def _pieces(self) -> list[tuple[str, ...]]:
        """Parts that work and share no wire; inputs that feed nothing have a warning of their own."""
        if len(self.document.nodes) < 2:
            return []
        return [
            piece
            for piece in parts(self.document, self.document.nodes)
            if all(self.reports[id].state == "ok" for id in piece)
            and not (len(piece) == 1 and is_source(self.document.nodes[piece[0]]))
        ]


def _feeds(report: NodeReport) -> tuple[object, ...]:
    """What those that a node feeds see of it."""
    return report.state, report.outputs, report.receptive_field


def _total(reports: Iterable[NodeReport]) -> Cost:
    costs = [report.cost for report in reports if report.state == "ok"]
    return Cost(
        sum(cost.params for cost in costs),
        sum(cost.trainable_params for cost in costs),
        sum(cost.macs for cost in costs),
        sum(cost.flops for cost in costs),
        sum(cost.activation_bytes for cost in costs),
    )
