"""A row's block made editable: the node becomes a use of a composite block, of the layers that it consisted of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from blocks.catalog import SINGLE, catalog
from blocks.definition import Block
from designer.analysis.catalog import design_blocks
from designer.analysis.opening.linking import Links, Point, channels_name, links
from designer.analysis.opening.opened import document as drawn
from designer.analysis.opening.opened import entering, instance, port_names
from designer.analysis.opening.shorthand import shorthand
from designer.analysis.report import Analysis, NodeReport
from designer.analysis.upstream import width_before
from designer.model.document import (
    Definition,
    Document,
    Edge,
    Node,
    Scalar,
    Variable,
    is_expression,
)
from designer.model.edits.naming import TakenNames, first_free_id
from designer.model.edits.refusal import Refusal, node_of
from designer.model.keras_names import did_you_mean_block

BESIDE = 264.0  # pixels from one node of a row that is split to the next


@dataclass(frozen=True, slots=True)
class _Run:
    """Copies of a row, one after another, that one definition describes."""

    start: int
    stop: int
    links: Links


def editable(document: Document, node_id: str, analysis: Analysis) -> Document:
    """Turn a node into uses of composite blocks; the design comes to the same.

    Parameters of the block that its layers' arguments follow stay parameters, others are frozen into numbers. A row
    whose first copy is built otherwise becomes two nodes. The bodies' nodes have no places yet.

    Raises:
        Refusal: unknown_node, unknown_block, no_parts.
    """
    node = node_of(document, node_id)
    block = _block(document, node)
    report = analysis.nodes[node_id]
    instance(report, block)
    runs = tuple(_runs(block, report))
    values = _Values(
        node, channels_name(block), lambda: width_before(analysis, node_id)
    )
    ports = port_names(block, report.inputs)
    definitions = dict(document.definitions)
    uses: list[Node] = []
    for run, place in zip(runs, _placed(document, node, runs), strict=True):
        edited = "edited" if run is runs[-1] else "first"
        id, number = _free_id(f"{block.id}_{edited}", definitions)
        title = f"{block.title}, {edited}{number}"
        definitions[id] = _definition(block, title, run.links, ports)
        params, first = values.of(run)
        uses.append(replace(place, block=id, params=params, first=first))
    nodes: dict[str, Node] = {}
    for each in document:
        found = uses if each.id == node_id else [each]
        nodes.update((use.id, use) for use in found)
    chain = [Edge(a.id, b.id) for a, b in pairwise(uses)]
    edges = (*_edges(document, node, block, ports[0], uses[0].id), *chain)
    return replace(document, nodes=nodes, edges=edges, definitions=definitions)


def _block(document: Document, node: Node) -> Block:
    blocks = design_blocks(document)
    if node.block in document.definitions:
        raise Refusal(
            "no_parts",
            f"'{node.name}' is a block of this design: enter it to edit what is inside",
        )
    if node.block not in blocks:
        hint = did_you_mean_block(node.block, blocks)
        raise Refusal("unknown_block", f"there is no block '{node.block}'{hint}")
    if blocks[node.block].category in SINGLE:
        raise Refusal(
            "no_parts", f"'{node.name}' is a single layer: there is nothing inside"
        )
    return blocks[node.block]


def _runs(block: Block, report: NodeReport) -> Iterator[_Run]:
    """The copies in as few runs as describe them: mostly one, or the first copy and the rest."""
    copies = [
        Point(settings, entering(report, copy))
        for copy, settings in enumerate(report.settings)
    ]
    reading = partial(shorthand, but=block.id)
    start = 0
    while start < len(copies):
        for stop in (len(copies), start + 1):
            found = links(block, copies[start:stop], reading)
            # As of any row, the first of several copies may have values of its own.
            if found and all(later == found.values[-1] for later in found.values[1:]):
                yield _Run(start, stop, found)
                start = stop
                break


class _Values:
    """What the uses' parameters are set to: what the node had there, as long as it is a parameter still."""

    def __init__(self, node: Node, channels: str, width: Callable[[], Scalar]) -> None:
        self._node = node
        self._channels = channels
        self._width = width

    def of(self, run: _Run) -> tuple[dict[str, Scalar], dict[str, Scalar]]:
        """A use's parameters, and those of its first copy where that differs."""
        early, late = run.links.values[0], run.links.values[-1]
        node = self._node
        own = {**node.params, **node.first} if run.start == 0 else node.params
        first = self._given(early, own, first=run.start == 0)
        if len(run.links.values) == 1:
            return _differing(first, late), {}
        rest = self._given(late, node.params, first=False)
        return (
            _differing(rest, late),
            {name: value for name, value in first.items() if value != rest[name]},
        )

    def _given(
        self,
        values: Mapping[str, Scalar],
        own: Mapping[str, Scalar],
        *,
        first: bool,
    ) -> dict[str, Scalar]:
        found = {name: own.get(name, value) for name, value in values.items()}
        if self._channels in values:
            found[self._channels] = self._channels_of(values, own, first)
        return found

    def _channels_of(
        self, values: Mapping[str, Scalar], own: Mapping[str, Scalar], first: bool
    ) -> Scalar:
        """The input's channels: as the design has them, or what the copy before put out."""
        number = values[self._channels]
        if first:
            return self._width()
        same = (
            own[name]
            for name, value in values.items()
            if value == number and name in own
        )
        return next(same, number)


