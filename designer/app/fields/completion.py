"""Completes names while an expression is typed: the design's variables, and functions."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from designer.app.text.translation import tr
from designer.model.document import is_expression
from designer.model.expressions import FUNCTIONS

_WORD = re.compile(r"[A-Za-z_]\w*$")
_REST = re.compile(r"^\w*")


class Completion(QObject):
    """A list of names below a line; Enter, Tab or a click inserts one.

    `names` are the variables; a function comes with its bracket.
    """

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.names: tuple[str, ...] = ()
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(line)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completer.activated.connect(self._take)
        popup = self.completer.popup()
        assert popup is not None  # Qt makes one on first use
        self._popup = popup
        popup.setAccessibleName(tr("names"))
        popup.installEventFilter(self)
        line.textEdited.connect(self.show_for)

    @property
    def is_open(self) -> bool:
        """Whether names are listed."""
        return self._popup.isVisible()

    def show_for(self, text: str) -> None:
        """List completions of the word at the cursor; none where it is a complete name."""
        word = self._word()
        if not is_expression(text) or not word or word in self.names:
            self._popup.hide()
            return
        self._model.setStringList([*self.names, *(f"{name}(" for name in FUNCTIONS)])
        self.completer.setCompletionPrefix(word)
        if not self.completer.completionCount():
            self._popup.hide()
            return
        self._popup.setCurrentIndex(self.completer.completionModel().index(0, 0))
        self.completer.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab inserts a name too, as in code editors."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.is_open
        ):
            name = self._popup.currentIndex().data()
            self._popup.hide()
            self._take(name)
            return True
        return super().eventFilter(watched, event)

    def _word(self) -> str:
        before = self._line.text()[: self._line.cursorPosition()]
        match = _WORD.search(before)
        return match[0] if match else ""

    def _take(self, name: str) -> None:
        line = self._line
        place, text = line.cursorPosition(), line.text()
        start = place - len(self._word())
        after = _REST.sub("", text[place:])
        if name.endswith("(") and after.startswith("("):
            name = name[:-1]
        line.setText(text[:start] + name + after)
        line.setCursorPosition(start + len(name))
        line.textEdited.emit(line.text())
