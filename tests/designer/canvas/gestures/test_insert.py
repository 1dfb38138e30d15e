"""An unconnected node dragged onto a wire."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from designer.model.document import Edge

LAST = Edge("n2", "n4")
ALT = Qt.KeyboardModifier.AltModifier


def test_a_node_without_wires_goes_into_the_wire(hand):
    hand.drag(hand.body("n3"), hand.wire(LAST))

    ((places, edge),) = hand.requests("insert_requested")
    assert edge == LAST
    assert places == {"n3": hand.scene.place_of("n3")}
    assert hand.requests("move_requested") == []


def test_its_middle_is_as_good_as_the_pointer(hand):
    grip = hand.scene.node_item("n3").body.topLeft() + QPointF(12, 12)
    middle = hand.scene.node_item("n3").body.center() - grip
    wire = hand.view.mapToScene(hand.wire(LAST))
    hand.drag(hand.px(grip), hand.px(wire - middle))

    assert [edge for _, edge in hand.requests("insert_requested")] == [LAST]


def test_the_wire_is_lit_while_the_node_is_over_it(hand):
    before = hand.scene.wire_item(LAST).emphasis
    start = hand.body("n3")
    hand.hold(start, hand.wire(LAST))
    assert hand.scene.wire_item(LAST).emphasis == hand.scene.look.wire_lit

    hand.move(start)
    assert hand.scene.wire_item(LAST).emphasis == before


def test_alt_works_while_the_pointer_rests(hand, qtbot):
    before = hand.scene.wire_item(LAST).emphasis
    lit = hand.scene.look.wire_lit
    start, end = hand.body("n3"), hand.wire(LAST)
    hand.hold(start, end)
    assert hand.scene.wire_item(LAST).emphasis == lit
    for _ in range(2):
        qtbot.keyPress(hand.view, Qt.Key.Key_Alt)
        assert hand.scene.wire_item(LAST).emphasis == before
        qtbot.keyRelease(hand.view, Qt.Key.Key_Alt, ALT)
        assert hand.scene.wire_item(LAST).emphasis == lit
    hand.release(end)
    assert len(hand.requests("insert_requested")) == 1


def test_alt_works_while_a_block_of_the_palette_rests(hand, qtbot):
    before = hand.scene.wire_item(LAST).emphasis
    hand.hover_block(hand.wire(LAST))
    assert hand.scene.wire_item(LAST).emphasis == hand.scene.look.wire_lit
    qtbot.keyPress(hand.view, Qt.Key.Key_Alt)
    assert hand.scene.wire_item(LAST).emphasis == before
    qtbot.keyRelease(hand.view, Qt.Key.Key_Alt, ALT)
    assert hand.scene.wire_item(LAST).emphasis == hand.scene.look.wire_lit


def test_alt_leaves_it_beside(hand):
    start, end = hand.body("n3"), hand.wire(LAST)
    hand.hold(start, end)
    # A real hand holds the key now; QTest can only say so with the next button.
    viewport = hand.view.viewport()
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(end + QPoint(1, 0)),
        QPointF(viewport.mapToGlobal(end)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        ALT,
    )
    QApplication.sendEvent(viewport, event)
    hand.release(end, ALT)

    assert hand.requests("insert_requested") == []
    assert len(hand.requests("move_requested")) == 1


@pytest.mark.parametrize("node", ["n1", "n2"])
def test_a_node_with_wires_only_moves(hand, node):
    hand.drag(hand.body(node), hand.wire(LAST))

    assert hand.requests("insert_requested") == []


def test_several_nodes_only_move(hand):
    hand.scene.select(("n3", "n1"))
    hand.drag(hand.body("n3"), hand.wire(LAST))

    assert hand.requests("insert_requested") == []
    assert len(hand.requests("move_requested")) == 1


def test_escape_leaves_everything_as_it_was(hand):
    hand.scene.select(("n3",))
    before = hand.view.grab().toImage(), hand.places()
    hand.hold(hand.body("n3"), hand.wire(LAST))
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.ground())
    hand.move(hand.ground())

    assert (hand.view.grab().toImage(), hand.places()) == before
    assert {name for name, _ in hand.asked} <= {"selection_changed"}
