"""Changing the language while the window is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from designer.analysis.catalog import BLOCKS
from designer.app.dialogs.export.dialog import ExportDialog
from designer.app.startup.window_in_another_language import CurrentWindow
from designer.app.text.languages import speak_in
from designer.app.text.translation import tr
from designer.model.edits import set_params

CTRL = Qt.KeyboardModifier.ControlModifier


def _without_questions(window):
    window._leaving = True


def menus(window):
    return [action.text() for action in window.menuBar().actions()]


@pytest.fixture
def shown(network):
    made = CurrentWindow(network, QApplication.instance())
    yield made
    made.deleteLater()


@pytest.fixture
def follow(shown, qtbot, request):
    """Gives the window that follows, once it is there."""

    def followed(window):
        qtbot.waitUntil(lambda: shown.window is not window)
        made = shown.window
        widgets = request.node.qt_widgets  # the old window is gone
        widgets[:] = [kept for kept in widgets if kept[0]() is not window]
        qtbot.addWidget(made, before_close_func=_without_questions)
        qtbot.waitExposed(made)
        return made

    yield followed
    speak_in(QApplication.instance(), "en")


@pytest.fixture
def speaking(shown, follow):
    """Turns the settings of a window with a small network to a language, and gives the window that follows."""

    def spoken(language):
        window = shown.window
        window.settings_store.keep(language=language)
        return follow(window)

    return spoken


def test_arrows_on_the_language_leave_the_settings_open(
    network, shown, find, follow, qtbot
):
    qtbot.keyClick(network, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page, box = find("settings"), find("Language")
    box.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(box, key)
        qtbot.wait(20)
        assert box.isVisible()
        assert page.isVisible()
        assert shown.window is network
    assert box.currentText() == "简体中文"
    network.settings_store.keep(theme="dark")  # another setting does not reset it
    assert box.currentText() == "简体中文"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    window = follow(network)
    assert "&文件" in menus(window)
    assert window.view.hasFocus()
    assert QApplication.activePopupWidget() is None


def test_the_start_page_stays_and_no_list_opens_over_it(network, speaking, qtbot):
    network.start_page.open()
    assert (
        QApplication.activePopupWidget() is None
    )  # of the canvas, which had the focus
    window = speaking("zh_CN")
    assert window.start_page.isVisible()
    assert not window.view.isVisible()
    assert window.start_page.isAncestorOf(window.focusWidget())
    assert QApplication.activePopupWidget() is None
    for way in (window.workbench.centre(), window.workbench.where()):
        window.scene.search_requested.emit(way, None)
        assert QApplication.activePopupWidget() is None
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.start_page.isAncestorOf(window.focusWidget())
    window.actions_by_id["add"].trigger()  # from the menu or the tool bar
    assert window.view.isVisible()
    assert QApplication.activePopupWidget() is window.popup
    window.popup.hide()


def test_the_window_speaks_another_language_at_once(speaking):
    window = speaking("zh_CN")
    assert "&文件" in menus(window)
    assert window.windowTitle().endswith("Channelwise")
    window = speaking("en")
    assert "&File" in menus(window)


def test_the_design_its_history_and_the_view_stay(speaking, network, node, find, qtbot):
    controller = network.controller
    controller.select((node(network, "stem"),))
    network.view.zoom_to(0.5)
    steps = len(controller.document.nodes)
    window = speaking("zh_CN")
    assert window.controller is controller
    assert window.view.zoom == pytest.approx(0.5)
    assert find(tr("zoom"), window.tool_bar).text() == "50 %"
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


def test_an_export_goes_on_in_the_new_window(network, speaking, stage, find, qtbot):
    qtbot.keyClick(network, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = network.findChild(ExportDialog)
    qtbot.mouseClick(find("start export", dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(stage.started.is_set)
    dialog.hide()
    made = speaking("zh_CN")
    (task,) = made.tasks.running
    assert made.task_indicator.isVisible()
    with qtbot.waitSignal(made.jobs.proven):
        stage.proceed.set()
    qtbot.waitUntil(lambda: not made.tasks.running)
    assert [it.outcome for it in made.tasks] == ["done"]
    assert not made.task_indicator.isVisible()
    assert task.title in [it.title for it in made.tasks]
