"""Gestures with wires on a canvas bound to a controller: the resulting designs."""

from itertools import combinations
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.app.editor.binding import CanvasBinding
from designer.app.editor.block_popup import SearchPopup
from designer.canvas.picture.overlays import Bubble, LooseWire
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.scene_state import PortRef
from designer.canvas.values.theme import LIGHT
from designer.model.document import Document, Edge, Node
from designer.model.edits import group, move_nodes, set_muted

NAMES = {"n1", "n2", "n3", "m1", "m2", "m3", "m4"}
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def design(*nodes, edges=()):
    return Document(nodes={node.id: node for node in nodes}, edges=tuple(edges))


@pytest.fixture
def bench(qtbot, make_workbench):
    """A canvas, who answers it, and a hand."""
    workbench = make_workbench()
    controller, scene, view = workbench.controller, workbench.scene, workbench.view
    workbench.setParent(view)
    qtbot.addWidget(view)
    popup = SearchPopup(controller, workbench.settings_store, LIGHT, view)
    binding = CanvasBinding(workbench, popup)
    controller.changed.connect(binding.show_state)
    view.resize(900, 800)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()

    def show(document, centre=(200, 280)):
        controller.replace_design(document)
        view.zoom_to(1.0)
        view.centerOn(*centre)

    def px(x, y):
        return view.mapFromScene(QPointF(x, y))

    def port(node, side, key=""):
        return view.mapFromScene(scene.port_position(PortRef(node, side, key)))

    def drag(way, keys=PLAIN, button=LEFT):
        QTest.mousePress(view.viewport(), button, keys, way[0])
        for at in way[1:]:
            QTest.mouseMove(view.viewport(), at)
        QTest.mouseRelease(view.viewport(), button, keys, way[-1])

    def wires():
        return {(e.source, e.target) for e in controller.document.edges}

    return SimpleNamespace(
        controller=controller,
        scene=scene,
        view=view,
        binding=binding,
        search=popup,
        offers=binding.wires.popup,
        show=show,
        px=px,
        port=port,
        drag=drag,
        wires=wires,
    )


@pytest.fixture
def chain(bench):
    """image -> conv -> last, and a convolution without wires."""
    bench.show(
        design(
            Node("n1", "image_input", "image", (0, 0), {"height": 32, "width": 32}),
            Node("n2", "conv_bn", "conv", (0, 168), {"filters": 8}),
            Node("n3", "conv_bn", "last", (0, 376), {"filters": 16}),
            Node("n4", "conv_bn", "free", (320, 160), {"filters": 8}),
            edges=[Edge("n1", "n2"), Edge("n2", "n3")],
        )
    )
    return bench


def bottom(bench, id):
    return bench.scene.node_item(id).body.bottom()


# Inserting


def test_a_node_without_wires_is_inserted_and_makes_room(chain):
    wire = chain.scene.wire_item(Edge("n2", "n3")).path.pointAtPercent(0.5)
    body = chain.scene.node_item("n4").body
    chain.drag(
        [
            chain.px(*body.center().toTuple()),
            chain.px(300, 300),
            chain.px(*wire.toTuple()),
        ]
    )

    assert chain.wires() == {("n1", "n2"), ("n2", "n4"), ("n4", "n3")}
    assert chain.controller.state.undo_label == "Insert free into a wire"
    nodes = chain.controller.document.nodes
    assert nodes["n4"].at[1] >= bottom(chain, "n2")
    assert nodes["n3"].at[1] >= bottom(chain, "n4")
    assert nodes["n2"].at == (0, 168)
    chain.controller.undo()
    assert chain.wires() == {("n1", "n2"), ("n2", "n3")}
    assert chain.controller.document.nodes["n3"].at == (0, 376)


def test_an_inserted_node_stands_in_line(chain):
    wire = chain.scene.wire_item(Edge("n2", "n3")).path.pointAtPercent(0.5)
    grip = chain.scene.node_item("n4").body.center() + QPointF(60, 0)
    way = [grip, QPointF(300, 300), wire]  # which leaves its middle 60 beside
    chain.drag([chain.px(*at.toTuple()) for at in way])

    assert chain.controller.document.nodes["n4"].at[0] == 0


