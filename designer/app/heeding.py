"""What settings mean for a window, at once and whenever they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from designer.app import figures
from designer.app.figures import Habits
from designer.app.settings import Settings

if TYPE_CHECKING:
    from designer.app.window import MainWindow

IMAGE = "image_input"


class Heeding(QObject):
    """Keeps a window as its settings say."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._heeded = window.memory.settings
        # The window that took this one's place, in another language.
        self.successor: MainWindow | None = None
        self._set(self._heeded)
        window.wear(self._heeded.theme)
        window.memory.changed.connect(self._heed)

    def _heed(self, settings: Settings) -> None:
        before, self._heeded = self._heeded, settings
        window = self._window
        self._set(settings)
        if settings.theme != before.theme:
            window.wear(settings.theme)
        if (settings.counts, settings.sizes) != (before.counts, before.sizes):
            window.show_state(window.controller.state)
        if settings.language != before.language:
            # Later: whoever changed the setting is a part of the window that goes.
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        from designer.app.rebuilding import rebuild

        self.successor = rebuild(self._window)

    def _set(self, settings: Settings) -> None:
        self._window.controller.options = settings.view
        self._window.view.set_options(settings.view)
        figures.use(Habits(settings.counts, settings.sizes))
        size = settings.input_size
        self._window.controller.starting = {IMAGE: {"height": size, "width": size}}
