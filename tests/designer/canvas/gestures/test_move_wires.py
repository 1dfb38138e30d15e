"""Ctrl-drag from a port moves its wires to another port."""

import pytest
from PySide6.QtCore import Qt

from designer.canvas.picture.overlays import Bubble, LooseWire
from designer.canvas.values.scene_state import PortRef, Verdict
from designer.model.document import Edge

CTRL = Qt.KeyboardModifier.ControlModifier
STEM, LAST = Edge("n1", "n2"), Edge("n2", "n4")


def loose(hand):
    return [item for item in hand.scene.items() if isinstance(item, LooseWire)]


@pytest.mark.parametrize(
    ("start", "end", "edges"),
    [
        (("n2", "output"), ("n3", "output"), (LAST,)),
        (("n2", "input"), ("n3", "input"), (STEM,)),
    ],
    ids=["where they begin", "where they end"],
)
def test_wires_go_to_another_port_of_the_same_side(hand, start, end, edges):
    hand.drag(hand.port(*start), hand.port(*end), CTRL)

    assert hand.requests("rewire_requested") == [(edges, PortRef(*end))]
    assert hand.requests("connect_requested") == []
    assert loose(hand) == []


def test_the_scene_judges_the_wires_as_they_would_be(hand):
    heard = []
    hand.scene.judge = lambda *ends: heard.append(ends) or Verdict(False, "no")
    hand.hold(hand.port("n2", "output"), hand.port("n3", "output"), CTRL)

    assert heard == [("n3", "", "n4", "")]
    assert any(i.text == "no" for i in hand.scene.items() if isinstance(i, Bubble))
    hand.release(hand.port("n3", "output"), CTRL)
    assert hand.requests("rewire_requested") == []


def test_the_node_is_as_good_as_its_port(hand):
    hand.drag(hand.port("n2", "output"), hand.body("n3"), CTRL)

    assert hand.requests("rewire_requested") == [((LAST,), PortRef("n3", "output"))]


def test_let_go_elsewhere_the_wires_stay(hand):
    for end in (hand.ground(), hand.port("n2", "output"), hand.port("n4", "input")):
        hand.drag(hand.port("n2", "output"), end, CTRL)

    assert hand.requests("rewire_requested") == []
    assert hand.requests("search_requested") == []


def test_a_port_without_wires_draws_one(hand):
    hand.drag(hand.port("n3", "output"), hand.port("n4", "input"), CTRL)

    assert hand.requests("connect_requested") == [("n3", "", "n4", "")]


def test_a_click_does_nothing(hand):
    hand.click(hand.port("n2", "output"), CTRL)

    assert hand.scene.gesture is None
    assert hand.asked == []


def test_escape_leaves_everything_as_it_was(hand):
    before = hand.view.grab().toImage(), len(hand.scene.items())
    hand.hold(hand.port("n2", "output"), hand.port("n3", "output"), CTRL)
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.ground(), CTRL)
    hand.move(hand.ground())

    assert (hand.view.grab().toImage(), len(hand.scene.items())) == before
    assert hand.asked == []
