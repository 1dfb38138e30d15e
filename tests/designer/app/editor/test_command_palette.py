"""The command palette finds and runs every kind of entry."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from designer.app.command import always, commands
from designer.app.editor.command_palette import Choice, best
from designer.app.panel import panels
from designer.app.widgets.two_sided_rows import DETAIL

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ask(find, qtbot):
    def asked(window, text):
        qtbot.keyClick(window, Qt.Key.Key_P, CTRL_SHIFT)
        line = find("search commands")
        qtbot.keyClicks(line, text)
        return line, find("commands found")

    return asked


def test_a_command_with_its_keys(network, ask, qtbot):
    line, found = ask(network, "sel all")
    assert found.item(0).text() == "Select all"
    assert found.item(0).data(DETAIL) == "Ctrl+A"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(network.controller.state.selection) == 3


def test_escape_closes_it_with_a_text_too(network, ask, qtbot):
    line, _ = ask(network, "sel all")
    palette = line.window()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not isValid(palette) or not palette.isVisible()
    qtbot.keyClick(network.view, Qt.Key.Key_Tab)
    qtbot.waitUntil(network.popup.line.hasFocus)
    qtbot.keyClicks(network.popup.line, "conv")
    qtbot.keyClick(network.popup.line, Qt.Key.Key_Escape)
    assert not network.popup.isVisible()


def test_a_submenu_is_named(window, ask, qtbot):
    line, found = ask(window, "theme dark")
    assert found.item(0).text() == "Theme: Dark"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.theme.dark


def test_a_node(network, ask, qtbot, node):
    line, found = ask(network, "grouped_conv")
    assert found.item(0).text() == "Go to grouped_conv"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert network.controller.state.selection == (node(network, "grouped_conv"),)


def test_a_block(window, ask, qtbot):
    line, found = ask(window, "imagenet")
    assert found.item(0).text() == "Add ImageNet normalisation"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (node,) = window.controller.document
    assert node.block == "imagenet_normalization"
    assert window.settings_store.settings.recent_blocks[0] == "imagenet_normalization"


def test_a_template(window, ask, qtbot):
    line, found = ask(window, "ger vnet")
    assert found.item(0).text().startswith("Begin from GER-VNet")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.controller.document.name.startswith("ger_vnet")


def test_a_panel(window, ask, qtbot):
    window.docks["inspector"].close()
    line, _ = ask(window, "panel insp")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.docks["inspector"].isVisible()


def test_what_cannot_be_done_is_greyed_and_says_why(network, ask, qtbot):
    network.controller.select(network.controller.document.nodes)
    line, found = ask(network, "unroll")
    assert found.item(0).text() == "Unroll the row"
    assert found.item(0).data(DETAIL) == "Select one row of several copies first"
    assert found.item(0).foreground().color().name() == network.theme.disabled
    before = network.controller.document
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.isVisible()
    assert network.controller.document is before


def test_what_cannot_be_done_comes_after_what_can(window, ask):
    _, found = ask(window, "select")
    needs = [
        found.item(row).foreground().color().name() == window.theme.disabled
        for row in range(found.count())
    ]
    assert found.item(0).text() == "Select all"
    assert not needs[0]


def test_nothing_typed_lists_what_can_be_done(window, ask):
    _, found = ask(window, "")
    texts = [found.item(row).text() for row in range(found.count())]
    assert "Duplicate" not in texts
    assert "New" in texts


@pytest.mark.parametrize("command", commands().values(), ids=lambda it: it.id)
def test_every_command_says_what_it_needs(command):
    assert (command.enabled is always) == (not command.need)


def test_letters_of_a_block_find_it_before_nodes(network, ask):
    _, found = ask(network, "gconv")
    assert found.item(0).text() == "Add Grouped convolution"


def test_blocks_of_one_title_are_told_apart(window, ask):
    _, found = ask(window, "add")
    texts = [found.item(row).text() for row in range(found.count())]
    adds = [text for text in texts if text.startswith(("Add Add", "Add ops.add"))]
    assert adds == ["Add Add (Merge)", "Add Add (Layers)", "Add ops.add"]
    assert len(set(texts)) == len(texts)


def test_nothing_found_is_said(window, ask, qtbot):
    line, found = ask(window, "qqq")
    assert found.item(0).text() == "Nothing is called “qqq”"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not window.controller.document.nodes


def test_the_closest_come_first():
    texts = ["Zoom in", "Insert", "In"]
    made = [Choice(text, "", "", lambda: None) for text in texts]
    assert [choice.text for choice in best(made, "in")] == ["In", "Insert", "Zoom in"]
    assert len(best(made, "", 2)) == 2


def test_ids_and_keys_belong_to_one_command_each():
    taken = [keys for command in commands().values() for keys in command.keys]
    assert sorted(taken) == sorted(set(taken))
    assert all(panel.id == id for id, panel in panels().items())
