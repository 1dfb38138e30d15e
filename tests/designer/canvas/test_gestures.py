from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.canvas.gestures.draw_wire import DrawWire
from designer.canvas.gestures.move_nodes import MoveNodes
from designer.canvas.picture.overlays import Bubble
from designer.canvas.values.scene_state import PortRef, Verdict
from designer.model.document import Edge

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
WIRE = Edge("n2", "n4")


def bubble(hand):
    found = [item for item in hand.scene.items() if isinstance(item, Bubble)]
    return found[0].text if found and found[0].isVisible() else None


# Wires


@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.5])
@pytest.mark.parametrize(
    ("start", "end"),
    [(("n3", "output"), ("n4", "input")), (("n4", "input"), ("n3", "output"))],
    ids=["forwards", "backwards"],
)
def test_a_wire_is_drawn_from_port_to_port(hand, start, end, zoom):
    hand.view.zoom_to(zoom)
    hand.drag(hand.port(*start), hand.port(*end))

    assert hand.requests("connect_requested") == [("n3", "", "n4", "")]
    assert hand.scene.gesture is None


def test_the_node_is_as_good_as_its_port(hand):
    hand.drag(hand.port("n3", "output"), hand.body("n4"))

    assert hand.requests("connect_requested") == [("n3", "", "n4", "")]


def test_a_port_is_taken_from_ten_pixels_away_however_far_the_view(hand):
    hand.view.zoom_to(0.3)
    hand.press(hand.port("n3", "output") + QPoint(0, 9))

    assert isinstance(hand.scene.gesture, DrawWire)


def test_click_move_click_draws_a_wire_too(hand):
    hand.click(hand.port("n3", "output"))
    hand.move(hand.port("n4", "input") - QPoint(3, 40))
    hand.move(hand.port("n4", "input"))
    assert hand.requests("connect_requested") == []

    hand.click(hand.port("n4", "input"))

    assert hand.requests("connect_requested") == [("n3", "", "n4", "")]
    assert hand.scene.gesture is None


@pytest.mark.parametrize(
    ("verdict", "asked"),
    [
        (Verdict(True, "32×32×8"), [("n3", "", "n4", "")]),
        (Verdict(True, "cannot add 8x8x3 and 9x9x3", True), [("n3", "", "n4", "")]),
        (Verdict(False, "this wire would close a cycle"), []),
    ],
    ids=["fits", "doubtful", "refused"],
)
def test_the_verdict_shows_before_the_button_is_released(hand, verdict, asked):
    heard = []
    hand.scene.judge = lambda *ends: heard.append(ends) or verdict
    hand.hold(hand.port("n3", "output"), hand.port("n4", "input"))

    assert bubble(hand) == verdict.text
    assert heard == [("n3", "", "n4", "")]  # once a target, not once a pixel

    hand.release(hand.port("n4", "input"))
    assert hand.requests("connect_requested") == asked
    assert hand.requests("search_requested") == []
    assert bubble(hand) is None


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomRight", "bottomLeft"])
def test_the_verdict_stays_in_the_view(hand, corner):
    hand.scene.judge = lambda *ends: Verdict(False, "a cycle: sum already feeds conv")
    hand.hold(hand.port("n3", "output"), hand.port("n4", "input"))
    at = getattr(hand.view.viewport().rect(), corner)()
    item = next(item for item in hand.scene.items() if isinstance(item, Bubble))
    item.stay_in(
        hand.view.mapToScene(at),
        hand.view.mapToScene(hand.view.viewport().rect()).boundingRect(),
        hand.view.zoom,
    )

    place = hand.px(item.scenePos())
    size = item.boundingRect().size()
    assert hand.view.viewport().rect().contains(place)
    assert place.x() + size.width() <= hand.view.viewport().width()
    assert place.y() + size.height() <= hand.view.viewport().height()


