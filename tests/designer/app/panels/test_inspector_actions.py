"""The inspector beyond numbers: variables made of values, rows, muting, entered blocks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from designer.model.document import Variable
from designer.model.edits import group, set_params, set_variable

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grouped(network, node):
    network.controller.select((node(network, "grouped_conv"),))
    return network


@pytest.fixture
def composite(network, node):
    """The grouped convolution as a block of the design, its one use selected."""

    def edit(document):
        catalog = network.controller.signatures
        ids = [node(network, "grouped_conv")]
        made, id = group(document, ids, name="mine", title="My block", catalog=catalog)
        return made, (id,)

    network.controller.apply("Group", edit)
    return network


def entries(qtbot, widget):
    """The context menu of a widget, by its entries' texts."""
    at = QPoint(20, 8)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}


def trigger(qtbot, action):
    menu = QApplication.activePopupWidget()
    action.trigger()
    menu.close()


def params(window, name):
    return window.controller.document.named(name).params


def test_a_value_becomes_a_variable(grouped, find, qtbot):
    field = find("filters", grouped)
    trigger(qtbot, entries(qtbot, field)["Make it a variable"])
    assert params(grouped, "grouped_conv")["filters"] == "=filters"
    made = grouped.controller.document.variables["filters"]
    assert (made.value, made.minimum, made.maximum) == (32, 1, 128)
    assert grouped.controller.state.undo_label == "Make filters a variable"
    assert find("filters", grouped).text() == "=filters"
    assert not grouped.controller.analysis.errors
    grouped.controller.undo()
    assert not grouped.controller.document.variables
    assert params(grouped, "grouped_conv") == {}


def test_a_choice_becomes_a_variable_of_text(grouped, find, qtbot):
    trigger(qtbot, entries(qtbot, find("activation", grouped))["Make it a variable"])
    made = grouped.controller.document.variables["activation"]
    assert made == Variable("relu", note=made.note)
    assert not grouped.controller.analysis.errors


def test_a_repeat_becomes_a_variable(grouped, find, qtbot):
    trigger(qtbot, entries(qtbot, find("repeat", grouped))["Make it a variable"])
    assert grouped.controller.document.named("grouped_conv").repeat == "=repeat"
    assert not grouped.controller.analysis.errors


def test_a_name_that_is_taken_gets_the_nodes_in_front(grouped, find, qtbot):
    grouped.controller.apply(
        "Add", lambda document: set_variable(document, "filters", Variable(8))
    )
    trigger(qtbot, entries(qtbot, find("filters", grouped))["Make it a variable"])
    filters = params(grouped, "grouped_conv")["filters"]
    assert filters == "=grouped_conv_filters"


def test_a_variable_is_used_and_the_default_comes_back(grouped, find, qtbot):
    grouped.controller.apply(
        "Add", lambda document: set_variable(document, "width", Variable(64))
    )
    uses = entries(qtbot, find("filters", grouped))["Use a variable"].menu()
    trigger(qtbot, next(a for a in uses.actions() if a.text() == "width"))
    assert params(grouped, "grouped_conv")["filters"] == "=width"
    offered = entries(qtbot, find("filters", grouped))
    assert not offered["Make it a variable"].isEnabled()
    trigger(qtbot, offered["Reset to the default"])
    assert params(grouped, "grouped_conv") == {}


def test_several_values_become_one_variable(network, find, qtbot, node):
    ids = (node(network, "stem"), node(network, "grouped_conv"))
    network.controller.select(ids)
    trigger(qtbot, entries(qtbot, find("filters", network))["Make it a variable"])
    assert params(network, "stem")["filters"] == "=filters"
    assert params(network, "grouped_conv")["filters"] == "=filters"


def test_values_that_differ_are_typed_over_in_place(network, find, qtbot, node):
    ids = (node(network, "stem"), node(network, "grouped_conv"))
    network.controller.select(ids[:1])
    catalog = network.controller.signatures
    network.controller.apply(
        "Set",
        lambda document: set_params(document, ids[0], {"filters": 16}, catalog=catalog),
    )
    network.controller.select(ids)
    field = find("filters", network)
    assert (field.text(), field.placeholderText()) == ("", "several")
    field.setFocus()
    qtbot.keyClicks(field, "48")
    assert params(network, "stem")["filters"] == 48
    assert params(network, "grouped_conv")["filters"] == 48
    repeat = find("repeat", network)
    repeat.setFocus()
    repeat.selectAll()
    qtbot.keyClicks(repeat, "2")
    assert {network.controller.document.nodes[id].repeat for id in ids} == {2}
    network.controller.undo()
    network.controller.undo()
    assert find("filters", network).text() == ""


def test_inside_a_block_a_value_becomes_its_parameter(composite, find, qtbot):
    use = composite.controller.state.selection[0]
    qtbot.mouseClick(find("edit inside", composite), LEFT)
    assert composite.controller.state.inside
    composite.controller.select(
        (composite.controller.document.named("grouped_conv").id,)
    )
    trigger(qtbot, entries(qtbot, find("filters", composite))["Expose as a parameter"])
    composite.controller.leave()
    assert composite.controller.state.selection == (use,)
    assert find("filters", composite).text() == "32"
    field = find("filters", composite)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "64")
    report = composite.controller.analysis.nodes[use]
    assert report.outputs == ((None, 112, 112, 64),)


def test_inside_a_block_its_title_is_changed(composite, find, qtbot):
    qtbot.mouseClick(find("edit inside", composite), LEFT)
    field = find("design name", composite)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Better")
    assert composite.controller.state.root.definitions["mine"].title == "Better"
    assert composite.controller.state.root.name == "untitled"


def test_a_switch_mutes(grouped, find, qtbot):
    before = grouped.controller.analysis.total.params
    qtbot.mouseClick(find("muted", grouped.workbench.panel("inspector")), LEFT)
    assert grouped.controller.document.named("grouped_conv").muted
    assert grouped.controller.analysis.total.params < before
    grouped.controller.undo()
    assert not find("muted", grouped.workbench.panel("inspector")).isChecked()


def test_a_row_is_unrolled_and_made_again(grouped, find, qtbot):
    field = find("repeat", grouped)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "3")
    qtbot.mouseClick(find("unroll", grouped), LEFT)
    names = [node.name for node in grouped.controller.document]
    assert names[-3:] == ["grouped_conv_1", "grouped_conv_2", "grouped_conv_3"]
    total = grouped.controller.analysis.total
    grouped.controller.select((grouped.controller.document.named("grouped_conv_2").id,))
    qtbot.mouseClick(find("make one row", grouped), LEFT)
    row = grouped.controller.document.named("grouped_conv")
    assert row.repeat == 3
    assert grouped.controller.analysis.total == total


def test_a_node_alone_offers_no_row(grouped, find):
    for name in ("make one row", "unroll"):
        button = find(name, grouped)
        assert not button.isEnabled()
        assert button.toolTip()  # why not


def test_a_library_block_is_looked_into(grouped, find, qtbot):
    qtbot.mouseClick(find("look inside", grouped), LEFT)
    assert grouped.controller.state.inside
    before = grouped.controller.document
    layer = next(node for node in before if "Conv2D" in node.block)
    grouped.controller.select((layer.id,))
    editor = find("filters", grouped)
    editor.setFocus()
    shown = editor.text()
    qtbot.keyClicks(editor, "7")
    qtbot.keyClick(editor, Qt.Key.Key_Up)
    assert editor.text() == shown
    assert grouped.controller.document is before
