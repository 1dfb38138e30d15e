import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.canvas.values.options import ViewOptions
from designer.canvas.values.theme import DARK, LIGHT
from designer.canvas.view.view import HINT, LARGEST, SMALLEST
from designer.model.document import Document, Edge

Key, Keys = Qt.Key, Qt.KeyboardModifier
MIDDLE = Qt.MouseButton.MiddleButton


def turn_wheel(hand, at, notches, keys=Keys.NoModifier):
    event = QWheelEvent(
        QPointF(at),
        QPointF(hand.view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(hand.view.viewport(), event)


def distance(one, other):
    return (one - other).manhattanLength()


# Zoom


@pytest.mark.parametrize("notches", [1, -1, 5, -7])
def test_the_wheel_zooms_and_what_is_under_the_cursor_stays(hand, notches):
    at = hand.port("n4", "input")
    place = hand.view.mapToScene(at)
    turn_wheel(hand, at, notches)

    assert (hand.view.zoom > 1) == (notches > 0)
    assert distance(hand.px(place), at) <= 2


@pytest.mark.parametrize(("notches", "zoom"), [(60, LARGEST), (-60, SMALLEST)])
def test_zoom_has_limits(hand, notches, zoom):
    turn_wheel(hand, QPoint(100, 100), notches)

    assert hand.view.zoom == pytest.approx(zoom)


def test_home_shows_everything_and_1_is_a_hundred_percent(hand):
    hand.view.zoom_to(3)
    hand.view.centerOn(9000, 9000)
    told = []
    hand.view.zoom_changed.connect(told.append)

    hand.key(Key.Key_Home)
    seen = hand.view.mapToScene(hand.view.viewport().rect()).boundingRect()
    assert seen.contains(hand.scene.bounds_of())
    assert told[-1] == hand.view.zoom <= 1

    hand.key(Key.Key_1)
    assert told[-1] == hand.view.zoom == 1


def test_f_fits_the_selection_or_else_everything(hand):
    hand.scene.select(("n3",))
    hand.key(Key.Key_F)
    middle = hand.view.mapToScene(hand.view.viewport().rect().center())
    assert distance(middle, hand.scene.bounds_of(("n3",)).center()) < 4

    hand.scene.select(())
    hand.view.zoom_to(4)
    hand.key(Key.Key_F)
    seen = hand.view.mapToScene(hand.view.viewport().rect()).boundingRect()
    assert seen.contains(hand.scene.bounds_of())


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_F])
def test_fitting_nothing_is_no_mistake(bare_hand, key):
    bare_hand.key(key)

    assert bare_hand.view.zoom == 1


def test_revealing_selects_and_comes_near_enough_to_read(hand):
    hand.view.zoom_to(0.1)
    hand.view.reveal("n4")

    assert hand.scene.selected_nodes() == ("n4",)
    assert hand.view.zoom >= 0.5
    middle = hand.view.mapToScene(hand.view.viewport().rect().center())
    assert distance(middle, hand.scene.bounds_of(("n4",)).center()) < 4


# Pan


@pytest.mark.parametrize("space", [True, False], ids=["Space-drag", "middle drag"])
def test_dragging_the_ground_pans(hand, space):
    start, way = hand.body("n2"), QPoint(-70, 55)
    if space:
        QTest.keyPress(hand.view.viewport(), Key.Key_Space)
        hand.drag(start, start + way)
        QTest.keyRelease(hand.view.viewport(), Key.Key_Space)
    else:
        hand.drag(start, start + way, button=MIDDLE)

    assert hand.body("n2") == start + way
    assert hand.requests("move_requested") == []
    assert hand.view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_shift_and_the_wheel_go_sideways(hand):
    before = hand.body("n2")
    turn_wheel(hand, QPoint(100, 100), -1, Keys.ShiftModifier)

    assert hand.body("n2").x() < before.x()
    assert hand.body("n2").y() == before.y()
    assert hand.view.zoom == 1


def test_the_ground_goes_on(hand):
    for _ in range(40):
        hand.drag(QPoint(700, 600), QPoint(20, 20), button=MIDDLE)
    seen = hand.view.mapToScene(hand.view.viewport().rect()).boundingRect()

    assert seen.left() > 25_000
    assert seen.top() > 20_000


def test_the_edges_scroll_while_a_node_is_dragged(hand, qtbot):
    start = hand.body("n2")
    edge = QPoint(hand.view.viewport().width() - 4, start.y())
    hand.hold(start, edge)
    there = hand.places()["n2"][0]
    qtbot.waitUntil(lambda: hand.places()["n2"][0] > there + 100)
    hand.release(edge)

    ((places,),) = hand.requests("move_requested")
    assert places["n2"][0] > there + 100
    resting = hand.view.mapToScene(0, 0)
    QApplication.processEvents()
    assert hand.view.mapToScene(0, 0) == resting


# Keys


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_asks_to_delete_what_is_selected(hand, key):
    hand.key(key)
    hand.scene.select(("n2",), (Edge("n2", "n4"),))
    hand.key(key)

    assert hand.requests("delete_requested") == [(("n2",), (Edge("n2", "n4"),), ())]