def test_a_verdict_on_a_narrow_canvas_starts_in_view(hand):
    hand.view.resize(200, 300)
    hand.scene.judge = lambda *ends: Verdict(False, "a cycle: sum already feeds conv")
    hand.hold(hand.port("n3", "output"), hand.port("n4", "input"))
    item = next(item for item in hand.scene.items() if isinstance(item, Bubble))
    middle = hand.view.mapToScene(hand.view.viewport().rect().center())
    item.stay_in(middle, hand.view.seen, hand.view.zoom)
    assert hand.px(item.scenePos()).x() >= 0


@pytest.mark.parametrize("direction", ["down", "right"])
def test_the_sentence_of_a_node_stays_in_view(hand, direction):
    hand.view.set_options(replace(hand.scene.options, direction=direction))
    item = hand.scene.node_item("n3")  # nothing is wired to it
    hand.view.centerOn(item.body.center())
    usual = item.sentence_rect
    assert not usual.isEmpty()
    corners = [
        item.body.center() + QPointF(x, y) for x in (-280, 280) for y in (-280, 280)
    ]
    for middle in corners:
        hand.view.centerOn(middle)
        seen = hand.view.seen
        assert seen.contains(item.body)
        assert seen.contains(item.sentence_rect)
        assert item.sceneBoundingRect().contains(item.sentence_rect)
        assert item.sceneBoundingRect().contains(usual)
        assert not item.sentence_rect.intersects(item.body)
    hand.view.centerOn(usual.center())
    assert item.sentence_rect == usual


def test_a_wire_let_go_over_the_ground_asks_for_a_search(hand):
    end = hand.ground()
    hand.drag(hand.port("n3", "output"), end)

    ((at, port),) = hand.requests("search_requested")
    assert port == PortRef("n3", "output", "")
    assert hand.px(at) == end


def test_a_wire_back_to_its_own_node_is_none(hand):
    hand.drag(hand.port("n3", "output"), hand.port("n3", "input"))

    assert hand.requests("connect_requested") == []


@pytest.mark.parametrize(
    ("port", "cut"),
    [
        (("n2", "input"), [Edge("n1", "n2")]),
        (("n2", "output"), [WIRE]),
        (("n3", "input"), None),
    ],
)
def test_alt_click_on_a_port_breaks_its_wires(hand, port, cut):
    hand.click(hand.port(*port), ALT)

    asked = hand.requests("disconnect_requested")
    assert asked == ([(tuple(cut),)] if cut else [])
    assert hand.scene.gesture is None


def test_hovering_a_port_lights_its_wires(hand):
    hand.move(hand.port("n2", "output") - QPoint(0, 60))
    before = hand.view.grab().toImage()
    hand.move(hand.port("n2", "output"))
    lit = hand.view.grab().toImage()
    hand.move(hand.port("n2", "output") - QPoint(0, 60))

    assert lit != before
    assert hand.view.grab().toImage() == before


# Moving


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_a_node_moves_on_the_grid_and_asks_once(hand, zoom):
    hand.view.zoom_to(zoom)
    hand.view.centerOn(100, 250)
    start = hand.body("n2")
    hand.drag(start, start + QPoint(round(61 * zoom), round(-38 * zoom)))

    assert hand.requests("move_requested") == [({"n2": (64.0, 160.0)},)]
    assert hand.scene.place_of("n2") == (64.0, 160.0)


def test_the_whole_selection_moves_and_keeps_its_shape(hand):
    hand.scene.select(("n2", "n4"))
    start = hand.body("n2")
    hand.drag(start, start + QPoint(22, 10))

    assert hand.requests("move_requested") == [
        ({"n2": (24.0, 208.0), "n4": (184.0, 448.0)},)
    ]
    assert hand.scene.selected_nodes() == ("n2", "n4")


def test_wires_follow_the_node_while_it_moves(hand):
    hand.hold(hand.body("n2"), hand.body("n2") + QPoint(80, 0))

    path = hand.scene.wire_item(Edge("n1", "n2")).path
    assert path.pointAtPercent(1) == hand.scene.port_position(PortRef("n2", "input"))


