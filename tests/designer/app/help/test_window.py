"""The help window under real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from designer.app.help import open_help
from designer.app.help.pages import GUIDE
from designer.app.help.window import HelpWindow
from designer.canvas.values.theme import DARK, LIGHT

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def help_of(qtbot):
    """Presses F1 in a window."""

    def press(window):
        qtbot.keyClick(window, Qt.Key.Key_F1)
        found = window.findChild(HelpWindow)
        qtbot.waitUntil(found.isActiveWindow)
        return found

    return press


def text(shown):
    return shown.browser.toPlainText()


def item(shown, title):
    (found,) = shown.contents.findItems(
        title, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    )
    return found


def click(qtbot, shown, title):
    found = item(shown, title)
    found.parent().setExpanded(True)
    shown.contents.scrollToItem(found)
    where = shown.contents.visualItemRect(found).center()
    qtbot.mouseClick(shown.contents.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_help_begins_at_the_beginning(network, help_of):
    network.controller.select(())
    shown = help_of(network)
    assert shown.address == "start.md"
    assert text(shown).startswith("Getting started")


def test_help_on_a_selected_block_is_its_page(network, node, help_of):
    network.controller.select((node(network, "stem"),))
    shown = help_of(network)
    assert shown.address == "block:stem"
    assert "The row 'stem' of this design" in text(shown)


def test_figures_and_picture_follow_the_row(network, node, help_of, qtbot):
    id = node(network, "stem")
    network.controller.select((id,))
    shown = help_of(network)
    params = f"{network.controller.analysis.nodes[id].cost.params:,}"
    assert params in text(shown)
    before = shown.picture_of("stem")
    network.controller.apply(
        "filters",
        lambda d: _with_filters(network, d, id),
    )
    changed = f"{network.controller.analysis.nodes[id].cost.params:,}"
    assert changed != params
    assert changed in text(shown)
    assert shown.picture_of("stem") != before


def _with_filters(window, document, id):
    from designer.model.edits import set_params

    changes = {"filters": 48}
    return set_params(document, id, changes, catalog=window.controller.signatures)


def test_pages_are_chosen_in_the_contents_and_gone_back_to(network, help_of, qtbot):
    network.controller.select(())
    shown = help_of(network)
    click(qtbot, shown, "The canvas")
    assert shown.address == "canvas.md"
    click(qtbot, shown, "Channel shuffle")
    assert text(shown).startswith("Channel shuffle")
    qtbot.keyClick(shown, Qt.Key.Key_Left, ALT)
    assert shown.address == "canvas.md"
    qtbot.keyClick(shown, Qt.Key.Key_Right, ALT)
    assert shown.address == "block:channel_shuffle"
    qtbot.keyClick(shown, Qt.Key.Key_Home, ALT)
    assert shown.address == "start.md"
    assert not shown.forward.isEnabled()


def test_the_arrow_keys_leaf_through_the_pages(network, help_of, qtbot):
    shown = help_of(network)
    before = shown.address
    shown.contents.setFocus()
    qtbot.waitUntil(shown.contents.hasFocus)
    qtbot.keyClick(shown.contents, Qt.Key.Key_Down)
    assert shown.address != before
    qtbot.keyClick(shown.contents, Qt.Key.Key_Up)
    assert shown.address == before


def test_a_link_leads_to_another_page(network, help_of, qtbot):
    network.controller.select(())
    shown = help_of(network)
    cursor = shown.browser.document().find("How costs are counted")
    shown.browser.setTextCursor(cursor)
    shown.browser.ensureCursorVisible()
    where = shown.browser.cursorRect(cursor).center()
    where.setX(where.x() - 20)
    qtbot.mouseClick(shown.browser.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown.address == "counting.md"


def test_typing_leaves_the_pages_that_fit(network, help_of, qtbot):
    shown = help_of(network)
    qtbot.keyClicks(shown.search, "channel shuffle")
    qtbot.waitUntil(lambda: item(shown, "The canvas").isHidden())
    assert not item(shown, "Channel shuffle").isHidden()
    qtbot.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.address == "block:channel_shuffle"
    shown.search.clear()
    qtbot.waitUntil(lambda: not item(shown, "The canvas").isHidden())


def test_every_page_is_shown_with_its_pictures(network, help_of):
    shown = help_of(network)
    for address in (*GUIDE, "block:squeeze_excite", "block:Conv2D"):
        shown.open_page(address)
        assert shown.address == address
        assert text(shown)


def test_pictures_are_drawn_and_nothing_is_fetched(network):
    browser = open_help(network.workbench, "blocks.md").browser
    kind = QTextDocument.ResourceType.ImageResource.value
    for id in ("channel_shuffle", "add", "image_input"):
        assert not browser.loadResource(kind, QUrl(f"channels:{id}")).isNull()
    for address in ("channels:no_such", "https://example.org/x.png"):
        assert browser.loadResource(kind, QUrl(address)).isNull()


def test_a_page_that_there_is_not_is_the_start(network):
    assert open_help(network.workbench, "no_such.md").address == "start.md"


def test_there_is_one_help_for_a_window(network):
    assert open_help(network.workbench, "about.md") is open_help(
        network.workbench, "counting.md"
    )


def test_the_help_wears_the_theme(network):
    shown = open_help(network.workbench, "block:channel_shuffle")
    for choice, theme in (("dark", DARK), ("light", LIGHT)):
        network.settings_store.keep(theme=choice)
        QApplication.processEvents()
        ground = shown.browser.grab().toImage().pixelColor(4, 4).name()
        assert ground == theme.base


def test_the_commands_of_the_help(network):
    network.actions_by_id["about"].trigger()
    shown = network.findChild(HelpWindow)
    assert shown.address == "about.md"
    assert "Version" in text(shown)
