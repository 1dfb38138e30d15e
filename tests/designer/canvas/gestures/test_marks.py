"""Frames and notes by mouse: selected, moved with their contents, resized, deleted, edited."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.canvas.values.values import MarkRef, TextRef
from designer.model.document import Frame, Note

CTRL = Qt.KeyboardModifier.ControlModifier
FRAME, INNER, NOTE = (
    MarkRef("frame", "f1"),
    MarkRef("frame", "f2"),
    MarkRef("note", "t1"),
)


@pytest.fixture
def marked(hand, design, shown):
    """The design with a frame around n2, a small frame in it, and a note beside."""
    frames = (
        Frame("f1", "Stage 1", (-32, 128), (296, 232)),
        Frame("f2", "inner", (-16, 176), (264, 168)),
    )
    notes = (Note("t1", "look here", (320, 40), (160, 80)),)
    document = replace(design, frames=frames, notes=notes)
    hand.scene.show_state(shown(document))
    return hand


def title(hand, x=20, y=140):
    return hand.px(QPointF(x, y))


def test_a_click_on_the_title_selects_a_frame_and_on_a_note_the_note(marked):
    marked.click(title(marked))
    assert marked.scene.selected_marks() == (FRAME,)

    marked.click(marked.px(QPointF(400, 80)))
    assert marked.scene.selected_marks() == (NOTE,)

    marked.click(title(marked), CTRL)
    assert set(marked.scene.selected_marks()) == {FRAME, NOTE}


def test_inside_a_frame_is_ground(marked):
    """So that nodes there can be selected by a rectangle."""
    marked.drag(marked.px(QPointF(-8, 210)), marked.px(QPointF(40, 330)))

    assert marked.scene.selected_nodes() == ("n2",)
    assert marked.requests("move_requested") == []


def test_a_rectangle_selects_marks_that_lie_in_it(marked):
    marked.drag(marked.px(QPointF(-60, 110)), marked.px(QPointF(300, 380)))

    assert set(marked.scene.selected_marks()) == {FRAME, INNER}
    assert "n2" in marked.scene.selected_nodes()


def test_a_frame_takes_along_what_it_holds(marked):
    start = title(marked)
    marked.drag(start, start + QPoint(80, 40))

    ((places,),) = marked.requests("move_requested")
    assert places == {
        FRAME: (48, 168),
        INNER: (64, 216),
        "n2": (80, 240),
    }
    assert marked.scene.place_of("n2") == (80, 240)


def test_escape_puts_all_of_it_back(marked):
    start = title(marked)
    marked.hold(start, start + QPoint(80, 40))
    marked.key(Qt.Key.Key_Escape)

    assert marked.scene.place_of("n2") == (0, 200)
    assert marked.scene.place_of(FRAME) == (-32, 128)
    marked.release(start + QPoint(80, 40))
    assert marked.requests("move_requested") == []


@pytest.mark.parametrize(
    ("edge", "way", "at", "size"),
    [
        ((264, 240), (40, 0), (-32, 128), (336, 232)),
        ((264, 360), (24, 32), (-32, 128), (320, 264)),
        ((-32, 240), (-40, 0), (-72, 128), (336, 232)),
        ((100, 128), (0, -24), (-32, 104), (296, 256)),
        ((264, 240), (-900, 0), (-32, 128), (64, 232)),
    ],
    ids=["right", "corner", "left", "top", "never to nothing"],
)
def test_edges_size_a_frame(marked, edge, way, at, size):
    marked.view.centerOn(100, 240)
    start = marked.px(QPointF(*edge))
    marked.drag(start, start + QPoint(*way))

    assert marked.requests("resize_requested") == [(FRAME, at, size)]


def test_escape_leaves_the_size(marked):
    start = marked.px(QPointF(264, 240))
    marked.hold(start, start + QPoint(80, 0))
    marked.key(Qt.Key.Key_Escape)

    assert marked.scene.marks[FRAME].body.width() == 296
    marked.release(start + QPoint(80, 0))
    assert marked.requests("resize_requested") == []


def test_the_cursor_says_what_a_press_would_do(marked):
    cursor = marked.view.viewport().cursor
    marked.move(marked.px(QPointF(264, 240)))
    assert cursor().shape() is Qt.CursorShape.SizeHorCursor

    marked.move(title(marked))
    assert cursor().shape() is Qt.CursorShape.SizeAllCursor

    marked.move(marked.ground())
    assert cursor().shape() is Qt.CursorShape.ArrowCursor


def test_delete_asks_for_the_selected_marks_too(marked):
    marked.scene.select(("n3",), (), (NOTE,))
    marked.key(Qt.Key.Key_Delete)

    assert marked.requests("delete_requested") == [(("n3",), (), (NOTE,))]


def test_arrows_nudge_marks(marked):
    marked.scene.select((), (), (NOTE,))
    marked.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert marked.requests("nudge_requested") == [({NOTE: (328, 40)},)]


@pytest.mark.parametrize(
    ("at", "ref"), [((20, 140), FRAME), ((400, 80), NOTE)], ids=["frame", "note"]
)
def test_a_double_click_asks_to_write(marked, at, ref):
    QTest.mouseDClick(
        marked.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        marked.px(QPointF(*at)),
    )

    assert marked.requests("text_requested") == [(TextRef(ref),)]
    assert marked.requests("search_requested") == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_keys_ask_to_write(marked, key):
    marked.scene.select((), (), (FRAME,))
    marked.key(key)

    assert marked.requests("text_requested") == [(TextRef(FRAME),)]


def test_the_right_button_asks_for_the_marks_menu(marked):
    at = marked.px(QPointF(400, 80))
    glob = marked.view.viewport().mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, glob)
    QApplication.sendEvent(marked.view.viewport(), event)

    assert marked.requests("context_requested")[0][2] == NOTE
    assert marked.scene.selected_marks() == (NOTE,)


def test_marks_lie_under_the_network(marked):
    node, wire = marked.scene.node_item("n2"), next(iter(marked.scene.state.wires))
    lowest = min(node.zValue(), marked.scene.wire_item(wire).zValue())
    depths = [marked.scene.marks[ref].zValue() for ref in (FRAME, INNER, NOTE)]

    assert depths == sorted(depths)  # the larger the deeper, notes on frames
    assert depths[-1] < lowest


def test_a_note_grows_with_its_text(marked, shown):
    long = "A sentence that goes on and on. " * 12
    document = replace(
        marked.scene.state.document, notes=(Note("t1", long, (320, 40), (160, 80)),)
    )
    marked.scene.show_state(shown(document, marked.scene.state))

    assert marked.scene.marks[NOTE].body.height() > 200


def test_what_is_gone_goes(marked, design, shown):
    start = title(marked)
    marked.hold(start, start + QPoint(80, 40))
    marked.scene.show_state(shown(design))  # another hand has deleted the frame

    assert marked.scene.gesture is None
    marked.release(start + QPoint(80, 40))
    assert list(marked.scene.marks) == []
