"""Edits of wires. Every rule of wiring is in `check_connect`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from designer.model.document import EMPTY, Document, Edge, Scalar
from designer.model.edits.nodes import add_node
from designer.model.edits.refusal import Refusal, node_of, signature_of
from designer.model.graph import would_cycle
from designer.model.rules import did_you_mean
from designer.model.signature import Catalog
from designer.model.wording import listed, path


def connect(
    document: Document,
    source: str,
    target: str,
    *,
    source_port: str = "",
    target_port: str = "",
    catalog: Catalog,
    replace: bool = False,
) -> Document:
    """Draw a wire; at a port that takes many it comes last.

    Args:
        replace: let the wire take the place of one that the target's port holds.

    Raises:
        Refusal: unknown_node, unknown_block, unknown_port, port_taken, duplicate_wire, cycle.
    """
    edge = Edge(source, target, source_port, target_port)
    edge, held = check_connect(document, edge, catalog=catalog, replace=replace)
    kept = tuple(e for e in document.edges if e not in held)
    return _with_edges(document, (*kept, edge))


def check_connect(
    document: Document, edge: Edge, *, catalog: Catalog, replace: bool = False
) -> tuple[Edge, tuple[Edge, ...]]:
    """Whether a wire may be drawn: returns its one spelling and the wires that it would replace; raises Refusal.

    The same wire twice is refused even where a port takes many: two wires on top of each other cannot be told
    apart. To add a tensor to itself, let it pass through two nodes.
    """
    source, target = node_of(document, edge.source), node_of(document, edge.target)
    outputs = signature_of(document, source.block, catalog).outputs
    inputs = signature_of(document, target.block, catalog).inputs
    edge = Edge(
        edge.source,
        edge.target,
        _spelling(source.name, "output", edge.source_port, outputs),
        _spelling(target.name, "input", edge.target_port, [p.name for p in inputs]),
    )
    port = next((p for p in inputs if p.name == edge.target_port), inputs[0])
    held = tuple(
        e
        for e in document.incoming.get(target.id, ())
        if (e.target_port or inputs[0].name) == port.name
    )
    if any(
        e.source == source.id
        and (e.source_port or outputs[0]) == (edge.source_port or outputs[0])
        for e in held
    ):
        raise Refusal(
            "duplicate_wire", f"'{source.name}' already feeds '{target.name}' there"
        )
    if cycle := would_cycle(document, source.id, target.id):
        shown = path([document.nodes[id].name for id in cycle])
        raise Refusal("cycle", f"this wire would close a cycle: {shown}")
    if port.many or not held:
        return edge, ()
    if not replace:
        present = document.nodes[held[0].source].name
        raise Refusal(
            "port_taken",
            f"input '{port.name}' of '{target.name}' takes one wire and has one from '{present}'",
        )
    return edge, held


def disconnect(document: Document, edges: Iterable[Edge]) -> Document:
    """Take wires away; raises Refusal if one is not there."""
    gone = set(edges)
    for edge in gone.difference(document.edges):
        raise Refusal(
            "unknown_wire", f"there is no wire from '{edge.source}' to '{edge.target}'"
        )
    return _with_edges(document, tuple(e for e in document.edges if e not in gone))


def order_wire(document: Document, edge: Edge, place: int) -> Document:
    """Give a wire another place, from 0, among those that end at its port; the wires of other ports stay.

    Raises:
        Refusal: unknown_wire.
    """
    if edge not in document.edges:
        raise Refusal(
            "unknown_wire", f"there is no wire from '{edge.source}' to '{edge.target}'"
        )
    edges = list(document.edges)
    port = edge.target, edge.target_port
    slots = [i for i, e in enumerate(edges) if (e.target, e.target_port) == port]
    wires = [edges[slot] for slot in slots]
    moved = wires.pop(wires.index(edge))
    wires.insert(min(max(place, 0), len(wires)), moved)
    for slot, wire in zip(slots, wires, strict=True):
        edges[slot] = wire
    return _with_edges(document, tuple(edges))


def splice(
    document: Document,
    edge: Edge,
    id: str,
    *,
    catalog: Catalog,
    last: str | None = None,
) -> Document:
    """Put a node into a wire, through its first ports; at the wire's target the order of wires stays.

    Args:
        last: of a chain of nodes that begins with `id`; the wire goes on from it.

    Raises:
        Refusal: unknown_wire, and what `connect` raises.
    """
    without = disconnect(document, [edge])
    into, _ = check_connect(
        without, replace(edge, target=id, target_port=""), catalog=catalog
    )
    with_one = _with_edges(without, (*without.edges, into))
    out, _ = check_connect(
        with_one, replace(edge, source=last or id, source_port=""), catalog=catalog
    )
    place = document.edges.index(edge)
    edges = document.edges
    return _with_edges(document, (*edges[:place], into, out, *edges[place + 1 :]))


def insert_on_edge(
    document: Document,
    edge: Edge,
    block: str,
    *,
    catalog: Catalog,
    name: str | None = None,
    at: tuple[float, float] = (0.0, 0.0),
    params: Mapping[str, Scalar] = EMPTY,
) -> tuple[Document, str]:
    """Add a node in a wire. Returns the document and the new node's id; raises what its two halves raise."""
    added, id = add_node(
        document, block, catalog=catalog, name=name, at=at, params=params
    )
    return splice(added, edge, id, catalog=catalog), id


def set_via(
    document: Document, edge: Edge, points: Iterable[tuple[float, float]]
) -> Document:
    """Let a wire run through these dots, in order; none make it a plain wire. Raises Refusal: unknown_wire."""
    if edge not in document.edges:
        raise Refusal(
            "unknown_wire", f"there is no wire from '{edge.source}' to '{edge.target}'"
        )
    place = document.edges.index(edge)
    via = tuple(points)
    if document.edges[place].via == via:
        return document
    bent = replace(document.edges[place], via=via)
    edges = (*document.edges[:place], bent, *document.edges[place + 1 :])
    return replace(document, edges=edges)


def _with_edges(document: Document, edges: tuple[Edge, ...]) -> Document:
    return document if edges == document.edges else replace(document, edges=edges)


def _spelling(node: str, side: str, port: str, ports: Iterable[str]) -> str:
    """The port's name as wires have it: empty for the first."""
    names = list(ports)
    if not names:
        raise Refusal("unknown_port", f"'{node}' has no {side}")
    if port in ("", names[0]):
        return ""
    if port not in names:
        hint = did_you_mean(port, names) or f"; it has {listed(names)}"
        raise Refusal("unknown_port", f"'{node}' has no {side} '{port}'{hint}")
    return port
