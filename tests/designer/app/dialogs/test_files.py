"""Opening, saving and closing with real dialogs: nothing is lost without a question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton

from designer.app.session.settings import load


@pytest.fixture
def press(find, qtbot):
    """Clicks a button of the message box that is open."""

    def pressed(standard):
        box = find("unsaved changes")
        assert isinstance(box, QMessageBox)
        button = box.button(getattr(QMessageBox.StandardButton, standard))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return pressed


@pytest.fixture
def enter_path(find, qtbot):
    """Types a path into the file dialog that is open."""

    def entered(title, path):
        dialog = find(title)
        assert isinstance(dialog, QFileDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setCompleter(None)  # its popup grabs the keyboard, which needs a screen
        line.selectAll()
        qtbot.keyClicks(line, str(path))
        qtbot.keyClick(line, Qt.Key.Key_Return)

    return entered


def key(qtbot, window, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    window.activateWindow()  # nobody else does after a dialog, off screen
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, key, modifiers)


def test_the_title_shows_name_and_dirt(window, qtbot):
    assert window.windowTitle() == "untitled[*] – Channelwise"
    assert not window.isWindowModified()
    window.controller.add_block("image_input", (0, 0))
    assert window.isWindowModified()
    key(qtbot, window, Qt.Key.Key_Z)
    assert not window.isWindowModified()


def test_save_as_asks_where_and_adds_the_suffix(window, qtbot, enter_path, tmp_path):
    window.controller.add_block("image_input", (0, 0))
    key(qtbot, window, Qt.Key.Key_S)
    enter_path("Save as", tmp_path / "mine")
    path = tmp_path / "mine.design.json"
    assert path.exists()
    assert window.windowTitle() == "mine.design.json[*] – Channelwise"
    assert not window.isWindowModified()
    assert load(tmp_path / "config" / "settings.json")[0].recent == (str(path),)
    window.controller.add_block("stem", (0, 0))
    key(qtbot, window, Qt.Key.Key_S)  # no question this time
    assert not window.isWindowModified()
    assert "stem" in path.read_text()


def test_open_shows_the_design(window, qtbot, enter_path, tmp_path, network):
    path = tmp_path / "kept.design.json"
    assert window.controller.save(path)
    before = window.controller.document
    window.controller.replace_design(type(before)())
    key(qtbot, window, Qt.Key.Key_O)
    enter_path("Open a design", path)
    assert window.controller.document == before
    assert set(window.scene.state.nodes) == set(before.nodes)


def test_a_broken_file_is_one_sentence(window, qtbot, enter_path, find, tmp_path):
    window.controller.add_block("image_input", (0, 0))
    window.controller.save(tmp_path / "good.design.json")
    before = window.controller.document
    bad = tmp_path / "bad.design.json"
    bad.write_text('{"format": "channelwise.design", "version": 1, "nodes": [')
    key(qtbot, window, Qt.Key.Key_O)
    enter_path("Open a design", bad)
    assert "bad.design.json" in find("message", window).text()
    assert window.controller.document is before


def test_new_asks_and_discards(window, qtbot, press):
    window.controller.add_block("image_input", (0, 0))
    key(qtbot, window, Qt.Key.Key_N)
    press("Cancel")
    assert window.controller.document.nodes
    key(qtbot, window, Qt.Key.Key_N)
    press("Discard")
    assert not window.controller.document.nodes
    assert not window.controller.state.dirty


def test_closing_asks_and_saves(window, qtbot, press, enter_path, tmp_path):
    window.controller.add_block("image_input", (0, 0))
    assert not window.close()
    press("Cancel")
    assert window.isVisible()
    assert not window.close()
    press("Save")
    enter_path("Save as", tmp_path / "last.design.json")
    assert (tmp_path / "last.design.json").exists()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.jobs.worker.told == ["close"]


def test_closing_a_clean_window_asks_nothing(window):
    assert window.close()


def test_recent_files_are_offered_and_forgotten(window, qtbot, tmp_path):
    path = tmp_path / "one.design.json"
    window.controller.add_block("image_input", (0, 0))
    window.controller.save(path)
    window.files.load(path)
    window.recent_menu.aboutToShow.emit()
    (action,) = window.recent_menu.actions()
    assert action.text() == "one.design.json"
    path.unlink()
    action.trigger()
    assert window.settings_store.settings.recent == ()


def test_a_dialog_is_left_without_a_trace(window, qtbot, find):
    key(qtbot, window, Qt.Key.Key_O)
    dialog = find("Open a design")
    buttons = dialog.findChildren(QPushButton)
    cancel = next(b for b in buttons if "Cancel" in b.text())
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert window.isEnabled()
    assert not window.controller.state.dirty
