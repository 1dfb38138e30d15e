"""Blocks dropped from the palette: Ctrl keeps placing them, Escape ends it."""

from PySide6.QtCore import QPoint, Qt

from designer.canvas.gestures.drop_block import DropBlock
from designer.canvas.items.node_item import NodeItem

CTRL = Qt.KeyboardModifier.ControlModifier


def ghosts(hand):
    nodes = set(map(hand.scene.node_item, hand.scene.state.nodes))
    return [
        item
        for item in hand.scene.items()
        if isinstance(item, NodeItem) and item not in nodes
    ]


def test_with_ctrl_each_click_places_one_more(hand):
    first, second, third = (hand.ground(-150, y) for y in (300, 400, 500))
    hand.drop_block(first, "dense", CTRL)
    assert len(ghosts(hand)) == 1

    hand.move(second)
    hand.click(second, CTRL)
    hand.move(third)
    hand.click(third)  # without Ctrl, the last

    placed = [(block, hand.px(at)) for block, at, _ in hand.requests("drop_requested")]
    assert [block for block, _ in placed] == ["dense"] * 3
    heights = [at.y() for _, at in placed]
    assert heights == sorted(heights)
    assert ghosts(hand) == []
    assert hand.scene.gesture is None


def test_escape_ends_placing(hand):
    hand.drop_block(hand.ground(), "dense", CTRL)
    assert isinstance(hand.scene.gesture, DropBlock)

    hand.key(Qt.Key.Key_Escape)
    hand.click(hand.ground() + QPoint(0, 40))

    assert len(hand.requests("drop_requested")) == 1
    assert ghosts(hand) == []
