"""Compound edits of wires, made of the model's: insert, pull out, move to another port."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from designer.app.edits.make_room import Point, Size, make_room
from designer.canvas.values.options import Direction
from designer.canvas.values.scene_state import PortRef
from designer.model.document import Document, Edge
from designer.model.edits import (
    Refusal,
    check_connect,
    disconnect,
    insert_on_edge,
    move_nodes,
    remove_nodes,
    set_via,
    splice,
)
from designer.model.graph import upstream
from designer.model.signature import Catalog

Sizes = Mapping[str, Size]
Edited = tuple[Document, tuple[str, ...]]


def insert_block(
    document: Document,
    edge: Edge,
    block: str,
    *,
    catalog: Catalog,
    at: Point,
    size: Size,
    sizes: Sizes,
    direction: Direction = "down",
) -> Edited:
    """Insert a new node into a wire; nodes that it would cover are moved.

    Args:
        size: of the new node.
        sizes: of the others.
    """
    made, id = insert_on_edge(document, edge, block, catalog=catalog, at=at)
    return settled(made, id, {**sizes, id: size}, direction)


def insert_nodes(
    document: Document,
    edge: Edge,
    places: Mapping[str, Point],
    *,
    catalog: Catalog,
    sizes: Sizes,
    direction: Direction = "down",
) -> Edited:
    """Insert an existing node, or a chain of nodes, into a wire; nodes that it would cover are moved.

    Raises:
        Refusal: what `spliced` refuses.
    """
    made, head, tail = spliced(document, edge, places, catalog=catalog)
    moved = carry_dots(made, places)
    settling, _ = settled(moved, head, sizes, direction, tail=tail, ids=tuple(places))
    return settling, tuple(places)


def spliced(
    document: Document, edge: Edge, ids: Collection[str], *, catalog: Catalog
) -> tuple[Document, str, str]:
    """Splice a node, or a chain of nodes, into a wire; its old neighbours are connected.

    Returns the document, the first and the last of the nodes.

    Raises:
        Refusal: no_chain (the nodes have no one beginning and end, or wires that cannot be healed), and what
            `splice` raises.
    """
    inner = [e for e in document.edges if e.source in ids and e.target in ids]
    heads = set(ids) - {e.target for e in inner}
    tails = set(ids) - {e.source for e in inner}
    if len(heads) != 1 or len(tails) != 1:
        raise Refusal("no_chain", "only a node or a chain of nodes goes into a wire")
    (head,), (tail,) = heads, tails
    into = [e for e in document.edges if e.target in ids and e.source not in ids]
    out = [e for e in document.edges if e.source in ids and e.target not in ids]
    lost = [e.target for e in into if e.target != head or e.target_port]
    lost += [e.source for e in out if e.source != tail or e.source_port]
    lost += [head] if len(into) > 1 else []
    if lost:
        raise Refusal(
            "no_chain",
            f"'{document.nodes[lost[0]].name}' has wires that would be lost: to insert it, "
            "first pull it out, by dragging it with Alt held",
        )
    gone = {*into, *(out if not into else ())}
    edges = (
        replace(one, source=into[0].source, source_port=into[0].source_port)
        if one in out
        else one
        for one in document.edges
        if one not in gone
    )
    loose = replace(document, edges=tuple(dict.fromkeys(edges)))
    return splice(loose, edge, head, catalog=catalog, last=tail), head, tail


def settled(
    document: Document,
    id: str,
    sizes: Sizes,
    direction: Direction,
    *,
    tail: str | None = None,
    ids: Collection[str] = (),
) -> Edited:
    """Make room for a node just inserted into a wire, and align it with its neighbours.

    Args:
        tail, ids: the last and all nodes of a chain that begins with `id`, which moves as one.
    """
    tail, ids = tail or id, ids or (id,)
    nowhere = (0.0, 0.0)
    nodes, old = document.nodes, document.nodes[id].at
    line = _in_line(document, id, sizes, direction)
    left, top = (min(nodes[one].at[axis] for one in ids) for axis in (0, 1))
    right, bottom = (
        max(nodes[one].at[axis] + sizes.get(one, nowhere)[axis] for one in ids)
        for axis in (0, 1)
    )
    corner = (left + line[0] - old[0], top + line[1] - old[1])
    others = [node for node in document if node.id not in ids]
    places = make_room(
        {node.id: node.at for node in others} | {id: corner},
        {node.id: sizes.get(node.id, nowhere) for node in others}
        | {id: (right - left, bottom - top)},
        id,
        after=upstream(document, [id]) - {id},
        before=[wire.target for wire in document.outgoing[tail]],
        direction=direction,
    )
    made_at = places.pop(id)
    x, y = made_at[0] - left, made_at[1] - top
    for wire in (*document.incoming[id], *document.outgoing[tail]):
        if wire.via:  # the dots routed around the nodes that were moved
            document = set_via(document, wire, ())
    chain = {one: (nodes[one].at[0] + x, nodes[one].at[1] + y) for one in ids}
    return move_nodes(carry_dots(document, chain), places), (id,)


def _in_line(document: Document, id: str, sizes: Sizes, direction: Direction) -> Point:
    """The position at which a node's wires run straight, if that is close."""
    across = 1 if direction == "right" else 0
    at, nowhere = document.nodes[id].at, (0.0, 0.0)
    size = sizes.get(id, nowhere)[across]
    for other in (
        *(wire.source for wire in document.incoming.get(id, ())),
        *(wire.target for wire in document.outgoing.get(id, ())),
    ):
        middle = (
            document.nodes[other].at[across] + sizes.get(other, nowhere)[across] / 2
        )
        line = middle - size / 2
        if abs(line - at[across]) <= size / 2:
            return (at[0], line) if across else (line, at[1])
    return at


