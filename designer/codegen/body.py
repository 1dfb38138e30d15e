"""What of a design, or of a composite block's body, is written: without ports, and without what is muted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from blocks.definition import Block
from designer.model.document import BLOCK_INPUT, BLOCK_OUTPUT, Document, Edge, Node
from designer.model.graph import upstream

Tensor = tuple[str, str]  # a node, and one of its output ports


@dataclass(frozen=True)
class Body:
    """Nodes that leave lines, in a document of their own, and what they start from and come to."""

    document: Document
    inputs: tuple[str, ...]  # nodes: of a definition its input ports
    results: tuple[Tensor, ...]


def body_of_design(
    document: Document, blocks: Mapping[str, Block], ends: Iterable[tuple[str, int]]
) -> Body:
    """A design as it is written.

    Args:
        ends: the network's outputs, each a node and which of its outputs.
    """
    results = [
        (node, blocks[document.nodes[node].block].outputs[place] if place else "")
        for node, place in ends
    ]
    inputs = tuple(n.id for n in document if not blocks[n.block].inputs)
    body = _without_muted(Body(document, inputs, tuple(results)), blocks)
    return replace(body, results=tuple(dict.fromkeys(body.results)))


def body_of_definition(document: Document, blocks: Mapping[str, Block]) -> Body:
    """A definition's body as it is written: what leads to no output is left out."""
    ends = [node.id for node in document if node.block == BLOCK_OUTPUT]
    inputs = tuple(node.id for node in document if node.block == BLOCK_INPUT)
    results = tuple(
        (edge.source, edge.source_port)
        for end in ends
        for edge in document.incoming.get(end, ())[:1]
    )
    body = _without_muted(Body(document, inputs, results), blocks)
    sources = [node for node, _ in body.results]
    needed = upstream(body.document, sources) | set(inputs)
    return replace(body, document=_only(body.document, needed))


def _without_muted(body: Body, blocks: Mapping[str, Block]) -> Body:
    """The body with the readers of nodes that pass a tensor on, muted or output ports, reading what these read."""
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
    results = tuple(map(origin, body.results))
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
