"""The find bar: finds nodes by a query and steps through them."""

import pytest
from PySide6.QtCore import Qt

from designer.analysis import analyse
from designer.analysis.catalog import BLOCKS
from designer.app.editor.node_query import found
from templates import gallery

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def mobilenet():
    document = gallery()["mobilenet_v2"].document()
    analysis = analyse(document)

    def names(query):
        return [
            document.nodes[i].name for i in found(document, analysis, BLOCKS, query)
        ]

    return names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", []),
        ("row2", ["row2"]),
        ("ROW stem", []),
        ("inverted row7", ["row7"]),
        ("expansion=1", ["row1"]),
        ("row expansion != 6", ["row1"]),
        ("filters>=160", ["row6", "row7", "head"]),
        ("row strides>1", ["row2", "row3", "row4", "row6"]),
        ("repeat = 4", ["row4"]),
        ("params>1M", ["classifier"]),
        ("activation=relu6 pool", []),
        ("kernel_size=1", ["head"]),
        ("channels==1280", ["head"]),
        ("error", []),
        ("muted", []),
        ("nothing=3", []),
        ("filters=many", []),
    ],
)
def test_queries(mobilenet, query, names):
    assert mobilenet(query) == names


def test_switches_are_on_or_off(mobilenet):
    assert mobilenet("use_bias=on") == []
    assert mobilenet("head use_bias=off") == mobilenet("head use_bias=false")


@pytest.fixture
def ask(network, qtbot, find):
    def asked(text):
        qtbot.keyClick(network.view, Qt.Key.Key_F, CTRL)
        line = find("find nodes", network)
        qtbot.keyClicks(line, text)
        return line

    return asked


def test_what_is_found_is_lit_and_walked_through(network, ask, node, find, qtbot):
    line = ask("conv")
    assert find("found", network).text() == "2 found"
    opacity = {n: network.scene.node_item(n).opacity() for n in ("n1", "n2", "n3")}
    assert opacity["n1"] < 1 == opacity["n2"] == opacity["n3"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert network.controller.state.selection == ("n2",)
    assert find("found", network).text() == "1 of 2"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert network.controller.state.selection == ("n3",)
    qtbot.keyClick(line, Qt.Key.Key_Return, SHIFT)
    assert network.controller.state.selection == ("n2",)
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not network.scene.spotlight.on
    assert network.view.hasFocus()


def test_nothing_found_is_said(network, ask, find, qtbot):
    line = ask("groups=77")
    assert find("found", network).text() == "nothing found"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert network.controller.state.selection == ()


def test_problems_are_found_as_they_come(network, ask, node, find, qtbot):
    ask("error")
    assert find("found", network).text() == "nothing found"
    grouped = node(network, "grouped_conv")
    network.controller.select((grouped,))
    field = find("groups", network)
    field.selectAll()
    qtbot.keyClicks(field, "3")
    assert network.controller.analysis.errors
    assert find("found", network).text() == "1 found"
