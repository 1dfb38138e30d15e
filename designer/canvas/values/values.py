"""The state of the canvas, as frozen values. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from blocks.definition import Block
from designer.analysis.issues import Severity
from designer.analysis.report import Analysis, State
from designer.canvas.values.translation import told, tr
from designer.canvas.values.wording import Setting, percent
from designer.model.document import Document, Edge, Frame, Note, empty

Side = Literal["input", "output"]
Kind = Literal[
    "block", "composite", "port"
]  # a port: where a definition begins or ends


@dataclass(frozen=True, slots=True)
class PortState:
    """A port; `key` is its spelling in an edge: empty for a block's first port."""

    key: str
    label: str
    many: bool = False
    wired: bool = False


@dataclass(frozen=True, slots=True)
class IssueState:
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class NodeState:
    """A node as drawn. `at` is its top left corner in scene pixels."""

    id: str
    title: str
    block_title: str
    category: str
    at: tuple[float, float]
    repeat: str = ""  # "×3"; empty for a single copy
    lines: tuple[tuple[Setting, ...], ...] = ()
    shape: str = ""  # of the outputs
    cost_percent: float = 0.0  # share of the design's MACs, in steps of half a percent
    state: State = "ok"
    issues: tuple[IssueState, ...] = ()
    inputs: tuple[PortState, ...] = ()
    outputs: tuple[PortState, ...] = ()
    kind: Kind = "block"
    muted: bool = False
    collapsed: bool = False
    colour: str = ""  # that the user gave it

    @property
    def sides(self) -> tuple[tuple[Side, tuple[PortState, ...]], ...]:
        """Its ports by side, inputs first."""
        return ("input", self.inputs), ("output", self.outputs)

    @property
    def severity(self) -> Severity | None:
        """The worst of its issues."""
        found = {issue.severity for issue in self.issues}
        if "error" in found:
            return "error"
        return "warning" if found else None

    @property
    def description(self) -> str:
        """The node in words, for tooltips and screen readers."""
        shape = self.shape.replace("×", tr(" by ")) or tr("unknown shape")
        parts = [f"{told(self.block_title)} {self.title}", shape]
        if self.repeat:
            parts.insert(1, tr("{count} copies").format(count=self.repeat[1:]))
        if self.muted:
            parts.append(tr("muted"))
        if self.cost_percent:
            share = percent(self.cost_percent)
            parts.append(tr("{share} of the MACs").format(share=share))
        words = ", ".join(parts)
        kinds = {"error": tr("error"), "warning": tr("warning")}
        return "\n".join(
            [
                words,
                *(f"{kinds[it.severity]}: {told(it.message)}" for it in self.issues),
            ]
        )


@dataclass(frozen=True, slots=True)
class WireState:
    """A wire as drawn. `elements` is the size of its tensor for one image; 0 where it is unknown."""

    edge: Edge
    shape: str = ""
    elements: int = 0
    state: State = "ok"
    via: tuple[tuple[float, float], ...] = ()  # the dots that it runs through

    @property
    def description(self) -> str:
        """The wire in words, for tooltips and screen readers."""
        if not self.shape:
            return tr("unknown shape")
        kilobytes = 4 * self.elements / 1024
        sizes = tr("{elements} numbers, {kilobytes} KiB in float32").format(
            elements=f"{self.elements:,}", kilobytes=f"{kilobytes:,.1f}"
        )
        return f"{self.shape.replace('×', ' × ')}\n{sizes}"


@dataclass(frozen=True, slots=True)
class MarkRef:
    """One frame or one note."""

    kind: Literal["frame", "note"]
    id: str


Thing = (
    str | MarkRef
)  # what has a position on the canvas: a node by its id, a frame, a note


@dataclass(frozen=True)
class SceneState:
    """All that the canvas shows, and the values it was made from."""

    nodes: Mapping[str, NodeState] = field(default_factory=empty)
    wires: Mapping[Edge, WireState] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=empty)
    notes: Mapping[str, Note] = field(default_factory=empty)
    document: Document = field(default=Document(), compare=False, repr=False)
    analysis: Analysis = field(default=Analysis(Document()), compare=False, repr=False)
    blocks: Mapping[str, Block] = field(
        default_factory=empty, compare=False, repr=False
    )

    @property
    def things(self) -> frozenset[Thing]:
        """Everything that has a position."""
        return frozenset(
            (
                *self.nodes,
                *(MarkRef("frame", id) for id in self.frames),
                *(MarkRef("note", id) for id in self.notes),
            )
        )


@dataclass(frozen=True, slots=True)
class PortRef:
    """One port of one node."""

    node: str
    side: Side
    key: str = ""


@dataclass(frozen=True, slots=True)
class TextRef:
    """A text that can be edited on the canvas: a node's name or parameter, a frame's title, a note.

    `of` is the node's id, or the frame or note.
    """

    of: str | MarkRef
    parameter: str = ""  # empty for the name, the title, the note itself
    first: bool = False  # the override of a row's first copy

    @property
    def is_note(self) -> bool:
        """Whether it may have many lines."""
        return isinstance(self.of, MarkRef) and self.of.kind == "note"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a wire is valid; `text` is the resulting shape, or the reason why not.

    `doubtful`: it may be drawn, and the target would be in error; `text` says why.
    """

    ok: bool
    text: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Insertion:
    """Whether nodes can be inserted into a wire, and all wires of the design after that."""

    verdict: Verdict
    edges: tuple[Edge, ...] = ()
