"""Dots of wires: added, dragged, removed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from designer.model.document import Edge
from designer.model.edits import set_via

ALT = Qt.KeyboardModifier.AltModifier
CTRL_ALT = ALT | Qt.KeyboardModifier.ControlModifier
LAST = Edge("n2", "n4")
DOTS = ((48.0, 352.0), (320.0, 400.0))


@pytest.fixture
def dotted(hand, design, shown):
    """The hand, and two dots on the wire from the convolution to the sum."""
    hand.scene.show_state(shown(set_via(design, LAST, DOTS), hand.scene.state))
    return hand


def on_wire(hand, share=0.5):
    return hand.px(hand.scene.wire_item(LAST).path.pointAtPercent(share))


@pytest.mark.parametrize("keys", [ALT, CTRL_ALT])
def test_alt_click_puts_a_dot_on_the_wire(hand, keys):
    at = on_wire(hand)
    hand.click(at, keys)

    ((edge, dots),) = hand.requests("bend_requested")
    assert edge == LAST
    (dot,) = dots
    assert (QPointF(*dot) - hand.view.mapToScene(at)).manhattanLength() <= 12


def test_the_press_that_puts_it_there_can_drag_it(hand):
    hand.drag(on_wire(hand), hand.px(QPointF(-48, 392)), ALT)

    assert hand.requests("bend_requested") == [(LAST, ((-48.0, 392.0),))]


def test_dragging_a_wire_bends_it_too(hand):
    hand.drag(on_wire(hand), hand.px(QPointF(-48, 392)))

    assert hand.requests("bend_requested") == [(LAST, ((-48.0, 392.0),))]


def test_a_new_dot_goes_between_those_that_are_there(dotted):
    middle = dotted.scene.wire_item(LAST).path.pointAtPercent(0.55)
    dotted.drag(dotted.px(middle), dotted.px(QPointF(200, 336)), ALT)

    ((_, dots),) = dotted.requests("bend_requested")
    assert dots == (DOTS[0], (200.0, 336.0), DOTS[1])


def test_the_wire_runs_through_its_dots(dotted):
    path = dotted.scene.wire_item(LAST).path
    points = [path.pointAtPercent(step / 400) for step in range(401)]
    for dot in DOTS:
        assert min((QPointF(*dot) - p).manhattanLength() for p in points) < 3


def test_a_dot_is_dragged_on_the_grid(dotted):
    dotted.drag(dotted.px(QPointF(*DOTS[1])), dotted.px(QPointF(363, 381)))

    assert dotted.requests("bend_requested") == [(LAST, (DOTS[0], (360.0, 384.0)))]


def test_a_dot_goes_straight_below_its_port_when_it_nearly_is(dotted):
    port = dotted.scene.node_item("n2").port_position("output", "")
    dotted.drag(dotted.px(QPointF(*DOTS[0])), dotted.px(QPointF(port.x() + 5, 372)))

    ((_, dots),) = dotted.requests("bend_requested")
    assert dots[0] == (port.x(), 368.0)


def test_a_click_on_a_dot_selects_its_wire(dotted):
    dotted.click(dotted.px(QPointF(*DOTS[0])))

    assert dotted.scene.selected_edges() == (LAST,)
    assert dotted.requests("bend_requested") == []


@pytest.mark.parametrize("keys", [ALT, CTRL_ALT])
def test_alt_click_on_a_dot_takes_it_away(dotted, keys):
    dotted.click(dotted.px(QPointF(*DOTS[0])), keys)

    assert dotted.requests("bend_requested") == [(LAST, DOTS[1:])]


def test_a_refused_bend_goes_back_with_the_next_state(dotted):
    dotted.drag(dotted.px(QPointF(*DOTS[1])), dotted.px(QPointF(360, 384)))
    dotted.scene.show_state(dotted.scene.state)

    assert dotted.scene.dots_of(LAST) == DOTS


def test_a_new_state_does_not_tear_a_dot_out_of_the_hand(dotted, design, shown):
    dotted.press(dotted.px(QPointF(*DOTS[1])))
    dotted.move(dotted.px(QPointF(360, 384)))
    dotted.scene.show_state(shown(set_via(design, LAST, DOTS[:1]), dotted.scene.state))
    dotted.release(dotted.px(QPointF(360, 384)))

    assert dotted.requests("bend_requested") == [(LAST, (DOTS[0], (360.0, 384.0)))]


def drag_dot(hand):
    hand.hold(hand.px(QPointF(*DOTS[1])), hand.px(QPointF(360, 384)))


def drag_wire(hand):
    start = on_wire(hand, 0.2)
    hand.hold(start, start + QPoint(-90, 12))


@pytest.mark.parametrize("start", [drag_dot, drag_wire])
def test_escape_leaves_everything_as_it_was(dotted, start):
    dotted.scene.select((), (LAST,))
    dotted.move(dotted.ground())
    before = dotted.view.grab().toImage(), len(dotted.scene.items())
    start(dotted)
    assert dotted.view.grab().toImage() != before[0]
    dotted.key(Qt.Key.Key_Escape)
    dotted.release(dotted.ground())
    dotted.move(dotted.ground())

    assert (dotted.view.grab().toImage(), len(dotted.scene.items())) == before
    assert dotted.requests("bend_requested") == []


@pytest.mark.parametrize("start", [drag_dot, drag_wire])
def test_a_wire_that_goes_ends_it(dotted, design, shown, start):
    start(dotted)
    dotted.scene.show_state(shown(replace(design, edges=design.edges[:1])))
    dotted.release(dotted.ground())

    assert dotted.scene.gesture is None
    assert dotted.requests("bend_requested") == []
