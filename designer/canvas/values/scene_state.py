"""Makes the state of the canvas from a document and its analysis. No Qt here.

`scene_state` reuses what an earlier state says about nodes and wires that did not change, so that the scene finds
the difference by identity, and an edit of a design of thousands of nodes costs milliseconds.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from math import prod

from blocks.definition import Block
from designer.analysis.issues import Issue, Severity
from designer.analysis.report import Analysis, NodeReport
from designer.canvas.values.values import (
    IssueState,
    Kind,
    NodeState,
    PortRef,
    PortState,
    SceneState,
    Side,
    Verdict,
    WireState,
)
from designer.canvas.values.wording import Setting, setting_lines, shape_text
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Document,
    Edge,
    Node,
)

__all__ = [
    "IssueState",
    "Kind",
    "NodeState",
    "PortRef",
    "PortState",
    "SceneState",
    "Setting",
    "Severity",
    "Side",
    "Verdict",
    "WireState",
    "block_state",
    "scene_state",
    "shape_text",
]


def scene_state(
    document: Document,
    analysis: Analysis,
    catalog: Mapping[str, Block],
    previous: SceneState | None = None,
) -> SceneState:
    """The state of the canvas for a document.

    Args:
        document: the design; it may be newer than the analysis.
        analysis: of this document, or of an earlier one while the new analysis is running.
        catalog: the blocks by id; a node with an unknown block is drawn with the ports that its wires name.
        previous: the last state; unchanged values are reused from it.
    """
    steps = drawing(document, analysis, catalog, previous)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            state: SceneState = done.value
            return state


def drawing(
    document: Document,
    analysis: Analysis,
    catalog: Mapping[str, Block],
    previous: SceneState | None = None,
) -> Generator[None, None, SceneState]:
    """`scene_state` in steps, one for each changed node, for callers with other work in between."""
    old = previous or SceneState()
    total = analysis.total.macs
    old_total = old.analysis.total.macs
    said, said_before = _said_besides(analysis), _said_besides(old.analysis)
    nodes: dict[str, NodeState] = {}
    for node in document:
        report = analysis.nodes.get(node.id)
        share = _share(report, total)
        block = catalog.get(node.block)
        besides = said.get(node.id, ())
        kept = old.nodes.get(node.id)
        if (
            kept is not None
            and old.blocks.get(node.block) is block
            and said_before.get(node.id, ()) == besides
            and old.document.nodes.get(node.id) is node
            and old.analysis.nodes.get(node.id) is report
            and _share(report, old_total) == share
            and _same_wires(document, old.document, node.id)
        ):
            nodes[node.id] = kept
            continue
        yield
        made = _node_state(node, report, share, block, document, besides)
        nodes[node.id] = kept if kept == made else made
    wires: dict[Edge, WireState] = {}
    for edge in document.edges:
        if edge.source not in nodes or edge.target not in nodes:
            continue
        ends = edge.source, edge.target
        reports = analysis.nodes.get(edge.source), analysis.nodes.get(edge.target)
        kept_wire = old.wires.get(edge)
        if (
            kept_wire is None
            or kept_wire.via != edge.via
            or any(
                report is not old.analysis.nodes.get(id)
                for id, report in zip(ends, reports, strict=True)
            )
        ):
            wire = _wire_state(edge, *reports, nodes[edge.source])
            kept_wire = kept_wire if kept_wire == wire else wire
        wires[edge] = kept_wire
    return SceneState(
        nodes,
        wires,
        {frame.id: frame for frame in document.frames},
        {note.id: note for note in document.notes},
        document,
        analysis,
        catalog,
    )


def block_state(block_id: str, catalog: Mapping[str, Block]) -> NodeState:
    """A node of that block with its defaults, shown at the cursor while it is dragged from the palette."""
    return _node_state(
        Node(id="", block=block_id, name=block_id),
        None,
        0.0,
        catalog.get(block_id),
        Document(),
    )


def _said_besides(analysis: Analysis) -> Mapping[str, tuple[Issue, ...]]:
    """Issues of the whole analysis that concern single nodes: of names, such as a layer's that another has too."""
    said: dict[str, tuple[Issue, ...]] = {}
    for issue in analysis.issues:
        report = analysis.nodes.get(issue.node or "")
        if issue.node and report and issue not in report.issues:
            said[issue.node] = (*said.get(issue.node, ()), issue)
    return said


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
    besides: tuple[Issue, ...] = (),
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
    issues = (*(report.issues if report else ()), *besides)
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
        kind=_kind(node, document),
        muted=node.muted,
        collapsed=node.collapsed,
        colour=node.colour,
    )


def _kind(node: Node, document: Document) -> Kind:
    if node.block in document.definitions:
        return "composite"
    return "port" if node.block in (BLOCK_INPUT, BLOCK_OUTPUT) else "block"


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
        return WireState(edge, state="unknown", via=edge.via)
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
        edge.via,
    )
