"""What is said of a design as a whole: its totals, and what is wrong between its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import count

from designer.analysis.catalog import DesignBlocks
from designer.analysis.report import Cost, Issue, NodeReport, Repair
from designer.analysis.row import is_source
from designer.analysis.wiring import parts
from designer.model.document import Document, Node
from designer.model.edits import rename_node
from designer.model.graph import find_cycle


def total_cost(reports: Iterable[NodeReport]) -> Cost:
    """The sum over all nodes that can be computed."""
    costs = [report.cost for report in reports if report.state == "ok"]
    return Cost(
        sum(cost.params for cost in costs),
        sum(cost.trainable_params for cost in costs),
        sum(cost.macs for cost in costs),
        sum(cost.flops for cost in costs),
        sum(cost.activation_bytes for cost in costs),
    )


def design_issues(
    document: Document, reports: Mapping[str, NodeReport], blocks: DesignBlocks
) -> Iterator[Issue]:
    """What no single node is to blame for."""
    if document.nodes and not any(is_source(n, blocks) for n in document):
        yield Issue(
            "no_input", "error", None, "the design has no input: add an Image block"
        )
    if cycle := find_cycle(document):
        path = " -> ".join(document.nodes[id].name for id in cycle)
        yield Issue("cycle", "error", None, f"wires run in a circle: {path}")
    pieces = _pieces(document, reports, blocks)
    if len(pieces) > 1:
        names = ", ".join(f"'{document.nodes[piece[0]].name}'" for piece in pieces)
        yield Issue(
            "disconnected",
            "warning",
            None,
            f"the design is {len(pieces)} networks without a wire between them: those of {names}",
        )


def name_clashes(
    document: Document, reports: Mapping[str, NodeReport]
) -> Iterator[Issue]:
    """Layers of one name, which Keras refuses: `a_conv` may be a node, and a layer of the node `a`."""
    by_name = {node.name: node for node in document}
    for node in document:
        parts = node.name.split("_")
        for length in range(1, len(parts)):
            other = by_name.get("_".join(parts[:length]))
            if other is None or not (
                both := _layers(reports[node.id]) & _layers(reports[other.id])
            ):
                continue
            free = _unlike_a_layer(document, node)
            rename = partial(rename_node, id=node.id, name=free)
            yield Issue(
                "duplicate_layer",
                "error",
                node.id,
                f"'{min(both)}' is also the name of a layer in '{other.name}'; '{free}' is free",
                repairs=(Repair(f"rename it to '{free}'", rename, 0, 0),),
            )


def _layers(report: NodeReport) -> set[str]:
    names = (call.operation.name for copy in report.calls for call in copy)
    return {name for name in names if name is not None}


def _unlike_a_layer(document: Document, node: Node) -> str:
    """A name that no layer of another node can begin with: without underscores."""
    name = node.name.replace("_", "")
    taken = {other.name for other in document}
    return next(n for n in (f"{name}{i or ''}" for i in count()) if n not in taken)


def _pieces(
    document: Document, reports: Mapping[str, NodeReport], blocks: DesignBlocks
) -> list[tuple[str, ...]]:
    """Parts that work and share no wire; inputs that feed nothing have a warning of their own."""
    return [
        piece
        for piece in parts(document, document.nodes)
        if all(reports[id].state == "ok" for id in piece)
        and not (len(piece) == 1 and is_source(document.nodes[piece[0]], blocks))
    ]
