"""Ctrl+Shift+click highlights everything up to a node and dims the rest."""

from PySide6.QtCore import QPoint, QPointF, Qt

from designer.canvas.picture.spotlight import DIM, Card
from designer.model.document import Edge

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ROWS = [("Shape", "32×32×8"), ("Parameters", "232")]


def brightness(hand):
    return {id: hand.scene.node_item(id).opacity() for id in hand.scene.state.nodes}


def card(hand):
    found = [item for item in hand.scene.items() if isinstance(item, Card)]
    return found[0] if found else None


def test_ctrl_shift_click_asks_and_selects_nothing(hand):
    hand.click(hand.body("n2"), BOTH)

    assert hand.requests("up_to_requested") == [("n2",)]
    assert hand.scene.selected_nodes() == ()


def test_a_drag_with_these_keys_asks_nothing(hand):
    start = hand.body("n2")
    hand.drag(start, start + QPoint(60, 0), BOTH)

    assert hand.requests("up_to_requested") == []
    assert hand.places()["n2"] == (0, 200)


def test_what_comes_before_is_lit_with_a_card_beside(hand):
    hand.scene.spotlight.show_up_to("n2", ("n1", "n2"), ROWS)

    assert brightness(hand) == {"n1": 1, "n2": 1, "n3": DIM, "n4": DIM}
    assert hand.scene.wire_item(Edge("n1", "n2")).opacity() == 1
    assert hand.scene.wire_item(Edge("n2", "n4")).opacity() == DIM
    assert card(hand).text == "Shape: 32×32×8\nParameters: 232"


def test_the_card_stays_in_view(hand):
    for x in (-250, 0, 500):
        hand.view.centerOn(QPointF(x, 280))
        hand.scene.spotlight.show_up_to("n2", ("n1", "n2"), ROWS)
        place = hand.px(card(hand).scenePos())
        size = card(hand).boundingRect().size().toSize()
        seen = hand.view.viewport().rect()
        assert seen.contains(place)
        assert seen.contains(place + QPoint(size.width(), size.height()))


def test_escape_ends_it_before_it_selects_nothing(hand):
    hand.scene.select(("n2",))
    hand.scene.spotlight.show_up_to("n2", ("n1", "n2"), ROWS)
    hand.key(Qt.Key.Key_Escape)

    assert set(brightness(hand).values()) == {1}
    assert card(hand) is None
    assert hand.scene.selected_nodes() == ("n2",)


def test_a_new_node_comes_dimmed(hand, design, shown):
    hand.scene.spotlight.light(("n1",))
    hand.scene.show_state(shown(design, None))

    assert brightness(hand)["n4"] == DIM
