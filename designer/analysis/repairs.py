"""Repairs of issues: edits that make them go, each with what it costs. They are looked for when first read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property, partial
from itertools import islice
from types import MappingProxyType
from typing import overload

from blocks.definition import Block
from designer.analysis.catalog import BLOCKS, design_blocks
from designer.analysis.report import Analysis, Issue, Repair
from designer.analysis.settings import shown
from designer.analysis.tracing import Refused
from designer.analysis.trials import Candidate, Edit, find_by_trial
from designer.model.document import Document, Node, Scalar, is_expression
from designer.model.edits import add_node, disconnect, remove_nodes

AT_MOST = 8

Analyse = Callable[[Document, Analysis], Analysis]


class Repairs(Sequence[Repair]):
    """The repairs of one issue, looked for when first read."""

    def __init__(self, find: Callable[[], Iterator[Repair]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> tuple[Repair, ...]:
        return tuple(self._find())

    @overload
    def __getitem__(self, index: int) -> Repair: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Repair]: ...

    def __getitem__(self, index: int | slice) -> Repair | Sequence[Repair]:
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)


def with_repairs(analysis: Analysis, analyse: Analyse) -> Analysis:
    """The same analysis, its issues with their repairs.

    Args:
        analyse: how to find out what a repair changes.
    """
    mended = {
        issue: _mended(analysis, issue, analyse)
        for issue in analysis.issues
        if isinstance(issue.repairs, Repairs) or not issue.repairs
    }
    if not mended:
        return analysis
    nodes = {
        id: replace(report, issues=tuple(mended.get(i, i) for i in report.issues))
        for id, report in analysis.nodes.items()
        if report.issues
    }
    return replace(
        analysis,
        nodes=MappingProxyType({**analysis.nodes, **nodes}),
        issues=tuple(mended.get(issue, issue) for issue in analysis.issues),
    )


def _mended(analysis: Analysis, issue: Issue, analyse: Analyse) -> Issue:
    return replace(issue, repairs=Repairs(partial(_repairs, analysis, issue, analyse)))


def _repairs(analysis: Analysis, issue: Issue, analyse: Analyse) -> Iterator[Repair]:
    working = (
        _tried(analysis, issue, c, analyse) for c in _candidates(analysis, issue)
    )
    return islice((repair for repair in working if repair), AT_MOST)


def _tried(
    analysis: Analysis, issue: Issue, candidate: Candidate, analyse: Analyse
) -> Repair | None:
    """The repair, unless the issue would stay or something that works would break."""
    title, edit = candidate
    after = analyse(edit(analysis.document), analysis)
    if any((i.code, i.node, i.parameter) == _key(issue) for i in after.issues):
        return None
    for id, report in analysis.nodes.items():
        if report.state == "ok" and id in after.nodes and after.nodes[id].state != "ok":
            return None
    known = analysis.reference if after.complete else None
    base = known or analysis.total
    return Repair(
        title,
        edit,
        after.total.params - base.params,
        after.total.macs - base.macs,
    )


def _key(issue: Issue) -> tuple[str, str | None, str | None]:
    return issue.code, issue.node, issue.parameter


def _candidates(analysis: Analysis, issue: Issue) -> Iterator[Candidate]:
    document = analysis.document
    if issue.code == "no_input":
        yield "add an Image block", _add_image
    if issue.node is None:
        return
    node, report = document.nodes[issue.node], analysis.nodes[issue.node]
    if isinstance(report.outcome, Refused):
        yield from find_by_trial(analysis, issue)
    elif issue.code == "muted_input":
        yield "unmute it", partial(_unmuted, id=node.id)
    elif issue.code in ("unused_input", "port_outside"):
        yield "remove it", partial(remove_nodes, ids=[node.id])
    elif issue.code == "unknown_block":
        blocks = design_blocks(document)
        for id in get_close_matches(node.block, list(blocks), n=3):
            yield f"use {blocks[id].title}", _changed(node, block=id)
    elif issue.code == "port_taken":
        yield from _one_wire(document, node)
    elif issue.parameter == "repeat":
        if is_expression(node.repeat):
            rounded = f"=round({str(node.repeat)[1:]})"
            yield f"round it: {rounded}", _changed(node, repeat=rounded)
        yield "do not repeat it", _changed(node, repeat=1)
    elif issue.parameter is not None:
        block = design_blocks(document)[node.block]
        yield from _values(node, block, issue.parameter)


def _values(node: Node, block: Block, name: str) -> Iterator[Candidate]:
    """For a parameter whose value cannot be read, or that does not exist."""
    parameter = block.parameters.get(name)
    value = node.first.get(name, node.params.get(name, ""))
    if parameter is None:
        for known in get_close_matches(name, list(block.parameters)):
            yield f"call it {known}", _renamed(node, name, known)
        yield f"remove {name}", _with(node, name, None)
        return
    if parameter.type is int and is_expression(value):
        rounded = f"=round({str(value)[1:]})"
        yield f"round it: {rounded}", _with(node, name, rounded)
    if parameter.type is int and isinstance(value, float) and value.is_integer():
        yield f"set {name} to {int(value)}", _with(node, name, int(value))
    choices = {str(choice): choice for choice in parameter.choices}
    for close in get_close_matches(str(value), list(choices)):
        yield f"set {name} to {close}", _with(node, name, choices[close])
    default = shown(parameter.default)
    yield f"go back to the default, {default}", _with(node, name, None)


def _one_wire(document: Document, node: Node) -> Iterator[Candidate]:
    edges = document.incoming[node.id]
    for kept in edges:
        rivals = [
            edge
            for edge in edges
            if edge is not kept and edge.target_port == kept.target_port
        ]
        if rivals:
            title = f"keep the wire from '{document.nodes[kept.source].name}'"
            yield title, partial(disconnect, edges=rivals)


def _changed(node: Node, *, block: str = "", repeat: int | str = 0) -> Edit:
    def edit(document: Document) -> Document:
        now = document.nodes[node.id]
        return _with_node(
            document,
            replace(now, block=block or now.block, repeat=repeat or now.repeat),
        )

    return edit


def _unmuted(document: Document, *, id: str) -> Document:
    return _with_node(document, replace(document.nodes[id], muted=False))


def _with(node: Node, name: str, value: Scalar | None) -> Edit:
    """Set a parameter wherever the node has it; None takes it away."""

    def edit(document: Document) -> Document:
        now = document.nodes[node.id]
        return _with_node(
            document,
            replace(
                now,
                params=_put(now.params, name, value),
                first=_put(now.first, name, value),
            ),
        )

    return edit


def _put(
    values: Mapping[str, Scalar], name: str, value: Scalar | None
) -> dict[str, Scalar]:
    new = {k: value if k == name else v for k, v in values.items()}
    return {k: v for k, v in new.items() if v is not None}


def _renamed(node: Node, name: str, known: str) -> Edit:
    def edit(document: Document) -> Document:
        now = document.nodes[node.id]
        params, first = (
            {known if k == name else k: v for k, v in values.items()}
            for values in (now.params, now.first)
        )
        return _with_node(document, replace(now, params=params, first=first))

    return edit


def _with_node(document: Document, node: Node) -> Document:
    """Even where the node is equal to the one before: 8 for 8.0 is what was asked for."""
    return replace(document, nodes={**document.nodes, node.id: node})


def _add_image(document: Document) -> Document:
    left = min(node.at[0] for node in document) - 240
    top = min(node.at[1] for node in document)
    return add_node(document, "image_input", catalog=BLOCKS, at=(left, top))[0]
