import subprocess

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow


def test_other_tests_run_off_screen(qapp):
    assert QGuiApplication.platformName() == "offscreen"


@pytest.mark.window
def test_a_window_test_types_into_a_real_window_and_a_dialog_gives_the_focus_back(
    qtbot,
):
    assert QGuiApplication.platformName() == "xcb"
    window = QMainWindow()
    line = QLineEdit(window)
    window.setCentralWidget(line)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.reject()
    qtbot.waitUntil(window.isActiveWindow)

    middle = line.mapToGlobal(line.rect().center())
    click = ["mousemove", str(middle.x()), str(middle.y()), "click", "1"]
    subprocess.run(["xdotool", *click, "type", "3 groups"], check=True)

    qtbot.waitUntil(lambda: line.text() == "3 groups")
