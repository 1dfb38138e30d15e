"""A message about the text being typed, shown over what lies below the field, so that nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from designer.app.widgets.labels import mark
from designer.canvas.values.theme import GRID

GAP = 2  # between the field and the sentence


class Remark(QLabel):
    """The error of an editor's text, visible while the editor has the focus.

    Args:
        name: for screen readers.
    """

    def __init__(self, editor: QWidget, name: str) -> None:
        self._editor, self._ground = editor, ground(editor)
        super().__init__(self._ground)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)
        mark(self, "remark", True)
        editor.installEventFilter(self)
        editor.destroyed.connect(self.deleteLater)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a message; an empty one hides it."""
        self.setText(sentence)
        self._editor.setAccessibleDescription(sentence)
        self._show(self._editor.hasFocus())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.FocusIn:
            self._show(True)
        elif kind is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # The list of a completion is raised above the message.
            self._show(event.reason() is Qt.FocusReason.PopupFocusReason)
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self._place()
        elif kind is QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def _show(self, focused: bool) -> None:
        shown = focused and bool(self.text())
        if shown:
            self.ensurePolished()
            self._place()
            self.raise_()
        self.setVisible(shown)

    def _place(self) -> None:
        """Place the message below the editor, or above it at the end of the visible area."""
        floor, editor = self._ground, self._editor
        corner = editor.mapTo(floor, QPoint(0, editor.height() + GAP))
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 3 * GRID
        width = min(wanted, floor.width() - 2 * GRID)
        height = self.heightForWidth(width)
        x = max(min(corner.x(), floor.width() - width - GRID), 0)
        y, seen = corner.y(), floor.visibleRegion().boundingRect()
        if y + height > seen.bottom():
            y -= editor.height() + height + 2 * GAP
        self.setGeometry(x, y, width, height)


def ground(widget: QWidget) -> QWidget:
    """The widget that a message is placed on: the content of the scroll area, or the window."""
    while (parent := widget.parentWidget()) is not None and not widget.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            break
        widget = parent
    return widget
