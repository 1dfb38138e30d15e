"""A large change of the canvas in parts: each is a valid state, the last one is the target."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.canvas.values.parts import parts
from designer.canvas.values.values import NodeState, SceneState, WireState
from designer.model.document import Edge

IDS = "abcdefgh"


def state(nodes: dict[str, int], pairs: set[tuple[str, str]]) -> SceneState:
    """Nodes with a version each, and wires between those that are there."""
    shown = {
        id: NodeState(id, f"{id}{version}", "Convolution", "Convolution", (0.0, 0.0))
        for id, version in nodes.items()
    }
    edges = [Edge(a, b) for a, b in sorted(pairs) if a in nodes and b in nodes]
    wires = {
        edge: WireState(edge, shape=f"{nodes[edge.source]}{nodes[edge.target]}")
        for edge in edges
    }
    return SceneState(shown, wires)


states = st.builds(
    state,
    st.dictionaries(st.sampled_from(IDS), st.integers(0, 1)),
    st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS))),
)


@given(states, states, st.integers(1, 3))
def test_every_part_can_be_shown_and_the_last_is_the_state(old, new, size):
    kept = {id: old.nodes.get(id) for id in new.nodes}
    new = replace(
        new, nodes={i: kept[i] if kept[i] == n else n for i, n in new.nodes.items()}
    )
    shown = old
    for part in parts(old, new, size):
        assert all({e.source, e.target} <= part.nodes.keys() for e in part.wires)
        changed = [i for i, n in part.nodes.items() if shown.nodes.get(i) is not n]
        assert len(changed) <= size
        assert part.nodes.keys() <= new.nodes.keys()
        shown = part
    assert shown is new


@given(states, states)
def test_a_wire_is_new_only_between_nodes_that_are(old, new):
    for part in parts(old, new, 1):
        for edge, wire in part.wires.items():
            ends = [
                part.nodes[id] is new.nodes[id] for id in (edge.source, edge.target)
            ]
            assert wire is (new if all(ends) else old).wires[edge]


@given(states, st.integers(1, 3))
def test_wires_of_nodes_that_move_come_after_all_have_moved(old, size):
    far = {id: replace(node, at=(9.0, 9.0)) for id, node in old.nodes.items()}
    new = replace(old, nodes=far)
    shown = [*parts(old, new, size)]
    assert shown[-1] is new
    if len(far) > size:
        for part in shown:
            assert not part.wires or all(part.nodes[id] is far[id] for id in far)
    counts = [0, *(len(part.wires) for part in shown)]
    if len(far) > size:
        assert all(b - a in range(size + 1) for a, b in pairwise(counts))


@pytest.mark.parametrize("count", [0, 1, 60])
def test_a_small_change_is_one_part(count):
    new = state(dict.fromkeys(map(str, range(count)), 0), set())
    assert [*parts(SceneState(), new)] == [new]
