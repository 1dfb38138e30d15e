"""Line edits for the name of a variable: of a new one, and of an existing one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from designer.app.text.translation import told, tr
from designer.app.widgets.labels import mark


class NewLine(QLineEdit):
    """Takes the name of a new variable; Enter adds it and moves the focus to its value."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_named = bool(self.text().strip())
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        super().keyPressEvent(event)
        if is_named and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class NameLine(QLineEdit):
    """Renames on Enter or when it loses the focus; Esc restores the name. An invalid name is marked and kept.

    Args:
        rename: takes the wanted name; returns the sentence that refuses it, or None.
    """

    complained = Signal(str)  # why a name is invalid; empty when it is valid

    def __init__(self, rename: Callable[[str], str | None]) -> None:
        super().__init__()
        mark(self, "quiet", True)
        self._rename = rename
        self._name = ""
        self._refused = False
        self.setToolTip(tr("Its name; renaming reaches every expression that uses it"))
        self.returnPressed.connect(self._enter)

    def show_name(self, name: str) -> None:
        """Show the name, unless another is being typed."""
        if name != self._name:
            self._name = name
            self._show()
        self.setAccessibleName(tr("name of {name}").format(name=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._name:
            self._show()
        super().keyPressEvent(event)
        if self._refused and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # what is refused is not left

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._enter()
        if not self._refused:
            self.setCursorPosition(0)

    def _show(self) -> None:
        self.setText(self._name)
        self.setCursorPosition(0)
        self._mark("")

    def _enter(self) -> None:
        wanted = self.text().strip()
        if wanted == self._name:
            self._show()
        elif not wanted:
            self._mark(tr("A variable needs a name."))
        else:
            self._mark(told(self._rename(wanted) or ""))

    def _mark(self, sentence: str) -> None:
        self._refused = bool(sentence)
        mark(self, "invalid", self._refused)
        self.complained.emit(sentence)
