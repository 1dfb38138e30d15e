"""The code panel: the exported code during edits; lines and nodes select each other."""

import ast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from designer.analysis import analyse
from designer.app.panels.code import content
from designer.app.panels.code.editor import colours
from designer.canvas.values.theme import DARK, LIGHT
from designer.codegen import GeneratedFile, generate
from designer.model.document import Document
from designer.model.edits import group, set_params
from templates import gallery


@pytest.fixture
def panel(window, qtbot):
    """The panel on MobileNetV2, its code written."""
    window.controller.replace_design(gallery()["mobilenet_v2"].document())
    window.docks.bring("code")
    made = window.workbench.panel("code")
    qtbot.waitUntil(lambda: bool(made.editor.toPlainText()))
    return made


def rest(qtbot, panel):
    qtbot.waitUntil(lambda: not panel.writer.busy)


def exported(window, **options):
    return generate(window.controller.analysis, **options).source


def set_param(window, node, name, value):
    id = window.controller.document.named(node).id
    catalog = window.controller.signatures
    window.controller.apply(
        "Set", lambda document: set_params(document, id, {name: value}, catalog=catalog)
    )


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_colour_of_code_can_be_read(theme):
    for ground in (theme.base, theme.hover):
        for colour in colours(theme).values():
            low, high = sorted((luminance(colour), luminance(ground)))
            assert (high + 0.05) / (low + 0.05) >= 4.5


def test_it_is_what_would_be_exported(window, panel):
    assert panel.editor.toPlainText() == exported(window).rstrip("\n")
    ast.parse(panel.editor.toPlainText())


def test_it_follows_every_edit_and_undo(window, panel, qtbot):
    before = panel.editor.toPlainText()
    set_param(window, "head", "filters", 640)
    qtbot.waitUntil(lambda: "640" in panel.editor.toPlainText())
    assert panel.editor.toPlainText() == exported(window).rstrip("\n")
    window.controller.undo()
    qtbot.waitUntil(lambda: panel.editor.toPlainText() == before)


def test_what_is_in_view_stays_in_view(window, panel, qtbot):
    bar = panel.editor.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    set_param(window, "head", "filters", 640)
    qtbot.waitUntil(lambda: "640" in panel.editor.toPlainText())
    assert bar.value() == place > 0


def test_an_error_is_said_and_the_last_code_stands_dimmed(window, panel, find, qtbot):
    before = panel.editor.toPlainText()
    set_param(window, "row2", "kernel_size", 0)
    qtbot.waitUntil(lambda: panel.editor.dimmed)
    said = find("why there is no code", panel).text()
    assert "kernel_size" in said
    assert panel.editor.toPlainText() == before
    assert not find("copy the code", panel).isEnabled()
    window.controller.undo()
    qtbot.waitUntil(lambda: not panel.editor.dimmed)
    assert not panel.fault.isVisible()


def test_a_function_in_a_branch_that_is_not_taken_is_no_code(
    window, panel, find, qtbot
):
    code = panel.editor.toPlainText()
    set_param(window, "head", "filters", '=8 if alpha < 9 else exec("1")')
    qtbot.waitUntil(lambda: "no function 'exec'" in panel.fault.text())
    assert find("why there is no code") is panel.fault
    assert panel.editor.toPlainText() == code
    assert not find("copy the code").isEnabled()


@pytest.mark.parametrize("line", ["import os", "exec('1')", "x = 1 if y else open"])
def test_code_that_the_export_refuses_is_not_shown(line, monkeypatch):
    file = GeneratedFile(f"import keras\n{line}\n", {})
    monkeypatch.setattr(content, "generate", lambda *_, **__: file)
    written = content.write(analyse(gallery()["mobilenet_v2"].document()), "fast")
    assert written.file is None
    assert "Line 2 of the generated file uses" in written.fault


def test_the_selected_nodes_lines_are_marked_and_in_view(window, panel):
    head = window.controller.document.named("head").id
    window.controller.select((head,))
    ((first, last),) = panel.editor.marks
    lines = panel.editor.toPlainText().split("\n")
    assert 'name="head"' in "\n".join(lines[first - 1 : last])
    top = panel.editor.verticalScrollBar().value()
    assert top < first <= top + panel.editor.verticalScrollBar().pageStep()
    window.controller.select(())
    assert not panel.editor.marks


def click(qtbot, editor, number):
    cursor = QTextCursor(editor.document().findBlockByNumber(number - 1))
    editor.verticalScrollBar().setValue(max(number - 5, 0))
    at = editor.cursorRect(cursor).center()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_what_is_selected_before_the_code_is_written_comes_into_view(window, qtbot):
    controller = window.controller
    controller.replace_design(gallery()["mobilenet_v2"].document())
    window.docks.bring("code")
    panel = window.workbench.panel("code")
    controller.select((controller.document.named("row7").id,))
    qtbot.waitUntil(lambda: bool(panel.editor.toPlainText()))
    line = panel.editor.toPlainText()[: panel.editor.toPlainText().index('"row7"')]
    block = panel.editor.document().findBlockByNumber(line.count("\n"))
    place = panel.editor.blockBoundingGeometry(block)
    place = place.translated(panel.editor.contentOffset())
    assert panel.editor.viewport().rect().contains(place.topLeft().toPoint())


