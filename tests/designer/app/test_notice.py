"""The notice: where it lies."""

from PySide6.QtCore import QPoint


def top(widget) -> int:
    return widget.mapToGlobal(QPoint(0, 0)).y()


def test_it_leaves_the_bars_above_the_canvas_free(network, find, qtbot):
    network.controller.say("Something happened.")
    before = top(network.notice)
    network.actions_by_id["find"].trigger()
    line = find("find nodes")
    qtbot.waitUntil(lambda: top(network.notice) > before)
    assert top(network.notice) >= top(line) + line.height()
