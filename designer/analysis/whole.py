"""What is said of a design as a whole: its totals, and what is wrong between its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from designer.analysis.report import Cost, Issue, NodeReport
from designer.analysis.row import is_source
from designer.analysis.wiring import parts
from designer.model.document import Document
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
    document: Document, reports: Mapping[str, NodeReport]
) -> Iterator[Issue]:
    """What no single node is to blame for."""
    if document.nodes and not any(map(is_source, document)):
        yield Issue(
            "no_input", "error", None, "the design has no input: add an Image block"
        )
    if cycle := find_cycle(document):
        path = " -> ".join(document.nodes[id].name for id in cycle)
        yield Issue("cycle", "error", None, f"wires run in a circle: {path}")
    pieces = _pieces(document, reports)
    if len(pieces) > 1:
        names = ", ".join(f"'{document.nodes[piece[0]].name}'" for piece in pieces)
        yield Issue(
            "disconnected",
            "warning",
            None,
            f"the design is {len(pieces)} networks without a wire between them: those of {names}",
        )


def _pieces(
    document: Document, reports: Mapping[str, NodeReport]
) -> list[tuple[str, ...]]:
    """Parts that work and share no wire; inputs that feed nothing have a warning of their own."""
    return [
        piece
        for piece in parts(document, document.nodes)
        if all(reports[id].state == "ok" for id in piece)
        and not (len(piece) == 1 and is_source(document.nodes[piece[0]]))
    ]
