"""The window's panels together: palette, canvas, problems, totals, menus, themes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget

from designer.app.session.settings import Settings
from designer.canvas.values.theme import DARK, LIGHT

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def blocks(window):
    return [node.block for node in window.controller.document]


# The palette


def test_the_palette_finds_and_adds(window, find, qtbot):
    search = find("palette search", window)
    qtbot.keyClicks(search, "image")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert blocks(window) == ["image_input"]
    search.setFocus()
    search.selectAll()
    qtbot.keyClicks(search, "invert")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    tree = find("blocks", window)
    assert tree.hasFocus()
    assert tree.currentItem().text(0) == "Inverted residual"
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert blocks(window) == ["image_input", "inverted_residual"]
    assert len(window.controller.document.edges) == 1
    assert window.view.hasFocus()


def test_the_palette_says_when_nothing_fits(window, find, qtbot):
    search = find("palette search", window)
    qtbot.keyClicks(search, "zzz")
    tree = find("blocks", window)
    assert tree.topLevelItem(0).text(0) == "No block fits “zzz”"
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert not window.controller.document.nodes
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert tree.topLevelItemCount() > 5


def test_every_block_has_a_name_a_tooltip_and_a_place(window, find):
    tree = find("blocks", window)
    found = set()
    for top in range(tree.topLevelItemCount()):
        section = tree.topLevelItem(top)
        for place in range(section.childCount()):
            item = section.child(place)
            block = window.controller.blocks[item.data(0, Qt.ItemDataRole.UserRole)]
            assert block.id not in ("block_input", "block_output")  # inside a block
            name = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
            assert name == f"block: {block.title}"
            assert block.summary.replace("`", "") in item.toolTip(0)
            found.add(block.id)
    assert found == set(window.controller.blocks) - {"block_input", "block_output"}


def test_a_drop_adds_where_it_falls_and_into_a_wire(window, drop):
    drop(window, "Image", (0, -200))
    drop(window, "Classifier", (0, 200))
    assert blocks(window) == ["image_input", "classifier"]
    window.binding.wires.connect_ports("n1", "", "n2", "")
    bounds = window.scene.bounds_of(("n1",))
    below = window.scene.bounds_of(("n2",))
    drop(window, "Stem", (0, (bounds.bottom() + below.top()) / 2))
    edges = window.controller.document.edges
    assert {(e.source, e.target) for e in edges} == {("n1", "n3"), ("n3", "n2")}
    assert window.controller.state.undo_label == "Add Stem"


# The canvas's requests


def test_the_judge_shows_the_shape_or_the_reason(network, node):
    stem, grouped = node(network, "stem"), node(network, "grouped_conv")
    image = node(network, "image_input")
    assert network.binding.wires.judge(stem, "", grouped, "").ok is False  # it is there
    back = network.binding.wires.judge(grouped, "", stem, "")
    assert not back.ok
    assert "cycle" in back.text
    verdict = network.binding.wires.judge(image, "", grouped, "")
    assert verdict.ok
    assert verdict.doubtful
    assert verdict.text.startswith("224×224×3: ")
    assert "3 input channels do not divide into 2 groups" in verdict.text


def test_delete_heals_and_is_one_step(network, qtbot, node):
    network.controller.select((node(network, "stem"),))
    qtbot.keyClick(network.view, Qt.Key.Key_Delete)
    assert blocks(network) == ["image_input", "grouped_conv"]
    assert len(network.controller.document.edges) == 1
    assert network.controller.state.undo_label == "Delete stem"
    network.controller.undo()
    assert len(network.controller.document.edges) == 2


def test_a_refused_request_puts_the_picture_right(network, node, find):
    image, grouped = node(network, "image_input"), node(network, "grouped_conv")
    network.binding.wires.connect_ports(grouped, "", image, "")
    assert "no input" in find("message", network).text()


def test_copy_cut_paste_duplicate_by_keys(network, qtbot, node):
    network.controller.select((node(network, "stem"), node(network, "grouped_conv")))
    qtbot.keyClick(network.view, Qt.Key.Key_C, CTRL)
    assert "grouped_conv" in QGuiApplication.clipboard().text()
    qtbot.keyClick(network.view, Qt.Key.Key_V, CTRL)
    assert blocks(network)[3:] == ["stem", "grouped_conv"]
    assert len(network.controller.document.edges) == 3
    qtbot.keyClick(network.view, Qt.Key.Key_D, CTRL)
    assert len(network.controller.document.nodes) == 7
    qtbot.keyClick(network.view, Qt.Key.Key_X, CTRL)
    assert len(network.controller.document.nodes) == 5
    qtbot.keyClick(network.view, Qt.Key.Key_A, CTRL)
    assert len(network.controller.state.selection) == 5


def test_undo_and_redo_are_named_in_the_menu(network, qtbot):
    undo, redo = network.actions_by_id["undo"], network.actions_by_id["redo"]
    assert undo.text() == "Undo add Grouped convolution"
    assert not redo.isEnabled()
    qtbot.keyClick(network.view, Qt.Key.Key_Z, CTRL)
    assert redo.text() == "Redo add Grouped convolution"
    qtbot.keyClick(network.view, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.keyClick(network.view, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(network.view, Qt.Key.Key_Y, CTRL)
    assert len(network.controller.document.nodes) == 3


def test_arrange_is_one_step(network, qtbot, node):
    stem = node(network, "stem")
    network.binding.placing.move({stem: (900.0, -300.0)})
    qtbot.keyClick(network.view, Qt.Key.Key_L, CTRL)
    assert network.controller.state.undo_label == "Arrange"
    assert network.controller.document.nodes[stem].at != (900.0, -300.0)
    network.controller.undo()
    assert network.controller.document.nodes[stem].at == (900.0, -300.0)


# The search popup


def test_tab_searches_and_places(window, find, qtbot):
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    line = find("search blocks")
    qtbot.keyClicks(line, "image")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert blocks(window) == ["image_input"]
    window.actions_by_id["add"].trigger()
    assert find("blocks found").item(0).text() == "Image"  # recent first
    qtbot.keyClick(find("search blocks"), Qt.Key.Key_Escape)
    assert not window.popup.isVisible()


def test_a_wire_let_go_finds_what_can_take_it(network, find, qtbot, node):
    from designer.canvas.values.scene_state import PortRef

    port = PortRef(node(network, "stem"), "output")
    network.scene.search_requested.emit(QPointF(600, 600), port)
    line, found = find("search blocks"), find("blocks found")
    titles = [found.item(row).text() for row in range(found.count())]
    assert "Image" not in titles
    qtbot.keyClicks(line, "max")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    edge = network.controller.document.edges[-1]
    assert edge.source == node(network, "stem")
    assert network.controller.document.nodes[edge.target].block == "max_pool"


# Problems and totals


def test_a_problem_jumps_to_its_field(network, find, qtbot, node):
    grouped = node(network, "grouped_conv")
    network.controller.select((grouped,))
    field = find("groups", network)
    field.selectAll()
    qtbot.keyClicks(field, "3")
    network.controller.select(())
    assert find("Problems summary", network).text() == "1 error"
    qtbot.mouseClick(find("fold Problems", network), Qt.MouseButton.LeftButton)
    problems = find("problems", network)
    assert "do not divide into 3 groups" in problems.item(0).text()
    place = problems.visualItemRect(problems.item(0)).center()
    qtbot.mouseClick(problems.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert network.controller.state.selection == (grouped,)
    assert find("groups", network).hasFocus()
    qtbot.keyClick(network, Qt.Key.Key_F8)
    assert "do not divide" in find("message", network).text()


def test_totals_say_what_they_count_and_what_changed(network, find, node, tmp_path):
    params = find("total: Parameters", network)
    # stem: 3x3x3x32 and 4x32; grouped: 3x3x16x32 and 4x32
    assert params.text() == f"{864 + 128 + 4608 + 128:,}"
    assert "trainable or not" in params.toolTip()
    network.controller.save(tmp_path / "x.design.json")
    network.controller.select((node(network, "grouped_conv"),))
    network.actions_by_id["duplicate"].trigger()
    network.controller.undo()
    network.controller.select((node(network, "grouped_conv"),))
    network.actions_by_id["delete"].trigger()
    assert find("change: Parameters", network).text() == "−4.74 k"
    network.controller.undo()
    assert params.toolTip().count("since it was saved") == 0


def test_what_is_not_counted_is_said(window, find, qtbot):
    window.controller.add_block("image_input", (0, 0))
    window.controller.add_block("grouped_conv", (0, 0))  # 3 channels in 2 groups
    note = find("not counted", window)
    assert note.text() == "1 node not counted"
    window.controller.select(())
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    assert window.controller.state.selection == ("n2",)


# Menus and themes


def entry(menu, text):
    return next(a for a in menu.actions() if a.text().startswith(text))


def test_templates_open_from_the_menu(window, find):
    bar = window.menuBar()
    menu = entry(bar, "&Templates").menu()
    mobilenet = entry(menu, "MobileNet").menu()
    action = entry(mobilenet, "MobileNet v2")
    assert action.text() == "MobileNet v2\t3.54 M params, 300.8 M MACs as published"
    action.trigger()
    assert find("total: Parameters", window).text() == "3,538,984"
    assert not window.isWindowModified()
    assert window.view.zoom < 1  # fitted
    shufflenet = entry(entry(bar, "&Templates").menu(), "ShuffleNet").menu()
    entry(shufflenet, "ShuffleNet v1, groups 8").trigger()
    assert window.controller.document.variables["groups"].value == 8


@pytest.mark.parametrize(("text", "theme"), [("Dark", DARK), ("Light", LIGHT)])
def test_themes_change_everything_and_are_remembered(window, text, theme):
    view = entry(window.menuBar(), "&View").menu()
    entry(entry(view, "Theme").menu(), text).trigger()
    assert window.palette().window().color().name() == theme.window
    assert window.scene.theme is theme
    assert theme.window in QApplication.instance().styleSheet()
    assert window.settings_store.settings.theme == theme.name


def test_panels_close_and_come_back(window, find, qtbot):
    qtbot.mouseClick(find("close Blocks", window), Qt.MouseButton.LeftButton)
    assert not window.docks["palette"].isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL | SHIFT)
    qtbot.waitUntil(find("palette search", window).hasFocus)


def test_the_window_comes_back_as_it_was(make_window):
    window = make_window()
    window.docks["inspector"].close()
    window.docks.fold(False)
    window.close()
    again = make_window(window.settings_store.settings)
    assert not again.docks["inspector"].isVisible()
    assert not again.docks.folded


def test_the_context_menu_is_about_what_is_under_it(network, node):
    stem = node(network, "stem")
    network.controller.select((stem,))
    for target, holds, holds_not in (
        (stem, "Duplicate", "Paste"),
        (None, "Add a block…", "Duplicate"),
    ):
        network.scene.context_requested.emit(QPointF(), QPoint(10, 10), target)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions()]
        assert holds in texts
        assert holds_not not in texts
        menu.close()


def test_enter_goes_into_the_parameters(network, find, node, qtbot):
    network.controller.select((node(network, "stem"),))
    qtbot.keyClick(network.view, Qt.Key.Key_Return)
    qtbot.waitUntil(find("filters", network).hasFocus)


# Whole


def test_everything_that_takes_the_focus_has_a_name(network, node):
    for selection in (
        (),
        (node(network, "stem"),),
        tuple(network.controller.document.nodes),
    ):
        network.controller.select(selection)
        for widget in network.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and not _inside(widget):
                assert widget.accessibleName(), (widget, widget.parent())


def _inside(widget):
    """Qt's own parts of a widget: the buttons of a line, the list of a box."""
    parent = widget.parent()
    return (
        isinstance(parent, QAbstractScrollArea)
        or widget.objectName().startswith("qt_")
        or "Combo" in type(widget).__name__
    )


def test_no_widget_ever_stands_alone(network, node):
    """A widget shown before it has a parent flashes as a window of its own."""
    for id in (*network.controller.document.nodes, None):
        network.controller.select((id,) if id else ())
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        assert shown == [network]


def test_a_small_screen_shows_every_total(make_window, find):
    window = make_window(Settings(theme="light"))
    window.resize(1280, 720)
    window.controller.add_block("image_input", (0, 0))
    last = find("total: Size", window)
    assert last.geometry().right() < window.totals.width() <= 1280
