"""What is said of one node, given what is said of those that feed it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from blocks.catalog import SINGLE
from blocks.definition import Block
from blocks.spec import Shape, TensorSpec
from blocks.view import View
from designer.analysis.catalog import DesignBlocks
from designer.analysis.derived import derivation
from designer.analysis.flow import field_of, follow
from designer.analysis.issues import Issue
from designer.analysis.quantities import ReceptiveField
from designer.analysis.report import NodeReport
from designer.analysis.settings import Settings, resolve_settings
from designer.analysis.tracing import Refused, Trace, Wires, trace_row
from designer.analysis.untaken import trying, untaken_refusal
from designer.analysis.wiring import Wiring
from designer.model.bounds import MAX_LAYERS
from designer.model.document import BLOCK_INPUT, BLOCK_OUTPUT, Node
from designer.model.keras_names import did_you_mean_block
from designer.model.variables import Resolved

Reports = Mapping[str, NodeReport]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a row stands in: the design's blocks and variables; inside a composite, the shapes at its ports."""

    blocks: DesignBlocks
    variables: Resolved
    ports: Mapping[str, Shape] | None = None


def report_row(
    node: Node,
    wiring: Wiring,
    reports: Reports,
    around: Surroundings,
    old: tuple[Node, NodeReport] | None,
    most: int = MAX_LAYERS,
) -> NodeReport:
    """Report on a node.

    Args:
        reports: of the nodes that feed it; one that is missing counts as unknown.
        old: the node and its report as they were: where settings and shapes are equal its block is not called again.
        most: layers that the node may have; with none left it stays unknown.
    """
    block = around.blocks.get(node.block)
    if block is None:
        hint = did_you_mean_block(node.block, around.blocks)
        message = f"there is no block '{node.block}'{hint}"
        issue = Issue("unknown_block", "error", node.id, message)
        return NodeReport("error", issues=(issue,))
    if node.block == BLOCK_OUTPUT and around.ports is None:
        message = "a block's output stands inside a block: the network's output is what nothing reads"
        issue = Issue("port_outside", "error", node.id, message)
        return NodeReport("error", issues=(issue,))
    if node.block == BLOCK_INPUT and around.ports is not None:
        if node.id not in around.ports:
            return NodeReport("unknown")
        block = _given(around.ports[node.id])
    resolution = resolve_settings(node, block, around.variables)
    settings, issues = resolution.settings, (*resolution.issues, *wiring.issues)
    if node.muted:
        issues = wiring.issues  # of what does nothing, nothing is wrong
    wires = _shapes(wiring, reports)
    if issues:
        return NodeReport("error", settings, wires or (), issues=issues)
    if wires is None:
        return NodeReport("unknown", settings)
    outcome = _known(node, settings, wires, old)
    if outcome is None and node.muted:
        outcome = trace_row(_bypass(len(block.outputs)), node.name, [{}], wires)
    elif outcome is None and most <= 0:
        return NodeReport("unknown", settings, wires)
    elif outcome is None:
        with trying(around.variables.work):
            outcome = trace_row(block, node.name, settings, wires, most)
    assert outcome is not None
    if isinstance(outcome, Refused):
        refusal = _refusal(node, block, settings, outcome, wires)
        return NodeReport("error", settings, wires, issues=(refusal,), outcome=outcome)
    with trying(around.variables.work):
        untaken = untaken_refusal(node, block, wires, around.variables)
    if untaken is not None:
        return NodeReport("error", settings, wires, issues=(untaken,))
    views = _views(node.id, wiring, outcome, reports)
    return NodeReport(
        "ok",
        settings,
        wires,
        outcome.outputs,
        () if node.muted else outcome.copies,
        outcome.cost,
        field_of(views),
        () if node.muted else outcome.calls,
        views=views,
        outcome=outcome,
    )


@cache
def _bypass(outputs: int) -> Block:
    """What a muted row does: every output is its input."""

    def bypass(x: Any, *, name: str) -> tuple[Any, ...]:
        return (x,) * outputs

    return Block(bypass, "Bypass", "")


