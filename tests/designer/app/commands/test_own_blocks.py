"""The user's own blocks by the palette's menu: kept, used in another design, renamed, removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from designer.model.block_files import block_of, list_blocks, save_block
from designer.model.document import Definition, Document, Edge, Node

LEFT = Qt.MouseButton.LeftButton


def unit(inner="stem"):
    body = Document(
        nodes={
            "a": Node("a", "block_input", "x"),
            "b": Node("b", inner, "inner"),
            "c": Node("c", "block_output", "y"),
        },
        edges=(Edge("a", "b"), Edge("b", "c")),
    )
    return Definition("Unit", body)


def design(inner="stem"):
    return Document(
        nodes={"n1": Node("n1", "unit", "first")}, definitions={"unit": unit(inner)}
    )


def section(window, title):
    tree = window.workbench.panel("palette").tree
    for place in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(place)
        if head.text(0) == title:
            return [head.child(i).text(0) for i in range(head.childCount())]
    return []


@pytest.fixture
def choose(qtbot):
    """Right-clicks a block of the palette and takes an entry of the menu."""

    def chosen(window, heading, block, entry):
        tree = window.workbench.panel("palette").tree
        head = next(
            tree.topLevelItem(place)
            for place in range(tree.topLevelItemCount())
            if tree.topLevelItem(place).text(0) == heading
        )
        item = next(
            head.child(place)
            for place in range(head.childCount())
            if head.child(place).text(0) == block
        )
        tree.scrollToItem(item)
        tree.customContextMenuRequested.emit(tree.visualItemRect(item).center())
        menu = QApplication.activePopupWidget()
        action = next(a for a in menu.actions() if a.text() == entry)
        qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())

    return chosen


@pytest.fixture
def kept(window, choose):
    """A window with a block of the user's own, on an empty design."""
    window.controller.replace_design(design())
    choose(window, "In this design", "Unit", "Save to my blocks")
    window.controller.replace_design(Document())
    return window


def test_a_block_is_kept_and_used_in_another_design(kept, qtbot, find, tmp_path):
    assert [file.content.block for file in list_blocks(tmp_path / "blocks")] == ["unit"]
    assert section(kept, "My blocks") == ["Unit"]
    search = find("palette search", kept)
    search.setFocus()
    qtbot.keyClicks(search, "unit")
    found = find("blocks", kept)
    assert found.topLevelItem(0).text(0) == "Unit"
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert kept.controller.document.definitions == {"unit": unit()}
    kept.controller.undo()
    assert not kept.controller.document.definitions


def test_a_kept_block_is_dropped_into_a_design(kept, drop):
    drop(kept, "Unit", (0, 0))
    (node,) = kept.controller.document
    assert node.block == "unit"
    assert "unit" in kept.controller.document.definitions


def test_a_kept_block_is_in_the_popup(kept, qtbot, find):
    qtbot.keyClick(kept.view, Qt.Key.Key_Tab)
    qtbot.keyClicks(find("search blocks"), "unit")
    assert find("blocks found").item(0).text() == "Unit"
    qtbot.keyClick(find("search blocks"), Qt.Key.Key_Return)
    assert "unit" in kept.controller.document.definitions


def test_another_of_the_same_name_asks(kept, choose, find, tmp_path):
    kept.controller.replace_design(design("conv_bn"))
    choose(kept, "In this design", "Unit", "Save to my blocks")
    box = find("replace my block")
    next(b for b in box.buttons() if b.text() == "Replace").click()
    (file,) = list_blocks(tmp_path / "blocks")
    assert file.content.definition == unit("conv_bn")


@pytest.mark.parametrize("of", ["another window", "a newer version"])
def test_what_was_saved_meanwhile_is_not_replaced_unasked(
    kept, choose, find, tmp_path, of
):
    kept.controller.replace_design(design())
    file = tmp_path / "blocks" / "unit.block.json"
    if of == "another window":
        save_block(block_of(design("conv_bn"), "unit"), file.parent)
    else:
        file.write_text(file.read_text().replace('"version": 1', '"version": 9'))
    before = file.read_text()
    choose(kept, "In this design", "Unit", "Save to my blocks")
    box = find("replace my block")
    next(b for b in box.buttons() if "Cancel" in b.text()).click()
    assert file.read_text() == before


def test_a_kept_block_is_forgotten(kept, choose, tmp_path):
    choose(kept, "My blocks", "Unit", "Remove from my blocks")
    assert section(kept, "My blocks") == []
    assert list_blocks(tmp_path / "blocks") == ()


def test_a_folder_that_cannot_be_written_is_said(window, choose, find, tmp_path):
    (tmp_path / "blocks").write_text("a file, not a folder")
    window.controller.replace_design(design())
    choose(window, "In this design", "Unit", "Save to my blocks")
    assert "not saved" in find("message", window).text()


def test_look_inside_from_the_palette(window, choose, find):
    window.controller.replace_design(design())
    choose(window, "In this design", "Unit", "Look inside")
    assert window.controller.state.inside
    window.controller.replace_design(Document(definitions={"unit": unit()}))
    choose(window, "In this design", "Unit", "Look inside")
    assert "not used here" in find("message", window).text()


def test_a_block_is_renamed_wherever_it_is_used(window, choose, find, qtbot):
    window.controller.replace_design(design())
    choose(window, "In this design", "Unit", "Rename…")
    dialog = find("rename the block")
    title = find("block title", dialog)
    title.selectAll()
    qtbot.keyClicks(title, "Stem")
    assert "is free" in find("what is wrong", dialog).text()
    title.selectAll()
    qtbot.keyClicks(title, "Better unit")
    assert find("block name", dialog).text() == "better_unit"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert section(window, "In this design") == ["Better unit"]
    assert window.controller.document.nodes["n1"].block == "better_unit"


def test_only_a_block_that_is_not_used_is_removed(window, choose, find):
    window.controller.replace_design(design())
    choose(window, "In this design", "Unit", "Remove from the design")
    assert "is used in the design" in find("message", window).text()
    window.controller.replace_design(Document(definitions={"unit": unit()}))
    choose(window, "In this design", "Unit", "Remove from the design")
    assert section(window, "In this design") == []


def test_a_selected_use_says_which_block(window, find):
    window.controller.replace_design(design())
    assert not window.actions_by_id["keep_block"].isEnabled()
    window.controller.select(("n1",))
    window.actions_by_id["keep_block"].trigger()
    assert "Saved to" in find("message", window).text()
    window.actions_by_id["rename_block"].trigger()
    assert find("rename the block").fields.texts() == ("unit", "Unit")