def test_a_trembling_click_moves_nothing(hand):
    start = hand.body("n2")
    hand.drag(start, start + QPoint(2, 1))

    assert hand.requests("move_requested") == []
    assert hand.places()["n2"] == (0, 200)


def test_a_refused_move_goes_back_with_the_next_state(hand):
    start = hand.body("n2")
    hand.drag(start, start + QPoint(100, 0))
    hand.scene.show_state(hand.scene.state)

    assert hand.places()["n2"] == (0, 200)
    assert hand.body("n2") == start


def test_a_new_state_does_not_tear_a_node_out_of_the_hand(hand, edited, shown):
    start = hand.body("n2")
    hand.hold(start, start + QPoint(80, 0))
    hand.scene.show_state(shown(edited("n2", name="renamed"), hand.scene.state))

    assert hand.places()["n2"] == (80.0, 200.0)
    hand.release(start + QPoint(80, 0))
    assert hand.requests("move_requested") == [({"n2": (80.0, 200.0)},)]


# Selecting


def test_a_click_selects_and_ctrl_click_adds_and_takes_away(hand):
    steps = [
        ("n2", Qt.KeyboardModifier.NoModifier, ("n2",)),
        ("n1", CTRL, ("n1", "n2")),
        ("n2", CTRL, ("n1",)),
        ("n4", Qt.KeyboardModifier.NoModifier, ("n4",)),
    ]
    for node, keys, selected in steps:
        hand.click(hand.body(node), keys)
        assert hand.scene.selected_nodes() == selected

    told = [ids for (ids,) in hand.requests("selection_changed")]
    assert told == [selected for *_, selected in steps]


def test_a_click_on_one_of_several_selected_leaves_that_one(hand):
    hand.scene.select(("n1", "n2"))
    hand.click(hand.body("n2"))

    assert hand.scene.selected_nodes() == ("n2",)


def test_a_click_on_the_ground_selects_nothing(hand):
    hand.scene.select(("n1",), (WIRE,))
    hand.click(hand.ground())

    assert hand.scene.selected_nodes() == ()
    assert hand.scene.selected_edges() == ()


def test_a_click_on_a_wire_selects_it(hand):
    hand.click(hand.wire(WIRE))
    assert hand.scene.selected_edges() == (WIRE,)

    hand.click(hand.wire(Edge("n1", "n2")), CTRL)
    assert set(hand.scene.selected_edges()) == {WIRE, Edge("n1", "n2")}


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        (Qt.KeyboardModifier.NoModifier, ("n2", "n3")),
        (CTRL, ("n1", "n2", "n3")),
        (SHIFT, ("n1", "n2", "n3")),
    ],
)
def test_the_rubber_band_selects_what_it_touches(hand, keys, selected):
    hand.scene.select(("n1",))
    hand.drag(hand.px(QPointF(-60, 180)), hand.px(QPointF(340, 260)), keys)

    assert hand.scene.selected_nodes() == selected


# A block from the palette


def test_a_block_is_dropped_where_its_ghost_was(hand):
    assert hand.drop_block(hand.ground(), "dense")

    ((block, at, edge),) = hand.requests("drop_requested")
    assert (block, edge) == ("dense", None)
    assert at.x() % 8 == at.y() % 8 == 0
    assert abs(at.x() + 108 - -160) <= 4  # in its middle, and snapped


def test_a_block_over_a_wire_goes_into_it(hand):
    hand.drop_block(hand.wire(WIRE))

    ((_, _, edge),) = hand.requests("drop_requested")
    assert edge == WIRE


@pytest.mark.parametrize(
    ("block", "keys"),
    [
        ("conv_bn", ALT),
        ("image_input", Qt.KeyboardModifier.NoModifier),
    ],
    ids=["Alt", "a block without inputs"],
)
def test_a_block_is_not_put_into_a_wire(hand, block, keys):
    hand.drop_block(hand.wire(WIRE), block, keys)

    ((_, _, edge),) = hand.requests("drop_requested")
    assert edge is None


