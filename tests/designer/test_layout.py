"""Layouts: nothing covers anything, the longest chain is straight, and the same design always looks the same."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.layout import ACROSS, ALONG, ALONG_RIGHT, arrange
from designer.model.document import Document, Edge, Node

ROOT = Path(__file__).parents[2]


def _document(size: int, pairs, at=(0, 0)) -> Document:
    nodes = {f"n{i}": Node(f"n{i}", "add", f"b{i}", at) for i in range(size)}
    edges = (Edge(f"n{a}", f"n{b}") for a, b in dict.fromkeys(pairs))
    return Document(nodes=nodes, edges=tuple(edges))


def _chain(size: int, *skips: tuple[int, int]) -> Document:
    return _document(size, [*((i, i + 1) for i in range(size - 1)), *skips])


@st.composite
def graphs(draw) -> Document:
    size = draw(st.integers(0, 24))
    pairs = [(a, b) for b in range(size) for a in range(b)]
    wires = draw(st.lists(st.sampled_from(pairs), max_size=48)) if pairs else []
    # shuffled, so that the order of nodes is not the order of the flow
    name = draw(st.permutations(range(size)))
    return _document(size, [(name[a], name[b]) for a, b in wires])


@st.composite
def arranged(draw):
    document = draw(graphs())
    side = st.integers(1, 60).map(lambda n: 8 * n) | st.floats(1, 480)
    sizes = {id: (draw(side), draw(side)) for id in document.nodes}
    direction = draw(st.sampled_from(["down", "right"]))
    wrap = draw(st.none() | st.floats(0.1, 10))
    places = arrange(document, sizes, direction=direction, wrap=wrap)
    return document, sizes, direction, wrap, places


@given(arranged())
@settings(deadline=None)
def test_every_node_has_a_place_of_its_own(case):
    document, sizes, _, _, places = case
    assert list(places) == list(document.nodes)
    for one, two in combinations(places, 2):
        (x, y), (w, h) = places[one], sizes[one]
        (u, v), (a, b) = places[two], sizes[two]
        assert x + w <= u or u + a <= x or y + h <= v or v + b <= y


@given(arranged())
@settings(deadline=None)
def test_on_the_grid_from_the_origin(case):
    places = case[-1]
    assert all(x % 8 == 0 and y % 8 == 0 for x, y in places.values())
    if places:
        assert min(x for x, _ in places.values()) >= 0
        assert min(y for _, y in places.values()) >= 0


@given(arranged())
@settings(deadline=None)
def test_wires_run_with_the_flow(case):
    document, _, direction, wrap, places = case
    axis = 1 if direction == "down" else 0
    for edge in document.edges if wrap is None else ():
        assert places[edge.source][axis] < places[edge.target][axis]


@given(graphs())
@settings(deadline=None)
def test_right_is_down_turned(document):
    sizes = dict.fromkeys(document.nodes, (96, 96))
    down = arrange(document, sizes)
    right = arrange(document, sizes, direction="right")
    step, wider = 96 + ALONG, 96 + ALONG_RIGHT
    assert right == {id: (y * wider / step, x) for id, (x, y) in down.items()}


def test_a_chain_with_skips_is_straight():
    document = _chain(40, (0, 3), (3, 6), (2, 9), (0, 39), (20, 38))
    places = arrange(document, {})
    assert {x for x, _ in places.values()} == {0}
    assert [y for _, y in places.values()] == [152 * i for i in range(40)]


def test_nodes_of_different_widths_share_a_middle():
    document = _chain(3, (0, 2))
    sizes = {"n0": (64, 40), "n1": (320, 40), "n2": (192, 40)}
    places = arrange(document, sizes)
    assert {places[id][0] + sizes[id][0] / 2 for id in places} == {160}


def test_branches_stand_beside_the_line_equal_in_equal_modules():
    """Two modules 0-6 and 6-12: a chain of two, and branches of one and two nodes, to a sum."""
    module = [(0, 1), (1, 2), (2, 3), (3, 6), (0, 4), (4, 6), (0, 5), (5, 6), (0, 6)]
    pairs = [(a + start, b + start) for start in (0, 6) for a, b in module]
    places = arrange(_document(13, pairs), {})
    lanes = sorted({x for x, _ in places.values()})
    assert len(lanes) == 3
    middle = lanes[1]
    assert all(places[f"n{i}"][0] == middle for i in (0, 1, 2, 3, 6, 7, 8, 9, 12))
    for i in range(6):
        assert places[f"n{i}"][0] == places[f"n{i + 6}"][0]
    assert {places["n4"][0], places["n5"][0]} == {lanes[0], lanes[2]}


def test_parts_stand_side_by_side_and_single_nodes_at_the_end():
    document = _document(9, [(0, 1), (2, 3), (3, 4)])
    places = arrange(document, dict.fromkeys([f"n{i}" for i in range(9)], (80, 40)))
    x = {id: place[0] for id, place in places.items()}
    assert x["n2"] == x["n3"] == x["n4"] == 0
    assert x["n0"] == x["n1"] == 80 + ACROSS
    single = [places[f"n{i}"] for i in (5, 6, 7, 8)]
    left, step = 2 * (80 + ACROSS), 40 + ALONG
    right = left + 80 + ACROSS
    assert single == [(left, 0), (right, 0), (left, step), (right, step)]


def test_nothing_to_arrange():
    assert arrange(Document(), {}) == {}
    assert arrange(_chain(3), {}, only=[]) == {}


def test_without_a_wire():
    places = arrange(_document(10, []), {})
    assert len({x for x, _ in places.values()}) == 4
    assert len({y for _, y in places.values()}) == 3


@pytest.mark.parametrize("direction", ["down", "right"])
@pytest.mark.parametrize("wrap", [0.5, 1.6, 3])
def test_a_long_chain_is_folded_to_the_windows_shape(wrap, direction):
    document = _chain(120)
    places = arrange(document, {}, wrap=wrap, direction=direction)
    wide = max(x for x, _ in places.values()) + 216
    high = max(y for _, y in places.values()) + 96
    assert 0.6 * wrap < wide / high < 1.6 * wrap


def test_only_a_selection_is_arranged_and_keeps_its_corner():
    document = _document(6, [(0, 1), (1, 2), (2, 3), (1, 3), (4, 5)], at=(403, 77))
    places = arrange(document, {}, only=["n1", "n2", "n3"])
    assert places == {"n1": (400, 80), "n2": (400, 232), "n3": (400, 384)}


def test_the_same_in_every_process():
    """Text hashes differently in every process; a layout must not depend on it."""
    script = (
        "import random, sys; from designer.layout import arrange\n"
        "from designer.model.document import Document, Edge, Node\n"
        "random.seed(1); ids = [f'n{i}' for i in range(60)]\n"
        "pairs = {(random.randrange(b), b) for b in range(1, 60) for _ in range(2)}\n"
        "wires = tuple(Edge(ids[a], ids[b]) for a, b in sorted(pairs))\n"
        "nodes = {id: Node(id, 'add', id) for id in ids}\n"
        "print(arrange(Document(nodes=nodes, edges=wires), {}))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (1, 2, 3)
    }
    assert len(printed) == 1


def test_five_thousand_nodes():
    skips = [(i, i + 3) for i in range(0, 4990, 3)]
    places = arrange(_chain(5000, *skips), {})
    assert len(places) == 5000
    assert {x for x, _ in places.values()} == {0}
