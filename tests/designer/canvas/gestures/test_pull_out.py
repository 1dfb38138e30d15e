"""Alt-drag pulls nodes out of their wires."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from designer.canvas.picture.overlays import LooseWire
from designer.model.document import Edge

ALT = Qt.KeyboardModifier.AltModifier
CTRL_ALT = ALT | Qt.KeyboardModifier.ControlModifier
ASIDE = QPoint(-160, 48)


def loose(hand):
    return [item for item in hand.scene.items() if isinstance(item, LooseWire)]


@pytest.mark.parametrize("keys", [ALT, CTRL_ALT])
def test_a_node_is_pulled_out(hand, keys):
    start = hand.body("n2")
    hand.hold(start, start + ASIDE, keys)
    assert len(loose(hand)) == 1  # from the image to the sum, as it would heal
    hand.release(start + ASIDE, keys)

    assert hand.requests("pull_out_requested") == [({"n2": (-160.0, 248.0)},)]
    assert hand.requests("move_requested") == []
    assert loose(hand) == []


def test_the_selection_is_pulled_out_together(hand):
    hand.scene.select(("n2", "n4"))
    start = hand.body("n4")
    hand.drag(start, start + QPoint(80, 0), ALT)

    ((places,),) = hand.requests("pull_out_requested")
    assert places == {"n2": (80.0, 200.0), "n4": (240.0, 440.0)}


def test_alt_click_selects(hand):
    hand.click(hand.body("n2"), ALT)

    assert hand.scene.selected_nodes() == ("n2",)
    assert hand.requests("pull_out_requested") == []


def test_over_a_wire_it_is_not_inserted(hand):
    hand.drag(hand.body("n3"), hand.wire(Edge("n2", "n4")), ALT)

    assert hand.requests("insert_requested") == []
    assert len(hand.requests("pull_out_requested")) == 1


@pytest.mark.parametrize("how", ["Escape", "the right button", "the keyboard goes"])
def test_stopped_it_leaves_everything_as_it_was(hand, how):
    before = hand.view.grab().toImage(), hand.places(), len(hand.scene.items())
    start = hand.body("n2")
    hand.hold(start, start + ASIDE, ALT)
    if how == "Escape":
        hand.key(Qt.Key.Key_Escape)
    elif how == "the right button":
        hand.click(start + ASIDE, button=Qt.MouseButton.RightButton)
    else:
        hand.view.clearFocus()
        hand.view.setFocus()
    hand.release(start + ASIDE, ALT)
    hand.scene.select(())
    hand.move(hand.ground())

    after = hand.view.grab().toImage(), hand.places(), len(hand.scene.items())
    assert after == before
    assert hand.requests("pull_out_requested") == []
    assert hand.requests("context_requested") == []


def test_a_wire_that_goes_ends_it(hand, design, shown):
    start = hand.body("n2")
    hand.hold(start, start + ASIDE, ALT)
    hand.scene.show_state(shown(replace(design, edges=design.edges[:1])))

    assert hand.scene.gesture is None
    assert loose(hand) == []
    assert hand.places()["n2"] == (0, 200)