def pull_out(document: Document, places: Mapping[str, Point]) -> Edited:
    """Pull nodes out of their wires and move them; their neighbours are connected.

    Wires among the nodes stay.
    """
    inner = [
        edge
        for edge in document.edges
        if edge.source in places and edge.target in places
    ]
    healed = remove_nodes(document, places, heal=True)
    loose = replace(document, edges=(*healed.edges, *inner))
    return move_nodes(loose, places), tuple(places)


def move_wires(
    document: Document, edges: Iterable[Edge], port: PortRef, *, catalog: Catalog
) -> Document:
    """Move ends of wires to another port, each keeping its place among the wires of its target.

    Raises:
        Refusal: what `check_connect` refuses, and unknown_wire.
    """
    for edge in edges:
        wanted = (
            replace(edge, source=port.node, source_port=port.key)
            if port.side == "output"
            else replace(edge, target=port.node, target_port=port.key)
        )
        rest = disconnect(document, [edge])
        wire, displaced = check_connect(rest, wanted, catalog=catalog, replace=True)
        order = (wire if old == edge else old for old in document.edges)
        document = replace(
            document, edges=tuple(one for one in order if one not in displaced)
        )
    return document


def put_in_order(document: Document, places: Mapping[str, Point]) -> Document:
    """Lay out nodes again; the dots of wires between them are removed, because they went around old positions."""
    laid = move_nodes(document, places)
    for edge in document.edges:
        if edge.via and edge.source in places and edge.target in places:
            laid = set_via(laid, edge, ())
    return laid


def carry_dots(document: Document, places: Mapping[str, Point]) -> Document:
    """Move nodes; wires between nodes with the same offset take their dots along."""
    before = document.nodes
    moved = move_nodes(document, places)
    for edge in document.edges:
        if not edge.via or edge.source not in places or edge.target not in places:
            continue
        x, y = (
            places[edge.source][axis] - before[edge.source].at[axis] for axis in (0, 1)
        )
        target = before[edge.target].at
        if places[edge.target] == (target[0] + x, target[1] + y):
            dots = [(at_x + x, at_y + y) for at_x, at_y in edge.via]
            moved = set_via(moved, edge, dots)
    return moved
