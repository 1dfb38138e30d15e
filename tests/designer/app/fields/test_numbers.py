"""Numbers in fields: scrubbed, stepped by wheel and arrows, completed expressions."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grouped(network, node):
    network.controller.select((node(network, "grouped_conv"),))
    return network


def filters(window):
    return window.controller.document.named("grouped_conv").params.get("filters", 32)


def drag(widget, *ways, keys=NONE, release=True):
    """From the number's middle, by some pixels after each other."""
    x, y = 30, widget.height() // 2
    QTest.mousePress(widget, LEFT, keys, QPoint(x, y))
    for way in ways:
        x += way
        at = QPointF(x, y)
        there = QPointF(widget.mapToGlobal(at))
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, at, there, none, LEFT, keys)
        QApplication.sendEvent(widget, event)
    if release:
        QTest.mouseRelease(widget, LEFT, keys, QPoint(x, y))


def test_a_drag_scrubs_in_one_step_of_the_history(grouped, find):
    field = find("filters", grouped)
    assert field.cursor().shape() is Qt.CursorShape.SizeHorCursor
    drag(field, 20, 20)
    assert filters(grouped) == 42
    drag(field, -40)
    assert filters(grouped) == 32
    grouped.controller.undo()
    assert filters(grouped) == 42
    grouped.controller.undo()
    assert filters(grouped) == 32
    assert grouped.controller.state.undo_label == "Add Grouped convolution"


def test_a_drag_with_ctrl_goes_by_eights_and_with_shift_by_tenths(grouped, find):
    field = find("filters", grouped)
    drag(field, 16, keys=CTRL)
    assert filters(grouped) == 40
    drag(field, 40, keys=SHIFT)
    assert filters(grouped) == 41


def test_a_drag_stops_at_the_limits(grouped, find):
    drag(find("filters", grouped), -4000)
    assert filters(grouped) == 1


def test_escape_takes_a_drag_back(grouped, find, qtbot):
    field = find("filters", grouped)
    drag(field, 100, release=False)
    qtbot.waitUntil(lambda: filters(grouped) == 57)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert filters(grouped) == 32
    assert field.text() == "32"


def test_while_a_drag_is_worked_on_what_comes_in_takes_the_place_of_what_waits(
    grouped, find, qtbot
):
    seen = []
    grouped.controller.changed.connect(lambda state: seen.append(filters(grouped)))
    drag(find("filters", grouped), *(40,) * 20, release=False)
    qtbot.waitUntil(lambda: filters(grouped) == 232)
    assert seen == [232]


def test_a_click_is_no_drag_and_puts_the_hand_into_the_text(grouped, find, qtbot):
    field = find("filters", grouped)
    drag(field, 1)
    assert field.hasFocus()
    assert field.selectedText() == "32"
    assert field.cursor().shape() is Qt.CursorShape.IBeamCursor
    drag(field, 40)  # selects, as in any field
    assert filters(grouped) == 32
    qtbot.keyClicks(field, "48")
    assert filters(grouped) != 32


def test_the_wheel_steps_a_field_that_has_the_focus_only(grouped, find):
    field = find("filters", grouped)

    def turn(notches, keys=NONE):
        at = QPointF(10, 10)
        event = QWheelEvent(
            at,
            field.mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)

    turn(1)
    assert filters(grouped) == 32
    field.setFocus()
    turn(1)
    turn(1, CTRL)
    turn(-1)
    assert filters(grouped) == 40


def test_the_arrows_of_a_number_step_it(grouped, find, qtbot):
    field = find("filters", grouped)
    edge = field.width() - 6
    qtbot.mouseClick(field, LEFT, pos=QPoint(edge, 5))
    qtbot.mouseClick(field, LEFT, CTRL, QPoint(edge, 5))
    qtbot.mouseClick(field, LEFT, pos=QPoint(edge, field.height() - 5))
    assert filters(grouped) == 40


def test_names_are_completed_while_an_expression_is_typed(grouped, find, qtbot):
    from designer.model.document import Variable
    from designer.model.edits import set_variable

    grouped.controller.apply(
        "Add", lambda document: set_variable(document, "alpha", Variable(2.0))
    )
    field = find("filters", grouped)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "=rou")
    names = find("names")
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert field.text() == "=round_channels("
    qtbot.keyClicks(field, "16*al")
    qtbot.keyClick(find("names"), Qt.Key.Key_Tab)
    qtbot.keyClicks(field, ")")
    assert field.text() == "=round_channels(16*alpha)"
    assert filters(grouped) == "=round_channels(16*alpha)"
