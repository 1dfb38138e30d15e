"""What the analysis says: frozen values, per node and in total."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from blocks.spec import Call, Shape
from blocks.view import View
from designer.model.document import Document, Scalar, empty

if TYPE_CHECKING:
    from designer.analysis.tracing import Refused, Trace
    from designer.analysis.wiring import Wiring

State = Literal["ok", "error", "unknown"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Cost:
    """Sums over layers. Bytes are of one image in float32."""

    params: int = 0
    trainable_params: int = 0
    macs: int = 0
    flops: int = 0
    activation_bytes: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.params + other.params,
            self.trainable_params + other.trainable_params,
            self.macs + other.macs,
            self.flops + other.flops,
            self.activation_bytes + other.activation_bytes,
        )


@dataclass(frozen=True, slots=True)
class Repair:
    """An edit that makes an issue go and brings no other, in one click.

    `params_change` and `macs_change` are by how much the totals rise when it is applied; they mean the repair's cost
    where the totals count every node now and then (`is_comparable`), else also what can be counted only then. A check
    gives the title and the edit alone; `repairs.with_repairs` verifies it and adds the figures.
    """

    title: str
    edit: Callable[[Document], Document] = field(compare=False, repr=False)
    params_change: int = 0
    macs_change: int = 0
    total: Cost = Cost()  # of the design with the repair
    was_complete: bool = True  # whether the totals count every node now
    complete: bool = True  # and with the repair

    @property
    def is_comparable(self) -> bool:
        """Whether the changes are the repair's alone."""
        return self.was_complete and self.complete


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong with the design: one sentence with the numbers, and what would mend it."""

    code: str
    severity: Severity
    node: str | None  # the node's id; None for the whole design
    message: str
    parameter: str | None = None
    # Looked for when first read, in some milliseconds: nobody waits for them while a slider moves.
    repairs: Sequence[Repair] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ReceptiveField:
    """Height and width in input pixels of what one output element depends on; None: the whole image.

    `stride` is how many input pixels lie between neighbouring outputs: a fraction where the image was enlarged.
    Borders are left out of account, so a field may be larger than the image.
    """

    size: tuple[int, int] | None = (1, 1)
    stride: tuple[Fraction, Fraction] = (Fraction(1), Fraction(1))


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
    cost: Cost = Cost()
    receptive_field: ReceptiveField = (
        ReceptiveField()
    )  # from the design's input to this node's output
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
    total: Cost = Cost()
    peak_activation_bytes: int = 0
    receptive_field: ReceptiveField = ReceptiveField()
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
