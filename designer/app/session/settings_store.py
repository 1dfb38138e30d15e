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
        """Remember some settings from now on; that they cannot be written is said once and does no harm."""
        self._keep(replace(self.settings, **changes))

    def opened(self, path: Path) -> None:
        """A design was opened from there, or saved to it."""
        self._keep(self.settings.opened(path))

    def forget(self, path: Path) -> None:
        """Nothing is there any more."""
        self._keep(self.settings.forgot(path))

    def placed(self, block: str) -> None:
        """A block was added to a design."""
        self._keep(self.settings.placed(block))

    def toggle_favourite(self, block: str) -> None:
        """Star a block, or take its star away."""
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