def _differing(
    given: Mapping[str, Scalar], defaults: Mapping[str, Scalar]
) -> dict[str, Scalar]:
    return {
        name: value
        for name, value in given.items()
        if is_expression(value) or value != defaults[name]
    }


def _definition(
    block: Block,
    title: str,
    found: Links,
    ports: tuple[tuple[str, ...], tuple[str, ...]],
) -> Definition:
    variables = {
        name: _variable(block, name, value) for name, value in found.values[-1].items()
    }
    body = drawn(
        found.record, ports, expressions=found.expressions, variables=variables
    )
    return Definition(title, body, block.summary)


def _variable(block: Block, name: str, value: Scalar) -> Variable:
    parameter = block.parameters.get(name)
    if parameter is None:
        return Variable(value, note="channels of the input.")
    limits = parameter.range
    if limits is None or isinstance(value, (bool, str)):
        return Variable(value, note=parameter.help)
    least, most = min(limits.minimum, value), max(limits.maximum, value)
    return Variable(value, least, most, limits.step, parameter.help)


def _placed(document: Document, node: Node, runs: Sequence[_Run]) -> Iterator[Node]:
    """The node once for each run. The last keeps its id and name, so that what reads it stays wired."""
    taken = TakenNames(document)
    number = first_free_id(document.nodes)
    for place, run in enumerate(runs):
        at = (node.at[0] + BESIDE * place, node.at[1])
        if run is runs[-1]:
            yield replace(node, at=at, repeat=_rest(node.repeat, run.start))
            return
        name = taken.free(f"{node.name}_first", run.stop - run.start)
        made = replace(
            node,
            id=f"n{number + place}",
            name=name,
            at=at,
            repeat=run.stop - run.start,
        )
        taken.add(made)
        yield made


def _rest(repeat: int | str, done: int) -> int | str:
    if not done:
        return repeat
    return (
        repeat - done
        if isinstance(repeat, int)
        else f"=({repeat[1:].strip()}) - {done}"
    )


def _edges(
    document: Document, node: Node, block: Block, inputs: Sequence[str], first: str
) -> Iterator[Edge]:
    """The wires; those into a port that took many go to ports of their own."""
    order = [port.name for port in block.inputs]
    coming = sorted(
        (edge for edge in document.edges if edge.target == node.id),
        key=lambda edge: order.index(edge.target_port) if edge.target_port else 0,
    )
    ports = {edge: inputs[place] if place else "" for place, edge in enumerate(coming)}
    for edge in document.edges:
        if edge in ports:
            edge = replace(edge, target=first, target_port=ports[edge])
        yield edge


def _free_id(wanted: str, taken: Mapping[str, Definition]) -> tuple[str, str]:
    """A block's id that is not taken, and the number in it, as a title has it."""
    found, number = wanted, 1
    while found in taken or found in catalog():
        number += 1
        found = f"{wanted}{number}"
    return found, f" {number}" if number > 1 else ""