@pytest.fixture
def two_chains(bench):
    """image -> conv -> last, and beside it other -> a -> b -> end; the hand inserts into the wire conv -> last."""
    bench.show(
        design(
            Node("n1", "image_input", "image", (0, 0), {"height": 32, "width": 32}),
            Node("n2", "conv_bn", "conv", (0, 168), {"filters": 8}),
            Node("n3", "conv_bn", "last", (0, 376), {"filters": 16}),
            Node("m1", "image_input", "other", (320, 0), {"height": 8, "width": 8}),
            Node("m2", "conv_bn", "a", (320, 168), {"filters": 8}),
            Node("m3", "conv_bn", "b", (320, 376), {"filters": 8}, repeat=2),
            Node("m4", "conv_bn", "end", (320, 600), {"filters": 8}),
            edges=[
                Edge("n1", "n2"),
                Edge("n2", "n3"),
                Edge("m1", "m2"),
                Edge("m2", "m3"),
                Edge("m3", "m4"),
            ],
        )
    )
    return bench


def onto(bench, id, edge):
    """The way from a node's title to the middle of a wire."""
    grip = bench.scene.node_item(id).body.topLeft() + QPointF(80, 20)
    wire = bench.scene.wire_item(edge).path.pointAtPercent(0.5)
    return [bench.px(*at.toTuple()) for at in (grip, (grip + wire) / 2, wire)]


def said(bench):
    return [it.text for it in bench.scene.items() if isinstance(it, Bubble)]


@pytest.mark.parametrize("kind", ["block", "row", "composite", "muted"])
def test_a_wired_node_goes_into_another_wire_and_its_old_wires_heal(two_chains, kind):
    bench = two_chains
    id = "m3" if kind == "row" else "m2"
    if kind == "composite":
        made, id = group(
            bench.controller.document,
            ["m2"],
            name="pair",
            catalog=bench.controller.signatures,
        )
        bench.controller.apply("group", lambda document: made)
    elif kind == "muted":
        bench.controller.apply("m", lambda d: set_muted(d, [id], True))
    before = bench.controller.document
    bench.drag(onto(bench, id, Edge("n2", "n3")))

    healed = ("m2", "m4") if kind == "row" else ("m1", "m3")
    wires = {
        (e.source, e.target) for e in before.edges if id not in (e.source, e.target)
    }
    wires = (wires - {("n2", "n3")}) | {healed, ("n2", id), (id, "n3")}
    assert bench.wires() == wires
    nodes = bench.controller.document.nodes
    assert nodes[id].at[1] >= bottom(bench, "n2")
    assert nodes["n3"].at[1] >= bottom(bench, id)
    assert bench.controller.state.selection == (id,)
    bench.controller.undo()
    assert bench.controller.document == before


@pytest.mark.parametrize("direction", ["down", "right"])
def test_selected_nodes_in_a_chain_are_inserted_together(two_chains, direction):
    bench = two_chains
    if direction == "right":
        bench.scene.set_options(ViewOptions(direction="right"))
        turned = {n.id: (2 * n.at[1], n.at[0]) for n in bench.controller.document}
        bench.controller.apply("turn", lambda d: move_nodes(d, turned))
        bench.view.zoom_to(0.6)
        bench.view.centerOn(500, 200)
    bench.controller.select(("m2", "m3"))
    bench.drag(onto(bench, "m2", Edge("n2", "n3")))

    ends = {("n1", "n2"), ("n2", "m2"), ("m2", "m3"), ("m3", "n3"), ("m1", "m4")}
    assert bench.wires() == ends
    boxes = {id: bench.scene.node_item(id).body for id in NAMES}
    for one, other in combinations(("n1", "n2", "m2", "m3", "n3"), 2):
        assert not boxes[one].intersects(boxes[other])
    along = [
        boxes[id].center().toTuple()[direction == "down"]
        for id in ("n2", "m2", "m3", "n3")
    ]
    assert along == sorted(along)
    assert bench.controller.state.undo_label == "Insert 2 nodes into a wire"
    bench.controller.undo()
    assert ("n2", "n3") in bench.wires()


def test_what_would_happen_is_shown_before_the_button_is_released(two_chains):
    bench = two_chains
    way = onto(bench, "m2", Edge("n2", "n3"))
    QTest.mousePress(bench.view.viewport(), LEFT, PLAIN, way[0])
    for at in way[1:]:
        QTest.mouseMove(bench.view.viewport(), at)

    loose = [it for it in bench.scene.items() if isinstance(it, LooseWire)]
    assert len(loose) == 3  # into it, out of it, and where it was
    assert said(bench) == ["Insert between conv and last"]
    red = bench.scene.look.severity["error"]
    for edge in (Edge("m1", "m2"), Edge("m2", "m3")):
        assert bench.scene.wire_item(edge).emphasis == red
    over = bench.scene.node_item("m2")
    assert all(
        over.zValue() > bench.scene.node_item(id).zValue() for id in NAMES - {"m2"}
    )

    QTest.mouseMove(bench.view.viewport(), way[0])
    assert not [it for it in bench.scene.items() if isinstance(it, LooseWire | Bubble)]
    QTest.keyClick(bench.view.viewport(), Qt.Key.Key_Escape)
    QTest.mouseRelease(bench.view.viewport(), LEFT, PLAIN, way[0])
    assert over.zValue() == bench.scene.node_item("m3").zValue()


