"""Another language while the window is open: a window made anew takes the place of the one that is there."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from designer.app.translation import speak_in
from designer.app.window import MainWindow


def rebuild(window: MainWindow) -> MainWindow:
    """Make a window in the language that the settings say; the design, its history and the exports go with it."""
    application = QApplication.instance()
    assert application is not None
    speak_in(application, window.memory.settings.language)
    window.memory.keep_window()
    controller = window.controller
    for signal in (
        controller.changed,
        controller.said,
        controller.revealed,
        controller.replaced,
        controller.entered,
    ):
        signal.disconnect()  # what of the old window listens is about to go
    made = MainWindow(
        controller,
        window.jobs,
        window.memory.settings,
        window.memory.path,
        window.recovery,
    )
    made.files.folder = window.files.folder
    made.resize(window.size())
    made.setWindowState(window.windowState())
    made.show()
    made.view.zoom_to(window.view.zoom)
    for new, old in (
        (made.view.horizontalScrollBar(), window.view.horizontalScrollBar()),
        (made.view.verticalScrollBar(), window.view.verticalScrollBar()),
    ):
        new.setValue(old.value())
    made.view.setFocus()
    if window.start_page.isVisible():
        made.start_page.open()
    window.hide()
    window.deleteLater()
    return made


def latest(window: MainWindow) -> MainWindow:
    """The window that stands where this one stood."""
    while window.heeding.successor is not None:
        window = window.heeding.successor
    return window
