"""The panel of templates: searched, compared, opened."""

import pytest
from PySide6.QtCore import Qt

from templates import gallery


@pytest.fixture
def panel(window):
    window.docks.bring("templates")
    return window.workbench.panel("templates")


def titles(panel):
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_all_are_there(panel):
    assert titles(panel) == [template.title for template in gallery().values()]


def test_a_search_and_enter_begin_from_one(window, panel, qtbot):
    qtbot.keyClicks(panel.search, "shufflenet v2")
    assert titles(panel)[0] == "ShuffleNet v2"
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert window.controller.document.name.startswith("shufflenet_v2")


def test_a_double_click_begins_from_one(window, panel, qtbot):
    item = panel.list.item(titles(panel).index("MobileNet v2"))
    panel.list.scrollToItem(item)
    at = panel.list.visualItemRect(item).center()
    viewport = panel.list.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert window.controller.document.named("row7")


def test_up_and_down_go_through_the_list(panel, qtbot):
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.list.currentRow() == 1
    qtbot.keyClick(panel.search, Qt.Key.Key_Up)
    assert panel.list.currentRow() == 0


def test_the_gallery_is_a_click_away(window, panel, qtbot):
    qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert window.gallery.dialog.isVisible()
