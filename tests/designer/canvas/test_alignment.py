"""Alignment and distribution, checked against figures computed by hand."""

from dataclasses import replace

import pytest

from designer.canvas.routes.alignment import aligned, distributed, straightened
from designer.canvas.values.geometry import node_size, port_offset
from designer.canvas.values.options import ViewOptions

BOXES = {"a": (0, 0, 100, 40), "b": (60, 100, 120, 180), "c": (200, 50, 300, 70)}


@pytest.mark.parametrize(
    ("line", "axis", "places"),
    [
        ("left", 0, {"a": 0, "b": 0, "c": 0}),
        ("right", 0, {"a": 200, "b": 240, "c": 200}),
        ("centre", 0, {"a": 100, "b": 120, "c": 100}),
        ("top", 1, {"a": 0, "b": 0, "c": 0}),
        ("bottom", 1, {"a": 140, "b": 100, "c": 160}),
        ("middle", 1, {"a": 70, "b": 50, "c": 80}),
    ],
)
def test_aligned(line, axis, places):
    found = aligned(BOXES, line)

    assert {key: at[axis] for key, at in found.items()} == places
    other = 1 - axis
    assert all(found[key][other] == BOXES[key][other] for key in BOXES)


@pytest.mark.parametrize(
    ("way", "places"),
    [
        # 300 wide, 260 of it taken: gaps of 20
        ("across", {"a": (0, 0), "b": (120, 100), "c": (200, 50)}),
        # 180 high, 140 taken: gaps of 20
        ("down", {"a": (0, 0), "c": (200, 60), "b": (60, 100)}),
    ],
)
def test_distributed(way, places):
    assert distributed(BOXES, way) == places


def test_one_box_stays():
    one = {"a": BOXES["b"]}
    assert distributed(one, "across") == {"a": (60, 100)}
    assert aligned(one, "middle") == {"a": (60, 100)}


@pytest.mark.parametrize("direction", ["down", "right"])
def test_straightened_wires_run_straight(design, shown, direction):
    options = ViewOptions(direction=direction)
    state = shown(design)
    places = straightened(state, ("n1", "n2", "n4"), options)

    across = 0 if direction == "down" else 1
    for source, target in (("n1", "n2"), ("n2", "n4")):
        ends = []
        for id, side in ((source, "output"), (target, "input")):
            node = state.nodes[id]
            offset = port_offset(
                node, node_size(node, options), side, "", options.direction
            )
            ends.append(places[id][across] + offset[across])
        assert ends[0] == ends[1]
    assert places["n1"] == (0, 0)


def test_of_two_branches_one_follows(design, shown, edited):
    from designer.model.document import Edge

    forked = replace(design, edges=(*design.edges, Edge("n1", "n3")))
    places = straightened(shown(forked), ("n1", "n2", "n3"), ViewOptions())

    assert places["n2"][0] == 0
    assert places["n3"] == (320, 200)
