"""Edits that may repair an issue, likeliest first, by the issue's code. Whether they do is verified afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from designer.analysis.catalog import design_blocks
from designer.analysis.issues import Issue
from designer.analysis.repairs import values, wires
from designer.analysis.repairs.candidate import Candidate, Edit, with_node
from designer.analysis.repairs.inside import Analyse, inside
from designer.analysis.repairs.offered import given_repairs
from designer.analysis.repairs.sizes import input_sizes
from designer.analysis.repairs.trials import find_by_trial
from designer.analysis.report import Analysis
from designer.analysis.tracing import Refused
from designer.model.document import BLOCK_OUTPUT, Document, Node
from designer.model.edits import remove_nodes, replace_block
from designer.model.keras_names import meant_blocks


def proposals(
    analysis: Analysis, issue: Issue, analyse: Analyse
) -> Iterator[Candidate]:
    """Candidates for the repair of an issue, likeliest first.

    Args:
        analyse: the analysis of a design from the analysis of an earlier state, without repairs.
    """
    document = analysis.document
    for repair in given_repairs(issue):
        yield Candidate(repair.title, repair.edit)
    if issue.node is None:
        if issue.code == "no_input":
            yield from wires.images(analysis)
        elif issue.code == "variable" and issue.parameter:
            yield from values.for_variable(analysis, issue.parameter)
        elif issue.code == "cycle":
            yield from wires.cuts(analysis)
        return
    node, report = document.nodes[issue.node], analysis.nodes[issue.node]
    own = node.block in document.definitions
    within = partial(inside, analysis, node, analyse, partial(_inner, analyse))
    match issue.code:
        case _ if own and isinstance(report.outcome, Refused):
            yield from find_by_trial(analysis, issue)
            yield from within()
            yield from wires.connections(analysis, node)
            yield from input_sizes(analysis, node)
            if issue.code == "unknown_block":
                yield _removal(node)
        case "unconnected_input":
            unused = list(within(code="unused_input")) if own else []
            yield from unused or wires.connections(analysis, node)
            if node.block == BLOCK_OUTPUT:
                yield _removal(node)
        case "port_taken":
            yield from wires.one_wire_kept(analysis, node)
        case "unknown_port":
            yield from wires.other_ports(analysis, node)
        case "muted_input":
            yield Candidate("unmute it", partial(_unmuted, id=node.id))
        case "unused_input" | "port_outside":
            yield _removal(node)
        case "unknown_block":
            yield from _other_blocks(document, node)
        case _ if issue.severity == "warning":
            return
        case _ if isinstance(report.outcome, Refused):
            yield from find_by_trial(analysis, issue)
            yield from wires.connections(analysis, node)
            yield from input_sizes(analysis, node)
        case _ if issue.parameter == "repeat":
            yield from values.for_repeat(analysis, node)
        case _ if issue.parameter is not None:
            yield from values.for_parameter(analysis, node, issue.parameter)


def _inner(analyse: Analyse, analysis: Analysis, issue: Issue) -> Iterator[Candidate]:
    return proposals(analysis, issue, analyse)


def _other_blocks(document: Document, node: Node) -> Iterator[Candidate]:
    """Blocks that an unknown one may stand for; with its parameters, else with those that the block has too."""
    blocks = design_blocks(document)
    for id in meant_blocks(node.block, list(blocks), n=3):
        title = f"use {blocks[id].title}"
        yield Candidate(title, _as_block(node.id, id))
        swap = partial(replace_block, id=node.id, block=id, catalog=blocks)
        yield Candidate(title, swap)
    yield _removal(node)


def _removal(node: Node) -> Candidate:
    return Candidate("remove it", partial(remove_nodes, ids=[node.id], heal=True))


def _as_block(id: str, block: str) -> Edit:
    def edit(document: Document) -> Document:
        return with_node(document, replace(document.nodes[id], block=block))

    return edit


def _unmuted(document: Document, *, id: str) -> Document:
    return with_node(document, replace(document.nodes[id], muted=False))
