"""The canvas's accessibility interfaces, queried as a screen reader's bridge does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QWidget

from designer.canvas.view.view import CanvasView
from designer.model.document import Edge, Node

NAME, ABOUT = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def listener(monkeypatch):
    """Someone who listens: what was told, as (event, words)."""
    heard = []

    def hear(event):
        if event.type() is QAccessible.Event.Announcement:
            heard.append(("announcement", event.message()))
        else:
            kind = event.type().name
            heard.append((kind, event.accessibleInterface().text(NAME)))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QAccessible.setActive(True)
    yield heard
    QAccessible.setActive(False)


@pytest.fixture
def canvas(hand):
    return QAccessible.queryAccessibleInterface(hand.view)


def names(canvas):
    return [canvas.child(place).text(NAME) for place in range(canvas.childCount())]


def test_the_canvas_is_a_list_of_its_nodes(canvas):
    assert canvas.role() is QAccessible.Role.List
    assert canvas.text(NAME) == "Canvas"
    assert canvas.text(ABOUT) == "4 blocks, 2 errors"
    roles = {canvas.child(place).role() for place in range(canvas.childCount())}
    assert roles == {QAccessible.Role.ListItem}
    assert names(canvas)[:2] == [
        "Image, image, 32 by 32 by 3",
        "Convolution + BN, conv, 32 by 32 by 8",
    ]


def test_a_node_says_block_name_shape_copies_and_what_is_wrong(hand, canvas, shown):
    row = Node(
        "n5",
        "inverted_residual",
        "row2",
        (0, 0),
        {"filters": 24},
        repeat=2,
        first={"strides": 2},
    )
    wrong = Node("n6", "grouped_conv", "grouped_3", (0, 0), {"groups": 3})
    document = hand.scene.state.document
    nodes = {**document.nodes, "n5": row, "n6": wrong}
    edges = (*document.edges, Edge("n1", "n5"), Edge("n5", "n6"))
    hand.scene.show_state(shown(replace(document, nodes=nodes, edges=edges)))
    spoken = dict(zip(nodes, names(canvas), strict=True))
    assert spoken["n5"] == "Inverted residual, row 2, 16 by 16 by 24, 2 copies"
    assert spoken["n6"].startswith(
        "Grouped convolution, grouped 3, unknown shape, error: "
    )
    assert "filters 24" in canvas.child(4).text(ABOUT)
    assert canvas.child(4).text(ABOUT).endswith("first strides 2")


def test_a_node_is_found_where_it_is_drawn(hand, canvas):
    node = canvas.child(1)
    middle = hand.view.viewport().mapToGlobal(hand.body("n2"))
    assert node.rect().contains(middle)
    assert canvas.childAt(middle.x(), middle.y()).text(NAME) == node.text(NAME)
    nowhere = hand.view.viewport().mapToGlobal(QPoint(2, 2))
    assert canvas.childAt(nowhere.x(), nowhere.y()) is None
    assert canvas.indexOfChild(node) == 1
    assert node.parent().text(NAME) == "Canvas"
    assert canvas.child(99) is None


def test_wires_are_relations(canvas):
    flag = QAccessible.RelationFlag
    found = {
        (kind, other.text(NAME).split(",")[1].strip())
        for other, kind in canvas.child(1).relations()
    }
    assert found == {(flag.FlowsFrom, "image"), (flag.FlowsTo, "sum")}
    assert len(canvas.child(1).relations(flag.FlowsTo)) == 1


def test_a_selected_node_has_the_focus_and_is_read(hand, canvas, listener):
    hand.view.setFocus()
    hand.scene.select(("n2",))
    spoken = "Convolution + BN, conv, 32 by 32 by 8"
    assert ("Focus", spoken) in listener
    state = canvas.child(1).state()
    assert state.selected
    assert state.focused
    assert canvas.focusChild().text(NAME) == spoken
    assert not canvas.child(0).state().selected


def test_walking_by_arrow_is_read_step_by_step(hand, listener):
    hand.view.setFocus()
    hand.scene.select(("n1",))
    hand.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    read = [words for kind, words in listener if kind == "Focus"]
    assert [words.split(",")[1] for words in read] == [" image", " conv"]


def test_several_selected_nodes_are_counted(hand, listener):
    hand.scene.select(("n1", "n2", "n3"))
    assert ("announcement", "3 nodes selected") in listener


def test_a_new_error_is_announced_once(hand, canvas, shown, listener):
    document = hand.scene.state.document
    hand.scene.show_state(shown(document))
    listener.clear()
    nodes = {
        **document.nodes,
        "n2": replace(document.nodes["n2"], params={"filters": 0}),
    }
    wrong = replace(document, nodes=nodes)
    hand.scene.show_state(shown(wrong))
    hand.scene.show_state(shown(wrong))
    said = [words for kind, words in listener if kind == "announcement"]
    assert len([words for words in said if words.startswith("conv, error: ")]) == 1


def test_a_node_that_is_gone_is_given_up(hand, canvas, shown, listener):
    gone = canvas.child(2)
    assert gone.isValid()
    document = hand.scene.state.document
    nodes = {id: node for id, node in document.nodes.items() if id != "n3"}
    hand.scene.show_state(shown(replace(document, nodes=nodes)))
    assert canvas.childCount() == 3
    assert "free" not in " ".join(names(canvas))


def test_pressing_a_node_edits_it(hand, canvas):
    actions = canvas.child(1).actionInterface()
    press, focus = actions.actionNames()
    assert press == QAccessibleActionInterface.pressAction()
    actions.doAction(focus)
    assert hand.scene.selected_nodes() == ("n2",)
    assert not hand.requests("activated")
    actions.doAction(press)
    assert hand.requests("activated") == [("n2",)]


def test_a_canvas_answers_as_soon_as_it_has_a_name(hand, qtbot, monkeypatch):
    """On Windows, Qt asks for a widget's interface at each change of its name."""
    roles = []

    def named(widget, name):
        QWidget.setAccessibleName(widget, name)
        roles.append(QAccessible.queryAccessibleInterface(widget).role())

    monkeypatch.setattr(CanvasView, "setAccessibleName", named)
    qtbot.addWidget(CanvasView(hand.scene))
    assert roles == [QAccessible.Role.List]


def test_nothing_is_said_while_nobody_listens(hand, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    QAccessible.setActive(False)
    hand.scene.select(("n1",))
    hand.view.announcer.say("nothing")
    assert not heard
