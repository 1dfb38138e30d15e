"""Rows that repeat, as the nodes that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from designer.model.document import Document, Edge, Node, is_expression
from designer.model.edits.naming import first_free_id
from designer.model.edits.refusal import Refusal, known_signature, node_of
from designer.model.edits.values import worth
from designer.model.graph import downstream
from designer.model.rules import repeat_fault
from designer.model.signature import Catalog

STEP = (0.0, 160.0)  # from one copy to the next


def unroll(
    document: Document,
    id: str,
    *,
    catalog: Catalog | None = None,
    step: tuple[float, float] = STEP,
) -> tuple[Document, tuple[str, ...]]:
    """Replace a row by its copies, called as they are called in Keras; what lies behind makes room.

    A count that is an expression is worked out with the variables as they are now.

    Args:
        catalog: knows blocks that cannot repeat; without it, only the design's own are known.
        step: from one copy to the next.

    Returns the document and the copies' ids.

    Raises:
        Refusal: unknown_node, no_chain (a block that cannot repeat), invalid_value (a count without a value).
    """
    node = node_of(document, id)
    count = _count(document, node)
    if count > 1 and (fault := port_fault(document, node, catalog)):
        raise Refusal("no_chain", fault)
    following = first_free_id(document.nodes)
    ids = (id, *(f"n{following + i}" for i in range(count - 1)))
    copies = [
        replace(
            node,
            id=copy,
            name=f"{node.name}_{place + 1}" if count > 1 else node.name,
            at=(node.at[0] + place * step[0], node.at[1] + place * step[1]),
            params={**node.params, **({} if place else node.first)},
            repeat=1,
            first={},
        )
        for place, copy in enumerate(ids)
    ]
    links = [Edge(a, b) for a, b in pairwise(ids)]
    edges = (
        replace(edge, source=ids[-1]) if edge.source == id else edge
        for edge in document.edges
    )
    placed: dict[str, Node] = {}
    for other in document:
        placed.update({copy.id: copy for copy in copies} if other.id == id else {})
        placed.setdefault(other.id, other)
    room = ((count - 1) * step[0], (count - 1) * step[1])
    unrolled = replace(document, nodes=placed, edges=(*edges, *links))
    return shifted(unrolled, downstream(document, [id]) - {id}, room), ids


def _count(document: Document, node: Node) -> int:
    if node.repeat == 1:
        raise Refusal("invalid_value", f"'{node.name}' is one node already")
    count = worth(document, node.repeat, f"the repeat count of '{node.name}'")
    if is_expression(count) or (fault := repeat_fault(count)):
        fault = "is text" if isinstance(count, str) else fault
        raise Refusal("invalid_value", f"the repeat count of '{node.name}' {fault}")
    return int(count)


def port_fault(document: Document, node: Node, catalog: Catalog | None) -> str | None:
    """Why a node's block cannot repeat; None if it can, or is not known."""
    signature = known_signature(document, node.block, catalog)
    if signature is None or (len(signature.inputs), len(signature.outputs)) == (1, 1):
        return None
    return f"a row that repeats has one input and one output; '{node.block}' has others"


def shifted(
    document: Document, ids: Iterable[str], by: tuple[float, float]
) -> Document:
    """The document with nodes moved by as much."""
    if by == (0.0, 0.0):
        return document
    moved = {
        id: replace(
            document.nodes[id],
            at=(document.nodes[id].at[0] + by[0], document.nodes[id].at[1] + by[1]),
        )
        for id in ids
    }
    return replace(document, nodes={**document.nodes, **moved})
