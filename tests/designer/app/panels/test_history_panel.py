"""The history panel: every step by name, a click goes there, the saved one is marked."""

import pytest
from PySide6.QtCore import Qt

from templates import gallery


@pytest.fixture
def panel(network):
    network.docks.bring("history")
    return network.workbench.panel("history")


def texts(panel):
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def click(qtbot, panel, row):
    item = panel.list.item(row)
    panel.list.scrollToItem(item)
    at = panel.list.visualItemRect(item).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_steps_stand_by_name_and_the_saved_one_is_marked(network, panel, tmp_path):
    assert texts(panel) == [
        "Beginning",
        "Add Image",
        "Add Stem",
        "Add Grouped convolution",
    ]
    assert panel.list.currentRow() == 3
    network.controller.save(tmp_path / "a.design.json")
    assert texts(panel)[-1] == "Add Grouped convolution  ·  saved"
    assert texts(panel)[0] == "Beginning"


def test_a_click_goes_there_and_back(network, panel, qtbot):
    controller = network.controller
    full = controller.document
    click(qtbot, panel, 1)
    assert len(controller.document.nodes) == 1
    assert controller.state.redo_label == "Add Stem"
    assert panel.list.item(2).font().italic()
    assert not panel.list.item(1).font().italic()
    assert len(texts(panel)) == 4
    click(qtbot, panel, 3)
    assert controller.document is full
    assert controller.state.redo_label is None
    assert not panel.list.item(2).font().italic()


def test_the_keys_go_there(network, panel, qtbot):
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert len(network.controller.document.nodes) == 3
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert len(network.controller.document.nodes) == 1


def test_the_next_edit_forgets_what_was_undone(network, panel, qtbot):
    click(qtbot, panel, 1)
    network.controller.add_block("dropout", (0, 0))
    assert texts(panel)[1:] == ["Add Image", "Add Dropout"]
    network.controller.undo()
    assert panel.list.currentRow() == 1
    assert panel.list.item(2).font().italic()


def test_the_beginning_of_a_file_is_saved_and_of_nothing_is_not(
    network, panel, tmp_path
):
    path = tmp_path / "a.design.json"
    network.controller.save(path)
    network.controller.open(path)
    assert texts(panel) == ["Beginning  ·  saved"]
    network.files.begin(network.controller.document)
    assert texts(panel)[0] == "Beginning"


def test_a_slider_is_called_by_the_value_that_it_ended_on(network, find, qtbot):
    controller = network.controller
    controller.replace_design(gallery()["efficientnet_b0"].document())
    slider = find("slider phi")
    slider.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(slider, key)
    last = f"Set phi to {controller.document.variables['phi'].maximum:g}"
    assert controller.state.undo_label == last
    network.docks.bring("history")
    assert texts(network.workbench.panel("history")) == ["Beginning", last]
    controller.undo()
    assert controller.state.redo_label == last
    assert network.notice.sentence.text() == f"Undone: {last}."