def test_a_click_on_a_line_selects_its_node(window, panel, qtbot):
    lines = panel.editor.toPlainText().split("\n")
    number = next(n for n, line in enumerate(lines, 1) if 'name="head"' in line)
    click(qtbot, panel.editor, number)
    (id,) = window.controller.state.selection
    assert window.controller.document.nodes[id].name == "head"
    click(qtbot, panel.editor, 1)
    assert window.controller.state.selection == (id,)


def test_grouped_convolutions_are_a_choice(window, panel, find, qtbot):
    window.controller.replace_design(gallery()["shufflenet_v1"].document())
    qtbot.waitUntil(lambda: "class GroupedConv2D" in panel.editor.toPlainText())
    choice = find("grouped convolutions", panel)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "class GroupedConv2D" not in panel.editor.toPlainText())
    rest(qtbot, panel)
    expected = exported(window, grouped_conv="plain").rstrip("\n")
    assert panel.editor.toPlainText() == expected


def test_copying_takes_the_whole_file(window, panel, find, qtbot):
    qtbot.mouseClick(find("copy the code", panel), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == exported(window)


def test_while_it_is_written_only_the_last_design_waits(window, panel, qtbot):
    for filters in range(8, 400, 8):
        set_param(window, "head", "filters", filters)
    qtbot.waitUntil(lambda: "392" in panel.editor.toPlainText())
    rest(qtbot, panel)
    assert panel.editor.toPlainText() == exported(window).rstrip("\n")


def test_another_theme_colours_it_anew(window, panel):
    window.settings_store.keep(theme="dark")
    block = panel.editor.document().findBlockByNumber(2)
    while not block.layout().formats():
        block = block.next()
    formats = block.layout().formats()
    assert formats[0].format.foreground().color().name() in colours(DARK).values()


@pytest.fixture
def composite(network, node, qtbot):
    """A window whose stem and grouped convolution are one block of the design, and its code."""
    controller = network.controller

    def edit(document):
        ids = [node(network, "stem"), node(network, "grouped_conv")]
        made, id = group(document, ids, name="pair", catalog=controller.signatures)
        return made, (id,)

    controller.apply("Group", edit)
    network.docks.bring("code")
    panel = network.workbench.panel("code")
    qtbot.waitUntil(lambda: "def pair(" in panel.editor.toPlainText())
    return network


def marked(panel):
    lines = panel.editor.toPlainText().split("\n")
    return "\n".join(
        "\n".join(lines[first - 1 : last]) for first, last in panel.editor.marks
    )


def test_inside_a_block_its_lines_are_marked(composite):
    panel, controller = composite.workbench.panel("code"), composite.controller
    assert "pair(" in marked(panel)
    controller.enter(controller.state.selection[0])
    controller.select((controller.document.named("grouped_conv").id,))
    assert "_grouped_conv" in marked(panel)
    assert "_stem" not in marked(panel)


def test_a_click_on_a_line_of_a_block_goes_into_it_and_out_again(composite, qtbot):
    panel, controller = composite.workbench.panel("code"), composite.controller
    lines = panel.editor.toPlainText().split("\n")
    inner = next(n for n, line in enumerate(lines, 1) if "_grouped_conv_bn" in line)
    outer = next(n for n, line in enumerate(lines, 1) if "= pair(" in line)
    click(qtbot, panel.editor, inner)
    assert controller.state.inside
    (id,) = controller.state.selection
    assert controller.document.nodes[id].name == "grouped_conv"
    click(qtbot, panel.editor, outer)
    assert not controller.state.inside
    (id,) = controller.state.selection
    assert controller.document.nodes[id].block == "pair"


def test_a_block_that_is_looked_into_marks_the_node_that_it_is(window, panel):
    controller = window.controller
    row = controller.document.named("row2").id
    controller.enter(row)
    controller.select((next(iter(controller.document.nodes)),))
    assert '"row2"' in marked(panel)


def test_a_new_design_without_code_shows_none_of_the_last(window, panel, qtbot):
    window.files.begin(Document())
    assert panel.editor.toPlainText() == ""
    assert not panel.copy.isEnabled()
    qtbot.waitUntil(panel.fault.isVisible)  # an empty design cannot be exported
    rest(qtbot, panel)
    assert panel.editor.toPlainText() == ""
    window.controller.replace_design(gallery()["shufflenet_v1"].document())
    qtbot.waitUntil(lambda: bool(panel.editor.toPlainText()))
    assert not panel.fault.isVisible()
    rest(qtbot, panel)
    assert panel.editor.toPlainText() == exported(window).rstrip("\n")


def test_code_that_is_still_being_written_of_the_last_design_is_not_shown(
    window, panel, qtbot
):
    rest(qtbot, panel)
    set_param(window, "row1", "filters", 24)  # its code is being written
    window.files.begin(Document())
    qtbot.waitUntil(panel.fault.isVisible)
    rest(qtbot, panel)
    assert panel.editor.toPlainText() == ""


def test_an_error_in_the_same_design_keeps_its_code(window, panel, qtbot):
    before = panel.editor.toPlainText()
    for node in list(window.controller.document)[:1]:
        window.controller.select((node.id,))
    window.scene.delete_selected()
    qtbot.waitUntil(panel.fault.isVisible)
    assert panel.editor.dimmed
    assert panel.editor.toPlainText() == before
