"""Nodes in line, evenly spaced, with straight wires."""

from __future__ import annotations

import pytest

from designer.model import edits
from designer.model.document import Document, Edge, Node

SIZES = {"n1": (100, 40), "n2": (60, 80), "n3": (20, 20), "n4": (100, 40)}
ALL = ["n1", "n2", "n3"]


@pytest.fixture
def laid() -> Document:
    places = {"n1": (0, 0), "n2": (200, 100), "n3": (40, 400), "n4": (500, 500)}
    return Document(
        nodes={id: Node(id, "conv_bn", f"a{id}", at) for id, at in places.items()},
        edges=(Edge("n1", "n2"), Edge("n2", "n3"), Edge("n1", "n3"), Edge("n3", "n4")),
    )


@pytest.mark.parametrize(
    ("side", "places"),
    {
        "left": [(0, 0), (0, 100), (0, 400)],
        "right": [(160, 0), (200, 100), (240, 400)],
        "centre": [(80, 0), (100, 100), (120, 400)],
        "top": [(0, 0), (200, 0), (40, 0)],
        "bottom": [(0, 380), (200, 340), (40, 400)],
        "middle": [(0, 190), (200, 170), (40, 200)],
    }.items(),
)
def test_align(laid, side, places):
    aligned = edits.align(laid, ALL, side, sizes=SIZES)
    assert [aligned.nodes[id].at for id in ALL] == places
    assert edits.align(aligned, ALL, side, sizes=SIZES) is aligned
    assert aligned.nodes["n4"] is laid.nodes["n4"]
    assert edits.align(laid, [], side, sizes=SIZES) is laid


def test_distribute(laid):
    spaced = edits.distribute(laid, reversed(ALL), "y", sizes=SIZES)
    # 420 in all, 140 of it nodes: two gaps of 140
    assert [spaced.nodes[id].at for id in ALL] == [(0, 0), (200, 180), (40, 400)]
    across = edits.distribute(laid, ALL, "x", sizes=SIZES)
    assert [across.nodes[id].at[0] for id in ALL] == [0, 200, 140]
    assert edits.distribute(laid, ["n1", "n2"], "x", sizes=SIZES) is laid


def test_straighten(laid):
    straight = edits.straighten(laid, ALL, "x", sizes=SIZES)
    assert [straight.nodes[id].at for id in ALL] == [(0, 0), (20, 100), (40, 400)]
    along = edits.straighten(laid, ["n3", "n4"], "y", sizes=SIZES)
    assert along.nodes["n4"].at == (500, 390)


def test_unknown_nodes(laid, refused):
    for edit, way in (
        (edits.align, "left"),
        (edits.distribute, "x"),
        (edits.straighten, "x"),
    ):
        with refused("unknown_node", "'n9'"):
            edit(laid, ["n9"], way, sizes=SIZES)
