"""The document as a graph: order, reach, cycles, and a networkx view for whoever wants more."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from designer.model.document import Document, Edge

if TYPE_CHECKING:
    import networkx as nx


def digraph(document: Document) -> nx.DiGraph[str]:
    """Nodes by id, in the document's order; several wires between two nodes are one edge."""
    import networkx as nx  # late: 0.2 s that an edit has no use for

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(document.nodes)
    graph.add_edges_from((edge.source, edge.target) for edge in document.edges)
    return graph


def topological_order(document: Document) -> tuple[str, ...]:
    """Node ids, producers first, ties as in the document. What lies on or behind a cycle is left out."""
    place = {node: index for index, node in enumerate(document.nodes)}
    ids = tuple(document.nodes)
    waiting = {node: len(document.incoming.get(node, ())) for node in ids}
    ready = [index for node, index in place.items() if not waiting[node]]
    order: list[str] = []
    while ready:
        node = ids[heapq.heappop(ready)]
        order.append(node)
        for edge in document.outgoing.get(node, ()):
            waiting[edge.target] -= 1
            if not waiting[edge.target]:
                heapq.heappush(ready, place[edge.target])
    return tuple(order)


def downstream(document: Document, ids: Iterable[str]) -> frozenset[str]:
    """Everything that `ids` feed, themselves included."""
    return _reach(document.outgoing, ids, lambda edge: edge.target)


def upstream(document: Document, ids: Iterable[str]) -> frozenset[str]:
    """Everything that feeds `ids`, themselves included."""
    return _reach(document.incoming, ids, lambda edge: edge.source)


def would_cycle(document: Document, source: str, target: str) -> tuple[str, ...]:
    """The cycle that a wire from `source` to `target` would close, first node repeated at the end; empty if none."""
    came_from: dict[str, str] = {target: target}
    queue = [target]
    for node in queue:
        if node == source:
            return _walk_back(came_from, source, target)
        for edge in document.outgoing.get(node, ()):
            if edge.target not in came_from:
                came_from[edge.target] = node
                queue.append(edge.target)
    return ()


def find_cycle(document: Document) -> tuple[str, ...]:
    """A cycle of the document, first node repeated at the end; empty if there is none."""
    ordered = set(topological_order(document))
    start = next((id for id in document.nodes if id not in ordered), None)
    if start is None:
        return ()
    # Whatever has no place in the order is fed by another such node: going back from one to the next comes round.
    path = {start: 0}
    node = start
    while True:
        node = next(
            edge.source
            for edge in document.incoming[node]
            if edge.source not in ordered
        )
        if node in path:
            return (node, *reversed(list(path)[path[node] :]))
        path[node] = len(path)


def _walk_back(
    came_from: Mapping[str, str], source: str, target: str
) -> tuple[str, ...]:
    path = [source]
    while path[-1] != target:
        path.append(came_from[path[-1]])
    return (source, *reversed(path))


def _reach(
    wires: Mapping[str, tuple[Edge, ...]],
    ids: Iterable[str],
    end: Callable[[Edge], str],
) -> frozenset[str]:
    found = set(ids)
    stack = list(found)
    while stack:
        for edge in wires.get(stack.pop(), ()):
            if end(edge) not in found:
                found.add(end(edge))
                stack.append(end(edge))
    return frozenset(found)
