"""First pass: the nodes that become code, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from blocks.definition import Block
from designer.analysis.catalog import design_blocks
from designer.analysis.report import Analysis
from designer.model.document import BLOCK_INPUT, BLOCK_OUTPUT, Document, Edge, Node
from designer.model.graph import upstream

Tensor = tuple[str, str]  # a node, and one of its output ports


class CodegenError(ValueError):
    """A design that cannot be written as code; the text is the sentence for the user."""


@dataclass(frozen=True)
class Body:
    """The nodes of a design, or of a composite block, that become code, in a document of their own.

    Args:
        inputs: the nodes that it starts from; of a composite block its input ports.
        results: the tensors that it returns.
    """

    document: Document
    inputs: Sequence[str]
    results: Sequence[Tensor]

    @cached_property
    def order(self) -> Sequence[str]:
        """Its nodes: producers first, and each branch to its end before the next begins."""
        document = self.document
        waiting = {
            node: len({edge.source for edge in document.incoming.get(node, ())})
            for node in document.nodes
        }
        ready = [node for node, count in waiting.items() if not count]
        ready.reverse()
        order: list[str] = []
        while ready:
            node = ready.pop()
            order.append(node)
            freed = []
            read = document.outgoing.get(node, ())
            for target in dict.fromkeys(edge.target for edge in read):
                waiting[target] -= 1
                if not waiting[target]:
                    freed.append(target)
            ready.extend(reversed(freed))
        return order


@dataclass(frozen=True)
class Collected:
    """A design's nodes that become code.

    Args:
        bodies: of the design, under "", and of each composite block that it uses, by the block's id.
        library: the blocks of the library that these use.
        blocks: every block by its id.
    """

    analysis: Analysis
    bodies: Mapping[str, Body]
    library: Sequence[Block]
    blocks: Mapping[str, Block]

    @property
    def document(self) -> Document:
        return self.analysis.document


def collect(analysis: Analysis) -> Collected:
    """The nodes of a design that become code.

    Raises:
        CodegenError: the design has errors, or nothing in it.
    """
    _refuse_unfinished(analysis)
    document = analysis.document
    blocks = design_blocks(document)
    found = {"": _body_of_design(document, blocks, analysis.ends)}
    waiting = [found[""]]
    while waiting:
        for node in waiting.pop().document:
            definition = document.definitions.get(node.block)
            if definition is not None and node.block not in found:
                body = found[node.block] = _body_of_block(definition.body, blocks)
                waiting.append(body)
    bodies = {id: found[id] for id in ("", *document.definitions) if id in found}
    ids = {node.block for body in bodies.values() for node in body.document}
    ids -= {*bodies, BLOCK_INPUT, BLOCK_OUTPUT}
    return Collected(analysis, bodies, [blocks[id] for id in sorted(ids)], blocks)


def _refuse_unfinished(analysis: Analysis) -> None:
    name = analysis.document.name
    if not analysis.document.nodes:
        raise CodegenError(f"{name} is empty: an image and a block make a network")
    for node in analysis.document:
        if node.block in (BLOCK_INPUT, BLOCK_OUTPUT):
            raise CodegenError(
                f"'{node.name}' is a port, which only a block has: code is for whole designs"
            )
    if errors := analysis.errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise CodegenError(f"{name} has an error: {errors[0].message}{more}")


def _body_of_design(
    document: Document, blocks: Mapping[str, Block], ends: Iterable[tuple[str, int]]
) -> Body:
    """The body of a design, whose outputs are `ends`: each a node and which of its outputs."""
    results = [
        (node, blocks[document.nodes[node].block].outputs[place] if place else "")
        for node, place in ends
    ]
    inputs = [node.id for node in document if not blocks[node.block].inputs]
    body = _without_muted(Body(document, inputs, results), blocks)
    return replace(body, results=[*dict.fromkeys(body.results)])


def _body_of_block(document: Document, blocks: Mapping[str, Block]) -> Body:
    """The body of a composite block, without the nodes that lead to no output."""
    ends = [node.id for node in document if node.block == BLOCK_OUTPUT]
    inputs = [node.id for node in document if node.block == BLOCK_INPUT]
    results = [
        (edge.source, edge.source_port)
        for end in ends
        for edge in document.incoming.get(end, ())[:1]
    ]
    body = _without_muted(Body(document, inputs, results), blocks)
    needed = upstream(body.document, [node for node, _ in body.results])
    return replace(body, document=_only(body.document, needed | set(inputs)))


def _without_muted(body: Body, blocks: Mapping[str, Block]) -> Body:
    """The body without muted nodes and output ports: what reads these reads their own first input."""
    document = body.document
    muted = {n.id for n in document if n.muted or n.block == BLOCK_OUTPUT}
    if not muted:
        return body

    def origin(tensor: Tensor) -> Tensor:
        while tensor[0] in muted:
            read = _first_read(document, document.nodes[tensor[0]], blocks)
            tensor = read.source, read.source_port
        return tensor

    edges = []
    for edge in document.edges:
        if edge.target not in muted:
            source, port = origin((edge.source, edge.source_port))
            edges.append(replace(edge, source=source, source_port=port))
    shown = replace(document, edges=tuple(edges))
    results = [*map(origin, body.results)]
    return Body(_only(shown, document.nodes.keys() - muted), body.inputs, results)


def _first_read(document: Document, node: Node, blocks: Mapping[str, Block]) -> Edge:
    """The first wire into a node's first input."""
    names = ("", blocks[node.block].inputs[0].name)
    return next(
        edge for edge in document.incoming.get(node.id, ()) if edge.target_port in names
    )


def _only(document: Document, kept: set[str] | frozenset[str]) -> Document:
    nodes = {id: node for id, node in document.nodes.items() if id in kept}
    edges = tuple(e for e in document.edges if e.source in kept and e.target in kept)
    return replace(document, nodes=nodes, edges=edges)
