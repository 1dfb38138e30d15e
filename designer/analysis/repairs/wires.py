"""Repairs of wires: what could be wired to an open input, which wire of several stays, which port was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from math import dist

from designer.analysis.catalog import design_blocks
from designer.analysis.repairs.candidate import Candidate
from designer.analysis.report import Analysis
from designer.analysis.row import is_source
from designer.analysis.wiring import Tensor
from designer.model.document import BLOCK_OUTPUT, Document, Edge, Node
from designer.model.edits import add_node, connect, disconnect
from designer.model.graph import downstream, find_cycle
from designer.model.spelling import closest

IMAGE = "image_input"
SOURCES = 4  # outputs that are tried for an open input, of those that are free and of those that are read
CUTS = 12  # wires of a circle that are tried
ABOVE = 240.0  # pixels from an added image to what it feeds


def connections(analysis: Analysis, node: Node) -> Iterator[Candidate]:
    """Tensors for the first open input: outputs that nothing reads, then others, then a new image.

    Where no input is open, tensors for one that takes several wires and has a single one.
    """
    document = analysis.document
    blocks = design_blocks(document)
    signature = blocks.signature(node.block)
    open_port = _open_port(analysis, node)
    port = open_port or _single_port(analysis, node)
    if signature is None or port is None:
        return
    to = f" to its input '{port}'" if len(signature.inputs) > 1 else " to it"
    for source, output in _tensors(analysis, node):
        made = blocks.signature(document.nodes[source].block)
        names = made.outputs if made else ()
        if output >= len(names):
            continue
        name = document.nodes[source].name
        yield Candidate(
            f"wire output '{names[output]}' of '{name}'{to}"
            if len(names) > 1
            else f"wire '{name}'{to}",
            partial(
                connect,
                source=source,
                target=node.id,
                source_port=names[output] if output else "",
                target_port=port,
                catalog=blocks,
            ),
        )
    if open_port and IMAGE not in document.definitions and analysis.ports is None:
        edit = partial(_with_image, target=node.id, port=port)
        yield Candidate(f"wire a new Image block{to}", edit)


def one_wire_kept(analysis: Analysis, node: Node) -> Iterator[Candidate]:
    """Of several wires into a port that takes one, each by itself."""
    document = analysis.document
    signature = design_blocks(document).signature(node.block)
    by_port: dict[int | None, list[Edge]] = {}
    for edge in document.incoming[node.id]:
        place = signature.input_index(edge.target_port) if signature else None
        by_port.setdefault(place, []).append(edge)
    for place, edges in by_port.items():
        single = signature and place is not None and not signature.inputs[place].many
        if len(edges) < 2 or not single:
            continue
        for kept in edges:
            rivals = [edge for edge in edges if edge is not kept]
            title = f"keep the wire from '{document.nodes[kept.source].name}'"
            yield Candidate(title, partial(disconnect, edges=rivals))


def other_ports(analysis: Analysis, node: Node) -> Iterator[Candidate]:
    """Ports that wires to unknown ones may be meant for; or none of these wires."""
    document = analysis.document
    blocks = design_blocks(document)
    for edge in document.incoming[node.id]:
        source = document.nodes[edge.source]
        target, made = blocks.signature(node.block), blocks.signature(source.block)
        inputs = [port.name for port in target.inputs] if target else []
        outputs = list(made.outputs) if made else []
        if target and target.input_index(edge.target_port) is None:
            meant = closest(edge.target_port, inputs) or inputs
            changed = [replace(edge, target_port=_spelled(p, inputs)) for p in meant]
            titles = [f"wire '{source.name}' to its input '{p}'" for p in meant]
        elif made and made.output_index(edge.source_port) is None:
            meant = closest(edge.source_port, outputs) or outputs
            changed = [replace(edge, source_port=_spelled(p, outputs)) for p in meant]
            titles = [f"wire output '{p}' of '{source.name}' to it" for p in meant]
        else:
            continue
        for title, new in zip(titles, changed, strict=True):
            yield Candidate(title, partial(_exchanged, old=edge, new=new))
        title = f"remove the wire from '{source.name}'"
        yield Candidate(title, partial(disconnect, edges=[edge]))


def images(analysis: Analysis) -> Iterator[Candidate]:
    """For a design without an input: an image, wired to the first open input."""
    for node in analysis.document:
        port = _open_port(analysis, node)
        if port is not None and IMAGE not in analysis.document.definitions:
            edit = partial(_with_image, target=node.id, port=port)
            yield Candidate("add an Image block", edit, kind="image")


def cuts(analysis: Analysis) -> Iterator[Candidate]:
    """For wires that run in a circle: each of its wires removed, those that lead back up first."""
    document = analysis.document
    cycle = find_cycle(document)

    def unlikely(pair: tuple[str, str]) -> tuple[bool, bool]:
        source, target = map(document.nodes.__getitem__, pair)
        others = [e for e in document.incoming[target.id] if e.source != source.id]
        return target.at[1] > source.at[1], not others

    for source, target in sorted(pairwise(cycle), key=unlikely)[:CUTS]:
        edges = [e for e in document.incoming[target] if e.source == source]
        names = document.nodes[source].name, document.nodes[target].name
        yield Candidate(
            f"remove the wire from '{names[0]}' to '{names[1]}'",
            partial(disconnect, edges=edges),
        )


def _open_port(analysis: Analysis, node: Node) -> str | None:
    """The first input that nothing is wired to."""
    signature = design_blocks(analysis.document).signature(node.block)
    inputs = signature.inputs if signature else ()
    ports = analysis.wirings[node.id].ports
    open_ports = (p.name for p, held in zip(inputs, ports, strict=False) if not held)
    return next(open_ports, None)


def _single_port(analysis: Analysis, node: Node) -> str | None:
    """The first input for several wires that has a single one."""
    signature = design_blocks(analysis.document).signature(node.block)
    inputs = signature.inputs if signature else ()
    ports = analysis.wirings[node.id].ports
    return next(
        (
            p.name
            for p, held in zip(inputs, ports, strict=False)
            if p.many and len(held) == 1
        ),
        None,
    )


def _with_image(document: Document, *, target: str, port: str) -> Document:
    left, top = document.nodes[target].at
    added, id = add_node(
        document, IMAGE, catalog=design_blocks(document), at=(left, top - ABOVE)
    )
    return connect(added, id, target, target_port=port, catalog=design_blocks(document))


def _tensors(analysis: Analysis, node: Node) -> Iterator[Tensor]:
    """Known tensors that do not rest on the node: first those that nothing reads, each group nearest first."""
    document = analysis.document
    blocks = design_blocks(document)
    behind = {*downstream(document, [node.id]), node.id}
    free = [
        *analysis.ends,
        *(
            (other.id, 0)
            for other in document
            if is_source(other, blocks) and other.id not in document.outgoing
        ),
    ]
    read = [
        (id, output)
        for id, report in analysis.nodes.items()
        for output in range(len(report.outputs))
        if (id, output) not in free
    ]
    for group in free, read:
        usable = [
            (id, output)
            for id, output in group
            if id not in behind
            and analysis.nodes[id].state == "ok"
            and document.nodes[id].block != BLOCK_OUTPUT
        ]
        usable.reverse()  # of those that are equally near, the last
        usable.sort(key=lambda tensor: _far(document, tensor, node))
        yield from usable[:SOURCES]


def _far(document: Document, tensor: Tensor, node: Node) -> float:
    return dist(document.nodes[tensor[0]].at, node.at)


def _spelled(port: str, ports: Sequence[str]) -> str:
    """A port's name as wires have it: empty for the first."""
    return "" if port == ports[0] else port


def _exchanged(document: Document, *, old: Edge, new: Edge) -> Document:
    edges = [new if edge == old else edge for edge in document.edges]
    return replace(document, edges=tuple(dict.fromkeys(edges)))