def test_alt_at_the_end_of_a_drag_only_moves(two_chains):
    bench = two_chains
    before = bench.wires()
    way = onto(bench, "m2", Edge("n2", "n3"))
    QTest.mousePress(bench.view.viewport(), LEFT, PLAIN, way[0])
    for at in way[1:]:
        QTest.mouseMove(bench.view.viewport(), at)
    QTest.mouseRelease(bench.view.viewport(), LEFT, ALT, way[-1])

    assert bench.wires() == before
    assert bench.controller.state.undo_label == "Move a"


def test_a_node_along_its_own_wire_only_moves(two_chains):
    bench = two_chains
    before = bench.wires()
    bench.drag(onto(bench, "m2", Edge("m2", "m3")))

    assert bench.wires() == before


def test_a_join_is_not_taken_out_of_its_wires_unasked(bench):
    bench.show(
        design(
            Node("n1", "image_input", "image", (0, 0), {"height": 32, "width": 32}),
            Node("n2", "conv_bn", "conv", (0, 168), {"filters": 3}),
            Node("n3", "add", "sum", (320, 376)),
            Node("n4", "conv_bn", "last", (0, 376), {"filters": 8}),
            edges=[
                Edge("n1", "n2"),
                Edge("n1", "n3"),
                Edge("n2", "n3"),
                Edge("n2", "n4"),
            ],
        )
    )
    before = bench.wires()
    way = onto(bench, "n3", Edge("n2", "n4"))
    QTest.mousePress(bench.view.viewport(), LEFT, PLAIN, way[0])
    for at in way[1:]:
        QTest.mouseMove(bench.view.viewport(), at)
    (text,) = said(bench)
    assert text.startswith("'sum' has wires that would be lost")
    QTest.mouseRelease(bench.view.viewport(), LEFT, PLAIN, way[-1])

    assert bench.wires() == before
    assert bench.controller.state.undo_label == "Move sum"


# Pulling out


def test_alt_drag_pulls_a_node_out_and_heals_the_wire(chain):
    at = chain.scene.node_item("n2").body.center()
    start = chain.px(*at.toTuple())
    chain.drag([start, start + QPoint(-100, 0), start + QPoint(-240, 0)], ALT)

    assert chain.wires() == {("n1", "n3")}
    assert chain.controller.document.nodes["n2"].at == (-240, 168)
    assert chain.controller.state.undo_label == "Pull out conv"
    chain.controller.undo()
    assert chain.wires() == {("n1", "n2"), ("n2", "n3")}


def test_wires_among_the_nodes_pulled_out_stay(chain):
    chain.controller.select(("n2", "n3"))
    start = chain.px(*chain.scene.node_item("n2").body.center().toTuple())
    chain.drag([start, start + QPoint(-100, 0), start + QPoint(-240, 0)], ALT)

    assert chain.wires() == {("n2", "n3")}


# Moving wires


def test_ctrl_drag_moves_wires_to_another_port(chain):
    chain.drag(
        [chain.port("n2", "output"), chain.px(300, 300), chain.port("n4", "output")],
        CTRL,
    )
    assert chain.wires() == {("n1", "n2"), ("n4", "n3")}
    assert chain.controller.state.undo_label == "Move a wire to free"

    chain.drag(
        [chain.port("n2", "input"), chain.px(300, 120), chain.port("n4", "input")], CTRL
    )
    assert chain.wires() == {("n1", "n4"), ("n4", "n3")}


