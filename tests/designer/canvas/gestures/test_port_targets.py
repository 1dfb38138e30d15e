"""Every painted part of a port accepts and starts a wire."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from designer.canvas.gestures.draw_wire import DrawWire
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.scene_state import PortState
from designer.model.document import Document, Node

MAGENTA = "#ff00ff"  # which no theme has
PORTS = {
    "inputs": (PortState("", "features"), PortState("skip", "skip", many=True)),
    "outputs": (PortState("", "sum"), PortState("other", "other")),
}


@pytest.fixture
def seen(bare_hand, shown):
    """Shows one node without wires and a free convolution beside it, at a zoom."""

    def show(block, zoom, direction="down", **changes):
        node = replace(Node("t", block, "target", (0, 0)), **changes)
        free = Node("s", "conv_bn", "free", (-360, -40))
        state = shown(Document(nodes={"t": node, "s": free}))
        if block == "own":
            target = replace(state.nodes["t"], **PORTS)
            state = replace(state, nodes={**state.nodes, "t": target})
        hand = bare_hand
        hand.scene.set_options(ViewOptions(direction=direction))
        hand.scene.show_state(state)
        hand.view.resize(1000, 700)
        hand.view.zoom_to(zoom)
        return hand

    return show


def painted(hand, port):
    """The outermost pixels of a port that is lit: left, right, up, down."""
    item = hand.scene.node_item(port.node)
    centre = item.port_position(port.side, port.key)
    hand.view.centerOn(centre)
    item.light_port(port.side, port.key, QColor(MAGENTA))
    image = hand.view.viewport().grab().toImage()
    item.light_port(port.side, port.key, None)
    middle, far = hand.px(centre), round(16 * hand.view.zoom)
    around = [
        middle + QPoint(x, y)
        for x in range(-far, far + 1)
        for y in range(-far, far + 1)
    ]
    found = [at for at in around if image.pixelColor(at) == QColor(MAGENTA)]
    return (
        min(found, key=QPoint.x),
        max(found, key=QPoint.x),
        min(found, key=QPoint.y),
        max(found, key=QPoint.y),
    )


CASES = [
    ("add", 1.0, "down", {}),
    ("add", 2.5, "down", {}),
    ("add", 0.5, "right", {}),
    ("concatenate", 1.5, "right", {}),
    ("concatenate", 1.0, "down", {"collapsed": True}),
    ("conv_bn", 2.0, "right", {"repeat": 3}),
    ("conv_bn", 1.0, "right", {"repeat": 3, "collapsed": True}),
    ("own", 1.0, "down", {}),
    ("own", 1.0, "right", {"repeat": 2}),
]


@pytest.mark.parametrize(("block", "zoom", "direction", "changes"), CASES)
def test_the_whole_port_takes_a_wire(seen, block, zoom, direction, changes):
    hand = seen(block, zoom, direction, **changes)
    for port, _ in list(hand.scene.node_item("t").ports()):
        other = "output" if port.side == "input" else "input"
        for at in painted(hand, port):
            hand.asked.clear()
            press = hand.port("t", port.side, port.key)
            hand.press(at)
            assert isinstance(hand.scene.gesture, DrawWire), (port, at - press)
            assert hand.scene.gesture.origin == port
            hand.scene.cancel_gesture()
            hand.release(at)

            hand.drag(hand.port("s", other), at)
            assert hand.requests("search_requested") == [], (port, at - press)
            ends = [(a, c) for a, _, c, _ in hand.requests("connect_requested")]
            assert ends == [("s", "t") if other == "output" else ("t", "s")]
            ((_, out, _, into),) = hand.requests("connect_requested")
            assert port.key == (into if port.side == "input" else out)


@pytest.mark.parametrize("direction", ["down", "right"])
def test_a_ports_name_belongs_to_it(seen, direction):
    hand = seen("own", 1.0, direction)
    for port, place in list(hand.scene.node_item("t").ports()):
        hand.view.centerOn(place)
        at = hand.px(place)
        aside, above = QPoint(20, -9), QPoint(16, -12)
        if port.side == "input":
            aside.setX(-aside.x())
        else:
            above.setY(14)
        way = above if direction == "down" else aside
        hand.press(at + way)
        assert isinstance(hand.scene.gesture, DrawWire)
        assert hand.scene.gesture.origin == port
        hand.scene.cancel_gesture()
        hand.release(at + way)


@pytest.mark.parametrize("end", ["own body", "a node without inputs"])
def test_a_node_that_takes_no_wire_is_not_the_ground(hand, end):
    hand.drag(
        hand.port("n3", "output"),
        hand.body("n3" if end == "own body" else "n1"),
    )

    assert hand.requests("search_requested") == []
    assert hand.requests("connect_requested") == []
    assert hand.scene.gesture is None
