"""Nodes are animated to their positions, or moved at once."""

from dataclasses import replace

import pytest

from designer.canvas.values.options import ViewOptions
from designer.canvas.values.scene_state import PortRef
from designer.model.document import Edge


@pytest.fixture
def elsewhere(hand, edited, shown):
    """Shows n2 far from where it was."""

    def show():
        hand.scene.show_state(shown(edited("n2", at=(400.0, 200.0)), hand.scene.state))

    return show


def test_they_start_where_they_were_and_end_where_they_belong(hand, elsewhere, qtbot):
    with hand.scene.glider.watch():
        elsewhere()
    assert hand.places()["n2"] == (0, 200)

    seen = []
    qtbot.waitUntil(
        lambda: seen.append(hand.places()["n2"][0]) or not hand.scene.glider.gliding
    )
    assert hand.places()["n2"] == (400, 200)
    end = hand.scene.wire_item(Edge("n1", "n2")).path.pointAtPercent(1)
    assert end == hand.scene.port_position(PortRef("n2", "input"))


def test_reduced_motion_moves_at_once(hand, elsewhere):
    hand.view.set_options(replace(ViewOptions(), motion=False))
    with hand.scene.glider.watch():
        elsewhere()

    assert hand.places()["n2"] == (400, 200)
    assert not hand.scene.glider.gliding


def test_a_hand_that_takes_hold_finds_all_in_its_place(hand, elsewhere):
    with hand.scene.glider.watch():
        elsewhere()
    hand.press(hand.ground(-150, 400))

    assert hand.places()["n2"] == (400, 200)
    hand.release(hand.ground(-150, 400))


def test_a_newer_state_ends_it(hand, elsewhere, design, shown):
    with hand.scene.glider.watch():
        elsewhere()
    hand.scene.show_state(shown(design, hand.scene.state))

    assert hand.places()["n2"] == (0, 200)
    assert not hand.scene.glider.gliding


def test_without_a_change_nothing_glides(hand, design, shown):
    with hand.scene.glider.watch():
        hand.scene.show_state(shown(design, hand.scene.state))

    assert not hand.scene.glider.gliding


def test_what_is_fitted_meanwhile_is_where_all_is_going(hand, elsewhere):
    with hand.scene.glider.watch():
        elsewhere()
    assert hand.scene.glider.gliding
    hand.view.fit_all()
    assert hand.places()["n2"] == (0, 200)
    hand.scene.glider.stop()
    there = hand.view.transform(), hand.view.mapToScene(0, 0)
    hand.view.fit_all()
    assert (hand.view.transform(), hand.view.mapToScene(0, 0)) == there
