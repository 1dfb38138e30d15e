"""The QApplication of the widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """The running application; Qt's own `instance` is typed as that of a program without windows."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
