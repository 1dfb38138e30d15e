"""What the canvas shows, as frozen values made from a document and its analysis. No Qt here.

`scene_state` reuses what an earlier state says about nodes and wires that did not change, so that the scene finds
the difference by identity, and an edit of a design of thousands of nodes costs milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Literal

from blocks.definition import Block
from designer.analysis.report import Analysis, NodeReport, Severity, State
from designer.canvas.wording import Setting, percent, setting_lines, shape_text
from designer.model.document import Document, Edge, Node, empty

Side = Literal["input", "output"]


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
    """A node as it is drawn. `at` is its top left corner in scene pixels."""

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
        shape = self.shape.replace("×", " by ") or "unknown shape"
        parts = [f"{self.block_title} {self.title}", shape]
        if self.repeat:
            parts.insert(1, f"{self.repeat[1:]} copies")
        if self.cost_percent:
            parts.append(f"{percent(self.cost_percent)} of the MACs")
        words = ", ".join(parts)
        return "\n".join(
            [
                words,
                *(f"{issue.severity}: {issue.message}" for issue in self.issues),
            ]
        )


@dataclass(frozen=True, slots=True)
class WireState:
    """A wire as it is drawn. `elements` is the size of its tensor for one image; 0 where it is unknown."""

    edge: Edge
    shape: str = ""
    elements: int = 0
    state: State = "ok"

    @property
    def description(self) -> str:
        """The wire in words, for tooltips and screen readers."""
        if not self.shape:
            return "unknown shape"
        kilobytes = 4 * self.elements / 1024
        return (
            f"{self.shape.replace('×', ' × ')}\n{self.elements:,} numbers, "
            f"{kilobytes:,.1f} KiB in float32"
        )


@dataclass(frozen=True)
class SceneState:
    """All that the canvas shows, and the values it was made from."""

    nodes: Mapping[str, NodeState] = field(default_factory=empty)
    wires: Mapping[Edge, WireState] = field(default_factory=dict)
    document: Document = field(default=Document(), compare=False, repr=False)
    analysis: Analysis = field(default=Analysis(Document()), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PortRef:
    """One port of one node."""

    node: str
    side: Side
    key: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a wire may be drawn; `text` is the shape that would flow, or the sentence that says why not.

    `doubtful`: it may be drawn, and the target would be in error; `text` says why.
    """

    ok: bool
    text: str = ""
    doubtful: bool = False


def scene_state(
    document: Document,
    analysis: Analysis,
    catalog: Mapping[str, Block],
    previous: SceneState | None = None,
) -> SceneState:
    """What the canvas shows for a document.

    Args:
        document: the design; it may be newer than the analysis.
        analysis: of this document, or of an earlier one while the new analysis is under way.
        catalog: the blocks by id; a node whose block is not in it is drawn with the ports that its wires name.
        previous: the state shown so far; what did not change is taken from it.
    """
    old = previous or SceneState()
    total = analysis.total.macs
    old_total = old.analysis.total.macs
    nodes: dict[str, NodeState] = {}
    for node in document:
        report = analysis.nodes.get(node.id)
        share = _share(report, total)
        kept = old.nodes.get(node.id)
        if (
            kept is not None
            and old.document.nodes.get(node.id) is node
            and old.analysis.nodes.get(node.id) is report
            and _share(report, old_total) == share
            and _same_wires(document, old.document, node.id)
        ):
            nodes[node.id] = kept
            continue
        made = _node_state(node, report, share, catalog.get(node.block), document)
        nodes[node.id] = kept if kept == made else made
    wires: dict[Edge, WireState] = {}
    for edge in document.edges:
        if edge.source not in nodes or edge.target not in nodes:
            continue
        ends = edge.source, edge.target
        reports = [analysis.nodes.get(id) for id in ends]
        kept_wire = old.wires.get(edge)
        if kept_wire is None or any(
            report is not old.analysis.nodes.get(id)
            for id, report in zip(ends, reports, strict=True)
        ):
            wire = _wire_state(edge, *reports, nodes[edge.source])
            kept_wire = kept_wire if kept_wire == wire else wire
        wires[edge] = kept_wire
    return SceneState(nodes, wires, document, analysis)


def block_state(block_id: str, catalog: Mapping[str, Block]) -> NodeState:
    """A node of that block with nothing set: what hangs at the cursor while it is dragged from the palette."""
    return _node_state(
        Node(id="", block=block_id, name=block_id),
        None,
        0.0,
        catalog.get(block_id),
        Document(),
    )


def _same_wires(document: Document, old: Document, node: str) -> bool:
    return document.edges is old.edges or (
        document.incoming.get(node) == old.incoming.get(node)
        and document.outgoing.get(node) == old.outgoing.get(node)
    )


def _share(report: NodeReport | None, total: int) -> float:
    """Percent of the design's MACs in half steps: a small change elsewhere does not redraw every node."""
    if report is None or not total:
        return 0.0
    exact = 100 * report.cost.macs / total
    return round(2 * exact) / 2 or (0.25 if exact > 0 else 0.0)


def _node_state(
    node: Node,
    report: NodeReport | None,
    share: float,
    block: Block | None,
    document: Document,
) -> NodeState:
    incoming = {edge.target_port for edge in document.incoming.get(node.id, ())}
    outgoing = {edge.source_port for edge in document.outgoing.get(node.id, ())}
    if block is None:
        inputs = [PortState(key, key, wired=True) for key in sorted(incoming)]
        outputs = [PortState(key, key, wired=True) for key in sorted(outgoing)]
    else:
        inputs = [
            PortState(key, port.name, port.many, key in incoming)
            for index, port in enumerate(block.inputs)
            for key in (port.name if index else "",)
        ]
        outputs = [
            PortState(key, name, wired=key in outgoing)
            for index, name in enumerate(block.outputs)
            for key in (name if index else "",)
        ]
    issues = report.issues if report else ()
    return NodeState(
        id=node.id,
        title=node.name,
        block_title=block.title if block else node.block,
        category=block.category if block else "",
        at=node.at,
        repeat=_repeat_text(node, report),
        lines=setting_lines(node, report, block),
        shape=", ".join(shape_text(shape) for shape in report.outputs)
        if report
        else "",
        cost_percent=share,
        state=report.state if report else "unknown",
        issues=tuple(IssueState(issue.severity, issue.message) for issue in issues),
        inputs=tuple(inputs),
        outputs=tuple(outputs),
    )


def _repeat_text(node: Node, report: NodeReport | None) -> str:
    if report and report.repeat:
        return f"×{report.repeat}" if report.repeat > 1 else ""
    if isinstance(node.repeat, str):
        return "×?"
    return f"×{node.repeat}" if node.repeat > 1 else ""


def _wire_state(
    edge: Edge,
    source: NodeReport | None,
    target: NodeReport | None,
    source_state: NodeState,
) -> WireState:
    keys = [port.key for port in source_state.outputs]
    index = keys.index(edge.source_port) if edge.source_port in keys else 0
    if source is None or source.state != "ok" or index >= len(source.outputs):
        return WireState(edge, state="unknown")
    shape = source.outputs[index]
    # A refusal that names no parameter is about what arrives: the wire is half of the mistake.
    refused = target is not None and any(
        issue.severity == "error" and issue.parameter is None for issue in target.issues
    )
    return WireState(
        edge,
        shape_text(shape),
        prod(size for size in shape[1:] if size is not None),
        "error" if refused else "ok",
    )
