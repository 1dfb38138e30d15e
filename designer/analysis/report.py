"""What the analysis says: frozen values, per node and in total."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from blocks.spec import Call, Shape
from blocks.view import View
from designer.analysis.issues import Issue
from designer.analysis.quantities import NO_COST, ONE_PIXEL, Cost, ReceptiveField
from designer.analysis.tracing import Refused, Trace
from designer.analysis.wiring import Wiring
from designer.model.document import Document, Scalar, empty

State = Literal["ok", "error", "unknown"]


@dataclass(frozen=True, slots=True)
class NodeReport:
    """One node: resolved settings, shapes at its ports, and what it costs with all its copies."""

    state: State
    settings: tuple[
        Mapping[str, Scalar], ...
    ] = ()  # one a copy: expressions evaluated, defaults filled in
    inputs: tuple[
        tuple[Shape, ...], ...
    ] = ()  # per input port, per wire, into the first copy
    outputs: tuple[Shape, ...] = ()  # per output port, out of the last copy
    copies: tuple[tuple[Shape, ...], ...] = ()  # per copy: the shapes that it returns
    cost: Cost = NO_COST
    receptive_field: ReceptiveField = (
        ONE_PIXEL  # from the design's input to this node's output
    )
    calls: tuple[tuple[Call, ...], ...] = ()  # per copy: the record
    issues: tuple[Issue, ...] = ()
    views: tuple[View, ...] = field(
        default=(), repr=False
    )  # per output port: what its elements depend on
    outcome: Trace | Refused | None = field(
        default=None, compare=False, repr=False
    )  # of calling the block; the next analysis goes on from it

    @property
    def repeat(self) -> int:
        return len(self.settings)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document, analysed. `order` is topological: producers first, ties as in the document."""

    document: Document
    nodes: Mapping[str, NodeReport] = field(default_factory=empty)
    order: tuple[str, ...] = ()
    total: Cost = NO_COST
    peak_activation_bytes: int = 0
    receptive_field: ReceptiveField = ONE_PIXEL
    variables: Mapping[str, Scalar] = field(default_factory=empty)
    issues: tuple[Issue, ...] = ()  # of all nodes in order, then of the design
    left_out: tuple[
        str, ...
    ] = ()  # nodes in error or unknown: the totals do not count them
    outputs: tuple[str, ...] = ()  # nodes that have outputs of the network's
    ends: tuple[tuple[str, int], ...] = ()  # these outputs: a node, and which of its
    wirings: Mapping[str, Wiring] = field(
        default_factory=empty, compare=False, repr=False
    )  # which tensor reaches which port of a node
    exceeds_layers: bool = field(
        default=False, compare=False, repr=False
    )  # rows are unknown, since those before them have all layers that a design may have
    ports: Mapping[str, Shape] | None = field(
        default=None, compare=False, repr=False
    )  # of a body: the shape that reaches each of its inputs, by node
    admits: Callable[[Callable[[Document], Document]], bool] | None = field(
        default=None, compare=False, repr=False
    )  # of a body: whether an edit of it leaves the design around it without new issues

    @property
    def size_bytes(self) -> int:
        """Weights in float32."""
        return 4 * self.total.params

    @property
    def complete(self) -> bool:
        """Whether the totals count every node."""
        return not self.left_out

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity == "error")
