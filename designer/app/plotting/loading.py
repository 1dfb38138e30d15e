"""Loads matplotlib in a thread on first use, because its import takes a second."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from designer.app.widgets.lifetimes import start_thread

BACKEND = "matplotlib.backends.backend_qtagg"
LOOK_MS = 20  # between looks at whether it is loaded


class Loading(QObject):
    """Loads matplotlib in a thread, then calls a function once."""

    def __init__(self, then: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._then = then
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Start loading; later calls do nothing."""
        if self._thread is None:
            self._thread = start_thread(importlib.import_module, BACKEND, name="charts")
            self._timer.start()

    def _look(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._timer.stop()
        self._then()
