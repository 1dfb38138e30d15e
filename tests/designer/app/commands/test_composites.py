"""Composite blocks, by keys and in the dialog that makes them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from designer.app.dialogs.block_name_fields import block_name
from designer.model.edits import set_repeat

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def blocks(window):
    return [node.block for node in window.controller.document]


@pytest.fixture
def grouped(network, node, find, qtbot):
    """The stem and the convolution behind it in a block `unit`, which lets its uses set `filters`."""
    network.controller.select((node(network, "stem"), node(network, "grouped_conv")))
    qtbot.keyClick(network.view, Qt.Key.Key_G, CTRL)
    dialog = find("group into a block")
    title = find("block title", dialog)
    title.selectAll()
    qtbot.keyClicks(title, "My Unit")
    find("expose grouped_conv filters", dialog).click()
    name = find("name of grouped_conv filters", dialog)
    name.selectAll()
    qtbot.keyClicks(name, "filters")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    network.activateWindow()
    qtbot.waitUntil(network.isActiveWindow)
    network.view.setFocus()
    return network


def test_nodes_become_a_block_that_lets_a_parameter_be_set(grouped, find, qtbot):
    assert blocks(grouped) == ["image_input", "my_unit"]
    assert grouped.controller.state.undo_label == "Group into My Unit"
    assert not grouped.controller.analysis.errors
    filters = find("filters", grouped)
    filters.selectAll()
    qtbot.keyClicks(filters, "64")
    (use,) = grouped.controller.state.selection
    assert grouped.controller.analysis.nodes[use].outputs[0][-1] == 64


def test_the_block_is_used_again_from_the_palette(grouped, find, qtbot):
    search = find("palette search", grouped)
    search.setFocus()
    qtbot.keyClicks(search, "my unit")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert blocks(grouped) == ["image_input", "my_unit", "my_unit"]


def test_tab_enters_and_backspace_leaves(grouped, qtbot):
    qtbot.keyClick(grouped.view, Qt.Key.Key_Tab)
    assert grouped.controller.state.inside
    assert "stem" in blocks(grouped)
    qtbot.keyClick(grouped.view, Qt.Key.Key_Backspace)
    assert blocks(grouped) == ["image_input", "my_unit"]


def test_a_double_click_looks_into_a_block_of_the_library(network, node, qtbot):
    stem = node(network, "stem")
    at = network.view.mapFromScene(network.scene.bounds_of((stem,)).center())
    qtbot.mouseDClick(network.view.viewport(), LEFT, pos=at)
    assert network.controller.state.inside
    assert network.controller.state.read_only
    assert "Conv2D" in blocks(network)


def test_a_double_click_on_a_single_layer_edits_it(network, node, find, qtbot):
    image = node(network, "image_input")
    network.scene.activated.emit(image)
    assert not network.controller.state.inside
    assert network.controller.state.selection == (image,)


def test_ungroup_puts_the_nodes_back(grouped, qtbot):
    before = grouped.controller.analysis.total
    qtbot.keyClick(grouped.view, Qt.Key.Key_U, CTRL | SHIFT)
    assert blocks(grouped) == ["image_input", "stem", "grouped_conv"]
    assert grouped.controller.analysis.total == before
    assert len(grouped.controller.state.selection) == 2


def test_what_cannot_be_grouped_is_said_at_once(network, node, find, qtbot):
    network.controller.select((node(network, "image_input"),))
    qtbot.keyClick(network.view, Qt.Key.Key_G, CTRL)
    assert "image_input" in find("message", network).text()


def test_a_name_that_will_not_do_is_explained(network, node, find, qtbot):
    network.controller.select((node(network, "stem"),))
    qtbot.keyClick(network.view, Qt.Key.Key_G, CTRL)
    dialog = find("group into a block")
    name = find("block name", dialog)
    for text, reason in (("stem", "is free"), ("2x", "a letter"), ("for", "for_")):
        name.selectAll()
        qtbot.keyClicks(name, text)
        assert reason in find("what is wrong", dialog).text()
        assert not dialog.accept_button.isEnabled()
    name.selectAll()
    qtbot.keyClicks(name, "fine")
    assert dialog.accept_button.isEnabled()
    dialog.reject()
    assert "fine" not in network.controller.document.definitions


def test_two_parameters_under_one_name_are_set_together(network, node, find, qtbot):
    network.controller.select((node(network, "stem"), node(network, "grouped_conv")))
    qtbot.keyClick(network.view, Qt.Key.Key_G, CTRL)
    dialog = find("group into a block")
    for inner in ("stem", "grouped_conv"):
        find(f"expose {inner} use_bias", dialog).click()
        name = find(f"name of {inner} use_bias", dialog)
        assert name.text() == f"{inner}_use_bias"
        name.selectAll()
        qtbot.keyClicks(name, "bias")
    assert [len(places) for places in dialog.exposed().values()] == [2]
    dialog.reject()


def test_a_block_of_the_library_becomes_editable(network, node, find, qtbot):
    before = network.controller.analysis.total
    network.controller.enter(node(network, "stem"))
    find("make editable", network).click()
    state = network.controller.state
    assert state.inside
    assert not state.read_only
    places = [node.at for node in state.document]
    assert len(set(places)) == len(places)
    assert network.controller.state.root_analysis.total == before
    network.controller.undo()
    assert not network.controller.state.root.definitions


def test_a_row_is_unrolled_and_made_again(window, qtbot, find):
    controller = window.controller
    for block in ("image_input", "inverted_residual"):
        controller.add_block(block, (0, 0))
    (row,) = controller.state.selection
    window.actions_by_id["edit"].trigger()
    repeat = find("repeat", window)
    repeat.selectAll()
    qtbot.keyClicks(repeat, "3")
    window.view.setFocus()
    assert controller.document.nodes[row].repeat == 3
    total = controller.analysis.total
    window.actions_by_id["unroll"].trigger()
    assert blocks(window) == ["image_input", *["inverted_residual"] * 3]
    controller.select(controller.state.selection[1:2])
    qtbot.keyClick(window.view, Qt.Key.Key_R, CTRL | SHIFT)
    assert blocks(window) == ["image_input", "inverted_residual"]
    assert controller.analysis.total == total


def test_a_row_is_unrolled_along_the_flow(network, node):
    settings = network.settings_store.settings
    network.settings_store.keep(view=replace(settings.view, direction="right"))
    unit = node(network, "grouped_conv")
    network.controller.apply("Repeat", lambda document: set_repeat(document, unit, 2))
    network.controller.select((unit,))
    network.actions_by_id["unroll"].trigger()
    first, second = network.controller.selected()
    assert first.at[1] == second.at[1]
    assert second.at[0] > first.at[0] + 200


def test_a_row_needs_neighbours_of_its_kind(network, node, find, qtbot):
    network.controller.select((node(network, "stem"),))
    qtbot.keyClick(network.view, Qt.Key.Key_R, CTRL | SHIFT)
    assert "not like it" in find("message", network).text()


@pytest.mark.parametrize(
    ("title", "name"),
    [("My Unit", "my_unit"), ("3x3 conv", "block_3x3_conv"), ("", "block")],
)
def test_names_are_made_of_titles(title, name):
    assert block_name(title) == name
