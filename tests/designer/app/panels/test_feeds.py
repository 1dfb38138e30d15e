"""The order of the wires into a port that takes many: shown, changed, undone, and in the code."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from designer.codegen import generate
from designer.model.document import Edge
from designer.model.edits import Refusal, connect, order_wire

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def joined(window):
    """Three convolutions from one image, concatenated."""
    controller = window.controller
    controller.add_block("image_input", (0.0, 0.0))
    (image,) = controller.state.selection
    branches = []
    for place in range(3):
        controller.select((image,))
        controller.add_block("conv", (300.0 * place, 200.0))
        branches += controller.state.selection
    controller.select(branches[:1])
    controller.add_block("Concatenate", (0.0, 500.0))
    (join,) = controller.state.selection
    for branch in branches[1:]:
        controller.apply(
            "Connect",
            lambda document, branch=branch: connect(
                document, branch, join, catalog=controller.signatures
            ),
        )
    return window


def order(window):
    """Of the document, by name."""
    (join,) = window.controller.state.selection
    document = window.controller.document
    return [document.nodes[e.source].name for e in document.incoming[join]]


def shown(find):
    rows = find("order of the inputs")
    return [rows.item(row).text().split("  ")[:2] for row in range(rows.count())]


def in_code(window):
    source = generate(window.controller.analysis).source
    (listed,) = re.findall(r"Concatenate\([^)]*\)\(\s*\[([^\]]*)\]", source)
    return [name.strip() for name in listed.split(",") if name.strip()]


def test_the_order_is_seen(joined, find):
    assert shown(find) == [["1", "conv"], ["2", "conv2"], ["3", "conv3"]]
    assert order(joined) == ["conv", "conv2", "conv3"]


def test_keys_and_buttons_change_it_and_the_code_follows(joined, find, qtbot):
    before = in_code(joined)
    rows = find("order of the inputs")
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down, CTRL)
    assert order(joined) == ["conv2", "conv", "conv3"]
    assert shown(find) == [["1", "conv2"], ["2", "conv"], ["3", "conv3"]]
    assert rows.currentRow() == 1  # it goes with its wire
    assert in_code(joined) == [before[1], before[0], before[2]]
    qtbot.mouseClick(find("move the input down"), Qt.MouseButton.LeftButton)
    assert order(joined) == ["conv2", "conv3", "conv"]
    assert not find("move the input down").isEnabled()
    qtbot.mouseClick(find("move the input up"), Qt.MouseButton.LeftButton)
    assert order(joined) == ["conv2", "conv", "conv3"]
    joined.controller.undo()
    joined.controller.undo()
    joined.controller.undo()
    assert order(joined) == ["conv", "conv2", "conv3"]
    assert in_code(joined) == before


def test_it_is_reached_by_tab_and_left_by_esc(joined, qtbot):
    qtbot.keyClick(joined.view, Qt.Key.Key_Return)
    for _ in range(12):
        if QApplication.focusWidget().accessibleName() == "order of the inputs":
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    rows = QApplication.focusWidget()
    assert rows.accessibleName() == "order of the inputs"
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert joined.view.hasFocus()


def test_a_dragged_row_goes_where_it_is_dropped(joined, find, qtbot):
    rows = find("order of the inputs")
    model = rows.model()
    assert model.moveRow(rows.rootIndex(), 2, rows.rootIndex(), 0)  # as a drop does
    qtbot.waitUntil(lambda: order(joined) == ["conv3", "conv", "conv2"])
    assert model.moveRow(rows.rootIndex(), 0, rows.rootIndex(), 3)
    qtbot.waitUntil(lambda: order(joined) == ["conv", "conv2", "conv3"])
    assert shown(find) == [["1", "conv"], ["2", "conv2"], ["3", "conv3"]]


def test_wires_of_other_ports_and_nodes_stay(joined):
    document = joined.controller.document
    (join,) = joined.controller.state.selection
    first = document.incoming[join][0]
    moved = order_wire(document, first, 99)
    assert [e.source for e in moved.incoming[join]][-1] == first.source
    others = [e for e in document.edges if e.target != join]
    assert [e for e in moved.edges if e.target != join] == others
    assert order_wire(document, first, 0) is document
    assert order_wire(moved, first, 0) == document
    with pytest.raises(Refusal, match="no wire"):
        order_wire(document, Edge(join, first.source), 0)
