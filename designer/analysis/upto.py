"""Everything up to a node, as if the network ended there."""

from __future__ import annotations

from dataclasses import dataclass

from blocks.spec import Shape
from designer.analysis.memory import peak_activation_bytes
from designer.analysis.quantities import Cost, ReceptiveField
from designer.analysis.report import Analysis
from designer.analysis.whole import total_cost
from designer.model.graph import upstream


@dataclass(frozen=True, slots=True)
class UpTo:
    """A network cut off behind one node."""

    node: str
    nodes: tuple[str, ...]  # itself and all before it, in the analysis's order
    shapes: tuple[Shape, ...]  # that leave it
    receptive_field: ReceptiveField
    cost: Cost
    peak_activation_bytes: int
    left_out: tuple[str, ...]  # what the sums cannot count: in error, or unknown


def up_to(analysis: Analysis, node: str) -> UpTo:
    """What the network is and costs up to `node`, itself included."""
    before = upstream(analysis.document, (node,))
    order = tuple(id for id in analysis.order if id in before)
    report = analysis.nodes[node]
    return UpTo(
        node,
        order,
        report.outputs,
        report.receptive_field,
        total_cost(analysis.nodes[id] for id in order),
        peak_activation_bytes(order, analysis.nodes, analysis.wirings),
        tuple(id for id in order if analysis.nodes[id].state != "ok"),
    )