def test_a_moved_wire_keeps_its_place_in_the_order(bench):
    bench.show(
        design(
            Node("n1", "image_input", "image", (0, 0)),
            Node("n2", "conv_bn", "a", (-240, 160)),
            Node("n3", "conv_bn", "b", (0, 160)),
            Node("n4", "conv_bn", "c", (240, 160)),
            Node("n5", "concatenate", "joined", (0, 376)),
            edges=[
                *(Edge("n1", f"n{i}") for i in (2, 3, 4)),
                Edge("n2", "n5"),
                Edge("n3", "n5"),
            ],
        )
    )
    bench.drag(
        [bench.port("n2", "output"), bench.px(0, 330), bench.port("n4", "output")], CTRL
    )

    assert [e.source for e in bench.controller.document.incoming["n5"]] == ["n4", "n3"]


def test_a_cycle_is_refused_before_the_button_is_released(chain):
    chain.drag(
        [chain.port("n1", "output"), chain.px(-60, 400), chain.port("n3", "output")],
        CTRL,
    )

    assert chain.wires() == {("n1", "n2"), ("n2", "n3")}
    assert chain.controller.state.undo_label is None


# Cutting


def test_alt_click_on_a_port_cuts_its_wires(chain):
    QTest.mouseClick(chain.view.viewport(), LEFT, ALT, chain.port("n2", "output"))

    assert chain.wires() == {("n1", "n2")}
    assert chain.controller.state.undo_label == "Cut a wire"


def test_the_knife_cuts_what_it_crosses_in_one_step(chain):
    x = chain.scene.port_position(PortRef("n1", "output")).x()
    ys = [
        chain.scene.wire_item(edge).path.pointAtPercent(0.5).y()
        for edge in (Edge("n1", "n2"), Edge("n2", "n3"))
    ]
    way = [(x - 130, ys[0]), (x + 130, ys[0]), (x + 130, ys[1]), (x - 130, ys[1])]
    chain.drag([chain.px(*at) for at in way], CTRL, RIGHT)

    assert chain.wires() == set()
    assert chain.controller.state.undo_label == "Cut 2 wires"


# Dots


def test_dots_are_steps_with_names(chain):
    edge = Edge("n2", "n3")
    viewport = chain.view.viewport()

    def dots():
        return next(e.via for e in chain.controller.document.edges if e == edge)

    wire = chain.scene.wire_item(edge).path.pointAtPercent(0.4)
    chain.drag([chain.px(*wire.toTuple()), chain.px(0, 340), chain.px(-64, 344)], ALT)
    assert dots() == ((-64, 344),)
    assert chain.controller.state.undo_label == "Put a dot on a wire"
    chain.drag([chain.px(-64, 344), chain.px(-90, 330), chain.px(-104, 336)])
    assert dots() == ((-104, 336),)
    assert chain.controller.state.undo_label == "Move a dot"
    QTest.mouseClick(viewport, LEFT, ALT, chain.px(-104, 336))
    assert dots() == ()
    assert chain.controller.state.undo_label == "Take a dot away"
    chain.controller.undo()
    assert dots() == ((-104, 336),)
    assert chain.scene.dots_of(edge) == ((-104, 336),)


def test_dots_go_along_with_the_nodes_of_both_ends(chain):
    edge = Edge("n2", "n3")
    chain.scene.bend_requested.emit(edge, ((-64.0, 344.0),))
    chain.controller.select(("n2", "n3"))
    start = chain.px(*chain.scene.node_item("n2").body.center().toTuple())
    chain.drag([start, start + QPoint(-100, 0), start + QPoint(-240, 0)])

    assert chain.controller.document.nodes["n3"].at == (-240, 376)
    assert chain.controller.document.edges[1].via == ((-304, 344),)


# A wire let go over the ground


def found(bench):
    QApplication.processEvents()
    rows = range(bench.search.list.count())
    return {bench.search.list.item(row).text() for row in rows}


@pytest.mark.parametrize("side", ["output", "input"])
def test_a_wire_let_go_asks_for_a_block_that_fits(chain, side):
    chain.drag([chain.port("n4", side), chain.px(420, 380), chain.px(430, 400)])
    assert chain.search.isVisible()
    titles = found(chain)
    assert ("Image" in titles) == (side == "input")
    assert "Channel shuffle" in titles
    QTest.keyClicks(chain.search.line, "channel shuffle")
    QTest.keyClick(chain.search.line, Qt.Key.Key_Return)

    (new,) = chain.controller.state.selection
    wire = ("n4", new) if side == "output" else (new, "n4")
    assert wire in chain.wires()


# A wire that does not fit