@cache
def _given(shape: Shape) -> Block:
    """The input of a composite that is looked into: a tensor from outside."""

    def given(*, name: str) -> TensorSpec:
        return TensorSpec(shape)

    return Block(given, "Input of the block", "")


def seen_from_elsewhere(
    node: Node, report: NodeReport, wiring: Wiring, reports: Reports
) -> NodeReport | None:
    """A report of a node that is as it was, on shapes that are as they were; None if they are not.

    Only what lies before it has changed, and with that its receptive field.
    """
    trace = report.outcome
    if not isinstance(trace, Trace) or _shapes(wiring, reports) != report.inputs:
        return None
    views = _views(node.id, wiring, trace, reports)
    if views == report.views and not report.issues:
        return report
    return replace(report, receptive_field=field_of(views), views=views, issues=())


def is_source(node: Node, blocks: DesignBlocks) -> bool:
    """Whether a node is an input of the design: its block takes no wire."""
    block = blocks.get(node.block)
    return block is not None and not block.inputs


def _shapes(wiring: Wiring, reports: Reports) -> Wires | None:
    """Shapes per port and wire; None where one is not known."""
    ports: list[tuple[Shape, ...]] = []
    for tensors in wiring.ports:
        shapes = []
        for node, output in tensors:
            report = reports.get(node)
            if report is None or report.state != "ok":
                return None
            shapes.append(report.outputs[output])
        ports.append(tuple(shapes))
    return tuple(ports)


def _known(
    node: Node,
    settings: tuple[Settings, ...],
    wires: Wires,
    old: tuple[Node, NodeReport] | None,
) -> Trace | Refused | None:
    if old is None:
        return None
    was, report = old
    same = (
        (was.block, was.name, was.muted) == (node.block, node.name, node.muted)
        and report.settings == settings
        and report.inputs == wires
    )
    return report.outcome if same else None


def arriving(wiring: Wiring, reports: Reports) -> list[View]:
    """What the elements depend on that arrive over each wire."""
    return [reports[node].views[output] for node, output in wiring.tensors]


def layer_fields(
    id: str, report: NodeReport, wires: Sequence[View]
) -> list[ReceptiveField]:
    """The receptive field behind each layer of a row, all copies in order."""
    if not isinstance(report.outcome, Trace):
        return []
    steps = report.outcome.steps
    found = follow(steps, wires, id)
    return [
        field_of(found[step.makes + index] for index in range(len(step.outputs)))
        for step in steps
        if step.operation is not None
    ]


def _views(id: str, wiring: Wiring, trace: Trace, reports: Reports) -> tuple[View, ...]:
    found = follow(trace.steps, arriving(wiring, reports), id)
    return tuple(found[number] for number in trace.made)


def _refusal(
    node: Node,
    block: Block,
    settings: tuple[Settings, ...],
    refused: Refused,
    wires: Wires,
) -> Issue:
    copy = f"copy {refused.copy} of {len(settings)}: " if len(settings) > 1 else ""
    parameter: str | None = refused.code  # a layer's refusal is often called after it
    if parameter not in block.parameters:
        parameter = _named(block, settings[refused.copy - 1], refused.message)
    message = copy + refused.message
    if refused.copy == 1 and block.category not in SINGLE:

        def refuse(other: Settings, shapes: Wires) -> str:
            outcome = trace_row(block, node.name, [other], shapes)
            return outcome.message if isinstance(outcome, Refused) else ""

        if why := derivation(refused.message, settings[0], wires, refuse):
            message = f"{message}; {why}"
    return Issue(refused.code, "error", node.id, message, parameter)


def _named(block: Block, settings: Settings, message: str) -> str | None:
    """The parameter that a sentence speaks of: one whose name and value stand in it, else one whose name does."""
    words = set(re.findall(r"[a-z]+", message.lower()))
    numbers = set(re.findall(r"\d+(?:\.\d+)?", message))
    best, best_score = None, 0
    for name in block.parameters:
        stems = [
            part for part in name.split("_") if part in words or f"{part}s" in words
        ]
        score = 2 * len(stems) + (str(settings[name]) in numbers if stems else 0)
        if score > best_score:
            best, best_score = name, score
    return best
