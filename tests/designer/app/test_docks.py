"""Panels: where they are, and what those that nobody sees are spared."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QTabBar

from designer.app.docks import PERSPECTIVES
from designer.app.panels import panels
from designer.app.settings import Settings


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
        qtbot.waitUntil(lambda id=id: window.panel(id).isVisible())
    tabs = window.findChildren(
        QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    assert all(bar.accessibleName() for bar in tabs)


def test_a_panel_from_the_menu_is_unfolded(window, qtbot):
    assert window.docks.folded
    window.docks["layers"].toggleViewAction().trigger()
    assert not window.docks.folded
    qtbot.waitUntil(lambda: window.panel("layers").isVisible())


def test_a_panel_that_is_not_seen_is_told_nothing(window, qtbot, monkeypatch):
    told = []
    problems = window.panel("problems")
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
        panel = window.panel(id)
        assert panel.width() >= panel.minimumSizeHint().width()
        for bar in panel.findChildren(QScrollBar):
            horizontal = bar.orientation() is Qt.Orientation.Horizontal
            assert not (horizontal and bar.isVisible())