@pytest.fixture
def apart(bench):
    """A 32x32x8 beside a concatenation of something that is 16x16x16."""
    bench.show(
        design(
            Node("n1", "image_input", "image", (0, 0), {"height": 32, "width": 32}),
            Node("n2", "conv_bn", "large", (-160, 168), {"filters": 8}),
            Node("n3", "conv_bn", "small", (160, 168), {"filters": 16, "strides": 2}),
            Node("n4", "concatenate", "joined", (0, 400)),
            edges=[Edge("n1", "n2"), Edge("n1", "n3"), Edge("n3", "n4")],
        )
    )
    bench.drag(
        [bench.port("n2", "output"), bench.px(-20, 370), bench.port("n4", "input")]
    )
    QApplication.processEvents()
    return bench


def test_conversions_are_offered_on_the_spot(apart):
    assert apart.offers.isVisible()
    texts = [
        apart.offers.list.item(row).text() for row in range(apart.offers.list.count())
    ]
    assert "1x1 projection to 16 channels, strides 2" in texts[0]
    assert texts[1:3] == ["Max pool by 2", "Average pool by 2"]
    assert texts[-1] == "Connect as it is"
    assert "32x32x8" in apart.offers.sentence.text()
    assert apart.controller.state.undo_label is None


def test_a_conversion_is_taken_by_keys_and_is_one_step(apart):
    QTest.keyClick(apart.offers.list, Qt.Key.Key_Down)
    QTest.keyClick(apart.offers.list, Qt.Key.Key_Return)

    assert not apart.offers.isVisible()
    (pool,) = apart.controller.state.selection
    assert apart.controller.document.nodes[pool].block == "max_pool"
    assert {("n2", pool), (pool, "n4")} < apart.wires()
    assert apart.controller.analysis.errors == ()
    assert apart.controller.analysis.nodes["n4"].outputs == ((None, 16, 16, 24),)
    assert apart.controller.state.undo_label == "Connect large to joined: max pool by 2"
    body = apart.scene.node_item(pool).body
    others = [apart.scene.node_item(id).body for id in ("n1", "n2", "n3", "n4")]
    assert not any(body.intersects(other) for other in others)


def test_an_enter_is_about_what_was_seen(apart, qtbot):
    """One pressed before the offers are painted, or held down since, chooses nothing."""
    offers, taken = apart.offers, []
    offers.hide()
    offers.ask(QPoint(0, 0), "No.", offers._offers[:-1], taken.append)
    QTest.keyClick(offers.list, Qt.Key.Key_Return)
    assert offers.isVisible()
    qtbot.waitExposed(offers)
    qtbot.waitUntil(lambda: not offers.visibleRegion().isEmpty() and offers._seen)
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        autorep=True,
    )
    QApplication.sendEvent(offers.list, held)
    assert taken == []
    QTest.keyClick(offers.list, Qt.Key.Key_Return)
    assert len(taken) == 1
    assert not offers.isVisible()


def test_it_can_be_connected_as_it_is(apart):
    QTest.keyClick(apart.offers.list, Qt.Key.Key_Up)
    QTest.keyClick(apart.offers.list, Qt.Key.Key_End)
    QTest.keyClick(apart.offers.list, Qt.Key.Key_Return)

    assert ("n2", "n4") in apart.wires()
    assert len(apart.controller.document.nodes) == 4


def test_escape_connects_nothing(apart):
    QTest.keyClick(apart.offers.list, Qt.Key.Key_Escape)

    assert not apart.offers.isVisible()
    assert ("n2", "n4") not in apart.wires()
    assert apart.controller.state.undo_label is None


def test_an_image_goes_to_a_vector_through_a_pool_or_flat(bench):
    bench.show(
        design(
            Node("n1", "image_input", "image", (0, 0), {"height": 8, "width": 8}),
            Node("n2", "conv_bn", "conv", (-160, 168), {"filters": 8}),
            Node("n3", "global_pool", "pool", (160, 168)),
            Node("n4", "concatenate", "joined", (0, 400)),
            edges=[Edge("n1", "n2"), Edge("n1", "n3"), Edge("n3", "n4")],
        )
    )
    bench.drag(
        [bench.port("n2", "output"), bench.px(-20, 370), bench.port("n4", "input")]
    )

    texts = [
        bench.offers.list.item(row).text() for row in range(bench.offers.list.count())
    ]
    assert texts == ["Global average pool", "Flatten", "Connect as it is"]


def test_a_wire_that_fits_asks_nothing(chain):
    chain.drag(
        [chain.port("n4", "output"), chain.px(200, 360), chain.port("n3", "input")]
    )

    assert not chain.offers.isVisible()
    assert ("n4", "n3") in chain.wires()
