"""Another language while the window is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from designer.analysis.catalog import BLOCKS
from designer.app.rebuilding import latest
from designer.app.translation import speak_in
from designer.model.edits import set_params


@pytest.fixture
def speaking(network, qtbot, request):
    """Turns the settings of a window with a small network to a language, and gives the window that follows."""

    def spoken(language):
        window = latest(network)
        window.memory.keep(language=language)
        qtbot.waitUntil(lambda: latest(network) is not window)
        made = latest(network)
        widgets = request.node.qt_widgets  # the old window is gone
        widgets[:] = [kept for kept in widgets if kept[0]() is not window]
        qtbot.addWidget(made, before_close_func=_without_questions)
        qtbot.waitExposed(made)
        return made

    yield spoken
    speak_in(QApplication.instance(), "en")


def _without_questions(window):
    window._leaving = True


def menus(window):
    return [action.text() for action in window.menuBar().actions()]


def test_the_window_speaks_another_language_at_once(speaking):
    window = speaking("zh_CN")
    assert "&文件" in menus(window)
    assert window.windowTitle().endswith("Channelwise")
    window = speaking("en")
    assert "&File" in menus(window)


def test_the_design_its_history_and_the_view_stay(speaking, network, node, qtbot):
    controller = network.controller
    controller.select((node(network, "stem"),))
    network.view.zoom_to(0.5)
    steps = len(controller.document.nodes)
    window = speaking("zh_CN")
    assert window.controller is controller
    assert window.view.zoom == pytest.approx(0.5)
    assert controller.state.selection == (node(window, "stem"),)
    assert window.scene.selected_nodes() == controller.state.selection
    controller.undo()
    assert len(controller.document.nodes) == steps - 1
    assert len(window.scene.state.nodes) == steps - 1


def test_what_is_wrong_is_said_in_it(speaking, network, node, qtbot):
    id = node(network, "grouped_conv")
    network.controller.apply(
        "three groups",
        lambda document: set_params(document, id, {"groups": 3}, catalog=BLOCKS),
    )
    window = speaking("zh_CN")
    qtbot.keyClick(window.view, Qt.Key.Key_F8)
    assert "不能分成 3 组" in window.notice.sentence.text()
