"""Repairs of a block of the design's own where it is used, and of wires that run in a circle."""

from dataclasses import replace
from random import Random

import pytest

from designer.analysis import analyse
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Edge,
    Node,
)
from designer.model.graph import downstream, find_cycle
from templates.gallery import gallery
from tests.designer.analysis.repaired import check_repairs

IMAGE = Node("n0", "image_input", "image", params={"height": 32, "width": 32})
FREE_OUTPUT = {"z": Node("z", BLOCK_OUTPUT, "z")}
BRANCH = {"b": Node("b", "conv", "branch")}
BODIES = {
    "a free output": (FREE_OUTPUT, ()),
    "a free output and a branch": ({**BRANCH, **FREE_OUTPUT}, (Edge("a", "b"),)),
    "a free input": ({"z": Node("z", BLOCK_INPUT, "z")}, ()),
    "an unknown block": ({"b": Node("b", "conv_bm", "branch")}, (Edge("a", "b"),)),
    "a wrong value": (
        {"b": Node("b", "Conv2D", "branch", params={"filters": 10, "groups": 7})},
        (Edge("a", "b"),),
    ),
    "a circle": (
        {"b": Node("b", "add", "sum"), "c": Node("c", "ReLU", "relu")},
        (Edge("a", "b"), Edge("i", "b"), Edge("b", "c"), Edge("c", "b")),
    ),
}


def body(kind, width=32):
    nodes, edges = BODIES[kind]
    given = {
        "i": Node("i", BLOCK_INPUT, "x"),
        "a": Node("a", "conv", "conv", params={"filters": width}),
        "o": Node("o", BLOCK_OUTPUT, "y"),
    }
    wires = (Edge("i", "a"), Edge("a", "o"), *edges)
    return Document(nodes={**given, **nodes}, edges=wires)


def used(definitions, block):
    nodes = [IMAGE, Node("u", block, "use"), Node("r", "ReLU", "relu")]
    return Document(
        nodes={node.id: node for node in nodes},
        edges=(Edge("n0", "u"), Edge("u", "r")),
        definitions=definitions,
    )


@pytest.mark.parametrize("kind", BODIES)
def test_a_block_is_repaired_where_it_is_used(kind):
    document = used({"own": Definition("Own", body(kind, width=3))}, "own")
    analysis = analyse(document)
    issue = next(issue for issue in analysis.issues if issue.node == "u")

    assert any(
        " of 'Own': " in r.title or "in 'Own': " in r.title for r in issue.repairs
    )
    check_repairs(analysis)


@pytest.mark.parametrize("kind", BODIES)
def test_a_block_inside_a_block(kind):
    outer = Document(
        nodes={
            "i": Node("i", BLOCK_INPUT, "x"),
            "u": Node("u", "own", "inner"),
            "o": Node("o", BLOCK_OUTPUT, "y"),
        },
        edges=(Edge("i", "u"), Edge("u", "o")),
    )
    definitions = {
        "own": Definition("Own", body(kind, width=3)),
        "outer": Definition("Outer", outer),
    }
    analysis = analyse(used(definitions, "outer"))
    issue = next(issue for issue in analysis.issues if issue.node == "u")

    assert any("in 'inner' of 'Outer': " in repair.title for repair in issue.repairs)
    check_repairs(analysis)


def test_a_free_output_is_wired_or_removed():
    definitions = {"own": Definition("Own", body("a free output and a branch"))}
    [issue] = analyse(used(definitions, "own")).issues
    assert [repair.title for repair in issue.repairs] == [
        "in 'z' of 'Own': wire 'branch' to it",
        "in 'z' of 'Own': wire 'conv' to it",
        "in 'z' of 'Own': wire 'x' to it",
        "in 'z' of 'Own': remove it",
    ]


@pytest.mark.parametrize("seed", range(12))
def test_a_circle_is_cut(seed):
    """In a template, a wire too many leads back."""
    random = Random(seed)
    document = gallery()[random.choice(sorted(gallery()))].document()
    source = random.choice(list(document.nodes)[1:])
    above = [id for id in document.nodes if source in downstream(document, [id])]
    target = random.choice(above[1:])
    document = replace(document, edges=(*document.edges, Edge(source, target)))
    assert find_cycle(document)
    analysis = analyse(document)
    [issue] = [issue for issue in analysis.issues if issue.code == "cycle"]

    assert [r for r in issue.repairs if r.title.startswith("remove the wire from ")]
    check_repairs(analysis)
