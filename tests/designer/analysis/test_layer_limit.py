"""A design has as many layers as can be worked with, whatever edits led to it."""

from dataclasses import replace
from importlib import import_module

import pytest

from designer.analysis import analyse
from designer.analysis.serialise import summary
from designer.model.document import Document, Edge, Node

LAYERS = 3  # of a copy of conv_bn


@pytest.fixture(autouse=True)
def limit(monkeypatch):
    module = import_module("designer.analysis.analyse")
    monkeypatch.setattr(module, "MAX_LAYERS", 10 * LAYERS + 1)  # one is the image's


def design(*repeats: int) -> Document:
    """A chain of rows, each with so many copies."""
    rows = [Node(f"n{i}", "conv_bn", f"n{i}", repeat=n) for i, n in enumerate(repeats)]
    nodes = [Node("i", "image_input", "image"), *rows]
    edges = [Edge(a.id, b.id) for a, b in zip(nodes, rows, strict=False)]
    return Document(nodes={n.id: n for n in nodes}, edges=tuple(edges))


def states(analysis):
    return [analysis.nodes[id].state for id in analysis.order]


def test_as_many_as_there_may_be():
    assert states(analyse(design(5, 5))) == ["ok"] * 3


def test_one_more():
    found = analyse(design(5, 6, 1))
    assert states(found) == ["ok", "ok", "error", "unknown"]
    (issue,) = found.issues
    assert (issue.code, issue.node) == ("too_many_layers", "n1")


@pytest.mark.parametrize(
    "steps",
    [
        [design(5, 5), design(5, 6), design(5, 5)],
        [design(5, 6, 1), design(4, 6, 1), design(4, 5, 1)],
        [design(5, 5), design(6, 5), design(6, 4)],
        [design(10), design(11), design(1)],
        [design(10), design(10, 1), design(9, 1), design(10)],
    ],
)
def test_edits_lead_to_what_the_design_is(steps):
    found = None
    for document in steps:
        found = analyse(document, found)
        fresh = analyse(document)
        assert summary(found) == summary(fresh)
        assert states(found) == states(fresh)
        assert found.exceeds_layers == fresh.exceeds_layers


def test_an_edit_beside_the_row_that_is_refused():
    found = analyse(design(5, 6, 1))
    nodes = dict(found.document.nodes)
    nodes["n2"] = replace(nodes["n2"], params={"filters": 7})
    edited = replace(found.document, nodes=nodes)
    assert summary(analyse(edited, found)) == summary(analyse(edited))
