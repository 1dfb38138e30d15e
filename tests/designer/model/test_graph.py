"""Order, reach and cycles, against networkx."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from designer.model import graph
from designer.model.document import Document, Edge, Node


def _document(size: int, pairs: list[tuple[int, int]]) -> Document:
    ids = [f"n{i}" for i in range(size)]
    return Document(
        nodes={id: Node(id, "add", id) for id in ids},
        edges=tuple(Edge(ids[a % size], ids[b % size]) for a, b in pairs),
    )


_PAIRS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=30)
_GRAPHS = st.builds(_document, st.integers(1, 12), _PAIRS)


@given(_GRAPHS)
def test_order_and_cycles(document):
    view = graph.digraph(document)
    place = {node: i for i, node in enumerate(document.nodes)}
    cycle = graph.find_cycle(document)
    if nx.is_directed_acyclic_graph(view):
        expected = nx.lexicographical_topological_sort(view, key=place.get)
        assert graph.topological_order(document) == tuple(expected)
        assert cycle == ()
    else:
        assert cycle[0] == cycle[-1]
        assert len(set(cycle)) == len(cycle) - 1
        assert all(view.has_edge(a, b) for a, b in pairwise(cycle))


@given(_GRAPHS, st.integers(0, 99), st.integers(0, 99))
def test_reach(document, a, b):
    view = graph.digraph(document)
    ids = list(document.nodes)
    source, target = ids[a % len(ids)], ids[b % len(ids)]
    assert graph.downstream(document, [source]) == nx.descendants(view, source) | {
        source
    }
    assert graph.upstream(document, [target]) == nx.ancestors(view, target) | {target}
    cycle = graph.would_cycle(document, source, target)
    assert bool(cycle) == nx.has_path(view, target, source)
    if cycle:
        assert cycle[:2] == (source, target)
        assert cycle[-1] == source
        steps = pairwise(cycle[1:])
        assert all(view.has_edge(x, y) for x, y in steps)


def test_a_long_chain_needs_no_recursion():
    document = _document(5000, [(i, i + 1) for i in range(4999)])
    assert graph.topological_order(document) == tuple(document.nodes)
    assert len(graph.would_cycle(document, "n4999", "n0")) == 5001
