"""The inspector under real keys: live edits, invalid text, repairs, variables."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from designer.canvas.values.theme import GRID
from templates import gallery


@pytest.fixture
def grouped(network, node):
    network.controller.select((node(network, "grouped_conv"),))
    return network


def params(window, name):
    return window.controller.document.named(name).params


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_typing_a_number_is_live_and_one_step(grouped, find, qtbot):
    field = find("filters", grouped)
    type_into(qtbot, field, "64")
    assert params(grouped, "grouped_conv") == {"filters": 64}
    assert grouped.controller.state.undo_label == "Set filters of grouped_conv"
    assert grouped.controller.analysis.total.params > 0
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert params(grouped, "grouped_conv") == {}
    assert field.text() == "32"


def test_a_layers_kernel_takes_one_number_or_two(make_window, find, qtbot):
    window = make_window()
    window.controller.add_block("Conv2D", (0.0, 0.0))
    field = find("kernel_size", window)
    type_into(qtbot, field, "3, 1")
    assert params(window, "Conv2D") == {"kernel_size": "3, 1"}
    type_into(qtbot, field, "5")
    assert params(window, "Conv2D") == {"kernel_size": 5}
    type_into(qtbot, field, "5 x")
    assert field.property("invalid") == "true"
    assert params(window, "Conv2D") == {"kernel_size": 5}


def test_leaving_a_field_ends_the_step(grouped, find, qtbot):
    field = find("filters", grouped)
    type_into(qtbot, field, "64")
    find("kernel_size", grouped).setFocus()
    type_into(qtbot, field, "96")
    grouped.controller.undo()
    assert params(grouped, "grouped_conv") == {"filters": 64}


def test_what_is_typed_is_not_rewritten_under_the_hand(grouped, find, qtbot):
    field = find("filters", grouped)
    type_into(qtbot, field, "064")
    assert params(grouped, "grouped_conv") == {"filters": 64}
    assert field.text() == "064"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "64"


def test_invalid_text_is_marked_explained_and_kept(grouped, find, qtbot, node):
    field = find("groups", grouped)
    type_into(qtbot, field, "4x")
    assert field.property("invalid") == "true"
    complaint = find("problem with groups", grouped)
    assert complaint.text() == "Groups is a whole number, not '4x'."
    assert params(grouped, "grouped_conv") == {"groups": 4}  # what was valid last
    grouped.controller.select((node(grouped, "stem"),))
    grouped.controller.select((node(grouped, "grouped_conv"),))
    field = find("groups", grouped)
    assert field.text() == "4x"
    assert field.property("invalid") == "true"
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "4"
    assert not field.property("invalid")


def test_a_number_out_of_range_says_the_range(grouped, find, qtbot):
    type_into(qtbot, find("groups", grouped), "0")
    sentence = find("problem with groups", grouped).text()
    assert sentence == "Groups is a whole number from 1 to 512, not 0."


def test_an_empty_field_is_the_default(grouped, find, qtbot):
    field = find("groups", grouped)
    type_into(qtbot, field, "4")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert params(grouped, "grouped_conv") == {}
    assert field.placeholderText() == "2"
    find("filters", grouped).setFocus()
    assert field.text() == "2"


def test_the_keys_and_the_wheel_step(grouped, find, qtbot):
    field = find("filters", grouped)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert params(grouped, "grouped_conv") == {"filters": 41}
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "40"


def test_a_choice_a_switch_and_the_way_back(grouped, find, qtbot):
    choice = find("activation", grouped)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert params(grouped, "grouped_conv") == {"activation": "relu6"}
    switch = find("batch_norm", grouped)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert params(grouped, "grouped_conv")["batch_norm"] is False
    qtbot.mouseClick(find("reset activation", grouped), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(find("reset batch_norm", grouped), Qt.MouseButton.LeftButton)
    assert params(grouped, "grouped_conv") == {}
    assert choice.currentText() == "relu"
    assert switch.isChecked()


def test_an_error_stands_at_its_field_and_a_repair_mends_it(grouped, find, qtbot):
    type_into(qtbot, find("groups", grouped), "3")
    assert grouped.controller.analysis.errors
    assert find("groups", grouped).property("invalid") == "true"
    with qtbot.waitSignal(grouped.controller.changed):
        qtbot.waitUntil(lambda: bool(_repairs(grouped)))
        qtbot.mouseClick(_repairs(grouped)[0], Qt.MouseButton.LeftButton)
    assert not grouped.controller.analysis.errors


def test_the_text_of_a_repair_is_wrapped_at_its_buttons_width_alone(
    grouped, find, qtbot
):
    type_into(qtbot, find("groups", grouped), "3")
    qtbot.waitUntil(lambda: bool(_repairs(grouped)))
    button = _repairs(grouped)[0]
    qtbot.waitUntil(lambda: "\n" in button.text())
    room = button.contentsRect().width()
    lines = button.text().splitlines()
    for line, following in pairwise(lines[1:]):  # behind the title
        longer = f"{line} {following.split()[0]}"
        assert button.fontMetrics().horizontalAdvance(longer) > room - 4 * GRID


def _repairs(window):
    buttons = window.workbench.panel("inspector").findChildren(QPushButton)
    return [b for b in buttons if b.accessibleName().startswith("repair: ")]


def test_the_name_is_live_and_a_taken_one_is_explained(grouped, find, qtbot):
    field = find("node name", grouped)
    type_into(qtbot, field, "middle")
    assert grouped.controller.document.named("middle")
    type_into(qtbot, field, "stem")
    assert "stem" in find("problem with node name", grouped).text()
    assert grouped.controller.document.named("ste")


def test_repeat_opens_the_first_copys_differences(grouped, find, qtbot):
    type_into(qtbot, find("repeat", grouped), "3")
    node = grouped.controller.document.named("grouped_conv")
    assert node.repeat == 3
    assert find("repeat", grouped).hasFocus()
    menu = find("add a difference of the first copy", grouped).menu()
    next(a for a in menu.actions() if a.text() == "strides").trigger()
    type_into(qtbot, find("first copy strides", grouped), "2")
    node = grouped.controller.document.named("grouped_conv")
    assert node.first == {"strides": 2}
    reset = find("reset first copy strides", grouped)
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert grouped.controller.document.named("grouped_conv").first == {}


def test_variables_are_made_used_moved_and_removed(grouped, find, qtbot, node):
    grouped.controller.select(())
    qtbot.keyClicks(find("new variable", grouped), "width")
    qtbot.keyClick(find("new variable", grouped), Qt.Key.Key_Return)
    type_into(qtbot, find("variable width", grouped), "2")
    grouped.controller.select((node(grouped, "grouped_conv"),))
    field = find("filters", grouped)
    type_into(qtbot, field, "=round_channels(24 * wid")
    assert find("problem with filters", grouped).text()
    qtbot.keyClicks(field, "th)")
    assert params(grouped, "grouped_conv")["filters"] == "=round_channels(24 * width)"
    report = grouped.controller.analysis.nodes[node(grouped, "grouped_conv")]
    assert report.outputs[0][-1] == 48
    grouped.controller.select(())
    qtbot.mouseClick(find("limits of width", grouped), Qt.MouseButton.LeftButton)
    remove = find("remove variable width", grouped)
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert not grouped.controller.document.variables


def test_a_slider_moves_a_variable_in_one_step(window, find, qtbot):
    window.controller.replace_design(gallery()["mobilenet_v2"].document())
    slider = find("slider alpha", window)
    slider.setFocus()
    before = window.controller.analysis.total.params
    qtbot.keyClick(slider, Qt.Key.Key_End)
    top = window.controller.document.variables["alpha"].maximum
    assert window.controller.document.variables["alpha"].value == top
    assert window.controller.analysis.total.params > before
    assert find("variable alpha", window).text() == f"{top:g}"


def test_several_nodes_are_edited_together(grouped, find, qtbot, node):
    ids = (node(grouped, "stem"), node(grouped, "grouped_conv"))
    grouped.controller.select(ids)
    assert find("strides", grouped).placeholderText() == "several"
    type_into(qtbot, find("filters", grouped), "48")
    assert params(grouped, "stem") == {"filters": 48}
    assert params(grouped, "grouped_conv") == {"filters": 48}
    grouped.controller.undo()
    assert params(grouped, "stem") == {}


def test_figures_of_a_node_can_be_read(grouped, find):
    assert find("node figure: Input", grouped).text() == "112×112×32"
    assert find("node figure: Output", grouped).text() == "112×112×32"
    # 3 x 3 x 16 x 32 weights, 4 x 32 of the normalisation
    assert find("node figure: Parameters", grouped).text() == "4,736"
    assert find("node figure: MACs", grouped).text() == f"{4608 * 112 * 112:,}"


def test_copying_in_a_field_copies_its_text(grouped, find, qtbot):
    field = find("filters", grouped)
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "32"


def test_a_page_is_used_again_for_another_node_of_its_block(network, find, qtbot, node):
    network.controller.select((node(network, "grouped_conv"),))
    network.actions_by_id["duplicate"].trigger()
    (other,) = network.controller.state.selection
    field = find("filters", network)
    type_into(qtbot, field, "64")
    network.controller.select((node(network, "grouped_conv"),))
    assert find("filters", network) is field
    assert field.text() == "32"
    type_into(qtbot, field, "40")
    assert network.controller.document.nodes[other].params == {"filters": 64}
    assert params(network, "grouped_conv") == {"filters": 40}
    network.controller.undo()
    assert params(network, "grouped_conv") == {}


def test_another_look_keeps_what_is_being_typed(grouped, find, qtbot):
    type_into(qtbot, find("groups", grouped), "3x")
    grouped.settings_store.keep(theme="dark")
    field = find("groups", grouped)
    assert field.text() == "3x"
    assert field.hasFocus()


def test_a_use_among_several_says_that_its_weights_are_its_own(
    make_window, find, qtbot
):
    window = make_window()
    window.files.load(Path("tests/cases/siamese_weights_not_shared.design.json"))
    window.controller.select(("ta",))
    note = find("note", window)
    assert note.isVisible()
    assert note.text() == "2 uses in this design, each with weights of its own."
    window.controller.select(("tb",))
    qtbot.keyClick(window.view, Qt.Key.Key_Delete)
    window.controller.select(("ta",))
    with pytest.raises(AssertionError, match="no visible widget"):
        find("note", window)


def test_text_that_is_no_value_stays_with_its_design(grouped, find, qtbot, node):
    """Ids are used again: the draft of one design is not that of the next one's node."""
    type_into(qtbot, find("groups", grouped), "4x")
    document = grouped.controller.document
    grouped.controller.replace_design(document)
    grouped.controller.select((node(grouped, "grouped_conv"),))
    assert find("groups", grouped).text() == "4"
    assert not find("groups", grouped).property("invalid")
