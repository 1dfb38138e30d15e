"""Holds the main window, and rebuilds it when the user chooses another language."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from designer.app.session.settings import Settings
from designer.app.text.languages import speak_in
from designer.app.window.main_window import MainWindow
from designer.app.workbench import Workbench


class CurrentWindow(QObject):
    """Holds the main window; `window` is a new one after a change of language."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self.window = window
        self._language = window.settings_store.settings.language
        window.settings_store.changed.connect(self._settings_changed)

    def _settings_changed(self, settings: Settings) -> None:
        if settings.language != self._language:
            self._language = settings.language
            # Later: the dialog that changed the setting is a child of the window that is deleted.
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        self.window = rebuild(self.window)
        self.window.settings_store.changed.connect(self._settings_changed)


def rebuild(window: MainWindow) -> MainWindow:
    """Make a window in the language of the settings; it takes over the design, its history and the exports."""
    application = QApplication.instance()
    assert application is not None
    speak_in(application, window.settings_store.settings.language)
    window.docks.keep()
    controller = window.controller
    for signal in (
        controller.committed,
        controller.changed,
        controller.said,
        controller.revealed,
        controller.replaced,
        controller.entered,
        controller.added,
    ):
        signal.disconnect()  # what of the old window listens is about to go
    settings_store = window.settings_store
    made = MainWindow(
        Workbench(
            controller,
            window.jobs,
            settings_store.settings,
            settings_store.path,
            window.recovery,
        )
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
