"""Saves a design that has a file a moment after each change, where the user wants that."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from designer.app.controller import Controller
from designer.app.memory import Memory
from designer.app.state import State

DELAY_MS = 2_000


class Autosave(QObject):
    """Follows the states of one window."""

    def __init__(self, controller: Controller, memory: Memory) -> None:
        super().__init__(controller)
        self._controller, self._memory = controller, memory
        self.timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self.timer.timeout.connect(self.save)
        memory.changed.connect(lambda: self.follow(controller.state))

    def follow(self, state: State) -> None:
        """A new state of the design."""
        wanted = self._memory.settings.autosave and state.dirty
        if wanted and state.path is not None:
            self.timer.start()
        else:
            self.timer.stop()

    def save(self) -> None:
        """Save now; only a failure is said."""
        self._controller.save(quiet=True)
