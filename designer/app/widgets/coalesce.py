"""Coalesces requests that come faster than they can be done: only the last is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer


class Coalesce(QObject):
    """Calls a function once per turn of the event loop, with the last arguments received.

    While a slider moves, every value that is shown has been worked out and none waits in a queue: what comes in while
    one is worked on takes the place of what came before it.

    Args:
        delay_ms: how long to wait for more; 0 for the end of the turn.
    """

    def __init__(
        self, run: Callable[..., object], parent: QObject, delay_ms: int = 0
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._waiting: tuple[Any, ...] | None = None
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self.flush)

    @property
    def waiting(self) -> bool:
        """Whether the function is about to be called."""
        return self._waiting is not None

    def ask(self, *arguments: Any) -> None:
        """Schedule a call with these arguments; a later request replaces them."""
        self._waiting = arguments
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Run the scheduled call now, if there is one."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._run(*waiting)

    def drop(self) -> None:
        """Cancel the scheduled call."""
        self._timer.stop()
        self._waiting = None
