"""Edits that may repair an issue, likeliest first, by the issue's code. Whether they do is verified afterwards.

The tables at the end pair the codes with what proposes repairs: a new check has its code there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Fault:
    """An issue in the design that has it, for those who propose repairs.

    Args:
        analyse: the analysis of a design from the analysis of an earlier state, without repairs.
    """

    analysis: Analysis
    issue: Issue
    analyse: Analyse

    @property
    def node(self) -> Node:
        """The node that has the issue; not for issues of the whole design."""
        assert self.issue.node is not None
        return self.analysis.document.nodes[self.issue.node]

    @property
    def is_refused(self) -> bool:
        """Whether the node's block does not work with its settings and inputs."""
        return isinstance(self.analysis.nodes[self.node.id].outcome, Refused)

    @property
    def has_own_block(self) -> bool:
        """Whether the node's block is one of the design's own."""
        return self.node.block in self.analysis.document.definitions

    def inside(self, code: str | None = None) -> Iterator[Candidate]:
        """Edits of the body of the node's block, for its issues of a code or for all."""

        def propose(analysis: Analysis, issue: Issue) -> Iterator[Candidate]:
            return proposals(analysis, issue, self.analyse)

        return inside(self.analysis, self.node, self.analyse, propose, code)


Propose = Callable[[Fault], Iterator[Candidate]]


def proposals(
    analysis: Analysis, issue: Issue, analyse: Analyse
) -> Iterator[Candidate]:
    """Candidates for the repair of an issue, likeliest first.

    Args:
        analyse: the analysis of a design from the analysis of an earlier state, without repairs.
    """
    for repair in given_repairs(issue):
        yield Candidate(repair.title, repair.edit)
    fault = Fault(analysis, issue, analyse)
    for propose in _those_for(fault):
        yield from propose(fault)


def _those_for(fault: Fault) -> tuple[Propose, ...]:
    issue = fault.issue
    if issue.node is None:
        return OF_DESIGNS.get(issue.code, ())
    if fault.has_own_block and fault.is_refused:
        return OF_OWN_BLOCKS
    if issue.code in OF_NODES:
        return OF_NODES[issue.code]
    if issue.severity == "warning":
        return ()
    return OF_REFUSALS if fault.is_refused else OF_SETTINGS


def _by_trial(fault: Fault) -> Iterator[Candidate]:
    return find_by_trial(fault.analysis, fault.issue)


def _for_design(find: Callable[[Analysis], Iterator[Candidate]]) -> Propose:
    return lambda fault: find(fault.analysis)


def _for_node(find: Callable[[Analysis, Node], Iterator[Candidate]]) -> Propose:
    return lambda fault: find(fault.analysis, fault.node)


def _use_of_the_input_inside(fault: Fault) -> Iterator[Candidate]:
    """Where nothing reads the input in the block's own body, that is repaired; else a wire leads to it."""
    unused = list(fault.inside("unused_input")) if fault.has_own_block else []
    yield from unused or wires.connections(fault.analysis, fault.node)


def _setting(fault: Fault) -> Iterator[Candidate]:
    name = fault.issue.parameter
    if name == "repeat":
        yield from values.for_repeat(fault.analysis, fault.node)
    elif name is not None:
        yield from values.for_parameter(fault.analysis, fault.node, name)


def _variable(fault: Fault) -> Iterator[Candidate]:
    if fault.issue.parameter:
        yield from values.for_variable(fault.analysis, fault.issue.parameter)


def _other_blocks(fault: Fault) -> Iterator[Candidate]:
    """Blocks that an unknown one may stand for; with its parameters, else with those that the block has too."""
    node, blocks = fault.node, design_blocks(fault.analysis.document)
    for id in meant_blocks(node.block, list(blocks), n=3):
        title = f"use {blocks[id].title}"
        yield Candidate(title, _as_block(node.id, id))
        swap = partial(replace_block, id=node.id, block=id, catalog=blocks)
        yield Candidate(title, swap)


def _removal(fault: Fault) -> Iterator[Candidate]:
    edit = partial(remove_nodes, ids=[fault.node.id], heal=True)
    yield Candidate("remove it", edit)


def _removal_of_an_output(fault: Fault) -> Iterator[Candidate]:
    return _removal(fault) if fault.node.block == BLOCK_OUTPUT else iter(())


def _removal_of_the_unknown(fault: Fault) -> Iterator[Candidate]:
    return _removal(fault) if fault.issue.code == "unknown_block" else iter(())


def _unmuting(fault: Fault) -> Iterator[Candidate]:
    yield Candidate("unmute it", partial(_unmuted, id=fault.node.id))


def _as_block(id: str, block: str) -> Edit:
    def edit(document: Document) -> Document:
        return with_node(document, replace(document.nodes[id], block=block))

    return edit


def _unmuted(document: Document, *, id: str) -> Document:
    return with_node(document, replace(document.nodes[id], muted=False))


OF_DESIGNS: Mapping[str, tuple[Propose, ...]] = {
    "no_input": (_for_design(wires.images),),
    "variable": (_variable,),
    "cycle": (_for_design(wires.cuts),),
}
OF_NODES: Mapping[str, tuple[Propose, ...]] = {
    "unconnected_input": (_use_of_the_input_inside, _removal_of_an_output),
    "port_taken": (_for_node(wires.one_wire_kept),),
    "unknown_port": (_for_node(wires.other_ports),),
    "muted_input": (_unmuting,),
    "unused_input": (_removal,),
    "port_outside": (_removal,),
    "unknown_block": (_other_blocks, _removal),
}
# Where a block or a layer in it refuses, the code is the layer's; where a value does, that of the value's fault.
_REWIRED = _for_node(wires.connections), _for_node(input_sizes)
OF_REFUSALS: tuple[Propose, ...] = (_by_trial, *_REWIRED)
OF_OWN_BLOCKS: tuple[Propose, ...] = (
    _by_trial,
    Fault.inside,
    *_REWIRED,
    _removal_of_the_unknown,
)
OF_SETTINGS: tuple[Propose, ...] = (_setting,)
