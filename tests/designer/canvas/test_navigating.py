"""Wheel, trackpad and pinch with each option."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from designer.canvas.values.options import ViewOptions

Keys, Phase = Qt.KeyboardModifier, Qt.ScrollPhase
AT = QPoint(300, 200)


@pytest.fixture
def trackpad():
    return QPointingDevice(
        "trackpad",
        7,
        QInputDevice.DeviceType.TouchPad,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position | QInputDevice.Capability.Scroll,
        2,
        0,
    )


@pytest.fixture
def roll(hand):
    """Sends a wheel event; answers how far the canvas went, and the zoom."""

    def roll(
        pixels=(0, 0), angle=(0, 0), keys=Keys.NoModifier, device=None, phase=None
    ):
        before = hand.body("n2")
        event = QWheelEvent(
            QPointF(AT),
            QPointF(hand.view.viewport().mapToGlobal(AT)),
            QPoint(*pixels),
            QPoint(*angle),
            Qt.MouseButton.NoButton,
            keys,
            phase or Phase.NoScrollPhase,
            False,
            Qt.MouseEventSource.MouseEventNotSynthesized,
            device or QPointingDevice.primaryPointingDevice(),
        )
        QApplication.sendEvent(hand.view.viewport(), event)
        return (hand.body("n2") - before).toTuple(), hand.view.zoom

    return roll


def test_two_fingers_pan(roll, trackpad):
    assert roll((14, -30), (28, -60), device=trackpad) == ((14, -30), 1)


def test_fingers_are_known_by_their_phase_too(roll):
    assert roll((-9, 21), (-18, 42), phase=Phase.ScrollUpdate) == ((-9, 21), 1)


def test_ctrl_and_two_fingers_zoom(roll, trackpad):
    _, zoom = roll((0, 30), (0, 120), Keys.ControlModifier, trackpad)

    assert zoom == pytest.approx(1.2)


@pytest.mark.parametrize(
    ("angle", "keys", "way", "zoom"),
    [
        ((0, 120), Keys.NoModifier, (0, 60), 1),
        ((120, 0), Keys.NoModifier, (60, 0), 1),
        ((0, -120), Keys.ShiftModifier, (-60, 0), 1),
        ((0, 120), Keys.ControlModifier, None, 1.2),
    ],
    ids=["down", "aside", "Shift", "Ctrl"],
)
def test_a_wheel_that_scrolls(hand, roll, angle, keys, way, zoom):
    hand.view.set_options(ViewOptions(wheel="scroll"))
    went, now = roll(angle=angle, keys=keys)

    assert now == pytest.approx(zoom)
    assert way in (None, went)


@pytest.mark.parametrize("value", [0.25, -0.2])
def test_a_pinch_zooms_at_the_fingers(hand, trackpad, value):
    viewport = hand.view.viewport()
    place = hand.view.mapToScene(AT)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        trackpad,
        2,
        QPointF(AT),
        QPointF(AT),
        QPointF(viewport.mapToGlobal(AT)),
        value,
        QPointF(),
    )
    QApplication.sendEvent(viewport, event)

    assert hand.view.zoom == pytest.approx(1 + value)
    assert (hand.px(place) - AT).manhattanLength() <= 2