@pytest.mark.parametrize(
    ("key", "keys", "at"),
    [
        (Key.Key_Left, Keys.NoModifier, (-1, 200)),
        (Key.Key_Right, Keys.ShiftModifier, (8, 200)),
        (Key.Key_Up, Keys.NoModifier, (0, 199)),
        (Key.Key_Down, Keys.ShiftModifier, (0, 208)),
    ],
)
def test_arrows_nudge_the_selection(hand, key, keys, at):
    hand.scene.select(("n2",))
    hand.key(key, keys)

    assert hand.requests("nudge_requested") == [({"n2": at},)]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("n1", Key.Key_Down, "n2"),
        ("n2", Key.Key_Down, "n4"),
        ("n4", Key.Key_Up, "n2"),
        ("n2", Key.Key_Right, "n3"),
        ("n3", Key.Key_Left, "n2"),
        ("n3", Key.Key_Right, "n3"),
    ],
)
def test_ctrl_and_arrows_walk(hand, start, key, end):
    hand.scene.select((start,))
    hand.key(key, Keys.ControlModifier)

    assert hand.scene.selected_nodes() == (end,)
    assert hand.requests("move_requested") == []


def test_arrows_walk_with_a_flow_to_the_right(hand):
    hand.view.set_options(ViewOptions(direction="right"))
    hand.scene.select(("n1",))
    for key, end in (
        (Key.Key_Right, "n2"),
        (Key.Key_Right, "n4"),
        (Key.Key_Left, "n2"),
    ):
        hand.key(key, Keys.ControlModifier)
        assert hand.scene.selected_nodes() == (end,)


def test_an_arrow_with_nothing_selected_begins_to_walk(hand):
    hand.key(Key.Key_Down)

    assert hand.scene.selected_nodes() == ("n1",)


def test_walking_brings_the_node_into_view(hand):
    hand.view.zoom_to(3)
    hand.scene.select(("n1",))
    hand.key(Key.Key_Down, Keys.ControlModifier)
    hand.key(Key.Key_Down, Keys.ControlModifier)

    assert hand.view.viewport().rect().contains(hand.body("n4"))


def test_enter_activates_the_selected_node(hand):
    hand.scene.select(("n2",))
    hand.key(Key.Key_Return)

    assert hand.requests("activated") == [("n2",)]


def test_escape_without_a_gesture_selects_nothing(hand):
    hand.scene.select(("n2",))
    hand.key(Key.Key_Escape)

    assert hand.scene.selected_nodes() == ()


@pytest.mark.parametrize(
    ("key", "keys"),
    [(Key.Key_Tab, Keys.NoModifier), (Key.Key_A, Keys.ShiftModifier)],
)
def test_tab_and_shift_a_ask_for_a_search(hand, key, keys):
    hand.key(key, keys)

    ((at, port),) = hand.requests("search_requested")
    assert port is None
    assert hand.view.viewport().rect().contains(hand.px(at))
    assert hand.view.hasFocus()


# Menus, tips, looks


@pytest.mark.parametrize(
    ("place", "target", "selected"),
    [
        (lambda hand: hand.body("n2"), "n2", ("n2",)),
        (lambda hand: hand.wire(Edge("n2", "n4")), Edge("n2", "n4"), ()),
        (lambda hand: hand.ground(), None, ("n1",)),
    ],
    ids=["node", "wire", "ground"],
)
def test_the_right_button_asks_for_a_menu(hand, place, target, selected):
    hand.scene.select(("n1",))
    at = place(hand)
    glob = hand.view.viewport().mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, glob)
    QApplication.sendEvent(hand.view.viewport(), event)

    ((_, screen, asked),) = hand.requests("context_requested")
    assert (screen, asked) == (glob, target)
    assert hand.scene.selected_nodes() == selected


def test_an_empty_canvas_says_how_to_begin(bare_hand, design, shown):
    hint = bare_hand.view._hint
    assert hint.text() == HINT
    assert hint.isVisible()

    bare_hand.scene.show_state(shown(design))
    assert not hint.isVisible()

    bare_hand.scene.show_state(shown(Document()))
    assert hint.isVisible()
    middle = bare_hand.view.viewport().rect().center()
    assert distance(hint.geometry().center(), middle) <= 2


def test_a_screen_reader_hears_what_it_is_and_holds(bare_hand, design, shown):
    view = bare_hand.view
    assert view.accessibleName() == view.viewport().accessibleName() == "Canvas"
    assert view.accessibleDescription() == "0 blocks, 0 errors"

    bare_hand.scene.show_state(shown(design))  # "sum" and "free" lack wires
    assert view.accessibleDescription() == "4 blocks, 2 errors"


def test_the_theme_changes_under_a_design(hand):
    light = hand.view.grab().toImage()
    ground = hand.ground() + QPoint(5, 5)
    assert light.pixelColor(ground).name() == LIGHT.canvas

    hand.view.set_theme(DARK)

    dark = hand.view.grab().toImage()
    assert dark.pixelColor(ground).name() == DARK.canvas
    assert dark.pixelColor(hand.body("n2")).name() == DARK.node
    hand.view.set_theme(LIGHT)
    assert hand.view.grab().toImage() == light
