"""Wires by keys and menus, as alternatives to Alt and the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from designer.app.command import commands
from designer.model.document import Document, Edge, Node

STEM, LAST = Edge("n1", "n2"), Edge("n2", "n3")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chain(window):
    nodes = (
        Node("n1", "image_input", "image", (0, 0), {"height": 32, "width": 32}),
        Node("n2", "conv_bn", "conv", (0, 168), {"filters": 8}),
        Node("n3", "conv_bn", "last", (0, 376), {"filters": 16}),
        Node("n4", "add", "sum", (0, 600)),
    )
    window.controller.replace_design(
        Document(nodes={n.id: n for n in nodes}, edges=(STEM, LAST))
    )
    window.view.centerOn(100, 300)
    window.view.setFocus()
    return window


def wires(window):
    return {(e.source, e.target) for e in window.controller.document.edges}


def select_wire(window, edge):
    at = window.scene.wire_item(edge).path.pointAtPercent(0.3)
    QTest.mouseClick(
        window.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        window.view.mapFromScene(at),
    )
    assert window.scene.selected_edges() == (edge,)


def choose(window, id, edge):
    """From the wire's menu."""
    select_wire(window, edge)
    assert "wire" in commands()[id].context
    window.actions_by_id[id].trigger()


def test_c_connects_the_selected_nodes_as_they_flow(chain):
    chain.controller.select(("n4", "n3"))
    QTest.keyClick(chain.view, Qt.Key.Key_C)

    assert ("n3", "n4") in wires(chain)
    chain.controller.undo()
    assert wires(chain) == {("n1", "n2"), ("n2", "n3")}


def test_shift_c_cuts_all_wires_of_the_selected_nodes(chain):
    chain.controller.select(("n2",))
    QTest.keyClick(chain.view, Qt.Key.Key_C, SHIFT)

    assert wires(chain) == set()
    assert chain.controller.state.undo_label == "Cut 2 wires"


def test_a_node_is_pulled_out_by_keys(chain):
    chain.controller.select(("n2",))
    QTest.keyClick(chain.view, Qt.Key.Key_X, CTRL | SHIFT)

    assert wires(chain) == {("n1", "n3")}
    x, y = chain.controller.document.nodes["n2"].at
    assert x > 216
    assert y == 168


def test_cut_heals_the_wire(chain):
    chain.controller.select(("n2",))
    QTest.keyClick(chain.view, Qt.Key.Key_X, CTRL)

    assert wires(chain) == {("n1", "n3")}


def test_tab_finds_a_block_for_the_selected_wire(chain, find):
    select_wire(chain, LAST)
    QTest.keyClick(chain.view, Qt.Key.Key_Tab)
    line = find("search blocks")
    QTest.keyClicks(line, "max pool")
    QTest.keyClick(line, Qt.Key.Key_Return)

    (new,) = chain.controller.state.selection
    assert chain.controller.document.nodes[new].block == "max_pool"
    assert wires(chain) == {("n1", "n2"), ("n2", new), (new, "n3")}
    top = chain.scene.node_item(new).body
    assert top.top() > chain.scene.node_item("n2").body.bottom()
    assert chain.scene.node_item("n3").body.top() > top.bottom()


def test_what_cannot_go_into_the_wire_is_not_found(chain, find):
    select_wire(chain, LAST)
    QTest.keyClick(chain.view, Qt.Key.Key_Tab)
    blocks = find("blocks found")
    titles = {blocks.item(row).text() for row in range(blocks.count())}

    assert "Convolution + BN" in titles
    assert not titles & {"Image", "Global pool", "Flatten"}


def test_dots_are_put_and_taken_away_from_the_menu(chain):
    choose(chain, "add_dot", LAST)
    edge = chain.controller.document.edges[1]
    (dot,) = edge.via
    middle = chain.scene.wire_item(LAST).path.boundingRect().adjusted(-9, -9, 9, 9)
    assert middle.contains(*dot)

    choose(chain, "remove_dots", LAST)
    assert chain.controller.document.edges[1].via == ()
    assert chain.controller.state.undo_label == "Take a dot away"


def test_without_a_wire_the_command_says_what_it_needs(chain, find):
    QTest.mouseClick(
        chain.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(20, 20),
    )
    chain.actions_by_id["add_dot"].trigger()

    assert "Select one wire first" in find("message", chain).text()


def test_arranged_a_wire_has_no_dots_that_led_it_round_something(chain):
    chain.scene.bend_requested.emit(LAST, ((-200.0, 330.0),))
    QTest.keyClick(chain.view, Qt.Key.Key_L, CTRL)

    assert [edge.via for edge in chain.controller.document.edges] == [(), ()]
    chain.controller.undo()
    assert chain.controller.document.edges[1].via == ((-200, 330),)
