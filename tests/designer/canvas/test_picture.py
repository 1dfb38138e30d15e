from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from blocks.catalog import catalog
from designer.canvas.items.node_item import NodeItem
from designer.canvas.picture.picture import NetworkPicture
from designer.canvas.values.scene_state import (
    IssueState,
    NodeState,
    PortState,
    SceneState,
    WireState,
    scene_state,
)
from designer.canvas.values.theme import DARK, LIGHT
from designer.model.document import Document, Edge, Node


@pytest.fixture
def picture(qapp):
    return NetworkPicture()


def painted(picture, zoom=1.0, rect=None):
    rect = rect or picture.itemsBoundingRect().adjusted(-20, -20, 20, 20)
    image = QImage(
        (rect.size() * zoom).toSize(), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(picture.look.canvas)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picture.render(painter, QRectF(image.rect()), rect)
    painter.end()
    return image


# The difference


def test_what_did_not_change_keeps_its_items(picture, design, edited, shown):
    first = shown(design)
    picture.show_state(first)
    nodes = {id: picture.node_item(id) for id in design.nodes}
    wires = {edge: picture.wire_item(edge) for edge in design.edges}

    picture.show_state(shown(edited("n3", name="renamed"), first))

    assert {id: picture.node_item(id) for id in design.nodes} == nodes
    assert {edge: picture.wire_item(edge) for edge in design.edges} == wires
    assert nodes["n3"].node.title == "renamed"


def test_only_what_changed_is_told(picture, design, edited, shown, monkeypatch):
    first = shown(design)
    picture.show_state(first)
    told = []
    monkeypatch.setattr(
        NodeItem, "show_node", lambda item, node: told.append(item.node.id)
    )
    picture.show_state(shown(edited("n3", name="renamed"), first))

    assert told == ["n3"]


def test_what_is_gone_goes(picture, design, shown):
    picture.show_state(shown(design))
    rest = replace(
        design,
        nodes={id: node for id, node in design.nodes.items() if id != "n2"},
        edges=(),
    )
    picture.show_state(shown(rest))

    assert picture.node_item("n2") is None
    assert picture.wire_item(Edge("n1", "n2")) is None
    assert picture.edges_at("n1") == frozenset()
    assert len(picture.items()) == 3  # nodes alone: no wire, no label


def test_another_design_can_take_the_place(picture, design, shown):
    for _ in range(3):
        picture.show_state(shown(design))
        picture.show_state(shown(Document()))
    assert picture.items() == []

    picture.show_state(shown(design))
    assert len(picture.items()) == 4 + 2 * 2


def test_a_moved_node_takes_its_wires_along(picture, design, edited, shown):
    first = shown(design)
    picture.show_state(first)
    picture.show_state(shown(edited("n2", at=(400.0, 80.0)), first))

    end = picture.wire_item(Edge("n1", "n2")).path.pointAtPercent(1)
    assert end.toTuple() == (508, 80)


def test_a_node_that_grows_moves_the_wire_below_it(picture, design, edited, shown):
    first = shown(design)
    picture.show_state(first)
    before = picture.wire_item(Edge("n2", "n4")).path.pointAtPercent(0)
    grown = edited(
        "n2",
        params={"filters": 8, "kernel_size": 5, "activation": "swish", "strides": 2},
        repeat=2,
    )
    picture.show_state(shown(grown, first))

    after = picture.wire_item(Edge("n2", "n4")).path.pointAtPercent(0)
    assert after.y() > before.y()
    assert after.y() == picture.node_item("n2").body.bottom()


# Around nodes


def column(*names, edges):
    port = (PortState("", "x"),)
    nodes = {
        name: NodeState(
            name,
            name,
            "Block",
            "Mobile",
            (0.0, 160.0 * row),
            inputs=port,
            outputs=port,
        )
        for row, name in enumerate(names)
    }
    return SceneState(nodes, {edge: WireState(edge, "8×8×4", 256) for edge in edges})


def crosses(path, item):
    body = item.body.adjusted(1, 1, -1, -1)
    return any(body.contains(path.pointAtPercent(step / 200)) for step in range(201))


SKIP = Edge("a", "d")


def test_a_skip_runs_around_the_nodes_between(picture):
    picture.show_state(column("a", "b", "c", "d", edges=[SKIP]))

    path = picture.wire_item(SKIP).path
    assert not crosses(path, picture.node_item("b"))
    assert not crosses(path, picture.node_item("c"))


def test_a_wire_straightens_when_its_way_is_free_again(picture):
    whole = column("a", "b", "c", "d", edges=[SKIP])
    picture.show_state(whole)
    free = {
        id: node if id in "ad" else replace(node, at=(500.0, node.at[1]))
        for id, node in whole.nodes.items()
    }
    picture.show_state(replace(whole, nodes=free))
    width = picture.wire_item(SKIP).path.boundingRect().width()
    assert width == 0

    picture.show_state(whole)
    assert not crosses(picture.wire_item(SKIP).path, picture.node_item("b"))


def test_skips_inside_one_another_stay_apart(picture):
    inner = Edge("b", "d")
    outer = Edge("a", "e")
    picture.show_state(column("a", "b", "c", "d", "e", edges=[inner, outer]))

    lanes = {
        picture.wire_item(edge).path.boundingRect().left() for edge in (inner, outer)
    }
    assert len(lanes) == 2


# What is painted


@pytest.mark.parametrize("zoom", [1.0, 0.4, 0.1], ids=["near", "middle", "far"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("severity", ["error", "warning"])
def test_an_issue_shows_at_every_distance(picture, theme, zoom, severity):
    picture.set_theme(theme)
    whole = column("a", edges=[])
    picture.show_state(whole)
    rect = QRectF(-30, -30, 600, 200)
    before = painted(picture, zoom, rect)
    issue = IssueState(severity, "10 channels do not divide into 3 groups")
    broken = replace(whole.nodes["a"], issues=(issue,))
    picture.show_state(SceneState({"a": broken}))
    after = painted(picture, zoom, rect)

    inks = {
        after.pixelColor(x, y).name()
        for x in range(after.width())
        for y in range(after.height())
    }
    assert after != before
    assert getattr(theme, severity) in inks


@pytest.mark.parametrize("zoom", [1.0, 0.3, 0.1])
def test_nothing_is_painted_outside_its_bounds(picture, zoom):
    """What an item leaves outside its bounds would stay behind when it moves."""
    whole = column("a", "b", edges=[Edge("a", "b")])
    issue = IssueState("error", "wide " * 40)
    nodes = {
        id: replace(node, issues=(issue,), repeat="×3", title="M" * 60)
        for id, node in whole.nodes.items()
    }
    picture.show_state(replace(whole, nodes=nodes))
    for item in picture.items():
        item.setSelected(True)
    bounds = picture.itemsBoundingRect()
    rect = bounds.adjusted(-100, -100, 100, 100)
    image = painted(picture, zoom, rect)

    ground = picture.look.canvas.name()
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() != ground
    ]
    inside = QRectF(
        (bounds.topLeft() - rect.topLeft()) * zoom, bounds.size() * zoom
    ).adjusted(-1, -1, 1, 1)
    assert inked
    assert all(inside.contains(x + 0.5, y + 0.5) for x, y in inked)


@pytest.mark.parametrize("block", catalog())
def test_every_block_can_be_shown(picture, shown, block):
    document = Document(nodes={"n1": Node("n1", block, block)})
    picture.show_state(shown(document))

    item = picture.node_item("n1")
    known = catalog()[block]
    assert item.node.block_title == known.title
    assert len(item.node.inputs) == len(known.inputs)
    assert not painted(picture).isNull()


def test_an_unknown_block_keeps_the_ports_of_its_wires(picture, design, shown):
    nodes = {**design.nodes, "n2": replace(design.nodes["n2"], block="attention_9")}
    edges = (*design.edges[:1], Edge("n2", "n4", "weights"))
    state = shown(replace(design, nodes=nodes, edges=edges))
    picture.show_state(state)

    node = state.nodes["n2"]
    assert node.block_title == "attention_9"
    assert [port.key for port in node.outputs] == ["weights"]
    assert picture.wire_item(edges[1]) is not None


def test_the_picture_knows_no_document_of_its_own(picture, design, shown):
    """The state is made elsewhere, by a pure function: nothing here changes it."""
    state = shown(design)
    again = scene_state(state.document, state.analysis, catalog())
    picture.show_state(state)
    picture.place({"n1": (500.0, 500.0)})

    assert state == again
