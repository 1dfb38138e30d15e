"""The content of the inspector, as frozen values made from the window's state. No Qt here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from blocks.definition import Block, Parameter
from designer.analysis.issues import Issue
from designer.analysis.measures import Measure, Place, Unit, shown
from designer.analysis.notes import uses
from designer.analysis.report import NodeReport
from designer.app.fields.content import FieldContent, is_long
from designer.app.fields.parsing import REPEAT
from designer.app.panels.inspector.possible_actions import NodeAction, node_actions
from designer.app.session.state import State, as_sentence
from designer.app.text.figures import FORMS, exact, value
from designer.app.text.translation import told, tr
from designer.canvas.values.scene_state import shape_text
from designer.model.document import (
    EMPTY,
    Document,
    Edge,
    Node,
    Scalar,
    is_expression,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A name and its value."""

    name: str
    text: str
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A wire into a port that takes many, and its shape."""

    edge: Edge
    text: str


@dataclass(frozen=True)
class NodePage:
    """One node."""

    id: str
    name: str
    block: Block | None
    block_id: str
    repeat: FieldContent
    fields: tuple[FieldContent, ...]
    first: tuple[FieldContent, ...]
    can_differ: tuple[str, ...]  # parameters that the first copy does not override yet
    rows: tuple[Row, ...]
    issues: tuple[Issue, ...]
    variables: Mapping[str, Scalar]
    muted: FieldContent
    feeds: tuple[tuple[str, tuple[Feed, ...]], ...] = ()  # by port that takes many
    actions: tuple[NodeAction, ...] = ()  # its buttons
    inside: bool = False  # it is in an entered block
    note: str = ""  # a remark on the node
    read_only: bool = False


@dataclass(frozen=True)
class DesignPage:
    """The page of the design, when nothing is selected."""

    name: str
    rows: tuple[Row, ...]
    issues: tuple[Issue, ...]
    state: State  # whose variables are shown


@dataclass(frozen=True)
class SeveralPage:
    """The page of several nodes: what they have in common."""

    ids: tuple[str, ...]
    fields: tuple[FieldContent, ...]
    rows: tuple[Row, ...]
    variables: Mapping[str, Scalar]
    repeat: FieldContent
    muted: FieldContent
    inside: bool = False


Page = NodePage | DesignPage | SeveralPage


def page(state: State, blocks: Mapping[str, Block]) -> Page:
    """The content of the inspector for a state."""
    if not state.selection:
        return _design(state)
    if len(state.selection) > 1:
        return _several(state, blocks)
    return _node(state, blocks)


def _node(state: State, blocks: Mapping[str, Block]) -> NodePage:
    node, analysis = state.document.nodes[state.selection[0]], state.analysis
    block = blocks.get(node.block)
    report = analysis.nodes.get(node.id)
    issues = tuple(issue for issue in analysis.issues if issue.node == node.id)
    settings = report.settings if report else ()
    known = block.parameters if block else EMPTY
    wide = _wide(state.document, node.block)
    fields = tuple(
        _field(parameter, node.params, _last(settings), issues, wide)
        for parameter in known.values()
    )
    first = tuple(
        _field(known[name], node.first, settings[0] if settings else EMPTY, ())
        for name in node.first
        if name in known
    )
    repeat = _repeat(
        node.repeat,
        changed=node.repeat != 1,
        resolved=str(report.repeat) if report and is_expression(node.repeat) else "",
        issues=_of("repeat", issues),
    )
    return NodePage(
        id=node.id,
        name=node.name,
        block=block,
        block_id=node.block,
        repeat=repeat,
        fields=fields,
        first=first,
        can_differ=tuple(name for name in known if name not in node.first),
        rows=_node_rows(block, report) if report else (),
        issues=issues,
        variables=analysis.variables,
        muted=_muted(node.muted),
        feeds=_feeds(state, node, block) if block else (),
        actions=node_actions(state, node, blocks),
        inside=state.inside,
        read_only=state.read_only,
        note=_note(state, node, report),
    )


def _note(state: State, node: Node, report: NodeReport | None) -> str:
    """A note that another use of the same block has other weights."""
    if node.block not in state.root.definitions or (
        report is not None and report.state == "ok" and not report.cost.params
    ):
        return ""
    count = len(uses(state.root, node.block))
    if count < 2:
        return ""
    return tr("{count} uses in this design, each with weights of its own.").format(
        count=count
    )


def _repeat(
    value: Scalar | None,
    *,
    changed: bool,
    resolved: str = "",
    issues: tuple[Issue, ...] = (),
) -> FieldContent:
    return FieldContent(
        "repeat",
        int,
        value,
        1,
        changed=changed,
        resolved=resolved,
        range=REPEAT,
        help=tr("how many copies of the block follow each other"),
        issues=issues,
    )


def _muted(value: bool | None) -> FieldContent:
    return FieldContent(
        "muted",
        bool,
        value,
        False,
        changed=bool(value),
        help=tr("its input passes through unchanged, and the totals leave it out"),
    )


def _field(
    parameter: Parameter,
    given: Mapping[str, Scalar],
    resolved: Mapping[str, Scalar],
    issues: tuple[Issue, ...],
    wide: Collection[str] = (),
) -> FieldContent:
    current = given.get(parameter.name, parameter.default)
    worth = resolved.get(parameter.name)
    return FieldContent(
        key=parameter.name,
        type=parameter.type,
        value=current,
        default=parameter.default,
        changed=parameter.name in given and current != parameter.default,
        resolved=value(worth) if is_expression(current) and worth is not None else "",
        choices=parameter.choices,
        range=parameter.range,
        literal=parameter.literal,
        help=parameter.help,
        issues=_of(parameter.name, issues),
        wide=parameter.name in wide,
    )


def _feeds(
    state: State, node: Node, block: Block
) -> tuple[tuple[str, tuple[Feed, ...]], ...]:
    document, nodes = state.document, state.document.nodes
    found = []
    for index, port in enumerate(block.inputs):
        key = port.name if index else ""
        wires = [e for e in document.incoming.get(node.id, ()) if e.target_port == key]
        if not port.many:
            continue
        report = state.analysis.nodes.get(node.id)
        shapes = report.inputs[index] if report and index < len(report.inputs) else ()
        known = shapes if len(shapes) == len(wires) else [None] * len(wires)
        feeds = (
            Feed(
                wire,
                f"{nodes[wire.source].name}  {shape_text(shape) if shape else ''}".strip(),
            )
            for wire, shape in zip(wires, known, strict=True)
        )
        found.append((port.name, tuple(feeds)))
    return tuple(found)


def _wide(document: Document, block: str) -> frozenset[str]:
    """Parameters that need a line of their own in some node of a block, and so get one in all of its nodes."""
    return frozenset(
        name
        for node in document
        if node.block == block
        for name, value in node.params.items()
        if is_long(value)
    )


def _of(parameter: str, issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    return tuple(issue for issue in issues if issue.parameter == parameter)


def _last(settings: tuple[Mapping[str, Scalar], ...]) -> Mapping[str, Scalar]:
    return settings[-1] if settings else EMPTY


def _node_rows(block: Block | None, report: NodeReport) -> tuple[Row, ...]:
    rows = []
    for index, shapes in enumerate(report.inputs):
        port = block.inputs[index].name if block and len(block.inputs) > 1 else ""
        text = "\n".join(map(shape_text, shapes)) or tr("not wired")
        rows.append(
            Row(
                tr("Input {port}").format(port=port).strip(),
                text,
                tr("Height, width, channels"),
            )
        )
    for index, shape in enumerate(report.outputs):
        port = block.outputs[index] if block and len(block.outputs) > 1 else ""
        rows.append(
            Row(
                tr("Output {port}").format(port=port).strip(),
                shape_text(shape),
                tr("Height, width, channels"),
            )
        )
    if report.state != "ok":
        why = (
            tr("Known when its error is mended.")
            if report.state == "error"
            else tr("Known when what leads here is complete and without errors.")
        )
        return (*rows, Row(tr("Output, cost"), tr("unknown"), why))
    measured = [
        Row(
            tr(measure.name),
            FORMS[measure.unit].full(measure.node(report)),
            _help(measure, report),
        )
        for measure in shown(Place.NODE)
        if measure.node
    ]
    return (*rows, *measured)


def _help(measure: Measure[Any], report: NodeReport) -> str:
    numbers = measure.parts(report.cost).items()
    parts = {name: exact(number) for name, number in numbers}
    text = tr(measure.detail).format(**parts) if measure.detail else tr(measure.help)
    summed = measure.adds_up and report.repeat > 1
    return tr("Of all copies together. ") + text if summed else text


def _design(state: State) -> DesignPage:
    analysis = state.analysis
    left = len(analysis.left_out)
    rows = [Row(tr("Nodes"), exact(len(state.document.nodes)))]
    if left:
        rows.append(
            Row(tr("Not counted"), exact(left), tr("In error, or behind an error."))
        )
    rows += [
        Row(
            tr(measure.name),
            FORMS[measure.unit].full(measure.total(analysis)),
            tr(measure.help),
        )
        for measure in shown(Place.DESIGN)
        if analysis.outputs or measure.unit is not Unit.PIXELS
    ]
    return DesignPage(
        name=state.document.name,
        rows=tuple(rows),
        issues=tuple(issue for issue in analysis.issues if issue.node is None),
        state=state,
    )


def _several(state: State, blocks: Mapping[str, Block]) -> SeveralPage:
    nodes = [state.document.nodes[id] for id in state.selection]
    known = [blocks[n.block].parameters if n.block in blocks else EMPTY for n in nodes]
    fields = []
    for name, parameter in known[0].items():
        others = [parameters.get(name) for parameters in known]
        if any(
            p is None or p.type is not parameter.type or p.choices != parameter.choices
            for p in others
        ):
            continue
        values = [
            node.params.get(name, parameters[name].default)
            for node, parameters in zip(nodes, known, strict=True)
        ]
        same = all(found == values[0] for found in values)
        fields.append(
            FieldContent(
                key=name,
                type=parameter.type,
                value=values[0] if same else None,
                default=parameter.default,
                changed=any(name in node.params for node in nodes),
                choices=parameter.choices,
                range=parameter.range,
                literal=parameter.literal,
                help=parameter.help,
            )
        )
    reports = [state.analysis.nodes[id] for id in state.selection]
    muted = {node.muted for node in nodes}
    repeats = {node.repeat for node in nodes}
    return SeveralPage(
        ids=state.selection,
        fields=tuple(fields),
        rows=tuple(
            Row(
                tr(measure.name),
                FORMS[measure.unit].full(sum(map(measure.node, reports))),
                tr(measure.help),
            )
            for measure in shown(Place.SEVERAL)
            if measure.node
        ),
        variables=state.analysis.variables,
        repeat=_repeat(
            next(iter(repeats)) if len(repeats) == 1 else None, changed=repeats != {1}
        ),
        muted=_muted(next(iter(muted)) if len(muted) == 1 else None),
        inside=state.inside,
    )


def sentence(issue: Issue) -> str:
    return as_sentence(told(issue.message))
