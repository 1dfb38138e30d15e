"""Everything up to a node, as if the network ended there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from blocks.spec import Shape
from designer.analysis.memory import peak_activation_bytes
from designer.analysis.report import Analysis
from designer.analysis.whole import total_cost
from designer.model.graph import upstream


@dataclass(frozen=True, slots=True)
class UpTo:
    """A network cut off behind one node.

    Args:
        network: its nodes and totals; document and issues are those of the whole design.
    """

    node: str
    network: Analysis

    @property
    def nodes(self) -> tuple[str, ...]:
        """The node and all before it, in the analysis's order."""
        return self.network.order

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """What leaves the node."""
        return self.network.nodes[self.node].outputs

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the totals cannot count: nodes in error, or unknown."""
        return self.network.left_out


def up_to(analysis: Analysis, node: str) -> UpTo:
    """What the network is and costs up to `node`, itself included."""
    before = upstream(analysis.document, (node,))
    order = tuple(id for id in analysis.order if id in before)
    reports = {id: analysis.nodes[id] for id in order}
    network = replace(
        analysis,
        nodes=MappingProxyType(reports),
        order=order,
        total=total_cost(reports.values()),
        peak_activation_bytes=peak_activation_bytes(order, reports, analysis.wirings),
        receptive_field=reports[node].receptive_field,
        left_out=tuple(id for id in order if reports[id].state != "ok"),
        outputs=(node,),
        ends=(),
    )
    return UpTo(node, network)
