"""Saves a design that has a file shortly after each change, if the setting is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from designer.app.session.controller import Controller
from designer.app.session.settings_store import SettingsStore
from designer.app.session.state import State
from designer.app.widgets.coalesce import Coalesce
from designer.model.files import ChangedError

DELAY_MS = 1_000  # the longest that a change waits


class Autosave(QObject):
    """Follows the states of one window."""

    refused = Signal()  # another program has changed or removed the file

    def __init__(self, controller: Controller, settings_store: SettingsStore) -> None:
        super().__init__(controller)
        self._controller, self._settings_store = controller, settings_store
        self.soon = Coalesce(self.save, self, DELAY_MS)
        settings_store.changed.connect(lambda: self.follow(controller.state))

    def follow(self, state: State) -> None:
        """Schedule a save of a new state of the design."""
        wanted = self._settings_store.settings.autosave and state.dirty
        if wanted and state.path is not None:
            self.soon.ask()
        else:
            self.soon.drop()

    def save(self) -> None:
        """Save now; only a failure is reported. A file that another program has changed or removed is left alone."""
        path = self._controller.state.path
        if path is None or not path.exists():
            self.refused.emit()
            return
        try:
            self._controller.save(quiet=True)
        except ChangedError:
            self.refused.emit()
