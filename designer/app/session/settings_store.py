"""The current settings, in memory and in their file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from designer.app.session.settings import Settings, save


class SettingsStore(QObject):
    """Holds the settings, and writes every change to their file."""

    changed = Signal(object)  # Settings
    failed = Signal(str)  # a sentence: they could not be written

    def __init__(self, settings: Settings, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.settings, self.path = settings, path
        self._complained = False

    def keep(self, **changes: Any) -> None:
        """Change some settings and write them; a failure to write is reported once."""
        self._keep(replace(self.settings, **changes))

    def opened(self, path: Path) -> None:
        """Add a file that was opened or saved to the recent ones."""
        self._keep(self.settings.opened(path))

    def forget(self, path: Path) -> None:
        """Remove a missing file from the recent ones."""
        self._keep(self.settings.forgot(path))

    def placed(self, block: str) -> None:
        """Add a placed block to the recent ones."""
        self._keep(self.settings.placed(block))

    def toggle_favourite(self, block: str) -> None:
        """Toggle the star of a block."""
        self._keep(self.settings.toggled_favourite(block))

    def _keep(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self.changed.emit(settings)
        try:
            save(settings, self.path)
        except OSError as error:
            if self._complained:
                return
            self._complained = True
            sentence = f"The settings cannot be kept in {self.path}: {error.strerror}"
            self.failed.emit(sentence)
        else:
            self._complained = False
