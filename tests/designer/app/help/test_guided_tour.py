"""The guided tour, completed with keys and mouse in the real window."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QPushButton

from designer.app.help.guided_tour.steps import END, STEPS
from designer.app.help.guided_tour.tour import GuidedTour

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tour(window):
    window.actions_by_id["guided_tour"].trigger()
    return window.findChild(GuidedTour)


@pytest.fixture
def search(window, qtbot, find):
    def searched(text):
        window.view.setFocus()
        qtbot.keyClick(window.view, Qt.Key.Key_Tab)
        qtbot.keyClicks(find("search blocks"), text)
        qtbot.keyClick(find("search blocks"), Qt.Key.Key_Return)

    return searched


@pytest.fixture
def type_into(window, qtbot, find):
    def typed(parameter, text):
        qtbot.waitUntil(lambda: len(window.controller.state.selection) == 1)
        field = find(parameter, window)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)

    return typed


def test_from_the_first_step_to_the_last(window, tour, search, type_into, find, qtbot):
    def at(place):
        qtbot.waitUntil(lambda: tour.step is STEPS[place])
        assert tour.bubble.isVisible()
        assert window.rect().contains(tour.bubble.geometry())

    at(0)
    search("image")
    at(1)
    search("stem")
    at(2)
    assert "24" in find("what to do", window).text()
    type_into("filters", "24")
    at(3)
    search("shufflenet unit")
    at(4)
    assert window.controller.analysis.errors
    type_into("filters", "24")
    at(5)
    type_into("groups", "5")
    at(6)
    inspector = window.workbench.panel("inspector")

    def repairs():
        return [
            button
            for button in inspector.findChildren(QPushButton)
            if button.property("repair") and button.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(repairs()))
    repairs()[0].click()
    at(7)
    unit = next(n for n in window.controller.document if n.block == "shufflenet_unit")
    window.view.reveal(unit.id)
    title = window.scene.bounds_of((unit.id,)).topLeft() + QPointF(80, 20)
    place = window.view.mapFromScene(title)
    qtbot.mouseDClick(window.view.viewport(), LEFT, pos=place)
    at(8)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: tour.step is END)
    find("Close", tour.bubble).click()
    assert window.findChild(GuidedTour) is None
    assert not window.controller.analysis.errors


def test_it_can_be_left_at_any_moment_and_begun_again(window, tour, find, qtbot):
    bubble = tour.bubble
    find("Leave the tour", bubble).click()
    assert window.findChild(GuidedTour) is None
    window.actions_by_id["guided_tour"].trigger()
    assert window.findChild(GuidedTour).step is STEPS[0]
    window.findChild(GuidedTour).leave()


def test_another_design_ends_it(window, tour):
    window.workbench.open_template("mobilenet_v2", {})
    assert window.findChild(GuidedTour) is None
    assert window.controller.document.named("row2")


def test_what_is_unsaved_is_asked_about_first(network, find, qtbot):
    network.actions_by_id["guided_tour"].trigger()
    assert network.findChild(GuidedTour) is None
    box = find("unsaved changes")
    next(b for b in box.buttons() if b.text() == "Discard").click()
    assert network.findChild(GuidedTour) is not None
    assert not network.controller.document.nodes
    network.findChild(GuidedTour).leave()


def test_steps_done_already_are_passed(window, tour, search):
    window.controller.add_block("image_input", (0, 0))
    search("stem")
    assert tour.step is STEPS[2]


def test_the_frame_follows_the_window(window, tour, qtbot):
    before = tour.spot.geometry()
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: tour.spot.geometry() != before)
    assert window.rect().contains(tour.bubble.geometry())