def test_the_ghost_goes_when_the_drag_leaves(hand):
    items = len(hand.scene.items())
    hand.hover_block(hand.wire(WIRE))
    assert len(hand.scene.items()) == items + 2  # with what would happen

    hand.drop_event(QDragLeaveEvent)

    assert len(hand.scene.items()) == items
    assert hand.requests("drop_requested") == []


def test_something_else_is_not_taken(hand):
    hand.view.setFocus()
    mime = QMimeData()
    mime.setText("conv_bn")
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(hand.view.viewport(), event)

    assert not event.isAccepted()
    assert hand.scene.gesture is None


# Escape


def start_wire(hand):
    hand.hold(hand.port("n3", "output"), hand.port("n4", "input"))
    return hand.port("n4", "input")


def start_move(hand):
    hand.scene.select(("n1", "n2"))
    hand.hold(hand.body("n2"), hand.body("n2") + QPoint(90, 30))
    return hand.body("n2")


def start_band(hand):
    hand.hold(hand.px(QPointF(-60, 180)), hand.px(QPointF(340, 260)))
    return hand.px(QPointF(340, 260))


def start_drop(hand):
    hand.hover_block(hand.wire(WIRE))
    return hand.wire(WIRE)


@pytest.mark.parametrize("start", [start_wire, start_move, start_band, start_drop])
def test_escape_leaves_everything_as_it_was(hand, start):
    hand.scene.select(("n1", "n2"))
    hand.move(hand.ground())
    before = hand.view.grab().toImage(), hand.places(), len(hand.scene.items())
    end = start(hand)
    assert hand.scene.gesture is not None

    hand.key(Qt.Key.Key_Escape)
    hand.release(end)

    after = hand.view.grab().toImage(), hand.places(), len(hand.scene.items())
    assert after == before
    asked = {name for name, _ in hand.asked} - {"selection_changed"}
    assert not asked
    assert hand.scene.selected_nodes() == ("n1", "n2")


@pytest.mark.parametrize("start", [start_wire, start_move, start_drop])
def test_a_gesture_ends_when_what_it_holds_is_gone(hand, start, design, shown):
    end = start(hand)
    rest = {id: node for id, node in design.nodes.items() if id == "n1"}
    hand.scene.show_state(shown(replace(design, nodes=rest, edges=())))

    assert hand.scene.gesture is None
    hand.release(end)
    asked = {name for name, _ in hand.asked} - {"selection_changed"}
    assert not asked


# Clicks that ask


def test_a_double_click_on_a_node_activates_it(hand):
    QTest.mouseDClick(
        hand.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        hand.body("n2"),
    )

    assert hand.requests("activated") == [("n2",)]


def test_a_double_click_on_the_ground_asks_for_a_search(hand):
    QTest.mouseDClick(
        hand.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        hand.ground(),
    )

    ((at, port),) = hand.requests("search_requested")
    assert port is None
    assert hand.px(at) == hand.ground()


def test_the_right_button_stops_a_wire_at_the_cursor(hand):
    hand.click(hand.port("n3", "output"))
    hand.click(hand.ground(), button=Qt.MouseButton.RightButton)

    assert hand.scene.gesture is None
    assert hand.requests("search_requested") == []


def test_moving_needs_no_selection_that_ctrl_took_away(hand):
    hand.scene.select(("n2",))
    hand.press(hand.body("n2"), CTRL)
    assert isinstance(hand.scene.gesture, MoveNodes)
    hand.move(hand.body("n2") + QPoint(50, 0))
    hand.release(hand.body("n2") + QPoint(50, 0), CTRL)

    assert hand.places()["n2"] == (0, 200)
    assert hand.requests("move_requested") == []
