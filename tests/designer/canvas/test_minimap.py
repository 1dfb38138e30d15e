"""The minimap: what it shows, and where a drag on it scrolls."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.canvas.values.options import ViewOptions
from designer.canvas.values.theme import DARK, LIGHT
from designer.canvas.view.minimap import Minimap
from designer.model.document import Document

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def minimap(hand, qtbot):
    """The map in the corner of the view."""
    hand.view.set_options(ViewOptions(minimap=True))
    return hand.view.findChild(Minimap)


def middle(hand):
    return hand.view.mapToScene(hand.view.viewport().rect().center())


def near(one, other, reach):
    return (one - other).manhattanLength() <= reach


def test_it_stands_in_the_corner_and_stays_there(hand, minimap):
    assert minimap.isVisible()
    corner = hand.view.rect().bottomRight() - minimap.geometry().bottomRight()
    hand.view.scroll_by(300, 200)
    hand.view.resize(700, 600)

    moved = hand.view.rect().bottomRight() - minimap.geometry().bottomRight()
    assert moved == corner
    hand.view.set_options(ViewOptions())
    assert not minimap.isVisible()


def test_nodes_are_where_they_are_in_the_scene(hand, minimap):
    hand.view.centerOn(90_000, 0)  # or the frame would tint the ground
    picture = minimap.grab().toImage()
    ratio = picture.devicePixelRatio()
    for id in hand.scene.state.nodes:
        at = minimap.to_map(hand.scene.node_item(id).body.center()) * ratio
        colour = picture.pixelColor(at.toPoint()).name()
        assert colour != LIGHT.canvas, id
    assert picture.pixelColor(3, 3).name() == LIGHT.canvas


@pytest.mark.parametrize("share", [(0.3, 0.4), (0.5, 0.7)])
def test_a_click_goes_there(hand, minimap, share):
    hand.view.zoom_to(4)  # the frame is small
    at = QPoint(round(minimap.width() * share[0]), round(minimap.height() * share[1]))
    there = minimap.to_scene(QPointF(at))
    hand.view.centerOn(there + QPointF(3000, 3000))
    QTest.mouseClick(minimap, LEFT, Qt.KeyboardModifier.NoModifier, at)

    assert near(middle(hand), there, 2)


def test_the_frame_is_dragged_without_a_jump(hand, minimap):
    hand.view.zoom_to(2)
    start = minimap.frame.center().toPoint() + QPoint(4, 3)
    before = middle(hand)
    QTest.mousePress(minimap, LEFT, Qt.KeyboardModifier.NoModifier, start)
    assert near(middle(hand), before, 2)

    end = start + QPoint(12, -9)
    QTest.mouseMove(minimap, end)
    QTest.mouseRelease(minimap, LEFT, Qt.KeyboardModifier.NoModifier, end)
    way = minimap.to_scene(QPointF(end)) - minimap.to_scene(QPointF(start))
    assert near(middle(hand), before + way, 3)

    QTest.mouseMove(minimap, start)  # let go: nothing follows
    assert near(middle(hand), before + way, 3)


def test_the_wheel_zooms(hand, minimap):
    event = QWheelEvent(
        QPointF(20, 20),
        QPointF(minimap.mapToGlobal(QPoint(20, 20))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(minimap, event)

    assert hand.view.zoom == pytest.approx(1.2)


def test_arrow_keys_go_elsewhere(hand, minimap):
    before = middle(hand)
    minimap.setFocus()
    QTest.keyClick(minimap, Qt.Key.Key_Right)
    QTest.keyClick(minimap, Qt.Key.Key_Down)

    assert middle(hand).x() > before.x() + 100
    assert middle(hand).y() > before.y() + 100


def test_it_follows_states_and_themes(hand, minimap, qtbot, edited, shown):
    before = minimap.grab().toImage()
    hand.scene.show_state(shown(edited("n3", at=(900.0, 200.0)), hand.scene.state))
    qtbot.waitUntil(lambda: minimap.grab().toImage() != before)

    hand.view.centerOn(90_000, 0)
    hand.view.set_theme(DARK)
    qtbot.waitUntil(
        lambda: minimap.grab().toImage().pixelColor(3, 3).name() == DARK.canvas
    )


def test_an_empty_canvas_is_no_mistake(hand, minimap, qtbot, shown):
    hand.scene.show_state(shown(Document()))
    minimap.grab()
    before, zoom = middle(hand), hand.view.zoom
    QTest.mouseClick(minimap, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
    assert middle(hand) == before
    assert hand.view.zoom == zoom


def test_changes_without_a_pause_are_drawn(hand, minimap, qtbot):
    before = minimap._drawn.cacheKey()
    for _ in range(2_000):  # each sooner than the delay
        minimap.redraw()
        qtbot.wait(5)
        if minimap._drawn.cacheKey() != before:
            return
    raise AssertionError("the minimap was never drawn")
