"""What is highlighted under the pointer, and its tooltip."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from designer.model.document import Edge
from designer.model.edits import set_via

STEM, LAST = Edge("n1", "n2"), Edge("n2", "n4")


def lit(hand):
    ink = hand.scene.look.wire_lit
    return {e for e in (STEM, LAST) if hand.scene.wire_item(e).emphasis == ink}


def tip(hand, at):
    event = QHelpEvent(
        QHelpEvent.Type.ToolTip, at, hand.view.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(hand.view.viewport(), event)
    return QToolTip.text()


@pytest.mark.parametrize(
    ("port", "wires"),
    [
        (("n1", "output"), {STEM}),
        (("n2", "input"), {STEM}),
        (("n2", "output"), {LAST}),
        (("n3", "output"), set()),
    ],
)
def test_a_port_lights_its_wires(hand, port, wires):
    hand.move(hand.ground())
    hand.move(hand.port(*port))
    assert lit(hand) == wires

    hand.move(hand.ground())
    assert lit(hand) == set()


def test_a_wire_lights_itself(hand):
    hand.move(hand.wire(STEM))
    assert lit(hand) == {STEM}

    hand.move(hand.wire(LAST))
    assert lit(hand) == {LAST}


def test_a_dot_lights_its_wire(hand, design, shown):
    dot = (-48.0, 392.0)
    hand.scene.show_state(shown(set_via(design, LAST, [dot]), hand.scene.state))
    hand.move(hand.px(QPointF(*dot)))

    assert lit(hand) == {LAST}


def test_the_light_goes_with_the_wire(hand, design, shown):
    hand.move(hand.wire(LAST))
    hand.scene.show_state(shown(design, hand.scene.state))
    assert lit(hand) == set()


def test_a_press_puts_the_light_out(hand):
    hand.move(hand.wire(STEM))
    hand.press(hand.ground())

    assert lit(hand) == set()


def test_a_tooltip_says_what_a_wire_carries(hand):
    text = tip(hand, hand.wire(STEM))
    for part in ("32 × 32 × 3", "12.0 KiB", "from image to conv"):
        assert part in text
    assert "<" not in text


def test_a_tooltip_says_what_a_port_feeds(hand):
    assert "output: feeds sum" in tip(hand, hand.port("n2", "output"))
