"""Ctrl and a drag with the right button cut wires."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from designer.canvas.picture.overlays import CutLine
from designer.model.document import Edge

CTRL, RIGHT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.RightButton
STEM, LAST = Edge("n1", "n2"), Edge("n2", "n4")


def lines(hand):
    return [item for item in hand.scene.items() if isinstance(item, CutLine)]


def across(hand, edge):
    """Points on both sides of a wire, half way."""
    x, y = hand.scene.wire_item(edge).path.pointAtPercent(0.5).toTuple()
    return hand.px(QPointF(x - 80, y)), hand.px(QPointF(x + 80, y))


def menu(hand, at):
    """The event that the window system sends with the right button."""
    viewport = hand.view.viewport()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at), CTRL
    )
    QApplication.sendEvent(viewport, event)


def test_the_wires_that_the_line_crosses_are_cut_at_once(hand):
    one, two = across(hand, STEM), across(hand, LAST)
    hand.press(one[0], CTRL, RIGHT)
    for at in (one[1], two[1], two[0]):
        hand.move(at)
    assert len(lines(hand)) == 1
    assert hand.requests("disconnect_requested") == []
    hand.release(two[0], CTRL, RIGHT)

    assert hand.requests("disconnect_requested") == [((STEM, LAST),)]
    assert lines(hand) == []


def test_a_line_beside_the_wires_cuts_none(hand):
    start, _ = across(hand, STEM)
    hand.drag(start, start + QPoint(0, 60), CTRL, RIGHT)

    assert hand.requests("disconnect_requested") == []


def test_it_may_begin_on_a_node(hand):
    start, end = hand.body("n2"), across(hand, LAST)[1]
    hand.press(start, CTRL, RIGHT)
    for at in (end - QPoint(180, 0), end):
        hand.move(at)
    hand.release(end, CTRL, RIGHT)

    assert hand.requests("disconnect_requested") == [((LAST,),)]
    assert hand.places()["n2"] == (0, 200)


@pytest.mark.parametrize("system", ["Linux", "Windows"])
def test_a_drag_opens_no_menu(hand, system):
    """The window system asks for the menu with the press on Linux, with the release on Windows."""
    start, end = across(hand, STEM)
    hand.press(start, CTRL, RIGHT)
    if system == "Linux":
        menu(hand, start)
    hand.move(end)
    hand.release(end, CTRL, RIGHT)
    if system == "Windows":
        menu(hand, end)

    assert hand.requests("disconnect_requested") == [((STEM,),)]
    assert hand.requests("context_requested") == []


def test_a_click_opens_the_menu(hand):
    hand.press(hand.body("n2"), CTRL, RIGHT)
    menu(hand, hand.body("n2"))
    hand.release(hand.body("n2"), CTRL, RIGHT)

    ((_, _, target),) = hand.requests("context_requested")
    assert target == "n2"


def test_escape_cuts_nothing(hand):
    before = hand.view.grab().toImage(), len(hand.scene.items())
    start, end = across(hand, STEM)
    hand.press(start, CTRL, RIGHT)
    hand.move(end)
    hand.key(Qt.Key.Key_Escape)
    hand.release(end, CTRL, RIGHT)

    assert (hand.view.grab().toImage(), len(hand.scene.items())) == before
    assert hand.asked == []


def test_a_wire_that_goes_ends_it(hand, design, shown):
    start, end = across(hand, STEM)
    hand.press(start, CTRL, RIGHT)
    hand.move(end)
    hand.scene.show_state(shown(replace(design, edges=design.edges[1:])))

    assert hand.scene.gesture is None
    assert lines(hand) == []
