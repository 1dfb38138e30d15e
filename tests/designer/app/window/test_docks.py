"""Docks: their arrangement, and that hidden panels are not updated."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollBar, QTabBar

from designer.app.panel import panels
from designer.app.session.settings import Settings
from designer.app.window.docks import ERROR_STAYS_MS, PERSPECTIVES
from designer.model.edits import set_params


def visible(window):
    return {id for id, dock in window.docks.items() if not dock.isHidden()}


@pytest.mark.parametrize("perspective", PERSPECTIVES)
def test_perspectives_open_what_they_say(window, perspective, qtbot):
    window.actions_by_id[f"panels_{perspective}"].trigger()
    wanted = PERSPECTIVES[perspective]
    assert visible(window) == {p.id for p in panels().values() if wanted.shows(p)}
    window.actions_by_id["panels_standard"].trigger()
    assert visible(window) == {id for id, panel in panels().items() if panel.shown}


def test_a_floating_panel_comes_back(window):
    window.docks["inspector"].setFloating(True)
    window.actions_by_id["panels_standard"].trigger()
    assert not window.docks["inspector"].isFloating()


def test_every_panel_can_be_opened_from_the_menu(window, qtbot):
    for id in panels():
        window.docks.bring(id)
        qtbot.waitUntil(lambda id=id: window.workbench.panel(id).isVisible())
    tabs = window.findChildren(
        QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    assert all(bar.accessibleName() for bar in tabs)


def test_a_panel_from_the_menu_is_unfolded(window, qtbot):
    assert window.docks.folded
    window.docks["layers"].toggleViewAction().trigger()
    assert not window.docks.folded
    qtbot.waitUntil(lambda: window.workbench.panel("layers").isVisible())


def test_a_panel_that_is_not_seen_is_told_nothing(window, qtbot, monkeypatch):
    told = []
    problems = window.workbench.panel("problems")
    monkeypatch.setattr(problems, "show_state", told.append)
    window.docks["problems"].close()
    window.controller.add_block("conv", (0, 0))
    assert told == []
    window.docks["problems"].show()
    qtbot.waitUntil(lambda: told == [window.controller.state])


def test_panels_that_were_never_seen_are_not_made(window):
    assert window.docks["charts"].isHidden()
    assert "matplotlib" not in type(window.docks["charts"].widget()).__module__
    assert type(window.docks["charts"].widget()).__name__ == "QWidget"


def test_nothing_is_cut_on_a_small_screen(make_window, qtbot):
    window = make_window(Settings(theme="light"))
    window.resize(1280, 720)
    window.actions_by_id["panels_small"].trigger()
    qtbot.waitUntil(lambda: window.width() == 1280)
    assert window.view.width() >= 640
    for id in ("palette", "inspector"):
        panel = window.workbench.panel(id)
        assert panel.width() >= panel.minimumSizeHint().width()
        for bar in panel.findChildren(QScrollBar):
            horizontal = bar.orientation() is Qt.Orientation.Horizontal
            assert not (horizontal and bar.isVisible())


def title_of(window, id):
    """The title bar of a panel, and a point on its text."""
    bar = window.docks[id].titleBarWidget()
    return bar, QPoint(24, bar.height() // 2)


def test_a_click_on_a_title_unfolds_the_panel_and_folds_it(window, qtbot):
    bar, at = title_of(window, "problems")
    assert window.docks.folded
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)
    assert not window.docks.folded
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)
    assert window.docks.folded


@pytest.fixture
def make_wrong(network, node):
    """Gives the grouped convolution a number of groups that does not divide its channels."""

    def make():
        catalog, id = network.controller.signatures, node(network, "grouped_conv")
        network.controller.apply(
            "Set groups",
            lambda document: set_params(document, id, {"groups": 3}, catalog=catalog),
        )

    return make


def test_the_problems_unfold_at_the_first_error_that_stays(network, make_wrong, qtbot):
    assert network.docks.folded
    make_wrong()
    qtbot.waitUntil(lambda: not network.docks.folded)
    assert network.view.hasFocus()


def test_a_number_that_is_wrong_while_it_is_typed_unfolds_nothing(
    network, find, node, qtbot, monkeypatch
):
    """16 filters are 1 at first, which 2 groups do not divide."""
    network.controller.select((node(network, "grouped_conv"),))
    field = find("filters", network)
    field.setFocus()
    field.selectAll()
    shown = []
    monkeypatch.setattr(network.docks, "fold", shown.append)
    qtbot.keyClick(field, Qt.Key.Key_1)
    assert network.controller.analysis.errors
    qtbot.keyClick(field, Qt.Key.Key_6)
    assert not network.controller.analysis.errors
    qtbot.wait(ERROR_STAYS_MS + 200)
    assert shown == []
    qtbot.keyClick(field, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: shown == [False])


def test_problems_that_were_folded_by_hand_stay_folded(network, make_wrong, qtbot):
    make_wrong()
    qtbot.waitUntil(lambda: not network.docks.folded)
    bar, at = title_of(network, "problems")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)
    assert network.docks.folded
    network.controller.undo()
    network.controller.redo()
    qtbot.wait(ERROR_STAYS_MS + 200)
    assert network.docks.folded


def test_a_panel_at_the_bottom_opens_with_room_for_some_rows(network, find, qtbot):
    network.docks.bring("layers")
    rows = find("layers")
    height = rows.sizeHintForRow(0)
    qtbot.waitUntil(lambda: rows.viewport().height() >= 4 * height)
