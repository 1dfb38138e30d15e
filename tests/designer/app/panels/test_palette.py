"""The palette: collapsible headings, stars, recent blocks, the design's own blocks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from designer.app.block_choice.sections import BlockSources
from designer.app.session.settings import Settings
from designer.model.document import Definition, Document, Edge, Node

LEFT = Qt.MouseButton.LeftButton
BODY = Document(
    nodes={
        "a": Node("a", "block_input", "x"),
        "b": Node("b", "stem", "stem"),
        "c": Node("c", "block_output", "y"),
    },
    edges=(Edge("a", "b"), Edge("b", "c")),
)


@pytest.fixture
def tree(window):
    return window.workbench.panel("palette").tree


def heads(tree):
    """The headings, each with what is under it as far as it is unfolded."""
    found = {}
    for top in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(top)
        under = [head.child(i).text(0) for i in range(head.childCount())]
        found[head.text(0)] = under if head.isExpanded() else len(under)
    return found


def item(tree, *path):
    found = tree.invisibleRootItem()
    for text in path:
        found = next(
            found.child(place)
            for place in range(found.childCount())
            if found.child(place).text(0) == text
        )
    return found


def click(qtbot, tree, item, column=0):
    tree.scrollToItem(item)
    box = tree.visualItemRect(item)
    x = tree.columnViewportPosition(column) + tree.columnWidth(column) // 2
    at = QPoint(x, box.center().y())
    qtbot.mouseClick(tree.viewport(), LEFT, pos=at)


def test_single_layers_are_last_and_folded(tree):
    assert list(heads(tree))[-1] == "Layers"
    assert heads(tree)["Layers"] > 30


def test_a_heading_folds_with_a_click_and_stays_so(window, tree, qtbot, make_window):
    assert "Max pooling" in heads(tree)["Pooling"]
    click(qtbot, tree, item(tree, "Pooling"))
    assert heads(tree)["Pooling"] == 3
    again = make_window(window.settings_store.settings)
    assert heads(again.workbench.panel("palette").tree)["Pooling"] == 3
    tree.setCurrentItem(item(tree, "Pooling"))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert "Max pooling" in heads(tree)["Pooling"]


def test_a_star_brings_a_block_to_the_top(window, tree, qtbot):
    click(qtbot, tree, item(tree, "Convolution", "Stem"), column=1)
    assert next(iter(heads(tree).items())) == ("Favourites", ["Stem"])
    assert not window.controller.document.nodes  # a star is not a choice
    tree.setCurrentItem(item(tree, "Pooling", "Max pooling"))
    qtbot.keyClick(tree, Qt.Key.Key_Asterisk)
    assert heads(tree)["Favourites"] == ["Stem", "Max pooling"]
    click(qtbot, tree, item(tree, "Favourites", "Stem"), column=1)
    assert heads(tree)["Favourites"] == ["Max pooling"]


def test_what_was_placed_last_is_at_hand(window, tree, qtbot, drop, find):
    drop(window, "Image", (0, 0))
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    qtbot.keyClicks(find("search blocks"), "stem")
    qtbot.keyClick(find("search blocks"), Qt.Key.Key_Return)
    assert heads(tree)["Recent"] == ["Stem", "Image"]


def test_ctrl_enter_in_the_popup_goes_on_placing(window, qtbot, find):
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    line = find("search blocks")
    qtbot.keyClicks(line, "image")
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.popup.isVisible()
    qtbot.keyClicks(line, "stem")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not window.popup.isVisible()
    assert [n.block for n in window.controller.document] == ["image_input", "stem"]


def test_the_popup_says_when_nothing_fits(window, qtbot, find):
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    qtbot.keyClicks(find("search blocks"), "zzz")
    assert find("blocks found").item(0).text().endswith("“zzz”")
    qtbot.keyClick(find("search blocks"), Qt.Key.Key_Return)
    assert not window.controller.document.nodes


def test_the_designs_own_blocks_have_a_heading(window, tree):
    design = Document(
        nodes={"n1": Node("n1", "unit", "unit")},
        definitions={"unit": Definition("Unit", BODY)},
    )
    window.controller.replace_design(design)
    assert heads(tree)["In this design"] == ["Unit"]
    assert "Ports" not in heads(tree)
    window.controller.enter("n1")
    assert heads(tree)["Ports"] == ["Block's input", "Block's output"]
    window.controller.leave()
    window.controller.replace_design(Document())
    assert "In this design" not in heads(tree)


def test_the_designs_block_stands_for_the_librarys():
    theirs, own = object(), object()
    sources = BlockSources({"stem": theirs}, {"stem": own}, {})
    (entry,) = sources.entries().values()
    assert entry.block is own
    assert entry.kind == "design"


def test_a_starred_block_that_is_gone_is_no_trouble(make_window):
    window = make_window(
        replace(Settings(theme="light"), favourites=("gone",), recent_blocks=("gone",))
    )
    assert next(iter(heads(window.workbench.panel("palette").tree))) == "Input"
